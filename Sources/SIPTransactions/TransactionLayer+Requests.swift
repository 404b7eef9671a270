package import CallModel
package import ProtocolKit
package import SIPSyntax

/// The client side: requests that the transaction user sends.
extension TransactionLayer {
    /// Sends a request in a transaction of its own.
    ///
    /// `request` is complete but for its Via, which is put in front of its first header; above the size limit it leaves
    /// UDP for TCP where there is a listener for it (RFC 3261 §18.1.1). `nil` at the limit of transactions.
    package mutating func send(
        _ request: [UInt8],
        method: SIPMethod,
        to destination: Destination,
        leg: LegID?,
        at now: Instant
    ) -> ClientTransactionID? {
        guard self.clients.count < self.configuration.limits.clientTransactions else {
            self.outputs.append(.observe(.limitReached(.transactions, by: ByteString())))
            return nil
        }
        let preferred = self.streamAlternative(for: destination, octets: request.count)
        let nonce = self.identifiers.number(below: 1 << 40)
        let timers = self.configuration.timers
        let isReliable = (preferred ?? destination).transport.isReliable
        let index = self.clients.insert(
            ClientTransaction(
                machine: method == .invite
                    ? .invite(InviteClientTransaction(timers: timers, isReliable: isReliable, at: now))
                    : .nonInvite(NonInviteClientTransaction(timers: timers, isReliable: isReliable, at: now)),
                nonce: nonce,
                method: method,
                request: [],
                destination: preferred ?? destination,
                leg: leg,
                mayFallBack: preferred != nil
            )
        )
        if !isReliable {
            self.unanswered.insert(index)
        }
        let branch = Branch(index: index, nonce: nonce)
        let bytes = self.withVia(request, branch, listener: (preferred ?? destination).listener)
        self.clients.with(index) { $0?.request = bytes }
        self.transmitRequest(of: index)
        self.settleClient(index)
        return ClientTransactionID(index: index)
    }

    /// Asks for the end of an INVITE (RFC 3261 §9.1); waits by itself until a provisional response has come.
    ///
    /// `headers` are complete lines, such as a Reason, that the CANCEL carries. Nothing happens when the final response
    /// is there already.
    package mutating func cancel(_ invite: ClientTransactionID, headers: [UInt8], at now: Instant) {
        guard self.clients[invite.index]?.awaitsFinalResponse == true else {
            return
        }
        self.clients[invite.index]?.pendingCancel = ClientTransaction.PendingCancel(headers: headers)
        if self.clients[invite.index]?.isUnanswered == false {
            self.sendPendingCancel(of: invite.index, at: now)
        }
    }

    /// Goes on without an INVITE that has been sent elsewhere in the meantime: it is not repeated any more, and a
    /// provisional response that comes yet gets a CANCEL.
    package mutating func abandon(_ invite: ClientTransactionID, at now: Instant) {
        self.clients[invite.index]?.stopRepeating()
        self.cancel(invite, headers: [], at: now)
        self.settleClient(invite.index)
    }

    /// Sends an ACK to a 2xx, or any other request that is not answered, and returns it as it was sent.
    package mutating func sendACK(
        _ request: [UInt8],
        to destination: Destination,
        leg: LegID?
    ) -> [UInt8] {
        let preferred = self.streamAlternative(for: destination, octets: request.count) ?? destination
        let branch = Branch(
            index: SlabIndex(slot: .max, generation: .max),
            nonce: self.identifiers.number(below: 1 << 40)
        )
        let bytes = self.withVia(request, branch, listener: preferred.listener)
        self.resend(bytes, to: preferred, leg: leg)
        return bytes
    }

    /// Sends octets again that ``sendACK(_:to:leg:)`` returned.
    package mutating func resend(_ bytes: [UInt8], to destination: Destination, leg: LegID?) {
        var destination = destination
        self.transmit(bytes, to: &destination)
        self.trace(.sent, bytes, leg, destination)
    }

    /// Sends the CANCEL that waited for the first provisional response.
    mutating func sendPendingCancel(of index: SlabIndex, at now: Instant) {
        guard self.clients.with(index, { $0?.pendingCancel != nil }), let invite = self.clients[index],
            let pending = invite.pendingCancel,
            let request = FollowUpRequest(of: invite.request)
        else {
            return
        }
        self.clients[index]?.pendingCancel = nil
        let timers = self.configuration.timers
        let isReliable = invite.destination.transport.isReliable
        let cancel = self.clients.insert(
            ClientTransaction(
                machine: .nonInvite(NonInviteClientTransaction(timers: timers, isReliable: isReliable, at: now)),
                nonce: invite.nonce,
                method: .cancel,
                request: request.cancel(headers: pending.headers),
                destination: invite.destination,
                leg: invite.leg,
                cancels: Branch(index: index, nonce: invite.nonce)
            )
        )
        if !isReliable {
            self.unanswered.insert(cancel)
        }
        self.cancels[Branch(index: index, nonce: invite.nonce)] = cancel
        self.clients[index]?.sendCancel(at: now)
        self.settleClient(index)
        self.transmitRequest(of: cancel)
        self.settleClient(cancel)
    }

    /// Acknowledges a final response that is not a 2xx within the transaction (RFC 3261 §17.1.1.3).
    mutating func acknowledge(_ response: SIPMessage, _ index: SlabIndex) {
        guard let request = self.clients[index].flatMap({ FollowUpRequest(of: $0.request) }) else {
            return
        }
        // From here the ACK is what a repetition of the response gets.
        self.clients[index]?.request = request.acknowledgement(of: response)
        self.clients[index]?.pendingCancel = nil
        self.transmitRequest(of: index)
    }

    /// Sends what the client transaction holds, as a first attempt or a repetition.
    mutating func transmitRequest(of index: SlabIndex) {
        let outgoing = self.clients.with(index) { client in
            client.flatMap { (request: $0.request, destination: $0.destination, leg: $0.leg) }
        }
        guard let (request, first, leg) = outgoing, !request.isEmpty else {
            return
        }
        var destination = first
        let sent = self.transmit(request, to: &destination)
        if let flow = destination.flow {
            self.clients[index]?.destination = destination
            self.flows[flow]?.clients.insert(index)
        }
        if sent {
            self.trace(.sent, request, leg, destination)
        } else if self.clients[index]?.receiveTransportFailure() == true {
            self.events.append(.transportFailed(ClientTransactionID(index: index)))
        }
    }

    /// Goes back to UDP when the TCP connection that the size asked for cannot be made (RFC 3261 §18.1.1).
    mutating func fallBackToDatagram(_ index: SlabIndex, at now: Instant) {
        guard let client = self.clients[index], let listener = self.alternative(.udp, to: client.destination.listener),
            let viaEnd = Self.endOfVia(client.request)
        else {
            return
        }
        var request = client.request
        let headerStart = Self.endOfStartLine(request) ?? viaEnd
        request.removeSubrange(headerStart..<viaEnd)
        let branch = Branch(index: index, nonce: client.nonce)
        let timers = self.configuration.timers
        self.clients[index]?.mayFallBack = false
        self.unanswered.insert(index)
        self.clients[index]?.destination = Destination(
            transport: .udp,
            address: client.destination.address,
            listener: listener
        )
        self.clients[index]?.machine =
            client.method == .invite
            ? .invite(InviteClientTransaction(timers: timers, at: now))
            : .nonInvite(NonInviteClientTransaction(timers: timers, at: now))
        request = self.withVia(request, branch, listener: listener)
        self.clients[index]?.request = request
        self.transmitRequest(of: index)
        self.settleClient(index)
    }

    /// The TCP destination for a request that is too large for a datagram, if there is a listener for it.
    private func streamAlternative(for destination: Destination, octets: Int) -> Destination? {
        let limit = self.configuration.limits.datagramOctets
        // The Via that is still missing takes about a hundred octets.
        guard destination.transport == .udp, limit > 0, octets + 100 > limit,
            let listener = self.alternative(.tcp, to: destination.listener)
        else {
            return nil
        }
        return Destination(transport: .tcp, address: destination.address, listener: listener)
    }

    /// The listener of another transport at the same address.
    private func alternative(_ transport: TransportProtocol, to id: ListenerID) -> ListenerID? {
        guard let listener = self.listener(id) else {
            return nil
        }
        return self.configuration.listeners.first {
            $0.transport == transport && $0.address.ip == listener.address.ip
        }?.id
    }

    /// The request with its Via in front of its first header.
    private func withVia(_ request: [UInt8], _ branch: Branch, listener: ListenerID) -> [UInt8] {
        let place = Int(listener.number)
        guard let start = Self.endOfStartLine(request), place < self.viaPrefixes.count else {
            return request
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(request.count + self.viaPrefixes[place].count + Branch.length + 2)
        bytes.append(contentsOf: request[..<start])
        bytes.append(contentsOf: self.viaPrefixes[place])
        branch.append(shard: self.identifiers.shard, to: &bytes)
        bytes.append("\r\n")
        bytes.append(contentsOf: request[start...])
        return bytes
    }

    private static func endOfStartLine(_ request: [UInt8]) -> Int? {
        request.firstIndex(of: 0x0A).map { $0 + 1 }
    }

    private static func endOfVia(_ request: [UInt8]) -> Int? {
        guard let start = self.endOfStartLine(request) else {
            return nil
        }
        return request[start...].firstIndex(of: 0x0A).map { $0 + 1 }
    }
}
