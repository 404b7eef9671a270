import CallModel
import MGCPSyntax
import ProtocolKit

/// What gateways send.
extension MGCPCallAgent {
    /// Carries out one report of the transaction layer.
    mutating func receive(_ output: MGCPTransactionOutput<CommandOwner>) {
        switch output {
        case .send(let bytes, to: let address):
            self.services.outputs.append(.network(.send(bytes, to: address, via: self.services.configuration.listener)))
            return
        case .written(let bytes, to: let address, for: let owner):
            self.trace(bytes, .sent, address, leg: owner.flatMap { self.leg(of: $0) })
            return
        case .command(let command, let id, from: let source):
            self.receive(command, id, from: source)
        case .response(let response, let owner, from: let source):
            self.trace(response.parameters.bytes, .received, source, leg: self.leg(of: owner))
            self.receive(response, to: owner, from: source)
        case .provisional:
            break
        case .suspected(let address, let owner):
            let now = self.services.now
            self.tell(self.gateway(of: owner)) { $0?.suspected(address, at: now) }
        case .unanswered(_, let owner):
            self.receiveSilence(of: owner)
        case .violation(let violation):
            self.services.observe(.peerViolation(violation))
        }
        self.settle()
    }

    private mutating func receive(_ response: MGCPResponse, to owner: CommandOwner, from source: TransportAddress) {
        let now = self.services.now
        let isAudit = self.isAudit(owner)
        self.tell(self.gateway(of: owner)) { $0?.answered(isAudit ? .audit : .command, from: source, at: now) }
        switch owner {
        case .endpoint(let index, let number):
            self.change(index) { endpoint, services in
                endpoint.receive(response, to: number, &services)
            }
        case .gateway:
            break
        }
    }

    private mutating func isAudit(_ owner: CommandOwner) -> Bool {
        switch owner {
        case .endpoint(let index, _): self.endpoints.with(index) { $0?.outstanding?.verb == .auditEndpoint }
        case .gateway(_, let task): task == .probe
        }
    }

    /// A command was not answered in time (RFC 3435 §4.4.2).
    private mutating func receiveSilence(of owner: CommandOwner) {
        let now = self.services.now
        switch owner {
        case .endpoint(let index, let number):
            self.tell(self.gateway(of: owner)) { $0?.unanswered(at: now) }
            self.change(index) { endpoint, services in
                if endpoint.outstanding?.number == number {
                    endpoint.receiveSilence(&services)
                }
            }
        case .gateway(let place, .probe):
            self.tell(place) { $0?.probeUnanswered(at: now) }
        case .gateway(_, .clearing):
            break
        }
    }

    // MARK: Commands of gateways

    private mutating func receive(_ command: MGCPCommand, _ id: MGCPInboundID, from source: TransportAddress) {
        let name = command.endpoint
        guard let place = self.services.directory.place(of: source, naming: name.domain) else {
            return
        }
        let index = self.endpoint(name, of: place)
        self.trace(command.parameters.bytes, .received, source, leg: index.flatMap { self.tracedLeg(of: $0) })
        switch command.verb {
        case .notify: self.receiveNotification(command, id, index)
        case .deleteConnection: self.receiveDeletion(command, id, index)
        case .restartInProgress: self.receiveRestart(command, id, of: place)
        case .message: self.answer(id, .executed, index)
        case .endpointConfiguration, .createConnection, .modifyConnection, .notificationRequest, .auditEndpoint,
            .auditConnection, .other:
            // Those are the call agent's to send (§2.3).
            self.answer(id, .unknownCommand, index)
        }
    }

    /// The name with the domain that is configured: a gateway may call itself by its address (§3.2.1.3).
    private func canonical(_ name: EndpointName, of place: Int) -> EndpointName {
        guard self.services.directory.isNamed(place, name.domain) else {
            return name
        }
        return self.endpointName(name.localName.text, place) ?? name
    }

    /// The endpoint of this gateway that is named like that: none speaks for those of others.
    private func endpoint(_ name: EndpointName, of place: Int) -> SlabIndex? {
        guard self.services.directory.isNamed(place, name.domain) else {
            return nil
        }
        return self.names[NameAtGateway(gateway: place, localName: name.localName)]
    }

    private mutating func answer(_ id: MGCPInboundID, _ code: MGCPReturnCode, _ index: SlabIndex?) {
        let owner = index.map { CommandOwner.endpoint($0, number: 0) }
        self.services.transactions.respond(to: id, MGCPReply(code), for: owner, at: self.services.now)
    }

    private mutating func receiveNotification(_ command: MGCPCommand, _ id: MGCPInboundID, _ index: SlabIndex?) {
        guard let index else {
            self.answer(id, .unknownEndpoint, nil)
            return
        }
        guard let observed = try? command.parameters.first(ObservedEvents.self) else {
            self.answer(id, .protocolError, index)
            return
        }
        // What follows from it goes into the datagram of the answer, behind it (§3.5.5).
        self.answer(id, .executed, index)
        let request = try? command.parameters.first(MGCPRequestID.self)
        self.change(index) { endpoint, services in
            endpoint.receiveNotification(observed.signals, of: request, &services)
        }
    }

    private mutating func receiveDeletion(_ command: MGCPCommand, _ id: MGCPInboundID, _ index: SlabIndex?) {
        guard let index else {
            self.answer(id, .unknownEndpoint, nil)
            return
        }
        var found = false
        self.change(index) { endpoint, services in
            found = endpoint.receiveDeletion(command, &services)
        }
        self.answer(id, found ? .connectionDeleted : .executed, index)
    }

    private mutating func receiveRestart(_ command: MGCPCommand, _ id: MGCPInboundID, of place: Int) {
        let restart: EndpointRestart
        do throws(MGCPParseError) {
            restart = try EndpointRestart(reading: command)
        } catch {
            self.answer(id, error.returnCode, nil)
            return
        }
        let concerned = self.endpoints(covered: self.canonical(restart.endpoints, of: place), of: place)
        guard !concerned.isEmpty else {
            self.services.transactions.respond(to: id, EndpointRestart.unknownEndpoint, at: self.services.now)
            return
        }
        let reply = restart.answer(notifiedEntity: self.services.configuration.notifiedEntity)
        self.services.transactions.respond(to: id, reply, at: self.services.now)
        let method = ByteString(command.parameters.value(of: .restartMethod) ?? [])
        let observation = Observation.endpointsRestarted(
            gateway: self.services.settings(place).value.name,
            endpoints: ByteString(restart.endpoints.description),
            method: method
        )
        self.services.observe(observation)
        for index in concerned {
            self.change(index) { endpoint, services in
                endpoint.lastRestart = MGCPEndpoint.Restart(method: method, at: services.now)
                endpoint.receiveRestart(restart, &services)
            }
        }
    }

    private func endpoints(covered pattern: EndpointName, of place: Int) -> [SlabIndex] {
        if pattern.isSpecific {
            return self.endpoint(pattern, of: place).map { [$0] } ?? []
        }
        let all = self.endpointsOfGateways[place] ?? []
        return all.filter { self.endpoints[$0].map { pattern.covers($0.name) } ?? false }
    }

    // MARK: The trace

    private mutating func leg(of owner: CommandOwner) -> LegID? {
        switch owner {
        case .endpoint(let index, _): self.tracedLeg(of: index)
        case .gateway: nil
        }
    }

    private mutating func tracedLeg(of index: SlabIndex) -> LegID? {
        self.endpoints.with(index) { $0?.tracedLeg }
    }

    private mutating func trace(
        _ bytes: [UInt8],
        _ direction: TracedMessage.Direction,
        _ remote: TransportAddress,
        leg: LegID?
    ) {
        self.services.observe(
            .message(
                TracedMessage(
                    leg: leg,
                    direction: direction,
                    transport: .udp,
                    local: self.services.configuration.address,
                    remote: remote,
                    bytes: bytes
                )
            )
        )
    }
}
