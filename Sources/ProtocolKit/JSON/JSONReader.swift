/// Reads one JSON value (RFC 8259) that anybody may have written.
///
/// Nothing beyond the grammar is taken, no name may stand twice in an object (RFC 8259 §4 leaves open what that would
/// mean), and how deep and how many values there are is bounded; how many octets are read is the caller's to bound.
public struct JSONReader: Sendable {
    /// The bounds of one value.
    public struct Limits: Hashable, Sendable {
        /// How deep objects and arrays stand in each other.
        public var depth: Int

        /// How many values there are, in all.
        public var values: Int

        public init(depth: Int = 16, values: Int = 10_000) {
            self.depth = depth
            self.values = values
        }
    }

    private var cursor: ByteCursor
    private let limits: Limits
    private var count = 0

    private init(_ bytes: [UInt8], _ limits: Limits) {
        self.cursor = ByteCursor(bytes)
        self.limits = limits
    }

    /// The value, around which only white space may stand.
    public static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(JSONError) -> JSONValue {
        var reader = JSONReader(bytes, limits)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.cursor.isAtEnd else {
            throw reader.error("something stands after the value")
        }
        return value
    }

    private func error(_ problem: String) -> JSONError {
        JSONError(problem, at: self.cursor.position)
    }

    private mutating func skipSpace() {
        _ = self.cursor.take(while: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        self.skipSpace()
        self.count += 1
        guard self.count <= self.limits.values else {
            throw self.error("there are more than \(self.limits.values) values")
        }
        switch self.cursor.peek() {
        case 0x22:
            return .string(try self.string())
        case 0x7B:
            return .object(try self.members(depth: try self.deeper(depth)))
        case 0x5B:
            return .array(try self.elements(depth: try self.deeper(depth)))
        case .some(0x2D), .some(0x30...0x39):
            return .number(try self.number())
        case nil:
            throw self.error("a value is missing")
        default:
            return try self.word()
        }
    }

    private func deeper(_ depth: Int) throws(JSONError) -> Int {
        guard depth < self.limits.depth else {
            throw self.error("values stand in each other more than \(self.limits.depth) deep")
        }
        return depth + 1
    }

    private mutating func word() throws(JSONError) -> JSONValue {
        if self.cursor.take("true") {
            return .boolean(true)
        }
        if self.cursor.take("false") {
            return .boolean(false)
        }
        if self.cursor.take("null") {
            return .null
        }
        throw self.error("this is no value")
    }

    // MARK: Structures

    private mutating func members(depth: Int) throws(JSONError) -> [JSONValue.Member] {
        _ = self.cursor.take(0x7B)
        var members: [JSONValue.Member] = []
        var names: Set<ByteString> = []
        self.skipSpace()
        guard !self.cursor.take(0x7D) else {
            return members
        }
        while true {
            self.skipSpace()
            guard self.cursor.peek() == 0x22 else {
                throw self.error("a name is missing")
            }
            let name = try self.string()
            guard names.insert(name).inserted else {
                throw self.error("the name \"\(name)\" stands twice")
            }
            self.skipSpace()
            guard self.cursor.take(0x3A) else {
                throw self.error("a colon is missing")
            }
            members.append(JSONValue.Member(name, try self.value(depth: depth)))
            guard try self.goesOn(until: 0x7D) else {
                return members
            }
        }
    }

    private mutating func elements(depth: Int) throws(JSONError) -> [JSONValue] {
        _ = self.cursor.take(0x5B)
        var elements: [JSONValue] = []
        self.skipSpace()
        guard !self.cursor.take(0x5D) else {
            return elements
        }
        while true {
            elements.append(try self.value(depth: depth))
            guard try self.goesOn(until: 0x5D) else {
                return elements
            }
        }
    }

    /// Whether a comma follows rather than the end.
    private mutating func goesOn(until end: UInt8) throws(JSONError) -> Bool {
        self.skipSpace()
        if self.cursor.take(0x2C) {
            return true
        }
        guard self.cursor.take(end) else {
            throw self.error("a comma or the end is missing")
        }
        return false
    }

    // MARK: Numbers

    private mutating func number() throws(JSONError) -> ByteString {
        let start = self.cursor.position
        _ = self.cursor.take(0x2D)
        if !self.cursor.take(0x30) {
            try self.digits()
        }
        if self.cursor.take(0x2E) {
            try self.digits()
        }
        if self.cursor.take(0x65) || self.cursor.take(0x45) {
            _ = self.cursor.take(0x2B) || self.cursor.take(0x2D)
            try self.digits()
        }
        return ByteString(self.cursor.bytes[start..<self.cursor.position])
    }

    private mutating func digits() throws(JSONError) {
        guard !self.cursor.take(while: \.isASCIIDigit).isEmpty else {
            throw self.error("a digit is missing")
        }
    }

    // MARK: Text

    private mutating func string() throws(JSONError) -> ByteString {
        _ = self.cursor.take(0x22)
        var octets: [UInt8] = []
        while true {
            let plain = self.cursor.take(while: { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C })
            octets += self.cursor.bytes[plain]
            switch self.cursor.take() {
            case 0x22:
                guard String(validating: octets, as: UTF8.self) != nil else {
                    throw self.error("text is not UTF-8")
                }
                return ByteString(octets)
            case 0x5C:
                try self.escape(into: &octets)
            case nil:
                throw self.error("text does not end")
            case .some:
                throw self.error("a control character stands in text")
            }
        }
    }

    /// What follows a backslash (RFC 8259 §7).
    private mutating func escape(into octets: inout [UInt8]) throws(JSONError) {
        switch self.cursor.take() {
        case .some(let octet) where octet == 0x22 || octet == 0x5C || octet == 0x2F:
            octets.append(octet)
        case 0x62:
            octets.append(0x08)
        case 0x66:
            octets.append(0x0C)
        case 0x6E:
            octets.append(0x0A)
        case 0x72:
            octets.append(0x0D)
        case 0x74:
            octets.append(0x09)
        case 0x75:
            octets += try Array(String(self.character()).utf8)
        default:
            throw self.error("no such escape")
        }
    }

    /// The character of `\uXXXX`, or of two of them (RFC 8259 §7).
    private mutating func character() throws(JSONError) -> Character {
        let first = try self.codeUnit()
        if let scalar = Unicode.Scalar(first) {
            return Character(scalar)
        }
        guard UTF16.isLeadSurrogate(first), self.cursor.take(0x5C), self.cursor.take(0x75) else {
            throw self.error("half a character is escaped")
        }
        let second = try self.codeUnit()
        let value = 0x1_0000 + UInt32(first & 0x3FF) << 10 + UInt32(second & 0x3FF)
        guard UTF16.isTrailSurrogate(second), let scalar = Unicode.Scalar(value) else {
            throw self.error("half a character is escaped")
        }
        return Character(scalar)
    }

    private mutating func codeUnit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = self.cursor.take().flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw self.error("four hexadecimal digits are missing")
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
