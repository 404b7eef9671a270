package import DialplanEngine
import Digests
import Foundation

/// The files of a dialplan in memory, before anything is made of them.
package struct DialplanFiles: Sendable {
    /// The files in the order of the configuration.
    package let sources: [DialplanReader.Source]

    private let schema: DialplanReader.Source?
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
        _ clocks: DialplanClocks
    ) throws(LoadError) -> (dialplan: Dialplan, digest: UInt64) {
        // What the dialplan names and the reader asks for, in the order in which it does.
        var attachments: [DialplanReader.Source] = []
        let limit = self.limits.fileOctets
        do throws(DialplanError) {
            let reader = DialplanReader(
                names: names,
                schema: self.schema,
                limits: self.limits,
                files: { name, referrer in
                    let path = LoadedConfiguration.join(LoadedConfiguration.folder(of: referrer), name)
                    guard let source = try? Self.read(path, limit: limit) else {
                        return nil
                    }
                    attachments.append(source)
                    return source.octets
                },
                clocks: clocks.clocks
            )
            let dialplan = try reader.read(self.sources)
            return (dialplan, self.digest(with: attachments, clocks))
        } catch {
            throw LoadError(error)
        }
    }

    private func digest(with attachments: [DialplanReader.Source], _ clocks: DialplanClocks) -> UInt64 {
        var digest = RunningDigest(.sha256)
        digest.update(Array("\(self.limits) \(clocks.local.name)".utf8))
        for source in self.sources + [self.schema].compactMap({ $0 }) + attachments {
            // The length keeps what ends one file from beginning the next.
            digest.update(Array("\n\(source.octets.count)\n".utf8))
            digest.update(source.octets)
        }
        return digest.finish().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
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
