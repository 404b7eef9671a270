package import ProtocolKit
package import SimulationKit

/// What the people at a lab's telephones do by themselves: they answer when it rings, talk for a while, and hang up.
///
/// Whoever is left alone, because the other side hung up or gave up before the receiver was lifted, hangs up too.
package struct LineHabits {
    /// What somebody does, at the telephone with this number.
    package enum Act: Hashable, Sendable {
        case liftsReceiver(Int)
        case hangsUp(Int)
    }

    /// How long it rings before somebody answers.
    package let answerDelay: Duration

    /// How long somebody talks; `nil` for as long as the other side does.
    package let talkTime: Duration?

    /// People act at whole multiples of this time, as generators of load do; `nil` for any moment.
    package let rhythm: Duration?

    /// How long somebody without a connection keeps the receiver at the ear.
    private static let patience = Duration.seconds(1)

    private var acts: [Int: Act] = [:]
    private var deadlines = DeadlineQueue<Int>()

    package init(answerDelay: Duration, talkTime: Duration?, rhythm: Duration? = nil) {
        self.answerDelay = answerDelay
        self.talkTime = talkTime
        self.rhythm = rhythm
    }

    /// The next moment somebody does something.
    package var nextDeadline: Instant? {
        self.deadlines.next
    }

    /// Something happened at a telephone.
    package mutating func notice(_ note: LabNote, at index: Int, isOffHook: Bool, now: Instant) {
        switch note {
        case .rings: self.plan(.liftsReceiver(index), index, now.advanced(by: self.answerDelay))
        case .ringingStopped where !isOffHook: self.plan(nil, index, now)
        case .connectionDeleted where isOffHook: self.plan(.hangsUp(index), index, now)
        case .ringingStopped, .connectionDeleted, .signalBegan, .signalEnded, .connectionCreated, .connectionModified,
            .notified, .refused, .answered, .unanswered, .key, .seized, .garbled:
            break
        }
    }

    /// The next thing that somebody does now; `nil` when nobody does anything.
    package mutating func nextAct(at now: Instant) -> Act? {
        while let index = self.deadlines.popDue(at: now) {
            guard let act = self.acts.removeValue(forKey: index) else {
                continue
            }
            if act == .liftsReceiver(index), let talkTime {
                self.plan(.hangsUp(index), index, now.advanced(by: talkTime))
            }
            return act
        }
        return nil
    }

    /// Whoever has just lifted a receiver hears whether somebody is there.
    package mutating func lifted(_ index: Int, isConnected: Bool, now: Instant) {
        if !isConnected {
            self.plan(.hangsUp(index), index, now.advanced(by: Self.patience))
        }
    }

    private mutating func plan(_ act: Act?, _ index: Int, _ time: Instant) {
        self.acts[index] = act
        self.deadlines.set(act == nil ? nil : self.beat(notBefore: time), for: index)
    }

    private func beat(notBefore time: Instant) -> Instant {
        guard let rhythm = self.rhythm?.nanoseconds, rhythm > 0 else {
            return time
        }
        let late = time.nanoseconds % rhythm
        return late > 0 ? time.advanced(by: .nanoseconds(rhythm - late)) : time
    }
}
