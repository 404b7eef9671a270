import ProtocolKit

/// Appends lines to a description in the making.
struct SDPWriter {
    var text: [UInt8] = []

    init(capacity: Int) {
        self.text.reserveCapacity(capacity)
    }

    // MARK: Lines

    mutating func append(type: UInt8, _ value: ArraySlice<UInt8>) {
        self.text.append(type)
        self.text.append(0x3D)
        self.text.append(contentsOf: value)
        self.text.append("\r\n")
    }

    mutating func append(connection ip: IPAddress) {
        self.text.append(ip.isV4 ? "c=IN IP4 " : "c=IN IP6 ")
        self.text.append(address: ip)
        self.text.append("\r\n")
    }

    mutating func append(direction: MediaDirection) {
        self.text.append("a=")
        self.text.append(direction.token)
        self.text.append("\r\n")
    }

    // MARK: What another leg described

    /// Everything of the session section behind `s=`; `connection` is `nil` when the peer's own stays.
    mutating func appendSession(
        _ source: SessionDescription,
        connection: IPAddress?,
        disclosing disclosure: SDPDisclosure
    ) {
        let storage = source.storage
        var needsConnection = connection
        for line in storage.lines[..<storage.sessionEnd] {
            if line.type > 0x61, let ip = needsConnection, Self.follows(connection: line.type) {
                self.append(connection: ip)
                needsConnection = nil
            }
            if self.passes(line, isAnchored: connection != nil, disclosing: disclosure) {
                self.append(type: line.type, storage.text[line.range])
            }
        }
    }

    /// Whether a session-level line stands behind `c=`; `t=` always does, and is always there.
    private static func follows(connection type: UInt8) -> Bool {
        type == 0x62 || type == 0x74 || type == 0x72
    }

    private func passes(_ line: SDPLine, isAnchored: Bool, disclosing disclosure: SDPDisclosure) -> Bool {
        switch line.type {
        case 0x76, 0x6F, 0x73, 0x6D: false  // v, o, s and m are written anew
        case 0x63: !isAnchored
        case 0x69, 0x75, 0x65, 0x70: disclosure.passesInformation
        case 0x61: line.name.passes(isAnchored: isAnchored, disclosing: disclosure)
        default: true
        }
    }

    mutating func append(
        _ section: MediaDescription,
        _ rewrite: MediaRewrite,
        shared: IPAddress?,
        disclosing disclosure: SDPDisclosure
    ) {
        switch section.isRejected ? .refused : rewrite {
        case .refused:
            self.appendMediaLine(section, port: 0)
        case .direct:
            self.append(type: 0x6D, section.storage.value(section.section.firstLine))
            self.appendLines(section, isAnchored: false, disclosing: disclosure, direction: nil)
        case .anchored(let address, let direction):
            self.appendMediaLine(section, port: address.port)
            if address.ip != shared {
                self.append(connection: address.ip)
            }
            let held = section.isHeldByAddress ? section.effectiveDirection : nil
            self.appendLines(section, isAnchored: true, disclosing: disclosure, direction: direction ?? held)
            if let rtcpPort = address.rtcpPort, rtcpPort != address.port, rtcpPort != address.port &+ 1 {
                self.text.append("a=rtcp:")
                self.text.appendDecimal(rtcpPort)
                self.text.append("\r\n")
            }
        }
    }

    private mutating func appendLines(
        _ section: MediaDescription,
        isAnchored: Bool,
        disclosing disclosure: SDPDisclosure,
        direction: MediaDirection?
    ) {
        let storage = section.storage
        let bounds = section.section
        for line in storage.lines[(bounds.firstLine + 1)..<bounds.endLine] {
            if direction != nil, line.name.direction != nil {
                continue
            }
            if self.passes(line, isAnchored: isAnchored, disclosing: disclosure) {
                self.append(type: line.type, storage.text[line.range])
            }
        }
        if let direction {
            self.append(direction: direction)
        }
    }

    /// The m-line with another port, everything else as it came.
    mutating func appendMediaLine(_ section: MediaDescription, port: UInt16) {
        let storage = section.storage
        let range = storage.lines[section.section.firstLine].range
        var fields = FieldReader(range)
        let kind = fields.next(in: storage.text) ?? range
        _ = fields.next(in: storage.text)
        self.text.append("m=")
        self.text.append(contentsOf: storage.text[kind])
        self.text.append(0x20)
        self.text.appendDecimal(port)
        self.text.append(0x20)
        self.text.append(contentsOf: storage.text[fields.rest(in: storage.text)])
        self.text.append("\r\n")
    }

    // MARK: Our own media

    mutating func append(_ media: LocalMedia, shared: IPAddress) {
        self.text.append("m=")
        self.text.append(contentsOf: media.kind.token.bytes)
        self.text.append(0x20)
        self.text.appendDecimal(media.address?.port ?? 0)
        self.text.append(0x20)
        self.text.append(contentsOf: media.transport.token.bytes)
        for format in media.formats {
            self.text.append(0x20)
            self.text.append(contentsOf: format.bytes)
        }
        self.text.append("\r\n")
        guard let address = media.address else {
            return
        }
        if address.ip != shared {
            self.append(connection: address.ip)
        }
        for attribute in media.attributes {
            self.append(type: 0x61, attribute.bytes[...])
        }
        self.append(direction: media.direction)
        if let rtcpPort = address.rtcpPort, rtcpPort != address.port, rtcpPort != address.port &+ 1 {
            self.text.append("a=rtcp:")
            self.text.appendDecimal(rtcpPort)
            self.text.append("\r\n")
        }
    }
}

extension SDPAttributeName {
    /// Whether an attribute goes to the other leg: not what names the peer's addresses once they are replaced by ours.
    func passes(isAnchored: Bool, disclosing disclosure: SDPDisclosure) -> Bool {
        switch self {
        case .other, .rtpmap, .fmtp, .ptime, .maxptime, .sendrecv, .sendonly, .recvonly, .inactive, .rtcpMux,
            .rtcpMuxOnly, .crypto, .fingerprint:
            true
        case .tool:
            disclosure.passesTool
        case .rtcp, .group, .bundleOnly, .candidate, .endOfCandidates, .remoteCandidates, .iceUfrag, .icePassword,
            .iceOptions, .iceLite, .iceMismatch, .icePacing, .alternative, .sourceFilter:
            !isAnchored
        }
    }
}
