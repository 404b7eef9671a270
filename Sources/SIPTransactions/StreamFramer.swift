import SIPSyntax

/// Cuts a stream into messages.
struct StreamFramer: Sendable {
    enum Frame: Sendable {
        case message(ParseOutcome)
        case ping
        case failure(ParseOutcome)
    }

    mutating func receive(_: [UInt8]) {}

    mutating func next() -> Frame? {
        nil
    }
}
