import MGCPSyntax
import ProtocolKit

/// A request for notifications and signals that was checked and not executed yet.
struct LabCheckedRequest {
    let request: LabRequest
    let digitMap: DigitMap?
    let persistentEvents: PersistentEvents?
}

extension LabGateway {
    // MARK: RQNT

    /// Asks endpoints for events and signals (RFC 3435 §2.3.3).
    mutating func requestNotifications(
        _ command: MGCPCommand,
        from source: TransportAddress,
        at now: Instant
    ) throws(LabRefusal) -> LabReply {
        let indices = try self.allEndpoints(command)
        try self.checkService(indices)
        for index in indices {
            let request = try self.checkedRequest(command, for: index)
            try self.noteCommander(source, command, of: index)
            self.perform(request, on: index, at: now)
        }
        return LabReply(.executed)
    }

    /// The request inside a command for a connection; only there when it has an identifier or asks for something.
    func embeddedRequest(_ command: MGCPCommand, for index: Int) throws(LabRefusal) -> LabCheckedRequest? {
        let parts: [MGCPParameterName] = [.requestID, .requestedEvents, .signalRequests, .digitMap]
        guard parts.contains(where: command.parameters.contains) else {
            return nil
        }
        // The whole of it replaces the former request, and that needs a name of its own (§2.3.5).
        guard command.parameters.contains(.requestID) else {
            throw LabRefusal(.protocolError)
        }
        return try self.checkedRequest(command, for: index)
    }

    /// Executes a request.
    mutating func perform(_ checked: LabCheckedRequest?, on index: Int, at now: Instant) {
        guard let checked else {
            return
        }
        if let persistent = checked.persistentEvents {
            self.endpoints[index].persistentEvents = persistent.events
        }
        var request = checked.request
        let current = self.endpoints[index].connections.last?.id
        request.signals = request.signals.map { $0.placed(on: current) }
        self.endpoints[index].adopt(request, digitMap: checked.digitMap, at: now)
    }

    private func checkedRequest(_ command: MGCPCommand, for index: Int) throws(LabRefusal) -> LabCheckedRequest {
        let parameters = command.parameters
        var request = LabRequest()
        request.id = try parameters.optional(MGCPRequestID.self)
        request.events = try parameters.optional(RequestedEvents.self)?.events ?? []
        request.signals = try parameters.optional(SignalRequests.self)?.signals ?? []
        request.quarantine = try parameters.optional(QuarantineHandling.self) ?? QuarantineHandling()
        request.detected = try parameters.optional(DetectEvents.self)?.signals
        let digitMap = try parameters.optional(DigitMap.self)
        let persistent = try parameters.optional(PersistentEvents.self)
        try self.check(digitMap)
        let check = LabRequestCheck(
            endpoint: self.endpoints[index],
            isOffHook: self.endpoints[index].hookState(for: request.quarantine),
            createsConnection: command.verb == .createConnection
        )
        let hasDigitMap = digitMap != nil || self.endpoints[index].digitMap != nil
        try check.check(request.events + (persistent?.events ?? []), hasDigitMap: hasDigitMap)
        try check.check(request.signals)
        try check.checkHook(request)
        return LabCheckedRequest(request: request, digitMap: digitMap, persistentEvents: persistent)
    }

    private func check(_ digitMap: DigitMap?) throws(LabRefusal) {
        guard let digitMap else {
            return
        }
        guard digitMap.extensionLetters.isEmpty else {
            throw LabRefusal(.unknownDigitMapExtension)
        }
        if let limit = self.configuration.quirks.digitMapLimit, digitMap.written.count > limit {
            throw LabRefusal(.insufficientResources)
        }
    }

    // MARK: NTFY

    /// Tells the call agent of events; what happens during a restart is told after it (§4.4.6).
    mutating func notify(_ events: [MGCPSignal], of index: Int, at now: Instant) {
        guard self.openRestarts == 0 else {
            if self.heldNotifications.count < self.configuration.limits.pending {
                self.heldNotifications.append((index, events))
            }
            return
        }
        let endpoint = self.endpoints[index]
        let zero = MGCPRequestID("0")
        let isSent = self.send(
            .notify,
            endpoint: index,
            named: endpoint.name,
            to: self.notifiedAddress(of: index),
            at: now
        ) { writer in
            if let entity = endpoint.notifiedEntity {
                writer.parameter(entity)
            }
            if let id = endpoint.request.id ?? zero {
                writer.parameter(id)
            }
            writer.parameter(ObservedEvents(events))
        }
        if isSent {
            self.note(.notified(events), index)
        }
    }

    /// Sends what was held back during a restart.
    mutating func releaseHeldNotifications(at now: Instant) {
        let held = self.heldNotifications
        self.heldNotifications = []
        for notification in held {
            self.notify(notification.events, of: notification.endpoint, at: now)
        }
    }

    /// Where an endpoint's notifications go: its notified entity, else whoever commanded it, else the call agent.
    func notifiedAddress(of index: Int?) -> TransportAddress {
        guard let index else {
            return self.configuration.callAgent
        }
        let endpoint = self.endpoints[index]
        return endpoint.notifiedEntity.flatMap(self.address) ?? endpoint.commander ?? self.configuration.callAgent
    }

    /// The address of an entity; `nil` when its name is not known here.
    func address(of entity: NotifiedEntity) -> TransportAddress? {
        let port = entity.port ?? NotifiedEntity.defaultPort
        if let address = entity.address {
            return TransportAddress(address, port)
        }
        let known = self.configuration.agents.first { MGCPName($0.key) == entity.domain }?.value
        return known.map { TransportAddress($0.ip, entity.port ?? $0.port) }
    }
}

extension MGCPSignal {
    /// `@$` is the connection that the command makes (§3.2.2.4).
    fileprivate func placed(on current: MGCPConnectionID?) -> MGCPSignal {
        guard self.name.place == .currentConnection, let current else {
            return self
        }
        return MGCPSignal(EventName(self.name.package, self.name.event, at: .connection(current)), self.parameters)
    }
}
