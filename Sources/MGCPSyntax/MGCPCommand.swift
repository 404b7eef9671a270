import ProtocolKit

/// A command (RFC 3435 §3.2).
package struct MGCPCommand: Sendable {
    /// What it asks for.
    package let verb: MGCPVerb

    /// The number that its responses carry.
    package let transactionID: MGCPTransactionID

    /// The protocol, its version and profile.
    package let version: MGCPVersion

    /// The parameter lines and the session description.
    package let parameters: MGCPParameters

    private let localNameExtent: Extent
    private let domainExtent: Extent

    init(_ line: MGCPStartLine.CommandLine, _ parameters: MGCPParameters) {
        self.verb = line.verb
        self.transactionID = line.transactionID
        self.version = line.version
        self.parameters = parameters
        self.localNameExtent = line.localName
        self.domainExtent = line.domain
    }

    /// The octets of the endpoint's name before the at sign.
    package var localName: ArraySlice<UInt8> {
        self.parameters.bytes[self.localNameExtent.range]
    }

    /// The octets of the endpoint's name after the at sign.
    package var domain: ArraySlice<UInt8> {
        self.parameters.bytes[self.domainExtent.range]
    }

    /// The endpoints that the command concerns.
    package var endpoint: EndpointName {
        EndpointName(checked: ByteString(self.localName), ByteString(self.domain))
    }
}
