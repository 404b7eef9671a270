package import ProtocolKit

/// What a caller wants hidden (RFC 3323 §4.2, RFC 3325 §9.3, RFC 7044 §10.1).
package struct Privacy: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.privacy

    /// The services asked for, in lower case.
    package let services: [ByteString]

    package init(_ services: ByteString...) {
        self.services = services
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        var services: [ByteString] = []
        repeat {
            value.skipLWS()
            guard services.count < 32 else {
                throw .tooLarge("Privacy")
            }
            services.append(try value.takeToken("Privacy").lowercased)
            value.skipLWS()
        } while value.take(0x3B) || value.take(0x2C)
        self.services = services
    }

    /// Whether `service`, in lower case, is asked for.
    package func contains(_ service: ByteString) -> Bool {
        self.services.contains(service)
    }

    package func append(to bytes: inout [UInt8]) {
        for (index, service) in self.services.enumerated() {
            if index > 0 {
                bytes.append(0x3B)
            }
            bytes.append(contentsOf: service.bytes)
        }
    }
}
