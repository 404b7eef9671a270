import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// What is sent to the gateway next.
extension MGCPEndpoint {
    /// Sends the command that is due, unless another one waits for its answer.
    mutating func reconcile(_ services: inout CallAgentServices) {
        self.dropFinishedLegs()
        for place in self.legs.indices where self.legs[place].isLive {
            self.legs[place].connection.terms.mode = self.mode(ofLegAt: place)
        }
        guard self.outstanding == nil, services.mayBeTried(self.gateway) else {
            return
        }
        if self.wantsAudit {
            self.sendAudit(&services)
            return
        }
        if self.mustClear || !self.orphans.isEmpty {
            self.deleteOrphan(&services)
            return
        }
        if let (step, place) = self.dueConnection {
            self.sendConnection(step.verb, place, &services)
            return
        }
        let request = self.request
        if request.isNews(to: self.told), !self.service.isOut, self.isKnown || !self.isAtRest {
            var writer = MGCPMessageWriter()
            var command = self.begin(.notificationRequest)
            self.embed(request, in: &writer, &command, &services)
            self.send(command, writer, &services)
        }
    }

    /// The connection that a command is due for: what ends goes before what changes, and that before what begins.
    private var dueConnection: (step: MGCPConnection.Step, place: Int)? {
        var due: (step: MGCPConnection.Step, place: Int)?
        for place in self.legs.indices {
            if let step = self.legs[place].connection.due, due.map({ step < $0.step }) ?? true {
                due = (step, place)
            }
        }
        return due
    }

    /// Whether nothing happens at it: then it is asked nothing before it is known to be there.
    var isAtRest: Bool {
        self.legs.isEmpty && (self.line?.phase ?? .idle) == .idle
    }

    /// What the endpoint shall look for and play now.
    var request: EndpointRequest {
        if let request = self.line?.request(of: self) {
            return request
        }
        let hearing = self.place(of: self.circuit?.leg).map { self.legs[$0].hearing } ?? .nothing
        return self.circuit?.request(hearing: hearing) ?? EndpointRequest(.nothing)
    }

    /// The mode that a connection shall have now (RFC 3435 §3.2.2.6).
    private func mode(ofLegAt place: Int) -> ConnectionMode {
        if self.circuit?.settings.isLoopback == true {
            return .loopback
        }
        switch self.legs[place].stage {
        case .opening, .calling: return .receiveOnly
        case .ringing, .answering:
            // What a circuit lets hear before the answer is the network's ringing tone or announcement. A telephone that
            // rings is connected both ways where nobody hears it yet, so that no word is lost when it is lifted.
            let isOpen = self.circuit != nil || self.legs[place].opensEarly
            guard isOpen, self.legs[place].connection.terms.remote != nil else {
                return self.circuit == nil ? .inactive : .receiveOnly
            }
        case .talking: break
        case .ending, .over: return self.legs[place].connection.terms.mode
        }
        guard self.legs[place].connection.terms.remote != nil else {
            // A gateway may refuse to send before it knows where to (527).
            return self.legs[place].connection.terms.mode
        }
        if self.line != nil {
            let leg = self.legs[place].id
            let isActive = leg == self.line?.active
            if self.line?.isConference == true, isActive || leg == self.line?.held {
                return .conference
            }
            if !isActive || self.line?.phase == .ringing && self.legs[place].stage == .talking {
                // It is held, or waits.
                return .inactive
            }
        }
        return ConnectionMode(self.legs[place].remoteDirection.mirrored)
    }

    /// The digit map that numbers are collected by; `nil` when they come digit by digit.
    var digitMap: [UInt8]? {
        self.lacks.contains(.digitMaps) ? nil : self.line?.digitMap?.value.written
    }

    /// How a request that looks for this is written.
    func writer(for watch: EndpointRequest.Watch, _ services: CallAgentServices) -> RequestWriter {
        var digitMap: [UInt8]?
        if case .number = watch {
            digitMap = self.digitMap
        }
        return RequestWriter(
            profile: services.settings(self.gateway).value.profile,
            lacks: self.lacks,
            digitMap: digitMap,
            takesLoops: self.loops,
            signaling: self.circuit?.settings.signaling ?? .line
        )
    }

    // MARK: Connections

    private mutating func sendConnection(_ verb: MGCPVerb, _ place: Int, _ services: inout CallAgentServices) {
        var writer = MGCPMessageWriter()
        var command = self.begin(verb)
        command.leg = self.legs[place].id
        writer.parameter(.callID) { self.legs[place].callID.append(to: &$0) }
        if let id = self.legs[place].connection.id {
            writer.parameter(.connectionID) { id.append(to: &$0) }
        }
        if verb == .deleteConnection, let id = self.legs[place].connection.id {
            self.legs[place].connection.state = .deleting(id)
            self.embedIfDue(in: &writer, &command, &services)
        } else {
            self.appendTerms(verb, place, to: &writer, &command, &services)
        }
        self.send(command, writer, &services)
    }

    private mutating func appendTerms(
        _ verb: MGCPVerb,
        _ place: Int,
        to writer: inout MGCPMessageWriter,
        _ command: inout EndpointCommand,
        _ services: inout CallAgentServices
    ) {
        let connection = self.legs[place].connection
        if verb == .createConnection {
            let options = ConnectionOptionsWriter(settings: services.settings(self.gateway))
            options.append(
                remote: connection.terms.remote,
                mayHaveEvents: connection.terms.remote == nil || self.legs[place].remoteHasEvents,
                isFallenBack: connection.isFallenBack,
                to: &writer
            )
            self.legs[place].connection.state = .creating
        }
        writer.parameter(.connectionMode) { connection.terms.mode.append(to: &$0) }
        self.embedIfDue(in: &writer, &command, &services)
        if let remote = connection.terms.remote, remote != connection.told?.remote {
            writer.description(remote)
        }
        command.terms = connection.terms
        command.exchange = connection.exchange
    }

    /// Deletes what belongs to no call: everything the endpoint has, or one connection after the other.
    private mutating func deleteOrphan(_ services: inout CallAgentServices) {
        let version = services.settings(self.gateway).value.version
        guard !self.mustClear, let orphan = self.orphans.popLast() else {
            self.mustClear = false
            let outgoing = MGCPOutgoingCommand.deletionOfOrphans(self.name, version: version)
            self.send(self.begin(.deleteConnection), outgoing, &services)
            return
        }
        var command = self.begin(orphan.isAsked ? .deleteConnection : .auditConnection)
        command.orphan = orphan
        let outgoing =
            orphan.isAsked
            ? MGCPOutgoingCommand.deletionOfOrphans(
                self.name,
                connection: orphan.connection,
                call: orphan.call,
                version: version
            )
            : ConnectionAudit.command(self.name, orphan.connection, version: version)
        self.send(command, outgoing, &services)
    }

    private mutating func sendAudit(_ services: inout CallAgentServices) {
        self.wantsAudit = false
        let outgoing = self.auditScope.command(self.name, version: services.settings(self.gateway).value.version)
        self.send(self.begin(.auditEndpoint), outgoing, &services)
    }

    // MARK: Requests

    private mutating func embedIfDue(
        in writer: inout MGCPMessageWriter,
        _ command: inout EndpointCommand,
        _ services: inout CallAgentServices
    ) {
        let request = self.request
        if request.isNews(to: self.told) {
            self.embed(request, in: &writer, &command, &services)
        }
    }

    private mutating func embed(
        _ request: EndpointRequest,
        in writer: inout MGCPMessageWriter,
        _ command: inout EndpointCommand,
        _ services: inout CallAgentServices
    ) {
        if let entity = services.configuration.notifiedEntity, !self.knowsNotifiedEntity {
            writer.parameter(.notifiedEntity, entity.bytes)
        }
        let id = services.mintRequestID()
        self.writer(for: request.watch, services).append(request, id, to: &writer)
        command.request = request
        command.requestID = id
        self.line?.spendBriefSignals(request.signals)
        self.circuit?.spendBriefSignals(request.signals)
    }

    // MARK: Sending

    private mutating func begin(_ verb: MGCPVerb) -> EndpointCommand {
        self.commandNumber &+= 1
        return EndpointCommand(number: self.commandNumber, verb: verb)
    }

    private mutating func send(
        _ command: EndpointCommand,
        _ writer: MGCPMessageWriter,
        _ services: inout CallAgentServices
    ) {
        let outgoing = MGCPOutgoingCommand(
            command.verb,
            command.verb == .createConnection ? self.nameToCreateOn : self.name,
            version: services.settings(self.gateway).value.version,
            body: writer.bytes
        )
        self.send(command, outgoing, &services)
    }

    private mutating func send(
        _ command: EndpointCommand,
        _ outgoing: MGCPOutgoingCommand,
        _ services: inout CallAgentServices
    ) {
        self.outstanding = command
        self.outstanding?.outgoing = outgoing
        let owner = CommandOwner.endpoint(self.index, number: command.number)
        guard let transaction = services.send(outgoing, to: self.gateway, for: owner) else {
            self.outstanding = nil
            self.receiveRefusal(of: command, .local(.limit, .congestion), .giveUp, &services)
            return
        }
        self.outstanding?.transaction = transaction
    }
}

extension MediaGatewaySettings {
    /// What commands to its endpoints say of the protocol.
    var version: MGCPVersion {
        switch self.profile {
        case .mgcp: .mgcp
        case .ncs: .ncs
        case .tgcp: .tgcp
        }
    }
}
