package import CallModel
package import ProtocolKit

/// One listening socket and what it calls itself towards peers.
package struct ListenerDescription: Hashable, Sendable {
    /// Its place in the configuration.
    package let id: ListenerID

    /// Its configured name.
    package let name: ByteString

    /// What it speaks.
    package let transport: TransportProtocol

    /// The address that it is bound to.
    package let address: TransportAddress

    /// The host (an IPv6 address in brackets) and, unless it is 5060, `:port`, that peers are told to answer to.
    package let advertised: ByteString

    /// What is advertised is the bound address unless `advertised` says otherwise.
    package init(
        id: ListenerID,
        name: ByteString,
        transport: TransportProtocol,
        address: TransportAddress,
        advertised: ByteString? = nil
    ) {
        self.id = id
        self.name = name
        self.transport = transport
        self.address = address
        if let advertised {
            self.advertised = advertised
        } else {
            var text: [UInt8] = []
            text.append(host: address.ip)
            if address.port != 5060 {
                text.append(0x3A)
                text.appendDecimal(address.port)
            }
            self.advertised = ByteString(text)
        }
    }
}

/// What the transaction layer is told at the start.
package struct TransactionConfiguration: Sendable {
    /// The listeners, each at the place that its identifier names.
    package var listeners: [ListenerDescription]

    /// The timer values.
    package var timers: SIPTimers

    /// The limits.
    package var limits: TransactionLimits

    package init(
        listeners: [ListenerDescription],
        timers: SIPTimers = SIPTimers(),
        limits: TransactionLimits = TransactionLimits()
    ) {
        self.listeners = listeners
        self.timers = timers
        self.limits = limits
    }
}

/// How much the transaction layer holds before it refuses.
package struct TransactionLimits: Hashable, Sendable {
    /// Server transactions; beyond it a request outside a dialog is answered 503 without a trace in memory.
    ///
    /// Over UDP the INVITE and the BYE of a call stay for 64·T1 each (RFC 3261 §17.2.2, RFC 6026 §7.1), so this bounds
    /// calls per second too: the default bears 3,000.
    package var serverTransactions = 200_000

    /// Client transactions; beyond it nothing new is sent.
    package var clientTransactions = 200_000

    /// Stream flows, both ways together.
    package var flows = 10_000

    /// Octets that may wait for a flow that is being opened.
    package var pendingOctets = 262_144

    /// The size above which a request leaves UDP for TCP (RFC 3261 §18.1.1), 0 for never.
    package var datagramOctets = 1_300

    package init() {}
}
