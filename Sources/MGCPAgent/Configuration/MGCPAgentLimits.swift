/// The bounds of the call agent.
package struct MGCPAgentLimits: Hashable, Sendable {
    /// Commands of ours that wait for answers.
    package var transactions = 50_000

    /// Answers that are kept for repeated commands.
    package var history = 100_000

    /// Commands of one gateway that are executed at once; further ones are refused as overload (409).
    package var commandsOfGateway = 2_000

    /// Endpoints that are audited in one second after restarts.
    package var auditsPerSecond = 500

    /// Audits under way at the same time.
    package var audits = 64

    /// Circuits of one group, as many as its ranges may stand for.
    package var circuitsOfGroup = 10_000

    /// Digits of one number.
    package var digits = 64

    /// Redirections to another notified entity or address of one command (521).
    package var redirections = 3

    package init() {}
}
