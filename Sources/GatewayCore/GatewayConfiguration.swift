package import CallControl
package import DialplanEngine
package import MGCPAgent
package import SIPAgent
package import SIPTransactions

/// Everything that a gateway is told before it starts.
package struct GatewayConfiguration: Sendable {
    /// The shard number inside every identifier that this gateway mints, 0 to 1023.
    package var shard: UInt16

    /// The SIP side.
    package var sip: SIPAgentConfiguration

    /// The MGCP side; `nil` where no media gateway is controlled.
    package var mgcp: MGCPAgentConfiguration?

    /// The limits of the SIP transaction layer.
    package var transactions: TransactionLimits

    /// Call control, the relay's ports among it.
    package var calls: CallConfiguration

    /// The routes.
    package var dialplan: Dialplan

    package init(
        shard: UInt16 = 0,
        sip: SIPAgentConfiguration,
        mgcp: MGCPAgentConfiguration? = nil,
        transactions: TransactionLimits = TransactionLimits(),
        calls: CallConfiguration = CallConfiguration(),
        dialplan: Dialplan
    ) {
        self.shard = shard
        self.sip = sip
        self.mgcp = mgcp
        self.transactions = transactions
        self.calls = calls
        self.dialplan = dialplan
    }
}
