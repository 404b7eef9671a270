import DialplanEngine
import ProtocolKit

/// A table as carriers write them, the same for the same seed: few countries with many prefixes, many with few.
struct GeneratedRoutes {
    let count: Int
    private let trunksOfPrefix: Int
    private let prefixes: [[UInt8]]
    private let seed: UInt64

    /// Prefixes of 3 to 12 digits, each with as many trunks.
    init(count: Int, trunksOfPrefix: Int, seed: UInt64) {
        self.count = count
        self.trunksOfPrefix = trunksOfPrefix
        self.seed = seed
        var draw = SplitMix(state: seed)
        var known: Set<[UInt8]> = []
        var prefixes: [[UInt8]] = []
        while prefixes.count * trunksOfPrefix < count {
            // The smallest of three draws: country codes that are low have most of the prefixes.
            let country = min(draw.next(below: 900), draw.next(below: 900), draw.next(below: 900)) + 100
            let length = 3 + max(draw.next(below: 7), draw.next(below: 10))
            var prefix = Array("\(country)".utf8)
            while prefix.count < length {
                prefix.append(0x30 + UInt8(draw.next(below: 10)))
            }
            if known.insert(prefix).inserted {
                prefixes.append(prefix)
            }
        }
        self.prefixes = prefixes
    }

    /// The routes as a file, in no order.
    var file: [UInt8] {
        var draw = SplitMix(state: self.seed ^ 0xF11E)
        var octets = Array("prefix,trunk,cost,weight,priority,capacity,window,strip,prepend,timeout\n".utf8)
        octets.reserveCapacity(self.count * 56)
        var written = 0
        for prefix in self.prefixes {
            let first = draw.next(below: 200)
            for trunk in 0..<self.trunksOfPrefix where written < self.count {
                let cost = 1_000_000 + draw.next(below: 900_000)
                octets += prefix
                octets +=
                    ",carrier-\((first + trunk) % 200),0.\("\(cost)".dropFirst()),\(draw.next(below: 100) + 1),".utf8
                octets += "\(draw.next(below: 3)),\(draw.next(below: 500) + 1),".utf8
                octets += draw.next(below: 4) == 0 ? Array("peak".utf8) : []
                octets += ",\(draw.next(below: 3)),\(draw.next(below: 90) + 10),\(draw.next(below: 60) + 5)\n".utf8
                written += 1
            }
        }
        return octets
    }

    /// Where the numbers that are dialed start.
    var numberDraw: SplitMix {
        SplitMix(state: self.seed ^ 0xD1A1)
    }

    /// A number of 15 digits: nine of ten begin with a prefix, the others with whatever comes.
    func number(_ draw: inout SplitMix) -> ByteString {
        var number = draw.next(below: 10) == 0 ? [] : self.prefixes[draw.next(below: self.prefixes.count)]
        while number.count < 15 {
            number.append(0x30 + UInt8(draw.next(below: 10)))
        }
        return ByteString(number)
    }

    /// What a hostile caller may dial.
    static var hostileNumbers: [ByteString] {
        [
            ByteString([UInt8](repeating: 0x31, count: 65_536)), ByteString([UInt8](repeating: 0x2B, count: 65_536)),
            ByteString([UInt8](repeating: 0, count: 65_536)), "", "+", "1",
        ]
    }
}

/// A small generator of numbers that are the same for the same seed (SplitMix64).
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func next(below bound: Int) -> Int {
        bound > 0 ? Int(self.next() % UInt64(bound)) : 0
    }
}
