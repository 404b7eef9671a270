/// Which extension additions of a sequence are there (X.691 clause 19.7), as its bitmap tells.
struct PERAdditionBitmap {
    /// The bits, the first addition's as the most significant.
    private var bits: UInt64

    /// How many additions the writer knows.
    private(set) var count: Int

    /// No version of the standards has as many additions of one type; a longer bitmap is refused.
    static let longest = 64

    init(bits: UInt64, count: Int) {
        self.bits = bits
        self.count = count
    }

    /// A bitmap to write: the unrecognized additions are in it, those that the sequence knows follow by ``insert(_:if:)``.
    init(known: Int, _ unrecognized: UnrecognizedAdditions, _ length: PERExtensionBitmaps) {
        self.bits = 0
        self.count =
            switch length {
            case .asKnown: unrecognized.bitmapLength > 0 ? unrecognized.bitmapLength : known
            case .shortest: 0
            }
        for addition in unrecognized.additions {
            self.insert(addition.index, if: true)
        }
    }

    /// Whether no addition is there.
    var isEmpty: Bool {
        self.bits == 0
    }

    func contains(_ index: Int) -> Bool {
        index < Self.longest && self.bits & (1 << 63) &>> UInt64(truncatingIfNeeded: index) != 0
    }

    @inline(never)
    mutating func insert(_ index: Int, if isPresent: Bool) {
        guard isPresent, index < Self.longest else {
            return
        }
        self.bits |= (1 << 63) &>> UInt64(truncatingIfNeeded: index)
        self.count = max(self.count, index + 1)
    }

    /// The bits in as many least significant places as there are additions.
    var packed: UInt64 {
        self.count == 0 ? 0 : self.bits &>> UInt64(truncatingIfNeeded: Self.longest - self.count)
    }
}

/// The extension additions of a sequence that this version of it does not know, kept to be written again.
package struct UnrecognizedAdditions: Sendable {
    /// One of them: its place among the additions, and its octets as they came.
    package struct Addition: Hashable, Sendable {
        /// The place among the additions, from 0.
        package let index: Int

        /// The encoding, which is that of an open type.
        package let octets: [UInt8]

        package init(index: Int, octets: [UInt8]) {
            self.index = index
            self.octets = octets
        }
    }

    /// The length of the bitmap that came, which tells how many additions the sender knew; 0 when none came.
    package var bitmapLength = 0

    /// The additions in the order of their places.
    package var additions: [Addition] = []

    package init() {}
}

extension UnrecognizedAdditions: Equatable {
    /// How many additions the sender knew is no part of the value.
    package static func == (left: Self, right: Self) -> Bool {
        left.additions == right.additions
    }
}

/// An alternative of a choice that this version of it does not know, kept to be written again.
package struct UnrecognizedAlternative: Hashable, Sendable {
    /// The place among the alternatives after the extension marker, from 0.
    package let index: Int

    /// The encoding, which is that of an open type.
    package let octets: [UInt8]

    package init(index: Int, octets: [UInt8]) {
        self.index = index
        self.octets = octets
    }
}

extension PERReader {
    /// Takes the bitmap of the additions.
    @inline(never)
    mutating func takeAdditionBitmap() throws(H323SyntaxError) -> PERAdditionBitmap {
        let count = try self.takeNormallySmallLength()
        guard count <= PERAdditionBitmap.longest else {
            throw self.error(.tooLarge)
        }
        guard count > 0 else {
            throw self.error(.malformed)
        }
        var bits: UInt64 = 0
        let first = min(count, 32)
        bits = try self.takeBits(first)
        if count > first {
            bits = bits << UInt64(count - first) | (try self.takeBits(count - first))
        }
        return PERAdditionBitmap(bits: bits << UInt64(PERAdditionBitmap.longest - count), count: count)
    }

    /// Takes the additions from `known` on.
    @inline(never)
    mutating func takeUnrecognized(
        _ bitmap: PERAdditionBitmap,
        known: Int
    ) throws(H323SyntaxError) -> UnrecognizedAdditions {
        var unrecognized = UnrecognizedAdditions()
        unrecognized.bitmapLength = bitmap.count
        guard bitmap.count > known else {
            return unrecognized
        }
        for index in known..<bitmap.count where bitmap.contains(index) {
            try self.charge(MemoryLayout<UnrecognizedAdditions.Addition>.stride)
            unrecognized.additions.append(.init(index: index, octets: try self.takeOpenType()))
        }
        return unrecognized
    }

    /// Takes the alternative of a choice with this index after the extension marker, without knowing it.
    @inline(never)
    mutating func takeUnrecognized(_ index: Int) throws(H323SyntaxError) -> UnrecognizedAlternative {
        UnrecognizedAlternative(index: index, octets: try self.takeOpenType())
    }

    /// Goes into an addition if the bitmap has it; ``leaveOpenType()`` goes out.
    @inline(never)
    mutating func enterAddition(_ index: Int, of bitmap: PERAdditionBitmap) throws(H323SyntaxError) -> Bool {
        guard bitmap.contains(index) else {
            return false
        }
        try self.enterOpenType()
        return true
    }

    /// Goes into an open type; ``leaveOpenType()`` goes out, wherever reading stopped.
    @inline(never)
    mutating func enterOpenType() throws(H323SyntaxError) {
        let start = self.position
        let part = try self.takeLengthPart()
        guard part.isFragment else {
            let range = try self.takeAlignedRange(part.count)
            self.openTypes.append(PEROpenType(octets: nil, position: self.position, end: self.end))
            self.end = self.position
            self.position -= range.count * 8
            return
        }
        self.position = start
        let content = try self.takeUnboundedOctets()
        self.openTypes.append(PEROpenType(octets: self.octets, position: self.position, end: self.end))
        self.octets = content
        self.position = 0
        self.end = content.count * 8
    }

    /// Goes on after the open type.
    @inline(never)
    mutating func leaveOpenType() {
        guard let outer = self.openTypes.popLast() else {
            preconditionFailure("an open type was entered before")
        }
        if let octets = outer.octets {
            self.octets = octets
        }
        self.position = outer.position
        self.end = outer.end
    }
}

/// Where reading goes on after an open type.
struct PEROpenType {
    /// The octets around it when its own stand elsewhere, put together from fragments.
    let octets: [UInt8]?

    /// The bit after it.
    let position: Int

    /// The end of what is around it.
    let end: Int
}

extension PERWriter {
    /// Writes the index of an alternative of a choice that has no extension marker (clause 23.6).
    @inline(never)
    mutating func putChoice(_ index: Int, of count: Int) {
        self.putInteger(index, 0, count - 1)
    }

    /// Writes the index of an alternative before the extension marker of a choice (clause 23.5).
    @inline(never)
    mutating func putExtensibleChoice(_ index: Int, of count: Int) {
        self.put(false)
        self.putInteger(index, 0, count - 1)
    }

    /// Writes the index of an alternative after the extension marker (clause 23.8) and makes room for it.
    @inline(never)
    mutating func beginAddition(_ index: Int) -> Int {
        self.put(true)
        self.putNormallySmall(index)
        return self.beginOpenType()
    }

    /// Writes the bitmap of the additions.
    @inline(never)
    mutating func putAdditionBitmap(_ bitmap: PERAdditionBitmap) {
        self.putNormallySmallLength(bitmap.count)
        self.putBits(bitmap.packed, bitmap.count)
    }

    /// Writes the additions that came from a newer version.
    @inline(never)
    mutating func putUnrecognized(_ unrecognized: UnrecognizedAdditions) {
        for addition in unrecognized.additions {
            self.putOpenType(addition.octets)
        }
    }

    /// Writes an alternative that came from a newer version, extension bit included (clause 23.8).
    @inline(never)
    mutating func putUnrecognized(_ alternative: UnrecognizedAlternative) {
        self.put(true)
        self.putNormallySmall(alternative.index)
        self.putOpenType(alternative.octets)
    }
}
