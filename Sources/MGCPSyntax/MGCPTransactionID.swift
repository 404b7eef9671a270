import ProtocolKit

/// The number that ties a response to its command, 1 to 999,999,999 (RFC 3435 §3.2.1.2).
package struct MGCPTransactionID: Hashable, Comparable, Sendable {
    /// The largest number.
    package static let maximum: UInt32 = 999_999_999

    /// The number; leading zeros that were written do not count.
    package let number: UInt32

    package init?(_ number: UInt32) {
        guard (1...Self.maximum).contains(number) else {
            return nil
        }
        self.number = number
    }

    package static func < (left: MGCPTransactionID, right: MGCPTransactionID) -> Bool {
        left.number < right.number
    }
}

extension MGCPTransactionID: CustomStringConvertible {
    package var description: String {
        String(self.number)
    }
}
