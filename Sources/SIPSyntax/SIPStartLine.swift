/// The first line of a message (RFC 3261 §7.1, §7.2).
package enum SIPStartLine: Sendable {
    /// A request: its method and where the Request-URI stands.
    case request(SIPMethod, uri: Range<Int>)

    /// A response: its status and where the reason phrase stands, which may be empty.
    case response(SIPStatus, reason: Range<Int>)
}
