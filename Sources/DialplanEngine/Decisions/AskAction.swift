package import CallModel
package import ProtocolKit

/// A question to a decision server outside, which may say what becomes of the call.
///
/// An answer that decides the call takes the place of everything below; without one, what stands below is done.
package struct AskAction: Hashable, Sendable {
    /// The server by its name in the configuration.
    package let server: ByteString

    /// The context that asks.
    package let context: ByteString

    /// What is known of the call, with what the dialplan has set so far.
    package let facts: CallFacts

    /// The variables that the server is told.
    package let variables: [RouteDecision.Variable]

    package init(
        server: ByteString,
        context: ByteString,
        facts: CallFacts,
        variables: [RouteDecision.Variable] = []
    ) {
        self.server = server
        self.context = context
        self.facts = facts
        self.variables = variables
    }

    /// What the server is told: one JSON object.
    ///
    /// Every member is always there, empty where the call has nothing of the kind, so that a server need not look.
    package func question(of call: CallID) -> [UInt8] {
        var json = JSONWriter(reservingCapacity: 512)
        json.object { json in
            json.name("decision")
            json.string(self.server)
            json.name("call")
            json.string(call.description)
            json.name("context")
            json.string(self.context)
            json.name("destination")
            json.string(self.facts.destinationNumber)
            json.name("caller")
            json.object { json in
                json.name("number")
                json.string(self.facts.callerNumber)
                json.name("name")
                json.string(self.facts.callerName)
            }
            json.name("source")
            json.object { self.writeSource(to: &$0) }
            json.name("diverting_number")
            json.string(self.facts.divertingNumber)
            json.name("time")
            json.time(self.facts.time)
            json.name("variables")
            json.object { json in
                for variable in self.variables {
                    json.anyName(variable.name)
                    json.string(variable.value)
                }
            }
        }
        return json.bytes
    }

    private func writeSource(to json: inout JSONWriter) {
        json.name("trunk")
        json.string(self.facts.trunk)
        json.name("user")
        json.string(self.facts.user)
        json.name("listener")
        json.string(self.facts.listener)
        json.name("protocol")
        json.string(self.facts.signaling?.dialplanName ?? ByteString())
        json.name("address")
        json.string(self.facts.source.map { "\($0)" } ?? "")
    }
}

extension RouteDecision {
    /// Whether a decision server may decide otherwise.
    package var asks: Bool {
        self.actions.contains(where: \.asks)
    }
}

extension DialplanAction {
    /// Whether a decision server is asked.
    fileprivate var asks: Bool {
        switch self {
        case .ask: true
        case .conditional(let conditional): conditional.actions.contains(where: \.asks)
        case .bridge, .answer, .preAnswer, .ringReady, .pause, .play, .sendDigits, .answerAndEcho, .answerAndPlayTone,
            .reject, .redirect, .lineService, .set, .limit, .log, .remember:
            false
        }
    }
}

/// `ask` with the variables that each call fills in.
struct AskTemplate: Hashable, Sendable {
    let server: ByteString
    /// The slots of the variables.
    let variables: [Int]
}
