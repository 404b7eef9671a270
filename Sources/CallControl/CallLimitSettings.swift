package import ProtocolKit

/// How many calls the gateway takes, and how fast.
package struct CallLimitSettings: Hashable, Sendable {
    /// A number of calls per second on average, and how many may come at once.
    package struct Rate: Hashable, Sendable {
        /// Calls per second.
        package var perSecond: UInt32
        /// Calls at once.
        package var burst: UInt32

        package init(perSecond: UInt32, burst: UInt32? = nil) {
            self.perSecond = perSecond
            self.burst = burst ?? perSecond
        }
    }

    /// What one trunk may do.
    package struct Trunk: Hashable, Sendable {
        /// Calls at the same time, both ways together; `nil` for any number.
        package var calls: Int?
        /// Calls that come in by it.
        package var rate: Rate?

        package init(calls: Int? = nil, rate: Rate? = nil) {
            self.calls = calls
            self.rate = rate
        }
    }

    /// Calls at the same time.
    package var calls = 10_000

    /// New calls of all sources together; `nil` for any.
    package var rate: Rate?

    /// New calls of one source address; `nil` for any.
    package var sourceRate: Rate?

    /// How many source addresses are told apart; further ones share one rate.
    package var sources = 4096

    /// How often at most sources that have been idle are forgotten to make room: a sweep reads the whole table.
    package var sourceSweep: Duration = .seconds(1)

    /// Calls of one user at the same time; `nil` for any number.
    package var callsOfUser: Int?

    /// How many resources that dialplans name may be held at the same time (`limit`).
    package var resources = 4096

    /// The trunks that have limits, by name.
    package var trunks: [ByteString: Trunk] = [:]

    package init() {}
}
