/// Reads the notation of the `.schema` files.
///
/// A line is a name, a colon and a type; the components of a `sequence`, `choice` or `enumerated` follow four spaces
/// deeper. `?` after a name is `OPTIONAL`, `...` the extension marker, an alternative without a type is `NULL`, and
/// `name as swiftName` gives the Swift name. `#` starts a comment, which documents the type below it.
struct SchemaReader {
    private struct Line {
        let number: Int
        let depth: Int
        let text: Substring
    }

    private let file: String
    private var lines: [Line] = []
    private var next = 0
    private var module: SchemaModule?

    private init(_ text: String, file: String) throws(SchemaError) {
        self.file = file
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.drop { $0 == " " }
            let spaces = line.count - content.count
            guard spaces.isMultiple(of: 4) else {
                throw SchemaError(file: file, line: index + 1, problem: "indent by four spaces")
            }
            self.lines.append(Line(number: index + 1, depth: spaces / 4, text: content))
        }
    }

    /// Reads the text of a file, whose name the errors give.
    static func read(_ text: String, file: String) throws(SchemaError) -> SchemaModule {
        var reader = try SchemaReader(text, file: file)
        return try reader.readModule()
    }

    private mutating func readModule() throws(SchemaError) -> SchemaModule {
        var module: SchemaModule?
        var summary: [String] = []
        while self.next < self.lines.count {
            let line = self.lines[self.next]
            self.next += 1
            if line.text.hasPrefix("#") {
                summary.append(String(line.text.dropFirst().drop { $0 == " " }))
                continue
            }
            defer { summary = [] }
            if line.text.isEmpty {
                continue
            }
            guard line.depth == 0 else {
                throw self.error("this line belongs to nothing; a type starts without spaces", line)
            }
            if line.text.hasPrefix("module ") {
                let parts = try self.quoted(line)
                module = SchemaModule(name: parts.name, standard: parts.text)
            } else if line.text.hasPrefix("alphabet ") {
                module?.alphabets.append(try self.alphabet(line))
            } else {
                module?.types.append(try self.readDefinition(line, summary))
            }
        }
        guard let module else {
            throw SchemaError(file: self.file, line: 1, problem: "start with: module NAME \"STANDARD\"")
        }
        return module
    }

    private func alphabet(_ line: Line) throws(SchemaError) -> (name: String, characters: String) {
        let parts = try self.quoted(line)
        return (parts.name, parts.text)
    }

    /// The name and the text of `word name "text"`.
    private func quoted(_ line: Line) throws(SchemaError) -> (name: String, text: String) {
        let parts = line.text.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, parts[2].count > 2, parts[2].hasPrefix("\""), parts[2].hasSuffix("\"") else {
            throw self.error("write: \(parts.first ?? "") NAME \"TEXT\"", line)
        }
        return (String(parts[1]), String(parts[2].dropFirst().dropLast()))
    }

    private mutating func readDefinition(
        _ line: Line,
        _ summary: [String]
    ) throws(SchemaError) -> SchemaDefinition {
        let parts = line.text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, Self.isName(parts[0]) else {
            throw self.error("write: NAME: TYPE", line)
        }
        let type = try self.readType(parts[1].drop { $0 == " " }, line)
        return SchemaDefinition(name: String(parts[0]), summary: summary, type: type, line: line.number)
    }

    // MARK: Components

    private mutating func readComponents(
        of owner: Line,
        areFields: Bool
    ) throws(SchemaError) -> SchemaComponents {
        var components = SchemaComponents()
        while self.next < self.lines.count {
            let line = self.lines[self.next]
            guard !line.text.isEmpty, line.depth > owner.depth else {
                break
            }
            guard line.depth == owner.depth + 1 else {
                throw self.error("this line is too deep", line)
            }
            self.next += 1
            if line.text == "..." {
                guard !components.isExtensible else {
                    throw self.error("there is one extension marker already", line)
                }
                components.isExtensible = true
                continue
            }
            let component = try self.readComponent(line, isAddition: components.isExtensible, isField: areFields)
            guard !components.components.contains(where: { $0.name == component.name }) else {
                throw self.error("\(component.name) stands twice", line)
            }
            components.components.append(component)
        }
        return components
    }

    private mutating func readComponent(
        _ line: Line,
        isAddition: Bool,
        isField: Bool
    ) throws(SchemaError) -> SchemaComponent {
        let parts = line.text.split(separator: ":", maxSplits: 1)
        var name = parts[0]
        let isOptional = name.hasSuffix("?")
        if isOptional {
            name = name.dropLast()
        }
        let names = name.split(separator: " ")
        guard let first = names.first, names.count == 1 || names.count == 3 && names[1] == "as",
            names.allSatisfy(Self.isName)
        else {
            throw self.error("write: NAME[ as SWIFTNAME][?]: TYPE", line)
        }
        guard isField || !isOptional else {
            throw self.error("an alternative cannot be optional", line)
        }
        guard parts.count == 2 || !isField else {
            throw self.error("a field needs a type", line)
        }
        return SchemaComponent(
            name: String(first),
            givenName: names.count == 3 ? String(names[2]) : nil,
            isOptional: isOptional,
            isAddition: isAddition,
            type: parts.count == 2 ? try self.readType(parts[1].drop { $0 == " " }, line) : .null
        )
    }

    // MARK: Types

    private mutating func readType(_ text: Substring, _ line: Line) throws(SchemaError) -> SchemaType {
        let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
        let (arguments, rest) = try self.arguments(text.dropFirst(word.count), line)
        if word == "list" || word == "set" {
            guard rest.hasPrefix(" of ") else {
                throw self.error("write: \(word)[(SIZE)] of TYPE", line)
            }
            return .list(try self.bounds(arguments, line), try self.readType(rest.dropFirst(4), line))
        }
        guard rest.isEmpty else {
            throw self.error("nothing may follow the type: \(rest)", line)
        }
        switch word {
        case "sequence":
            return .sequence(try self.readComponents(of: line, areFields: true))
        case "choice":
            return .choice(try self.readComponents(of: line, areFields: false))
        case "enumerated":
            return .enumerated(try self.readComponents(of: line, areFields: false))
        default:
            return try self.simpleType(word, arguments, line)
        }
    }

    private func simpleType(
        _ word: Substring,
        _ arguments: [Substring],
        _ line: Line
    ) throws(SchemaError) -> SchemaType {
        switch word {
        case "null": return .null
        case "boolean": return .boolean
        case "oid": return .objectIdentifier
        case "open": return .open
        case "integer": return .integer(try self.bounds(arguments, line))
        case "octets": return .octets(try self.bounds(arguments, line))
        case "bits": return .bits(try self.bounds(arguments, line))
        case "bmp": return .string(.bmp, try self.bounds(arguments, line))
        case "numeric": return .string(.numeric, try self.bounds(arguments, line))
        case "printable": return .string(.printable, try self.bounds(arguments, line))
        case "general": return .string(.general, try self.bounds(arguments, line))
        case "ia5":
            guard let alphabet = arguments.last, alphabet.first?.isLetter == true else {
                return .string(.ia5, try self.bounds(arguments, line))
            }
            return .string(.limited(String(alphabet)), try self.bounds(arguments.dropLast(), line))
        default:
            let parts = word.split(separator: ".").map(String.init)
            guard let last = parts.last, parts.count <= 2, last.first?.isUppercase == true else {
                throw self.error("\(word) is no type", line)
            }
            return .reference(module: parts.count == 2 ? parts[0] : "", name: last)
        }
    }

    /// What stands in parentheses, and what follows them.
    private func arguments(
        _ text: Substring,
        _ line: Line
    ) throws(SchemaError) -> ([Substring], Substring) {
        guard text.hasPrefix("(") else {
            return ([], text)
        }
        guard let end = text.firstIndex(of: ")") else {
            throw self.error("a parenthesis is missing", line)
        }
        let inner = text[text.index(after: text.startIndex)..<end]
        let parts = inner.split(separator: ",").map { $0.drop { $0 == " " } }
        return (parts, text[text.index(after: end)...])
    }

    private func bounds(_ arguments: [Substring], _ line: Line) throws(SchemaError) -> SchemaBounds {
        var bounds = SchemaBounds()
        guard let first = arguments.first else {
            return bounds
        }
        bounds.isExtensible = arguments.count == 2 && arguments[1] == "..."
        guard arguments.count == 1 || bounds.isExtensible else {
            throw self.error("too much in the parentheses", line)
        }
        if let number = Int(first) {
            bounds.lower = number
            bounds.upper = number
            return bounds
        }
        guard let dots = first.firstRange(of: "..") else {
            throw self.error("write bounds as 1..16, 1.. or 16", line)
        }
        let lower = first[..<dots.lowerBound]
        let upper = first[dots.upperBound...]
        bounds.lower = Int(lower)
        bounds.upper = Int(upper)
        guard bounds.lower != nil, upper.isEmpty || bounds.upper != nil else {
            throw self.error("write bounds as 1..16, 1.. or 16", line)
        }
        return bounds
    }

    private static func isName(_ text: Substring) -> Bool {
        text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }

    private func error(_ problem: String, _ line: Line) -> SchemaError {
        SchemaError(file: self.file, line: line.number, problem: problem)
    }
}
