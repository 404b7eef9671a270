/// Numbers drawn from one number: the same for the same one (SplitMix64).
struct WeightDraw {
    private var state: UInt64

    init(_ draw: UInt64) {
        self.state = draw
    }

    /// A number from 0 and below `bound`, which is above 0.
    mutating func next(below bound: UInt64) -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ mixed >> 31).multipliedFullWidth(by: bound).high
    }
}
