/// Which dialplan a call is routed by: a number within the process, and what the dialplan was made of.
package struct DialplanVersion: Hashable, Sendable, CustomStringConvertible {
    /// Counts the dialplans that a process has taken or tried, from 1; 0 is one that nobody has numbered.
    package let number: UInt32

    /// The first 64 bits of a digest of its sources; the same sources have the same one in every process.
    package let digest: UInt64

    package init(number: UInt32, digest: UInt64) {
        self.number = number
        self.digest = digest
    }

    /// A dialplan that nobody has numbered.
    package static let unnumbered = DialplanVersion(number: 0, digest: 0)

    /// The number and the first six hexadecimal digits of the digest, as `7-3f9a2c`.
    package var description: String {
        "\(self.number)-\(self.digestText.prefix(6))"
    }

    /// The digest in sixteen hexadecimal digits.
    package var digestText: String {
        let digits = String(self.digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

/// Why another dialplan routes new calls.
package enum DialplanChange: UInt8, Hashable, Sendable, CaseIterable {
    /// Its files were read anew.
    case reload
    /// An earlier one was wanted back.
    case rollback
    /// One that was evaluated beside the live one took its place.
    case promotion
}
