import ProtocolKit

extension PERReader {
    /// Takes an octet string (X.691 clause 17); without `upper` its length has no bound.
    @inline(never)
    mutating func takeOctets(_ lower: Int = 0, _ upper: Int? = nil) throws(H323SyntaxError) -> [UInt8] {
        guard let upper, upper < 65_536 else {
            return try self.takeUnboundedOctets()
        }
        let count = try self.takeInteger(lower, upper)
        try self.charge(ArrayCost.header + count)
        guard lower == upper, upper <= 2 else {
            return Array(self.octets[try self.takeAlignedRange(count)])
        }
        var octets: [UInt8] = []
        octets.reserveCapacity(count)
        for _ in 0..<count {
            octets.append(UInt8(truncatingIfNeeded: try self.takeBits(8)))
        }
        return octets
    }

    /// Takes the octets of an open type (clause 11.2) without looking into them.
    @inline(never)
    mutating func takeOpenType() throws(H323SyntaxError) -> [UInt8] {
        try self.takeUnboundedOctets()
    }

    /// Takes octets after a length without a bound, which may come in fragments.
    @inline(never)
    mutating func takeUnboundedOctets() throws(H323SyntaxError) -> [UInt8] {
        try self.charge(ArrayCost.header)
        var octets: [UInt8] = []
        while true {
            let part = try self.takeLengthPart()
            try self.charge(part.count)
            octets.append(contentsOf: self.octets[try self.takeAlignedRange(part.count)])
            guard part.isFragment else {
                return octets
            }
        }
    }

    /// Takes a bit string (clause 16).
    @inline(never)
    mutating func takeBitString(_ lower: Int = 0, _ upper: Int? = nil) throws(H323SyntaxError) -> BitString {
        let count: Int
        if let upper, upper < 65_536 {
            count = try self.takeInteger(lower, upper)
        } else {
            count = try self.takeLength()
        }
        try self.charge(ArrayCost.header + count / 8)
        if count > 0, lower != upper || count > 16 {
            self.align()
        }
        guard count <= self.end - self.position else {
            throw self.error(.truncated)
        }
        var octets: [UInt8] = []
        octets.reserveCapacity((count + 7) / 8)
        for start in stride(from: 0, to: count, by: 8) {
            let width = min(8, count - start)
            octets.append(UInt8(truncatingIfNeeded: try self.takeBits(width) &<< UInt64(8 - width)))
        }
        return BitString(octets, count: count)
    }

    /// Takes an object identifier (clause 24).
    @inline(never)
    mutating func takeObjectIdentifier() throws(H323SyntaxError) -> OID {
        let count = try self.takeLength()
        let range = try self.takeAlignedRange(count)
        try self.charge(ArrayCost.header + count)
        guard let identifier = OID(contents: self.octets[range]) else {
            throw self.error(.malformed)
        }
        return identifier
    }

    /// Takes a string of characters of one octet at most (clause 30), `IA5String`, `NumericString` and the like.
    @inline(never)
    mutating func takeString(
        _ alphabet: PERAlphabet,
        _ lower: Int = 0,
        _ upper: Int? = nil
    ) throws(H323SyntaxError) -> ByteString {
        let count = try self.takeCharacterCount(alphabet.width, lower, upper)
        try self.charge(ArrayCost.header + count)
        guard count * alphabet.width <= self.end - self.position else {
            throw self.error(.truncated)
        }
        var characters: [UInt8] = []
        characters.reserveCapacity(count)
        for _ in 0..<count {
            let code = UInt8(truncatingIfNeeded: try self.takeBits(alphabet.width))
            guard let character = alphabet.character(code) else {
                throw self.error(.outOfRange)
            }
            characters.append(character)
        }
        return ByteString(characters)
    }

    /// Takes a `BMPString`, whose characters have sixteen bits.
    @inline(never)
    mutating func takeBMPString(_ lower: Int = 0, _ upper: Int? = nil) throws(H323SyntaxError) -> BMPString {
        let count = try self.takeCharacterCount(16, lower, upper)
        try self.charge(ArrayCost.header + 2 * count)
        guard count * 16 <= self.end - self.position else {
            throw self.error(.truncated)
        }
        var units: [UInt16] = []
        units.reserveCapacity(count)
        for _ in 0..<count {
            units.append(UInt16(truncatingIfNeeded: try self.takeBits(16)))
        }
        return BMPString(units: units)
    }

    /// Takes the number of characters and goes to where the first one starts (clause 30.5.6 and 30.5.7).
    private mutating func takeCharacterCount(
        _ width: Int,
        _ lower: Int,
        _ upper: Int?
    ) throws(H323SyntaxError) -> Int {
        guard let upper, upper < 65_536 else {
            return try self.takeLength()
        }
        let count = try self.takeInteger(lower, upper)
        if count > 0, PERAlphabet.isAligned(width, lower, upper) {
            self.align()
        }
        return count
    }
}
