import ProtocolKit
import XMLReading

/// The state while files in FreeSWITCH's language are read.
///
/// What FreeSWITCH takes without a word is a warning here; an error is only what leaves nothing to run.
struct FreeSWITCHReading {
    /// How deep conditions may stand in conditions; FreeSWITCH reads no deeper.
    static let mostNesting = 100

    private(set) var problems: [DialplanProblem] = []
    private(set) var warnings: [DialplanProblem] = []
    private(set) var contexts: [ByteString: FreeSWITCHContext] = [:]

    let environment: FreeSWITCHEnvironment
    let names: DialplanReader.Names
    let limits: FreeSWITCHLimits
    private let clocks: DialplanReader.Clocks
    var usage = FreeSWITCHUsage()
    private var preprocessor: FreeSWITCHPreprocessor
    private var text = PreprocessedText()

    init(
        environment: FreeSWITCHEnvironment,
        names: DialplanReader.Names,
        limits: FreeSWITCHLimits,
        clocks: DialplanReader.Clocks
    ) {
        self.clocks = clocks
        self.environment = environment
        self.names = names
        self.limits = limits
        self.preprocessor = FreeSWITCHPreprocessor(environment, limits: limits)
    }

    /// Reads a file and all that it includes; preprocessor variables hold for the files after it.
    mutating func read(_ source: DialplanReader.Source) {
        let problemsBefore = self.preprocessor.problems.count
        self.text = self.preprocessor.run(source)
        guard self.preprocessor.problems.count == problemsBefore else {
            return
        }
        // The depth leaves room for FreeSWITCH's own bound on conditions and what stands around them.
        let limits = XMLDocument.Limits(octets: self.limits.preprocessedOctets + 64, depth: Self.mostNesting + 40)
        do {
            let document = try XMLDocument(self.text.octets, file: source.file, limits: limits)
            self.read(document.root)
        } catch {
            for problem in error.problems {
                let place = self.text.place(of: problem.location)
                self.add(problem.message, at: place, advice: "escape \"&\" as \"&amp;\" and \"<\" as \"&lt;\"")
            }
        }
    }

    private mutating func read(_ element: XMLElement) {
        for child in element.children {
            switch child.name {
            case "document", "include":
                self.read(child)
            case "section":
                // The other sections are the other configuration of FreeSWITCH.
                if child["name"] == "dialplan" {
                    self.read(child)
                }
            case "context":
                self.readContext(child)
            case "extension":
                self.add("the extension stands in no context", at: child, advice: "include the file from a context")
            default:
                self.warn("<\(child.name)> is not read here", at: child, advice: "remove it")
            }
        }
    }

    private mutating func readContext(_ element: XMLElement) {
        guard let written = element["name"], !written.isEmpty else {
            self.add("the context has no name", at: element, advice: "add name=\"…\"")
            return
        }
        let name = ByteString(written)
        let place = self.place(of: element)
        if let other = self.contexts[name] {
            self.warn(
                "context \"\(written)\" is never reached: the one at \(other.place.file):\(other.place.line) comes first",
                at: element,
                advice: "put both into one"
            )
        }
        var extensions: [FreeSWITCHExtension] = []
        for child in element.children {
            if child.name == "extension" {
                extensions.append(self.readExtension(child))
            } else {
                self.warn("<\(child.name)> is not read in a context", at: child, advice: "remove it")
            }
        }
        if self.contexts[name] == nil {
            self.contexts[name] = FreeSWITCHContext(name: name, extensions: extensions, place: place)
        }
    }

    private mutating func readExtension(_ element: XMLElement) -> FreeSWITCHExtension {
        self.warnOfUnknownAttributes(element, known: ["name", "continue", "emergency"])
        let conditions = self.readConditions(element, depth: 0)
        if conditions.isEmpty {
            self.warn("the extension has no condition, and does nothing", at: element, advice: "add <condition>")
        }
        return FreeSWITCHExtension(
            name: ByteString(element["name"] ?? ""),
            continues: MarkedText(authored: element["continue"] ?? "").isTrue,
            isEmergency: MarkedText(authored: element["emergency"] ?? "").isTrue,
            conditions: conditions,
            place: self.place(of: element)
        )
    }

    // MARK: Findings

    /// Where an element stands in its own file.
    func place(of element: XMLElement) -> DialplanPlace {
        self.text.place(of: element.location)
    }

    /// Notes what leaves nothing to run.
    mutating func add(_ message: String, at element: XMLElement, advice: String) {
        self.add(message, at: self.place(of: element), advice: advice)
    }

    mutating func add(_ message: String, at place: DialplanPlace, advice: String) {
        self.problems.append(DialplanProblem(file: place.file, line: place.line, message: message, advice: advice))
    }

    /// Notes what the author should know.
    mutating func warn(_ message: String, at element: XMLElement, advice: String) {
        self.warn(message, at: self.place(of: element), advice: advice)
    }

    mutating func warn(_ message: String, at place: DialplanPlace, advice: String) {
        self.warnings.append(DialplanProblem(file: place.file, line: place.line, message: message, advice: advice))
    }

    /// Notes attributes that mean nothing.
    mutating func warnOfUnknownAttributes(_ element: XMLElement, known: [String]) {
        for attribute in element.attributes where !known.contains(attribute.name) {
            self.warn(
                "<\(element.name)> has an attribute \"\(attribute.name)\", which means nothing",
                at: element,
                advice: NearestName.advice(for: attribute.name, among: known)
            )
        }
    }

    /// Notes what can be seen only when everything was read.
    mutating func finish() {
        self.problems += self.preprocessor.problems
        self.warnings += self.preprocessor.warnings
        self.warnings += self.usage.findings(globals: Set(self.preprocessor.globals.keys))
        let order: (DialplanProblem, DialplanProblem) -> Bool = { ($0.file, $0.line) < ($1.file, $1.line) }
        self.problems.sort(by: order)
        self.warnings.sort(by: order)
    }

    /// Notes transfers to contexts that neither language has.
    mutating func checkTransfers(beside others: Set<ByteString>) {
        self.warnings += self.usage.missingContexts(others.union(self.contexts.keys))
        self.warnings.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    /// The zones that the plan names, as far as there are any.
    private var zones: [ByteString: CalendarZone] {
        var zones: [ByteString: CalendarZone] = [:]
        for name in self.usage.zoneNames where CalendarZone.isName(name) {
            if let octets = self.clocks.zoneFile(name), let zone = try? CalendarZone(name: name, file: octets) {
                zones[ByteString(name)] = zone
            }
        }
        return zones
    }

    /// The plan.
    var plan: FreeSWITCHPlan {
        FreeSWITCHPlan(
            contexts: self.contexts,
            globals: self.preprocessor.globals,
            environment: self.environment,
            names: self.names,
            limits: self.limits,
            machineZone: self.clocks.local,
            zones: self.zones
        )
    }
}
