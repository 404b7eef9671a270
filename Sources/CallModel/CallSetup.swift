package import ProtocolKit
package import SDP

/// Everything about a call that crosses from the leg that brings it to the legs that are placed for it.
package struct CallSetup: Hashable, Sendable {
    /// Who calls, as stated by the caller (From).
    package var caller: Party

    /// Who calls, as asserted by a trusted peer (RFC 3325), if one did.
    package var assertedCaller: Party?

    /// Who is called, as dialed (the Request-URI's user).
    package var called: Party

    /// The host part that was dialed; a fact for the dialplan, never passed on.
    package var calledHost: ByteString

    /// Who the call was diverted from, the latest first.
    package var diversions: [Diversion]

    /// How many more hops the call may make (Max-Forwards, RFC 3261 §8.1.1.6).
    package var hopsLeft: UInt8

    /// Where the call came from.
    package var source: CallSource

    /// The offer that came with it, or `nil` when the caller wants to be offered (delayed offer).
    package var offer: SessionDescription?

    /// Whether the caller can be offered to, and can answer, before the call is answered (RFC 3262 §5).
    ///
    /// When it cannot and wants to be offered, the legs placed for it must not offer before their answer either.
    package var negotiatesEarly: Bool

    /// Whether the media goes through our relay, which passes nothing on of a called party's before that has answered or
    /// has described early media; on the direct path whatever it sends reaches the caller.
    package var isAnchored: Bool

    /// What the caller says of itself.
    package var facts: PartyFacts

    /// Bodies other than the session description, passed on as they are (ISUP, PIDF-LO, …).
    package var bodies: [OpaqueBody]

    /// Headers that policy lets across, as name and value.
    package var headers: [RelayedHeader]

    /// What is changed of the headers after that, in order.
    package var headerChanges: [HeaderChange]

    package init(
        caller: Party,
        assertedCaller: Party? = nil,
        called: Party,
        calledHost: ByteString = ByteString(),
        diversions: [Diversion] = [],
        hopsLeft: UInt8 = 70,
        source: CallSource,
        offer: SessionDescription? = nil,
        negotiatesEarly: Bool = true,
        isAnchored: Bool = false,
        facts: PartyFacts = PartyFacts(),
        bodies: [OpaqueBody] = [],
        headers: [RelayedHeader] = [],
        headerChanges: [HeaderChange] = []
    ) {
        self.caller = caller
        self.assertedCaller = assertedCaller
        self.called = called
        self.calledHost = calledHost
        self.diversions = diversions
        self.hopsLeft = hopsLeft
        self.source = source
        self.offer = offer
        self.negotiatesEarly = negotiatesEarly
        self.isAnchored = isAnchored
        self.facts = facts
        self.bodies = bodies
        self.headers = headers
        self.headerChanges = headerChanges
    }
}

/// Where a call came from: facts for the dialplan, the limits and the record.
package struct CallSource: Hashable, Sendable {
    /// The protocol of the leg that brought it.
    package var signaling: SignalingProtocol

    /// The configured name of the listener.
    package var listener: ByteString

    /// The transport in the protocol's own word, `udp` or `tcp`.
    package var transport: ByteString

    /// The address that it came from.
    package var remote: TransportAddress

    /// The user who was authenticated, if one was.
    package var user: ByteString?

    /// The trunk that it came by, if it did.
    package var trunk: ByteString?

    /// The dialplan context that it starts in.
    package var context: ByteString

    package init(
        signaling: SignalingProtocol = .sip,
        listener: ByteString,
        transport: ByteString = "udp",
        remote: TransportAddress,
        user: ByteString? = nil,
        trunk: ByteString? = nil,
        context: ByteString
    ) {
        self.signaling = signaling
        self.listener = listener
        self.transport = transport
        self.remote = remote
        self.user = user
        self.trunk = trunk
        self.context = context
    }
}

/// A body that the gateway passes on without reading it.
package struct OpaqueBody: Hashable, Sendable {
    /// The MIME type with its parameters.
    package var contentType: ByteString

    /// The Content-Disposition, or empty.
    package var disposition: ByteString

    /// The INFO package that it belongs to (RFC 6086), or empty.
    package var package: ByteString

    /// The octets.
    package var bytes: [UInt8]

    package init(
        contentType: ByteString,
        disposition: ByteString = ByteString(),
        package: ByteString = ByteString(),
        bytes: [UInt8]
    ) {
        self.contentType = contentType
        self.disposition = disposition
        self.package = package
        self.bytes = bytes
    }
}

/// A header that policy lets across from one leg to the other.
package struct RelayedHeader: Hashable, Sendable {
    /// The name as it came.
    package var name: ByteString

    /// The value, unfolded.
    package var value: ByteString

    package init(name: ByteString, value: ByteString) {
        self.name = name
        self.value = value
    }
}

/// One dialed digit (RFC 4733 §3.2): `0`–`9`, `*`, `#`, `A`–`D`, or `!` for a hook flash.
package struct Digit: Hashable, Sendable {
    /// The character.
    package let symbol: UInt8

    /// How long it was held, where the protocol tells.
    package let duration: Duration?

    package init(symbol: UInt8, duration: Duration? = nil) {
        self.symbol = symbol
        self.duration = duration
    }

    /// The code of its telephone-event (RFC 4733 §3.2); `nil` for what is none.
    package var eventCode: UInt8? {
        switch self.symbol {
        case 0x30...0x39: self.symbol - 0x30
        case 0x2A: 10
        case 0x23: 11
        case 0x41...0x44: self.symbol - 0x41 + 12
        case 0x21: 16
        default: nil
        }
    }

    /// The two frequencies of its tone in hertz (ITU-T Q.23); `nil` for what has none.
    package var hertz: (low: UInt16, high: UInt16)? {
        let rows: [UInt16] = [697, 770, 852, 941]
        let columns: [UInt16] = [1209, 1336, 1477, 1633]
        guard let place = Self.keys.firstIndex(of: self.symbol) else {
            return nil
        }
        return (rows[place / 4], columns[place % 4])
    }

    /// How long it lasts within media, when the protocol does not tell 100 ms; receivers may ask for 40 (ITU-T Q.24).
    package var length: Duration {
        min(max(self.duration ?? .milliseconds(100), .milliseconds(40)), .seconds(8))
    }

    /// The silence after each within media: what a receiver may ask for, with room (ITU-T Q.24).
    package static let pause = Duration.milliseconds(80)

    /// How long digits take within media, with a little more than they need.
    package static func length(of digits: [Digit]) -> Duration {
        digits.reduce(.milliseconds(40)) { $0 + $1.length + Self.pause }
    }

    /// The keys, row by row.
    private static let keys = Array("123A456B789C*0#D".utf8)
}
