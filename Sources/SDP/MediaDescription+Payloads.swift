package import ProtocolKit

extension MediaDescription {
    /// The formats that are RTP payload types, in their order; words and numbers above 127 are left out.
    package var payloadTypes: [UInt8] {
        var types: [UInt8] = []
        var fields = self.formatFields
        while let field = fields.next(in: self.storage.text) {
            if let type = Self.payloadType(self.storage.text, field) {
                types.append(type)
            }
        }
        return types
    }

    /// What each payload type means, in the order of the m-line; dynamic ones without a valid `a=rtpmap` are left out.
    package var payloads: [PayloadFormat] {
        let mappings = RTPMappings(self)
        return self.payloadTypes.compactMap { self.payload($0, mappings) }
    }

    /// Whether one of the payload types means the encoding of this name, which is compared without case.
    package func hasEncoding(_ name: ByteString) -> Bool {
        let mappings = RTPMappings(self)
        var fields = self.formatFields
        while let field = fields.next(in: self.storage.text) {
            guard let type = Self.payloadType(self.storage.text, field) else {
                continue
            }
            guard let range = self.mappingRange(type, mappings) else {
                if let assigned = PayloadFormat.encoding(type), name.isEqualIgnoringCase(to: assigned.name) {
                    return true
                }
                continue
            }
            var mapping = FieldReader(range)
            let encoding = mapping.next(upTo: 0x2F, in: self.storage.text) ?? range
            if encoding.count == name.count,
                zip(encoding, name.bytes).allSatisfy({ self.storage.text[$0].asciiLowercased == $1.asciiLowercased })
            {
                return true
            }
        }
        return false
    }

    /// What the first payload type means that is a codec, or the first of all when none is.
    package var mainPayload: PayloadFormat? {
        // Nearly always it is the first.
        var fields = self.formatFields
        if let field = fields.next(in: self.storage.text), let type = Self.payloadType(self.storage.text, field),
            let payload = self.payload(type), !payload.isAuxiliary
        {
            return payload
        }
        let payloads = self.payloads
        return payloads.first { !$0.isAuxiliary } ?? payloads.first
    }

    /// What a payload type means: by its `a=rtpmap`, else by RFC 3551.
    package func payload(_ type: UInt8) -> PayloadFormat? {
        self.payload(type, nil)
    }

    private func payload(_ type: UInt8, _ mappings: RTPMappings?) -> PayloadFormat? {
        guard let range = self.mappingRange(type, mappings) else {
            return PayloadFormat.assigned(type)
        }
        return self.mapping(type, range) ?? PayloadFormat.assigned(type)
    }

    /// Where the encoding that `a=rtpmap` gives to a payload type stands.
    func mappingRange(_ type: UInt8, _ mappings: RTPMappings?) -> Range<Int>? {
        guard let mappings else {
            return self.value(of: .rtpmap, for: type)
        }
        return mappings.line(of: type).flatMap { self.value(inLine: $0, for: type) }
    }

    /// The format parameters of a payload type (RFC 8866 §6.15).
    package func formatParameters(_ type: UInt8) -> ByteString? {
        self.value(of: .fmtp, for: type).map { ByteString(self.storage.text[$0]) }
    }

    /// The payload type of named telephone events (RFC 4733): the one with the clock of the first codec, else the first.
    package var telephoneEventPayloadType: UInt8? {
        let payloads = self.payloads
        let events = payloads.filter(\.isTelephoneEvent)
        let clock = payloads.first { !$0.isAuxiliary }?.clockRate
        return (events.first { $0.clockRate == clock } ?? events.first)?.payloadType
    }

    /// The duration of a packet in milliseconds; absent when missing, zero or no number, and never above 200.
    package var ptime: UInt16? {
        self.milliseconds(.ptime)
    }

    /// The longest duration of a packet in milliseconds, read like ``ptime``.
    package var maxptime: UInt16? {
        self.milliseconds(.maxptime)
    }

    private func milliseconds(_ id: SDPAttributeName) -> UInt16? {
        guard let attribute = self.attributes.first(id) else {
            return nil
        }
        var fields = FieldReader(attribute.valueRange)
        guard let number = fields.saturatingNumber(in: self.storage.text), number > 0 else {
            return nil
        }
        return UInt16(min(number, 200))
    }

    /// Where the part behind `type` of the first attribute that is about `type` stands.
    func value(of id: SDPAttributeName, for type: UInt8) -> Range<Int>? {
        for line in self.attributeLines where self.storage.lines[line].name == id {
            if let range = self.value(inLine: line, for: type) {
                return range
            }
        }
        return nil
    }

    private func value(inLine line: Int, for type: UInt8) -> Range<Int>? {
        var fields = FieldReader(self.storage.lines[line].range)
        guard fields.next(upTo: 0x3A, in: self.storage.text) != nil,
            let field = fields.next(in: self.storage.text), Self.payloadType(self.storage.text, field) == type
        else {
            return nil
        }
        return fields.rest(in: self.storage.text)
    }

    /// `encoding/clock[/channels]`; a clock of 0 would be divided by somewhere and is no mapping.
    private func mapping(_ type: UInt8, _ range: Range<Int>) -> PayloadFormat? {
        var fields = FieldReader(range)
        guard let name = fields.next(upTo: 0x2F, in: self.storage.text), !name.isEmpty,
            let clock = fields.decimal(in: self.storage.text).flatMap(UInt32.init(exactly:)), clock > 0
        else {
            return nil
        }
        var channels: UInt8 = 1
        if fields.take(0x2F, in: self.storage.text), let number = fields.decimal(in: self.storage.text) {
            channels = UInt8(exactly: number) ?? 1
        }
        return PayloadFormat(
            type,
            ByteString(self.storage.text[name]),
            clockRate: clock,
            channels: max(channels, 1)
        )
    }

    static func payloadType(_ text: [UInt8], _ field: Range<Int>) -> UInt8? {
        guard field.count <= 3 else {
            return nil
        }
        var fields = FieldReader(field)
        guard let number = fields.decimal(in: text), fields.isAtEnd, number <= 127 else {
            return nil
        }
        return UInt8(number)
    }
}

/// Which line maps each payload type, for sections so long that looking for each type from the front would be slow.
struct RTPMappings {
    private var lines: [Int32]

    /// `nil` for a short section, where it would cost more than it saves.
    init?(_ media: MediaDescription) {
        guard media.attributeLines.count > 24 else {
            return nil
        }
        self.lines = Array(repeating: -1, count: 128)
        let text = media.storage.text
        for line in media.attributeLines where media.storage.lines[line].name == .rtpmap {
            var fields = FieldReader(media.storage.lines[line].range)
            if fields.next(upTo: 0x3A, in: text) != nil, let field = fields.next(in: text),
                let type = MediaDescription.payloadType(text, field), self.lines[Int(type)] < 0
            {
                self.lines[Int(type)] = Int32(line)
            }
        }
    }

    func line(of type: UInt8) -> Int? {
        let line = self.lines[Int(type & 127)]
        return line < 0 ? nil : Int(line)
    }
}
