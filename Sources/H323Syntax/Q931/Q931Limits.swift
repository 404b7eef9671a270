/// How much of a peer's Q.931 message is looked at before it is refused.
package struct Q931Limits: Hashable, Sendable {
    /// The largest message in octets; a TPKT holds no more.
    package var messageOctets = 65_531

    /// The most information elements of one message.
    package var elements = 128

    package init() {}
}
