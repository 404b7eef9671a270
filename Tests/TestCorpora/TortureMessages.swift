import Foundation

/// The torture test messages of the RFCs, octet for octet; they stand in the folder `Messages`.
package enum TortureMessages: String {
    /// SIP torture tests (RFC 4475 §3, appendix A).
    case rfc4475

    /// SIP torture tests for IPv6 (RFC 5118 §4).
    case rfc5118

    /// The message that the RFC calls so.
    package func octets(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Messages")
        return try [UInt8](Data(contentsOf: folder.appending(path: "\(self.rawValue)/\(name).dat")))
    }
}
