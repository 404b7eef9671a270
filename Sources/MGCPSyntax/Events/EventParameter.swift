package import ProtocolKit

/// A parameter of an event or signal (RFC 3435 §3.2.2.4, appendix A `eventParameter`).
package indirect enum EventParameter: Hashable, Sendable {
    /// A word, which may be empty: the fields of a caller id may be left out, their commas may not (RFC 3660 §2.4).
    case word(ByteString)
    /// A text in double quotes, in UTF-8; it may hold what a word cannot.
    case quoted(ByteString)
    /// `name=value`.
    case assigned(MGCPName, EventParameter)
    /// `name(value, value)`.
    case group(MGCPName, [EventParameter])

    /// A text, quoted if it must be.
    package init(text: ByteString) {
        self = text.bytes.allSatisfy(Self.isWordCharacter) ? .word(text) : .quoted(text)
    }

    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        if reader.peek() == 0x22 {
            self = .quoted(try reader.quotedString())
            return
        }
        let word = ByteString(Self.word(&reader))
        if reader.peek() == 0x3D, !word.isEmpty {
            _ = reader.take()
            reader.skipBlanks()
            self = .assigned(
                MGCPName(word),
                try reader.nested { (inner) throws(MGCPParseError) in try EventParameter(from: &inner) }
            )
        } else if reader.peek() == 0x28, !word.isEmpty {
            self = .group(MGCPName(word), try Self.list(&reader))
        } else {
            self = .word(word)
        }
    }

    /// Takes a word; white space inside it and octets that no word has are noted.
    private static func word(_ reader: inout MGCPValueReader) -> ArraySlice<UInt8> {
        var word = reader.run { octet in
            Self.isWordCharacter(octet) || octet.isBlank || octet >= 0x80
        }
        while let last = word.last, last.isBlank {
            word.removeLast()
        }
        if word.contains(where: { !Self.isWordCharacter($0) }) {
            reader.note(.unquotedText)
        }
        return word
    }

    /// Reads `(parameter, parameter)`; commas separate parameters that may be empty.
    static func list(_ reader: inout MGCPValueReader) throws(MGCPParseError) -> [EventParameter] {
        guard reader.take(0x28) else {
            throw reader.malformedEventParameter
        }
        let parameters = try reader.nested { (inner) throws(MGCPParseError) in try Self.content(&inner) }
        guard reader.takeClosing() else {
            throw reader.malformedEventParameter
        }
        return parameters
    }

    private static func content(_ reader: inout MGCPValueReader) throws(MGCPParseError) -> [EventParameter] {
        var parameters: [EventParameter] = []
        reader.skipBlanks()
        guard reader.peek() != 0x29 else {
            return parameters
        }
        repeat {
            guard parameters.count < reader.limits.eventParameters else {
                throw reader.error(.tooLarge)
            }
            parameters.append(try EventParameter(from: &reader))
        } while reader.takeSeparator(0x2C)
        return parameters
    }

    /// VCHAR except the quote, parentheses, comma and equals sign (appendix A `SuitableEventParamCharacter`).
    private static func isWordCharacter(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x21, 0x23...0x27, 0x2A...0x2B, 0x2D...0x3C, 0x3E...0x7E: true
        default: false
        }
    }

    func append(to bytes: inout [UInt8]) {
        switch self {
        case .word(let text): bytes.append(contentsOf: text.bytes)
        case .quoted(let text): bytes.append(quoted: text)
        case .assigned(let name, let value):
            bytes.append(contentsOf: name.text.bytes)
            bytes.append(0x3D)
            value.append(to: &bytes)
        case .group(let name, let values):
            bytes.append(contentsOf: name.text.bytes)
            Self.append(list: values, to: &bytes)
        }
    }

    /// Appends `(parameter,parameter)`, without white space, since a peer may take that for part of a word.
    static func append(list parameters: [EventParameter], to bytes: inout [UInt8]) {
        bytes.append(0x28)
        bytes.append(list: parameters, separator: ",") { $0.append(to: &$1) }
        bytes.append(0x29)
    }

    /// The text of a word or of a quoted text.
    package var text: ByteString? {
        switch self {
        case .word(let text), .quoted(let text): text
        case .assigned, .group: nil
        }
    }
}

extension MGCPValueReader {
    /// Takes a closing parenthesis with white space before it.
    mutating func takeClosing() -> Bool {
        self.skipBlanks()
        return self.take(0x29)
    }
}

extension [EventParameter] {
    /// The value of the parameter of this name, as `to=6000` and `to(6000)` give it.
    package func value(of name: MGCPName) -> EventParameter? {
        for parameter in self {
            switch parameter {
            case .assigned(name, let value): return value
            case .group(name, let values): return values.first
            case .word, .quoted, .assigned, .group: continue
            }
        }
        return nil
    }

    /// The time-out in milliseconds that replaces that of a time-out signal; 0 is none at all (RFC 3435 §3.2.2.4).
    package var timeOut: UInt64? {
        self.value(of: "to")?.text?.bytes[...].decimal(digits: 9).map(UInt64.init)
    }
}
