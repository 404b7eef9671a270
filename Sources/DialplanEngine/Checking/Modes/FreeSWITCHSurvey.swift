import Expressions
import ProtocolKit

/// What a context in FreeSWITCH's language tests, before any call is tried.
struct FreeSWITCHSurvey {
    /// The expressions that each fact is tested with.
    private(set) var tests: [CallField: [FreeSWITCHExpression]] = [:]

    /// The facts of which something depends without a test that can be taken apart.
    private(set) var fills: Set<CallField> = []

    /// The times that are asked for, each once, with the first place of each.
    private(set) var times: [(time: FSTimeCondition, place: DialplanPlace)] = []

    /// Why not every call is stood for.
    private(set) var gaps: [String] = []

    /// The variables that actions fill with what the call brings.
    private let filledVariables: Set<ByteString>

    init(of context: FreeSWITCHContext, in plan: FreeSWITCHPlan) {
        self.filledVariables = Self.filledVariables(of: plan)
        for entry in context.extensions {
            self.survey(entry.conditions)
        }
    }

    private mutating func survey(_ conditions: [FreeSWITCHCondition]) {
        for condition in conditions {
            self.survey(condition.time, at: condition.place)
            for test in condition.tests {
                self.survey(test.time, at: test.place)
                self.survey(test)
            }
            if case .conditions(let nested) = condition.nested {
                self.survey(nested)
            }
        }
    }

    private mutating func survey(_ time: FSTimeCondition?, at place: DialplanPlace) {
        if let time, !self.times.contains(where: { $0.time == time }) {
            self.times.append((time, place))
        }
    }

    private mutating func survey(_ test: FreeSWITCHTest) {
        switch test.pattern {
        case .fixed(let expression):
            self.survey(expression, test)
        case .filledIn(let template):
            self.note(template, at: test.place)
            self.gap("an expression is filled in by the call", at: test.place)
        case .impossible:
            break
        }
    }

    private mutating func survey(_ expression: FreeSWITCHExpression, _ test: FreeSWITCHTest) {
        switch test.subject {
        case .field(let field):
            self.add(expression, for: CallField.behind(field.rawValue))
        case .other, nil:
            break
        case .text(let template):
            guard let key = template.onlyVariable else {
                self.note(template, at: test.place)
                return
            }
            if self.filledVariables.contains(key) {
                self.gap("${\(key)} is filled with what the call brings, and is taken as it comes", at: test.place)
            }
            self.add(expression, for: CallField.behind(key.description))
        }
    }

    private mutating func add(_ expression: FreeSWITCHExpression, for fields: [CallField]) {
        if fields.count == 1, let field = fields.first {
            self.tests[field, default: []].append(expression)
        } else {
            self.fills.formUnion(fields)
        }
    }

    /// Notes what a text is made of that cannot be tested by itself.
    private mutating func note(_ template: ExpansionTemplate, at place: DialplanPlace) {
        var names: [ByteString] = []
        template.collectNames(&names)
        let fields = names.flatMap { CallField.behind($0.description) }
        self.fills.formUnion(fields)
        if !fields.isEmpty || names.contains(where: self.filledVariables.contains) {
            self.gap("a value is made of several, or of a part of one", at: place)
        }
        if names.contains("hash") || names.contains("db") {
            self.gap("what earlier calls have left is looked up", at: place)
        }
    }

    private mutating func gap(_ words: String, at place: DialplanPlace) {
        self.gaps.append("\(place.file):\(place.line): \(words)")
    }

    // MARK: Variables

    private static func filledVariables(of plan: FreeSWITCHPlan) -> Set<ByteString> {
        let extensions = plan.contexts.values.flatMap(\.extensions)
        return Set(extensions.flatMap { $0.conditions.flatMap(\.everyAction) }.compactMap(\.filledVariable))
    }
}

extension FreeSWITCHCondition {
    /// What is tested besides the time.
    var tests: [FreeSWITCHTest] {
        switch self.rule {
        case .single(let test): test.map { [$0] } ?? []
        case .combined(_, let tests): tests
        }
    }

    /// The actions of both outcomes, and those of the conditions in it.
    var everyAction: [FreeSWITCHAction] {
        var actions = self.actions + self.antiActions
        if case .conditions(let nested) = self.nested {
            actions += nested.flatMap(\.everyAction)
        }
        return actions
    }
}

extension FreeSWITCHAction {
    private static let setting: Set<FreeSWITCHApplication> = [
        .set, .push, .unshift, .export, .bridgeExport, .setProfileVariable,
    ]

    /// The variable that it sets, in small letters, with its value; `nil` for an action that sets none or several.
    var setVariable: (name: ByteString, value: ExpansionTemplate)? {
        guard let application = self.application, Self.setting.contains(application),
            let (name, value) = self.capturedTemplate.split(at: "=") ?? self.capturedTemplate.split(at: ","),
            let key = name.constant?.key
        else {
            return nil
        }
        return (key, value)
    }

    fileprivate var filledVariable: ByteString? {
        self.setVariable.flatMap { $0.value.constant == nil ? $0.name : nil }
    }
}

extension ExpansionTemplate {
    /// The variable that is the whole text, in small letters.
    var onlyVariable: ByteString? {
        guard self.parts.count == 1, case .variable(let reference) = self.parts.first, reference.offset == nil,
            reference.index == nil
        else {
            return nil
        }
        return reference.key
    }

    /// The names of the variables and functions in it, as far as no call changes them.
    func collectNames(_ names: inout [ByteString]) {
        for part in self.parts {
            switch part {
            case .text, .capture:
                break
            case .variable(let reference):
                names += reference.key.map { [$0] } ?? []
                reference.name.collectNames(&names)
            case .function(let reference):
                names += reference.name.constant.map { [$0.key] } ?? []
                reference.argument.collectNames(&names)
            }
        }
    }
}

extension CallField {
    /// The facts of a call that a field or variable of FreeSWITCH begins with; none for others.
    fileprivate static func behind(_ name: String) -> [CallField] {
        switch name {
        case "destination_number", "sip_to_user", "sip_req_user": [.destinationNumber]
        case "caller_id_number", "orig_caller_id_number", "ani", "sip_from_user": [.callerNumber]
        case "caller_id_name", "orig_caller_id_name", "sip_from_display": [.callerName]
        case "rdnis": [.divertingNumber]
        case "username", "user_name", "sip_auth_username": [.user]
        case "network_addr", "sip_network_ip", "sip_received_ip": [.sourceAddress]
        case "sip_req_host", "sip_to_host": [.destinationHost]
        case "sip_via_protocol": [.transport]
        case "sip_gateway": [.trunk]
        case "sofia_profile_name": [.listener]
        case "domain_name": [.user, .destinationHost]
        case "sip_authorized": [.user, .user]
        case "channel_name", "chan_name": [.listener, .callerNumber]
        case "source": [.protocol, .protocol]
        default: []
        }
    }
}
