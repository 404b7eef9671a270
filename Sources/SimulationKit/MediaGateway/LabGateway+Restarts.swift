package import MGCPSyntax
package import ProtocolKit

extension LabGateway {
    // MARK: RSIP

    /// Announces a restart of the endpoints that a local name or pattern covers, and does what it says (RFC 3435 §2.3.12).
    package mutating func restart(
        _ method: RestartMethod = .restart,
        of pattern: ByteString = "*",
        delay: UInt32? = nil,
        reason: MGCPReasonCode.Registered? = nil,
        at now: Instant
    ) {
        guard let name = EndpointName(ByteString(pattern.bytes + [0x40] + self.configuration.domain.bytes)) else {
            return
        }
        let indices = self.indices(coveredBy: name)
        if method == .restart, indices.count == self.endpoints.count {
            self.transactions.forgetAll()
            self.openRestarts = 0
            self.heldNotifications = []
        }
        for index in indices {
            self.undergo(method, index, at: now)
        }
        if method == .graceful, let delay, delay > 0 {
            self.gracefulEnd = now.advanced(by: .seconds(Int64(delay)))
        } else if method == .cancelGraceful {
            self.gracefulEnd = nil
        }
        self.announce(method, name, delay: delay, reason: reason, of: name.isSpecific ? indices.first : nil, at: now)
        self.settle(at: now)
    }

    private mutating func undergo(_ method: RestartMethod, _ index: Int, at now: Instant) {
        switch method {
        case .restart:
            self.removeConnections(of: index, at: now) { _ in true }
            self.endpoints[index].reset()
        case .forced:
            self.removeConnections(of: index, at: now) { _ in true }
            self.endpoints[index].reset()
            self.endpoints[index].isInService = false
        case .graceful: self.endpoints[index].isClosing = true
        case .cancelGraceful: self.endpoints[index].isClosing = false
        case .disconnected, .other: break
        }
    }

    private mutating func announce(
        _ method: RestartMethod,
        _ name: EndpointName,
        delay: UInt32?,
        reason: MGCPReasonCode.Registered?,
        of index: Int?,
        at now: Instant
    ) {
        let isSent = self.send(
            .restartInProgress,
            endpoint: index,
            named: name,
            to: self.notifiedAddress(of: index),
            at: now
        ) { writer in
            writer.parameter(method)
            if let delay {
                writer.parameter(RestartDelay(seconds: delay))
            }
            if let reason {
                writer.parameter(MGCPReasonCode(reason, commentary: ByteString(stringLiteral: reason.meaning)))
            }
        }
        if isSent {
            self.openRestarts += 1
        }
    }

    /// Deletes a connection of its own accord (§2.3.8).
    package mutating func deleteConnection(
        _ id: MGCPConnectionID,
        on endpoint: ByteString,
        reason: MGCPReasonCode.Registered,
        at now: Instant
    ) {
        guard let index = self.index(of: endpoint),
            let connection = self.endpoints[index].connections.first(where: { $0.id == id })
        else {
            return
        }
        let parameters = self.removeConnections(of: index, at: now) { $0.id == id }.first
        _ = self.send(
            .deleteConnection,
            endpoint: index,
            named: self.endpoints[index].name,
            to: self.notifiedAddress(of: index),
            at: now
        ) { writer in
            writer.parameter(connection.callID)
            writer.parameter(ConnectionIDs([id]))
            writer.parameter(MGCPReasonCode(reason, commentary: ByteString(stringLiteral: reason.meaning)))
            if let parameters {
                writer.parameter(parameters)
            }
        }
        self.settle(at: now)
    }

    // MARK: Answers and their absence

    /// The call agent answered a command.
    mutating func receiveAnswer(_ response: MGCPResponse, to command: LabTransactions.Command, at now: Instant) {
        if response.code == .redirected, let entity = try? response.parameters.first(NotifiedEntity.self) {
            self.follow(entity, of: command, at: now)
            return
        }
        if let index = command.endpoint {
            self.endpoints[index].isDisconnected = false
        }
        switch command.verb {
        case .notify:
            if let index = command.endpoint {
                self.endpoints[index].receiveNotifyAnswer(at: now)
            }
        case .restartInProgress:
            self.endRestart(at: now)
        case .createConnection, .modifyConnection, .deleteConnection, .notificationRequest, .endpointConfiguration,
            .auditEndpoint, .auditConnection, .message, .other:
            break
        }
    }

    /// Another call agent is to be told (§2.4, 521): the same command goes there.
    private mutating func follow(_ entity: NotifiedEntity, of command: LabTransactions.Command, at now: Instant) {
        let concerned = command.endpoint.map { [$0] } ?? Array(self.endpoints.indices)
        for index in concerned {
            self.endpoints[index].notifiedEntity = entity
        }
        guard let destination = self.address(of: entity) else {
            self.giveUp(command, at: now)
            return
        }
        var redirected = command
        redirected.destination = destination
        if self.transactions.open(redirected, at: now) {
            self.post(redirected.bytes, to: destination)
        }
    }

    private mutating func endRestart(at now: Instant) {
        self.openRestarts = max(0, self.openRestarts - 1)
        if self.openRestarts == 0 {
            self.releaseHeldNotifications(at: now)
        }
    }

    /// The call agent did not answer: the endpoint is disconnected and says so after a while (§4.4.7).
    mutating func giveUp(_ command: LabTransactions.Command, at now: Instant) {
        let endpoint = command.endpoint.map { self.endpoints[$0].name.localName.text }
        self.outputs.append(.note(.unanswered(command.verb), endpoint: endpoint))
        if command.verb == .restartInProgress {
            self.openRestarts = max(0, self.openRestarts - 1)
        }
        let index = command.endpoint ?? -1
        if let endpoint = command.endpoint {
            self.endpoints[endpoint].isDisconnected = true
            self.endpoints[endpoint].receiveNotifyAnswer(at: now)
        }
        let longest = self.configuration.timers.disconnectedDelay
        let wait = self.restarts[index].map { min($0.wait * 2, longest * 40) } ?? self.random.duration(below: longest)
        self.restarts[index] = (now.advanced(by: wait), max(wait, .seconds(1)))
    }

    /// Announces that endpoints were disconnected, and ends a graceful restart, when the time has come.
    mutating func advanceRestarts(to now: Instant) {
        for (index, restart) in self.restarts where restart.at <= now {
            self.restarts[index] = nil
            let name = index < 0 ? self.wholeGateway : self.endpoints[index].name
            guard let name, index < 0 || self.endpoints[index].isDisconnected else {
                continue
            }
            self.announce(.disconnected, name, delay: nil, reason: nil, of: index < 0 ? nil : index, at: now)
        }
        if let end = self.gracefulEnd, end <= now {
            self.gracefulEnd = nil
            self.restart(.forced, at: now)
        }
    }

    private var wholeGateway: EndpointName? {
        EndpointName(ByteString([0x2A, 0x40] + self.configuration.domain.bytes))
    }
}

extension LabEndpoint {
    /// Forgets everything that a call agent ever said; the telephone stays as it is.
    mutating func reset() {
        self.endSignals { _ in true }
        self.request = LabRequest()
        self.digitMap = nil
        self.observed = []
        self.quarantine = []
        self.notification = .open
        self.dialString = nil
        self.digitDeadline = nil
        self.notifiedEntity = nil
        self.commander = nil
        self.bearer = nil
        self.callerID = []
        self.circuit = .idle
        self.owesDigits = false
        self.isInService = true
        self.isClosing = false
        self.isDisconnected = false
    }
}
