/// A row while its fields come.
struct RouteDraft: Sendable {
    /// The prefix, once it came.
    var prefix: PrefixKey?

    /// Everything else, with the numbers that the builder gave to names.
    var entry = RouteEntry()

    /// Whether the trunk came.
    var hasTrunk = false

    /// Whether a field cannot be used.
    var isWrong = false
}
