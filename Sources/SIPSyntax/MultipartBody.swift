import ProtocolKit

/// The parts of a multipart body (RFC 2046 §5.1, RFC 5621).
package struct MultipartBody: Sendable {
    /// One part that is not multipart itself.
    package struct Part: Sendable {
        /// The type; `nil` when the part does not say, which means `text/plain`.
        package let contentType: MediaType?

        /// The header fields of the part.
        package let fields: [SIPField]

        /// Where its content stands in ``MultipartBody/bytes``.
        package let range: Range<Int>
    }

    /// The octets that the ranges point into: the message, with folded part headers unfolded.
    package let bytes: [UInt8]

    /// The parts in their order, those of inner multiparts in the place of these.
    package let parts: [Part]

    /// Reads the body of a message whose Content-Type is multipart.
    package init(of message: SIPMessage, limits: SIPLimits = SIPLimits()) throws(SIPParseError) {
        guard let type = try message.first(ContentType.self)?.mediaType, type.isMultipart else {
            throw .expected("multipart")
        }
        var reader = MultipartReader(bytes: message.bytes, limits: limits)
        try reader.read(message.bodyRange, type, depth: 1)
        self.bytes = reader.bytes
        self.parts = reader.parts
    }

    /// The first part of type `type/subtype`, both in lower case.
    package func first(_ type: StaticString, _ subtype: StaticString) -> Part? {
        self.parts.first { $0.contentType?.matches(type, subtype) ?? false }
    }
}

extension SIPMessage {
    /// A copy of the session description: the body itself, or the first such part of a multipart body; `nil` without one.
    package func sessionDescription(limits: SIPLimits = SIPLimits()) throws(SIPParseError) -> [UInt8]? {
        guard !self.bodyRange.isEmpty, let type = try self.first(ContentType.self)?.mediaType else {
            return nil
        }
        if type.isSDP {
            return Array(self.body)
        }
        guard type.isMultipart else {
            return nil
        }
        let body = try MultipartBody(of: self, limits: limits)
        return body.first("application", "sdp").map { Array(body.bytes[$0.range]) }
    }
}

/// Splits multipart bodies, the inner ones too.
private struct MultipartReader {
    var bytes: [UInt8]
    let limits: SIPLimits
    var parts: [MultipartBody.Part] = []

    mutating func read(_ range: Range<Int>, _ type: MediaType, depth: Int) throws(SIPParseError) {
        guard depth <= self.limits.bodyDepth else {
            throw .tooLarge("multipart")
        }
        guard let boundary = type.parameters["boundary"], (1...70).contains(boundary.count) else {
            throw .expected("boundary")
        }
        for part in try self.split(range, boundary.bytes) {
            try self.readPart(part, depth: depth)
        }
    }

    private mutating func readPart(_ range: Range<Int>, depth: Int) throws(SIPParseError) {
        guard self.parts.count < self.limits.bodyParts else {
            throw .tooLarge("multipart")
        }
        var lines = FieldScanner(range.lowerBound, range.upperBound)
        var table = FieldTable(limit: self.limits.headerFields)
        lines.scan(self.bytes.span, into: &table)
        if let error = table.error {
            throw error
        }
        for fold in table.folds where fold + 1 < self.bytes.count {
            self.bytes[fold] = 0x20
            self.bytes[fold + 1] = 0x20
        }
        let content = min(lines.position, range.upperBound)..<range.upperBound
        let type = try self.contentType(of: table.fields)
        if let type, type.isMultipart {
            try self.read(content, type, depth: depth + 1)
        } else {
            self.parts.append(MultipartBody.Part(contentType: type, fields: table.fields, range: content))
        }
    }

    private func contentType(of fields: [SIPField]) throws(SIPParseError) -> MediaType? {
        guard let field = fields.first(where: { $0.known == .contentType }) else {
            return nil
        }
        var cursor = ByteCursor(self.bytes, in: field.valueRange)
        return try MediaType(from: &cursor)
    }

    /// The ranges between the delimiters; the CRLF before a delimiter belongs to it (RFC 2046 §5.1.1).
    private func split(_ range: Range<Int>, _ boundary: [UInt8]) throws(SIPParseError) -> [Range<Int>] {
        let octets = self.bytes.span
        var ranges: [Range<Int>] = []
        var partStart: Int?
        var line = range.lowerBound
        while line < range.upperBound {
            var next = line
            while next < range.upperBound, octets[next] != 0x0A {
                next += 1
            }
            next = min(next + 1, range.upperBound)
            if let isLast = octets.delimiter(line..<next, boundary) {
                if let partStart {
                    ranges.append(partStart..<max(partStart, line - 2))
                }
                guard !isLast else {
                    return ranges
                }
                guard ranges.count < self.limits.bodyParts else {
                    throw .tooLarge("multipart")
                }
                partStart = next
            }
            line = next
        }
        guard partStart == nil else {
            throw .expected("closing boundary")
        }
        return ranges
    }
}

extension Span where Element == UInt8 {
    /// Whether the line at `range` is `--boundary` (`false`) or `--boundary--` (`true`), white space after it apart.
    fileprivate func delimiter(_ range: Range<Int>, _ boundary: [UInt8]) -> Bool? {
        guard range.count >= boundary.count + 2, self[range.lowerBound] == 0x2D, self[range.lowerBound + 1] == 0x2D
        else {
            return nil
        }
        for (offset, octet) in boundary.enumerated() where self[range.lowerBound + 2 + offset] != octet {
            return nil
        }
        var scanner = Scanner(Extent(range.lowerBound + 2 + boundary.count, range.upperBound))
        let isLast = scanner.take(0x2D, self) && scanner.take(0x2D, self)
        scanner.skipLWS(self)
        _ = scanner.take(0x0D, self)
        _ = scanner.take(0x0A, self)
        return scanner.isAtEnd ? isLast : nil
    }
}
