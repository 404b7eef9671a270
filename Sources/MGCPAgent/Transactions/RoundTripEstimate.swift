import ProtocolKit

/// How long a peer takes to answer, and so how long to wait before a command is repeated (RFC 3435 §3.5.3).
struct RoundTripEstimate: Sendable {
    /// The smoothed delay, AAD; `nil` while nothing has been measured.
    private(set) var delay: Duration?

    /// The smoothed deviation from it, ADEV.
    private(set) var deviation: Duration = .zero

    /// The wait of the latest repetition, which new commands begin with until one is answered without any: Karn's rule.
    private var carried: Duration?

    private let timers: Shared<MGCPTimers>

    init(timers: Shared<MGCPTimers>) {
        self.timers = timers
    }

    /// A command that was never repeated has been answered.
    ///
    /// The gains are those of TCP (RFC 6298 §2): an eighth and a quarter.
    mutating func measured(_ sample: Duration) {
        self.carried = nil
        let sample = max(sample, .zero)
        guard let delay else {
            self.delay = sample
            self.deviation = sample.part(2)
            return
        }
        let error = sample - delay
        self.delay = delay + error.part(8)
        self.deviation += ((error < .zero ? .zero - error : error) - self.deviation).part(4)
    }

    /// The delay that a new command assumes and doubles with each repetition.
    var assumedDelay: Duration {
        max(self.delay ?? self.timers.value.initialRetransmission, self.timers.value.shortestRetransmission)
    }

    /// How long a new command waits for its answer.
    var firstWait: Duration {
        if let carried {
            return carried
        }
        guard let delay else {
            return self.bounded(self.timers.value.initialRetransmission)
        }
        return self.bounded(delay + self.fourDeviations)
    }

    /// How long a message waits that was repeated and now assumes `delay`.
    ///
    /// A random part of the delay, so that what was lost together is not repeated together, and four deviations.
    func wait(assuming delay: Duration, _ identifiers: inout IdentifierSource) -> Duration {
        self.bounded(delay.part(2) + identifiers.duration(below: delay.part(2)) + self.fourDeviations)
    }

    /// A command was repeated and waits for `wait` now.
    mutating func repeated(after wait: Duration) {
        self.carried = wait
    }

    private var fourDeviations: Duration {
        let two = self.deviation + self.deviation
        return two + two
    }

    private func bounded(_ wait: Duration) -> Duration {
        min(max(wait, self.timers.value.shortestRetransmission), self.timers.value.longestRetransmission)
    }
}

extension Duration {
    /// One of so many parts of it, in whole nanoseconds; durations of 128 bits are divided by a call.
    fileprivate func part(_ count: Int64) -> Duration {
        .nanoseconds(self.nanoseconds / count)
    }
}
