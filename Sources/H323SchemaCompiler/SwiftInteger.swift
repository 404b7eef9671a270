/// The Swift type that holds the numbers between two bounds.
struct SwiftInteger {
    /// Its name.
    let name: String

    /// Its octets.
    let size: Int

    init(_ bounds: SchemaBounds) {
        guard let lower = bounds.lower, let upper = bounds.upper, !bounds.isExtensible else {
            self.name = "Int"
            self.size = 8
            return
        }
        switch (lower, upper) {
        case (0..., ...0xFF): (self.name, self.size) = ("UInt8", 1)
        case (0..., ...0xFFFF): (self.name, self.size) = ("UInt16", 2)
        case (0..., ...0xFFFF_FFFF): (self.name, self.size) = ("UInt32", 4)
        case (Int(Int32.min)..., ...Int(Int32.max)): (self.name, self.size) = ("Int32", 4)
        default: (self.name, self.size) = ("Int", 8)
        }
    }
}
