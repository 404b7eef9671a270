import ProtocolKit

/// Cuts a stream into messages by Content-Length, however it arrives in pieces (RFC 3261 §18.3, §7.5).
///
/// Every octet is looked at a fixed number of times, whatever the split. When it is not certain where a message ends
/// (Content-Length absent, repeated, no number or beyond the limit, a header block beyond the limit, no SIP at all), the
/// stream is over: what follows could be read in two ways.
package struct StreamFramer: Sendable {
    /// What the stream contained next.
    package enum Frame: Sendable {
        /// A message, well-formed or not; where it ends is certain.
        case message(ParseOutcome)

        /// A double CRLF, which is answered by one CRLF (RFC 5626 §3.5.1).
        case ping

        /// The end: answer what is answerable, then close. Nothing follows.
        case failure(ParseOutcome)
    }

    private enum State {
        case header
        case body(total: Int)
        case failed
    }

    private let limits: SIPLimits
    private var buffer: [UInt8] = []

    /// Where the message at hand starts in the buffer.
    private var start = 0

    /// How much of the message at hand has been searched for the end of its header.
    private var searched = 0
    private var lineEnds = 0
    private var state = State.header

    package init(limits: SIPLimits = SIPLimits()) {
        self.limits = limits
    }

    /// How many octets wait for the rest of their message.
    package var pending: Int {
        self.buffer.count - self.start
    }

    /// Takes what the transport read; ask ``next()`` until it returns `nil` before the next call.
    package mutating func receive(_ octets: some Collection<UInt8>) {
        if case .failed = self.state {
            return
        }
        if self.start > 0 {
            self.buffer.removeFirst(self.start)
            self.start = 0
        }
        self.buffer.append(contentsOf: octets)
    }

    /// The next frame, or `nil` when more octets are needed.
    package mutating func next() -> Frame? {
        switch self.state {
        case .failed:
            return nil
        case .body(let total):
            return self.takeMessage(total: total)
        case .header:
            return self.takeLineEnds() ?? self.takeHeader()
        }
    }

    /// Takes the CRLFs before a message; two of them are a ping.
    private mutating func takeLineEnds() -> Frame? {
        while self.searched == 0, self.pending >= 2, self.buffer[self.start] == 0x0D,
            self.buffer[self.start + 1] == 0x0A
        {
            self.start += 2
            self.lineEnds += 1
            if self.lineEnds == 2 {
                self.lineEnds = 0
                return .ping
            }
        }
        return nil
    }

    private mutating func takeHeader() -> Frame? {
        guard self.pending > 0, self.pending >= 2 || self.buffer[self.start] != 0x0D else {
            return nil
        }
        self.lineEnds = 0
        guard let length = self.headerLength() else {
            return self.pending > self.limits.headerOctets ? self.fail(.tooLarge("Header"), self.pending) : nil
        }
        guard length <= self.limits.headerOctets else {
            return self.fail(.tooLarge("Header"), length)
        }
        do throws(SIPParseError) {
            let total = length + (try self.contentLength(ofHeader: length))
            self.state = .body(total: total)
            return self.takeMessage(total: total)
        } catch {
            return self.fail(error, length)
        }
    }

    /// The length of the header block with its empty line, once it is there.
    private mutating func headerLength() -> Int? {
        if let end = Self.headerEnd(self.buffer.span, from: self.start + max(0, self.searched - 3)) {
            return end - self.start
        }
        self.searched = self.pending
        return nil
    }

    private static func headerEnd(_ octets: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index + 3 < octets.count {
            if octets[index] == 0x0D, octets[index + 1] == 0x0A, octets[index + 2] == 0x0D, octets[index + 3] == 0x0A {
                return index + 4
            }
            index += 1
        }
        return nil
    }

    /// The one Content-Length of the header block at hand.
    private func contentLength(ofHeader length: Int) throws(SIPParseError) -> Int {
        let octets = self.buffer.span
        var lines = FieldScanner(self.start, self.start + length)
        lines.skipLine(octets)
        var table = FieldTable(limit: self.limits.headerFields)
        lines.scan(octets, into: &table)
        if let error = table.error {
            throw error
        }
        var found: Int?
        for field in table.fields where field.known == .contentLength {
            guard found == nil else {
                throw .duplicate("Content-Length")
            }
            var scanner = Scanner(field.value)
            let limit = UInt64(UInt32.max)
            found = Int(try scanner.decimal(upTo: limit, octets, "Content-Length"))
            guard scanner.isAtEnd else {
                throw .expected("Content-Length")
            }
        }
        guard let found else {
            throw .missing("Content-Length")
        }
        guard found <= self.limits.bodyOctets, found + length <= self.limits.messageOctets else {
            throw .tooLarge("Body")
        }
        return found
    }

    private mutating func takeMessage(total: Int) -> Frame? {
        guard self.pending >= total else {
            return nil
        }
        let outcome = SIPMessage.parse(Array(self.buffer[self.start..<self.start + total]), limits: self.limits)
        if case .unanswerable(let error) = outcome, error.reason == .notSIP {
            return self.fail(error, total)
        }
        self.start += total
        self.searched = 0
        self.state = .header
        return .message(outcome)
    }

    /// Ends the stream, with as much of the request at hand as an answer needs.
    private mutating func fail(_ error: SIPParseError, _ length: Int) -> Frame {
        let head = Array(self.buffer[self.start..<self.start + min(length, self.pending)])
        self.state = .failed
        self.buffer = []
        self.start = 0
        switch SIPMessage.parse(head, limits: self.limits) {
        case .message(let message) where message.isRequest && message.method != .ack:
            return .failure(.answerable(message, error))
        case .answerable(let message, _):
            return .failure(.answerable(message, error))
        case .message, .unanswerable, .keepAlive:
            return .failure(.unanswerable(error))
        }
    }
}
