import Foundation
import SDP
import Testing

/// The rows of the corpus index that concern SDP.
struct SDPCorpus {
    struct Row {
        let path: String
        let verdict: String
        let expected: String
    }

    struct Missing: Error {
        let path: String
    }

    /// `../shared/corpora` beside the package, or what `TANDEM_CORPORA` names.
    private static let folder: URL = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Self.named.map { URL(filePath: $0) } ?? package.appending(path: "../shared/corpora").standardizedFileURL
    }()

    private static let named = ProcessInfo.processInfo.environment["TANDEM_CORPORA"]

    /// Whether there is anything to read, or should be: a clone that stands alone has no corpus.
    static let isPresent = Self.named != nil || FileManager.default.fileExists(atPath: Self.folder.path())

    let root: URL
    let rows: [Row]

    /// Reads the index; fails when it is not there.
    init() throws {
        self.root = Self.folder
        let index = self.root.appending(path: "INDEX.tsv")
        guard let text = try? String(contentsOf: index, encoding: .utf8) else {
            throw Missing(path: index.path)
        }
        self.rows = text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 5, fields[1] == "sdp" else {
                return nil
            }
            return Row(path: fields[0], verdict: fields[3], expected: fields[4])
        }
    }

    /// The octets of a file, which must be there.
    func bytes(_ path: String) throws -> [UInt8] {
        guard let data = try? Data(contentsOf: self.root.appending(path: path)) else {
            throw Missing(path: path)
        }
        return Array(data)
    }

    /// A file of a folder read as a description; `nil` when the folder has none of that name.
    func description(_ folder: String, _ name: String) throws -> SessionDescription? {
        let path = folder + "/" + name
        guard self.rows.contains(where: { $0.path == path }) else {
            return nil
        }
        return try SessionDescription(parsing: self.bytes(path))
    }
}
