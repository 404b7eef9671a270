/// The octets by class: octets of one class are in the same sets.
struct OctetClasses {
    /// The class of each octet.
    private(set) var classes = [UInt8](repeating: 0, count: 256)

    /// How many there are, at least one.
    private(set) var count = 1

    /// The classes that each set consists of.
    private(set) var members: [[UInt8]] = []

    /// The class that has only the line feed.
    let lineFeed: UInt8

    init(of sets: [OctetSet]) {
        for set in sets + [.lineFeed] {
            // For each class of before, what becomes of its octets outside and inside of the set.
            var split = [UInt8?](repeating: nil, count: self.count * 2)
            var count = 0
            for octet in UInt8.min...UInt8.max {
                let key = Int(self.classes[Int(octet)]) * 2 + (set.contains(octet) ? 1 : 0)
                // At most one class for each of 256 octets, so the numbers fit.
                let index = split[key] ?? UInt8(count)
                count += split[key] == nil ? 1 : 0
                split[key] = index
                self.classes[Int(octet)] = index
            }
            self.count = count
        }
        self.lineFeed = self.classes[0x0A]
        self.members = sets.map { set in
            var isMember = [Bool](repeating: false, count: self.count)
            for octet in UInt8.min...UInt8.max where set.contains(octet) {
                isMember[Int(self.classes[Int(octet)])] = true
            }
            return isMember.indices.filter { isMember[$0] }.map { UInt8($0) }
        }
    }
}
