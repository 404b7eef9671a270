/// Writes aligned PER (ITU-T X.691, ALIGNED variant) bit by bit.
///
/// The first value that its type does not allow is remembered, and ``finish()`` throws it.
package struct PERWriter: Sendable {
    /// What has been written; the last octet may have free bits.
    var octets: [UInt8] = []

    /// How many bits of the last octet are free, 0 to 7.
    var free = 0

    private let extensionBitmaps: PERExtensionBitmaps
    private var error: H323SyntaxError?

    package init(extensionBitmaps: PERExtensionBitmaps = .asKnown) {
        self.extensionBitmaps = extensionBitmaps
    }

    /// The octets of the message, at least one (X.691 clause 11.1.3).
    package consuming func finish() throws(H323SyntaxError) -> [UInt8] {
        if let error = self.error {
            throw error
        }
        return self.octets.isEmpty ? [0] : self.octets
    }

    /// Remembers that a value cannot be written.
    mutating func fail(_ reason: H323SyntaxError.Reason) {
        self.error = self.error ?? H323SyntaxError(reason, at: self.octets.count)
    }

    // MARK: Bits

    /// Writes one bit.
    @inline(never)
    mutating func put(_ bit: Bool) {
        if self.free == 0 {
            self.octets.append(bit ? 0x80 : 0)
            self.free = 7
        } else {
            self.free -= 1
            if bit {
                self.octets[self.octets.count - 1] |= 1 &<< UInt8(truncatingIfNeeded: self.free)
            }
        }
    }

    /// Writes the `count` least significant bits of a number, the most significant one first.
    @inline(never)
    mutating func putBits(_ bits: UInt64, _ count: Int) {
        var left = count
        while left > 0 {
            if self.free == 0 {
                self.octets.append(0)
                self.free = 8
            }
            let taken = min(left, self.free)
            left -= taken
            self.free -= taken
            let part = bits &>> UInt64(truncatingIfNeeded: left) & (1 &<< UInt64(truncatingIfNeeded: taken) &- 1)
            let octet = UInt8(truncatingIfNeeded: part) &<< UInt8(truncatingIfNeeded: self.free)
            self.octets[self.octets.count - 1] |= octet
        }
    }

    /// Goes to the next octet boundary.
    @inline(__always)
    mutating func align() {
        self.free = 0
    }

    /// Writes octets from the next boundary on.
    mutating func putAligned(_ octets: some Collection<UInt8>) {
        guard !octets.isEmpty else {
            return
        }
        self.align()
        self.octets.append(contentsOf: octets)
    }

    // MARK: Open types

    /// Makes room for an open type (clause 11.2); what is written until ``endOpenType(_:)`` is its content.
    @inline(never)
    mutating func beginOpenType() -> Int {
        self.align()
        self.octets.append(0)
        return self.octets.count
    }

    /// Writes the length of the open type that started at `start`.
    @inline(never)
    mutating func endOpenType(_ start: Int) {
        self.align()
        if self.octets.count == start {
            self.octets.append(0)
        }
        let count = self.octets.count - start
        if count < 0x80 {
            self.octets[start - 1] = UInt8(truncatingIfNeeded: count)
        } else if count < 0x4000 {
            self.octets[start - 1] = 0x80 | UInt8(truncatingIfNeeded: count >> 8)
            self.octets.insert(UInt8(truncatingIfNeeded: count), at: start)
        } else {
            let content = Array(self.octets[start...])
            self.octets.removeSubrange((start - 1)...)
            self.putUnboundedOctets(content)
        }
    }

    /// Which bits a sequence that knows `known` additions puts into its bitmap, given what came with it.
    @inline(never)
    func bitmap(known: Int, _ unrecognized: UnrecognizedAdditions) -> PERAdditionBitmap {
        PERAdditionBitmap(known: known, unrecognized, self.extensionBitmaps)
    }
}

/// How long the bitmaps are by which a sequence tells its extension additions (X.691 clause 19.7).
///
/// A reader takes any length; the choice only shows which version of the standard the writer knows.
package enum PERExtensionBitmaps: Sendable {
    /// As the sender of a message wrote them that was read, and as our version has them otherwise.
    case asKnown
    /// Up to the last addition that is there, as a version that knows no more of them writes it.
    case shortest
}
