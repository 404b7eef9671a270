/// What we want of session timers, and how a request or response is answered with it (RFC 4028).
package struct SessionTimerPolicy: Hashable, Sendable {
    /// The interval that we ask for in seconds; 0 when we ask for none.
    package var interval: UInt32

    /// The shortest interval that we accept in seconds (§5: at least 90).
    package var minimum: UInt32

    package init(interval: UInt32 = 1800, minimum: UInt32 = 90) {
        self.interval = interval
        self.minimum = max(minimum, 90)
    }

    /// A role in the transaction that negotiates, as the `refresher` parameter names it.
    package enum Role: UInt8, Hashable, Sendable {
        case uac
        case uas
    }

    /// What a peer's request says about session timers.
    package struct Request: Hashable, Sendable {
        /// Session-Expires, if present.
        package var interval: UInt32?

        /// Its `refresher` parameter, if present.
        package var refresher: Role?

        /// Min-SE; 90 when absent.
        package var minimum: UInt32

        /// Whether Supported names `timer`.
        package var supportsTimer: Bool

        package init(interval: UInt32? = nil, refresher: Role? = nil, minimum: UInt32 = 90, supportsTimer: Bool) {
            self.interval = interval
            self.refresher = refresher
            self.minimum = minimum
            self.supportsTimer = supportsTimer
        }
    }

    /// How a request is answered.
    package enum Answer: Hashable, Sendable {
        /// No timer.
        case none
        /// 422 with our Min-SE (§6, §9).
        case tooSmall(minimum: UInt32)
        /// Session-Expires in the 2xx, with `Require: timer` when the caller refreshes.
        case agreed(interval: UInt32, refresher: Role)
    }

    /// The answer of a UAS to a request (§9, table 2).
    ///
    /// Where the choice is ours we refresh: a peer that arms a timer and then never refreshes would end its own calls.
    package func answer(to request: Request) -> Answer {
        if let interval = request.interval, interval < self.minimum {
            // A UAC that does not know the extension cannot act on a 422; the interval then grows to what we accept.
            guard !request.supportsTimer else {
                return .tooSmall(minimum: self.minimum)
            }
            return .agreed(interval: self.minimum, refresher: .uas)
        }
        guard request.supportsTimer else {
            return request.interval.map { .agreed(interval: $0, refresher: .uas) } ?? .none
        }
        let floor = max(request.minimum, self.minimum)
        switch (request.interval, self.interval) {
        case (nil, 0):
            return .none
        case (nil, let ours):
            return .agreed(interval: max(ours, floor), refresher: .uas)
        case (let theirs?, 0):
            return .agreed(interval: max(theirs, floor), refresher: request.refresher ?? .uas)
        case (let theirs?, let ours):
            return .agreed(interval: max(min(theirs, ours), floor), refresher: request.refresher ?? .uas)
        }
    }
}
