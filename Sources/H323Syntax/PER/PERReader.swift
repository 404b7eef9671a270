/// Reads aligned PER (ITU-T X.691, ALIGNED variant) bit by bit and cannot run past the end.
///
/// What the octets claim is bounded by ``PERLimits`` before memory is taken for it.
package struct PERReader: Sendable {
    /// The octets that are read; another array while an open type in fragments is.
    var octets: [UInt8]

    /// The next bit, from the first one of ``octets``.
    var position = 0

    /// One past the last bit that may be read.
    var end: Int

    /// The open types that are being read, the innermost last.
    var openTypes: [PEROpenType] = []

    private var nesting: Int
    private var elements: Int
    private var storedOctets: Int

    package init(_ octets: [UInt8], limits: PERLimits = PERLimits()) {
        self.octets = octets
        self.end = octets.count * 8
        self.nesting = limits.nesting
        self.elements = limits.elements
        self.storedOctets = limits.storedOctets
    }

    /// How many octets nothing has been read of.
    package var unreadOctets: Int {
        (self.end - self.position) / 8
    }

    /// An error that names the octet at hand.
    func error(_ reason: H323SyntaxError.Reason) -> H323SyntaxError {
        H323SyntaxError(reason, at: self.position >> 3)
    }

    // MARK: Bits

    /// Takes one bit.
    @inline(never)
    mutating func takeBit() throws(H323SyntaxError) -> Bool {
        guard self.position < self.end else {
            throw self.error(.truncated)
        }
        let octet = self.octets[self.position >> 3]
        let bit = octet &>> UInt8(truncatingIfNeeded: 7 - self.position & 7) & 1
        self.position += 1
        return bit != 0
    }

    /// Takes up to 56 bits, the first one as the most significant.
    @inline(never)
    mutating func takeBits(_ count: Int) throws(H323SyntaxError) -> UInt64 {
        guard count <= self.end - self.position else {
            throw self.error(.truncated)
        }
        let past = self.position + count
        var bits: UInt64 = 0
        for index in self.position >> 3..<(past + 7) >> 3 {
            bits = bits &<< 8 | UInt64(self.octets[index])
        }
        self.position = past
        let surplus = UInt64(truncatingIfNeeded: (8 - past & 7) & 7)
        return bits &>> surplus & (1 &<< UInt64(truncatingIfNeeded: count) &- 1)
    }

    /// Goes to the next octet boundary.
    @inline(__always)
    mutating func align() {
        self.position = (self.position + 7) & ~7
    }

    /// Takes `count` octets from the next boundary on and returns where they stand.
    mutating func takeAlignedRange(_ count: Int) throws(H323SyntaxError) -> Range<Int> {
        guard count > 0 else {
            return 0..<0
        }
        self.align()
        guard count <= (self.end - self.position) >> 3 else {
            throw self.error(.truncated)
        }
        let start = self.position >> 3
        self.position += count * 8
        return start..<start + count
    }

    // MARK: Limits

    /// Counts `octets` of memory.
    @inline(never)
    mutating func charge(_ octets: Int) throws(H323SyntaxError) {
        self.storedOctets -= octets
        guard self.storedOctets >= 0 else {
            throw self.error(.tooLarge)
        }
    }

    /// Counts the elements of a list and their memory.
    mutating func chargeElements(_ count: Int, stride: Int) throws(H323SyntaxError) {
        self.elements -= count
        guard self.elements >= 0 else {
            throw self.error(.tooLarge)
        }
        try self.charge(ArrayCost.header + count * stride)
    }

    /// Goes into a type that may stand in itself; ``ascend()`` goes out.
    mutating func descend() throws(H323SyntaxError) {
        self.nesting -= 1
        guard self.nesting >= 0 else {
            throw self.error(.tooDeep)
        }
    }

    mutating func ascend() {
        self.nesting += 1
    }
}

/// What an array costs beside its elements.
enum ArrayCost {
    /// The header of its storage, in octets.
    static let header = 32
}
