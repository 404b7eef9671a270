package import CallModel
package import ProtocolKit

/// What is known of a call when it is routed; a fact that does not apply is empty.
package struct CallFacts: Hashable, Sendable {
    /// The number or name that the caller asked for.
    package var destinationNumber: ByteString

    /// The caller's number as it presents itself, or as a trusted peer asserts it.
    package var callerNumber: ByteString

    /// The caller's display name.
    package var callerName: ByteString

    /// The user that the caller has proven to be by authentication, or the line that it dials on; empty for others.
    package var user: ByteString

    /// The trunk or circuit group that the call came in on; empty for any other caller.
    package var trunk: ByteString

    /// The name of the listener that received the call.
    package var listener: ByteString

    /// The address that the call came from.
    package var source: TransportAddress?

    /// The host that was called.
    package var destinationHost: ByteString

    /// `udp` or `tcp`.
    package var transport: ByteString

    /// The protocol of the caller's leg; `nil` when it is not known.
    package var signaling: SignalingProtocol?

    /// The number of the party that diverted the call.
    package var divertingNumber: ByteString

    /// When the call came in.
    package var time: CivilTime

    /// A number by chance, which decides between routes that are as good as each other.
    package var draw: UInt64 = 0

    /// What the call is called in records and tables, different for every call.
    package var identifier: ByteString

    package init(
        destinationNumber: ByteString,
        callerNumber: ByteString = "",
        callerName: ByteString = "",
        user: ByteString = "",
        trunk: ByteString = "",
        listener: ByteString = "",
        source: TransportAddress? = nil,
        destinationHost: ByteString = "",
        transport: ByteString = "",
        signaling: SignalingProtocol? = nil,
        divertingNumber: ByteString = "",
        time: CivilTime = .epoch,
        identifier: ByteString = ""
    ) {
        self.destinationNumber = destinationNumber
        self.callerNumber = callerNumber
        self.callerName = callerName
        self.user = user
        self.trunk = trunk
        self.listener = listener
        self.source = source
        self.destinationHost = destinationHost
        self.transport = transport
        self.signaling = signaling
        self.divertingNumber = divertingNumber
        self.time = time
        self.identifier = identifier
    }

    /// The facts of a call that came in; an asserted caller goes before the one that the caller states (RFC 3325).
    package init(_ setup: CallSetup, at time: CivilTime) {
        let caller = setup.assertedCaller ?? setup.caller
        self.init(
            destinationNumber: setup.called.user,
            callerNumber: caller.user,
            callerName: caller.displayName,
            user: setup.source.user ?? "",
            trunk: setup.source.trunk ?? "",
            listener: setup.source.listener,
            source: setup.source.remote,
            destinationHost: setup.calledHost,
            transport: setup.source.transport,
            signaling: setup.source.signaling,
            divertingNumber: setup.diversions.first?.party.user ?? "",
            time: time
        )
    }
}
