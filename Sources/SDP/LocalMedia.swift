package import ProtocolKit

/// One media section of our own making, for media that ends here.
package struct LocalMedia: Hashable, Sendable {
    /// The media.
    package var kind: MediaKind

    /// The transport protocol.
    package var transport: MediaTransport

    /// The formats in their order of preference.
    package var formats: [ByteString]

    /// What stands behind `a=`, without direction and `rtcp`.
    package var attributes: [ByteString]

    /// Which way media flows.
    package var direction: MediaDirection

    /// Our ports; `nil` refuses the section.
    package var address: MediaAddress?

    package init(
        kind: MediaKind,
        transport: MediaTransport = .rtpAVP,
        formats: [ByteString],
        attributes: [ByteString] = [],
        direction: MediaDirection = .sendrecv,
        address: MediaAddress?
    ) {
        self.kind = kind
        self.transport = transport
        self.formats = formats
        self.attributes = attributes
        self.direction = direction
        self.address = address
    }

    /// The refusal of a section that was offered (RFC 3264 §6): same media, transport and formats, port 0.
    init(refusing offered: MediaDescription) {
        self.init(kind: offered.kind, transport: offered.transport, formats: offered.formats, address: nil)
    }
}
