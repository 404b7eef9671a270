package import ProtocolKit
import XMLReading

/// Turns dialplan files into a ``Dialplan``, or says everything that is wrong with them.
///
/// The files are octets: whoever calls has read them. Nothing else is opened, whatever the files say.
package struct DialplanReader {
    /// A file in memory.
    package struct Source: Hashable, Sendable {
        /// What messages call it.
        package let file: String

        /// What is in it.
        package let octets: [UInt8]

        /// The language that it is written in; `nil` to tell it by the outermost element.
        package let language: DialplanLanguage?

        package init(file: String, octets: [UInt8], language: DialplanLanguage? = nil) {
            self.file = file
            self.octets = octets
            self.language = language
        }
    }

    /// The names of the configuration that a dialplan may use.
    package struct Names: Hashable, Sendable {
        /// The trunks.
        package var trunks: Set<ByteString>

        /// The users; `nil` when they are not known here, and any name is taken.
        package var users: Set<ByteString>?

        /// The lines of media gateways; `nil` when they are not known here, and any name is taken.
        package var lines: Set<ByteString>?

        /// The circuit groups of media gateways, which dialplans name as they name trunks.
        package var circuitGroups: Set<ByteString>

        /// The recordings that can be played; `nil` when they are not known here, and any name is taken.
        package var recordings: Set<ByteString>?

        /// The decision servers; `nil` when they are not known here, and any name is taken.
        package var decisions: Set<ByteString>?

        package init(
            trunks: Set<ByteString> = [],
            users: Set<ByteString>? = nil,
            lines: Set<ByteString>? = nil,
            circuitGroups: Set<ByteString> = [],
            recordings: Set<ByteString>? = nil,
            decisions: Set<ByteString>? = nil
        ) {
            self.trunks = trunks
            self.users = users
            self.lines = lines
            self.circuitGroups = circuitGroups
            self.recordings = recordings
            self.decisions = decisions
        }
    }

    /// What is in a file that a dialplan names; `nil` when it cannot be read.
    ///
    /// The second name is that of the file which names it.
    package typealias Files = (_ name: String, _ referrer: String) -> [UInt8]?

    /// The clocks that conditions can look at.
    package struct Clocks {
        /// The zone of what names none.
        package let local: CalendarZone

        /// What is in the file of a zone (RFC 8536); `nil` when there is no zone by the name.
        package let zoneFile: (_ name: String) -> [UInt8]?

        package init(local: CalendarZone = .utc, zoneFile: @escaping (_ name: String) -> [UInt8]? = { _ in nil }) {
            self.local = local
            self.zoneFile = zoneFile
        }
    }

    private let schema: Source?
    private let names: Names
    private let limits: DialplanLimits
    /// Gives the routes of a database to a builder, which is told when it cannot be read.
    package typealias Databases = (_ request: RouteRequest, _ builder: inout RouteTableBuilder) -> Void

    private let files: Files
    private let databases: Databases
    private let clocks: Clocks
    private let environment: FreeSWITCHEnvironment

    package init(
        names: Names = Names(),
        schema: Source? = nil,
        limits: DialplanLimits = DialplanLimits(),
        files: @escaping Files = { _, _ in nil },
        databases: @escaping Databases = { request, builder in
            builder.begin(file: request.referrer)
            builder.refuse("database \"\(request.file)\" cannot be read here", "use a file of comma-separated values")
        },
        clocks: Clocks = Clocks(),
        environment: FreeSWITCHEnvironment = FreeSWITCHEnvironment()
    ) {
        self.names = names
        self.schema = schema
        self.limits = limits
        self.files = files
        self.databases = databases
        self.clocks = clocks
        self.environment = environment
    }

    /// Reads all files into one dialplan, whose contexts may be of both languages; a context may stand in one file only.
    package func read(_ sources: [Source]) throws(DialplanError) -> Dialplan {
        var reading = PlanReading(
            names: self.names,
            limits: self.limits,
            files: self.files,
            databases: self.databases,
            clocks: self.clocks
        )
        var documents: [XMLDocument] = []
        var foreign = self.readFreeSWITCH(sources)
        reading.otherContexts = foreign.contexts.mapValues(\.place)
        for source in sources where DialplanLanguage(of: source) == .strict {
            do {
                let limits = XMLDocument.Limits(octets: self.limits.fileOctets, depth: 16)
                documents.append(try XMLDocument(source.octets, file: source.file, limits: limits))
            } catch {
                reading.add(error.problems)
            }
        }
        for document in documents {
            reading.readTables(of: document.root)
            reading.readRoutes(of: document.root)
        }
        for document in documents {
            reading.read(document.root)
        }
        reading.finish()
        foreign.checkTransfers(beside: Set(reading.contexts.keys))
        // The schema says less than the reader, and in its own words: it speaks only when the reader is content.
        if reading.problems.isEmpty, let schema = self.schema {
            reading.add(Self.problems(of: documents, against: schema))
        }
        guard reading.problems.isEmpty, foreign.problems.isEmpty else {
            throw DialplanError(reading.problems + foreign.problems)
        }
        return Dialplan(
            contexts: reading.contexts,
            places: reading.contextPlaces,
            variables: reading.variables,
            tables: reading.tables,
            zones: reading.zones,
            routes: reading.routes,
            limits: self.limits,
            freeSWITCH: foreign.contexts.isEmpty ? nil : foreign.plan,
            names: reading.asksServers ? self.names : Names(),
            warnings: foreign.warnings
        )
    }

    /// Those files of the environment that the files in FreeSWITCH's language include, and that these include.
    package func includes(of sources: [Source]) -> [Source] {
        var preprocessor = FreeSWITCHPreprocessor(self.environment, limits: self.limits.freeSWITCH)
        var names: Set<String> = []
        for source in sources where DialplanLanguage(of: source) == .freeSWITCH {
            names.formUnion(preprocessor.run(source).files)
        }
        names.subtract(sources.map(\.file))
        return self.environment.files.filter { names.contains($0.file) }
    }

    /// Reads the files that are written in FreeSWITCH's language.
    private func readFreeSWITCH(_ sources: [Source]) -> FreeSWITCHReading {
        var reading = FreeSWITCHReading(
            environment: self.environment,
            names: self.names,
            limits: self.limits.freeSWITCH,
            clocks: self.clocks
        )
        for source in sources where DialplanLanguage(of: source) == .freeSWITCH {
            reading.read(source)
        }
        reading.finish()
        return reading
    }

    private static func problems(of documents: [XMLDocument], against source: Source) -> [XMLProblem] {
        do {
            let schema = try XMLSchema(source.octets, file: source.file)
            return documents.flatMap { $0.problems(against: schema) }
        } catch {
            return error.problems
        }
    }
}
