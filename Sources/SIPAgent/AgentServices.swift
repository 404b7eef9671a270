import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// What a client transaction was opened for.
enum ClientUse: Hashable, Sendable {
    /// The INVITE that places a leg.
    case invite(SlabIndex)
    /// An INVITE that no leg waits for any more.
    case lateAnswers(SlabIndex)
    /// A re-INVITE or UPDATE of ours.
    case ownRequest(SlabIndex)
    /// A PRACK on the early dialog of this answerer.
    case prack(SlabIndex, AnswererID)
    /// The BYE that ends a leg.
    case bye(SlabIndex)
    /// An INFO.
    case information(SlabIndex)
    /// Our registration with the trunk of this number, or the probe of it.
    case registration(Int)
    case probe(Int)
    /// Nothing waits for the outcome.
    case detached
}

/// A next hop of a dialog that is known by name only (RFC 3263 §4).
struct WantedHop: Sendable {
    /// The leg, and the peer's tag in the dialog.
    let leg: SlabIndex
    let remoteTag: ByteString

    let target: NextHopTarget

    /// The listener that the peer was reached from.
    let listener: ListenerID
}

/// What every leg needs in order to act: the transactions below it, identifiers, constant lines and the way out.
struct AgentServices: Sendable {
    let configuration: SIPAgentConfiguration
    let lines: AgentLines
    var layer: TransactionLayer
    var identifiers: IdentifierSource
    var locator: NextHopLocator
    var outputs = OutputQueue<AgentOutput>()

    /// What each client transaction is for.
    var uses: [ClientTransactionID: ClientUse] = [:]

    /// What stays of INVITEs that no leg waits for any more.
    var lateAnswers = Slab<LateAnswers>()

    /// Which leg each INVITE server transaction belongs to, for CANCEL and for a final response that nobody acknowledges.
    var invites: [ServerTransactionID: SlabIndex] = [:]

    /// The next hops of dialogs that are host names and have to be found.
    var wantedHops: [WantedHop] = []

    /// How each trunk's challenges are answered.
    var digests: [DigestClient]

    init(configuration: SIPAgentConfiguration, limits: TransactionLimits, identifiers: IdentifierSource) {
        var transactions = TransactionConfiguration(
            listeners: configuration.listeners.enumerated().map(Self.description),
            timers: SIPTimers(
                t1: UInt32(clamping: configuration.timers.t1.nanoseconds / 1_000_000),
                t2: UInt32(clamping: configuration.timers.t2.nanoseconds / 1_000_000),
                t4: UInt32(clamping: configuration.timers.t4.nanoseconds / 1_000_000)
            )
        )
        transactions.limits = limits
        self.configuration = configuration
        self.lines = AgentLines(configuration)
        self.digests = configuration.trunks.map { DigestClient($0.credentials) }
        self.identifiers = identifiers
        // The layer draws from a stream of its own, so that branches and tags never coincide.
        var source = identifiers
        self.layer = TransactionLayer(
            configuration: transactions,
            identifiers: IdentifierSource(shard: identifiers.shard, key: source.octets(32))
        )
        _ = self.identifiers.octets(64)
        self.locator = NextHopLocator(
            policy: configuration.locating,
            listeners: configuration.listeners,
            identifiers: &self.identifiers
        )
    }

    /// What holds for the legs of a trunk, or of users and unknown callers.
    func policy(trunk: Int?) -> SIPLegPolicy {
        self.trunk(trunk)?.policy ?? self.configuration.legPolicy
    }

    /// The trunk at this place of the configuration.
    func trunk(_ place: Int?) -> SIPTrunkConfiguration? {
        guard let place, self.configuration.trunks.indices.contains(place) else {
            return nil
        }
        return self.configuration.trunks[place]
    }

    /// Sends a request in a transaction of its own and notes what it is for; `nil` at the limit of transactions.
    mutating func send(
        _ request: [UInt8],
        _ method: SIPMethod,
        to destination: Destination,
        leg: LegID?,
        use: ClientUse,
        at now: Instant
    ) -> ClientTransactionID? {
        guard let id = self.layer.send(request, method: method, to: destination, leg: leg, at: now) else {
            return nil
        }
        self.uses[id] = use
        return id
    }

    /// Responds with our Server line and these further lines.
    mutating func respond(
        to id: ServerTransactionID,
        _ status: SIPStatus,
        tag: ByteString? = nil,
        lines: [UInt8] = [],
        phrase: ByteString? = nil,
        body: [UInt8] = [],
        at now: Instant
    ) {
        self.layer.respond(
            to: id,
            status: status,
            phrase: phrase,
            toTag: tag ?? (status == .trying ? nil : self.identifiers.token()),
            headers: lines + self.lines.server,
            body: body,
            at: now
        )
    }

    /// Notes that a peer did what a standard does not allow.
    mutating func observeViolation(
        _ clause: ByteString,
        _ what: ByteString,
        from: TransportAddress?,
        leg: LegID? = nil
    ) {
        self.outputs.append(
            .observe(.peerViolation(PeerViolation(clause: clause, what: what, from: from, leg: leg)))
        )
    }

    /// Notes a message that came in.
    mutating func observeReceived(_ message: SIPMessage, from source: MessageSource, leg: LegID?) {
        self.layer.trace(.received, message.bytes, leg, source.destination)
    }

    private static func description(_ place: Int, _ listener: SIPListenerConfiguration) -> ListenerDescription {
        var advertised = listener.visibleHost.bytes
        if listener.visiblePort != 5060 {
            advertised.append(0x3A)
            advertised.appendDecimal(listener.visiblePort)
        }
        return ListenerDescription(
            id: ListenerID(UInt16(truncatingIfNeeded: place)),
            name: listener.name,
            transport: listener.transport,
            address: listener.address,
            advertised: ByteString(advertised)
        )
    }
}
