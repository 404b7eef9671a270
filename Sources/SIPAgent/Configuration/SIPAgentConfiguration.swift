package import CallModel
package import ProtocolKit
package import SIPSyntax

/// Everything that the SIP agent is told before it starts; the program fills it from its configuration file.
package struct SIPAgentConfiguration: Sendable {
    /// What we call ourselves in User-Agent and Server (RFC 3261 §20.35, §20.41); empty says nothing.
    package var userAgent: ByteString = "Tandem"

    /// The host names that are ours: a request for one of them is for a user of ours, any other is for the dialplan.
    package var domains: [ByteString] = []

    /// The protection space of our users (RFC 3261 §22.1).
    package var realm: ByteString = "tandem"

    /// The sockets; a ``ListenerID`` is a place in this list.
    package var listeners: [SIPListenerConfiguration] = []

    /// The users, the only ones who can register or authenticate.
    package var users: [SIPUserConfiguration] = []

    /// The trunks.
    package var trunks: [SIPTrunkConfiguration] = []

    /// How users prove who they are.
    package var authentication = AuthenticationPolicy()

    /// How users register.
    package var registrar = RegistrarPolicy()

    /// How next hops are found.
    package var locating = LocatingPolicy()

    /// What holds for legs of users and of unknown callers; a trunk has its own.
    package var legPolicy = SIPLegPolicy()

    /// How SIP statuses and causes are translated where no trunk says otherwise.
    package var causes = SIPCauseOverrides()

    /// The durations of the transaction user; those of transactions are the transaction layer's.
    package var timers = SIPAgentTimers()

    /// The bounds.
    package var limits = SIPAgentLimits()

    package init() {}

    /// The listener with this identifier.
    package func listener(_ id: ListenerID) -> SIPListenerConfiguration? {
        self.listeners.indices.contains(Int(id.number)) ? self.listeners[Int(id.number)] : nil
    }

    /// The listener to send from by this transport to this address: the first of the transport and address family.
    package func listener(for transport: TransportProtocol, to address: IPAddress) -> ListenerID? {
        let index = self.listeners.firstIndex {
            $0.transport == transport && $0.address.ip.isV4 == address.isV4
                && ($0.address.ip.isUnspecified || $0.address.ip.isLoopback == address.isLoopback)
        }
        let sameFamily =
            index
            ?? self.listeners.firstIndex {
                $0.transport == transport && $0.address.ip.isV4 == address.isV4
            }
        return sameFamily.map { ListenerID(UInt16(truncatingIfNeeded: $0)) }
    }

    /// Whether a URI may be the address of record of one of our users.
    ///
    /// Phones name us by a domain or by whatever address reaches us; another domain than ours is refused once there
    /// are any.
    package func mayHoldUser(_ uri: SIPURI) -> Bool {
        self.domains.isEmpty || uri.hostAddress != nil || self.isOurs(host: uri.host)
    }

    /// Whether a host, as a URI wrote it, names us: a configured domain, an advertised host or a bound address.
    package func isOurs(host: ByteString) -> Bool {
        self.domains.contains { $0.equalsIgnoringCase(host) }
            || self.listeners.contains { $0.isNamed(host) }
    }
}
