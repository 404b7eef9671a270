/// Cuts a datagram into the messages that stand in it, in order (RFC 3435 §3.5.5).
///
/// Lines with a single dot separate them. Each message is read on its own: what is wrong with one concerns no other.
package struct MGCPDatagram: Sendable {
    private let bytes: [UInt8]
    private let limits: MGCPLimits
    private var position = 0
    private var count = 0

    package init(_ bytes: [UInt8], limits: MGCPLimits = MGCPLimits()) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Reads the next message; `nil` at the end of the datagram.
    package mutating func next() -> MGCPParseOutcome? {
        guard self.bytes.count <= self.limits.datagramOctets else {
            return self.giveUp(MGCPParseError(.tooLarge, .datagram))
        }
        guard self.position < self.bytes.count else {
            return self.count == 0 ? self.giveUp(MGCPParseError(.notMGCP, .datagram)) : nil
        }
        guard self.count < self.limits.piggybackedMessages else {
            return self.giveUp(MGCPParseError(.tooLarge, .datagram))
        }
        var parser = MGCPMessageParser(self.limits)
        var place = self.position
        let startLine = parser.readMessage(self.bytes.span, &place)
        self.position = place
        guard let startLine else {
            if let error = parser.error {
                self.count += 1
                return .unanswerable(error)
            }
            // Only empty lines and dots were left.
            self.position = self.bytes.count
            return self.next()
        }
        self.count += 1
        return self.outcome(startLine, parser)
    }

    private func outcome(_ startLine: MGCPStartLine, _ parser: consuming MGCPMessageParser) -> MGCPParseOutcome {
        let error = parser.error
        switch startLine {
        case .command(let line):
            if let error {
                return .answerable(line.transactionID, error)
            }
            return .command(MGCPCommand(line, MGCPParameters(self.bytes, parser)))
        case .response(let line):
            if let error {
                return .unanswerable(error)
            }
            return .response(MGCPResponse(line, MGCPParameters(self.bytes, parser)))
        }
    }

    /// Reports an error once, and nothing after it.
    private mutating func giveUp(_ error: MGCPParseError) -> MGCPParseOutcome? {
        guard self.position != .max else {
            return nil
        }
        self.position = .max
        self.count = max(self.count, 1)
        return .unanswerable(error)
    }
}
