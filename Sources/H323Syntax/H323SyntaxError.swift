/// Why octets are not the H.323 message that they should be, or why a value cannot be written as one.
package struct H323SyntaxError: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Reason: UInt8, Hashable, Sendable {
        /// The octets end before the value does.
        case truncated
        /// A number, length or character that the type does not allow.
        case outOfRange
        /// A form that the encoding rules do not allow.
        case malformed
        /// One of ``PERLimits`` or ``Q931Limits`` is exceeded.
        case tooLarge
        /// Types stand in each other deeper than ``PERLimits/nesting``.
        case tooDeep
        /// Something that must be there is not.
        case missing
        /// The octets belong to another protocol, or to a version of it that cannot be read.
        case unsupported
    }

    /// What is wrong.
    package let reason: Reason

    /// The octet at which it was noticed, from the first one of the message; of an open type in fragments, from its own.
    package let offset: Int

    package init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

extension H323SyntaxError: CustomStringConvertible {
    /// A few words for a log line.
    package var description: String {
        "\(self.reason) at octet \(self.offset)"
    }
}
