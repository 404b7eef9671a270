package import ProtocolKit

/// One route: numbers with a prefix may go through a trunk.
package struct RouteRow: Hashable, Sendable, CustomStringConvertible {
    /// What the numbers begin with: digits, `*`, `#`, and a `+` in front; empty for every number.
    package var prefix: ByteString

    /// The trunk that takes them.
    package var trunk: ByteString

    /// What it costs; one that is not known comes after all that are.
    package var cost: DecimalCost?

    /// The share of calls among routes of the same priority and cost, from 1 (as RFC 2782 has it).
    package var weight: Int

    /// Lower ones are asked first (RFC 2782), before cost is looked at.
    package var priority: Int

    /// The most calls at once through this route; `nil` without a bound.
    package var capacity: Int?

    /// The name of the time window in which the route exists; `nil` for always.
    package var window: ByteString?

    /// How many symbols of the number are left out in front; a `+` is one.
    package var strip: Int

    /// What is put in front of the rest.
    package var prepend: ByteString

    /// How long it may ring, in whole seconds; `nil` leaves it to the configuration.
    package var timeout: Duration?

    package init(
        prefix: ByteString,
        trunk: ByteString,
        cost: DecimalCost? = nil,
        weight: Int = 1,
        priority: Int = 0,
        capacity: Int? = nil,
        window: ByteString? = nil,
        strip: Int = 0,
        prepend: ByteString = "",
        timeout: Duration? = nil
    ) {
        self.prefix = prefix
        self.trunk = trunk
        self.cost = cost
        self.weight = weight
        self.priority = priority
        self.capacity = capacity
        self.window = window
        self.strip = strip
        self.prepend = prepend
        self.timeout = timeout
    }

    /// The columns that say something, as `49 carrier cost=0.01 strip=2`.
    package var description: String {
        var words = ["\(self.prefix.isEmpty ? "default" : self.prefix) \(self.trunk)"]
        if let cost = self.cost {
            words.append("cost=\(cost)")
        }
        if self.weight != 1 {
            words.append("weight=\(self.weight)")
        }
        if self.priority != 0 {
            words.append("priority=\(self.priority)")
        }
        if let capacity = self.capacity {
            words.append("capacity=\(capacity)")
        }
        if let window = self.window {
            words.append("window=\(window)")
        }
        if self.strip != 0 {
            words.append("strip=\(self.strip)")
        }
        if !self.prepend.isEmpty {
            words.append("prepend=\(self.prepend)")
        }
        if let timeout = self.timeout {
            words.append("timeout=\(timeout.components.seconds)s")
        }
        return words.joined(separator: " ")
    }
}
