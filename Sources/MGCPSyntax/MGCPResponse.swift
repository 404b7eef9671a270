package import ProtocolKit

/// A response, or the acknowledgement of one (RFC 3435 §3.3, §3.5.2).
package struct MGCPResponse: Sendable {
    /// What became of the command.
    package let code: MGCPReturnCode

    /// The command it answers; `nil` when it names transaction 0, as some do in answer to a line they cannot read.
    package let transactionID: MGCPTransactionID?

    /// The parameter lines and session descriptions.
    package let parameters: MGCPParameters

    private let packageExtent: Extent
    private let commentaryExtent: Extent

    init(_ line: MGCPStartLine.ResponseLine, _ parameters: MGCPParameters) {
        self.code = line.code
        self.transactionID = line.transactionID
        self.parameters = parameters
        self.packageExtent = line.packageName
        self.commentaryExtent = line.commentary
    }

    /// The package that defines a code from 800 to 899.
    package var packageName: MGCPName? {
        guard !self.packageExtent.isEmpty else {
            return nil
        }
        return MGCPName(ByteString(self.parameters.bytes[self.packageExtent.range]))
    }

    /// What stands there for people.
    package var commentary: ByteString {
        ByteString(self.parameters.bytes[self.commentaryExtent.range])
    }

    /// Whether the sender waits for a 000: its final response follows a provisional one (§3.5.2).
    package var wantsAcknowledgement: Bool {
        self.code.isFinal && self.parameters.contains(.responseAck)
    }
}
