/// How much a table of routes may ask.
package struct RouteLimits: Hashable, Sendable {
    /// The most octets of one file.
    package let fileOctets: Int

    /// The most routes of a table.
    package let routes: Int

    /// The most routes of one prefix.
    package let routesOfPrefix: Int

    /// The most octets of one field.
    package let fieldOctets: Int

    /// The most distinct trunks, and the most distinct values of `prepend`; no more than 65,535.
    package let names: Int

    /// The most problems that are noted before the reading ends.
    package let problems: Int

    package init(
        fileOctets: Int = 1 << 30,
        routes: Int = 10_000_000,
        routesOfPrefix: Int = 64,
        fieldOctets: Int = 1024,
        names: Int = 4096,
        problems: Int = 100
    ) {
        self.fileOctets = fileOctets
        self.routes = min(routes, Int(UInt32.max) - 1)
        self.routesOfPrefix = min(routesOfPrefix, Int(UInt16.max))
        self.fieldOctets = fieldOctets
        self.names = min(names, Int(UInt16.max))
        self.problems = max(1, problems)
    }
}
