import ProtocolKit

/// Finds the number of a header name by its octets, without allocating.
///
/// Open addressing over a table that is built once; every hit is verified octet by octet.
struct HeaderNameTable: Sendable {
    private static let size = 1024

    /// The one table.
    static let shared = HeaderNameTable()

    /// The number of the name that hashes to each place, plus one; zero where there is none.
    private let places: [UInt8]

    /// All names in lower case, one after another, and where each one starts.
    private let letters: [UInt8]
    private let starts: [Int]

    private init() {
        var places = [UInt8](repeating: 0, count: Self.size)
        var letters: [UInt8] = []
        var starts = [0]
        for name in KnownHeaderName.allCases {
            let text = name.spelling.withUTF8Buffer { unsafe Array($0) }.map(\.asciiLowercased)
            var place = Int(text.reduce(Self.seed) { Self.mix($0, $1) }) % Self.size
            while places[place] != 0 {
                place = (place + 1) % Self.size
            }
            places[place] = name.rawValue + 1
            letters += text
            starts.append(letters.count)
        }
        self.places = places
        self.letters = letters
        self.starts = starts
    }

    /// What the hash of no octet is.
    static var seed: UInt32 {
        0x811C_9DC5
    }

    /// The hash of a name that goes on with `octet`, whatever the case.
    @inline(__always)
    static func mix(_ hash: UInt32, _ octet: UInt8) -> UInt32 {
        (hash ^ UInt32(octet | 0x20)) &* 0x0100_0193
    }

    /// The known name at `extent`.
    func find(_ octets: Span<UInt8>, _ extent: Extent) -> KnownHeaderName? {
        var hash = Self.seed
        for index in extent.range {
            hash = Self.mix(hash, octets[index])
        }
        return self.find(octets, extent, hash: hash)
    }

    /// The known name at `extent`, whose hash is known already.
    func find(_ octets: Span<UInt8>, _ extent: Extent, hash: UInt32) -> KnownHeaderName? {
        if extent.count == 1 {
            return KnownHeaderName(compactForm: octets[extent.range.lowerBound])
        }
        var place = Int(hash) % Self.size
        while self.places[place] != 0 {
            let number = Int(self.places[place] - 1)
            if self.matches(octets, extent, number: number) {
                return KnownHeaderName(rawValue: UInt8(truncatingIfNeeded: number))
            }
            place = (place + 1) % Self.size
        }
        return nil
    }

    @inline(__always)
    private func matches(_ octets: Span<UInt8>, _ extent: Extent, number: Int) -> Bool {
        let start = self.starts[number]
        let count = extent.count
        guard self.starts[number + 1] - start == count else {
            return false
        }
        let ours = self.letters.span.extracting(start..<start + count)
        let theirs = octets.extracting(extent.range)
        for offset in ours.indices where theirs[offset].asciiLowercased != ours[offset] {
            return false
        }
        return true
    }
}
