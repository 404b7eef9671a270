import CallModel
import MGCPSyntax
import ProtocolKit

/// What an audit tells of the endpoint (RFC 3435 §2.3.10, §4.4.6).
extension MGCPEndpoint {
    /// An audit was answered: what is believed is set right, and what belongs to no call is deleted.
    mutating func receiveAudit(_ answer: EndpointAuditAnswer, _ services: inout CallAgentServices) {
        if case .askForLess(let scope) = answer {
            self.auditScope = scope
            self.wantsAudit = true
            return
        }
        services.audits.finished(self.index)
        self.isKnown = true
        self.lastAudit = services.now
        switch answer {
        case .facts(let facts):
            self.isUnknownToGateway = false
            self.service.succeeded()
            self.nameConnection(among: facts.connections, &services)
            self.reconcileConnections(facts.connections, &services)
            if facts.requestID == nil || facts.requestID != self.requestID {
                self.told = nil
            }
            switch facts.hook {
            case .on: self.learnHook(.onHook, &services)
            case .off: self.learnHook(.offHook, &services)
            case nil: break
            }
        case .unknownEndpoint:
            services.observe(self.violation("RFC 3435 §2.4", "the gateway knows no such endpoint", services))
            self.service.refused(.endpointNotReady)
            self.isUnknownToGateway = true
            self.loseService(.local(.transportFailure, .unallocatedNumber), &services)
        case .outOfService(let code):
            self.service.refused(code)
            self.loseService(.local(.transportFailure, .destinationOutOfOrder), &services)
        case .later, .askForLess:
            break
        }
    }

    private mutating func reconcileConnections(
        _ told: [MGCPConnectionID]?,
        _ services: inout CallAgentServices
    ) {
        let outcome = ConnectionReconciliation(
            told: told,
            ours: self.legs.compactMap(\.connection.id),
            isCreating: self.legs.contains { $0.connection.state == .creating }
        )
        for id in outcome.lost {
            guard let place = self.legs.firstIndex(where: { $0.connection.id == id }) else {
                continue
            }
            let cause = ReleaseCause.local(.transportFailure, .temporaryFailure)
            let leg = self.legs[place].id
            let wasLive = self.legs[place].isLive
            self.end(place, cause, &services)
            self.connectionGone(place, &services)
            if wasLive {
                self.legLost(leg, cause, &services)
            }
        }
        switch outcome.removal {
        case .nothing: break
        case .wholeEndpoint:
            self.mustClear = true
            for orphan in told ?? [] {
                self.observeOrphan(orphan, &services)
            }
        case .each(let orphans):
            self.orphans = orphans.map { Orphan(connection: $0) }
            for orphan in orphans {
                self.observeOrphan(orphan, &services)
            }
        }
        if outcome.isInconclusive {
            services.audits.add(self.index, of: self.gateway)
        }
    }

    /// The gateway has told whose an orphan was, or that it is gone.
    mutating func receiveConnectionAudit(_ answer: ConnectionAudit, _ command: EndpointCommand) {
        guard var orphan = command.orphan else {
            return
        }
        orphan.isAsked = true
        switch answer {
        case .present(let call):
            orphan.call = call
            self.orphans.append(orphan)
        case .unknown:
            self.orphans.append(orphan)
        case .gone:
            break
        }
    }

    private func observeOrphan(_ connection: MGCPConnectionID, _ services: inout CallAgentServices) {
        services.observe(
            .orphanDeleted(endpoint: ByteString(self.name.description), connection: connection.text)
        )
    }
}
