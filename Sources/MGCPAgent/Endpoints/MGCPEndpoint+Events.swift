import CallModel
import MGCPSyntax
import ProtocolKit

/// What the gateway says of its own accord.
extension MGCPEndpoint {
    /// A notification (RFC 3435 §2.3.4).
    ///
    /// Its request may be the present one, the one under way, or the one before, when the two have crossed; 0 stands
    /// for events that are reported without request. Before anything was asked for, any identifier is of an earlier
    /// life of ours and what it tells is true all the same.
    mutating func receiveNotification(
        _ events: [MGCPSignal],
        of request: MGCPRequestID?,
        _ services: inout CallAgentServices
    ) {
        if let request, !request.isUnsolicited, !self.isKnown(request) {
            services.observe(self.violation("RFC 3435 §2.3.4", "notification of an unknown request", services))
            return
        }
        self.noteNotification(of: events, by: request)
        self.service.succeeded()
        self.isKnown = true
        if self.line != nil {
            self.receiveLineEvents(events, &services)
        } else {
            self.receiveCircuitEvents(events, &services)
        }
    }

    /// What the gateway goes by after a notification.
    private mutating func noteNotification(of events: [MGCPSignal], by request: MGCPRequestID?) {
        let isUnderWay = request.map { $0 == self.outstanding?.requestID } ?? false
        guard self.loops else {
            // It waits for the next request now, and the tones have stopped (§4.4.1, §2.1.7).
            self.told = nil
            if isUnderWay {
                self.outstanding?.isNotified = true
            }
            return
        }
        if isUnderWay {
            let after = self.outstanding?.request?.after(events)
            self.outstanding?.request = after
        } else if request == nil || request == self.requestID {
            self.told = self.told?.after(events)
        } else if request != self.formerRequestID {
            // It has no request of ours.
            self.told = nil
        }
    }

    private func isKnown(_ request: MGCPRequestID) -> Bool {
        self.requestID == nil || request == self.requestID || request == self.formerRequestID
            || request == self.outstanding?.requestID
    }

    /// A DLCX of the gateway: its connection is gone (§2.3.8).
    ///
    /// `false` when the endpoint has no such connection; a DLCX of ours may have crossed it.
    mutating func receiveDeletion(_ command: MGCPCommand, _ services: inout CallAgentServices) -> Bool {
        let named = (try? command.parameters.first(ConnectionIDs.self))?.connections ?? []
        let reason = try? command.parameters.first(MGCPReasonCode.self)
        let places = self.legs.indices.filter { place in
            guard let id = self.legs[place].connection.id else {
                return false
            }
            return named.isEmpty || named.contains(id)
        }
        for place in places {
            let cause = ReleaseCause(reason: reason)
            self.reportStatistics(command.parameters, place, &services)
            let wasLive = self.legs[place].isLive
            if wasLive {
                self.legs[place].stage = .ending(cause, until: services.now)
            }
            self.connectionGone(place, &services)
            if wasLive {
                self.legLost(self.legs[place].id, cause, &services)
            }
        }
        return !places.isEmpty
    }

    // MARK: Service

    /// A RSIP of the gateway concerns the endpoint (§2.3.12).
    mutating func receiveRestart(_ restart: EndpointRestart, _ services: inout CallAgentServices) {
        self.isUnknownToGateway = false
        self.service.apply(restart.consequence, at: services.now)
        if restart.consequence.losesConnections {
            self.loseService(ReleaseCause(restart), &services)
        }
        if restart.consequence.needsAudit {
            let mayBeAudited = !services.settings(self.gateway).value.isMinimal
            self.isKnown = !mayBeAudited
            if self.service.nextDeadline == nil, mayBeAudited {
                services.audits.add(self.index, of: self.gateway, self.isAtRest ? .idle : .busy)
            }
        }
    }

    /// Every connection of the endpoint is gone, or given up: its legs end, and what it was told it has forgotten.
    mutating func loseService(_ cause: ReleaseCause, _ services: inout CallAgentServices) {
        self.loseConnections(cause, &services)
        self.forget(&services)
        self.resetLine(&services)
        self.resetCircuit(&services)
    }

    /// Forgets what the gateway was told, and the command that waits for an answer.
    private mutating func forget(_ services: inout CallAgentServices) {
        if let command = self.outstanding {
            if let transaction = command.transaction {
                services.transactions.abandon(transaction)
            }
            if command.verb == .auditEndpoint {
                services.audits.finished(self.index)
            }
            self.outstanding = nil
        }
        self.told = nil
        self.requestID = nil
        self.formerRequestID = nil
        self.knowsNotifiedEntity = false
        self.setbacks = 0
        self.orphans = []
        self.mustClear = false
        self.unnamed = nil
    }

    /// The connections are gone, or cannot be reached: all legs end with the same cause.
    private mutating func loseConnections(_ cause: ReleaseCause, _ services: inout CallAgentServices) {
        for place in self.legs.indices {
            self.legs[place].connection.state = .gone
            switch self.legs[place].stage {
            case .ending(let cause, _): self.reportReleased(place, cause, &services)
            case .opening, .calling, .ringing, .answering, .talking: self.reportReleased(place, cause, &services)
            case .over: break
            }
        }
        self.dropFinishedLegs()
    }

    /// A leg is over by itself: the line or circuit goes on without it.
    mutating func legLost(_ leg: LegID, _ cause: ReleaseCause, _ services: inout CallAgentServices) {
        if self.line != nil {
            self.lineLost(leg, cause, &services)
        } else {
            self.circuitLost(leg, cause, &services)
        }
    }

    /// A leg cannot go on: its connection is deleted, call control is told.
    mutating func legFailed(_ place: Int, _ cause: ReleaseCause, _ services: inout CallAgentServices) {
        let leg = self.legs[place].id
        self.end(place, cause, &services)
        self.legLost(leg, cause, &services)
    }
}

extension ReleaseCause {
    /// A restart of the endpoint has ended the call.
    fileprivate init(_ restart: EndpointRestart) {
        switch restart.consequence {
        case .outOfService:
            self.init(reason: restart.reason ?? MGCPReasonCode(.outOfService))
        case .restarted, .retiring, .kept, .contactRegained:
            self.init(
                .temporaryFailure,
                location: .network,
                origin: .mgcpReasonCode(restart.reason?.number ?? 0)
            )
        }
    }
}
