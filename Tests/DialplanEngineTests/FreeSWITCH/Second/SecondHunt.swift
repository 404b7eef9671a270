/// A search through a context, written a second time from what is known of FreeSWITCH's behavior, for comparison.
///
/// It walks the XML at every call, knows no types, and shares no code with the product.
final class SecondHunt {
    struct Action: Hashable {
        let application: String
        let data: String
        let isInline: Bool
    }

    private let globals: [String: String]
    private let clock: SecondClock
    private var fields: [String: String]
    private(set) var variables: [String: String] = [:]
    private var arrays: [String: [String]] = [:]
    private(set) var actions: [Action] = []
    private(set) var hasRoute = false
    private(set) var decisive: String?

    private let matchers: SecondMatchers

    init(
        globals: [String: String],
        fields: [String: String],
        variables: [String: String],
        seconds: Int,
        matchers: SecondMatchers = SecondMatchers()
    ) {
        self.matchers = matchers
        self.globals = Dictionary(globals.map { ($0.key.lowercased(), $0.value) }) { $1 }
        self.fields = fields
        self.clock = SecondClock(seconds: seconds)
        for (name, value) in variables where !value.isEmpty {
            self.variables[name.lowercased()] = value
        }
    }

    func run(_ contexts: [SecondElement], _ name: String) {
        let named = contexts.first { $0.attributes["name"] == name }
        guard let context = named ?? contexts.first(where: { $0.attributes["name"] == "global" }) else {
            return
        }
        var extensions = context.all("extension")[...]
        if self.isTrue(self.variables["auto_hunt"] ?? "") {
            let number = self.fields["destination_number"]
            if let start = extensions.firstIndex(where: { $0.attributes["name"] == number }) {
                extensions = extensions[start...]
            }
        }
        for entry in extensions {
            let proceed = self.read(entry, depth: 0)
            if proceed > 0, !self.isTrue(entry.attributes["continue"] ?? "") {
                self.decisive = entry.attributes["name"] ?? ""
                return
            }
        }
    }

    // MARK: Conditions

    private struct Found {
        var groups: [String?]?
        var count: Int {
            (self.groups?.lastIndex { $0 != nil }).map { $0 + 1 } ?? 0
        }
    }

    private func read(_ parent: SecondElement, depth: Int) -> Int {
        if depth > 100 {
            return 0
        }
        let needsNested = depth == 0 || self.isTrue(parent.attributes["require-nested"] ?? "true")
        let proceed = self.readAll(parent, depth: depth)
        return needsNested ? proceed : 1
    }

    private func readAll(_ parent: SecondElement, depth: Int) -> Int {
        var proceed = 0
        for condition in parent.all("condition") {
            var fails = true
            let time = self.clock.check(condition.attributes)
            if time == 1 {
                fails = false
                proceed = 1
            } else if time == 0 {
                proceed = 0
            }
            var found = Found()
            var fills = false
            var subject = ""
            if let rule = condition.attributes["regex"] {
                self.combine(condition, rule.lowercased(), &fails, &proceed, &found, &fills, &subject)
            } else if let field = condition.attributes["field"] {
                let expression = self.expand(self.expression(of: condition))
                subject = self.value(field)
                found.groups = self.matchers[expression]?.match(subject)
                proceed = found.count
                fails = fails && found.groups == nil
                fills = expression.contains("(")
            } else if time == -1 {
                fails = false
                proceed = 1
            }
            self.take(condition, fails, &proceed, found, fills, subject)
            let rule = condition.attributes["break"]?.lowercased() ?? "on-false"
            let known = ["on-true", "always", "never"].contains(rule) ? rule : "on-false"
            if known == "always" || known == "on-true" && !fails || known == "on-false" && fails {
                break
            }
            if proceed > 0, !condition.all("condition").isEmpty {
                proceed = self.read(condition, depth: depth + 1)
                if proceed == 0 {
                    if known == "never" {
                        continue
                    }
                    break
                }
            }
        }
        return proceed
    }

    private func combine(
        _ condition: SecondElement,
        _ rule: String,
        _ fails: inout Bool,
        _ proceed: inout Int,
        _ found: inout Found,
        _ fills: inout Bool,
        _ subject: inout String
    ) {
        for name in self.variables.keys where name.hasPrefix("dp_regex_match") {
            self.set(name, "")
        }
        var passes = 0
        var misses = 0
        var saved: (Found, String)?
        for (index, child) in condition.all("regex").enumerated() {
            let time = self.clock.check(child.attributes)
            let written = self.expression(of: child)
            let expression = self.expand(written)
            guard let field = child.attributes["field"] else {
                fills = false
                found = Found()
                if time == 0 {
                    misses += 1
                    if rule == "all" {
                        break
                    }
                } else {
                    passes += 1
                    proceed = 1
                    if rule != "all" && rule != "xor" {
                        break
                    }
                }
                continue
            }
            subject = self.value(field)
            let groups = self.matchers[expression]?.match(subject)
            let here = Found(groups: groups)
            proceed = here.count
            // After the loop only an expression that was not rewritten is still there.
            fills = expression.contains("(") && !self.isRewritten(written)
            found = Found()
            if groups != nil {
                passes += 1
                if rule != "all" && rule != "xor" {
                    found = here
                    break
                }
            } else {
                misses += 1
                if rule == "all" {
                    break
                }
            }
            if expression.contains("(") {
                self.setArray("DP_REGEX_MATCH_\(index + 1)", groups)
                saved = groups == nil ? nil : (here, subject)
            }
        }
        let holds = rule == "xor" ? passes == 1 : rule == "all" ? misses == 0 : passes > 0
        fails = fails && !holds
        if let (kept, text) = saved {
            found = kept
            subject = text
            fills = true
            proceed = kept.count
        }
    }

    private func expression(of element: SecondElement) -> String {
        element.all("expression").first?.text ?? element.attributes["expression"] ?? ""
    }

    // MARK: Actions

    private func take(
        _ condition: SecondElement,
        _ fails: Bool,
        _ proceed: inout Int,
        _ found: Found,
        _ fills: Bool,
        _ subject: String
    ) {
        if fails {
            for action in condition.all("anti-action") {
                self.take(action, self.data(of: action))
                proceed = 1
            }
            return
        }
        if fills {
            self.setArray("DP_MATCH", found.groups)
        }
        for action in condition.all("action") {
            let data = self.data(of: action)
            if fills {
                let room = found.groups == nil ? .max : (data.utf8.count + subject.utf8.count + 10) * found.count - 1
                let text = Array(self.substitute(data, found.groups ?? []).utf8)
                self.take(action, String(decoding: text.prefix(room), as: UTF8.self))
            } else {
                self.take(action, data)
            }
        }
    }

    private func data(of action: SecondElement) -> String {
        action.text.isEmpty ? action.attributes["data"] ?? "" : action.text
    }

    private func take(_ action: SecondElement, _ data: String) {
        self.hasRoute = true
        let name = action.attributes["application"] ?? ""
        let isInline = self.isTrue(action.attributes["inline"] ?? "")
        for _ in 0..<max(action.attributes["loop"].map { Int($0) ?? 0 } ?? 1, 0) {
            self.actions.append(Action(application: name, data: data, isInline: isInline))
            if isInline {
                self.performInline(name, data)
            }
        }
    }

    private func performInline(_ name: String, _ data: String) {
        let expanded = self.expand(data)
        switch name {
        case "set":
            let parts = expanded.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            self.set(parts[0], parts.count > 1 ? self.expand(parts[1]) : "")
        case "unset":
            self.set(expanded, "")
        default:
            break
        }
    }

    /// `$n` and `${n}`.
    private func substitute(_ data: String, _ groups: [String?]) -> String {
        var result = ""
        var rest = Substring(data)
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...].dropFirst()
            let braced = rest.hasPrefix("{")
            let digits = rest.dropFirst(braced ? 1 : 0).prefix { $0.isNumber }
            let closed = rest.dropFirst((braced ? 1 : 0) + digits.count).hasPrefix("}")
            if digits.isEmpty || braced && !closed {
                result += "$"
                continue
            }
            let index = Int(digits) ?? 0
            result += groups.indices.contains(index) ? groups[index] ?? "" : ""
            rest = rest.dropFirst(digits.count + (braced ? 2 : 0))
        }
        return result + rest
    }

    // MARK: Values

    private func set(_ name: String, _ value: String) {
        self.arrays[name.lowercased()] = nil
        self.variables[name.lowercased()] = value.isEmpty ? nil : value
    }

    /// An array of the groups that took part; an empty one forgets those before it.
    private func setArray(_ name: String, _ groups: [String?]?) {
        self.set(name, "")
        var elements: [String] = []
        for group in groups ?? [] {
            guard let group else {
                continue
            }
            elements = group.isEmpty ? [] : elements + [group]
        }
        let text = elements.count > 1 ? "ARRAY::" + elements.joined(separator: "|:") : elements.first ?? ""
        self.set(name, text)
        self.arrays[name.lowercased()] = elements
    }

    private func value(_ field: String) -> String {
        field.contains("$") ? self.expand(field) : self.fields[field.lowercased()] ?? ""
    }

    private func isTrue(_ text: String) -> Bool {
        ["yes", "on", "true", "t", "enabled", "active", "allow"].contains(text.lowercased())
            || !text.isEmpty && text.allSatisfy(\.isNumber) && Int(text) != 0
    }

    private func isRewritten(_ text: String) -> Bool {
        self.matchers.isRewritten(text)
    }

    /// `${name}`, `${name:offset:length}`, `${name[index]}` and `${function(argument)}`.
    private func expand(_ text: String) -> String {
        guard self.isRewritten(text) else {
            return text
        }
        var result = ""
        var rest = Array(text)[...]
        while let next = rest.first {
            rest = rest.dropFirst()
            if next == "\\", let escaped = rest.first, ["$", "\\"].contains(escaped) {
                result.append(escaped)
                rest = rest.dropFirst()
            } else if next == "\\", rest.first == "'" {
                rest = rest.dropFirst()
            } else if next == "$", rest.first == "{" {
                var depth = 0
                let inside = rest.prefix { character in
                    depth += character == "{" ? 1 : character == "}" ? -1 : 0
                    return depth > 0
                }
                rest = rest.dropFirst(inside.count + 1)
                result += self.reference(String(inside.dropFirst()))
            } else {
                result.append(next)
            }
        }
        return result
    }

    private func reference(_ text: String) -> String {
        if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            let argument = self.expand(String(text[open...].dropFirst().dropLast()))
            return self.call(String(text[..<open]), argument)
        }
        let parts = self.expand(text).split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var name = parts[0].lowercased()
        var value: String?
        if let open = name.firstIndex(of: "["), name.hasSuffix("]") {
            let index = Int(name[open...].dropFirst().dropLast()) ?? 0
            name = String(name[..<open])
            let elements = self.arrays[name] ?? []
            value = elements.indices.contains(index) ? elements[index] : nil
        } else {
            value = self.variables[name]
        }
        var octets = Array((value ?? self.fields[name] ?? self.globals[name] ?? "").utf8)[...]
        let offset = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let length = parts.count > 2 ? Int(parts[2]) ?? 0 : 0
        octets = offset >= 0 ? octets.dropFirst(offset) : -offset <= octets.count ? octets.suffix(-offset) : octets
        return String(decoding: length > 0 ? octets.prefix(length) : octets, as: UTF8.self)
    }

    private func call(_ name: String, _ argument: String) -> String {
        let parts = argument.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        switch name {
        case "module_exists":
            return argument == "mod_sofia" ? "true" : "false"
        case "regex":
            let groups = self.matchers[parts[1]]?.match(parts[0])
            guard parts.count > 2 else {
                return groups == nil ? "false" : "true"
            }
            let template = parts[2].map { $0 == "%" ? "$" : String($0) }.joined()
            return groups.map { self.substitute(template, $0) } ?? parts[0]
        default:
            return ""
        }
    }
}
