package import ProtocolKit

/// One media section (RFC 8866 §5.14), a view into its description.
package struct MediaDescription: Sendable {
    let storage: SDPStorage

    /// The place of the section, counted from 0.
    package let index: Int

    init(storage: SDPStorage, index: Int) {
        self.storage = storage
        self.index = index
    }

    var section: MediaSection {
        self.storage.sections[self.index]
    }

    /// The media.
    package var kind: MediaKind {
        self.storage.sections[self.index].kind
    }

    /// The port of the first stream; 0 refuses or removes the section.
    package var port: UInt16 {
        self.storage.sections[self.index].port
    }

    /// The number of ports, 1 unless layered (RFC 8866 §5.14).
    package var portCount: UInt16 {
        self.storage.sections[self.index].portCount
    }

    /// The transport protocol.
    package var transport: MediaTransport {
        self.storage.sections[self.index].transport
    }

    /// Whether the port is 0 (RFC 3264 §6, §8.2).
    package var isRejected: Bool {
        self.storage.sections[self.index].port == 0
    }

    /// The formats in their order of preference: payload types of RTP, words of other transports.
    package var formats: [ByteString] {
        var formats: [ByteString] = []
        var fields = self.formatFields
        while let format = fields.next(in: self.storage.text) {
            formats.append(ByteString(self.storage.text[format]))
        }
        return formats
    }

    /// The section's own `c=`, else that of the session.
    package var connection: ConnectionAddress? {
        guard let stored = self.storedConnection else {
            return nil
        }
        return SDPAddressReader.connection(self.storage.text, self.storage.lines[Int(stored.line)].range)
    }

    /// The address to send to, when it is one.
    package var ip: IPAddress? {
        self.storedConnection?.ip
    }

    /// Its own direction attribute, else that of the session, else `sendrecv`.
    package var direction: MediaDirection {
        self.storage.sections[self.index].direction ?? self.storage.direction ?? .sendrecv
    }

    /// Its attributes in their order, those we do not know included.
    package var attributes: SDPAttributes {
        SDPAttributes(storage: self.storage, lines: self.attributeLines)
    }

    /// Its `b=` lines.
    package var bandwidths: [Bandwidth] {
        let section = self.section
        return Bandwidth.all(in: self.storage, self.storage.lines[section.firstLine..<section.firstAttribute])
    }

    var formatFields: FieldReader {
        let range = self.storage.lines[self.storage.sections[self.index].firstLine].range
        let offset = Int(self.storage.sections[self.index].formatsOffset)
        return FieldReader(min(range.lowerBound + offset, range.upperBound)..<range.upperBound)
    }

    /// Where its `a=` lines stand among the lines of the description.
    var attributeLines: Range<Int> {
        self.storage.sections[self.index].firstAttribute..<self.storage.sections[self.index].endLine
    }

    /// Its own `c=` line, else that of the session.
    var storedConnection: StoredConnection? {
        self.storage.sections[self.index].connection ?? self.storage.connection
    }
}

extension MediaDescription: Hashable {
    package static func == (left: MediaDescription, right: MediaDescription) -> Bool {
        left.text == right.text && left.connection == right.connection && left.direction == right.direction
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(self.section.port)
        hasher.combine(self.text.count)
    }

    private var text: ArraySlice<UInt8> {
        let section = self.section
        let start = self.storage.lines[section.firstLine].range.lowerBound
        return self.storage.text[start..<self.storage.lines[section.endLine - 1].range.upperBound]
    }
}

/// The media sections of a description, in their order.
package struct MediaDescriptions: RandomAccessCollection, Sendable {
    private let storage: SDPStorage

    init(storage: SDPStorage) {
        self.storage = storage
    }

    package var startIndex: Int {
        0
    }

    package var endIndex: Int {
        self.storage.sections.count
    }

    package subscript(position: Int) -> MediaDescription {
        precondition(self.storage.sections.indices.contains(position), "no such media section")
        return MediaDescription(storage: self.storage, index: position)
    }
}
