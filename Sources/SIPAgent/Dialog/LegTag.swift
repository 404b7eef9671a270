package import ProtocolKit

/// The tag that we put into From or To of a dialog: unguessable, and naming the place where its leg is stored.
///
/// A request inside a dialog finds its leg without a table: the place is read from the tag, and the leg that is found
/// there has the same tag or the request is foreign (RFC 3261 §19.3 asks for 32 random bits; there are 60).
package struct LegTag: Hashable, Sendable {
    /// The tag as it stands in messages.
    package let text: ByteString

    private static let randomLength = 12

    /// Mints the tag of the leg that is stored at `place`.
    package init(for place: SlabIndex, from identifiers: inout IdentifierSource) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.randomLength + 2 + 14)
        identifiers.appendToken(length: Self.randomLength, to: &bytes)
        Self.append(UInt64(place.generation) << 32 | UInt64(place.slot), to: &bytes)
        self.text = ByteString(bytes)
    }

    /// Where the leg with this tag is stored, if it is one of our tags and the leg lives.
    package static func place(in tag: some Collection<UInt8>) -> SlabIndex? {
        let digits = tag.dropFirst(Self.randomLength + 2)
        guard (1...13).contains(digits.count) else {
            return nil
        }
        var number: UInt64 = 0
        for digit in digits {
            guard let value = TokenAlphabet.value(digit) else {
                return nil
            }
            number = number << 5 | UInt64(value)
        }
        return SlabIndex(slot: UInt32(truncatingIfNeeded: number), generation: UInt32(number >> 32))
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        if number >= 32 {
            self.append(number >> 5, to: &bytes)
        }
        bytes.append(TokenAlphabet.character(UInt8(number & 31)))
    }
}
