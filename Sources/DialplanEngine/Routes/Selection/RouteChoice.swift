/// A route that a number may take.
package struct RouteChoice: Hashable, Sendable {
    /// Which route it is: the same until the table is replaced, below ``RouteTable/routeCount``.
    ///
    /// Calls are counted by it where ``capacity`` bounds them.
    package let route: Int

    /// How many symbols of the number are the prefix.
    package let prefixLength: Int

    /// The index of the trunk in ``RouteTable/trunks``.
    package let trunk: Int

    /// Lower ones come first.
    package let priority: Int

    /// What it costs, if that is known.
    package let cost: DecimalCost?

    /// The most calls at once; `nil` without a bound.
    package let capacity: Int?

    /// How long it may ring; `nil` leaves it to the configuration.
    package let timeout: Duration?

    let weight: UInt16
    private let rankCost: UInt64

    init(_ entry: RouteEntry, at route: Int, prefixLength: Int) {
        self.route = route
        self.prefixLength = prefixLength
        self.trunk = Int(entry.trunk)
        self.priority = Int(entry.priority)
        self.cost = DecimalCost(millionths: entry.cost)
        self.capacity = entry.capacity > 0 ? Int(entry.capacity) : nil
        self.timeout = entry.timeout > 0 ? .seconds(Int(entry.timeout)) : nil
        self.weight = entry.weight
        self.rankCost = entry.cost
    }

    /// Whether only weight decides which of both is asked first.
    func ranksEqual(_ other: RouteChoice) -> Bool {
        self.priority == other.priority && self.rankCost == other.rankCost
    }

    /// Whether priority or cost put this one before `other`.
    func ranksBefore(_ other: RouteChoice) -> Bool {
        self.priority == other.priority ? self.rankCost < other.rankCost : self.priority < other.priority
    }
}
