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
        let octets: [UInt8]
        if self.hasContentType("application/sdp") {
            octets = Array(self.body)
        } else if self.isMultipart {
            guard let part = try? self.sessionDescription() else {
                return self.partsAreReadable ? .none : .malformed
            }
            octets = part
        } else {
            return .unsupported
        }
        guard let description = try? SessionDescription(parsing: octets) else {
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

    /// Whether a multipart body falls into its parts.
    private var partsAreReadable: Bool {
        (try? MultipartBody(of: self)) != nil
    }

    /// The parts of the body that are no session description, to be passed on as they are (RFC 5621 §3).
    var otherBodies: [OpaqueBody] {
        guard self.isMultipart, let body = try? MultipartBody(of: self) else {
            return []
        }
        return body.parts.compactMap { part -> OpaqueBody? in
            guard let type = part.contentType, !type.isSDP else {
                return nil
            }
            let name = type.type.bytes + [0x2F] + type.subtype.bytes + type.parameters.text.bytes
            return OpaqueBody(contentType: ByteString(name), bytes: Array(body.bytes[part.range]))
        }
    }

    /// Whether the body consists of parts (RFC 2046 §5.1).
    var isMultipart: Bool {
        guard let range = self.firstValue(of: .contentType) else {
            return false
        }
        return ByteString(self.bytes[range].prefix(10)).isEqualIgnoringCase(to: "multipart/")
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
