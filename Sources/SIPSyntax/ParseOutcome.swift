/// What a datagram, or one message of a stream, turned out to be.
package enum ParseOutcome: Sendable {
    /// A message that may be acted on.
    case message(SIPMessage)

    /// A request that must be refused with the error's ``SIPParseError/suggestedStatus``.
    ///
    /// Only what a response copies may be used of it: its Via fields, From, To, Call-ID and CSeq as they were written.
    case answerable(SIPMessage, SIPParseError)

    /// Something to drop: no SIP, a broken response, a broken ACK, or a request without a usable Via.
    case unanswerable(SIPParseError)

    /// CRLFs or zeros that only keep a binding open (RFC 5626 §3.5.1, §4.4.1).
    case keepAlive
}
