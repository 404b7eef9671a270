package import CallModel
package import ProtocolKit
package import SIPSyntax

/// The server side: responses that the transaction user gives.
extension TransactionLayer {
    /// Responds within a transaction; ignored when the transaction is over or may not send this response any more.
    ///
    /// Via, From, To, Call-ID and CSeq are the request's; `headers` are complete further lines, the Content-Type among
    /// them; the Content-Length is added.
    package mutating func respond(
        to id: ServerTransactionID,
        status: SIPStatus,
        phrase: ByteString? = nil,
        toTag: ByteString? = nil,
        headers: [UInt8] = [],
        body: [UInt8] = [],
        at now: Instant
    ) {
        let head = self.servers.with(id.index) { server in
            server?.head.isEmpty == false && server?.respond(status: status.code, at: now) == true ? server?.head : nil
        }
        guard let head else {
            return
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512 + headers.count + body.count)
        Self.appendStatusLine(status, phrase, to: &bytes)
        head.append(to: &bytes, toTag: toTag)
        bytes.append(contentsOf: headers)
        bytes.append("Content-Length: ")
        bytes.appendDecimal(UInt(body.count))
        bytes.append("\r\n\r\n")
        bytes.append(contentsOf: body)
        self.servers.with(id.index) { server in
            server?.lastResponse = bytes
            if !status.isProvisional {
                server?.head = ResponseHead()
            }
        }
        self.transmitResponse(of: id.index)
        self.settleServer(id.index)
    }

    /// How many octets of further header lines keep a final response from being more than half as long again as its
    /// request.
    ///
    /// Over UDP a source address may be forged, and what its owner then gets shall not be worth the forger's while; a
    /// stream has proved its address.
    package func responseRoom(for id: ServerTransactionID, requestOctets: Int) -> Int {
        guard let server = self.servers[id.index], server.destination.transport == .udp else {
            return .max
        }
        // The status line, our tag and the Content-Length take about 80 octets.
        return requestOctets + requestOctets / 2 - server.head.count - 80
    }

    /// Sends the last response again: a 2xx or a reliable provisional response that the transaction user repeats.
    package mutating func resendResponse(_ id: ServerTransactionID) {
        self.transmitResponse(of: id.index)
    }

    /// The 2xx has been acknowledged; its octets are not needed any more.
    package mutating func acknowledged(_ id: ServerTransactionID) {
        self.servers.with(id.index) { $0?.lastResponse = [] }
    }

    /// Notes the leg that a request turned out to belong to, for the trace of its repetitions and responses.
    package mutating func assign(_ leg: LegID, to id: ServerTransactionID) {
        self.servers.with(id.index) { $0?.leg = leg }
    }

    /// Sends what the server transaction last answered.
    mutating func transmitResponse(of index: SlabIndex) {
        let outgoing = self.servers.with(index) { server in
            server.flatMap { (response: $0.lastResponse, destination: $0.destination, leg: $0.leg) }
        }
        guard let (response, first, leg) = outgoing, !response.isEmpty else {
            return
        }
        var destination = first
        if self.transmit(response, to: &destination) {
            if destination.flow != nil {
                self.servers[index]?.destination = destination
            }
            self.trace(.sent, response, leg, destination)
        }
    }

    /// Answers 503 and keeps nothing (RFC 3261 §21.5.4).
    mutating func refuseWithoutTransaction(_ message: SIPMessage, from source: MessageSource) {
        self.outputs.append(.observe(.limitReached(.transactions, by: ByteString())))
        var bytes: [UInt8] = []
        Self.appendStatusLine(.serviceUnavailable, nil, to: &bytes)
        ResponseHead(of: message, from: source).append(to: &bytes, toTag: "overload")
        bytes.append("Retry-After: 10\r\nContent-Length: 0\r\n\r\n")
        var destination = message.responseDestination(from: source)
        self.transmit(bytes, to: &destination)
    }

    /// Hands octets to the network: as a datagram, on the flow there is, or on a new one; `false` at a limit.
    @discardableResult
    mutating func transmit(_ bytes: [UInt8], to destination: inout Destination) -> Bool {
        guard destination.transport != .udp else {
            self.outputs.append(.network(.send(bytes, to: destination.address, via: destination.listener)))
            return true
        }
        if let flow = destination.flow, self.flows[flow] != nil {
            return self.write(bytes, flow)
        }
        if let flow = self.flows.flow(to: destination.address) {
            destination.flow = flow
            return self.write(bytes, flow)
        }
        guard let flow = self.flows.open(to: destination.address, via: destination.listener) else {
            self.outputs.append(.observe(.limitReached(.flows, by: ByteString())))
            return false
        }
        destination.flow = flow
        self.outputs.append(.network(.connect(flow, to: destination.address, via: destination.listener)))
        return self.write(bytes, flow)
    }

    private mutating func write(_ bytes: [UInt8], _ flow: FlowID) -> Bool {
        if self.flows[flow]?.isOpen == false {
            let pending = (self.flows[flow]?.pendingOctets ?? 0) + bytes.count
            guard pending <= self.configuration.limits.pendingOctets else {
                return false
            }
            self.flows[flow]?.pendingOctets = pending
        }
        self.outputs.append(.network(.write(bytes, flow)))
        return true
    }

    /// Observes a message that the transaction user does not see, or that goes out.
    package mutating func trace(
        _ direction: TracedMessage.Direction,
        _ bytes: [UInt8],
        _ leg: LegID?,
        _ destination: Destination
    ) {
        let place = Int(destination.listener.number)
        guard place < self.configuration.listeners.count else {
            return
        }
        self.outputs.append(
            .observe(
                .message(
                    TracedMessage(
                        leg: leg,
                        direction: direction,
                        transport: destination.transport,
                        local: self.configuration.listeners[place].address,
                        remote: destination.address,
                        bytes: bytes
                    )
                )
            )
        )
    }

    private static func appendStatusLine(_ status: SIPStatus, _ phrase: ByteString?, to bytes: inout [UInt8]) {
        bytes.append("SIP/2.0 ")
        bytes.appendDecimal(status.code)
        bytes.append(0x20)
        if let phrase {
            // A phrase may hold anything but line ends (RFC 3261 §25.1 `Reason-Phrase`).
            bytes.append(contentsOf: phrase.bytes.lazy.map { $0 < 0x20 ? 0x20 : $0 })
        } else {
            bytes.append(status.reasonPhrase)
        }
        bytes.append("\r\n")
    }
}
