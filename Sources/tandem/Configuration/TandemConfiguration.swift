package import CallControl
package import DecisionClient
package import DialplanEngine
package import Logging
package import MGCPAgent
package import MediaRelay
package import ProtocolKit
package import SIPAgent
package import SIPTransactions
package import SignalingShell

/// Everything that the configuration file says, with defaults for what it does not say.
package struct TandemConfiguration: Sendable {
    /// What happens to call detail records.
    package struct Records: Hashable, Sendable {
        /// The file; `nil` writes none.
        package var path: String? = "var/calls.jsonl"
        /// Whether every write is forced to the disk before it counts.
        package var syncs = false
        /// How long records are gathered before they are written together.
        package var delay: Duration = .milliseconds(250)
        /// How many records may wait while the disk refuses them.
        package var waiting = 10_000
    }

    /// The sockets; the same places as in ``sip``'s listeners.
    package var listeners: [ListenerConfiguration] = []

    /// The SIP side: users, trunks and their policies.
    package var sip = SIPAgentConfiguration()

    /// The socket of the call agent; `nil` when there are no media gateways.
    package var mgcpListener: ListenerConfiguration?

    /// The MGCP side: media gateways, their lines and circuits.
    package var mgcp = MGCPAgentConfiguration()

    /// The limits of SIP transactions.
    package var transactions = TransactionLimits()

    /// Call control with its limits.
    package var calls = CallConfiguration()

    /// Media as call control plans it.
    package var media = MediaSettings()

    /// Media as the relay carries it.
    package var relay = MediaRelayConfiguration()

    /// The signaling loop.
    package var shell = ShellConfiguration()

    /// Name servers instead of the system's, as `address:port`.
    package var nameServers: [TransportAddress] = []

    /// The servers that dialplans ask.
    package var decisions: [DecisionServer] = []

    /// The dialplan files, relative to the folder of the configuration.
    package var dialplans: [String] = []

    /// How many dialplans that were live are kept, the live one among them, so that each can come back.
    package var dialplanVersions = 5

    /// Every context that calls start in.
    package var contextUses: [ContextUse] = []

    /// How much a dialplan and one decision may ask.
    package var dialplanLimits = DialplanLimits()

    /// The clocks that its conditions look at.
    package var dialplanClocks = DialplanClocks()

    /// What dialplans in FreeSWITCH's language find around them.
    package var freeSWITCH = FreeSWITCHSurroundings()

    /// Call detail records.
    package var records = Records()

    /// The size of the trace in octets; 0 keeps none.
    package var traceOctets = 64 << 20

    /// From which level on things are logged.
    package var logLevel = Logger.Level.info

    /// The Unix socket that commands reach the gateway by.
    package var controlSocket = "var/tandem.sock"

    /// How long running calls may go on after the gateway was told to stop.
    package var stopLimit: Duration = .seconds(30)

    /// Everything that was said, to be compared with what is said later.
    package var settings = ConfigurationSettings()
}
