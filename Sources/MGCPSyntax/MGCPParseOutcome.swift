/// What one message of a datagram turned out to be.
package enum MGCPParseOutcome: Sendable {
    /// A command that may be acted on.
    case command(MGCPCommand)

    /// A response that may be acted on.
    case response(MGCPResponse)

    /// A command that must be refused with the error's ``MGCPParseError/returnCode``.
    case answerable(MGCPTransactionID, MGCPParseError)

    /// Something to drop: no MGCP, a broken response, or a command whose transaction nobody can name.
    case unanswerable(MGCPParseError)
}
