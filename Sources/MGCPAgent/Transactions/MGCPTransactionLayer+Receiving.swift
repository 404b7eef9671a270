import CallModel
import MGCPSyntax
package import ProtocolKit

/// What comes from peers.
extension MGCPTransactionLayer {
    /// A datagram came; its messages are looked at one after the other (RFC 3435 §3.5.5).
    ///
    /// Who may send any is the business of the caller.
    package mutating func receive(_ bytes: [UInt8], from source: TransportAddress, at now: Instant) {
        var datagram = MGCPDatagram(bytes)
        while let outcome = datagram.next() {
            switch outcome {
            case .command(let command):
                self.note(command.parameters, from: source)
                self.receive(command, from: source, at: now)
            case .response(let response):
                self.note(response.parameters, from: source)
                self.receive(response, from: source, at: now)
            case .answerable(let id, let error):
                self.violate("RFC 3435 appendix A", ByteString(error.description), source)
                self.refuse(id, error.returnCode, to: source)
            case .unanswerable(let error):
                self.violate("RFC 3435 appendix A", ByteString(error.description), source)
            }
        }
    }

    // MARK: Responses

    private mutating func receive(_ response: MGCPResponse, from source: TransportAddress, at now: Instant) {
        guard let id = response.transactionID else {
            return
        }
        guard response.code.kind != .acknowledgement else {
            self.confirm(id, of: source)
            return
        }
        guard let index = self.clientsByID[id.number] else {
            self.acknowledge(response, to: source)
            return
        }
        guard self.isExpected(from: source, index) else {
            self.violate("RFC 3435 §3.5", "response from another address than the command went to", source)
            return
        }
        self.measure(index, at: now)
        guard response.code.isFinal else {
            self.receiveProvisional(index, at: now)
            return
        }
        if !self.acknowledge(response, to: source) {
            self.note(received: id, of: index)
        }
        if let command = self.removeClient(index) {
            self.events.append(.response(response, command.owner, from: source))
        }
    }

    /// Whether a response from this address may belong to the command: the port may be another one.
    private mutating func isExpected(from source: TransportAddress, _ index: SlabIndex) -> Bool {
        guard let (peer, former) = self.clients.with(index, { $0.map { ($0.peer, $0.formerPeer) } }) else {
            return false
        }
        let isPresent = self.peers.with(peer) { $0?.address.ip == source.ip }
        return isPresent || former.map { self.peers.with($0) { $0?.address.ip == source.ip } } ?? false
    }

    private mutating func measure(_ index: SlabIndex, at now: Instant) {
        let measured = self.clients.with(index) { command in
            command.flatMap { command in command.transaction.measurement(at: now).map { (command.peer, $0) } }
        }
        if let (peer, sample) = measured {
            self.peers.with(peer) { $0?.roundTrip.measured(sample) }
        }
    }

    private mutating func receiveProvisional(_ index: SlabIndex, at now: Instant) {
        guard let owner = self.clients[index]?.owner else {
            return
        }
        self.clients.with(index) { $0?.transaction.receiveProvisional(at: now) }
        self.events.append(.provisional(owner))
        self.settleClient(index)
    }

    /// Sends a 000 for a final response that asks for one, whether or not its command is still known (§3.5.6).
    @discardableResult
    private mutating func acknowledge(_ response: MGCPResponse, to source: TransportAddress) -> Bool {
        guard response.wantsAcknowledgement else {
            return false
        }
        var writer = MGCPMessageWriter(reservingCapacity: 48)
        writer.startResponse(.acknowledgement, response.transactionID)
        self.transmit(response: writer.bytes, of: nil, to: source)
        return true
    }

    private mutating func note(received id: MGCPTransactionID, of index: SlabIndex) {
        if let peer = self.clients.with(index, { $0?.peer }) {
            self.peers.with(peer) { $0?.received(id) }
        }
    }

    // MARK: Commands

    private mutating func receive(_ command: MGCPCommand, from source: TransportAddress, at now: Instant) {
        let key = AcceptedCommandKey(source: source, id: command.transactionID)
        let fingerprint = command.fingerprint
        if let index = self.serversByKey[key] {
            guard self.isNew(fingerprint, at: index) else {
                self.receiveRepetition(index)
                return
            }
            self.violate("RFC 3435 §3.2.1.2", "transaction number used again within three minutes", source)
            self.forget(index)
        }
        guard !command.parameters.hasCriticalExtension else {
            self.refuse(command.transactionID, .unrecognizedExtension, to: source)
            return
        }
        guard self.executing[source.ip, default: 0] < self.limits.commandsOfGateway, self.makeRoom() else {
            self.refuse(command.transactionID, .overloaded, to: source)
            return
        }
        let index = self.accept(key, fingerprint, at: now)
        self.events.append(.command(command, MGCPInboundID(index), from: source))
    }

    /// Whether a command that uses a known number is another one; as long as the first is executed, it is not looked at.
    private func isNew(_ fingerprint: UInt64, at index: SlabIndex) -> Bool {
        guard let known = self.servers[index] else {
            return true
        }
        return known.fingerprint != fingerprint && !known.transaction.isExecuting
    }

    /// Forgets the oldest answer when no more can be kept; `false` when every place is taken by a command under way.
    private mutating func makeRoom() -> Bool {
        guard self.servers.count >= self.limits.history else {
            return true
        }
        guard let oldest = self.historyDeadlines.popDue(at: Instant(nanoseconds: .max)) else {
            return false
        }
        self.forget(oldest)
        return true
    }

    private mutating func accept(_ key: AcceptedCommandKey, _ fingerprint: UInt64, at now: Instant) -> SlabIndex {
        let transaction = MGCPServerTransaction(timers: self.timers, at: now)
        let index = self.servers.insert(
            AcceptedCommand(key: key, fingerprint: fingerprint, transaction: transaction)
        )
        self.serversByKey[key] = index
        self.executing[key.source.ip, default: 0] += 1
        self.settleServer(index)
        return index
    }

    // MARK: What every message may say

    /// Reads `K:` and notes what is not quite right.
    private mutating func note(_ parameters: MGCPParameters, from source: TransportAddress) {
        var deviations = parameters.deviations
        if parameters.contains(.responseAck) {
            self.readConfirmations(parameters, from: source, &deviations)
        }
        guard !deviations.isEmpty else {
            return
        }
        let reported = self.reported[source.ip] ?? MGCPDeviations()
        self.reported[source.ip, default: deviations].formUnion(deviations)
        for deviation in deviations.all where !reported.contains(deviation) {
            self.violate(ByteString(stringLiteral: deviation.clause), ByteString("\(deviation)"), source)
        }
    }

    private mutating func readConfirmations(
        _ parameters: MGCPParameters,
        from source: TransportAddress,
        _ deviations: inout MGCPDeviations
    ) {
        if let peer = self.peersByAddress[source] {
            self.peers.with(peer) { $0?.usesConfirmations = true }
        }
        guard let value = parameters.value(of: .responseAck), !value.isEmpty else {
            return
        }
        do throws(MGCPParseError) {
            let confirmation = try parameters.first(ResponseAck.self, noting: &deviations)
            self.confirm(confirmation?.ranges ?? [], of: source)
        } catch {
            self.violate("RFC 3435 §3.2.2.19", ByteString(error.description), source)
        }
    }

    /// Adds a violation to the outputs.
    mutating func violate(_ clause: ByteString, _ what: ByteString, _ source: TransportAddress) {
        self.events.append(.violation(PeerViolation(clause: clause, what: what, from: source)))
    }
}

extension MGCPParameters {
    /// Whether it has a parameter that must be refused by whoever does not know it, and we know none (RFC 3435 §3.2.2).
    fileprivate var hasCriticalExtension: Bool {
        self.lines.contains { $0.known == nil } && self.extensions.contains(where: \.isCritical)
    }
}
