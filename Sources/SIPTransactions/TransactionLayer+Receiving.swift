package import CallModel
package import ProtocolKit
import SIPSyntax

/// From the network to the automata.
extension TransactionLayer {
    /// Something happened on the network; answers of the resolver are not for this layer.
    package mutating func receive(_ event: NetworkEvent, at now: Instant) {
        switch event {
        case .datagram(let bytes, let remote, let listener):
            let source = MessageSource(transport: .udp, remote: remote, listener: listener)
            self.receive(SIPMessage.parse(bytes), from: source, at: now)
        case .accepted(let flow, let remote, _, let listener):
            if !self.flows.accept(flow, from: remote, on: listener) {
                self.outputs.append(.observe(.limitReached(.flows, by: ByteString())))
                self.outputs.append(.network(.close(flow)))
            }
        case .connected(let flow, _):
            self.flows[flow]?.isOpen = true
            self.flows[flow]?.pendingOctets = 0
        case .received(let flow, let bytes):
            self.receive(bytes, on: flow, at: now)
        case .closed(let flow, _):
            self.loseFlow(flow, at: now)
        case .unreachable(let remote, let listener):
            self.receiveUnreachable(remote, on: listener)
        case .resolved:
            break
        }
    }

    private mutating func receive(_ bytes: [UInt8], on flow: FlowID, at now: Instant) {
        guard let remote = self.flows[flow]?.remote, let listener = self.flows[flow]?.listener else {
            return
        }
        let source = MessageSource(transport: .tcp, remote: remote, listener: listener, flow: flow)
        self.flows[flow]?.framer.receive(bytes)
        while let frame = self.flows[flow]?.framer.next() {
            switch frame {
            case .message(let parsed):
                self.receive(parsed, from: source, at: now)
            case .ping:
                self.outputs.append(.network(.write([0x0D, 0x0A], flow)))
            case .failure(let parsed):
                self.receive(parsed, from: source, at: now)
                self.outputs.append(.network(.close(flow)))
                self.loseFlow(flow, at: now)
                return
            }
        }
    }

    private mutating func receive(_ outcome: ParseOutcome, from source: MessageSource, at now: Instant) {
        switch outcome {
        case .message(let message):
            if message.isRequest {
                self.receiveRequest(message, from: source, at: now)
            } else {
                self.receiveResponse(message, from: source, at: now)
            }
        case .answerable(let message, let error):
            self.receiveMalformed(message, error, from: source, at: now)
        case .unanswerable(let error):
            self.outputs.append(
                .observe(
                    .peerViolation(
                        PeerViolation(clause: "RFC 3261 §7", what: error.explanation, from: source.remote)
                    )
                )
            )
        case .keepAlive:
            break
        }
    }

    private mutating func receiveRequest(_ message: SIPMessage, from source: MessageSource, at now: Instant) {
        let key = message.transactionKey
        if message.method == .ack {
            self.receiveACK(message, key: key, from: source, at: now)
            return
        }
        if let index = self.serversByKey[key] {
            self.receiveRepetition(message, of: index, from: source)
            return
        }
        guard let id = self.openServer(for: message, key: key, from: source) else {
            return
        }
        if message.method == .cancel {
            let invite = self.serversByKey[message.inviteKeyOfCancel].map { ServerTransactionID(index: $0) }
            self.events.append(.cancel(id, of: invite, message, source))
        } else {
            self.events.append(.request(id, message, source))
        }
    }

    private mutating func receiveACK(
        _ message: SIPMessage,
        key: UInt64,
        from source: MessageSource,
        at now: Instant
    ) {
        guard let index = self.serversByKey[key], self.servers[index]?.isInvite == true,
            self.servers[index]?.acceptsACK == true
        else {
            self.events.append(.acknowledgement(message, source))
            return
        }
        self.trace(.received, message.bytes, self.servers[index]?.leg, source.destination)
        self.servers[index]?.receiveACK(at: now)
        self.servers[index]?.lastResponse = []
        self.settleServer(index)
    }

    private mutating func receiveRepetition(_ message: SIPMessage, of index: SlabIndex, from source: MessageSource) {
        self.trace(.received, message.bytes, self.servers[index]?.leg, source.destination)
        if self.servers[index]?.repeatsResponse == true {
            self.transmitResponse(of: index)
        }
    }

    private mutating func receiveMalformed(
        _ message: SIPMessage,
        _ error: SIPParseError,
        from source: MessageSource,
        at now: Instant
    ) {
        let key = message.transactionKey
        if let index = self.serversByKey[key] {
            self.receiveRepetition(message, of: index, from: source)
            return
        }
        if let id = self.openServer(for: message, key: key, from: source) {
            self.events.append(.refused(id, message, error, source))
        }
    }

    /// Opens a server transaction, or refuses the request without one at the limit.
    private mutating func openServer(
        for message: SIPMessage,
        key: UInt64,
        from source: MessageSource
    ) -> ServerTransactionID? {
        // What belongs to a running call passes until twice the limit: refusing a BYE frees nothing.
        let limit = self.configuration.limits.serverTransactions * (message.toTagRange == nil ? 1 : 2)
        guard self.servers.count < limit else {
            self.refuseWithoutTransaction(message, from: source)
            return nil
        }
        let machine: ServerTransaction.Machine =
            message.method == .invite
            ? .invite(
                InviteServerTransaction(
                    timers: self.configuration.timers,
                    isReliable: source.transport.isReliable
                )
            )
            : .nonInvite(
                NonInviteServerTransaction(
                    timers: self.configuration.timers,
                    isReliable: source.transport.isReliable
                )
            )
        let index = self.servers.insert(
            ServerTransaction(
                machine: machine,
                key: key,
                destination: message.responseDestination(from: source),
                head: ResponseHead(of: message, from: source)
            )
        )
        self.serversByKey[key] = index
        return ServerTransactionID(index: index)
    }

    private mutating func receiveResponse(_ message: SIPMessage, from source: MessageSource, at now: Instant) {
        guard let status = message.status?.code, let index = self.client(for: message) else {
            self.events.append(.strayResponse(message, source))
            return
        }
        let action = self.clients.with(index) { $0?.receiveResponse(status: status, at: now) }
        self.unanswered.remove(index)
        switch action {
        case .passResponse:
            self.events.append(.response(ClientTransactionID(index: index), message, source))
            if status >= 200 {
                self.clients.with(index) { $0?.request = [] }
            }
        case .passResponseAndAcknowledge:
            self.events.append(.response(ClientTransactionID(index: index), message, source))
            self.acknowledge(message, index)
        case .acknowledge:
            self.trace(.received, message.bytes, self.clients[index]?.leg, source.destination)
            self.transmitRequest(of: index)
        case .repeatRequest, .reportTimeout, nil:
            self.trace(.received, message.bytes, self.clients[index]?.leg, source.destination)
        }
        self.settleClient(index)
        if status < 200 {
            self.sendPendingCancel(of: index, at: now)
        }
    }

    /// The client transaction that a response belongs to (RFC 3261 §17.1.3).
    private mutating func client(for message: SIPMessage) -> SlabIndex? {
        guard let range = message.topVia.branchRange, let branch = Branch(in: message.bytes, at: range) else {
            return nil
        }
        if message.method == .cancel {
            return self.cancels[branch]
        }
        let isOurs = self.clients.with(branch.index) { $0?.nonce == branch.nonce && $0?.method == message.method }
        return isOurs ? branch.index : nil
    }

    private mutating func receiveUnreachable(_ remote: TransportAddress, on listener: ListenerID) {
        // An ICMP error names no transaction and can be forged, so it only hastens what is still unanswered
        // (RFC 3261 §18.4).
        let concerned = self.unanswered.filter { index in
            self.clients[index]?.destination.address == remote && self.clients[index]?.destination.listener == listener
        }
        for index in concerned.sorted(by: { $0.slot < $1.slot }) {
            self.failClient(index)
        }
    }

    private mutating func loseFlow(_ flow: FlowID, at now: Instant) {
        let wasOpen = self.flows[flow]?.isOpen ?? false
        let waiting = self.flows.remove(flow).sorted { $0.slot < $1.slot }
        for index in waiting {
            if !wasOpen, self.clients[index]?.mayFallBack == true {
                self.fallBackToDatagram(index, at: now)
            } else {
                self.failClient(index)
            }
        }
        self.events.append(.flowClosed(flow))
    }

    private mutating func failClient(_ index: SlabIndex) {
        if self.clients[index]?.receiveTransportFailure() == true {
            self.events.append(.transportFailed(ClientTransactionID(index: index)))
        }
        self.settleClient(index)
    }
}
