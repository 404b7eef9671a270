package import ProtocolKit

extension SIPURI {
    /// The number that a tel URI or the user part of a `user=phone` URI names, without visual separators (RFC 3966 §3).
    ///
    /// A global number keeps its `+`; `nil` for any other URI.
    package var telephoneNumber: ByteString? {
        let text: ByteString
        switch self.scheme {
        case .tel:
            text = self.opaquePart
        case .sip, .sips:
            guard self.parameters["user"]?.isEqualIgnoringCase(to: "phone") == true, let user = self.user else {
                return nil
            }
            text = ByteString(user.bytes.prefix { $0 != 0x3B })
        case .other:
            return nil
        }
        let number = text.bytes.filter { $0 != 0x2D && $0 != 0x2E && $0 != 0x28 && $0 != 0x29 }
        return number.isEmpty ? nil : ByteString(number).lowercased
    }

    /// A tel URI as a SIP URI at `host`: the telephone subscriber as user part, `user=phone` (RFC 3261 §19.1.6).
    ///
    /// Visual separators are left out and the subscriber's parameters kept in their order, as equal URIs should be
    /// written alike; `nil` unless this is a tel URI.
    package func sipURI(atHost host: ByteString) -> ByteString? {
        guard self.scheme == .tel, let number = self.telephoneNumber else {
            return nil
        }
        var bytes: [UInt8] = []
        bytes.append("sip:")
        for octet in number.bytes + self.parameters.text.lowercased.bytes {
            // A user part allows less than a tel URI does, a colon above all; what was escaped stays so.
            if octet == 0x25 || OctetSet.user.contains(octet) {
                bytes.append(octet)
            } else {
                bytes.appendEscape(of: octet)
            }
        }
        bytes.append(0x40)
        bytes.append(contentsOf: host.bytes)
        bytes.append(";user=phone")
        return ByteString(bytes)
    }

    /// A `user=phone` URI as a tel URI; `nil` for any other.
    package var telURI: ByteString? {
        guard self.isSIP, let user = self.rawUser, let number = self.telephoneNumber else {
            return nil
        }
        return "tel:" + number + ByteString(user.bytes.drop { $0 != 0x3B })
    }
}
