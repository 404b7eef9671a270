package import ProtocolKit

/// One question to a decision server and its later answer.
package struct DecisionID: Hashable, Sendable {
    /// A number that call control does not use twice.
    package let number: UInt64

    package init(_ number: UInt64) {
        self.number = number
    }
}

/// A question about a call to a server outside.
package struct DecisionRequest: Hashable, Sendable {
    /// What the answer names.
    package let id: DecisionID

    /// The server by its name in the configuration.
    package let server: ByteString

    /// What the server is told: one JSON object (RFC 8259).
    package let body: [UInt8]

    package init(id: DecisionID, server: ByteString, body: [UInt8]) {
        self.id = id
        self.server = server
        self.body = body
    }
}

/// What whoever talks with decision servers shall do.
package enum DecisionOrder: Hashable, Sendable {
    /// Ask; a ``DecisionResult`` follows, unless the question is withdrawn.
    case ask(DecisionRequest)
    /// The answer does not matter any more.
    case withdraw(DecisionID)
}

/// What came of a question.
package enum DecisionResult: Hashable, Sendable {
    /// The server has answered with these octets, which nobody has looked at yet.
    case answered([UInt8])
    /// The server has answered that it has nothing to say (HTTP: 204).
    case noOpinion
    /// There is no answer.
    case failed(DecisionFailure)
}

/// Why a question has no answer that can be followed.
package enum DecisionFailure: Error, Hashable, Sendable {
    /// No connection could be had, or it was lost, for this reason.
    case unreachable(ByteString)
    /// The server has answered with another HTTP status than 200 and 204 (RFC 9110 §15).
    case status(UInt16)
    /// The server speaks no HTTP that can be read (RFC 9112).
    case notHTTP
    /// The answer is longer than the limit.
    case tooLong
    /// The time was up.
    case timedOut
    /// The answer is not what an answer must be.
    case wrongAnswer(ByteString)
    /// The server was not asked: it has failed too often, and rests.
    case resting
    /// The server was not asked: as many questions as may be are open.
    case limit
    /// The server was not asked: the question is longer than the limit.
    case questionTooLong
    /// The server was not asked: the configuration has none by the name.
    case unknown

    /// What happened, in a few words.
    package var words: ByteString {
        switch self {
        case .unreachable(let reason): ByteString("it cannot be reached: \(reason)")
        case .status(let status): ByteString("it answered with status \(status)")
        case .notHTTP: "it speaks no HTTP"
        case .tooLong: "its answer is longer than the limit"
        case .timedOut: "its time was up"
        case .wrongAnswer(let problem): ByteString("its answer is wrong: \(problem)")
        case .resting: "it has failed too often and is left alone for a while"
        case .limit: "too many calls ask it at once"
        case .questionTooLong: "the question is longer than the limit"
        case .unknown: "the configuration does not know it"
        }
    }
}
