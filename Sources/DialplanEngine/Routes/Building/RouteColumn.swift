/// The columns of a table of routes, by the names that a file or a query gives them.
package enum RouteColumn: String, Hashable, Sendable, CaseIterable {
    /// What numbers begin with; `default` for every number. Required.
    case prefix

    /// The trunk. Required.
    case trunk

    /// What a unit of the call costs, with a decimal point.
    case cost

    /// The share among routes of the same priority and cost.
    case weight

    /// Lower ones are asked first.
    case priority

    /// The most calls at once.
    case capacity

    /// The time window in which the route exists.
    case window

    /// Symbols of the number to leave out in front.
    case strip

    /// What to put in front of the rest.
    case prepend

    /// How long it may ring.
    case timeout

    /// For people; not read.
    case comment

    /// The column of this name, in whatever case.
    package init?(named name: String) {
        self.init(rawValue: name.lowercased())
    }

    /// What to tell who wrote another name.
    package static func advice(for name: String) -> String {
        let column: RouteColumn? =
            switch name.lowercased() {
            case "digits", "destination", "code", "dialcode", "pattern": .prefix
            case "carrier", "gateway", "gw", "provider": .trunk
            case "rate", "price", "lcr_rate": .cost
            case "lead_strip": .strip
            case "limit", "channels", "max_calls": .capacity
            case "time", "timerec", "schedule": .window
            case "description", "note", "name": .comment
            default: nil
            }
        if name.isEmpty {
            return "name it, or remove the comma"
        }
        if let column {
            return "call it \(column.rawValue)"
        }
        return NearestName.advice(for: name, among: Self.allCases.map(\.rawValue))
    }
}
