package import MGCPSyntax
package import ProtocolKit
package import SDP

/// What a media gateway of the lab is made of (RFC 3435 §2.1).
package struct LabGatewayConfiguration: Sendable {
    /// What is at the other side of an endpoint.
    package enum Kind: Hashable, Sendable {
        /// A telephone (RFC 3660 L).
        case line
        /// A circuit whose signaling passes somewhere else.
        case bearer
        /// A circuit that signals by the events of this package, as `MS`, `DT`, `MO` (RFC 3064).
        case trunk(MGCPName)
    }

    /// One endpoint.
    package struct Endpoint: Hashable, Sendable {
        /// The part of its name before the at sign.
        package var name: ByteString

        /// What is at the other side.
        package var kind: Kind

        /// The most connections that it has at a time; one more is refused (540).
        package var connectionLimit: Int

        package init(_ name: ByteString, kind: Kind = .line, connectionLimit: Int? = nil) {
            self.name = name
            self.kind = kind
            self.connectionLimit = connectionLimit ?? (kind == .line ? 3 : 1)
        }
    }

    /// What stands after the at sign of its endpoints' names.
    package var domain: ByteString

    /// Where it listens.
    package var address: TransportAddress

    /// Its call agent, until a command names another one.
    package var callAgent: TransportAddress

    /// Its endpoints.
    package var endpoints: [Endpoint]

    /// The addresses of call agents that commands may name (RFC 3435 §2.1.4).
    package var agents: [ByteString: TransportAddress] = [:]

    /// Where media arrives.
    package var mediaAddress: IPAddress

    /// The ports of media; each connection takes an even one and the next.
    package var mediaPorts: ClosedRange<UInt16> = 40_000...40_999

    /// The codecs, the preferred one first.
    package var codecs: [PayloadFormat] = [
        PayloadFormat(0, "PCMU", clockRate: 8000), PayloadFormat(8, "PCMA", clockRate: 8000),
    ]

    /// The payload type of telephone events; `nil` when it has none.
    package var eventPayloadType: UInt8? = 101

    /// The packetization periods in milliseconds.
    package var packetizations: ClosedRange<UInt16> = 10...60

    /// The events that are reported without a request (RFC 3435 §2.1.7), as some gateways are told before they start.
    package var persistentEvents: [EventName] = []

    /// What its commands say of the protocol.
    package var version = MGCPVersion.mgcp

    /// Whether messages that leave at the same time for the same place share a datagram (RFC 3435 §3.5.5).
    package var piggybacks = false

    /// The durations.
    package var timers = LabTimers()

    /// How it differs from what RFC 3435 wants.
    package var quirks = LabQuirks()

    /// The bounds.
    package var limits = LabLimits()

    package init(
        domain: ByteString,
        address: TransportAddress,
        callAgent: TransportAddress,
        endpoints: [Endpoint]
    ) {
        self.domain = domain
        self.address = address
        self.callAgent = callAgent
        self.endpoints = endpoints
        self.mediaAddress = address.ip
    }
}

/// The durations of a media gateway of the lab (RFC 3435 §3.5, §4.3; RFC 3660 §2.2).
package struct LabTimers: Hashable, Sendable {
    /// How long responses are kept for repeated commands: T-HIST (§3.5.1).
    package var history: Duration = .seconds(30)
    /// The first wait for a response (§3.5.3).
    package var initialRetransmission: Duration = .milliseconds(400)
    /// The longest wait for a response.
    package var longestRetransmission: Duration = .seconds(4)
    /// After how many repetitions the call agent counts as lost: Max2 (§4.3).
    package var repetitions = 7
    /// How long a command may be executed before a provisional response goes out (§3.5.6).
    package var provisionalResponse: Duration = .milliseconds(200)
    /// The wait for the final response after a provisional one: LONGTRAN-TIMER (§3.5.6).
    package var longTransaction: Duration = .seconds(5)
    /// The longest random wait before a disconnected endpoint says so: Tdinit (§4.4.7).
    package var disconnectedDelay: Duration = .seconds(15)
    /// The timer T while only it is awaited: Tcrit (RFC 3660 §2.2).
    package var criticalDigit: Duration = .seconds(4)
    /// The timer T otherwise: Tpar (RFC 3660 §2.2).
    package var partialDigit: Duration = .seconds(16)
    /// How long an announcement takes.
    package var announcement: Duration = .seconds(3)
    /// How long a brief signal is heard.
    package var briefSignal: Duration = .milliseconds(300)

    package init() {}
}

/// How a media gateway of the lab differs from what RFC 3435 wants, as real ones do.
package struct LabQuirks: Hashable, Sendable {
    /// Lines end with LF only.
    package var endsLinesWithLF = false
    /// Everything but session descriptions is in small letters.
    package var writesLowerCase = false
    /// Answers to CRCX do not tell the connection.
    package var omitsConnectionID = false
    /// A connection without a remote side is answered without a session description, as Yate does.
    package var omitsEarlyDescription = false
    /// Audits, restarts' answers and endpoint configuration get no answer at all, as from osmo-mgw.
    package var ignoresAudits = false
    /// `a:` with more than one codec is refused (534).
    package var takesOneCodec = false
    /// Every command is answered by 100 first, and its final response asks for a 000, as Yate does.
    package var alwaysProvisional = false
    /// A repeated CRCX is executed again instead of being answered from the history, as osmo-mgw does with wildcards.
    package var repeatsCreation = false
    /// A digit map that is longer than this many octets is refused (537).
    package var digitMapLimit: Int?

    package init() {}
}

/// The bounds of a media gateway of the lab.
package struct LabLimits: Hashable, Sendable {
    /// Responses that are kept.
    package var history = 20_000
    /// Commands that are executed at a time; a further one is refused (409).
    package var executing = 2_000
    /// Commands of its own that wait for responses.
    package var pending = 5_000
    /// Events of one endpoint that wait while it is quarantined.
    package var quarantine = 100
    /// Keys that one telephone has still to press.
    package var keys = 128
    /// Outputs that nobody has taken.
    package var outputs = 100_000

    package init() {}
}
