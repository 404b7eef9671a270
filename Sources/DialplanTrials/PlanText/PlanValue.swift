/// The text of an attribute (XML 1.0 §2.4, §3.3.3).
enum PlanValue {
    private static let names: [(name: String, character: Character)] = [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ]

    /// The value that stands there, with references resolved and line ends and tabs as spaces.
    static func decoded(_ octets: ArraySlice<UInt8>) -> String {
        var value = ""
        var rest = Substring(decoding: octets, as: UTF8.self)
        while let first = rest.first {
            guard first == "&", let end = rest.firstIndex(of: ";") else {
                value.append(first.isNewline || first == "\t" ? " " : first)
                rest = rest.dropFirst()
                continue
            }
            value += self.character(rest[rest.index(after: rest.startIndex)..<end]).map { String($0) } ?? ""
            rest = rest[rest.index(after: end)...]
        }
        return value
    }

    private static func character(_ reference: Substring) -> Character? {
        if reference.hasPrefix("#x") {
            return UInt32(reference.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map(Character.init)
        }
        if reference.hasPrefix("#") {
            return UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init).map(Character.init)
        }
        return self.names.first { $0.name == reference }?.character
    }

    /// The octets that stand for a value between quotes of either kind.
    static func encoded(_ value: String) -> [UInt8] {
        var text = ""
        for character in value {
            if let name = self.names.first(where: { $0.character == character })?.name {
                text += "&\(name);"
            } else {
                text.append(character)
            }
        }
        return Array(text.utf8)
    }
}
