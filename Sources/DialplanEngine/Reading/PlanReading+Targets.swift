import ProtocolKit
import XMLReading

extension PlanReading {
    /// Reads one target: a SIP URI, `user/NAME`, `line/NAME` or `trunk/NAME/NUMBER`.
    mutating func target(_ text: String, of element: XMLElement, captures: AvailableCaptures) -> TargetTemplate? {
        if text.hasPrefix("sip:") {
            return self.uri(text, of: element, captures: captures)
        }
        if text.hasPrefix("user/") {
            return self.user(text, of: element, captures: captures)
        }
        if text.hasPrefix("line/") {
            return self.line(text, of: element, captures: captures)
        }
        if text.hasPrefix("trunk/") {
            return self.trunk(text, of: element, captures: captures)
        }
        self.add("\"\(text)\" is no target", at: element, advice: Self.targetAdvice(text))
        return nil
    }

    private static func targetAdvice(_ text: String) -> String {
        if text.hasPrefix("sofia/gateway/") {
            return "write trunk/\(text.dropFirst("sofia/gateway/".count))"
        }
        if text.hasPrefix("sips:") {
            return "TLS is not available; write sip:"
        }
        if text.hasPrefix("tel:") {
            return "write trunk/NAME/\(text.dropFirst(4))"
        }
        if text.hasPrefix("{") {
            return "write settings as attributes of the action, or before a target as [timeout=10s]"
        }
        if text.hasPrefix("mgcp/") {
            return "write line/NAME or trunk/NAME/NUMBER, a line or a circuit group of the configuration"
        }
        return "write sip:user@host, user/NAME, line/NAME or trunk/NAME/NUMBER"
    }

    private mutating func user(
        _ text: String,
        of element: XMLElement,
        captures: AvailableCaptures
    ) -> TargetTemplate? {
        self.named(text, "user", among: self.names.users, of: element, captures).map(TargetTemplate.user)
    }

    private mutating func line(
        _ text: String,
        of element: XMLElement,
        captures: AvailableCaptures
    ) -> TargetTemplate? {
        self.named(text, "line", among: self.names.lines, of: element, captures).map(TargetTemplate.line)
    }

    /// The name in `KIND/NAME`, which must be known as far as it is written.
    private mutating func named(
        _ text: String,
        _ kind: String,
        among known: Set<ByteString>?,
        of element: XMLElement,
        _ captures: AvailableCaptures
    ) -> Template? {
        let written = String(text.dropFirst(kind.utf8.count + 1))
        guard let template = self.template(written, of: element, captures: captures) else {
            return nil
        }
        guard let name = template.constant else {
            return template
        }
        guard name.asName != nil else {
            self.add("\"\(text)\" names no \(kind)", at: element, advice: "write \(kind)/NAME")
            return nil
        }
        if let known, !known.contains(name) {
            self.add(
                "there is no \(kind) \"\(name)\"",
                at: element,
                advice: NearestName.advice(for: name.description, among: known.map(\.description).sorted())
            )
            return nil
        }
        return template
    }

    private mutating func trunk(
        _ text: String,
        of element: XMLElement,
        captures: AvailableCaptures
    ) -> TargetTemplate? {
        let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[1].isEmpty, !parts[2].isEmpty else {
            self.add("\"\(text)\" names no trunk and number", at: element, advice: "write trunk/NAME/NUMBER")
            return nil
        }
        let name = ByteString(String(parts[1]))
        guard !parts[1].contains("$") else {
            self.add(
                "the trunk \"\(name)\" is filled in by the call",
                at: element,
                advice: "write the trunk's name itself, so that it can be checked"
            )
            return nil
        }
        let isTrunk = self.names.trunks.contains(name)
        guard isTrunk || self.names.circuitGroups.contains(name) else {
            self.add(
                "there is no trunk \"\(name)\"",
                at: element,
                advice: NearestName.advice(
                    for: name.description,
                    among: self.names.trunks.union(self.names.circuitGroups).map(\.description).sorted()
                ) + " (trunks are defined in the configuration)"
            )
            return nil
        }
        guard let number = self.template(String(parts[2]), of: element, captures: captures) else {
            return nil
        }
        if let constant = number.constant, constant.asName == nil {
            self.add("\"\(constant)\" is no number", at: element, advice: "remove the spaces")
            return nil
        }
        return isTrunk ? .trunk(name, number: number) : .circuits(name, number: number)
    }

    // MARK: SIP URIs

    private mutating func uri(_ text: String, of element: XMLElement, captures: AvailableCaptures) -> TargetTemplate? {
        let parts = text.dropFirst(4).split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let last = parts.last, let rest = self.template(String(last), of: element, captures: captures) else {
            return nil
        }
        if let problem = Self.problem(ofHostPart: rest) {
            self.add("\"\(text)\": \(problem)", at: element, advice: "write sip:user@host or sip:user@host:port")
            return nil
        }
        guard parts.count == 2 else {
            return .uri(user: nil, rest: rest)
        }
        guard let user = self.template(String(parts[0]), of: element, captures: captures) else {
            return nil
        }
        guard user.constant?.isEmpty != true, user.parts.allSatisfy(Self.isSoundInUser) else {
            self.add("\"\(text)\": the user part is wrong", at: element, advice: "write sip:user@host")
            return nil
        }
        return .uri(user: user, rest: rest)
    }

    /// RFC 3261 §25.1 `user`, with escapes as they are written; no password.
    private static func isSoundInUser(_ part: Template.Part) -> Bool {
        guard case .literal(let octets) = part else {
            return true
        }
        return octets.bytes.allSatisfy { octet in
            octet.isASCIILetter || octet.isASCIIDigit || Self.userMarks.contains(octet)
        }
    }

    private static let userMarks = Set("-_.!~*'()&=+$,;?/%".utf8)
    private static let hostMarks = Set("-.:[]".utf8)
    private static let parameterMarks = Set("-_.!~*'()[]/:&+$%;=".utf8)

    /// What is wrong with host, port and parameters (RFC 3261 §19.1.1), as far as they are written.
    private static func problem(ofHostPart rest: Template) -> String? {
        var isHost = true
        for part in rest.parts {
            guard case .literal(let octets) = part else {
                continue
            }
            for octet in octets.bytes {
                isHost = isHost && octet != 0x3B
                let marks = isHost ? Self.hostMarks : Self.parameterMarks
                guard octet.isASCIILetter || octet.isASCIIDigit || marks.contains(octet) else {
                    return "the host or a parameter has a wrong character"
                }
            }
        }
        guard let constant = rest.constant else {
            return nil
        }
        return self.problem(ofHost: constant.description)
    }

    private static func problem(ofHost text: String) -> String? {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        let hostPort = parts.first ?? ""
        let host = hostPort.hasPrefix("[") ? hostPort.prefix { $0 != "]" } + "]" : hostPort.prefix { $0 != ":" }
        let port = hostPort.dropFirst(host.count)
        if host.isEmpty || host == "[]" || !hostPort.hasPrefix(host) {
            return "there is no host"
        }
        if host.hasPrefix("["), IPAddress(String(host.dropFirst().dropLast())) == nil {
            return "the address is none"
        }
        if !port.isEmpty, UInt16(port.dropFirst()) ?? 0 == 0 || port.first != ":" {
            return "the port is none"
        }
        for parameter in parts.dropFirst() where parameter.hasPrefix("transport=") {
            guard ["transport=udp", "transport=tcp"].contains(parameter.lowercased()) else {
                return "the transport must be udp or tcp"
            }
        }
        return nil
    }
}
