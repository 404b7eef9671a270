import Foundation

/// The folder of third-party messages that stands beside the package, or where `TANDEM_CORPORA` says.
///
/// A clone that stands alone has none, and says that it left their tests out; where the variable is set, as in `.ci/run`,
/// what is missing fails.
package enum Corpora {
    /// One line of `INDEX.tsv`.
    package struct Entry: Sendable, CustomStringConvertible {
        /// The file, from the folder on.
        package let path: String

        /// What it is a message of.
        package let kind: String

        /// What a parser should make of it.
        package let verdict: String

        /// What should come of it, in words.
        package let expected: String

        /// The reason for the verdict.
        package let why: String

        /// How a test names it.
        package var description: String {
            "\(self.path) (\(self.verdict))"
        }
    }

    /// Whether there is anything to read, or should be.
    package static var arePresent: Bool {
        self.named != nil || FileManager.default.fileExists(atPath: self.root.path())
    }

    private static var named: String? {
        ProcessInfo.processInfo.environment["TANDEM_CORPORA"]
    }

    private static var root: URL {
        if let path = self.named {
            return URL(fileURLWithPath: path)
        }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return package.appending(path: "../shared/corpora").standardizedFileURL
    }

    /// The octets of one file; a missing file fails the test that asks.
    package static func octets(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: self.root.appending(path: path)))
    }

    /// The paths of all files below a folder, also of those that the index has one line for; a missing folder throws.
    package static func paths(below folder: String) throws -> [String] {
        let folderPath = self.root.appending(path: folder).path(percentEncoded: false)
        return try FileManager.default.subpathsOfDirectory(atPath: folderPath).map { "\(folder)/\($0)" }
    }

    /// All files of the index; a missing index is a failed test, never an empty list.
    package static func entries() throws -> [Entry] {
        let text = try String(contentsOf: self.root.appending(path: "INDEX.tsv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count >= 6 else {
                return nil
            }
            return Entry(
                path: columns[0],
                kind: columns[1],
                verdict: columns[3],
                expected: columns[4],
                why: columns[5]
            )
        }
    }
}
