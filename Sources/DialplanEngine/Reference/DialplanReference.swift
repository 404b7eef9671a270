import XMLReading

/// The reference of the dialplan language, made of the documentation in its schema.
package struct DialplanReference {
    private let root: XMLElement
    private var lines: [String] = []

    /// The reference in Markdown, or why the schema cannot be read.
    package static func markdown(of schema: DialplanReader.Source) throws(DialplanError) -> String {
        do {
            let document = try XMLDocument(schema.octets, file: schema.file)
            var reference = DialplanReference(root: document.root)
            reference.write()
            return reference.lines.joined(separator: "\n") + "\n"
        } catch {
            throw DialplanError(
                error.problems.map { problem in
                    DialplanProblem(
                        file: problem.location.file,
                        line: problem.location.line,
                        message: problem.message
                    )
                }
            )
        }
    }

    private init(root: XMLElement) {
        self.root = root
    }

    private mutating func write() {
        self.lines = [
            "# Reference", "",
            "Made of `dialplan.xsd` by `tandem dialplan reference`; change the schema, not this file.", "",
        ]
        for element in self.root.children where element.name == "xs:element" {
            self.write(element, type: element.children.first { $0.name == "xs:complexType" })
        }
        for type in self.root.children where type.name == "xs:complexType" {
            self.write(type, type: type)
        }
        for group in self.root.children where group.name == "xs:attributeGroup" {
            self.write(group, type: group)
        }
    }

    /// An element or type with what stands in it.
    private mutating func write(_ element: XMLElement, type: XMLElement?) {
        let name = element["name"] ?? ""
        self.lines += ["## \(element.name == "xs:element" ? name : name.lowercased())", ""]
        self.write(element.documentation)
        if let type, type.documentation != element.documentation {
            self.write(type.documentation)
        }
        for part in type?.nestedElements ?? [] where !part.documentation.isEmpty {
            self.lines += ["### `<\(part["name"] ?? "")>`", ""]
            self.write(part.documentation)
        }
        self.writeAttributes(of: type)
    }

    private mutating func writeAttributes(of type: XMLElement?) {
        for attribute in type?.children.filter({ $0.name == "xs:attribute" }) ?? [] {
            let need = attribute["use"] == "required" ? ", which must be there" : ""
            let standard = attribute["default"].map { ", `\($0)` when there is none" } ?? ""
            self.lines += ["### `\(attribute["name"] ?? "")`\(need)\(standard)", ""]
            self.write(attribute.documentation)
            let values = attribute.enumerations + self.enumerations(named: attribute["type"])
            for value in values where !value.documentation.isEmpty {
                self.lines += ["#### `\(value["value"] ?? "")`", ""]
                self.write(value.documentation)
            }
        }
    }

    /// The values of a simple type of the schema.
    private func enumerations(named name: String?) -> [XMLElement] {
        self.root.children.first { $0.name == "xs:simpleType" && $0["name"] == name }?.enumerations ?? []
    }

    /// Text in paragraphs; lines that are indented are shown as they are.
    private mutating func write(_ text: String) {
        guard !text.isEmpty else {
            return
        }
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isIndented = line.hasPrefix("  ")
            if isIndented != isCode, !line.isEmpty {
                self.fence(closing: isCode)
                isCode = isIndented
            }
            self.lines.append(String(isIndented ? line.dropFirst(2) : line))
        }
        if isCode {
            self.fence(closing: true)
        } else {
            self.lines.append("")
        }
    }

    /// Begins or ends lines that are shown as they are; a blank line stands before the first and after the last.
    private mutating func fence(closing: Bool) {
        while self.lines.last?.isEmpty == true {
            self.lines.removeLast()
        }
        self.lines += closing ? ["```", ""] : ["", "```"]
    }

}

extension XMLElement {
    /// What the schema says of it.
    fileprivate var documentation: String {
        let annotation = self.children.first { $0.name == "xs:annotation" }
        let text = annotation?.children.first { $0.name == "xs:documentation" }?.text ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isBlank: (String) -> Bool = { $0.allSatisfy(\.isWhitespace) }
        return lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed().joined(separator: "\n")
    }

    /// The elements that can stand in a type.
    fileprivate var nestedElements: [XMLElement] {
        self.children.flatMap { child -> [XMLElement] in
            switch child.name {
            case "xs:element": [child]
            case "xs:sequence", "xs:choice": child.nestedElements
            default: []
            }
        }
    }

    /// The values that an attribute or a type can take.
    fileprivate var enumerations: [XMLElement] {
        self.children.flatMap { child in
            child.name == "xs:enumeration" ? [child] : child.enumerations
        }
    }
}
