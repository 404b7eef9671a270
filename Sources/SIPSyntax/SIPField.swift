import ProtocolKit

/// Where one header field of a message stands: sixteen octets, no text of its own.
package struct SIPField: Sendable {
    let nameStart: UInt32
    let valueStart: UInt32
    let valueEnd: UInt32
    let nameLength: UInt16

    /// The number of a known name, plus one; zero for any other name.
    let number: UInt8

    init(name: Extent, value: Extent, known: KnownHeaderName?) {
        self.nameStart = name.start
        self.nameLength = UInt16(truncatingIfNeeded: name.count)
        self.valueStart = value.start
        self.valueEnd = value.end
        self.number = known.map { $0.rawValue + 1 } ?? 0
    }

    /// Where the name stands, as it was written.
    package var nameRange: Range<Int> {
        Int(self.nameStart)..<Int(self.nameStart) + Int(self.nameLength)
    }

    /// Where the value stands, without the white space around it; folding is spaces.
    package var valueRange: Range<Int> {
        Int(self.valueStart)..<Int(self.valueEnd)
    }

    var value: Extent {
        Extent(Int(self.valueStart), Int(self.valueEnd))
    }

    var known: KnownHeaderName? {
        self.number == 0 ? nil : KnownHeaderName(rawValue: self.number - 1)
    }
}
