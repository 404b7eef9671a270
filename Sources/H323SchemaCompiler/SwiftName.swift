/// How names of the standards are spelled in Swift.
enum SwiftName {
    /// Words that Swift keeps for itself where a property or a case may stand.
    private static let reserved: Set<String> = [
        "as", "case", "class", "default", "do", "else", "extension", "false", "for", "func", "if", "import", "in",
        "init",
        "is", "let", "nil", "operator", "protocol", "repeat", "return", "self", "static", "struct", "switch", "throw",
        "true", "try", "var", "where", "while",
    ]

    /// The name of a type: `H323-UU-PDU` becomes `H323UUPDU`.
    static func type(_ name: String) -> String {
        self.joined(name, startsUpper: true)
    }

    /// The name of a field or an alternative: `h323-uu-pdu` becomes `h323UuPdu`; without the backticks it may need.
    static func plainMember(_ component: SchemaComponent) -> String {
        component.givenName ?? self.joined(component.name, startsUpper: false)
    }

    /// The name of a field or an alternative where it is declared.
    static func member(_ component: SchemaComponent) -> String {
        let name = self.plainMember(component)
        return self.reserved.contains(name) ? "`\(name)`" : name
    }

    /// The name of the type that has no name but stands in this field.
    static func nested(_ component: SchemaComponent) -> String {
        let name = self.joined(self.plainMember(component), startsUpper: true)
        // `T.Type` and `T.Protocol` mean something else.
        return name == "Type" || name == "Protocol" ? name + "Value" : name
    }

    private static func joined(_ name: String, startsUpper: Bool) -> String {
        var joined = ""
        for (index, part) in name.split(separator: "-").enumerated() {
            let isUpper = startsUpper || index > 0
            joined += (isUpper ? part.prefix(1).uppercased() : part.prefix(1).lowercased()) + part.dropFirst()
        }
        return joined
    }
}
