import CallModel
import ProtocolKit
import XMLReading

/// Tables of routes, and the action that takes one of them.
extension PlanReading {
    /// Reads the tables of routes of a file; all of them are known before any context is read.
    mutating func readRoutes(of root: XMLElement) {
        self.enterZone(of: root)
        for element in root.children where element.name == "routes" {
            self.readRoutes(element)
        }
        self.zone = nil
    }

    private mutating func readRoutes(_ element: XMLElement) {
        self.check(
            element,
            attributes: ["name", "file", "database", "table", "query", "fallback", "zone"],
            children: ["window"]
        )
        guard let name = self.requiredName(of: element) else {
            return
        }
        let outer = self.zone
        self.enterZone(of: element)
        let windows = self.readWindows(of: element)
        self.zone = outer
        let fallback = self.choice(element, "fallback", RouteFallback.self) ?? .whenNoneUsable
        var builder = RouteTableBuilder(
            names: RouteTableBuilder.Names(
                trunks: self.names.trunks.union(self.names.circuitGroups),
                windows: Set(windows.keys)
            ),
            fallback: fallback,
            limits: self.limits.routes
        )
        guard self.readRows(of: element, into: &builder), let table = self.finish(builder) else {
            self.giveUp(routesNamed: name)
            return
        }
        let routes = DialplanRoutes(
            name: ByteString(name),
            table: table,
            windows: table.windows.compactMap { windows[$0] },
            circuitGroups: self.names.circuitGroups,
            place: DialplanPlace(file: element.location.file, line: element.location.line)
        )
        if let other = self.define(routes, named: name) {
            self.add(
                "routes \"\(name)\" are already at \(other.file):\(other.line)",
                at: element,
                advice: "put both into one, or name these differently"
            )
        }
    }

    private mutating func readWindows(of element: XMLElement) -> [ByteString: Condition.Calendar] {
        var windows: [ByteString: Condition.Calendar] = [:]
        for window in element.children where window.name == "window" {
            self.check(window, attributes: ["name", "zone"] + Self.timeAttributes, children: [])
            guard let name = self.requiredName(of: window) else {
                continue
            }
            guard let calendar = self.readCalendar(of: window) else {
                if !window.attributes.contains(where: { Self.timeAttributes.contains($0.name) }) {
                    self.add("the window is always open", at: window, advice: "add for example wday=\"mon-fri\"")
                }
                continue
            }
            if windows.updateValue(calendar, forKey: ByteString(name)) != nil {
                self.add("window \"\(name)\" stands above already", at: window, advice: "remove one of them")
            }
        }
        return windows
    }

    /// Reads the file or the database; whether there is one.
    private mutating func readRows(of element: XMLElement, into builder: inout RouteTableBuilder) -> Bool {
        let referrer = element.location.file
        switch (element["file"], element["database"]) {
        case (let file?, nil):
            guard let octets = self.files(file, referrer) else {
                self.add("file \"\(file)\" cannot be read", at: element, advice: "name a file beside the dialplan")
                return false
            }
            RouteTableReader.read(DialplanReader.Source(file: file, octets: octets), into: &builder)
            return true
        case (nil, let file?):
            let content: RouteRequest.Content? =
                switch (element["table"], element["query"]) {
                case (let table?, nil): .table(table)
                case (nil, let query?): .query(query)
                default: nil
                }
            guard let content else {
                self.add("it is not said what to read", at: element, advice: "add either table=\"…\" or query=\"…\"")
                return false
            }
            self.databases(RouteRequest(file: file, referrer: referrer, content: content), &builder)
            return true
        default:
            self.add("the routes have no source", at: element, advice: "add either file=\"…\" or database=\"…\"")
            return false
        }
    }

    private mutating func finish(_ builder: consuming RouteTableBuilder) -> RouteTable? {
        do {
            return try builder.finish()
        } catch {
            for problem in error.problems {
                self.add(problem)
            }
            return nil
        }
    }

    // MARK: The action

    /// Reads `route`: the trunks of a table for a number, one after another.
    mutating func readRoute(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        guard let name = element["routes"] else {
            self.add("route has no routes", at: element, advice: "add routes=\"NAME\"")
            return nil
        }
        guard let slot = self.routes(named: name, at: element), let bridge = self.readBridgeSettings(element) else {
            return nil
        }
        let data = element["data"] ?? "${destination-number}"
        guard let number = self.template(data, of: element, captures: captures) else {
            return nil
        }
        guard let most = Int(element["most"] ?? "4"), (1...16).contains(most) else {
            self.add("most=\"\(element["most"] ?? "")\" is no number of routes", at: element, advice: "write 1 to 16")
            return nil
        }
        return .route(RouteTemplate(routes: slot, number: number, most: most, settings: bridge))
    }
}
