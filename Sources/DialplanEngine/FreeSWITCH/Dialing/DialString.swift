import ProtocolKit

/// What `bridge` is asked to dial, taken apart (`switch_ivr_originate`).
///
/// `:_:` separates hunts that run beside each other, `|` stages one after another, `,` legs together. `<…>` holds for
/// all hunts, `{…}` for all legs of one, `[…]` for one leg. Nothing that a caller has supplied separates anything.
struct DialString: Hashable, Sendable {
    /// Why a text is no dial string.
    enum Problem: Hashable, Sendable {
        /// There is nothing to dial.
        case empty
        /// A `<`, `{` or `[` is not closed.
        case unclosed
        /// There are more legs than the limit.
        case tooManyLegs
    }

    /// A hunt: stages one after another.
    struct Hunt: Hashable, Sendable {
        let variables: DialVariables
        let stages: [[Leg]]
    }

    /// One leg.
    struct Leg: Hashable, Sendable {
        let variables: DialVariables
        /// What stands before the first `/`.
        let type: MarkedText
        /// What stands behind it.
        let data: MarkedText
    }

    /// The hunts; one, unless `:_:` separates several.
    let hunts: [Hunt]

    /// Takes a text apart.
    static func read(_ text: MarkedText, mostLegs: Int) -> Result<DialString, Failure> {
        var reader = DialStringReader(mostLegs: mostLegs)
        do {
            return .success(DialString(hunts: try reader.read(text)))
        } catch {
            return .failure(error)
        }
    }

    /// A ``Problem`` that is thrown.
    struct Failure: Error, Hashable {
        let problem: Problem
    }
}

/// The variables in a pair of brackets; of one that is given twice the last counts.
struct DialVariables: Hashable, Sendable {
    /// A variable under its name in small letters.
    private struct Entry: Hashable {
        let name: ByteString
        let value: MarkedText
    }

    private var entries: [ByteString: Entry] = [:]

    /// The value of a variable by its name in small letters.
    subscript(key: ByteString) -> MarkedText? {
        self.entries[key]?.value
    }

    /// All variables with their names as they are written.
    var names: [ByteString: (name: ByteString, value: MarkedText)] {
        self.entries.mapValues { ($0.name, $0.value) }
    }

    mutating func set(_ name: MarkedText, to value: MarkedText) {
        self.entries[name.key] = Entry(name: name.string, value: value)
    }

    /// These with others, which go before.
    func merged(with others: DialVariables) -> DialVariables {
        var all = self
        all.entries.merge(others.entries) { _, other in other }
        return all
    }
}

/// Reads a dial string.
private struct DialStringReader {
    /// Stands for a comma in `[…]`, which does not separate legs.
    private static let innerComma = MarkedOctet(authored: 1)

    let mostLegs: Int
    private var legs = 0

    init(mostLegs: Int) {
        self.mostLegs = mostLegs
    }

    mutating func read(_ text: MarkedText) throws(DialString.Failure) -> [DialString.Hunt] {
        let parts = Self.split(text.droppingSpaces)
        guard parts.count > 1 else {
            return [try self.hunt(text, DialVariables())]
        }
        var shared = DialVariables()
        var first = parts[0]
        while first.octets.first == "<" {
            first = try Self.take(&shared, "<", ">", ",", from: first)
        }
        var hunts: [DialString.Hunt] = []
        for part in [first] + parts.dropFirst() {
            hunts.append(try self.hunt(part, shared))
        }
        return hunts
    }

    private mutating func hunt(
        _ written: MarkedText,
        _ shared: DialVariables
    ) throws(DialString.Failure) -> DialString.Hunt {
        var text = written.droppingSpaces
        var variables = shared
        while text.octets.first == "<" {
            text = try Self.take(&variables, "<", ">", ",", from: text)
        }
        while text.octets.first == "{" {
            text = try Self.take(&variables, "{", "}", ",", from: text)
        }
        text = text.droppingSpaces
        guard !text.isEmpty else {
            throw DialString.Failure(problem: .empty)
        }
        var stages: [[DialString.Leg]] = []
        for part in text.arguments(separatedBy: "|", limit: self.mostLegs + 1) {
            let legs = try self.legs(part)
            if !legs.isEmpty {
                stages.append(legs)
            }
        }
        return DialString.Hunt(variables: variables, stages: stages)
    }

    private mutating func legs(_ stage: MarkedText) throws(DialString.Failure) -> [DialString.Leg] {
        var legs: [DialString.Leg] = []
        let protected = Self.protectingCommas(stage)
        for part in protected.arguments(separatedBy: ",", limit: self.mostLegs + 1) {
            self.legs += 1
            guard self.legs <= self.mostLegs else {
                throw DialString.Failure(problem: .tooManyLegs)
            }
            legs.append(try Self.leg(part.droppingSpaces))
        }
        return legs
    }

    private static func leg(_ written: MarkedText) throws(DialString.Failure) -> DialString.Leg {
        var text = written
        var variables = DialVariables()
        while text.octets.first == "[" {
            text = try self.take(&variables, "[", "]", self.innerComma, from: text)
        }
        text = text.droppingSpaces
        let (type, data) = text.split(at: "/") ?? (text, MarkedText())
        return DialString.Leg(variables: variables, type: type, data: data)
    }

    /// Reads one pair of brackets; what follows it.
    private static func take(
        _ variables: inout DialVariables,
        _ open: MarkedOctet,
        _ close: MarkedOctet,
        _ delimiter: MarkedOctet,
        from text: MarkedText
    ) throws(DialString.Failure) -> MarkedText {
        guard let end = MarkedCursor(text).endOfParenthesis(open, close) else {
            throw DialString.Failure(problem: .unclosed)
        }
        let inside = MarkedText(text.octets[1..<end])
        for item in inside.arguments(separatedBy: delimiter, limit: 1024) {
            let pair = item.arguments(separatedBy: "=", limit: 2)
            if pair.count == 2 {
                variables.set(pair[0], to: pair[1])
            }
        }
        return text.dropFirst(end + 1)
    }

    /// The same stage, with the commas in its `[…]` made something else, or values where they stand in quotes.
    private static func protectingCommas(_ stage: MarkedText) -> MarkedText {
        var octets: [MarkedOctet] = []
        var cursor = MarkedCursor(stage)
        while let octet = cursor.peek() {
            guard octet == "[", let length = cursor.endOfParenthesis("[", "]") else {
                octets.append(octet)
                cursor.skip()
                continue
            }
            let hasOwnDelimiter = cursor.peek(at: 1) == "^" && cursor.peek(at: 2) == "^"
            var isInQuotes = false
            for offset in 0...length {
                guard let inner = cursor.peek(at: offset) else {
                    break
                }
                isInQuotes = inner == "'" ? !isInQuotes : isInQuotes
                let isEscaped = offset > 0 && cursor.peek(at: offset - 1) == "\\"
                if inner == ",", !isEscaped {
                    octets.append(isInQuotes || hasOwnDelimiter ? MarkedOctet(foreign: 0x2C) : self.innerComma)
                } else {
                    octets.append(inner)
                }
            }
            cursor.skip(length + 1)
        }
        return MarkedText(octets)
    }

    /// The parts between `:_:`.
    private static func split(_ text: MarkedText) -> [MarkedText] {
        var parts: [MarkedText] = []
        var current: [MarkedOctet] = []
        var cursor = MarkedCursor(text)
        while let octet = cursor.take() {
            if octet == ":", cursor.peek() == "_", cursor.peek(at: 1) == ":" {
                cursor.skip(2)
                parts.append(MarkedText(current))
                current = []
            } else {
                current.append(octet)
            }
        }
        return parts + [MarkedText(current)]
    }
}
