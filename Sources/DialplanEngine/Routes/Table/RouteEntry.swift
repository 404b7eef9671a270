/// A route without its prefix, in 24 octets: a table has millions.
struct RouteEntry: Hashable, Sendable {
    /// Stands for a cost that is not known, which is above every one that is.
    static let unknownCost = UInt64.max

    /// Millionths, or ``unknownCost``.
    var cost = Self.unknownCost

    /// The most calls at once; 0 without a bound.
    var capacity: UInt32 = 0

    /// An index of the table's trunks.
    var trunk: UInt16 = 0

    /// The share among routes of the same rank, from 1.
    var weight: UInt16 = 1

    /// Lower ones first.
    var priority: UInt16 = 0

    /// An index of the table's prepended digits.
    var prepend: UInt16 = 0

    /// Seconds; 0 leaves it to the configuration.
    var timeout: UInt16 = 0

    /// One more than an index of the table's windows; 0 is always open.
    var window: UInt8 = 0

    /// Symbols of the number to leave out.
    var strip: UInt8 = 0

    /// What tells one route of a prefix from another: two with the same are a contradiction.
    var identity: UInt64 {
        UInt64(self.trunk) << 32 | UInt64(self.window) << 24 | UInt64(self.strip) << 16 | UInt64(self.prepend)
    }

    /// Whether this one is asked before `other` when weight does not decide.
    func precedes(_ other: RouteEntry) -> Bool {
        if self.priority != other.priority {
            return self.priority < other.priority
        }
        return self.cost == other.cost ? self.identity < other.identity : self.cost < other.cost
    }
}
