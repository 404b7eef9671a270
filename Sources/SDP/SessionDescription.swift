package import ProtocolKit

/// An SDP session description (RFC 8866): the neutral media language between all legs of a call.
///
/// It holds its canonical text and an index into it, in one shared block, so a copy costs one reference and
/// ``serialized()`` costs nothing. It does not change: ``LocalSession`` writes the descriptions that we send.
package struct SessionDescription: Sendable {
    let storage: SDPStorage

    /// Reads a description that a peer sent.
    package init(parsing bytes: [UInt8], limits: SDPLimits = SDPLimits()) throws(SDPParseError) {
        let index = try SDPIndexer(bytes, limits: limits)
        if index.isCanonical {
            self.storage = SDPStorage(index)
        } else {
            self.storage = SDPStorage(try SDPIndexer(index.canonicalText(), limits: .unlimited))
        }
    }

    /// The description as it goes on the wire: lines in the order of RFC 8866 §5, CRLF at their ends, no `k=`.
    package func serialized() -> [UInt8] {
        self.storage.text
    }

    /// The `o=` line.
    package var origin: Origin {
        guard let line = self.storage.sessionLine(0x6F) else {
            preconditionFailure("a description without o= is never made")
        }
        let range = self.storage.lines[line].range
        var fields = FieldReader(range)
        let username = fields.next(in: self.storage.text) ?? range
        _ = fields.next(in: self.storage.text)
        _ = fields.next(in: self.storage.text)
        let address = SDPAddressReader.connection(self.storage.text, fields.rest(in: self.storage.text))
        return Origin(
            username: ByteString(self.storage.text[username]),
            sessionID: self.storage.sessionID,
            version: self.storage.version,
            address: address ?? ConnectionAddress(target: .host(ByteString()))
        )
    }

    /// The `s=` line.
    package var sessionName: ByteString {
        ByteString(self.storage.sessionLine(0x73).map { self.storage.value($0) } ?? [])
    }

    /// The session-level `c=` line.
    package var connection: ConnectionAddress? {
        self.connection(self.storage.connection)
    }

    /// The session-level attributes in their order, those we do not know included.
    package var attributes: SDPAttributes {
        SDPAttributes(storage: self.storage, lines: self.storage.firstAttribute..<self.storage.sessionEnd)
    }

    /// The session-level `b=` lines.
    package var bandwidths: [Bandwidth] {
        Bandwidth.all(in: self.storage, self.storage.lines[..<self.storage.firstAttribute])
    }

    /// The media sections in their order.
    package var media: MediaDescriptions {
        MediaDescriptions(storage: self.storage)
    }

    /// The address for a media section: its own, else that of the session.
    package func connection(of media: Int) -> ConnectionAddress? {
        guard let section = self.section(media) else {
            return nil
        }
        return self.connection(section.connection ?? self.storage.connection)
    }

    /// The direction of a media section: its own attribute, else that of the session, else `sendrecv` (RFC 8866 §6.7).
    package func direction(of media: Int) -> MediaDirection {
        self.section(media)?.direction ?? self.storage.direction ?? .sendrecv
    }

    func section(_ media: Int) -> MediaSection? {
        self.storage.sections.indices.contains(media) ? self.storage.sections[media] : nil
    }

    private func connection(_ stored: StoredConnection?) -> ConnectionAddress? {
        guard let stored else {
            return nil
        }
        return SDPAddressReader.connection(self.storage.text, self.storage.lines[Int(stored.line)].range)
    }
}

extension SessionDescription: Hashable {
    package static func == (left: SessionDescription, right: SessionDescription) -> Bool {
        left.storage === right.storage || left.storage.text == right.storage.text
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(self.storage.sessionID)
        hasher.combine(self.storage.version)
        hasher.combine(self.storage.text.count)
    }
}

extension SessionDescription: CustomStringConvertible {
    /// The text, for people.
    package var description: String {
        String(decoding: self.storage.text, as: UTF8.self)
    }
}
