/// Takes a text with `${…}` in it apart as FreeSWITCH expands it, its surprises included.
///
/// - A text with neither `${` nor one of `\\`, `\n`, `\s`, `\t`, `\'` stays as it is, backslashes included. In any other,
///   `\$` and `\\` lose their backslash, `\'` is dropped, and `$$` before anything but `{` is one dollar sign.
/// - `$${name}` reads as `${name}`, for what the preprocessor has left over.
/// - A `${` without its `}` takes everything that is left for its name.
/// - A name with a space or `(` in it calls a function; what follows the closing `)` is dropped.
/// - The octet right after a `}` is taken as it is, even a backslash.
struct ExpansionReader {
    /// How deep `${` may stand in `${`; deeper it stays as it is written.
    private static let mostNesting = 100

    private var cursor: MarkedCursor
    private let depth: Int
    private var template = ExpansionTemplate()

    /// Takes `text` apart.
    static func read(_ text: MarkedText, depth: Int = 0) -> ExpansionTemplate {
        guard depth <= Self.mostNesting, Self.changes(text) else {
            return ExpansionTemplate(text)
        }
        var reader = ExpansionReader(cursor: MarkedCursor(text), depth: depth)
        reader.run()
        return reader.template
    }

    private init(cursor: MarkedCursor, depth: Int) {
        self.cursor = cursor
        self.depth = depth
    }

    /// Whether FreeSWITCH makes a new text of this one at all.
    static func changes(_ text: MarkedText) -> Bool {
        var isAfterDollar = false
        var isAfterBackslash = false
        for octet in text.octets {
            if isAfterDollar, octet == "{" {
                return true
            }
            if isAfterBackslash, ["\\", "n", "s", "t", "'"].contains(octet) {
                return true
            }
            isAfterDollar = octet == "$" || isAfterDollar && octet == "\\"
            isAfterBackslash = octet == "\\"
        }
        return false
    }

    private mutating func run() {
        while let next = self.cursor.peek() {
            if next == "\\" {
                switch self.cursor.peek(at: 1) {
                case "$":
                    self.cursor.skip(self.cursor.peek(at: 2) == "$" ? 2 : 1)
                    self.takeLiteral()
                    continue
                case "'":
                    self.cursor.skip(2)
                    continue
                case "\\":
                    self.cursor.skip()
                    self.takeLiteral()
                    continue
                default:
                    break
                }
            }
            if next == "$" {
                if self.cursor.peek(at: 1) == "$" {
                    self.cursor.skip()
                }
                if self.cursor.peek(at: 1) == "{" {
                    self.takeReference()
                    continue
                }
            }
            self.takeLiteral()
        }
    }

    private mutating func takeLiteral() {
        if let octet = self.cursor.take() {
            self.template.append(CollectionOfOne(octet))
        }
    }

    /// Reads `${…}` and the octet behind it.
    private mutating func takeReference() {
        self.cursor.skip(2)
        let start = self.cursor.position
        let isClosed = self.skipBraces()
        let inside = self.cursor.octets(from: start, to: self.cursor.position - (isClosed ? 1 : 0))
        if let opening = inside.firstIndex(where: { $0 == " " || $0 == "(" }) {
            let part = self.function(inside, opening: opening, isClosed: isClosed)
            self.template.append(.function(part))
        } else {
            let name = Self.read(MarkedText(inside), depth: self.depth + 1)
            self.template.append(.variable(VariableReference(name)))
        }
        if let next = self.cursor.peek(), next != "$" {
            self.takeLiteral()
        }
    }

    /// Passes over a name and the brace that closes it; whether there was one.
    ///
    /// A `{` that is the first octet of the name does not count.
    private mutating func skipBraces() -> Bool {
        var depth = 1
        let start = self.cursor.position
        while let octet = self.cursor.peek() {
            let position = self.cursor.position
            self.cursor.skip()
            if octet == "}", depth == 1 {
                return true
            }
            if octet == "{", position != start {
                depth += 1
            } else if octet == "}" {
                depth -= 1
            }
        }
        return false
    }

    /// Reads `name(argument)` or `name argument`.
    private func function(
        _ inside: ArraySlice<MarkedOctet>,
        opening: Int,
        isClosed: Bool
    ) -> FunctionReference {
        let name = MarkedText(inside[..<opening])
        let argument = inside[opening...].dropFirst()
        var depth = inside[opening] == "(" || !isClosed ? 1 : 0
        var end = argument.endIndex
        for index in argument.indices {
            if argument[index] == "(" {
                depth += 1
            } else if argument[index] == ")", depth == 1 {
                end = index
                break
            } else if argument[index] == ")", depth > 1 {
                depth -= 1
            }
        }
        return FunctionReference(
            name: Self.read(name, depth: self.depth + 1),
            argument: Self.read(MarkedText(argument[..<end]), depth: self.depth + 1)
        )
    }
}
