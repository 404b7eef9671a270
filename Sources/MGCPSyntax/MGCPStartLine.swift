import ProtocolKit

/// The first line of a message, and where its parts stand.
enum MGCPStartLine {
    case command(CommandLine)
    case response(ResponseLine)

    /// `verb transaction endpoint version` (RFC 3435 §3.2.1).
    struct CommandLine: Sendable {
        let verb: MGCPVerb
        let transactionID: MGCPTransactionID
        let localName: Extent
        let domain: Extent
        let version: MGCPVersion
    }

    /// `code transaction [/package] [commentary]` (§3.3).
    struct ResponseLine: Sendable {
        let code: MGCPReturnCode
        let transactionID: MGCPTransactionID?
        let packageName: Extent
        let commentary: Extent
    }
}
