import CallModel
import ProtocolKit

/// The decision servers with their breakers, and the questions that wait for an answer.
struct DecisionTable: Sendable {
    /// A question that may be asked.
    struct Question: Sendable {
        let id: DecisionID
        /// Until when the call waits.
        let deadline: Instant
    }

    /// What came of a question, as far as the server is concerned.
    enum Outcome: Sendable {
        case answered
        case failed
        case withdrawn
    }

    private struct Server: Sendable {
        let settings: DecisionSettings
        var breaker: CircuitBreaker
        var questions = 0
    }

    private struct Waiting: Sendable {
        let call: SlabIndex
        let server: ByteString
        let attempt: CircuitBreaker.Attempt
    }

    private var servers: [ByteString: Server]
    private var waiting: [DecisionID: Waiting] = [:]
    private var nextNumber: UInt64 = 1

    init(_ settings: [ByteString: DecisionSettings]) {
        self.servers = settings.mapValues { Server(settings: $0, breaker: CircuitBreaker($0.breaker)) }
    }

    /// Whether nobody waits.
    var isEmpty: Bool {
        self.waiting.isEmpty
    }

    /// The call that waits for this answer; `nil` for a late one.
    func call(of id: DecisionID) -> SlabIndex? {
        self.waiting[id]?.call
    }

    /// Begins a question of so many octets, or says why there can be none.
    mutating func begin(
        _ name: ByteString,
        octets: Int,
        for call: SlabIndex,
        at now: Instant
    ) -> Result<Question, DecisionFailure> {
        guard var server = self.servers[name] else {
            return .failure(.unknown)
        }
        guard octets <= server.settings.questionOctets else {
            return .failure(.questionTooLong)
        }
        guard server.questions < server.settings.questions else {
            return .failure(.limit)
        }
        guard let attempt = server.breaker.begin(at: now) else {
            return .failure(.resting)
        }
        server.questions += 1
        self.servers[name] = server
        let id = DecisionID(self.nextNumber)
        self.nextNumber += 1
        self.waiting[id] = Waiting(call: call, server: name, attempt: attempt)
        return .success(Question(id: id, deadline: now.advanced(by: server.settings.timeout)))
    }

    /// Ends a question; what has changed for other calls comes back.
    mutating func end(_ id: DecisionID, _ outcome: Outcome, at now: Instant) -> CircuitBreaker.Change? {
        guard let waiting = self.waiting.removeValue(forKey: id) else {
            return nil
        }
        self.servers[waiting.server]?.questions -= 1
        switch outcome {
        case .answered:
            return self.servers[waiting.server]?.breaker.succeed(waiting.attempt)
        case .failed:
            return self.servers[waiting.server]?.breaker.fail(waiting.attempt, at: now)
        case .withdrawn:
            self.servers[waiting.server]?.breaker.withdraw(waiting.attempt, at: now)
            return nil
        }
    }
}
