import ProtocolKit

extension TrialReading {
    /// Reads the whole file.
    mutating func suite(_ root: TrialNode) -> TrialSuite {
        var suite = TrialSuite(file: root.place.file)
        guard root.name == "dialplan-tests" else {
            self.add("the file begins with `\(root.name)`; tests are inside `dialplan-tests`", at: root.place)
            return suite
        }
        self.check(
            root,
            keys: ["plan", "context", "users", "lines", "trunks", "trunk-groups", "decisions"],
            children: ["peer", "answer", "case"]
        )
        suite.plans = self.words(root, "plan") ?? []
        suite.context = self.text(root, "context") ?? ""
        suite.names = self.names(root)
        suite.peers = root.children(named: "peer").compactMap { self.peer($0) }
        suite.answers = root.children(named: "answer").compactMap { self.answer($0) }
        let cases = root.children(named: "case")
        guard !cases.isEmpty else {
            self.add("the file has no case; add a `case` with a `call` and an `expect`", at: root.place)
            return suite
        }
        guard cases.count <= self.limits.cases else {
            self.add("the file has more than \(self.limits.cases) cases; split it", at: root.place)
            return suite
        }
        var places: [String: TrialPlace] = [:]
        for node in cases {
            guard let one = self.trial(node, of: suite) else {
                continue
            }
            if let other = places.updateValue(one.place, forKey: one.name) {
                let message = "`\(one.name)` is already at \(other); give each case a name of its own"
                self.add(message, at: node, key: "name")
            }
            suite.cases.append(one)
        }
        return suite
    }

    private mutating func names(_ root: TrialNode) -> TrialNames {
        var names = TrialNames()
        names.users = self.words(root, "users") ?? []
        names.trunks = self.words(root, "trunks") ?? []
        names.circuitGroups = self.words(root, "trunk-groups") ?? []
        names.decisions = self.words(root, "decisions") ?? []
        for word in self.words(root, "lines") ?? [] {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let (name, number) = (parts[0], parts.count > 1 ? parts[1] : parts[0])
            if name.isEmpty || number.isEmpty {
                self.add("`\(word)` is no line; write NAME or NAME=NUMBER", at: root, key: "lines")
            } else {
                names.lines.append(TrialNames.Line(name: name, number: number))
            }
        }
        let all = names.users + names.lines.map(\.name) + names.trunks + names.circuitGroups
        for (index, name) in all.enumerated() where all[..<index].contains(name) {
            self.add("`\(name)` stands twice among users, lines, trunks and trunk-groups; remove one", at: root.place)
        }
        return names
    }

    // MARK: Cases

    private mutating func trial(_ node: TrialNode, of suite: TrialSuite) -> TrialCase? {
        self.check(node, keys: ["name", "time", "context"], children: ["before", "call", "peer", "answer", "expect"])
        let name = self.required(node, "name", "say in a few words what must be true")
        let context = self.text(node, "context") ?? suite.context
        let before = node.children(named: "before").compactMap { self.call($0, in: context) }
        guard let callNode = self.only("call", of: node, "add one with `from` and `to`"),
            let call = self.call(callNode, in: context), let name
        else {
            return nil
        }
        var one = TrialCase(name: name, place: node.place, call: call)
        one.time = self.time(node, "time")
        one.before = before
        one.peers = node.children(named: "peer").compactMap { self.peer($0) }
        one.answers = node.children(named: "answer").compactMap { self.answer($0) }
        if one.calls.contains(where: \.isStrangers), one.calls.contains(where: \.isUsers) {
            let reason = "whoever may be a stranger is not asked for a password"
            self.add("a user and a stranger cannot both call: \(reason); make two cases", at: node.place)
        }
        guard let expectation = self.only("expect", of: node, "say what must come of the call") else {
            return nil
        }
        one.expectation = self.expectation(expectation)
        return one
    }

    private mutating func only(_ name: String, of node: TrialNode, _ advice: String) -> TrialNode? {
        let found = node.children(named: name)
        guard let first = found.first else {
            self.add("the case has no `\(name)`; \(advice)", at: node.place)
            return nil
        }
        if found.count > 1 {
            self.add("the case has a second `\(name)`; it takes one", at: found[1].place)
        }
        return first
    }

    // MARK: Calls

    private mutating func call(_ node: TrialNode, in context: String) -> TrialCall? {
        self.check(
            node,
            keys: [
                "from", "to", "context", "caller-number", "caller-name", "host", "listener", "transport",
                "diverting-number", "hangs-up", "gives-up",
            ],
            children: ["header"]
        )
        guard let caller = self.caller(node), let number = self.text(node, "to") ?? self.missingNumber(node) else {
            return nil
        }
        var call = TrialCall(
            place: node.place,
            caller: caller,
            number: number,
            context: self.text(node, "context") ?? context
        )
        call.callerNumber = self.text(node, "caller-number")
        call.callerName = self.text(node, "caller-name")
        call.host = self.text(node, "host")
        call.listener = self.text(node, "listener")
        call.transport = self.choice(node, "transport", TrialCall.Transport.self) ?? .udp
        call.divertingNumber = self.text(node, "diverting-number")
        call.hangsUpAfter = self.durationOrNever(node, "hangs-up") ?? .seconds(1)
        call.givesUpAfter = self.durationOrNever(node, "gives-up") ?? nil
        for header in node.children(named: "header") {
            self.check(header, keys: ["name", "value"])
            if let name = self.headerName(header), let value = self.text(header, "value") {
                call.headers.append((name, value))
            }
        }
        self.checkFit(of: call, node)
        return call
    }

    private mutating func missingNumber(_ node: TrialNode) -> String? {
        self.add("missing in `\(node.name)`; write what is dialed", at: node.place, key: "to")
        return nil
    }

    private mutating func caller(_ node: TrialNode) -> TrialCall.Caller? {
        let advice = "write user/NAME, line/NAME, trunk/NAME, address/192.0.2.1 or stranger"
        guard let text = self.required(node, "from", advice) else {
            return nil
        }
        guard text != "stranger" else {
            return .address(Self.stranger)
        }
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("user", 2):
            return .user(parts[1])
        case ("line", 2):
            return .line(parts[1])
        case ("trunk", 2):
            return .trunk(parts[1])
        case ("address", 2) where IPAddress(parts[1])?.isV4 == true:
            return .address(parts[1])
        default:
            self.add("`\(text)` is nobody; \(advice)", at: node, key: "from")
            return nil
        }
    }

    /// An address of RFC 5737 for those of whom nothing is known.
    static let stranger = "203.0.113.1"

    /// Some callers cannot say all that a call can have.
    private mutating func checkFit(of call: TrialCall, _ node: TrialNode) {
        switch call.caller {
        case .line:
            for key in ["caller-number", "caller-name", "host", "transport", "listener", "diverting-number"]
            where node.entry(key) != nil {
                self.add("a line has no say in this; remove it", at: node, key: key)
            }
            if !call.headers.isEmpty {
                self.add("a line sends no SIP headers; remove them", at: node.place, key: "header")
            }
            if call.number.isEmpty || !call.number.utf8.allSatisfy({ "0123456789*#ABCD".utf8.contains($0) }) {
                self.add("`\(call.number)` cannot be dialed on a line; use digits, * and #", at: node, key: "to")
            }
        case .user:
            for key in ["caller-number", "diverting-number"] where node.entry(key) != nil {
                self.add("a user calls under its own name; remove it, or call from a trunk", at: node, key: key)
            }
        case .trunk:
            break
        case .address:
            if node.entry("diverting-number") != nil {
                self.add("nobody believes a stranger that; call from a trunk", at: node, key: "diverting-number")
            }
        }
    }

    /// The name of a header, which must be a token (RFC 3261 §25.1).
    mutating func headerName(_ node: TrialNode) -> String? {
        guard let name = self.required(node, "name", "write the name of the header, as Privacy") else {
            return nil
        }
        let marks = "-.!%*_+`'~".utf8
        guard name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || marks.contains($0) }) else {
            self.add("`\(name)` is no name of a header", at: node, key: "name")
            return nil
        }
        return name
    }
}

extension TrialCall {
    /// Whether somebody calls who has proven nothing.
    fileprivate var isStrangers: Bool {
        if case .address = self.caller { true } else { false }
    }

    /// Whether a user calls.
    fileprivate var isUsers: Bool {
        if case .user = self.caller { true } else { false }
    }
}
