package import MGCPSyntax

/// A command of ours without its transaction number, which ``MGCPTransactionLayer`` gives it.
package struct MGCPOutgoingCommand: Sendable {
    /// What it asks for.
    package let verb: MGCPVerb

    /// The endpoints that it concerns.
    package let endpoint: EndpointName

    /// The protocol and profile that its first line names (RFC 3435 §3.2.1.4).
    package let version: MGCPVersion

    /// The parameter lines and the session description, as ``MGCPMessageWriter`` writes them after the first line.
    package let body: [UInt8]

    package init(_ verb: MGCPVerb, _ endpoint: EndpointName, version: MGCPVersion = .mgcp, body: [UInt8] = []) {
        self.verb = verb
        self.endpoint = endpoint
        self.version = version
        self.body = body
    }
}
