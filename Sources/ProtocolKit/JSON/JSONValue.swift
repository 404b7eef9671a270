/// One JSON value (RFC 8259 §3).
public indirect enum JSONValue: Hashable, Sendable {
    /// A name and its value in an object.
    public struct Member: Hashable, Sendable {
        /// The name, not twice in one object.
        public let name: ByteString

        /// The value.
        public let value: JSONValue

        public init(_ name: ByteString, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    case null
    case boolean(Bool)
    /// A number as it is written, which is within the grammar of RFC 8259 §6.
    case number(ByteString)
    /// UTF-8 text.
    case string(ByteString)
    case array([JSONValue])
    /// The members in their order.
    case object([Member])

    /// What kind of value it is, in words with an article.
    public var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Why octets are no JSON value that may be taken.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// How many octets stand before the place.
    public let offset: Int

    /// What is wrong there.
    public let problem: String

    public init(_ problem: String, at offset: Int) {
        self.problem = problem
        self.offset = offset
    }

    /// What is wrong and where.
    public var description: String {
        "\(self.problem) at octet \(self.offset)"
    }
}
