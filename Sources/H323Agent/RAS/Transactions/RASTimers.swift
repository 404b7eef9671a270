/// The durations of RAS (H.225.0 clause 7.19).
package struct RASTimers: Hashable, Sendable {
    /// How a request is repeated.
    package struct Repetition: Hashable, Sendable {
        /// The wait for an answer before each repetition, and after the last one.
        package var timeout: Duration

        /// How often the request is repeated.
        package var retries: Int

        package init(timeout: Duration, retries: Int) {
            self.timeout = timeout
            self.retries = retries
        }
    }

    /// What the table of clause 7.19 recommends for each request.
    package var repetitions: [RASProcedure: Repetition] = [
        .discovery: Repetition(timeout: .seconds(5), retries: 2),
        .registration: Repetition(timeout: .seconds(3), retries: 2),
        .unregistration: Repetition(timeout: .seconds(3), retries: 1),
        .admission: Repetition(timeout: .seconds(5), retries: 2),
        .bandwidth: Repetition(timeout: .seconds(3), retries: 2),
        .disengage: Repetition(timeout: .seconds(3), retries: 2),
        .location: Repetition(timeout: .seconds(5), retries: 2),
        .information: Repetition(timeout: .seconds(3), retries: 1),
        .informationReport: Repetition(timeout: .seconds(5), retries: 2),
        .resources: Repetition(timeout: .seconds(3), retries: 2),
        .serviceControl: Repetition(timeout: .seconds(3), retries: 2),
    ]

    /// How long a request may take in all, however often its peer asks for time by RIP.
    package var longestRequest: Duration = .seconds(60)

    /// How long a request of a peer may take before it is told so by RIP, and how much time each RIP asks for.
    package var inProgress: Duration = .milliseconds(1_500)
    package var inProgressDelay: Duration = .seconds(4)

    /// How long answers are kept for repeated requests: longer than any peer repeats one.
    package var history: Duration = .seconds(30)

    package init() {}

    /// How requests of a procedure are repeated.
    func repetition(of procedure: RASProcedure) -> Repetition {
        self.repetitions[procedure] ?? Repetition(timeout: .seconds(3), retries: 2)
    }
}

/// The bounds of the RAS transactions of one side.
package struct RASTransactionLimits: Hashable, Sendable {
    /// Requests of ours that wait for answers; there are 65,535 numbers.
    package var requests = 20_000

    /// Requests of peers that are executed, and answers that are kept for repeated ones.
    package var history = 20_000

    package init() {}
}
