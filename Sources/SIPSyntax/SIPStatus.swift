/// The status code of a response, 100 to 699 (RFC 3261 §7.2, §21).
package struct SIPStatus: Hashable, Sendable {
    /// The number.
    package let code: UInt16

    /// Takes a number that a program wrote; a peer's number goes through ``init(exactly:)``.
    package init(_ code: UInt16) {
        precondition((100...699).contains(code), "a status code has three digits, 100 to 699")
        self.code = code
    }

    /// Takes a peer's number; `nil` outside 100 to 699 (RFC 4475 §3.1.2.19).
    package init?(exactly code: UInt64) {
        guard (100...699).contains(code) else {
            return nil
        }
        self.code = UInt16(truncatingIfNeeded: code)
    }

    /// The first digit.
    package var category: UInt16 {
        self.code / 100
    }

    /// Whether this is 1xx.
    package var isProvisional: Bool {
        self.code < 200
    }

    /// Whether this is 2xx.
    package var isSuccess: Bool {
        self.category == 2
    }

    /// Whether this is 3xx.
    package var isRedirection: Bool {
        self.category == 3
    }

    /// Whether this is 200 or more.
    package var isFinal: Bool {
        self.code >= 200
    }

    /// Whether this is 300 or more.
    package var isFailure: Bool {
        self.code >= 300
    }
}

extension SIPStatus: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: UInt16) {
        self.init(value)
    }
}

extension SIPStatus: Comparable {
    package static func < (left: SIPStatus, right: SIPStatus) -> Bool {
        left.code < right.code
    }
}

extension SIPStatus: CustomStringConvertible {
    package var description: String {
        "\(self.code) \(self.reasonPhrase)"
    }
}
