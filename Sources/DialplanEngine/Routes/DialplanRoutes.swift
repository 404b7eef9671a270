import ProtocolKit

/// A table of routes by the name that a dialplan has for it, with its windows.
final class DialplanRoutes: Sendable {
    /// The name.
    let name: ByteString

    /// The routes.
    let table: RouteTable

    /// When each window of the table is open, in the table's order.
    let windows: [Condition.Calendar]

    /// Which trunks of the table are circuit groups, in the table's order.
    let areCircuits: [Bool]

    /// Where it stands.
    let place: DialplanPlace

    init(
        name: ByteString,
        table: RouteTable,
        windows: [Condition.Calendar],
        circuitGroups: Set<ByteString>,
        place: DialplanPlace
    ) {
        self.name = name
        self.table = table
        self.windows = windows
        self.areCircuits = table.trunks.map(circuitGroups.contains)
        self.place = place
    }
}

/// Routes that a dialplan wants of a database.
package struct RouteRequest: Hashable, Sendable {
    /// What is read of it.
    package enum Content: Hashable, Sendable {
        /// All rows of a table or view.
        case table(String)
        /// What one statement selects.
        case query(String)
    }

    /// The file, as the dialplan names it.
    package let file: String

    /// The dialplan file.
    package let referrer: String

    /// What is read.
    package let content: Content
}
