/// A set of known header names, two words.
struct KnownHeaderSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init() {}

    init(_ names: KnownHeaderName...) {
        for name in names {
            self.insert(name)
        }
    }

    @inline(__always)
    func contains(_ name: KnownHeaderName) -> Bool {
        let word = name.rawValue < 64 ? self.low : self.high
        return (word &>> UInt64(name.rawValue & 63)) & 1 != 0
    }

    @inline(__always)
    mutating func insert(_ name: KnownHeaderName) {
        let bit: UInt64 = 1 &<< UInt64(name.rawValue & 63)
        if name.rawValue < 64 {
            self.low |= bit
        } else {
            self.high |= bit
        }
    }

    func intersection(_ other: KnownHeaderSet) -> KnownHeaderSet {
        var result = self
        result.low &= other.low
        result.high &= other.high
        return result
    }

    /// The first name of the set in the order of their numbers.
    var first: KnownHeaderName? {
        if self.low != 0 {
            return KnownHeaderName(rawValue: UInt8(truncatingIfNeeded: self.low.trailingZeroBitCount))
        }
        guard self.high != 0 else {
            return nil
        }
        return KnownHeaderName(rawValue: 64 + UInt8(truncatingIfNeeded: self.high.trailingZeroBitCount))
    }
}
