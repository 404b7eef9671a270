/// A route that a number may take.
package struct RouteChoice: Hashable, Sendable {
    /// Which route it is: the same until the table is replaced, below ``RouteTable/routeCount``.
    ///
    /// Calls are counted by it where ``capacity`` bounds them.
    package let route: Int

    /// How many symbols of the number are the prefix.
    package let prefixLength: Int

    private let entry: RouteEntry

    init(_ entry: RouteEntry, at route: Int, prefixLength: Int) {
        self.route = route
        self.prefixLength = prefixLength
        self.entry = entry
    }

    /// The index of the trunk in ``RouteTable/trunks``.
    package var trunk: Int {
        Int(self.entry.trunk)
    }

    /// Lower ones come first.
    package var priority: Int {
        Int(self.entry.priority)
    }

    /// What it costs, if that is known.
    package var cost: DecimalCost? {
        DecimalCost(millionths: self.entry.cost)
    }

    /// The most calls at once; `nil` without a bound.
    package var capacity: Int? {
        self.entry.capacity > 0 ? Int(self.entry.capacity) : nil
    }

    /// How long it may ring; `nil` leaves it to the configuration.
    package var timeout: Duration? {
        self.entry.timeout > 0 ? .seconds(Int(self.entry.timeout)) : nil
    }

    /// The share among choices of the same rank, from 1.
    var weight: UInt64 {
        UInt64(self.entry.weight)
    }

    /// Whether only weight decides which of both is asked first.
    func ranksEqual(_ other: RouteChoice) -> Bool {
        self.entry.priority == other.entry.priority && self.entry.cost == other.entry.cost
    }

    /// Whether priority or cost put this one before `other`.
    func ranksBefore(_ other: RouteChoice) -> Bool {
        self.entry.priority == other.entry.priority
            ? self.entry.cost < other.entry.cost : self.entry.priority < other.entry.priority
    }
}
