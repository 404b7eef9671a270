/// How much a dialplan that is evaluated beside the live one may cost.
package struct ShadowSettings: Hashable, Sendable {
    /// Of how many calls one is compared; an emergency always is.
    package var oneIn = 1

    /// How many examples of each difference are kept.
    package var examples = 10

    /// How many calls may wait to be compared; further ones are skipped.
    package var waiting = 256

    /// How many calls are compared in one turn.
    package var perTurn = 32

    /// How long after its own consequences a call is compared, so that nothing of the call waits for it.
    package var delay: Duration = .milliseconds(10)

    /// When a comparison is late by more than this, the loop has other things to do, and what waits is skipped.
    package var patience: Duration = .milliseconds(250)

    package init() {}
}
