package import MGCPSyntax
import ProtocolKit
import SDP

extension LabGateway {
    // MARK: CRCX

    /// Makes a connection (RFC 3435 §2.3.5).
    mutating func createConnection(
        _ command: MGCPCommand,
        from source: TransportAddress,
        at now: Instant
    ) throws(LabRefusal) -> LabReply {
        let index = try self.endpointForConnection(command)
        let callID = try command.parameters.required(MGCPCallID.self, orElse: .unknownCall)
        let mode = try command.parameters.required(ConnectionModes.self, orElse: .unsupportedMode).mode
        guard !command.parameters.contains(.secondEndpoint) else {
            throw LabRefusal(.unsupportedFunctionality)
        }
        let request = try self.embeddedRequest(command, for: index)
        let options = try command.parameters.optional(LocalConnectionOptions.self) ?? LocalConnectionOptions()
        let remote = try command.parameters.remoteDescription()
        try self.checkMode(mode, hasRemote: remote != nil)
        let negotiation = LabNegotiation(configuration: self.configuration, options: options, remote: remote)
        let formats = try negotiation.formats()
        var connection = try self.newConnection(callID, mode, at: now)
        connection.options = options
        connection.remote = remote
        self.describe(&connection, formats, negotiation)
        self.endpoints[index].connections.append(connection)
        self.note(.connectionCreated(connection.id), index)
        try self.noteCommander(source, command, of: index)
        self.perform(request, on: index, at: now)
        return self.creationReply(connection, command, index)
    }

    private func creationReply(_ connection: LabConnection, _ command: MGCPCommand, _ index: Int) -> LabReply {
        var reply = LabReply(.executed)
        if !self.configuration.quirks.omitsConnectionID {
            reply.add(ConnectionIDs([connection.id]))
        }
        if !command.endpoint.isSpecific {
            reply.add(SpecificEndpoint(self.endpoints[index].name))
        }
        if connection.remote != nil || !self.configuration.quirks.omitsEarlyDescription {
            reply.add(connection.local)
        }
        return reply
    }

    /// The endpoint that a connection is made on; of "any of" the first that has room.
    private func endpointForConnection(_ command: MGCPCommand) throws(LabRefusal) -> Int {
        guard command.endpoint.namesAny else {
            let index = try self.specificEndpoint(command)
            try self.checkService([index])
            guard !self.endpoints[index].isClosing else {
                throw LabRefusal(.noResourcesNow)
            }
            guard self.endpoints[index].connections.count < self.endpoints[index].settings.connectionLimit else {
                throw LabRefusal(.connectionLimitExceeded)
            }
            return index
        }
        let indices = self.indices(coveredBy: command.endpoint)
        guard !indices.isEmpty else {
            throw LabRefusal(.unknownEndpoint)
        }
        // "Any of" is an endpoint that is idle (RFC 3435 §2.1.2).
        let free = indices.first { index in
            let endpoint = self.endpoints[index]
            return endpoint.isInService && !endpoint.isClosing && endpoint.connections.isEmpty
        }
        guard let free else {
            throw LabRefusal(.noEndpointAvailable)
        }
        return free
    }

    private func checkMode(_ mode: ConnectionMode, hasRemote: Bool) throws(LabRefusal) {
        switch mode {
        case .sendOnly, .sendReceive, .conference:
            guard hasRemote else {
                throw LabRefusal(.missingRemoteDescriptor)
            }
        case .receiveOnly, .inactive, .loopback, .continuityTest, .networkLoopback, .networkContinuityTest:
            break
        case .other(let name):
            // RFC 2705's name for what a tap gets; RFC 3435 left it to packages.
            guard name == "replcate" else {
                throw LabRefusal(.unsupportedMode)
            }
        }
    }

    private mutating func newConnection(
        _ callID: MGCPCallID,
        _ mode: ConnectionMode,
        at now: Instant
    ) throws(LabRefusal) -> LabConnection {
        let range = self.configuration.mediaPorts
        let ports = stride(from: range.lowerBound, to: range.upperBound, by: 2)
        // A port that was used last is used again last, so that late packets of a former call meet nobody.
        let free = ports.filter { !self.mediaPorts.contains($0) }
        guard !free.isEmpty, let id = self.newConnectionID() else {
            throw LabRefusal(.noResourcesNow)
        }
        let port = free[Int(self.random.number(below: UInt64(free.count)))]
        self.mediaPorts.insert(port)
        return LabConnection(
            id: id,
            callID: callID,
            localPort: port,
            mode: mode,
            session: LocalSession(
                sessionID: self.random.number(below: 1 << 40),
                address: self.configuration.mediaAddress
            ),
            unchangedSince: now
        )
    }

    private mutating func newConnectionID() -> MGCPConnectionID? {
        let digits = Array("0123456789ABCDEF".utf8)
        return MGCPConnectionID(ByteString(self.random.octets(16).map { digits[Int($0 & 15)] }))
    }

    /// Writes our side of the session anew.
    private func describe(
        _ connection: inout LabConnection,
        _ formats: [PayloadFormat],
        _ negotiation: LabNegotiation
    ) {
        connection.formats = formats
        let capability = MediaCapability(kind: .audio, payloads: formats)
        var media = capability.offer(at: MediaAddress(self.configuration.mediaAddress, port: connection.localPort))
        if let packetization = negotiation.packetization {
            media.attributes.append(ByteString("ptime:\(packetization)"))
        }
        connection.local = connection.session.describe([media])
    }

    // MARK: MDCX

    /// Changes a connection; one that cannot be as asked for stays as it was (§2.3.6).
    mutating func modifyConnection(
        _ command: MGCPCommand,
        from source: TransportAddress,
        at now: Instant
    ) throws(LabRefusal) -> LabReply {
        let index = try self.specificEndpoint(command)
        try self.checkService([index])
        let place = try self.connectionPlace(command, on: index)
        let request = try self.embeddedRequest(command, for: index)
        var connection = self.endpoints[index].connections[place]
        let former = connection.local
        let mode = try command.parameters.optional(ConnectionModes.self)?.mode ?? connection.mode
        let options = try command.parameters.optional(LocalConnectionOptions.self)
        let remote = try command.parameters.remoteDescription()
        try self.checkMode(mode, hasRemote: remote != nil || connection.remote != nil)
        if !self.hasRealMedia {
            connection.estimateStatistics(at: now)
        }
        connection.options = options ?? connection.options
        connection.remote = remote ?? connection.remote
        connection.mode = mode
        if options != nil || remote != nil {
            let negotiation = LabNegotiation(
                configuration: self.configuration,
                options: connection.options,
                remote: connection.remote
            )
            self.describe(&connection, try negotiation.formats(), negotiation)
        }
        self.endpoints[index].connections[place] = connection
        self.note(.connectionModified(connection.id), index)
        try self.noteCommander(source, command, of: index)
        self.perform(request, on: index, at: now)
        var reply = LabReply(.executed)
        if connection.local != former || options != nil || (remote != nil && self.hidEarlyDescription(former)) {
            reply.add(connection.local)
        }
        return reply
    }

    private func hidEarlyDescription(_ former: SessionDescription?) -> Bool {
        former != nil && self.configuration.quirks.omitsEarlyDescription
    }

    /// Where the connection of a command stands, after its call was compared.
    func connectionPlace(_ command: MGCPCommand, on index: Int) throws(LabRefusal) -> Int {
        let ids = try command.parameters.required(ConnectionIDs.self, orElse: .incorrectConnection).connections
        guard ids.count == 1, let id = ids.first,
            let place = self.endpoints[index].connections.firstIndex(where: { $0.id == id })
        else {
            throw LabRefusal(.incorrectConnection)
        }
        if let callID = try command.parameters.optional(MGCPCallID.self),
            callID != self.endpoints[index].connections[place].callID
        {
            throw LabRefusal(.unknownCall)
        }
        return place
    }

    // MARK: DLCX

    /// Deletes one connection, those of a call, or all, on one endpoint or on many (§2.3.7 to §2.3.9).
    mutating func deleteConnections(
        _ command: MGCPCommand,
        from source: TransportAddress,
        at now: Instant
    ) throws(LabRefusal) -> LabReply {
        let indices = try self.allEndpoints(command)
        guard !command.parameters.contains(.connectionID) else {
            return try self.deleteConnection(command, indices, from: source, at: now)
        }
        let callID = try command.parameters.optional(MGCPCallID.self)
        if let callID, command.endpoint.isSpecific, let index = indices.first,
            !self.endpoints[index].connections.contains(where: { $0.callID == callID })
        {
            throw LabRefusal(.unknownCall)
        }
        for index in indices {
            let request = try self.embeddedRequest(command, for: index)
            self.removeConnections(of: index, at: now) { callID == nil || $0.callID == callID }
            try self.noteCommander(source, command, of: index)
            self.perform(request, on: index, at: now)
        }
        return LabReply(.connectionDeleted)
    }

    private mutating func deleteConnection(
        _ command: MGCPCommand,
        _ indices: [Int],
        from source: TransportAddress,
        at now: Instant
    ) throws(LabRefusal) -> LabReply {
        guard command.endpoint.isSpecific, let index = indices.first else {
            throw LabRefusal(.wildcardTooComplicated)
        }
        let place = try self.connectionPlace(command, on: index)
        let request = try self.embeddedRequest(command, for: index)
        let id = self.endpoints[index].connections[place].id
        let parameters = self.removeConnections(of: index, at: now) { $0.id == id }.first
        try self.noteCommander(source, command, of: index)
        self.perform(request, on: index, at: now)
        var reply = LabReply(.connectionDeleted)
        if let parameters {
            reply.add(parameters)
        }
        return reply
    }

    /// Removes connections and returns what each of them carried.
    @discardableResult
    mutating func removeConnections(
        of index: Int,
        at now: Instant,
        where isMeant: (LabConnection) -> Bool
    ) -> [ConnectionParameters] {
        var parameters: [ConnectionParameters] = []
        for connection in self.endpoints[index].connections where isMeant(connection) {
            var last = connection
            if !self.hasRealMedia {
                last.estimateStatistics(at: now)
            }
            parameters.append(last.parameters)
            self.mediaPorts.remove(connection.localPort)
            self.endpoints[index].connections.removeAll { $0.id == connection.id }
            // What is played on a connection ends with it.
            self.endpoints[index].endSignals { $0.name.place == .connection(connection.id) }
            self.note(.connectionDeleted(connection.id), index)
        }
        return parameters
    }

    /// States what a connection carried, when real media counts it.
    package mutating func setStatistics(_ parameters: ConnectionParameters, of id: MGCPConnectionID, on endpoint: Int) {
        guard self.endpoints.indices.contains(endpoint),
            let place = self.endpoints[endpoint].connections.firstIndex(where: { $0.id == id })
        else {
            return
        }
        self.endpoints[endpoint].connections[place].statistics = parameters
    }
}
