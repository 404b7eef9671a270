/// How much a dialplan and one decision may ask.
package struct DialplanLimits: Hashable, Sendable {
    /// The most octets of one file.
    package var fileOctets: Int

    /// The most octets of a fact that is read, and of a value that is made.
    package var valueOctets: Int

    /// The most conditions that one decision reads.
    package var conditions: Int

    /// The most actions of one decision.
    package var actions: Int

    /// The most targets of one `bridge`.
    package var targets: Int

    /// The most transfers from context to context of one decision.
    package var transfers: Int

    /// The most rows of one table.
    package var tableRows: Int

    /// The bounds of one table of routes.
    package var routes: RouteLimits

    /// The bounds of contexts in FreeSWITCH's language.
    package var freeSWITCH: FreeSWITCHLimits

    package init(
        fileOctets: Int = 16 << 20,
        valueOctets: Int = 1024,
        conditions: Int = 50_000,
        actions: Int = 64,
        targets: Int = 64,
        transfers: Int = 16,
        tableRows: Int = 1_000_000,
        routes: RouteLimits = RouteLimits(),
        freeSWITCH: FreeSWITCHLimits = FreeSWITCHLimits()
    ) {
        self.fileOctets = fileOctets
        self.valueOctets = valueOctets
        self.conditions = conditions
        self.actions = actions
        self.targets = targets
        self.transfers = transfers
        self.tableRows = tableRows
        self.routes = routes
        self.freeSWITCH = freeSWITCH
    }
}
