import CallModel
import ProtocolKit
import XMLReading

extension PlanReading {
    /// Reads the actions or the anti-actions of a condition.
    mutating func readActions(
        _ condition: XMLElement,
        named name: String,
        captures: AvailableCaptures
    ) -> [ActionTemplate] {
        var actions: [ActionTemplate] = []
        var ended: String?
        var failOver: CauseSet?
        var question: XMLElement?
        for element in condition.children where element.name == name {
            if let ended {
                self.add("this is never done: \(ended) ends the call", at: element, advice: "remove it or put it above")
            }
            guard let action = self.readAction(element, captures: captures) else {
                continue
            }
            if case .conditional(let causes, _) = action {
                self.check(causes, at: element, against: failOver)
            }
            failOver = action.failOver ?? failOver
            actions.append(action)
            question = action.asks ? element : question
            if action.endsCall {
                ended = element["application"]
            }
        }
        if let question {
            self.check(actions, belowAskAt: question)
        }
        return actions
    }

    /// What depends on a failed bridge must stand below one that lets its causes pass.
    private mutating func check(_ causes: CauseSet, at element: XMLElement, against failOver: CauseSet?) {
        guard let failOver else {
            self.add("after=\"…\" has no bridge above it", at: element, advice: "put it below a bridge, or remove it")
            return
        }
        if causes.isDisjoint(with: failOver) {
            self.add(
                "this is never done: the bridge above ends the call after \(causes)",
                at: element,
                advice: "add the causes to its fail-over"
            )
        }
    }

    private mutating func readAction(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        guard let name = element["application"] else {
            self.add("<\(element.name)> has no application", at: element, advice: "add application=\"…\"")
            return nil
        }
        guard let application = DialplanApplication(rawValue: name) else {
            let advice = DialplanApplication.advice(for: name)
            self.add("there is no application \"\(name)\"", at: element, advice: advice)
            return nil
        }
        let problemsBefore = self.problems.count
        self.check(element, attributes: ["application", "after"] + application.attributes, children: [])
        let action = self.read(application, element, captures: captures)
        let causes = element["after"].map { self.causes($0, at: element) }
        guard self.problems.count == problemsBefore, let action else {
            return nil
        }
        guard let causes else {
            return action
        }
        if application == .set || application == .header {
            self.add(
                "\(application.rawValue) cannot wait for what comes of a bridge",
                at: element,
                advice: "set it above, or transfer to a context that sets it"
            )
        }
        return .conditional(causes, action)
    }

    private mutating func read(
        _ application: DialplanApplication,
        _ element: XMLElement,
        captures: AvailableCaptures
    ) -> ActionTemplate? {
        switch application {
        case .bridge:
            self.readBridge(element, captures: captures)
        case .route:
            self.readRoute(element, captures: captures)
        case .answer:
            .fixed(.answer)
        case .preAnswer:
            .fixed(.preAnswer)
        case .ringReady:
            .fixed(.ringReady)
        case .sleep:
            self.readSleep(element)
        case .play:
            self.readPlay(element)
        case .sendDigits:
            self.readSendDigits(element, captures: captures)
        case .answerAndEcho:
            .fixed(.answerAndEcho(for: self.duration(element, "duration")))
        case .answerAndPlayTone:
            self.readTone(element)
        case .reject:
            self.readReject(element, captures: captures)
        case .redirect:
            self.readRedirect(element, captures: captures)
        case .ask:
            self.readAsk(element)
        case .transfer:
            self.readTransfer(element, captures: captures)
        case .lineService:
            self.readLineService(element, captures: captures)
        case .set:
            self.readSet(element, captures: captures)
        case .header:
            self.readHeader(element, captures: captures)
        case .limit:
            self.readLimit(element, captures: captures)
        case .log:
            self.readLog(element, captures: captures)
        case .remember:
            self.readRemember(element, captures: captures)
        case .forget:
            self.readForget(element, captures: captures)
        }
    }

    private mutating func readTone(_ element: XMLElement) -> ActionTemplate? {
        let text = element["frequency"] ?? "440"
        guard let frequency = UInt16(text), (20...3800).contains(frequency) else {
            self.add("frequency=\"\(text)\" is not 20 to 3800 hertz", at: element, advice: "write a number in between")
            return nil
        }
        let duration = self.duration(element, "duration") ?? .seconds(30)
        return .fixed(.answerAndPlayTone(ToneAction(frequency: frequency, duration: duration)))
    }

    private mutating func readReject(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        guard let text = element["cause"] else {
            self.add("reject has no cause", at: element, advice: "add for example cause=\"call-rejected\"")
            return nil
        }
        guard let cause = self.cause(text, at: element) else {
            return nil
        }
        let status = self.finalStatus(element)
        guard let reason = self.template(element["reason"] ?? "", of: element, captures: captures) else {
            return nil
        }
        guard let words = reason.constant?.printable else {
            return .reject(cause, status: status, reason: reason)
        }
        return .fixed(.reject(RejectAction(cause: cause, reason: words, status: status)))
    }

    private mutating func finalStatus(_ element: XMLElement) -> UInt16? {
        guard let text = element["status"] else {
            return nil
        }
        guard let status = UInt16(text), (400...699).contains(status) else {
            self.add("status=\"\(text)\" is no status of a refusal", at: element, advice: "write 400 to 699")
            return nil
        }
        if let header = RefusalStatus.missingHeader(of: status) {
            self.add(
                "status=\"\(status)\" is malformed without \(header), which no dialplan can write",
                at: element,
                advice: "write \(RefusalStatus.sendable(status)), or leave the status to the cause"
            )
            return nil
        }
        return status
    }

    /// A cause by number or name; the capitals and underscores of other programs do as well.
    mutating func cause(_ text: String, at element: XMLElement) -> Q850Cause? {
        let name = String(text.lowercased().map { $0 == "_" ? "-" : $0 })
        if let cause = CauseName.cause(name) {
            return cause
        }
        let near = NearestName.nearest(to: name, among: CauseName.all.map(\.name))
        self.add(
            "there is no cause \"\(text)\"",
            at: element,
            advice: near.map { "did you mean \"\($0)\"?" } ?? "write a Q.850 number (1 to 127) or name, as user-busy"
        )
        return nil
    }

    private mutating func readRedirect(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        var contacts: [TargetTemplate] = []
        for text in (element["data"] ?? "").split(separator: ",") {
            let text = text.trimmingSpaces
            guard let contact = self.target(text, of: element, captures: captures) else {
                return nil
            }
            guard case .uri = contact else {
                self.add(
                    "the caller cannot be sent to \"\(text)\"",
                    at: element,
                    advice: "write sip:user@host, which the caller can reach by itself"
                )
                return nil
            }
            contacts.append(contact)
        }
        guard !contacts.isEmpty else {
            self.add("redirect has no contact", at: element, advice: "add data=\"sip:user@host\"")
            return nil
        }
        let constant = contacts.compactMap(\.constant)
        return constant.count == contacts.count
            ? .fixed(.redirect(RedirectAction(contacts: constant))) : .redirect(contacts)
    }
}

// MARK: - Set

extension PlanReading {
    private mutating func readSet(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        let parts = (element["data"] ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
            self.add("set has no name and value", at: element, advice: "write data=\"name=value\"")
            return nil
        }
        let name = parts[0].trimmingSpaces
        let value = String(parts[1])
        if let setting = CallSetting(rawValue: name) {
            return self.readSetting(setting, value, of: element, captures: captures)
        }
        if CallField(rawValue: name) != nil {
            self.add("\"\(name)\" is a fact of the call and cannot be set", at: element, advice: "use another name")
            return nil
        }
        guard Self.isName(name) else {
            self.add(
                "\"\(name)\" cannot name a variable",
                at: element,
                advice: "begin with a letter and use up to 64 letters, digits, -, _ and ."
            )
            return nil
        }
        guard let template = self.template(value, of: element, captures: captures) else {
            return nil
        }
        return .setVariable(self.define(name, at: element), template)
    }

    private mutating func readSetting(
        _ setting: CallSetting,
        _ value: String,
        of element: XMLElement,
        captures: AvailableCaptures
    ) -> ActionTemplate? {
        switch setting {
        case .destinationNumber:
            return self.template(value, of: element, captures: captures).map(ActionTemplate.setDestinationNumber)
        case .callerNumber:
            return self.template(value, of: element, captures: captures).map(ActionTemplate.setCallerNumber)
        case .callerName:
            return self.template(value, of: element, captures: captures).map(ActionTemplate.setCallerName)
        case .privacy:
            guard let isOn = ["true": true, "false": false][value] else {
                self.add("privacy=\(value) is neither true nor false", at: element, advice: "write privacy=true")
                return nil
            }
            return .fixed(.set(.privacy(isOn)))
        case .maximumDuration:
            return self.duration(value, named: setting.rawValue, at: element).map { .fixed(.set(.maximumDuration($0))) }
        }
    }
}

extension StringProtocol {
    /// The text without spaces, tabs and line ends around it.
    var trimmingSpaces: String {
        let start = self.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
