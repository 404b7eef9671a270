import CallModel
import ProtocolKit
import SDP
import SIPSyntax

/// What a message's body says about the session.
enum DescriptionBody: Sendable {
    /// Nothing.
    case none
    /// A session description, alone or as a part of a multipart body (RFC 5621 §3).
    case description(SessionDescription)
    /// A session description that cannot be read.
    case malformed
    /// A body of another type.
    case unsupported
}

extension SIPMessage {
    /// The session description of the body, read.
    var descriptionBody: DescriptionBody {
        guard !self.bodyRange.isEmpty else {
            return .none
        }
        guard self.hasContentType("application/sdp") else {
            return .unsupported
        }
        guard let description = try? SessionDescription(parsing: Array(self.body)) else {
            return .malformed
        }
        return .description(description)
    }

    /// Whether the body is of this MIME type, whatever its parameters.
    func hasContentType(_ type: StaticString) -> Bool {
        guard let range = self.firstValue(of: .contentType) else {
            return false
        }
        var cursor = ByteCursor(self.bytes, in: range)
        let name = cursor.take(while: { $0 != 0x3B && $0 != 0x20 && $0 != 0x09 })
        guard name.count == type.utf8CodeUnitCount else {
            return false
        }
        return type.withUTF8Buffer { text in
            unsafe zip(self.bytes[name], text).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
        }
    }

    /// Whether the body consists of parts (RFC 2046 §5.1).
    var isMultipart: Bool {
        guard let range = self.firstValue(of: .contentType) else {
            return false
        }
        return ByteString(self.bytes[range].prefix(10)).equalsIgnoringCase("multipart/")
    }

    /// The body as something to pass on unread.
    var opaqueBody: OpaqueBody {
        OpaqueBody(
            contentType: self.firstText(of: .contentType) ?? ByteString(),
            disposition: self.firstText(of: .contentDisposition) ?? ByteString(),
            package: self.firstText(of: .infoPackage) ?? ByteString(),
            bytes: Array(self.body)
        )
    }
}
