import MGCPSyntax
import ProtocolKit
import SDP

extension LabGateway {
    // MARK: AUEP

    /// Lists endpoints, or tells of one (RFC 3435 §2.3.10).
    func auditEndpoints(_ command: MGCPCommand) throws(LabRefusal) -> LabReply {
        let indices = self.indices(coveredBy: command.endpoint)
        guard !indices.isEmpty, !command.endpoint.namesAny else {
            throw LabRefusal(.unknownEndpoint)
        }
        let items = try command.parameters.optional(RequestedInfo.self)?.items ?? []
        var reply = LabReply(.executed)
        guard command.endpoint.isSpecific, let index = indices.first else {
            guard items.isEmpty else {
                throw LabRefusal(.wildcardTooComplicated)
            }
            for index in indices {
                reply.add(SpecificEndpoint(self.endpoints[index].name))
            }
            return reply
        }
        for item in items {
            guard case .parameter(let name) = item else {
                throw LabRefusal(.protocolError)
            }
            try self.add(name, of: self.endpoints[index], to: &reply)
        }
        return reply
    }

    private func add(_ name: MGCPParameterName, of endpoint: LabEndpoint, to reply: inout LabReply) throws(LabRefusal) {
        switch name {
        case .requestedEvents: reply.add(RequestedEvents(endpoint.request.events))
        case .digitMap: reply.add(endpoint.digitMap ?? DigitMap([]))
        case .signalRequests:
            reply.add(SignalRequests(endpoint.signals.map { MGCPSignal($0.name, $0.parameters) }))
        case .requestID:
            if let id = endpoint.request.id ?? MGCPRequestID("0") {
                reply.add(id)
            }
        case .quarantineHandling: reply.add(endpoint.request.quarantine)
        case .notifiedEntity:
            if let entity = endpoint.notifiedEntity {
                reply.add(entity)
            } else {
                reply.addEmpty(.notifiedEntity)
            }
        case .connectionID: reply.add(ConnectionIDs(endpoint.connections.map(\.id)))
        case .detectEvents: reply.add(DetectEvents(endpoint.request.detected ?? []))
        case .observedEvents: reply.add(ObservedEvents(endpoint.observed))
        case .eventStates: reply.add(EventStates(endpoint.states))
        case .bearerInformation: reply.add(endpoint.bearer ?? BearerInformation(.muLaw))
        case .reasonCode: reply.add(MGCPReasonCode(endpoint.isInService ? .normal : .outOfService))
        case .restartMethod: reply.add(endpoint.restartMethod)
        case .restartDelay: reply.add(RestartDelay(seconds: 0))
        case .capabilities: reply.add(self.capabilities(of: endpoint))
        case .packageList: reply.add(PackageList(endpoint.packages.map { PackageList.Entry($0, version: 1) }))
        case .maximumDatagram: reply.add(MaximumDatagram(octets: 16_000))
        case .persistentEvents: reply.add(PersistentEvents(endpoint.persistentEvents))
        case .notificationState: reply.add(endpoint.notificationState)
        case .responseAck, .callID, .localConnectionOptions, .connectionMode, .connectionParameters,
            .specificEndpoint, .secondEndpoint, .secondConnection, .requestedInfo, .remoteDescriptor,
            .localDescriptor:
            throw LabRefusal(.protocolError)
        }
    }

    private func capabilities(of endpoint: LabEndpoint) -> EndpointCapabilities {
        var capabilities = EndpointCapabilities()
        capabilities.options.codecs = self.configuration.codecs.map { MGCPName($0.name) }
        if self.configuration.eventPayloadType != nil {
            capabilities.options.codecs.append("telephone-event")
        }
        capabilities.options.packetization = self.configuration.packetizations
        capabilities.options.cancelsEcho = true
        capabilities.options.suppressesSilence = false
        capabilities.options.networks = ["IN"]
        capabilities.packages = endpoint.packages
        capabilities.modes = ConnectionMode.registered
        return capabilities
    }

    // MARK: AUCX

    /// Tells of one connection (§2.3.11).
    mutating func auditConnection(_ command: MGCPCommand, at now: Instant) throws(LabRefusal) -> LabReply {
        let index = try self.specificEndpoint(command)
        let place = try self.connectionPlace(command, on: index)
        if !self.hasRealMedia {
            self.endpoints[index].connections[place].estimateStatistics(at: now)
        }
        let connection = self.endpoints[index].connections[place]
        var reply = LabReply(.executed)
        for item in try command.parameters.optional(RequestedInfo.self)?.items ?? [] {
            guard case .parameter(let name) = item else {
                throw LabRefusal(.protocolError)
            }
            switch name {
            case .callID: reply.add(connection.callID)
            case .notifiedEntity:
                if let entity = self.endpoints[index].notifiedEntity {
                    reply.add(entity)
                } else {
                    reply.addEmpty(.notifiedEntity)
                }
            case .localConnectionOptions: reply.add(connection.options)
            case .connectionMode: reply.add(ConnectionModes(connection.mode))
            case .connectionParameters: reply.add(connection.parameters)
            case .remoteDescriptor, .localDescriptor: break
            case .connectionID: reply.add(ConnectionIDs([connection.id]))
            default: throw LabRefusal(.protocolError)
            }
        }
        self.addDescriptions(of: connection, command, to: &reply)
        return reply
    }

    /// The local description stands before the remote one (§3.3.7).
    private func addDescriptions(of connection: LabConnection, _ command: MGCPCommand, to reply: inout LabReply) {
        guard let items = try? command.parameters.first(RequestedInfo.self)?.items else {
            return
        }
        if items.contains(.parameter(.localDescriptor)) {
            reply.add(connection.local)
        }
        if items.contains(.parameter(.remoteDescriptor)) {
            reply.add(connection.remote)
        }
    }
}

extension LabEndpoint {
    /// The events that led to the state it is in (RFC 3435 §3.2.2.9).
    var states: [MGCPSignal] {
        switch self.settings.kind {
        case .line: return [MGCPSignal(EventName("L", self.isOffHook ? "hd" : "hu"))]
        case .bearer: return []
        case .trunk(let package):
            switch self.circuit {
            case .idle: return [MGCPSignal(EventName(package, "rlc"))]
            case .seizedByFarSide, .seizedByCallAgent, .answered, .releasing:
                return [MGCPSignal(EventName(package, "sup"))]
            }
        }
    }

    /// What restart state it is in.
    var restartMethod: RestartMethod {
        if !self.isInService {
            return .forced
        }
        if self.isDisconnected {
            return .disconnected
        }
        return self.isClosing ? .graceful : .restart
    }
}
