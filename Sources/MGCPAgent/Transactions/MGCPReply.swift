package import MGCPSyntax
package import ProtocolKit

/// What a command of a peer is answered with, without the transaction number, which the layer knows.
package struct MGCPReply: Sendable {
    /// What became of the command.
    package let code: MGCPReturnCode

    /// The parameter lines, as ``MGCPMessageWriter`` writes them after the first line.
    package let body: [UInt8]

    /// What stands there for people; `nil` for the meaning of the code.
    package let commentary: ByteString?

    package init(_ code: MGCPReturnCode, body: [UInt8] = [], commentary: ByteString? = nil) {
        self.code = code
        self.body = body
        self.commentary = commentary
    }
}
