import CallModel
import ProtocolKit
import XMLReading

/// Reads what a decision server answers: actions in the words of dialplans.
///
/// ```json
/// {"actions": [{"application": "bridge", "data": "trunk/carrier/4930", "timeout": "20s"}]}
/// ```
/// Each object becomes the element that a dialplan would have, and is read by what reads dialplans: an answer can do
/// what its plan could do, and nothing else. A `$` is a dollar sign; a number or a truth value is taken for its text.
struct DecisionAnswerReader {
    private let plan: Dialplan
    private let server: ByteString
    /// What messages call the answer.
    private let file: String
    private var problems: [DialplanProblem] = []

    init(of plan: Dialplan, from server: ByteString) {
        self.plan = plan
        self.server = server
        self.file = "answer of \(server)"
    }

    /// The actions of an answer, in order; empty when the server has nothing to say.
    mutating func read(_ octets: [UInt8]) throws(DialplanError) -> [ActionTemplate] {
        let elements = self.elements(of: try self.value(of: octets))
        self.check(elements)
        guard self.problems.isEmpty else {
            throw DialplanError(self.problems)
        }
        var reading = PlanReading(answering: self.plan)
        let root = XMLElement(name: "answer", children: elements, location: XMLLocation(file: self.file, line: 0))
        let actions = reading.readActions(root, named: "action", captures: .noneWithoutExpression)
        guard reading.problems.isEmpty else {
            throw DialplanError(reading.problems)
        }
        return actions
    }

    // MARK: From JSON to elements

    private func value(of octets: [UInt8]) throws(DialplanError) -> JSONValue {
        do throws(JSONError) {
            return try JSONReader.read(octets, limits: JSONReader.Limits(depth: 4, values: 4096))
        } catch {
            throw DialplanError([DialplanProblem(file: self.file, line: 0, message: "it is no JSON: \(error)")])
        }
    }

    private mutating func elements(of value: JSONValue) -> [XMLElement] {
        guard case .object(let members) = value, let actions = members.first(where: { $0.name == "actions" }) else {
            self.add("the answer is no object with \"actions\"", at: 0)
            return []
        }
        for member in members where member.name != "actions" {
            self.add("the answer has \"\(member.name)\", which means nothing; it has only \"actions\"", at: 0)
        }
        guard case .array(let values) = actions.value else {
            self.add("\"actions\" is \(actions.value.kind) and no list", at: 0)
            return []
        }
        guard values.count <= self.plan.limits.actions else {
            self.add("there are more than \(self.plan.limits.actions) actions", at: 0)
            return []
        }
        var elements: [XMLElement] = []
        for (place, value) in values.enumerated() {
            if let element = self.element(of: value, number: place + 1) {
                elements.append(element)
            }
        }
        return elements
    }

    private mutating func element(of value: JSONValue, number: Int) -> XMLElement? {
        guard case .object(let members) = value else {
            self.add("an action is \(value.kind) and no object", at: number)
            return nil
        }
        var attributes: [XMLElement.Attribute] = []
        for member in members {
            guard let text = self.text(of: member.value) else {
                self.add("\"\(member.name)\" is \(member.value.kind) and no text", at: number)
                return nil
            }
            // No element of a dialplan can have them either.
            guard text.bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                self.add("\"\(member.name)\" has a control character", at: number)
                return nil
            }
            guard text.count <= self.plan.limits.valueOctets else {
                self.add("\"\(member.name)\" is longer than \(self.plan.limits.valueOctets) octets", at: number)
                return nil
            }
            attributes.append(XMLElement.Attribute(name: member.name.description, value: Self.written(text)))
        }
        let location = XMLLocation(file: self.file, line: number)
        return XMLElement(name: "action", attributes: attributes, location: location)
    }

    private func text(of value: JSONValue) -> ByteString? {
        switch value {
        case .string(let text), .number(let text): text
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The text as a dialplan writes it, in which nothing is filled in.
    private static func written(_ text: ByteString) -> String {
        text.description.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$")
    }

    // MARK: What only a dialplan may do

    private mutating func check(_ elements: [XMLElement]) {
        for element in elements {
            let number = element.location.line
            switch element["application"].flatMap(DialplanApplication.init(rawValue:)) {
            case .ask:
                self.add("an answer cannot ask; transfer to a context that does", at: number)
            case .set:
                let name = (element["data"] ?? "").prefix { $0 != "=" }.trimmingSpaces
                if CallSetting(rawValue: name) == nil {
                    let known = CallSetting.allCases.map(\.rawValue).joined(separator: ", ")
                    self.add("an answer sets no variables, as \"\(name)\", only \(known)", at: number)
                }
            case .transfer:
                self.checkContext(element["context"].map { ByteString($0) }, at: number)
            case .bridge, .route, .answer, .preAnswer, .ringReady, .sleep, .play, .sendDigits, .answerAndEcho,
                .answerAndPlayTone, .reject, .redirect, .lineService, .header, .limit, .log, .remember, .forget, nil:
                break
            }
        }
    }

    private mutating func checkContext(_ context: ByteString?, at number: Int) {
        if let context, !self.plan.hasContext(context) {
            let known = self.plan.contextNames.map(\.description)
            let advice = NearestName.advice(for: context.description, among: known)
            self.add("there is no context \"\(context)\"; \(advice)", at: number)
        }
    }

    private mutating func add(_ message: String, at number: Int) {
        self.problems.append(DialplanProblem(file: self.file, line: number, message: message))
    }
}

extension PlanReading {
    /// Reads actions that belong to a plan which is made already: what it has they may name.
    fileprivate init(answering plan: Dialplan) {
        self.init(
            names: plan.names,
            limits: plan.limits,
            files: { _, _ in nil },
            databases: { _, _ in },
            clocks: DialplanReader.Clocks()
        )
        for table in plan.tables {
            _ = self.define(table, named: table.name.description)
        }
        for routes in plan.routes {
            _ = self.define(routes, named: routes.name.description)
        }
    }
}
