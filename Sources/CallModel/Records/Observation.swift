package import ProtocolKit

/// Something that pure code noticed; the program turns it into log lines, traces and metrics, tests assert on it.
package enum Observation: Sendable {
    /// A message went out or came in.
    case message(TracedMessage)
    /// A call came in on this leg.
    indirect case callStarted(CallID, LegID, source: CallSource, caller: ByteString, called: ByteString)
    /// A dialplan chose this extension.
    case callRouted(CallID, extension: ByteString, by: DialplanVersion)
    /// A leg was placed for a call.
    case legPlaced(CallID, LegID, to: Target)
    /// A call was answered by this leg.
    case callAnswered(CallID, LegID)
    /// A caller who was answered before talks with this leg now.
    case callConnected(CallID, LegID)
    /// A dialplan has something to say about a call.
    case dialplanLogged(CallID, Weight, ByteString)
    /// A decision server has said what becomes of a call.
    case decided(CallID, by: ByteString)
    /// A dialplan wanted a decision server to say what becomes of a call, and does what it does without an answer.
    indirect case undecided(CallID, by: ByteString, DecisionFailure)
    /// A decision server is left alone after failures in a row, or is asked again.
    case decisionServerRests(ByteString, Bool)
    /// A leg has left one call, which is ending, for another one: its party was transferred.
    case legTransferred(LegID, from: CallID, to: CallID)
    /// A leg of a call ended.
    case legReleased(CallID, LegID, ReleaseCause)
    /// The last leg of a call ended.
    case callEnded(CallID, ReleaseCause)
    /// A call was refused before it became one.
    indirect case callRefused(CallSource, ReleaseCause)
    /// A limit of the configuration was reached.
    case limitReached(Limit, by: ByteString)
    /// A peer did what a standard does not allow.
    case peerViolation(PeerViolation)
    /// A transaction ended without a final response (RFC 3261 §17).
    case transactionTimedOut(LegID?, method: ByteString, to: TransportAddress)
    /// A user was refused for wrong credentials.
    case authenticationFailed(user: ByteString, from: TransportAddress)
    /// A contact of a user was added or refreshed.
    case registered(user: ByteString, contact: ByteString, expires: Duration, from: TransportAddress)
    /// A contact of a user is gone.
    case unregistered(user: ByteString, contact: ByteString, UnregistrationReason)
    /// Tandem is registered with a trunk.
    case trunkRegistered(ByteString, expires: Duration)
    /// Tandem could not register with a trunk and will try again.
    case trunkRegistrationFailed(ByteString, status: UInt16, retryIn: Duration)
    /// A trunk answers, or has stopped answering, its OPTIONS probe.
    case trunkReachable(ByteString, Bool)
    /// A media gateway answers, or has stopped answering (RFC 3435 §4.4.2).
    case gatewayReachable(ByteString, Bool)
    /// Endpoints of a media gateway come into service or leave it, by the method of its RSIP (RFC 3435 §2.3.12).
    case endpointsRestarted(gateway: ByteString, endpoints: ByteString, method: ByteString)
    /// A connection that belongs to no call was found on an endpoint and deleted (RFC 3435 §2.3.11).
    case orphanDeleted(endpoint: ByteString, connection: ByteString)
    /// A number was dialed on a line, all at once, and starts a call.
    case dialed(line: ByteString, number: ByteString)
    /// An anchor of a call failed.
    case mediaFailed(CallID, MediaFailure)
    /// A bound on the consequences of one input was reached and the call was released.
    case boundReached(CallID)
    /// Another dialplan routes new calls.
    case dialplanReplaced(DialplanChange, from: DialplanVersion, to: DialplanVersion)
    /// A dialplan that cannot be used was to take the place of the live one, which stays.
    case dialplanRefused(kept: DialplanVersion, problems: Int)
    /// A dialplan is evaluated beside the live one from now on, or none any more.
    case shadowChanged(DialplanVersion?)

    /// A limit of the configuration.
    package enum Limit: UInt8, Hashable, Sendable, CaseIterable {
        case calls
        case callsPerSecond
        case callsOfTrunk
        case callsOfUser
        case callsPerSecondOfSource
        case resource
        case transactions
        case flows
        case mediaPorts
        case contacts
        case pendingResolutions
        case outputs
    }

    /// How much words matter.
    package enum Weight: UInt8, Hashable, Sendable {
        case debug
        case info
        case warning
        case error
    }

    /// Why a contact is gone.
    package enum UnregistrationReason: UInt8, Hashable, Sendable {
        case byUser
        case expired
        case flowLost
        case replaced
    }
}

/// What a peer did that a standard does not allow, and which clause says so.
package struct PeerViolation: Hashable, Sendable {
    /// The clause, as `RFC 3261 §8.1.1`.
    package let clause: ByteString

    /// What was wrong, in a few words.
    package let what: ByteString

    /// Who did it.
    package let from: TransportAddress?

    /// On which leg, if on one.
    package let leg: LegID?

    package init(clause: ByteString, what: ByteString, from: TransportAddress?, leg: LegID? = nil) {
        self.clause = clause
        self.what = what
        self.from = from
        self.leg = leg
    }
}

/// A signaling message as it went over the wire.
package struct TracedMessage: Sendable {
    /// Which way it went.
    package enum Direction: UInt8, Hashable, Sendable {
        case received
        case sent
    }

    /// The leg it belongs to, if any.
    package let leg: LegID?

    /// Which way it went.
    package let direction: Direction

    /// What carried it.
    package let transport: TransportProtocol

    /// Our end.
    package let local: TransportAddress

    /// The far end.
    package let remote: TransportAddress

    /// The octets of the message.
    package let bytes: [UInt8]

    package init(
        leg: LegID?,
        direction: Direction,
        transport: TransportProtocol,
        local: TransportAddress,
        remote: TransportAddress,
        bytes: [UInt8]
    ) {
        self.leg = leg
        self.direction = direction
        self.transport = transport
        self.local = local
        self.remote = remote
        self.bytes = bytes
    }
}
