import CallModel
import ProtocolKit

/// Answers of the resolver for as long as they may be kept, missing names included (RFC 2308), in a bounded table.
///
/// Two generations: what has not been asked for while one filled up is forgotten.
struct DNSCache: Sendable {
    private struct Entry: Sendable {
        let answer: DNSAnswer
        let expiry: Instant
    }

    private let policy: LocatingPolicy
    private let capacity: Int
    private var young: [DNSQuestion: Entry] = [:]
    private var old: [DNSQuestion: Entry] = [:]

    init(policy: LocatingPolicy) {
        self.policy = policy
        self.capacity = max(policy.cachedAnswers / 2, 1)
    }

    /// How many answers are kept.
    var count: Int {
        self.young.count + self.old.count
    }

    /// The answer to a question, if it is still good.
    mutating func answer(to question: DNSQuestion, at now: Instant) -> DNSAnswer? {
        if let entry = self.young[question] {
            guard entry.expiry > now else {
                self.young[question] = nil
                return nil
            }
            return entry.answer
        }
        guard let entry = self.old.removeValue(forKey: question), entry.expiry > now else {
            return nil
        }
        self.insert(entry, for: question)
        return entry.answer
    }

    /// Keeps an answer for the time that it states, within bounds.
    mutating func store(_ answer: DNSAnswer, to question: DNSQuestion, at now: Instant) {
        let lifetime: Duration
        switch answer {
        case .records(_, let timeToLive):
            lifetime = min(timeToLive, self.policy.maximumTimeToLive)
        case .nothing(let timeToLive):
            lifetime = min(timeToLive, self.policy.maximumNegativeTimeToLive)
        case .failed:
            lifetime = self.policy.failureTimeToLive
        }
        guard lifetime > .zero else {
            return
        }
        self.old[question] = nil
        self.insert(Entry(answer: answer, expiry: now.advanced(by: lifetime)), for: question)
    }

    private mutating func insert(_ entry: Entry, for question: DNSQuestion) {
        if self.young.count >= self.capacity, self.young[question] == nil {
            self.old = self.young
            self.young = [:]
        }
        self.young[question] = entry
    }
}
