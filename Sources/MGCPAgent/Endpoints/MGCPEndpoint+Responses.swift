import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// What becomes of the commands that were sent.
extension MGCPEndpoint {
    /// The command that waits for an answer was answered; the answer to an earlier one says nothing any more.
    mutating func receive(_ response: MGCPResponse, to number: UInt32, _ services: inout CallAgentServices) {
        guard self.outstanding?.number == number, let command = self.outstanding.take() else {
            return
        }
        if self.followsRedirection(response, command, &services) {
            return
        }
        if command.verb == .auditEndpoint {
            self.receiveAudit(EndpointAuditAnswer(response, to: self.auditScope), &services)
            return
        }
        if command.verb == .auditConnection {
            self.receiveConnectionAudit(ConnectionAudit(response), command)
            return
        }
        guard response.code.kind == .success else {
            let treatment = ReturnCodeTreatment.of(response.code, to: command.verb)
            self.isUnknownToGateway = response.code == .unknownEndpoint
            self.service.refused(response.code)
            self.receiveRefusal(
                of: command,
                ReleaseCause(refusal: response, to: command.verb),
                treatment.remedy,
                &services
            )
            return
        }
        self.setbacks = 0
        self.isUnknownToGateway = false
        self.service.succeeded()
        self.noteRequest(of: command)
        switch command.verb {
        case .createConnection: self.connectionCreated(response, command, &services)
        case .modifyConnection: self.connectionModified(response, command, &services)
        case .deleteConnection: self.connectionDeleted(response.parameters, command, &services)
        case .endpointConfiguration, .notificationRequest, .notify, .auditEndpoint, .auditConnection,
            .restartInProgress, .message, .other:
            break
        }
    }

    /// The gateway sends the command to another address of its own (521); a bounded number of times it is followed there.
    private mutating func followsRedirection(
        _ response: MGCPResponse,
        _ command: EndpointCommand,
        _ services: inout CallAgentServices
    ) -> Bool {
        guard response.code == .redirected, let outgoing = command.outgoing,
            let address = services.directory[self.gateway]?.redirection(
                response,
                after: command.redirections,
                limits: services.configuration.limits
            ),
            let transaction = services.transactions.send(
                outgoing,
                to: address,
                for: .endpoint(self.index, number: command.number),
                at: services.now
            )
        else {
            return false
        }
        self.outstanding = command
        self.outstanding?.transaction = transaction
        self.outstanding?.redirections += 1
        return true
    }

    /// What the gateway goes by from now on, unless an event has used it up already (RFC 3435 §4.4.1).
    private mutating func noteRequest(of command: EndpointCommand) {
        guard let request = command.request else {
            return
        }
        self.told = command.isNotified ? nil : request.lasting
        self.formerRequestID = self.requestID
        self.requestID = command.requestID
        self.knowsNotifiedEntity = true
    }

    // MARK: Connections

    private mutating func connectionCreated(
        _ response: MGCPResponse,
        _ command: EndpointCommand,
        _ services: inout CallAgentServices
    ) {
        if let id = (try? response.parameters.first(ConnectionIDs.self))?.connections.first {
            self.connectionCreated(id, response, command, &services)
            return
        }
        // Without its name the connection can never be changed or deleted (§2.3.5).
        services.observe(self.violation("RFC 3435 §2.3.5", "no connection identifier", services))
        self.unnamed = Shared(UnnamedConnection(command: command, response: response))
        if services.settings(self.gateway).value.isMinimal {
            self.loseUnnamed(&services)
        } else {
            self.requestAudit(&services)
        }
    }

    /// An audit tells the names of all connections: the one that is nobody's is the one that was not named.
    mutating func nameConnection(among told: [MGCPConnectionID]?, _ services: inout CallAgentServices) {
        guard let unnamed = self.unnamed?.value else {
            return
        }
        let strangers = told?.filter { id in !self.legs.contains { $0.connection.id == id } } ?? []
        guard strangers.count == 1, let id = strangers.first else {
            self.loseUnnamed(&services)
            return
        }
        self.unnamed = nil
        self.connectionCreated(id, unnamed.response, unnamed.command, &services)
    }

    /// A connection cannot be named: it is deleted with all that the endpoint has, unless calls stand on others.
    mutating func loseUnnamed(_ services: inout CallAgentServices) {
        guard let unnamed = self.unnamed.take()?.value, let place = self.place(of: unnamed.command.leg) else {
            return
        }
        self.mustClear = !self.legs.contains { $0.connection.id != nil }
        let cause = ReleaseCause.local(.protocolViolation, .temporaryFailure)
        if self.legs[place].isLive {
            self.legs[place].connection.state = .gone
            self.legFailed(place, cause, &services)
        } else {
            self.connectionGone(place, &services)
        }
    }

    private mutating func connectionCreated(
        _ id: MGCPConnectionID,
        _ response: MGCPResponse,
        _ command: EndpointCommand,
        _ services: inout CallAgentServices
    ) {
        guard let place = self.place(of: command.leg), let terms = command.terms else {
            return
        }
        self.legs[place].connection.opened(id, as: terms, local: self.description(response, services))
        if self.legs[place].connection.exchange == command.exchange {
            self.legs[place].connection.exchange = nil
        }
        guard !self.leaves(place, response, &services), self.legs[place].isLive else {
            return
        }
        if self.line != nil {
            self.lineConnected(place, &services)
        } else {
            self.circuitConnected(place, &services)
        }
        if let exchange = command.exchange {
            self.reportAnswer(place, exchange, &services)
        }
    }

    private mutating func connectionModified(
        _ response: MGCPResponse,
        _ command: EndpointCommand,
        _ services: inout CallAgentServices
    ) {
        guard let place = self.place(of: command.leg), let terms = command.terms else {
            return
        }
        self.legs[place].connection.modified(to: terms, local: self.description(response, services))
        guard self.legs[place].isLive else {
            return
        }
        if let exchange = command.exchange {
            if self.legs[place].connection.exchange == exchange {
                self.legs[place].connection.exchange = nil
            }
            self.reportAnswer(place, exchange, &services)
        }
    }

    /// The answer to a DLCX, or the DLCX of a gateway, tells what was counted (§2.3.9, §3.2.2.7).
    private mutating func connectionDeleted(
        _ parameters: MGCPParameters,
        _ command: EndpointCommand,
        _ services: inout CallAgentServices
    ) {
        guard let place = self.place(of: command.leg) else {
            return
        }
        self.reportStatistics(parameters, place, &services)
        self.connectionGone(place, &services)
    }

    /// Passes on what the gateway has counted.
    mutating func reportStatistics(_ parameters: MGCPParameters, _ place: Int, _ services: inout CallAgentServices) {
        guard self.legs[place].stage != .over, self.legs[place].isKnownToCallControl,
            let counted = try? parameters.first(ConnectionParameters.self)
        else {
            return
        }
        services.report(.statistics(ConnectionStatistics(counted)), from: self.legs[place].id)
    }

    private func description(_ response: MGCPResponse, _ services: CallAgentServices) -> SessionDescription? {
        try? response.parameters.description(0)
    }

    // MARK: Exchanges

    /// Answers an offer of call control with what the gateway says of itself (RFC 3264 §6).
    mutating func reportAnswer(_ place: Int, _ exchange: ExchangeID, _ services: inout CallAgentServices) {
        guard let description = self.described(place) else {
            services.report(
                .offerRefused(exchange, .local(.mediaMismatch, .bearerCapabilityNotImplemented)),
                from: self.legs[place].id
            )
            return
        }
        services.report(.answer(description, exchange, nil), from: self.legs[place].id)
    }

    /// The gateway's description for call control, with the direction that the connection has by our word.
    func described(_ place: Int, direction: MediaDirection? = nil) -> SessionDescription? {
        guard let local = self.legs[place].connection.local, local.isUsable else {
            return nil
        }
        let direction = direction ?? self.legs[place].connection.terms.mode.direction
        return self.legs[place].remoteShape.fill(local.with(direction))
    }

    // MARK: Refusals

    /// A command was refused, or could not be sent.
    mutating func receiveRefusal(
        of command: EndpointCommand,
        _ cause: ReleaseCause,
        _ remedy: ReturnCodeTreatment.Remedy,
        _ services: inout CallAgentServices
    ) {
        self.setbacks += 1
        guard self.setbacks <= Self.longestSetback else {
            self.giveUp(command, cause, &services)
            return
        }
        switch remedy {
        case .degrade, .askInSteps, .repeatDigitMap:
            if !self.degrade(command, remedy, services) {
                self.giveUp(command, cause, &services)
            }
        case .fallBack:
            if !self.fallBack(command) {
                self.giveUp(command, cause, &services)
            }
        case .learnOffHook, .learnOnHook:
            if command.verb == .deleteConnection {
                // Nothing of a command is done whose request is refused: the connection stands (§2.3.3, §4.4.4).
                self.told = nil
                self.takeBack(command)
            } else {
                self.giveUp(command, cause, &services)
            }
            self.learnHook(remedy == .learnOffHook ? .offHook : .onHook, &services)
        case .takeOutOfService, .awaitRestart:
            self.giveUp(command, cause, mayGoElsewhere: true, &services)
            self.service.refused(.endpointNotReady)
            self.loseService(cause, &services)
        case .reconcile:
            self.giveUp(command, cause, &services)
            self.requestAudit(&services)
        case .backOff:
            services.noteOverload(of: self.gateway)
            self.giveUp(command, cause, &services)
        case .tryElsewhere:
            self.giveUp(command, cause, mayGoElsewhere: true, &services)
        case .giveUp:
            self.giveUp(command, cause, &services)
        }
    }

    /// The next request leaves out what is missed least of this one; `false` when nothing is left to leave out.
    private mutating func degrade(
        _ command: EndpointCommand,
        _ remedy: ReturnCodeTreatment.Remedy,
        _ services: CallAgentServices
    ) -> Bool {
        guard let request = command.request else {
            return false
        }
        self.told = nil
        if remedy != .repeatDigitMap {
            let writer = self.writer(for: request.watch, services)
            let former = writer.text(request)
            let step = self.order(of: remedy).first { step in
                guard !self.lacks.contains(step) else {
                    return false
                }
                return RequestWriter(writer, lacking: step).text(request) != former
            }
            guard let step else {
                return false
            }
            self.lacks.insert(step)
        }
        self.line?.oweAgain(request.signals)
        self.circuit?.oweAgain(request.signals)
        self.takeBack(command)
        return true
    }

    private func order(of remedy: ReturnCodeTreatment.Remedy) -> [EndpointLacks] {
        remedy == .askInSteps ? [.loops] + EndpointLacks.order : EndpointLacks.order
    }

    /// The connection is asked for again with the one codec that every gateway has; `false` when it was already.
    private mutating func fallBack(_ command: EndpointCommand) -> Bool {
        guard command.verb == .createConnection, let place = self.place(of: command.leg),
            !self.legs[place].connection.isFallenBack
        else {
            return false
        }
        self.legs[place].connection.isFallenBack = true
        self.takeBack(command)
        return true
    }

    /// The command has had no effect: what it asked for is due again.
    private mutating func takeBack(_ command: EndpointCommand) {
        guard let place = self.place(of: command.leg) else {
            return
        }
        switch self.legs[place].connection.state {
        case .creating: self.legs[place].connection.state = .wanted
        case .deleting(let id): self.legs[place].connection.state = .open(id)
        case .wanted, .open, .gone: break
        }
    }

    /// The command is not repeated: what waited for it is told.
    private mutating func giveUp(
        _ command: EndpointCommand,
        _ cause: ReleaseCause,
        mayGoElsewhere: Bool = false,
        _ services: inout CallAgentServices
    ) {
        if let request = command.request {
            // Told or not, it is not asked for again.
            self.told = command.verb == .notificationRequest ? request.lasting : nil
        }
        guard let place = self.place(of: command.leg) else {
            return
        }
        switch command.verb {
        case .createConnection:
            self.legs[place].connection.state = .gone
            if self.legs[place].isLive, mayGoElsewhere, self.circuit != nil {
                // Another circuit may have what this one lacks.
                self.giveWay(place, cause, &services)
            } else if self.legs[place].isLive {
                self.legFailed(place, cause, &services)
            } else {
                self.connectionGone(place, &services)
            }
        case .modifyConnection:
            self.modificationFailed(place, command, cause, &services)
        case .deleteConnection:
            // Whatever the reason, there is nothing more to be done about it than an audit finds (§4.4.3).
            self.connectionGone(place, &services)
        case .endpointConfiguration, .notificationRequest, .notify, .auditEndpoint, .auditConnection,
            .restartInProgress, .message, .other:
            break
        }
    }

    private mutating func modificationFailed(
        _ place: Int,
        _ command: EndpointCommand,
        _ cause: ReleaseCause,
        _ services: inout CallAgentServices
    ) {
        guard self.legs[place].isLive else {
            return
        }
        self.legs[place].connection.refused()
        if command.terms?.mode == .conference {
            // The gateway cannot join two connections: the parties stay one at a time.
            self.lacks.insert(.conferences)
            self.leaveConference(&services)
            return
        }
        if let exchange = command.exchange {
            // What was agreed before stands on both sides (RFC 3264 §8, RFC 3435 §2.3.6).
            services.report(.offerRefused(exchange, cause), from: self.legs[place].id)
        } else {
            self.legFailed(place, cause, &services)
        }
    }

    /// A command was not answered: whether it was carried out, an audit tells once the gateway answers (§4.4.2).
    mutating func receiveSilence(_ services: inout CallAgentServices) {
        guard let command = self.outstanding else {
            return
        }
        self.outstanding = nil
        if command.verb == .auditEndpoint {
            services.audits.finished(self.index)
            self.isKnown = true
            self.loseUnnamed(&services)
        } else {
            self.giveUp(command, .local(.transactionTimeout, .recoveryOnTimerExpiry), &services)
            self.requestAudit(&services)
            let isMinimal = services.settings(self.gateway).value.isMinimal
            self.mustClear = isMinimal && !self.legs.contains { $0.connection.id != nil }
        }
        self.told = nil
        self.failUnsent(&services)
    }

    /// Legs whose CRCX has waited behind the command end with it, if the gateway does not answer at all.
    private mutating func failUnsent(_ services: inout CallAgentServices) {
        guard !services.mayBeTried(self.gateway) else {
            return
        }
        for place in self.legs.indices where self.legs[place].isLive && self.legs[place].connection.state == .wanted {
            self.legFailed(place, .local(.transactionTimeout, .recoveryOnTimerExpiry), &services)
        }
    }

    /// What is believed of the endpoint may be wrong: it is asked, if it can be.
    private func requestAudit(_ services: inout CallAgentServices) {
        if !services.settings(self.gateway).value.isMinimal {
            services.audits.add(self.index, of: self.gateway, .busy)
        }
    }

    func violation(_ clause: ByteString, _ what: ByteString, _ services: CallAgentServices) -> Observation {
        .peerViolation(
            PeerViolation(
                clause: clause,
                what: what,
                from: services.settings(self.gateway).value.addresses.first,
                leg: self.tracedLeg
            )
        )
    }
}

extension ConnectionStatistics {
    /// What the `P` line tells.
    init(_ counted: ConnectionParameters) {
        self.init()
        self.packetsSent = counted.packetsSent ?? 0
        self.octetsSent = counted.octetsSent ?? 0
        self.packetsReceived = counted.packetsReceived ?? 0
        self.octetsReceived = counted.octetsReceived ?? 0
        self.packetsLost = counted.packetsLost ?? 0
        self.jitterMilliseconds = counted.jitter.map { UInt32(clamping: $0) }
        self.latencyMilliseconds = counted.latency.map { UInt32(clamping: $0) }
    }
}
