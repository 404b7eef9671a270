import SIPSyntax
import Testing

/// One torture message, what the RFC says of it, and what of that shows at the level of syntax.
struct TortureRow: Sendable, CustomTestStringConvertible {
    /// What the parser says.
    enum Verdict: Equatable, Sendable {
        /// A message to act on; what is decided later stands in the row's check.
        case accepted

        /// A request that is answered with this status.
        case refused(UInt16)

        /// A response that is dropped.
        case dropped
    }

    let section: String
    let file: String
    let verdict: Verdict
    let check: @Sendable (SIPMessage) throws -> Bool

    init(
        _ section: String,
        _ file: String,
        _ verdict: Verdict,
        _ check: @escaping @Sendable (SIPMessage) throws -> Bool = { _ in true }
    ) {
        self.section = section
        self.file = file
        self.verdict = verdict
        self.check = check
    }

    var testDescription: String {
        "§\(self.section) \(self.file)"
    }

    /// What the parser says of `octets`, and the message when there is one.
    static func outcome(of octets: [UInt8]) -> (Verdict?, SIPMessage?) {
        switch SIPMessage.parse(octets) {
        case .message(let message): (.accepted, message)
        case .answerable(let message, let error): (.refused(error.suggestedStatus.code), message)
        case .unanswerable: (.dropped, nil)
        case .keepAlive: (nil, nil)
        }
    }
}
