/// How much of a peer's message is looked at before it is refused.
package struct SIPLimits: Hashable, Sendable {
    /// The largest message, start line to last octet of the body.
    package var messageOctets = 65_535

    /// The largest start line and header block together.
    package var headerOctets = 32_768

    /// The largest body.
    package var bodyOctets = 65_535

    /// The most header fields; a field with several values counts once.
    package var headerFields = 256

    /// The longest Request-URI.
    package var requestURIOctets = 2_048

    /// The most values of one header, over all its fields.
    package var headerValues = 512

    /// The most parts of a multipart body, over all levels.
    package var bodyParts = 32

    /// The deepest level of a multipart body within another.
    package var bodyDepth = 4

    package init() {}
}
