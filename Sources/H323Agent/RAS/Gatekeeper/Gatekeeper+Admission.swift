import CallModel
import H323Syntax
import ProtocolKit

/// Calls of endpoints: ARQ, BRQ and DRQ.
extension Gatekeeper {
    // MARK: ARQ

    mutating func receive(
        _ body: H225.AdmissionRequest,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        switch self.sender(body.endpointIdentifier, of: body, from: source, mustProve: true, at: now) {
        case .failure(.notRegistered):
            self.reject(request, .callerNotRegistered, at: now)
        case .failure(.notAuthentic):
            self.reject(request, .securityDenial, at: now)
        case .success(let endpoint):
            if body.answerCall {
                self.receive(answering: body, request, endpoint, at: now)
            } else {
                self.receive(calling: body, request, endpoint, at: now)
            }
        }
    }

    private mutating func receive(
        answering body: H225.AdmissionRequest,
        _ request: RASInboundID,
        _ endpoint: SlabIndex,
        at now: Instant
    ) {
        let remote = body.srcCallSignalAddress?.address
        if self.settings.routesCalls, let remote, remote.ip != self.settings.callSignalAddress.ip {
            self.reject(request, .routeCallToGatekeeper, at: now)
            return
        }
        self.admit(body, request, endpoint, remote: remote, at: now)
    }

    private mutating func receive(
        calling body: H225.AdmissionRequest,
        _ request: RASInboundID,
        _ endpoint: SlabIndex,
        at now: Instant
    ) {
        let limit = self.settings.limits.aliasesOfEndpoint
        let aliases = (body.destinationInfo ?? []).prefix(limit).compactMap { RASAlias($0) }
        if let called = self.endpoint(for: aliases, besides: endpoint) {
            self.admit(body, request, endpoint, remote: self.endpoints[called]?.callSignalAddress, at: now)
        } else if aliases.isEmpty, let address = body.destCallSignalAddress?.address,
            self.endpoints.index(at: address) != nil
        {
            self.admit(body, request, endpoint, remote: address, at: now)
        } else {
            self.locate(aliases, for: body, request, endpoint, at: now)
        }
    }

    /// The endpoint that is called so: by its own name or number, or as the gateway for a number.
    func endpoint(for aliases: [RASAlias], besides caller: SlabIndex?) -> SlabIndex? {
        for alias in aliases {
            if let index = self.endpoints.index(of: alias) {
                return index
            }
        }
        for alias in aliases {
            if let index = alias.digits.flatMap({ self.endpoints.gateway(for: $0, besides: caller) }) {
                return index
            }
        }
        return nil
    }

    /// Admits a call whose destination is known, if the limits allow it.
    mutating func admit(
        _ body: H225.AdmissionRequest,
        _ request: RASInboundID,
        _ endpoint: SlabIndex,
        remote: TransportAddress?,
        at now: Instant
    ) {
        let key = GatekeeperCall.Key(endpoint, isAnswer: body.answerCall, body.callIdentifier, body.callReferenceValue)
        if let present = self.calls.index(of: key) {
            self.admitAgain(present, body, request, remote: remote, at: now)
            return
        }
        if let reason = self.obstacle(to: endpoint) {
            self.reject(request, reason, at: now)
            return
        }
        let bandwidth = min(body.bandWidth, self.settings.limits.bandwidthOfCall)
        guard self.calls.bandwidth + UInt64(bandwidth) <= self.settings.limits.bandwidth else {
            self.outputs.append(.limitReached("bandwidth"))
            self.reject(request, .requestDenied, at: now)
            return
        }
        let call = GatekeeperCall(
            key: key,
            conferenceID: body.conferenceID,
            callReference: body.callReferenceValue,
            remote: remote,
            bandwidth: bandwidth,
            reportBy: self.reportBy(now)
        )
        self.add(call)
        self.confirm(request, call, at: now)
    }

    /// Who asks once more about a call, because our answer was lost or it goes elsewhere, has one call all the same.
    private mutating func admitAgain(
        _ index: SlabIndex,
        _ body: H225.AdmissionRequest,
        _ request: RASInboundID,
        remote: TransportAddress?,
        at now: Instant
    ) {
        if let present = self.calls[index]?.bandwidth {
            self.calls.setBandwidth(min(body.bandWidth, present), of: index)
        }
        self.calls.setRemote(remote, of: index)
        self.calls.setReportBy(self.reportBy(now), of: index)
        if let call = self.calls[index] {
            self.confirm(request, call, at: now)
        }
    }

    private mutating func obstacle(to endpoint: SlabIndex) -> H225.AdmissionRejectReason? {
        guard let registered = self.endpoints[endpoint] else {
            return .callerNotRegistered
        }
        guard self.calls.count < self.settings.limits.calls else {
            self.outputs.append(.limitReached("calls"))
            return .resourceUnavailable
        }
        let most = self.settings.endpoints[registered.rule].calls ?? self.settings.limits.callsOfEndpoint
        guard registered.calls.count < min(most, self.settings.limits.callsOfEndpoint) else {
            self.outputs.append(.limitReached("calls of an endpoint"))
            return .exceedsCallCapacity
        }
        return nil
    }

    /// When a call that was reported just now is asked about.
    func reportBy(_ now: Instant) -> Instant? {
        self.settings.reportInterval.map { now.advanced(by: $0 * 5 / 2) }
    }

    private mutating func confirm(_ request: RASInboundID, _ call: GatekeeperCall, at now: Instant) {
        let isRouted = self.settings.routesCalls
        let destination =
            call.key.isAnswer || isRouted
            ? self.settings.callSignalAddress : call.remote ?? self.settings.callSignalAddress
        var confirm = H225.AdmissionConfirm(
            requestSeqNum: 1,
            bandWidth: call.bandwidth,
            callModel: isRouted ? .gatekeeperRouted : .direct,
            destCallSignalAddress: H225.TransportAddress(destination)
        )
        confirm.irrFrequency = self.settings.reportInterval.map { UInt16(clamping: max(1, $0.components.seconds)) }
        confirm.willRespondToIRR = true
        confirm.uuiesRequested = .nothing
        self.layer.respond(to: request, with: confirm, at: now)
    }

    /// Refuses an ARQ.
    mutating func reject(_ request: RASInboundID, _ reason: H225.AdmissionRejectReason, at now: Instant) {
        self.layer.respond(to: request, with: H225.AdmissionReject(requestSeqNum: 1, rejectReason: reason), at: now)
    }

    // MARK: BRQ

    mutating func receive(
        _ body: H225.BandwidthRequest,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        let sender = self.sender(body.endpointIdentifier, of: body, from: source, mustProve: false, at: now)
        guard case .success(let endpoint) = sender else {
            let reason: H225.BandRejectReason = sender == .failure(.notAuthentic) ? .securityDenial : .notBound
            self.reject(request, reason, allowed: 0, at: now)
            return
        }
        guard
            let index = self.call(endpoint, body.answeredCall, body.callIdentifier, body.callReferenceValue),
            let call = self.calls[index]
        else {
            self.reject(request, .invalidConferenceID, allowed: 0, at: now)
            return
        }
        let others = self.calls.bandwidth - UInt64(call.bandwidth)
        let left = self.settings.limits.bandwidth - min(others, self.settings.limits.bandwidth)
        let most = min(self.settings.limits.bandwidthOfCall, H225.BandWidth(clamping: left))
        guard body.bandWidth <= most else {
            self.outputs.append(.limitReached("bandwidth"))
            self.reject(request, .insufficientResources, allowed: most, at: now)
            return
        }
        self.calls.setBandwidth(body.bandWidth, of: index)
        let confirm = H225.BandwidthConfirm(requestSeqNum: 1, bandWidth: body.bandWidth)
        self.layer.respond(to: request, with: confirm, at: now)
    }

    private mutating func reject(
        _ request: RASInboundID,
        _ reason: H225.BandRejectReason,
        allowed: H225.BandWidth,
        at now: Instant
    ) {
        let reject = H225.BandwidthReject(requestSeqNum: 1, rejectReason: reason, allowedBandWidth: allowed)
        self.layer.respond(to: request, with: reject, at: now)
    }

    // MARK: DRQ

    mutating func receive(
        _ body: H225.DisengageRequest,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        switch self.sender(body.endpointIdentifier, of: body, from: source, mustProve: false, at: now) {
        case .success(let endpoint):
            if let index = self.call(endpoint, body.answeredCall, body.callIdentifier, body.callReferenceValue) {
                self.end(index, by: .byEndpoint)
            }
            // A call that we do not know has ended already.
            self.layer.respond(to: request, with: H225.DisengageConfirm(requestSeqNum: 1), at: now)
        case .failure(let stranger):
            let reason: H225.DisengageRejectReason =
                switch stranger {
                case .notRegistered: .notRegistered
                case .notAuthentic: .securityDenial
                }
            let reject = H225.DisengageReject(requestSeqNum: 1, rejectReason: reason)
            self.layer.respond(to: request, with: reject, at: now)
        }
    }

    /// Tells an endpoint to end a call.
    mutating func sendDisengageRequest(_ index: SlabIndex, at now: Instant) {
        guard let call = self.calls[index], let endpoint = self.endpoints[call.key.endpoint] else {
            return
        }
        var body = H225.DisengageRequest(
            requestSeqNum: 1,
            endpointIdentifier: endpoint.identifier,
            conferenceID: call.conferenceID,
            callReferenceValue: call.callReference,
            disengageReason: .forcedDrop
        )
        body.callIdentifier = H225.CallIdentifier(guid: call.key.callIdentifier)
        body.answeredCall = call.key.isAnswer
        body.gatekeeperIdentifier = self.settings.identifier
        self.layer.send(body, to: endpoint.rasAddress, for: .disengage, at: now)
    }

    // MARK: The table

    /// The call that an endpoint means; an old one does not say whether it was called.
    func call(
        _ endpoint: SlabIndex,
        _ isAnswer: Bool?,
        _ identifier: H225.CallIdentifier?,
        _ reference: H225.CallReferenceValue
    ) -> SlabIndex? {
        for side in isAnswer.map({ [$0] }) ?? [false, true] {
            let key = GatekeeperCall.Key(endpoint, isAnswer: side, identifier, reference)
            if let index = self.calls.index(of: key) {
                return index
            }
        }
        return nil
    }

    private mutating func add(_ call: GatekeeperCall) {
        let index = self.calls.insert(call)
        self.endpoints.add(call: index, to: call.key.endpoint)
        if self.settings.routesCalls, !call.key.isAnswer, call.key.hasIdentifier {
            self.routes[call.key.callIdentifier] = index
        }
        if let admitted = self.admitted(call) {
            self.outputs.append(.callAdmitted(admitted))
        }
    }

    /// The one place where a call is taken out.
    mutating func end(_ index: SlabIndex, by reason: AdmittedCallEnd) {
        guard let call = self.calls.remove(index) else {
            return
        }
        let admitted = self.admitted(call)
        self.endpoints.remove(call: index, of: call.key.endpoint)
        if self.routes[call.key.callIdentifier] == index {
            self.routes[call.key.callIdentifier] = nil
        }
        if let admitted {
            self.outputs.append(.callEnded(admitted, reason))
        }
    }

    private func admitted(_ call: GatekeeperCall) -> AdmittedCall? {
        self.endpoints[call.key.endpoint].map { endpoint in
            AdmittedCall(
                endpoint: self.settings.endpoints[endpoint.rule].name,
                isAnswer: call.key.isAnswer,
                callIdentifier: call.key.callIdentifier,
                remote: call.remote
            )
        }
    }
}

extension H225.UUIEsRequested {
    /// No call signaling messages are wanted in IRRs.
    fileprivate static let nothing = H225.UUIEsRequested(
        setup: false,
        callProceeding: false,
        connect: false,
        alerting: false,
        information: false,
        releaseComplete: false,
        facility: false,
        progress: false,
        empty: false
    )
}
