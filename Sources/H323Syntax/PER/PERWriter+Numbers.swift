extension PERWriter {
    /// Writes a whole number between two bounds (X.691 clause 11.5.7).
    @inline(never)
    mutating func putInteger(_ number: Int, _ lower: Int, _ upper: Int) {
        guard lower <= number, number <= upper else {
            self.fail(.outOfRange)
            return
        }
        let span = UInt64(bitPattern: Int64(upper &- lower))
        let offset = UInt64(bitPattern: Int64(number &- lower))
        switch span {
        case 0:
            return
        case 1..<255:
            self.putBits(offset, 64 - span.leadingZeroBitCount)
        case 255:
            self.align()
            self.putBits(offset, 8)
        case 256..<65_536:
            self.align()
            self.putBits(offset, 16)
        default:
            let count = Self.octetCount(offset)
            self.putInteger(count, 1, (71 - span.leadingZeroBitCount) / 8)
            self.align()
            self.putBits(offset, count * 8)
        }
    }

    /// Writes a whole number whose bounds may be exceeded by another version (clause 13.1).
    @inline(never)
    mutating func putExtensibleInteger(_ number: Int, _ lower: Int, _ upper: Int) {
        let isWithin = lower <= number && number <= upper
        self.put(!isWithin)
        if isWithin {
            self.putInteger(number, lower, upper)
        } else {
            self.putUnconstrainedInteger(number)
        }
    }

    /// Writes a whole number that has a lower bound only (clause 11.7).
    @inline(never)
    mutating func putInteger(_ number: Int, from lower: Int) {
        guard number >= lower else {
            self.fail(.outOfRange)
            return
        }
        let offset = UInt64(bitPattern: Int64(number &- lower))
        let count = Self.octetCount(offset)
        self.putLength(count)
        self.putBits(offset, count * 8)
    }

    /// Writes a whole number of any size, in two's complement (clause 11.8).
    @inline(never)
    mutating func putUnconstrainedInteger(_ number: Int) {
        let significant = 65 - (number < 0 ? ~number : number).leadingZeroBitCount
        let count = (significant + 7) / 8
        self.putLength(count)
        self.putBits(UInt64(bitPattern: Int64(number)), count * 8)
    }

    /// Writes a number that is usually below 64 (clause 11.6).
    mutating func putNormallySmall(_ number: Int) {
        self.put(number >= 64)
        if number < 64 {
            self.putBits(UInt64(truncatingIfNeeded: number), 6)
        } else {
            self.putInteger(number, from: 0)
        }
    }

    /// Writes a length that is usually 1 to 64 (clause 11.9.3.4).
    mutating func putNormallySmallLength(_ count: Int) {
        self.put(count > 64)
        if count > 64 {
            self.putLength(count)
        } else {
            self.putBits(UInt64(truncatingIfNeeded: count - 1), 6)
        }
    }

    /// Writes a length below 16 Ki (clause 11.9.3.6 and 11.9.3.7).
    mutating func putLength(_ count: Int) {
        self.align()
        if count < 0x80 {
            self.putBits(UInt64(truncatingIfNeeded: count), 8)
        } else if count < 0x4000 {
            self.putBits(0x8000 | UInt64(truncatingIfNeeded: count), 16)
        } else {
            self.fail(.tooLarge)
        }
    }

    /// How many whole fragments come first of `count` units (clause 11.9.3.8), each as multiples of 16 Ki.
    static func fragments(of count: Int) -> [Int] {
        var left = count >> 14
        var fragments: [Int] = []
        while left > 0 {
            fragments.append(min(left, 4))
            left -= min(left, 4)
        }
        return fragments
    }

    /// Writes the length of a fragment of `multiple` times 16 Ki units.
    mutating func putFragmentLength(_ multiple: Int) {
        self.align()
        self.putBits(0xC0 | UInt64(truncatingIfNeeded: multiple), 8)
    }

    private static func octetCount(_ number: UInt64) -> Int {
        max(1, (71 - number.leadingZeroBitCount) / 8)
    }
}
