package import CallModel
package import ProtocolKit

/// What has come of comparing a dialplan with the live one.
package struct ShadowReport: Sendable {
    /// The dialplan that is evaluated beside the live one.
    package let candidate: DialplanVersion

    /// The live one.
    package let live: DialplanVersion

    /// Since when these two are compared.
    package let since: CivilTime

    /// How many calls were compared.
    package internal(set) var compared: UInt64 = 0

    /// How many calls were left out because one in so many is compared.
    package internal(set) var leftOut: UInt64 = 0

    /// How many calls were skipped because too many waited, or the loop was late.
    package internal(set) var skipped: UInt64 = 0

    /// How many calls would be decided differently, by how.
    package internal(set) var differences: [RouteDifference: UInt64] = [:]

    /// The first calls of each difference.
    package internal(set) var examples: [RouteExample] = []

    init(candidate: DialplanVersion, live: DialplanVersion, since: CivilTime) {
        self.candidate = candidate
        self.live = live
        self.since = since
    }

    /// How many calls were decided alike.
    package var equal: UInt64 {
        self.compared - self.differences.values.reduce(0, +)
    }
}
