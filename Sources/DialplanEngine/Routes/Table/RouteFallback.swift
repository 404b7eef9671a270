/// Which prefixes of a number give its routes.
///
/// Whatever it is, a trunk is asked by the routes of its longest prefix only: what it charges for `4930` is not what it
/// charges for `49`. A route outside its window does not exist; one that the caller refuses, as when it is full, does.
package enum RouteFallback: String, Hashable, Sendable, CaseIterable {
    /// The longest prefix, even if none of its routes can be used.
    case longestOnly = "longest-only"

    /// The longest prefix that has a route that can be used.
    case whenNoneUsable = "when-none-usable"

    /// All prefixes, the longest first, each with its own order.
    case shorterToo = "shorter-too"

    /// All prefixes, ordered together: the cheapest trunk for the number, whoever divides the world more finely.
    case cheapest
}
