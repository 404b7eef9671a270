import CallModel
import DialplanEngine
import ProtocolKit

/// Questions to decision servers: the call waits for a time, and without an answer its dialplan goes on.
extension Call {
    /// Asks, if that may be; else the next action is done.
    mutating func ask(_ action: AskAction, in environment: inout CallEnvironment) {
        let body = action.question(of: self.id)
        let question = environment.decisions.begin(
            action.server,
            octets: body.count,
            for: self.index,
            at: environment.now
        )
        switch question {
        case .success(let question):
            self.phase = .asking(Inquiry(id: question.id, server: action.server, deadline: question.deadline))
            environment.decide(.ask(DecisionRequest(id: question.id, server: action.server, body: body)))
        case .failure(let failure):
            environment.observe(.undecided(self.id, by: action.server, failure))
        }
    }

    /// A server has answered, or will not.
    mutating func receive(_ result: DecisionResult, to id: DecisionID, in environment: inout CallEnvironment) {
        guard case .asking(let inquiry) = self.phase, inquiry.id == id else {
            return
        }
        self.phase = .routing
        switch result {
        case .answered(let octets):
            self.take(answer: octets, to: inquiry, in: &environment)
        case .noOpinion:
            environment.end(inquiry, .answered)
            environment.observe(.decided(self.id, by: inquiry.server))
        case .failed(let failure):
            environment.end(inquiry, .failed)
            environment.observe(.undecided(self.id, by: inquiry.server, failure))
        }
        self.carryOn(in: &environment)
    }

    /// The time of a question may be up.
    mutating func expireInquiry(in environment: inout CallEnvironment) {
        guard case .asking(let inquiry) = self.phase, inquiry.deadline <= environment.now else {
            return
        }
        environment.decide(.withdraw(inquiry.id))
        self.receive(.failed(.timedOut), to: inquiry.id, in: &environment)
    }

    /// The call ends while it waits.
    mutating func withdrawInquiry(in environment: inout CallEnvironment) {
        guard case .asking(let inquiry) = self.phase else {
            return
        }
        environment.decide(.withdraw(inquiry.id))
        environment.end(inquiry, .withdrawn)
    }

    private mutating func take(
        answer octets: [UInt8],
        to inquiry: Inquiry,
        in environment: inout CallEnvironment
    ) {
        do throws(DialplanError) {
            let verdict = try self.run.take(answer: octets, memory: environment.memory)
            environment.end(inquiry, .answered)
            environment.observe(.decided(self.id, by: inquiry.server))
            if verdict == .decides {
                self.extensionName = self.run.decision.extensionName
            }
        } catch {
            environment.end(inquiry, .failed)
            let problem = error.problems.first.map { "\($0)" } ?? ""
            let failure = DecisionFailure.wrongAnswer(ByteString(problem))
            environment.observe(.undecided(self.id, by: inquiry.server, failure))
        }
    }
}

/// A question that a call waits for.
struct Inquiry: Hashable, Sendable {
    let id: DecisionID
    let server: ByteString
    /// Until when the call waits.
    let deadline: Instant
}

extension CallEnvironment {
    /// Something for whoever talks with decision servers.
    fileprivate mutating func decide(_ order: DecisionOrder) {
        self.outputs.append(.decide(order))
    }

    /// Ends a question, and tells what that has changed for the server.
    fileprivate mutating func end(_ inquiry: Inquiry, _ outcome: DecisionTable.Outcome) {
        switch self.decisions.end(inquiry.id, outcome, at: self.now) {
        case .opened:
            self.observe(.decisionServerRests(inquiry.server, true))
        case .closed:
            self.observe(.decisionServerRests(inquiry.server, false))
        case nil:
            break
        }
    }
}
