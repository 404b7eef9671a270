import ProtocolKit

/// The Via branches that this gateway mints (RFC 3261 §8.1.1.7).
///
/// A branch says which shard minted it and where its transaction stands, so a response finds its transaction without
/// a search; the random part keeps anyone from guessing one.
struct Branch: Hashable {
    /// Where the transaction stands.
    let index: SlabIndex

    /// 40 random bits.
    let nonce: UInt64

    /// `z9hG4bK`, 2 characters of shard, 8 of nonce, 7 of slot, 7 of generation.
    static let length = 31

    init(index: SlabIndex, nonce: UInt64) {
        self.index = index
        self.nonce = nonce
    }

    /// Reads a branch of ours at `range`, or `nil` when it is not one.
    init?(in bytes: [UInt8], at range: Range<Int>) {
        guard range.count == Self.length else {
            return nil
        }
        let start = range.lowerBound
        guard let nonce = TokenAlphabet.number(in: bytes, at: start + 9..<start + 17),
            let slot = TokenAlphabet.number(in: bytes, at: start + 17..<start + 24),
            let generation = TokenAlphabet.number(in: bytes, at: start + 24..<start + 31),
            let slot = UInt32(exactly: slot), let generation = UInt32(exactly: generation)
        else {
            return nil
        }
        self.init(index: SlabIndex(slot: slot, generation: generation), nonce: nonce)
    }

    /// Appends the branch.
    func append(shard: UInt16, to bytes: inout [UInt8]) {
        bytes.append("z9hG4bK")
        TokenAlphabet.append(UInt64(shard), characters: 2, to: &bytes)
        TokenAlphabet.append(self.nonce, characters: 8, to: &bytes)
        TokenAlphabet.append(UInt64(self.index.slot), characters: 7, to: &bytes)
        TokenAlphabet.append(UInt64(self.index.generation), characters: 7, to: &bytes)
    }
}
