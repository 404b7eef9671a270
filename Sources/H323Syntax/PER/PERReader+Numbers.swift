extension PERReader {
    /// Takes a whole number between two bounds (X.691 clause 11.5.7).
    @inline(never)
    mutating func takeInteger(_ lower: Int, _ upper: Int) throws(H323SyntaxError) -> Int {
        let span = UInt64(bitPattern: Int64(upper &- lower))
        let offset: UInt64
        switch span {
        case 0:
            return lower
        case 1..<255:
            offset = try self.takeBits(64 - span.leadingZeroBitCount)
        case 255:
            self.align()
            offset = try self.takeBits(8)
        case 256..<65_536:
            self.align()
            offset = try self.takeBits(16)
        default:
            let most = (71 - span.leadingZeroBitCount) / 8
            let count = try self.takeInteger(1, most)
            offset = try self.takeUnsigned(octets: count)
        }
        guard offset <= span else {
            throw self.error(.outOfRange)
        }
        return lower &+ Int(truncatingIfNeeded: offset)
    }

    /// Takes a whole number whose bounds may be exceeded by another version (clause 13.1).
    @inline(never)
    mutating func takeExtensibleInteger(_ lower: Int, _ upper: Int) throws(H323SyntaxError) -> Int {
        try self.takeBit() ? try self.takeUnconstrainedInteger() : try self.takeInteger(lower, upper)
    }

    /// Takes a whole number that has a lower bound only (clause 11.7).
    @inline(never)
    mutating func takeInteger(from lower: Int) throws(H323SyntaxError) -> Int {
        let count = try self.takeLength()
        let offset = try self.takeUnsigned(octets: count)
        let (number, overflow) = lower.addingReportingOverflow(Int(truncatingIfNeeded: offset))
        guard !overflow, offset <= UInt64(Int.max) else {
            throw self.error(.outOfRange)
        }
        return number
    }

    /// Takes a whole number of any size, in two's complement (clause 11.8); more than 64 bits are refused.
    @inline(never)
    mutating func takeUnconstrainedInteger() throws(H323SyntaxError) -> Int {
        let count = try self.takeLength()
        let range = try self.takeNumberRange(count)
        var number = self.octets[range.lowerBound] & 0x80 != 0 ? -1 : 0
        for index in range {
            number = number &<< 8 | Int(self.octets[index])
        }
        return number
    }

    /// Takes a number that is usually below 64 (clause 11.6): the index of an addition or of an extension alternative.
    @inline(never)
    mutating func takeNormallySmall() throws(H323SyntaxError) -> Int {
        guard try self.takeBit() else {
            return Int(truncatingIfNeeded: try self.takeBits(6))
        }
        return try self.takeInteger(from: 0)
    }

    /// Takes a length that is usually 1 to 64 (clause 11.9.3.4): that of a bitmap of additions.
    mutating func takeNormallySmallLength() throws(H323SyntaxError) -> Int {
        guard try self.takeBit() else {
            return Int(truncatingIfNeeded: try self.takeBits(6)) + 1
        }
        return try self.takeLength()
    }

    /// Takes a length below 16 Ki (clause 11.9.3.6 and 11.9.3.7), where fragments make no sense.
    mutating func takeLength() throws(H323SyntaxError) -> Int {
        let part = try self.takeLengthPart()
        guard !part.isFragment else {
            throw self.error(.tooLarge)
        }
        return part.count
    }

    /// Takes an unbounded length, or that of one fragment of 16, 32, 48 or 64 Ki (clause 11.9.3.8).
    @inline(never)
    mutating func takeLengthPart() throws(H323SyntaxError) -> PERLengthPart {
        self.align()
        let first = Int(truncatingIfNeeded: try self.takeBits(8))
        if first < 0x80 {
            return PERLengthPart(count: first, isFragment: false)
        }
        if first < 0xC0 {
            let second = Int(truncatingIfNeeded: try self.takeBits(8))
            return PERLengthPart(count: (first & 0x3F) << 8 | second, isFragment: false)
        }
        guard case 1...4 = first & 0x3F else {
            throw self.error(.malformed)
        }
        return PERLengthPart(count: (first & 0x3F) << 14, isFragment: true)
    }

    private mutating func takeUnsigned(octets count: Int) throws(H323SyntaxError) -> UInt64 {
        let range = try self.takeNumberRange(count)
        var number: UInt64 = 0
        for index in range {
            number = number &<< 8 | UInt64(self.octets[index])
        }
        return number
    }

    /// The octets of a number, which has one at least.
    private mutating func takeNumberRange(_ count: Int) throws(H323SyntaxError) -> Range<Int> {
        guard count > 0 else {
            throw self.error(.malformed)
        }
        let range = try self.takeAlignedRange(count)
        guard count <= 8 else {
            throw self.error(.outOfRange)
        }
        return range
    }
}

/// A length determinant without an upper bound.
struct PERLengthPart {
    /// How many units follow.
    let count: Int

    /// Whether another determinant follows those.
    let isFragment: Bool
}
