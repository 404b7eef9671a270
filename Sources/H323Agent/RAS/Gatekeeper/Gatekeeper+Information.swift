import H323Syntax
import ProtocolKit

/// What endpoints tell of their calls and resources: IRR, IRQ and RAI.
extension Gatekeeper {
    // MARK: IRR

    /// An endpoint reports calls, without being asked.
    mutating func receive(
        _ body: H225.InfoRequestResponse,
        _ request: RASInboundID?,
        from source: TransportAddress,
        at now: Instant
    ) {
        switch self.sender(body.endpointIdentifier, of: body, from: source, mustProve: false, at: now) {
        case .success(let endpoint):
            self.note(body, of: endpoint, at: now)
            if let request {
                self.layer.respond(to: request, with: H225.InfoRequestAck(requestSeqNum: 1), at: now)
            }
        case .failure(let stranger):
            guard let request else {
                return
            }
            let reason: H225.InfoRequestNakReason =
                switch stranger {
                case .notRegistered: .notRegistered
                case .notAuthentic: .securityDenial
                }
            self.layer.respond(to: request, with: H225.InfoRequestNak(requestSeqNum: 1, nakReason: reason), at: now)
        }
    }

    /// Every call that is reported need not be asked about for a while.
    private mutating func note(_ body: H225.InfoRequestResponse, of endpoint: SlabIndex, at now: Instant) {
        for information in body.perCallInfo ?? [] {
            let isAnswer = information.originator.map { !$0 }
            let index = self.call(endpoint, isAnswer, information.callIdentifier, information.callReferenceValue)
            if let index {
                self.calls.setReportBy(self.reportBy(now), of: index)
            }
        }
    }

    // MARK: IRQ

    /// A call was not reported in time: asks its endpoint whether it has it.
    mutating func askAbout(_ index: SlabIndex, at now: Instant) {
        guard let call = self.calls[index], let endpoint = self.endpoints[call.key.endpoint] else {
            return
        }
        var body = H225.InfoRequest(requestSeqNum: 1, callReferenceValue: call.callReference)
        body.callIdentifier = H225.CallIdentifier(guid: call.key.callIdentifier)
        body.replyAddress = H225.TransportAddress(self.settings.rasAddress)
        self.calls.setReportBy(nil, of: index)
        self.layer.send(body, to: endpoint.rasAddress, for: .information(index), at: now)
    }

    /// A call that its endpoint does not have any more has ended, and its DRQ was lost.
    mutating func receive(informationAnswer message: H225.RasMessage, about call: SlabIndex, at now: Instant) {
        guard let endpoint = self.calls[call]?.key.endpoint else {
            return
        }
        if case .infoRequestResponse(let body) = message,
            body.endpointIdentifier == self.endpoints[endpoint]?.identifier
        {
            self.note(body, of: endpoint, at: now)
        }
        if self.calls[call]?.reportBy == nil {
            self.end(call, by: .notReported)
        }
    }

    // MARK: RAI

    mutating func receive(
        _ body: H225.ResourcesAvailableIndicate,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        if case .success(let endpoint) = self.sender(
            body.endpointIdentifier,
            of: body,
            from: source,
            mustProve: false,
            at: now
        ) {
            self.endpoints.setAlmostOutOfResources(body.almostOutOfResources, of: endpoint)
        }
        // There is no refusal of a RAI (H.225.0 clause 7.16).
        let confirm = H225.ResourcesAvailableConfirm(requestSeqNum: 1, protocolIdentifier: .h225Version7)
        self.layer.respond(to: request, with: confirm, at: now)
    }
}
