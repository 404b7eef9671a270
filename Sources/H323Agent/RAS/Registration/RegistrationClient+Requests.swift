import CallModel
import H323Syntax
import ProtocolKit

/// What the gatekeeper asks.
extension RegistrationClient {
    mutating func receive(
        _ message: H225.RasMessage,
        _ request: RASInboundID?,
        from source: TransportAddress,
        at now: Instant
    ) {
        guard let request else {
            return
        }
        guard self.isGatekeeper(source) else {
            self.refuse(message, request, ofOther: source, at: now)
            return
        }
        switch message {
        case .unregistrationRequest(let body): self.receive(body, request, from: source, at: now)
        case .disengageRequest(let body): self.receive(body, request, at: now)
        case .bandwidthRequest(let body): self.receive(body, request, at: now)
        case .infoRequest(let body): self.receive(body, request, at: now)
        case .serviceControlIndication: self.refuseServiceControl(request, at: now)
        default: self.refuse(message, request, at: now)
        }
    }

    /// Whether requests from this address concern us: our gatekeeper's, or one's that was asked about a call.
    private func isGatekeeper(_ source: TransportAddress) -> Bool {
        guard let gatekeeper = self.registration.gatekeeper else {
            return false
        }
        return gatekeeper.address.ip == source.ip || self.otherGatekeepers.contains(source.ip)
    }

    /// Who is no gatekeeper of ours any more is told so; somebody else gets no answer.
    private mutating func refuse(
        _ message: H225.RasMessage,
        _ request: RASInboundID,
        ofOther source: TransportAddress,
        at now: Instant
    ) {
        guard self.registration.knows(source.ip) || self.formerGatekeeper == source.ip else {
            let violation = PeerViolation(
                clause: "H.323 clause 7.2",
                what: "request from an address that is no gatekeeper of ours",
                from: source
            )
            self.outputs.append(.violation(violation))
            self.layer.ignore(request)
            return
        }
        switch message {
        case .unregistrationRequest:
            let reject = H225.UnregistrationReject(requestSeqNum: 1, rejectReason: .notCurrentlyRegistered)
            self.layer.respond(to: request, with: reject, at: now)
        case .disengageRequest:
            let reject = H225.DisengageReject(requestSeqNum: 1, rejectReason: .notRegistered)
            self.layer.respond(to: request, with: reject, at: now)
        case .bandwidthRequest:
            let reject = H225.BandwidthReject(requestSeqNum: 1, rejectReason: .notBound, allowedBandWidth: 0)
            self.layer.respond(to: request, with: reject, at: now)
        default:
            self.layer.ignore(request)
        }
    }

    // MARK: URQ

    private mutating func receive(
        _ body: H225.UnregistrationRequest,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        let isOurs = body.endpointIdentifier.map { $0 == self.endpointIdentifier } ?? true
        guard isOurs, self.registration.gatekeeper?.address.ip == source.ip else {
            let reject = H225.UnregistrationReject(requestSeqNum: 1, rejectReason: .notCurrentlyRegistered)
            self.layer.respond(to: request, with: reject, at: now)
            return
        }
        let confirm = H225.UnregistrationConfirm(requestSeqNum: 1)
        self.layer.respond(to: request, with: self.signed(confirm, at: now), at: now)
        let limit = self.settings.limits.alternates
        let alternates = GatekeeperContact.contacts(of: body.alternateGatekeeper, limit: limit)
        let reason = body.reason
        self.change(because: Self.refusal(of: reason), by: source, at: now) { registration in
            let wantsAgain =
                switch reason {
                case .reregistrationRequired, .ttlExpired: alternates.isEmpty
                default: false
                }
            return registration.lose(wantsAgain: wantsAgain, alternates: alternates, at: now)
        }
    }

    private static func refusal(of reason: H225.UnregRequestReason?) -> RASRefusal {
        let word: ByteString =
            switch reason {
            case .reregistrationRequired: "reregistrationRequired"
            case .ttlExpired: "ttlExpired"
            case .securityDenial: "securityDenial"
            case .undefinedReason, nil: "undefinedReason"
            case .maintenance: "maintenance"
            case .securityError: "securityError"
            case .registerWithAssignedGK: "registerWithAssignedGK"
            case .unrecognized: "unknown reason"
            }
        return RASRefusal(.networkOutOfOrder, word)
    }

    // MARK: DRQ, BRQ

    private mutating func receive(_ body: H225.DisengageRequest, _ request: RASInboundID, at now: Instant) {
        let id = self.admission(body.callIdentifier, body.callReferenceValue, isAnswer: body.answeredCall)
        // A call that we do not know has ended already, as the gatekeeper wants.
        let confirm = H225.DisengageConfirm(requestSeqNum: 1)
        self.layer.respond(to: request, with: self.signed(confirm, at: now), at: now)
        if let id {
            self.finish(id, by: .dropped(id))
        }
    }

    private mutating func receive(_ body: H225.BandwidthRequest, _ request: RASInboundID, at now: Instant) {
        guard let id = self.admission(body.callIdentifier, body.callReferenceValue, isAnswer: body.answeredCall) else {
            let reject = H225.BandwidthReject(requestSeqNum: 1, rejectReason: .invalidConferenceID, allowedBandWidth: 0)
            self.layer.respond(to: request, with: self.signed(reject, at: now), at: now)
            return
        }
        let confirm = H225.BandwidthConfirm(requestSeqNum: 1, bandWidth: body.bandWidth)
        self.layer.respond(to: request, with: self.signed(confirm, at: now), at: now)
        self.admissions[id.index]?.bandwidth = body.bandWidth
        self.outputs.append(.bandwidth(id, body.bandWidth))
    }

    /// The call that a gatekeeper means: one that it has admitted, or been asked about.
    private func admission(
        _ identifier: H225.CallIdentifier?,
        _ reference: H225.CallReferenceValue,
        isAnswer: Bool?
    ) -> AdmissionID? {
        self.admissions.indices.first { index in
            guard let admission = self.admissions[index], case .granted = admission.state else {
                return false
            }
            return admission.isCall(identifier, reference: reference, isAnswer: isAnswer)
        }.map { AdmissionID($0) }
    }

    // MARK: Others

    private mutating func refuseServiceControl(_ request: RASInboundID, at now: Instant) {
        var response = H225.ServiceControlResponse(requestSeqNum: 1)
        response.result = .notAvailable
        self.layer.respond(to: request, with: self.signed(response, at: now), at: now)
    }

    /// A gatekeeper that asks what only endpoints ask is told that this is not understood.
    private mutating func refuse(_ message: H225.RasMessage, _ request: RASInboundID, at now: Instant) {
        var response = H225.UnknownMessageResponse(requestSeqNum: 1)
        response.messageNotUnderstood = message.body?.octets(number: message.body?.requestSeqNum ?? 1)
        self.layer.respond(to: request, with: response, at: now)
    }
}
