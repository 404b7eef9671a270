package import DialplanEngine
import Digests
import Foundation

/// The files of a dialplan in memory, before anything is made of them.
package struct DialplanFiles: Sendable {
    /// The files in the order of the configuration.
    package let sources: [DialplanReader.Source]

    /// The schema that lies beside them.
    let schema: DialplanReader.Source?

    private let limits: DialplanLimits

    /// Reads the files, and the schema that lies beside one of them.
    package init(paths: [String], limits: DialplanLimits) throws(LoadError) {
        var sources: [DialplanReader.Source] = []
        var problems: [LoadError.Problem] = []
        for path in paths {
            do throws(LoadError) {
                sources.append(try Self.read(path, limit: limits.fileOctets))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else {
            throw LoadError(problems)
        }
        let schema = paths.lazy.map { LoadedConfiguration.join(LoadedConfiguration.folder(of: $0), "dialplan.xsd") }
            .first { FileManager.default.fileExists(atPath: $0) }
        if let schema {
            self.schema = try Self.read(schema, limit: limits.fileOctets)
        } else {
            self.schema = nil
        }
        self.sources = sources
        self.limits = limits
    }

    /// The files as messages call them.
    package var paths: [String] {
        self.sources.map(\.file)
    }

    /// Makes a dialplan of them, whose targets must be among the names, and the first 64 bits of a digest of all that has
    /// decided what is made of them, the names excepted; where the files lie does not matter.
    func read(
        _ names: DialplanReader.Names,
        _ clocks: DialplanClocks,
        _ surroundings: FreeSWITCHSurroundings = FreeSWITCHSurroundings()
    ) throws(LoadError) -> (dialplan: Dialplan, digest: UInt64) {
        let includes = try self.includes()
        // What the dialplan names and the reader asks for, in the order in which it does.
        var attachments = includes
        let environment = surroundings.environment(with: includes)
        do throws(DialplanError) {
            let schema = self.schema
            let reader = Self.reader(names, schema: schema, self.limits, clocks, environment) { attachments.append($0) }
            let dialplan = try reader.read(self.sources)
            return (dialplan, self.digest(with: attachments, clocks, surroundings))
        } catch {
            throw LoadError(error)
        }
    }

    /// Reads plans with the files and databases that they name beside them, and tells of each that it was asked for.
    static func reader(
        _ names: DialplanReader.Names,
        schema: DialplanReader.Source?,
        _ limits: DialplanLimits,
        _ clocks: DialplanClocks,
        _ environment: FreeSWITCHEnvironment = FreeSWITCHEnvironment(),
        noting note: @escaping (DialplanReader.Source) -> Void = { _ in }
    ) -> DialplanReader {
        DialplanReader(
            names: names,
            schema: schema,
            limits: limits,
            files: { name, referrer in
                guard let source = try? Self.read(Self.path(of: name, in: referrer), limit: limits.fileOctets) else {
                    return nil
                }
                note(source)
                return source.octets
            },
            databases: { request, builder in
                let path = Self.path(of: request.file, in: request.referrer)
                note(Self.mark(of: path))
                RouteDatabase(path: path, content: request.content).read(into: &builder)
            },
            clocks: clocks.clocks,
            environment: environment
        )
    }

    /// Where a file lies that another one names.
    private static func path(of name: String, in referrer: String) -> String {
        LoadedConfiguration.join(LoadedConfiguration.folder(of: referrer), name)
    }

    private func digest(
        with attachments: [DialplanReader.Source],
        _ clocks: DialplanClocks,
        _ surroundings: FreeSWITCHSurroundings
    ) -> UInt64 {
        var digest = RunningDigest(.sha256)
        digest.update(Array("\(self.limits) \(clocks.local.name) \(surroundings.text)".utf8))
        for source in self.sources + [self.schema].compactMap({ $0 }) + attachments {
            // The length keeps what ends one file from beginning the next.
            digest.update(Array("\n\(source.octets.count)\n".utf8))
            digest.update(source.octets)
        }
        return digest.finish().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The files that a dialplan in FreeSWITCH's language may include: those below the folder of one that includes any.
    func includes() throws(LoadError) -> [DialplanReader.Source] {
        var files: [DialplanReader.Source] = []
        for source in self.sources where source.octets.contains(Array("X-PRE-PROCESS".utf8)) {
            let folder = LoadedConfiguration.folder(of: source.file)
            let below = FileManager.default.enumerator(atPath: folder.isEmpty ? "." : folder)
            while let name = below?.nextObject() as? String {
                let path = LoadedConfiguration.join(folder, name)
                guard name.hasSuffix(".xml"), !files.contains(where: { $0.file == path }) else {
                    continue
                }
                guard files.count < Self.mostIncludes else {
                    let message = "there are more than \(Self.mostIncludes) files to include below its folder"
                    throw LoadError([LoadError.Problem(file: source.file, message: message)])
                }
                files.append(try Self.read(path, limit: self.limits.fileOctets))
            }
        }
        return files.sorted { $0.file < $1.file }
    }

    /// The most files below the folder of a dialplan that are held for it.
    private static let mostIncludes = 1_000

    /// What changes when a database does: it may be too large to be read for a digest.
    private static func mark(of path: String) -> DialplanReader.Source {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = attributes?[.size] as? Int ?? 0
        let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return DialplanReader.Source(file: path, octets: Array("\(size) \(changed)".utf8))
    }

    /// No more than one octet beyond the limit is read: who has a file that is too large learns it from the reader.
    private static func read(_ path: String, limit: Int) throws(LoadError) -> DialplanReader.Source {
        guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: limit + 1) else {
            // An empty file has no octets at all.
            guard FileManager.default.contents(atPath: path)?.isEmpty == true else {
                throw LoadError([LoadError.Problem(file: path, message: "cannot be read")])
            }
            return DialplanReader.Source(file: path, octets: [])
        }
        return DialplanReader.Source(file: path, octets: Array(data))
    }
}

/// What the configuration says to dialplans in FreeSWITCH's language.
package struct FreeSWITCHSurroundings: Hashable, Sendable {
    /// Preprocessor variables that are set before any file is read.
    package var variables: [String: String] = [:]

    /// The domains that exist.
    package var domains: Set<String> = []

    package init() {}

    /// All that a dialplan finds around it, with the files that it can include.
    func environment(with files: [DialplanReader.Source]) -> FreeSWITCHEnvironment {
        FreeSWITCHEnvironment(files: files, variables: self.variables, domains: self.domains)
    }

    /// The same text for the same values.
    var text: String {
        let variables = self.variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return (variables + self.domains.sorted()).joined(separator: "\n")
    }
}
