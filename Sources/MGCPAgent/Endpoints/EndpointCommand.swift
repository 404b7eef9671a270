import CallModel
import MGCPSyntax

/// The command of an endpoint that waits for its answer.
struct EndpointCommand: Sendable {
    /// Which of the endpoint's commands it is.
    let number: UInt32
    let verb: MGCPVerb

    /// The number that it was sent with.
    var transaction: MGCPTransactionID?

    /// The leg whose connection it is about.
    var leg: LegID?

    /// The connection of nobody's that it is about.
    var orphan: MGCPEndpoint.Orphan?

    /// What its connection shall be.
    var terms: MGCPConnection.Terms?

    /// The offer that it answers.
    var exchange: ExchangeID?

    /// The request that it carries, and its identifier.
    var request: EndpointRequest?
    var requestID: MGCPRequestID?

    /// What was sent, and how often the gateway has sent it elsewhere (521).
    var outgoing: MGCPOutgoingCommand?
    var redirections = 0

    /// Whether an event of that request has been notified before the answer: the next request is due already.
    var isNotified = false
}
