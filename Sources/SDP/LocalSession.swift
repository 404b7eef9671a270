package import ProtocolKit

/// Our side of the session on one leg: it writes every description that we send there.
///
/// The origin is ours and stays the same for the life of the leg; the version grows by one exactly when the rest of
/// the description differs from the last one sent (RFC 3264 §5, §8).
package struct LocalSession: Sendable {
    /// The session identifier of our `o=` line.
    package let sessionID: UInt64

    /// The address of our `o=` line.
    package let address: IPAddress

    /// What is passed on of who made a description.
    package let disclosure: SDPDisclosure

    /// The version that was sent last.
    package private(set) var version: UInt64

    /// What was sent last, unless it was withdrawn.
    package private(set) var latest: SessionDescription?

    /// Whether the version that was sent last belongs to an offer that was refused.
    private var hasWithdrawn = false

    package init(
        sessionID: UInt64,
        address: IPAddress,
        version: UInt64 = 1,
        disclosure: SDPDisclosure = SDPDisclosure()
    ) {
        self.sessionID = sessionID
        self.address = address
        self.version = version
        self.disclosure = disclosure
    }

    /// Writes the other leg's description as ours: own `o=` and `s=`, own addresses, nothing that tells the topology.
    ///
    /// `media` has one entry for each m-line; one that is missing refuses its m-line, and a refused m-line stays so.
    package mutating func rewrite(_ source: SessionDescription, media: [MediaRewrite]) -> SessionDescription {
        var writer = SDPWriter(capacity: source.storage.text.count + 96)
        let body = self.begin(&writer)
        let shared = self.sharedAddress(media)
        writer.appendSession(source, connection: shared, disclosing: self.disclosure)
        for section in source.media {
            let rewrite = section.index < media.count ? media[section.index] : .refused
            writer.append(section, rewrite, shared: shared, disclosing: self.disclosure)
        }
        return self.finish(writer, body: body)
    }

    /// Writes a description of our own making, as an offer or an answer for media that ends here.
    package mutating func describe(_ media: [LocalMedia], timing: ByteString = "0 0") -> SessionDescription {
        var writer = SDPWriter(capacity: 256)
        let body = self.begin(&writer)
        let shared = media.lazy.compactMap(\.address).first?.ip ?? self.address
        writer.append(connection: shared)
        writer.append(type: 0x74, timing.bytes[...])
        for section in media {
            writer.append(section, shared: shared)
        }
        return self.finish(writer, body: body)
    }

    /// Answers an offer so that all its streams are agreed and nothing flows: the formats as they were offered, and the
    /// discard port (RFC 3264 §6.1, RFC 3725 §4.4).
    package mutating func suspend(_ offer: SessionDescription) -> SessionDescription {
        let address = MediaAddress(self.address, port: 9)
        return self.describe(
            offer.media.map { offered in
                guard !offered.isRejected else {
                    return LocalMedia(refusing: offered)
                }
                var media = LocalMedia(
                    kind: offered.kind,
                    transport: offered.transport,
                    formats: offered.transport.isRTP ? [] : offered.formats,
                    direction: .inactive,
                    address: address
                )
                for payload in offered.transport.isRTP ? offered.payloads : [] {
                    media.append(payload, parameters: offered.formatParameters(payload.payloadType))
                }
                return media
            }
        )
    }

    /// The offer that was sent last has been refused: the peer goes by `former` as before (RFC 3261 §14.1).
    ///
    /// The version of the refused offer is not used again, so that the peer never sees it with two contents.
    package mutating func withdraw(to former: SessionDescription?) {
        if former != self.latest {
            self.latest = former
            self.hasWithdrawn = true
        }
    }

    /// The address of the session's `c=` line: that of the first anchored m-line; `nil` when the peer's stays.
    private func sharedAddress(_ media: [MediaRewrite]) -> IPAddress? {
        var first: IPAddress?
        for rewrite in media {
            switch rewrite {
            case .direct: return nil
            case .anchored(let address, _): first = first ?? address.ip
            case .refused: break
            }
        }
        return first ?? self.address
    }

    /// Writes an offer of our own making; m-lines that the peer has seen and that are not in it are refused
    /// (RFC 3264 §8).
    package mutating func offer(_ media: [LocalMedia]) -> SessionDescription {
        let more = self.latest.map { $0.media.dropFirst(media.count).map(LocalMedia.init(refusing:)) }
        return self.describe(media + (more ?? []))
    }

    /// Writes `v=`, `o=` and `s=` with the version that applies if something changed; returns where the rest begins.
    private func begin(_ writer: inout SDPWriter) -> Int {
        let version = self.isFirst ? self.version : self.version &+ 1
        writer.text.append("v=0\r\no=- ")
        writer.text.appendDecimal(self.sessionID)
        writer.text.append(0x20)
        writer.text.appendDecimal(version)
        writer.text.append(self.address.isV4 ? " IN IP4 " : " IN IP6 ")
        writer.text.append(address: self.address)
        writer.text.append("\r\n")
        let body = writer.text.count
        writer.text.append("s=-\r\n")
        return body
    }

    /// Whether nothing has been sent yet.
    private var isFirst: Bool {
        self.latest == nil && !self.hasWithdrawn
    }

    private mutating func finish(_ writer: SDPWriter, body: Int) -> SessionDescription {
        if let latest = self.latest, !self.hasWithdrawn, latest.textAfterOrigin.elementsEqual(writer.text[body...]) {
            return latest
        }
        if !self.isFirst {
            self.version &+= 1
        }
        self.hasWithdrawn = false
        let description = SessionDescription(writtenByUs: writer.text)
        self.latest = description
        return description
    }
}

extension SessionDescription {
    /// Indexes a text that this module wrote.
    init(writtenByUs text: [UInt8]) {
        do {
            self.storage = SDPStorage(try SDPIndexer(text, limits: .unlimited))
        } catch {
            preconditionFailure("wrote a description that cannot be read: \(error)")
        }
    }

    /// Everything behind the `o=` line.
    var textAfterOrigin: ArraySlice<UInt8> {
        guard let line = self.storage.sessionLine(0x6F) else {
            return []
        }
        return self.storage.text[(self.storage.lines[line].range.upperBound + 2)...]
    }
}
