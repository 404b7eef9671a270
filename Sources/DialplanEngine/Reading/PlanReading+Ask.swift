import ProtocolKit
import XMLReading

/// Questions to decision servers.
extension PlanReading {
    /// The most variables that one question tells.
    private static let mostVariables = 16

    /// Reads `ask`: the server, which the configuration must know, and the variables that it is told.
    mutating func readAsk(_ element: XMLElement) -> ActionTemplate? {
        guard let server = element["decision"], !server.isEmpty else {
            self.add("ask names no decision", at: element, advice: "add decision=\"NAME\"")
            return nil
        }
        if let known = self.names.decisions, !known.contains(ByteString(server)) {
            self.add(
                "there is no decision \"\(server)\"",
                at: element,
                advice: NearestName.advice(for: server, among: known.map(\.description).sorted())
                    + " (decisions are defined in the configuration)"
            )
            return nil
        }
        let words = (element["variables"] ?? "").split { $0.isWhitespace || $0 == "," }.map(String.init)
        guard words.count <= Self.mostVariables else {
            self.add("ask tells more than \(Self.mostVariables) variables", at: element, advice: "use fewer")
            return nil
        }
        var slots: [Int] = []
        for word in words {
            guard let slot = self.slotToRead(word) else {
                let near = NearestName.nearest(to: word, among: self.readableNames)
                self.add(
                    "nothing above sets the variable \"\(word)\"",
                    at: element,
                    advice: near.map { "did you mean \"\($0)\"? Facts of the call are always told" }
                        ?? "set it in an action above, in this context"
                )
                return nil
            }
            if !slots.contains(slot) {
                slots.append(slot)
            }
        }
        self.asksServers = true
        return .ask(AskTemplate(server: ByteString(server), variables: slots))
    }

    /// What is done without an answer must stand where it is seen: below, in the same condition.
    mutating func check(_ actions: [ActionTemplate], belowAskAt element: XMLElement) {
        let lastAsk = actions.lastIndex(where: \.asks)
        let below = lastAsk.map { actions.dropFirst($0 + 1) } ?? []
        guard !below.contains(where: \.decidesAlways) else {
            return
        }
        self.add(
            "it is not said what becomes of the call when no answer comes",
            at: element,
            advice: "write it below in the same condition, for example <\(element.name) application=\"reject\" "
                + "cause=\"temporary-failure\"/>"
        )
    }
}

extension ActionTemplate {
    /// Whether a decision server is asked.
    var asks: Bool {
        switch self {
        case .ask: true
        case .conditional(_, let action): action.asks
        case .fixed, .bridge, .route, .reject, .redirect, .forward, .setVariable, .setDestinationNumber,
            .setCallerNumber, .setCallerName, .header, .sendDigits, .log, .limit, .remember, .transfer:
            false
        }
    }

    /// Whether the action decides what becomes of every call that comes to it.
    fileprivate var decidesAlways: Bool {
        if case .conditional = self { false } else { self.routes && !self.asks }
    }
}
