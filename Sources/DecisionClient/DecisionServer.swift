package import ProtocolKit

/// One decision server and the bounds of talking with it.
package struct DecisionServer: Hashable, Sendable {
    /// The name by which dialplans ask it.
    package let name: ByteString

    /// Where it is asked.
    package let url: DecisionURL

    /// How long an answer may take, with everything that it needs.
    package var timeout: Duration = .milliseconds(500)

    /// The most octets of an answer.
    package var answerOctets = 32_768

    /// How many connections are kept open while nobody asks.
    package var idleConnections = 4

    /// How long a connection that nobody uses may be used again.
    package var idleTime: Duration = .seconds(30)

    package init(name: ByteString, url: DecisionURL) {
        self.name = name
        self.url = url
    }
}
