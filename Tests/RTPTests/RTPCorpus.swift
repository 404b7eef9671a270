import Foundation

/// The folder of third-party packets that stands beside the package, or where `TANDEM_CORPORA` says.
///
/// A clone that stands alone has none; where the variable is set, what is missing fails.
enum RTPCorpus {
    private static let named = ProcessInfo.processInfo.environment["TANDEM_CORPORA"]

    static let folder: URL = {
        if let path = Self.named {
            return URL(filePath: path)
        }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: "../shared/corpora").standardizedFileURL
    }()

    /// Whether there is anything to read, or should be.
    static let isPresent = Self.named != nil || FileManager.default.fileExists(atPath: Self.folder.path())
}
