package import CallModel
package import ProtocolKit

/// One search for next hops that waits for the resolver.
package struct LocatingID: Hashable, Sendable {
    private let number: UInt64

    init(_ number: UInt64) {
        self.number = number
    }
}

/// Finds next hops for the agent: resolutions, their cache, and which hops are out of service (RFC 3263).
///
/// Searches that ask the same question share one request to the resolver. A resolver that is slow or dead delays only
/// the searches that need it, each by a bounded time.
package struct NextHopLocator: Sendable {
    /// The answer to a search.
    package enum Answer: Hashable, Sendable {
        /// At least one place to try.
        case found(NextHopList)
        /// No place to try.
        case failed(Failure)
    }

    /// Why there is no place to try.
    package enum Failure: Hashable, Sendable {
        /// The name leads nowhere.
        case notResolved
        /// No listener has the transport or address family.
        case unreachable
        /// All places asked to be left alone (503 with Retry-After).
        case unavailable(retryAfter: Duration)
        /// Too many searches wait already.
        case busy
    }

    /// What a search leads to at once.
    package enum Beginning: Hashable, Sendable {
        /// The answer was known.
        case answered(Answer)
        /// The answer comes as ``Output/located(_:_:)``.
        case pending(LocatingID)
    }

    /// What the locator wants from the agent.
    package enum Output: Hashable, Sendable {
        /// Ask the resolver.
        case resolve(ResolutionID, DNSQuestion)
        /// A search has ended.
        case located(LocatingID, Answer)
    }

    private struct Search: Sendable {
        var resolution: NextHopResolution
        let deadline: Instant
        var waitsFor: Set<DNSQuestion> = []
    }

    private struct Question: Sendable {
        let question: DNSQuestion
        var searches: [LocatingID]
    }

    private let policy: LocatingPolicy
    private let capabilities: NextHopCapabilities
    private var identifiers: IdentifierSource
    private var cache: DNSCache
    private var penalties: HopPenalties
    private var searches: [LocatingID: Search] = [:]
    private var deadlines = DeadlineQueue<LocatingID>()
    private var questions: [ResolutionID: Question] = [:]
    private var resolutions: [DNSQuestion: ResolutionID] = [:]
    private var outputs = OutputQueue<Output>()
    private var nextNumber: UInt64 = 0

    /// Finds hops that these listeners can send to; `identifiers` gives the key for draws by weight.
    package init(
        policy: LocatingPolicy,
        listeners: [SIPListenerConfiguration],
        identifiers: inout IdentifierSource
    ) {
        self.policy = policy
        self.capabilities = NextHopCapabilities(listeners)
        self.identifiers = IdentifierSource(shard: identifiers.shard, key: identifiers.octets(32))
        self.cache = DNSCache(policy: policy)
        self.penalties = HopPenalties(capacity: policy.penalizedHops)
    }

    /// The next moment that a search has waited long enough.
    package var nextDeadline: Instant? {
        self.deadlines.next
    }

    /// How many searches wait.
    package var pendingCount: Int {
        self.searches.count
    }

    /// The oldest output that was not taken yet.
    package mutating func nextOutput() -> Output? {
        self.outputs.next()
    }

    /// Begins a search.
    package mutating func locate(_ target: NextHopTarget, at now: Instant) -> Beginning {
        if let transport = target.transport, !self.capabilities.transports.contains(transport) {
            return .answered(.failed(.unreachable))
        }
        if let hop = target.numericHop {
            guard self.capabilities.reaches(hop.transport, isV4: hop.address.ip.isV4) else {
                return .answered(.failed(.unreachable))
            }
            return .answered(self.answer([hop], at: now))
        }
        var resolution = NextHopResolution(target, capabilities: self.capabilities, policy: self.policy)
        let step = self.continueFromCache(&resolution, at: now)
        guard case .asks(let questions) = step else {
            return .answered(self.answer(resolution.hopsSoFar, at: now))
        }
        guard self.searches.count < self.policy.pendingResolutions,
            self.questions.count < self.policy.pendingResolutions * 2
        else {
            return .answered(.failed(.busy))
        }
        let id = LocatingID(self.nextNumber)
        self.nextNumber += 1
        let deadline = now.advanced(by: self.policy.timeout)
        self.searches[id] = Search(resolution: resolution, deadline: deadline)
        self.ask(questions, for: id)
        self.setDeadline(of: id, at: now)
        return .pending(id)
    }

    /// Gives a search up.
    package mutating func cancel(_ id: LocatingID) {
        guard let search = self.searches.removeValue(forKey: id) else {
            return
        }
        self.deadlines.set(nil, for: id)
        for question in search.waitsFor {
            if let resolution = self.resolutions[question] {
                self.questions[resolution]?.searches.removeAll { $0 == id }
            }
        }
    }

    /// Takes an answer of the resolver.
    package mutating func receive(_ answer: DNSAnswer, for resolution: ResolutionID, at now: Instant) {
        guard let asked = self.questions.removeValue(forKey: resolution) else {
            return
        }
        self.resolutions[asked.question] = nil
        self.cache.store(answer, to: asked.question, at: now)
        for id in asked.searches {
            guard var search = self.searches[id] else {
                continue
            }
            search.waitsFor.remove(asked.question)
            search.resolution.receive(answer, to: asked.question, identifiers: &self.identifiers)
            let step = self.continueFromCache(&search.resolution, at: now)
            self.searches[id] = search
            switch step {
            case .done(let hops):
                self.end(id, with: hops, at: now)
            case .asks(let questions):
                self.ask(questions, for: id)
                self.setDeadline(of: id, at: now)
            }
        }
    }

    /// Ends the searches that have waited long enough with what they know.
    package mutating func advance(to now: Instant) {
        while let id = self.deadlines.popDue(at: now) {
            self.end(id, with: self.searches[id]?.resolution.hopsSoFar ?? [], at: now)
        }
    }

    /// Notes that a next hop did not answer or could not be reached; it is tried last for a while.
    package mutating func markUnresponsive(_ hop: NextHop, for penalty: Duration, at now: Instant) {
        self.penalties.add(hop, until: now.advanced(by: penalty), isRequested: false, at: now)
    }

    /// Notes that a next hop asked to be left alone (503 with Retry-After, RFC 3261 §21.5.4).
    package mutating func markUnavailable(_ hop: NextHop, retryAfter: Duration, at now: Instant) {
        let wait = min(retryAfter, Self.longestRetryAfter)
        self.penalties.add(hop, until: now.advanced(by: wait), isRequested: true, at: now)
    }

    /// Notes that a next hop answers.
    package mutating func markResponsive(_ hop: NextHop) {
        self.penalties.lift(hop)
    }
}

extension NextHopLocator {
    /// A peer cannot shut itself off for longer than this, by mistake or at all.
    private static let longestRetryAfter: Duration = .seconds(600)

    private func answer(_ hops: [NextHop], at now: Instant) -> Answer {
        guard !hops.isEmpty else {
            return .failed(.notResolved)
        }
        let ordered = self.penalties.order(hops, at: now)
        guard !ordered.isEmpty else {
            return .failed(.unavailable(retryAfter: self.penalties.wait(of: hops, at: now) ?? .seconds(1)))
        }
        return .found(NextHopList(ordered))
    }

    /// Feeds a resolution with answers that are known until it needs one that is not.
    private mutating func continueFromCache(
        _ resolution: inout NextHopResolution,
        at now: Instant
    ) -> NextHopResolution.Step {
        // Each round answers at least one question, and a resolution asks a bounded number of them.
        for _ in 0...self.policy.questions {
            guard case .asks(let questions) = resolution.step else {
                break
            }
            var isAnswered = false
            for question in questions {
                if let answer = self.cache.answer(to: question, at: now) {
                    resolution.receive(answer, to: question, identifiers: &self.identifiers)
                    isAnswered = true
                }
            }
            if !isAnswered {
                break
            }
        }
        return resolution.step
    }

    private mutating func ask(_ questions: [DNSQuestion], for id: LocatingID) {
        for question in questions where self.searches[id]?.waitsFor.insert(question).inserted == true {
            if let resolution = self.resolutions[question] {
                self.questions[resolution]?.searches.append(id)
                continue
            }
            let resolution = ResolutionID(self.nextNumber)
            self.nextNumber += 1
            self.resolutions[question] = resolution
            self.questions[resolution] = Question(question: question, searches: [id])
            self.outputs.append(.resolve(resolution, question))
        }
    }

    /// A search that knows a place to try waits for others only a little longer.
    private mutating func setDeadline(of id: LocatingID, at now: Instant) {
        guard let search = self.searches[id] else {
            return
        }
        let patience = now.advanced(by: self.policy.patience)
        let deadline = search.resolution.hopsSoFar.isEmpty ? search.deadline : min(search.deadline, patience)
        self.deadlines.set(deadline, for: id)
    }

    private mutating func end(_ id: LocatingID, with hops: [NextHop], at now: Instant) {
        self.cancel(id)
        self.outputs.append(.located(id, self.answer(hops, at: now)))
    }
}
