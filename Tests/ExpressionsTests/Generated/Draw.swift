/// Numbers that are the same for the same seed (SplitMix64).
struct Draw {
    private var state: UInt64

    init(seed: UInt64) {
        self.state = seed
    }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number from 0 that is below `bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(self.next() % UInt64(bound))
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[self.below(elements.count)]
    }

    /// True once in `times`.
    mutating func once(in times: Int) -> Bool {
        self.below(times) == 0
    }
}
