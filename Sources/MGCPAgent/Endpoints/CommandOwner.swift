import ProtocolKit

/// On whose behalf a message was sent.
enum CommandOwner: Hashable, Sendable {
    /// An endpoint, and which of its commands it was; an answer to an earlier one is none any more. 0 stands for what
    /// its gateway has sent and was answered.
    case endpoint(SlabIndex, number: UInt32)
    /// A gateway as a whole, by its place in the configuration.
    case gateway(Int, GatewayTask)
}
