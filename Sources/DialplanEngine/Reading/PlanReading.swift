import ProtocolKit
import XMLReading

/// The state while dialplan files are read: what was found, and what was wrong.
struct PlanReading {
    private(set) var problems: [DialplanProblem] = []
    private(set) var contexts: [ByteString: [DialplanExtension]] = [:]
    private(set) var variables: [ByteString] = []

    let names: DialplanReader.Names
    let limits: DialplanLimits
    private var contextLocations: [ByteString: XMLLocation] = [:]
    private var slots: [String: Int] = [:]
    private var settings: [String: XMLLocation] = [:]
    private var variablesRead: Set<String> = []

    /// The variables that were set above the place where the reading is, in the same context.
    private var variablesAbove: Set<String> = []

    init(names: DialplanReader.Names, limits: DialplanLimits) {
        self.names = names
        self.limits = limits
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
        self.contextLocations[name] = element.location
        return true
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
        self.problems.sort { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    }
}
