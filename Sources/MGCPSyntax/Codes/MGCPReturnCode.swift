/// What a response says became of a command (RFC 3435 §2.4).
package struct MGCPReturnCode: Hashable, Sendable {
    /// The code, 0 to 999.
    package let number: UInt16

    package init?(_ number: UInt16) {
        guard number < 1000 else {
            return nil
        }
        self.number = number
    }

    /// A code that this file names.
    init(registered number: UInt16) {
        self.number = number
    }

    /// What a code says by its first digit.
    package enum Class: Hashable, Sendable {
        /// 000 to 099: a response was received; only this is sent in answer to a response.
        case acknowledgement
        /// 100 to 199: the answer comes later.
        case provisional
        /// 200 to 299.
        case success
        /// 400 to 499: the same command may succeed another time.
        case transientError
        /// 500 to 599, and 300 to 399, 600 to 799 and 900 to 999, which nobody defines.
        case permanentError
        /// 800 to 899: defined by the package that the response names.
        case package
    }

    /// What the code says by its first digit.
    package var kind: Class {
        switch self.number / 100 {
        case 0: .acknowledgement
        case 1: .provisional
        case 2: .success
        case 4: .transientError
        case 8: .package
        default: .permanentError
        }
    }

    /// Whether the transaction ends with this response.
    package var isFinal: Bool {
        self.kind != .provisional && self.kind != .acknowledgement
    }

    /// The code itself when it is registered, or the one to take it for (§2.4, the list at its end).
    package var understood: MGCPReturnCode {
        guard self.registration == nil else {
            return self
        }
        switch self.number / 100 {
        case 0: return .acknowledgement
        case 1: return .executing
        case 2: return .executed
        case 3: return .redirected
        case 4: return .transientError
        default: return .protocolError
        }
    }

    /// What to do about the failure (RFC 3661 §2.1).
    package enum Category: Hashable, Sendable {
        /// No failure.
        case normal
        /// Each code has a meaning and a treatment of its own.
        case specific
        /// The endpoint is out of service until it restarts.
        case serviceFailure
        /// What the two sides believe of each other's abilities does not agree; retrying does not help.
        case provisioningMismatch
        /// Another attempt may succeed.
        case temporaryFailure
        /// What the two sides believe of the endpoint's state does not agree; an audit tells.
        case stateMismatch
        /// The other side's session description is to blame.
        case remoteDescriptorError
    }

    /// What is known of a registered code.
    package struct Registration: Sendable {
        /// The code.
        package let code: MGCPReturnCode
        /// What it means, in a few words; also the commentary that we send.
        package let meaning: StaticString
        /// What to do about it.
        package let category: Category
    }

    /// What is known of this code; `nil` when it is not registered.
    package var registration: Registration? {
        Self.registered.first { $0.code == self }
    }

    /// What to do about the failure; codes that are not registered count as the one they are taken for.
    package var category: Category {
        self.understood.registration?.category ?? .specific
    }
}

extension MGCPReturnCode: CustomStringConvertible {
    /// The three digits.
    package var description: String {
        "\(self.number / 100)\(self.number / 10 % 10)\(self.number % 10)"
    }
}
