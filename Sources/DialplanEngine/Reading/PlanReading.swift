import ProtocolKit
import XMLReading

/// The state while dialplan files are read: what was found, and what was wrong.
struct PlanReading {
    private(set) var problems: [DialplanProblem] = []
    private(set) var contexts: [ByteString: [DialplanExtension]] = [:]
    private(set) var variables: [ByteString] = []

    private(set) var tables: [DialplanTable] = []

    let names: DialplanReader.Names
    let limits: DialplanLimits
    let files: DialplanReader.Files
    let databases: DialplanReader.Databases
    let clocks: DialplanReader.Clocks
    /// The tables of routes.
    private(set) var routes: [DialplanRoutes] = []
    private var routeSlots: [String: Int] = [:]
    /// The names of tables of routes with problems of their own.
    private var wrongRoutes: Set<String> = []
    /// The zones whose clocks are looked at.
    private(set) var zones: [CalendarZone] = []
    /// The zone that the elements around the place of the reading name.
    var zone: Int?
    private var tableSlots: [String: Int] = [:]
    private var contextLocations: [ByteString: XMLLocation] = [:]
    private var slots: [String: Int] = [:]
    private var settings: [String: XMLLocation] = [:]
    private var variablesRead: Set<String> = []

    /// The contexts that calls are transferred to, and where.
    private var transfers: [(context: ByteString, location: XMLLocation)] = []

    /// Whether decision servers are asked anywhere.
    var asksServers = false

    /// The contexts that are written in the other language.
    var otherContexts: [ByteString: DialplanPlace] = [:]

    /// The variables that were set above the place where the reading is, in the same context.
    private var variablesAbove: Set<String> = []

    init(
        names: DialplanReader.Names,
        limits: DialplanLimits,
        files: @escaping DialplanReader.Files,
        databases: @escaping DialplanReader.Databases,
        clocks: DialplanReader.Clocks
    ) {
        self.names = names
        self.limits = limits
        self.files = files
        self.databases = databases
        self.clocks = clocks
    }

    // MARK: Problems

    /// Notes what is wrong at an element.
    mutating func add(_ message: String, at element: XMLElement, advice: String = "") {
        self.add(message, at: element.location, advice: advice)
    }

    private mutating func add(_ message: String, at location: XMLLocation, advice: String) {
        self.problems.append(
            DialplanProblem(
                file: location.file,
                line: location.line,
                column: location.column,
                message: message,
                advice: advice
            )
        )
    }

    /// Notes what another reader found.
    mutating func add(_ problem: DialplanProblem) {
        self.problems.append(problem)
    }

    /// Notes what is wrong in a line of a file that is no XML.
    mutating func add(_ message: String, inFile file: String, line: Int, advice: String = "") {
        self.add(message, at: XMLLocation(file: file, line: line), advice: advice)
    }

    /// Notes what the XML reader found.
    mutating func add(_ problems: [XMLProblem]) {
        for problem in problems {
            self.add(problem.message, at: problem.location, advice: "")
        }
    }

    /// Notes what is wrong with an element that has only certain attributes and elements inside.
    mutating func check(_ element: XMLElement, attributes: [String], children: [String]) {
        for attribute in element.attributes where !attributes.contains(attribute.name) {
            self.add(
                "<\(element.name)> has no attribute \"\(attribute.name)\"",
                at: element,
                advice: NearestName.advice(for: attribute.name, among: attributes)
            )
        }
        for child in element.children where !children.contains(child.name) {
            self.add(
                "<\(child.name)> cannot stand in <\(element.name)>",
                at: child,
                advice: children.isEmpty ? "remove it" : NearestName.advice(for: child.name, among: children)
            )
        }
        if element.text.contains(where: { !$0.isWhitespace }) {
            self.add("<\(element.name)> has text in it", at: element, advice: "remove the text or make it a comment")
        }
    }

    // MARK: Variables

    /// The slot of a variable that is set here, which makes it known from here on.
    mutating func define(_ name: String, at element: XMLElement) -> Int {
        self.variablesAbove.insert(name)
        if let slot = self.slots[name] {
            return slot
        }
        let slot = self.variables.count
        self.slots[name] = slot
        self.variables.append(ByteString(name))
        self.settings[name] = element.location
        return slot
    }

    /// The slot of a variable that was set above, in the same context.
    mutating func slotToRead(_ name: String) -> Int? {
        self.variablesRead.insert(name)
        return self.variablesAbove.contains(name) ? self.slots[name] : nil
    }

    /// The names that `${…}` can hold here.
    var readableNames: [String] {
        CallField.allCases.map(\.rawValue) + self.variablesAbove.sorted()
    }

    // MARK: Routes

    /// Makes a table of routes known; where it stands when there is one by the name.
    mutating func define(_ routes: DialplanRoutes, named name: String) -> DialplanPlace? {
        if let slot = self.routeSlots[name] {
            return self.routes[slot].place
        }
        self.routeSlots[name] = self.routes.count
        self.routes.append(routes)
        return nil
    }

    /// What is wrong with the table of this name was said: who uses it need not be told again.
    mutating func giveUp(routesNamed name: String) {
        self.wrongRoutes.insert(name)
    }

    /// The slot of a table of routes, which must exist.
    mutating func routes(named name: String, at element: XMLElement) -> Int? {
        if let slot = self.routeSlots[name] {
            return slot
        }
        guard !self.wrongRoutes.contains(name) else {
            return nil
        }
        self.add(
            "there are no routes \"\(name)\"",
            at: element,
            advice: self.routeSlots.isEmpty
                ? "add <routes name=\"\(name)\" file=\"…\"/> above the contexts"
                : NearestName.advice(for: name, among: self.routeSlots.keys.sorted())
        )
        return nil
    }

    // MARK: Zones

    /// The slot of a zone.
    mutating func slot(of zone: CalendarZone) -> Int {
        if let slot = self.zones.firstIndex(of: zone) {
            return slot
        }
        self.zones.append(zone)
        return self.zones.count - 1
    }

    // MARK: Tables

    /// Makes a table known; where it stands when there is one by the name.
    mutating func define(_ table: DialplanTable, named name: String) -> DialplanPlace? {
        if let slot = self.tableSlots[name] {
            return self.tables[slot].place
        }
        self.tableSlots[name] = self.tables.count
        self.tables.append(table)
        return nil
    }

    /// The slot of a table, which must exist.
    mutating func table(named name: String, at element: XMLElement) -> Int? {
        if let slot = self.tableSlots[name] {
            return slot
        }
        self.add(
            "there is no table \"\(name)\"",
            at: element,
            advice: self.tableSlots.isEmpty
                ? "add <table name=\"\(name)\"/> above the contexts"
                : NearestName.advice(for: name, among: self.tableSlots.keys.sorted())
        )
        return nil
    }

    /// Whether a variable or a table can have this name.
    static func isName(_ name: String) -> Bool {
        name.utf8.count <= 64 && name.utf8.first?.isASCIILetter == true
            && name.utf8.allSatisfy { octet in
                octet.isASCIILetter || octet.isASCIIDigit || octet == 0x2D || octet == 0x5F || octet == 0x2E
            }
    }

    // MARK: Contexts

    /// Where each context begins.
    var contextPlaces: [ByteString: DialplanPlace] {
        self.contextLocations.mapValues { DialplanPlace(file: $0.file, line: $0.line) }
    }

    /// Begins a context; whether its name is new.
    mutating func begin(context name: ByteString, at element: XMLElement) -> Bool {
        self.variablesAbove = []
        if let other = self.contextLocations[name] {
            self.add(
                "context \"\(name)\" is already at \(XMLLocation(file: other.file, line: other.line))",
                at: element,
                advice: "put both into one, or name this one differently"
            )
            return false
        }
        if let other = self.otherContexts[name] {
            self.add(
                "context \"\(name)\" is already at \(XMLLocation(file: other.file, line: other.line))",
                at: element,
                advice: "name this one differently"
            )
            return false
        }
        self.contextLocations[name] = element.location
        return true
    }

    /// Notes that calls are transferred to a context, which may stand below or in another file.
    mutating func transfer(to context: ByteString, at element: XMLElement) {
        self.transfers.append((context, element.location))
    }

    mutating func end(context name: ByteString, _ extensions: [DialplanExtension]) {
        self.contexts[name] = extensions
    }

    /// Notes what can be seen only when everything was read, and puts the problems in order.
    mutating func finish() {
        let known = CallSetting.allCases.map(\.rawValue)
        for (name, location) in self.settings where !self.variablesRead.contains(name) {
            if let meant = NearestName.nearest(to: name, among: known) {
                self.add("variable \"\(name)\" is never read", at: location, advice: "did you mean \"\(meant)\"?")
            }
        }
        for transfer in self.transfers
        where self.contexts[transfer.context] == nil && self.otherContexts[transfer.context] == nil {
            self.add(
                "there is no context \"\(transfer.context)\"",
                at: transfer.location,
                advice: NearestName.advice(
                    for: transfer.context.description,
                    among: self.contexts.keys.map(\.description).sorted()
                )
            )
        }
        self.problems.sort { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    }
}
