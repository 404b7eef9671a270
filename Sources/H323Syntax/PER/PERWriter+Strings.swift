import ProtocolKit

extension PERWriter {
    /// Writes an octet string (X.691 clause 17); without `upper` its length has no bound.
    @inline(never)
    mutating func putOctets(_ octets: [UInt8], _ lower: Int = 0, _ upper: Int? = nil) {
        guard let upper, upper < 65_536 else {
            self.putUnboundedOctets(octets)
            return
        }
        self.putInteger(octets.count, lower, upper)
        guard lower == upper, upper <= 2 else {
            self.putAligned(octets)
            return
        }
        for octet in octets {
            self.putBits(UInt64(octet), 8)
        }
    }

    /// Writes the octets of an open type (clause 11.2) that are already encoded.
    @inline(never)
    mutating func putOpenType(_ octets: [UInt8]) {
        self.putUnboundedOctets(octets)
    }

    /// Writes octets after a length without a bound, in fragments when there are many.
    @inline(never)
    mutating func putUnboundedOctets(_ octets: [UInt8]) {
        var place = 0
        for multiple in Self.fragments(of: octets.count) {
            self.putFragmentLength(multiple)
            self.putAligned(octets[place..<place + multiple << 14])
            place += multiple << 14
        }
        self.putLength(octets.count - place)
        self.putAligned(octets[place...])
    }

    /// Writes a bit string (clause 16).
    @inline(never)
    mutating func putBitString(_ string: BitString, _ lower: Int = 0, _ upper: Int? = nil) {
        if let upper, upper < 65_536 {
            self.putInteger(string.count, lower, upper)
        } else {
            self.putLength(string.count)
        }
        if string.count > 0, lower != upper || string.count > 16 {
            self.align()
        }
        var left = string.count
        for octet in string.octets {
            let width = min(8, left)
            self.putBits(UInt64(octet) &>> UInt64(8 - width), width)
            left -= width
        }
    }

    /// Writes an object identifier (clause 24).
    @inline(never)
    mutating func putObjectIdentifier(_ identifier: OID) {
        self.putLength(identifier.contents.count)
        self.putAligned(identifier.contents)
    }

    /// Writes a string of characters of one octet at most (clause 30).
    @inline(never)
    mutating func putString(_ string: ByteString, _ alphabet: PERAlphabet, _ lower: Int = 0, _ upper: Int? = nil) {
        self.putCharacterCount(string.count, alphabet.width, lower, upper)
        for character in string.bytes {
            guard let code = alphabet.code(character) else {
                self.fail(.outOfRange)
                return
            }
            self.putBits(UInt64(code), alphabet.width)
        }
    }

    /// Writes a `BMPString`, whose characters have sixteen bits.
    @inline(never)
    mutating func putBMPString(_ string: BMPString, _ lower: Int = 0, _ upper: Int? = nil) {
        self.putCharacterCount(string.units.count, 16, lower, upper)
        for unit in string.units {
            self.putBits(UInt64(unit), 16)
        }
    }

    /// Writes the number of characters and goes to where the first one starts (clause 30.5.6 and 30.5.7).
    private mutating func putCharacterCount(_ count: Int, _ width: Int, _ lower: Int, _ upper: Int?) {
        guard let upper, upper < 65_536 else {
            self.putLength(count)
            return
        }
        self.putInteger(count, lower, upper)
        if count > 0, PERAlphabet.isAligned(width, lower, upper) {
            self.align()
        }
    }
}
