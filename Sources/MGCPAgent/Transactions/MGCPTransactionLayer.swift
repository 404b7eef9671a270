import MGCPSyntax
package import ProtocolKit

/// MGCP's transactions (RFC 3435 §3.5) as one value: commands of ours that are repeated until they are answered, and
/// commands of peers that are executed once.
///
/// Datagrams come in by ``receive(_:from:at:)`` and leave as ``MGCPTransactionOutput/send(_:to:)``. Its user takes
/// outputs with ``nextOutput()`` after each mutation. What happened comes before what is to be sent, so that the
/// answers and commands that the user makes of it share datagrams; within a turn what several inputs lead to does, too.
/// `Owner` says whose a command of ours is.
package struct MGCPTransactionLayer<Owner: Hashable & Sendable>: Sendable {
    let timers: Shared<MGCPTimers>
    let limits: MGCPAgentLimits
    var identifiers: IdentifierSource

    /// The number of the next command; ids run through all numbers, which takes days, so that none is used again within
    /// three minutes (§3.2.1.2).
    private var nextID: MGCPTransactionID

    var peers = Slab<TransactionPeer>()
    var peersByAddress: [TransportAddress: SlabIndex] = [:]
    var clients = Slab<PendingCommand<Owner>>()
    /// By their numbers.
    var clientsByID: [UInt32: SlabIndex] = [:]
    var servers = Slab<AcceptedCommand<Owner>>()
    var serversByKey: [AcceptedCommandKey: SlabIndex] = [:]
    /// How many commands of each peer are being executed.
    var executing: [IPAddress: Int] = [:]
    /// The deviations that have been told of each address, so that each is told once.
    var reported: [IPAddress: MGCPDeviations] = [:]

    private var clientDeadlines = SlabDeadlineQueue()
    /// Of commands that are being executed, or whose answers wait for a 000.
    var serverDeadlines = SlabDeadlineQueue()
    /// Of answers that are kept, in the order in which they are forgotten.
    var historyDeadlines = SlabDeadlineQueue()

    var events = OutputQueue<MGCPTransactionOutput<Owner>>()
    var datagrams = DatagramJoiner()
    private var isInTurn = false

    /// A layer whose commands are numbered from `firstTransaction` on, which ``firstTransaction(atSecond:)`` finds.
    package init(
        timers: MGCPTimers,
        limits: MGCPAgentLimits,
        firstTransaction: UInt32,
        identifiers: IdentifierSource
    ) {
        self.timers = Shared(timers)
        self.limits = limits
        self.identifiers = identifiers
        self.nextID = MGCPTransactionID(wrapping: UInt64(firstTransaction))
    }

    /// The first number for a layer that begins at this second of the wall clock.
    ///
    /// A layer that is restarted goes on behind the numbers of the one before as long as that sent less than 5,000
    /// commands a second on average, so that gateways take none of its commands for a repetition (§3.5.1).
    package static func firstTransaction(atSecond second: UInt64) -> UInt32 {
        MGCPTransactionID(wrapping: second &* 5_000).number
    }

    // MARK: Peers

    /// Messages to this address are never joined, because who is there reads only the first one of a datagram.
    package mutating func keepApart(messagesTo address: TransportAddress) {
        let index = self.peer(at: address)
        self.peers[index]?.isReadOneByOne = true
    }

    /// The peer at an address that commands go to; there are as many as addresses are configured.
    mutating func peer(at address: TransportAddress) -> SlabIndex {
        if let index = self.peersByAddress[address] {
            return index
        }
        let index = self.peers.insert(TransactionPeer(address, timers: self.timers))
        self.peersByAddress[address] = index
        return index
    }

    // MARK: Time

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        let servers = Instant.earlier(self.serverDeadlines.next, self.historyDeadlines.next)
        return Instant.earlier(self.clientDeadlines.next, servers)
    }

    /// Acts on every deadline that is not after `now`.
    package mutating func advance(to now: Instant) {
        while let index = self.clientDeadlines.popDue(at: now) {
            self.advanceClient(index, to: now)
        }
        while let index = self.serverDeadlines.popDue(at: now) {
            self.advanceServer(index, to: now)
        }
        while let index = self.historyDeadlines.popDue(at: now) {
            self.forget(index)
        }
    }

    // MARK: Outputs

    /// Several inputs follow: no datagram leaves before ``endTurn()``, so that messages of all of them share datagrams.
    package mutating func beginTurn() {
        self.isInTurn = true
    }

    /// The datagrams of a turn may leave.
    package mutating func endTurn() {
        self.isInTurn = false
    }

    /// Whether there is anything for ``nextOutput()`` to return.
    var hasOutput: Bool {
        !self.events.isEmpty || !self.isInTurn && !self.datagrams.isEmpty
    }

    /// The oldest output that has not been taken; datagrams come when nothing else is left.
    package mutating func nextOutput() -> MGCPTransactionOutput<Owner>? {
        if let event = self.events.next() {
            return event
        }
        guard !self.isInTurn else {
            return nil
        }
        return self.datagrams.next().map { .send($0.bytes, to: $0.destination) }
    }

    /// Whether no transaction is alive or remembered and nothing waits; for leak checks.
    package var isIdle: Bool {
        self.clients.isEmpty && self.clientsByID.isEmpty && self.servers.isEmpty
            && self.serversByKey.isEmpty && self.executing.isEmpty && self.nextDeadline == nil
            && self.events.isEmpty && self.datagrams.isEmpty && self.peers.allPendingAreGone
    }

    // MARK: The table of our commands

    /// Draws a number that no command of ours has that still waits.
    mutating func mintID() -> MGCPTransactionID {
        var id = self.nextID
        while self.clientsByID[id.number] != nil {
            id = MGCPTransactionID(after: id)
        }
        self.nextID = MGCPTransactionID(after: id)
        return id
    }

    /// The one place where the deadline of a command of ours is registered.
    mutating func settleClient(_ index: SlabIndex) {
        let deadline = self.clients.with(index) { $0?.transaction.nextDeadline }
        self.clientDeadlines.set(deadline, for: index)
    }

    /// The one place where a command of ours leaves the tables.
    @discardableResult
    mutating func removeClient(_ index: SlabIndex) -> PendingCommand<Owner>? {
        guard let command = self.clients.remove(index) else {
            return nil
        }
        self.clientDeadlines.set(nil, for: index)
        self.clientsByID[command.id.number] = nil
        self.leavePeer(command)
        return command
    }

    /// Puts a command on the list of a peer.
    mutating func joinPeer(_ index: SlabIndex, _ peer: SlabIndex) {
        let place = self.peers.with(peer) { $0?.add(index) }
        self.clients.with(index) { command in
            command?.peer = peer
            command?.placeAtPeer = place ?? 0
        }
    }

    /// Takes a command off the list of its peer.
    mutating func leavePeer(_ command: PendingCommand<Owner>) {
        if let moved = self.peers.with(command.peer, { $0?.remove(at: command.placeAtPeer) }) {
            self.clients[moved]?.placeAtPeer = command.placeAtPeer
        }
    }
}

extension Slab<TransactionPeer> {
    /// Whether no command waits for any peer.
    fileprivate var allPendingAreGone: Bool {
        self.indices.allSatisfy { self[$0]?.pending.isEmpty ?? true }
    }
}

extension MGCPTransactionID {
    /// The number that counting from 1 arrives at when it begins anew after 999,999,999 (RFC 3435 §3.2.1.2).
    init(wrapping number: UInt64) {
        let place = number % UInt64(Self.maximum)
        guard let id = MGCPTransactionID(UInt32(place == 0 ? UInt64(Self.maximum) : place)) else {
            preconditionFailure("a remainder is a transaction number")
        }
        self = id
    }

    /// The number after `id`.
    init(after id: MGCPTransactionID) {
        self.init(wrapping: UInt64(id.number) + 1)
    }
}
