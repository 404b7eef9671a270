import ProtocolKit

extension SIPMessage {
    /// Reads one message that fills `bytes`, and says what can be done with it when it is malformed.
    package static func parse(_ bytes: consuming [UInt8], limits: SIPLimits = SIPLimits()) -> ParseOutcome {
        var parser = SIPMessageParser(limits)
        guard let head = parser.readHead(bytes.span) else {
            return parser.isKeepAlive ? .keepAlive : .unanswerable(parser.error ?? SIPParseError(.notSIP))
        }
        for fold in parser.folds where fold + 1 < bytes.count {
            bytes[fold] = 0x20
            bytes[fold + 1] = 0x20
        }
        parser.readEssentials(of: head.startLine, bytes.span)
        parser.readBody(from: head.end, count: bytes.count)
        guard let error = parser.error else {
            return .message(SIPMessage(bytes, head.startLine, parser))
        }
        guard case .request(let method, _) = head.startLine, method != .ack,
            !parser.essentials.topVia.host.extent.isEmpty
        else {
            return .unanswerable(error)
        }
        return .answerable(SIPMessage(bytes, head.startLine, parser), error)
    }
}

/// Reads a message in one pass: start line, fields, what every message must have, body.
///
/// The first error is kept and reading goes on, because a malformed request should be answered (RFC 3261 §8.2, §16.3).
struct SIPMessageParser {
    private(set) var fields: [SIPField] = []
    private(set) var present = KnownHeaderSet()
    private(set) var folds: [Int] = []
    private(set) var body = 0..<0
    private(set) var isKeepAlive = false
    private(set) var error: SIPParseError?
    var essentials = SIPEssentials()
    let limits: SIPLimits
    private var repeated = KnownHeaderSet()

    init(_ limits: SIPLimits) {
        self.limits = limits
    }

    /// Keeps the first error.
    mutating func note(_ error: SIPParseError) {
        self.error = self.error ?? error
    }

    /// Reads the start line and the fields; returns where the body starts, or `nil` when this cannot be a message.
    mutating func readHead(_ octets: Span<UInt8>) -> (startLine: SIPStartLine, end: Int)? {
        var start = 0
        while start < octets.count, octets[start] == 0x0D || octets[start] == 0x0A || octets[start] == 0 {
            start += 1
        }
        guard start < octets.count else {
            self.isKeepAlive = true
            return nil
        }
        guard octets.count - start <= self.limits.messageOctets else {
            self.note(.tooLarge("Message"))
            return nil
        }
        guard let (line, next) = self.readStartLine(at: start, octets) else {
            return nil
        }
        let end = self.readFields(from: next, octets)
        if end - start > self.limits.headerOctets {
            self.note(.tooLarge("Header"))
        }
        return (line, end)
    }

    /// Reads the fields up to the empty line and returns where the body starts.
    private mutating func readFields(from start: Int, _ octets: Span<UInt8>) -> Int {
        var lines = FieldScanner(start, octets.count)
        var table = FieldTable(limit: self.limits.headerFields)
        lines.scan(octets, into: &table)
        self.fields = table.fields
        self.present = table.present
        self.repeated = table.repeated
        self.folds = table.folds
        if let error = table.error {
            self.note(error)
        }
        return lines.position
    }

    /// Finds the body by Content-Length, or to the end of the datagram without one (RFC 3261 §18.3).
    mutating func readBody(from start: Int, count: Int) {
        let available = count - start
        let length = self.essentials.contentLength ?? available
        guard length <= available else {
            self.note(.mismatch("Content-Length"))
            return
        }
        guard length <= self.limits.bodyOctets else {
            self.note(.tooLarge("Body"))
            return
        }
        self.body = start..<start + length
    }

    /// The value of the first field of this name.
    func firstValue(of name: KnownHeaderName) -> Extent? {
        guard self.present.contains(name) else {
            return nil
        }
        return self.fields.first { $0.number == name.rawValue + 1 }?.value
    }

    /// Notes a repetition that makes a message ambiguous (RFC 3261 §7.3.1, RFC 4475 §3.3.8, §3.3.9).
    mutating func refuseRepetition() {
        let once = KnownHeaderSet(.callID, .contentLength, .contentType, .cseq, .from, .maxForwards, .to)
        if let name = self.repeated.intersection(once).first {
            self.note(SIPParseError(.duplicate(ByteString(stringLiteral: name.spelling))))
        }
    }
}
