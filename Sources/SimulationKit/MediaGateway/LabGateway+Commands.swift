import MGCPSyntax
import ProtocolKit

extension LabGateway {
    /// Executes a command.
    mutating func reply(to command: MGCPCommand, from source: TransportAddress, at now: Instant) -> LabReply {
        do throws(LabRefusal) {
            try Self.check(command)
            return try self.execute(command, from: source, at: now)
        } catch {
            return LabReply(error.code)
        }
    }

    /// Parameters that are mandatory, forbidden or unknown and critical (RFC 3435 §3.2.2).
    private static func check(_ command: MGCPCommand) throws(LabRefusal) {
        guard !command.verb.isUnknown else {
            throw LabRefusal(.unknownCommand)
        }
        if command.parameters.extensions.contains(where: \.isCritical) {
            throw LabRefusal(.unrecognizedExtension)
        }
        if let violation = command.ruleViolation {
            throw LabRefusal(violation)
        }
    }

    private mutating func execute(
        _ command: MGCPCommand,
        from source: TransportAddress,
        at now: Instant
    ) throws(LabRefusal) -> LabReply {
        switch command.verb {
        case .createConnection: return try self.createConnection(command, from: source, at: now)
        case .modifyConnection: return try self.modifyConnection(command, from: source, at: now)
        case .deleteConnection: return try self.deleteConnections(command, from: source, at: now)
        case .notificationRequest: return try self.requestNotifications(command, from: source, at: now)
        case .endpointConfiguration: return try self.configureEndpoints(command)
        case .auditEndpoint: return try self.auditEndpoints(command)
        case .auditConnection: return try self.auditConnection(command, at: now)
        case .notify, .restartInProgress, .message, .other: throw LabRefusal(.unknownCommand)
        }
    }

    // MARK: Endpoints of a command

    /// The one endpoint of a command that takes no pattern.
    func specificEndpoint(_ command: MGCPCommand) throws(LabRefusal) -> Int {
        guard command.endpoint.isSpecific, let index = self.indices(coveredBy: command.endpoint).first else {
            throw LabRefusal(command.endpoint.namesSeveral ? .wildcardTooComplicated : .unknownEndpoint)
        }
        return index
    }

    /// All endpoints of a command that takes "all of".
    func allEndpoints(_ command: MGCPCommand) throws(LabRefusal) -> [Int] {
        let indices = self.indices(coveredBy: command.endpoint)
        guard !indices.isEmpty, !command.endpoint.namesAny else {
            throw LabRefusal(.unknownEndpoint)
        }
        return indices
    }

    /// An endpoint out of service does nothing but answer audits (RFC 3435 §2.4, 501).
    func checkService(_ indices: [Int]) throws(LabRefusal) {
        guard indices.contains(where: { self.endpoints[$0].isInService }) else {
            throw LabRefusal(.endpointNotReady)
        }
    }

    /// Whoever commands an endpoint that has no notified entity is told of its events (§2.1.4).
    mutating func noteCommander(_ source: TransportAddress, _ command: MGCPCommand, of index: Int) throws(LabRefusal) {
        guard command.parameters.contains(.notifiedEntity) else {
            self.endpoints[index].commander = source
            return
        }
        self.endpoints[index].notifiedEntity = try command.parameters.optional(NotifiedEntity.self)
        self.endpoints[index].commander = source
    }

    // MARK: EPCF

    /// Tells endpoints how their lines are coded (§2.3.2).
    private mutating func configureEndpoints(_ command: MGCPCommand) throws(LabRefusal) -> LabReply {
        let indices = try self.allEndpoints(command)
        try self.checkService(indices)
        let bearer = try command.parameters.optional(BearerInformation.self)
        for index in indices {
            self.endpoints[index].bearer = bearer ?? self.endpoints[index].bearer
        }
        return LabReply(.executed)
    }
}
