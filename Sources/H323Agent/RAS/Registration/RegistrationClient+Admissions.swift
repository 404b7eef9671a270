package import H323Syntax
package import ProtocolKit

/// Calls: ARQ, BRQ and DRQ of ours.
extension RegistrationClient {
    // MARK: Commands

    /// Asks whether a call may be placed or answered; ``RegistrationOutput/admitted(_:_:)`` or
    /// ``RegistrationOutput/refused(_:_:)`` follows.
    package mutating func admit(_ question: AdmissionQuestion, at now: Instant) -> AdmissionID {
        let until = now.advanced(by: self.settings.timers.admissionWait)
        let id = AdmissionID(self.admissions.insert(Admission(question, state: .waiting(until: until))))
        if self.admissions.count > self.settings.limits.admissions {
            self.finish(id, by: .refused(id, .limit))
        } else if self.registration.gatekeeper != nil {
            self.ask(id, at: now)
        } else if self.registration.isUnderWay {
            self.mayHaveWaiting = true
            self.settle(id)
        } else {
            self.finish(id, by: .refused(id, .notRegistered))
        }
        self.settle(at: now)
        return id
    }

    /// Asks for another bandwidth for an admitted call, in units of 100 bit/s.
    ///
    /// ``RegistrationOutput/bandwidth(_:_:)`` or ``RegistrationOutput/bandwidthRefused(_:allowed:_:)`` follows unless
    /// the call ends first.
    package mutating func requestBandwidth(_ bandwidth: H225.BandWidth, for id: AdmissionID, at now: Instant) {
        guard let admission = self.admissions[id.index], case .granted = admission.state else {
            return
        }
        if let request = admission.request {
            self.layer.abandon(request)
            self.admissions[id.index]?.request = nil
        }
        if admission.isPregranted {
            self.changePregranted(id, to: bandwidth)
        } else if let gatekeeper = admission.gatekeeper, let endpoint = self.endpointIdentifier {
            var body = H225.BandwidthRequest(
                requestSeqNum: 1,
                endpointIdentifier: endpoint,
                conferenceID: admission.question.conferenceID,
                callReferenceValue: admission.question.callReference,
                bandWidth: bandwidth
            )
            body.callIdentifier = H225.CallIdentifier(guid: admission.question.callIdentifier)
            body.answeredCall = admission.question.isAnswer
            body.gatekeeperIdentifier = gatekeeper.identifier
            let signed = self.signed(body, at: now)
            let request = self.layer.send(signed, to: gatekeeper.address, for: .bandwidth(id, bandwidth), at: now)
            self.admissions[id.index]?.request = request
        }
        self.settle(at: now)
    }

    /// A call has ended for this reason; the gatekeeper is told if it knows of the call.
    package mutating func disengage(_ id: AdmissionID, cause: RASCallEnd, at now: Instant) {
        switch self.admissions[id.index]?.state {
        case .waiting:
            self.finish(id, by: .disengaged(id))
        case .asked:
            self.admissions[id.index]?.state = .asked(hasEnded: true)
        case .granted:
            self.sendDisengageRequest(id, cause: cause, at: now)
        case .disengaging, nil:
            return
        }
        self.settle(at: now)
    }

    // MARK: Asking

    /// Asks for every call that waits for a registration.
    mutating func askWaiting(at now: Instant) {
        guard self.mayHaveWaiting else {
            return
        }
        self.mayHaveWaiting = false
        for index in self.admissions.indices {
            if case .waiting = self.admissions[index]?.state {
                self.ask(AdmissionID(index), at: now)
            }
        }
    }

    /// There will be no registration soon: nothing waits for it.
    mutating func refuseWaiting() {
        self.mayHaveWaiting = false
        for index in self.admissions.indices {
            if case .waiting = self.admissions[index]?.state {
                self.finish(AdmissionID(index), by: .refused(AdmissionID(index), .notRegistered))
            }
        }
    }

    private mutating func ask(_ id: AdmissionID, at now: Instant) {
        guard let admission = self.admissions[id.index], let gatekeeper = self.registration.gatekeeper else {
            return
        }
        if let grant = self.pregranted(admission.question) {
            self.admissions[id.index]?.isPregranted = true
            let interval = self.pregrant?.irrFrequencyInCall
            self.grant(
                id,
                grant,
                by: gatekeeper,
                reportEvery: interval,
                acknowledged: self.willRespondToReports,
                at: now
            )
        } else {
            self.ask(id, gatekeeper, at: now)
        }
    }

    private mutating func ask(_ id: AdmissionID, _ gatekeeper: GatekeeperContact, at now: Instant) {
        guard let question = self.admissions[id.index]?.question, let endpoint = self.endpointIdentifier else {
            self.finish(id, by: .refused(id, .notRegistered))
            return
        }
        let body = self.signed(self.admissionRequest(question, endpoint, gatekeeper), at: now)
        self.admissions[id.index]?.state = .asked(hasEnded: false)
        self.admissions[id.index]?.gatekeeper = gatekeeper
        self.settle(id)
        self.admissions[id.index]?.request = self.layer.send(body, to: gatekeeper.address, for: .admission(id), at: now)
    }

    private func admissionRequest(
        _ question: AdmissionQuestion,
        _ endpoint: H225.EndpointIdentifier,
        _ gatekeeper: GatekeeperContact
    ) -> H225.AdmissionRequest {
        var body = H225.AdmissionRequest(
            requestSeqNum: 1,
            callType: .pointToPoint,
            endpointIdentifier: endpoint,
            srcInfo: question.source.map(\.address),
            bandWidth: question.bandwidth,
            callReferenceValue: question.callReference,
            conferenceID: question.conferenceID,
            activeMC: false,
            answerCall: question.isAnswer
        )
        body.destinationInfo = question.destination.isEmpty ? nil : question.destination.map(\.address)
        body.destCallSignalAddress = question.destinationAddress.map { H225.TransportAddress($0) }
        body.srcCallSignalAddress = question.sourceAddress.map { H225.TransportAddress($0) }
        body.canMapAlias = true
        body.callIdentifier = H225.CallIdentifier(guid: question.callIdentifier)
        body.gatekeeperIdentifier = gatekeeper.identifier
        body.willSupplyUUIEs = false
        return body
    }

    // MARK: Calls that are granted beforehand

    /// What the gatekeeper has granted for such calls, if this one is covered (H.225.0 clause 7.9.2, `preGrantedARQ`).
    private func pregranted(_ question: AdmissionQuestion) -> AdmissionGrant? {
        guard let pregrant = self.pregrant, pregrant.totalBandwidthRestriction.map({ question.bandwidth <= $0 }) ?? true
        else {
            return nil
        }
        if question.isAnswer {
            guard pregrant.answerCall else {
                return nil
            }
            let isRouted = pregrant.useGKCallSignalAddressToAnswer
            // Who is to be called through the gatekeeper asks what to do with a call that did not come from there.
            guard !isRouted || question.sourceAddress?.ip == self.gatekeeperSignaling?.ip else {
                return nil
            }
            return AdmissionGrant(destination: nil, isRouted: isRouted, bandwidth: question.bandwidth)
        }
        let isRouted = pregrant.useGKCallSignalAddressToMakeCall
        guard pregrant.makeCall,
            let destination = isRouted ? self.gatekeeperSignaling : question.destinationAddress
        else {
            return nil
        }
        return AdmissionGrant(destination: destination, isRouted: isRouted, bandwidth: question.bandwidth)
    }

    private mutating func changePregranted(_ id: AdmissionID, to bandwidth: H225.BandWidth) {
        let most = self.pregrant?.totalBandwidthRestriction ?? .max
        guard bandwidth <= most else {
            let refusal = H225.BandRejectReason.insufficientResources.refusal
            self.outputs.append(.bandwidthRefused(id, allowed: most, refusal))
            return
        }
        self.admissions[id.index]?.bandwidth = bandwidth
        self.outputs.append(.bandwidth(id, bandwidth))
    }

    // MARK: Answers

    mutating func receive(admissionAnswer message: H225.RasMessage, to id: AdmissionID, at now: Instant) {
        self.admissions[id.index]?.request = nil
        switch message {
        case .admissionConfirm(let confirm): self.receive(confirm, to: id, at: now)
        case .admissionReject(let reject): self.receive(reject, to: id, at: now)
        default: self.finish(id, by: self.hasEnded(id) ? .disengaged(id) : .refused(id, .notUnderstood))
        }
    }

    private mutating func receive(_ confirm: H225.AdmissionConfirm, to id: AdmissionID, at now: Instant) {
        guard let gatekeeper = self.admissions[id.index]?.gatekeeper else {
            return
        }
        guard !self.hasEnded(id) else {
            self.admissions[id.index]?.state = .granted
            self.sendDisengageRequest(id, cause: .normal, at: now)
            return
        }
        let isRouted = confirm.callModel == .gatekeeperRouted
        var grant = AdmissionGrant(
            destination: confirm.destCallSignalAddress.reachableAddress,
            isRouted: isRouted,
            bandwidth: confirm.bandWidth
        )
        grant.destinationInfo = confirm.destinationInfo
        grant.extraCallInfo = confirm.destExtraCallInfo
        grant.remoteExtension = confirm.remoteExtensionAddress
        grant.alternates = (confirm.alternateEndpoints ?? []).prefix(self.settings.limits.alternates)
            .compactMap { $0.callSignalAddress?.lazy.compactMap(\.reachableAddress).first }
        grant.tokens = confirm.tokens
        grant.cryptoTokens = confirm.cryptoTokens
        self.grant(
            id,
            grant,
            by: gatekeeper,
            reportEvery: confirm.irrFrequency,
            acknowledged: confirm.willRespondToIRR ?? self.willRespondToReports,
            at: now
        )
    }

    private mutating func grant(
        _ id: AdmissionID,
        _ grant: AdmissionGrant,
        by gatekeeper: GatekeeperContact,
        reportEvery seconds: UInt16?,
        acknowledged: Bool,
        at now: Instant
    ) {
        let interval = seconds.map { Duration.seconds(Int64($0)) }
        self.admissions.with(id.index) { admission in
            admission?.state = .granted
            admission?.gatekeeper = gatekeeper
            admission?.bandwidth = grant.bandwidth
            admission?.isRouted = grant.isRouted
            admission?.reportInterval = interval
            admission?.reportAt = interval.map { now.advanced(by: $0) }
            admission?.wantsAcknowledgement = acknowledged
        }
        self.settle(id)
        self.outputs.append(.admitted(id, grant))
    }

    private mutating func receive(_ reject: H225.AdmissionReject, to id: AdmissionID, at now: Instant) {
        guard let admission = self.admissions[id.index], !self.hasEnded(id) else {
            self.finish(id, by: .disengaged(id))
            return
        }
        let refusal = reject.rejectReason.refusal
        if admission.mayAskAgain, self.followAlternates(of: reject, for: id, at: now) {
            return
        }
        switch reject.rejectReason {
        case .callerNotRegistered where admission.mayAskAgain,
            .invalidEndpointIdentifier where admission.mayAskAgain:
            self.waitAgain(id, at: now)
            self.change(because: refusal, by: admission.gatekeeper?.address ?? self.settings.rasAddress, at: now) {
                $0.lose(wantsAgain: true, alternates: [], at: now)
            }
        case .routeCallToGatekeeper where !admission.question.isAnswer && self.gatekeeperSignaling != nil:
            self.routeToGatekeeper(id, admission, at: now)
        default:
            self.finish(id, by: .refused(id, refusal))
        }
    }

    /// The call is to be placed to the gatekeeper, which has admitted nothing that a DRQ could end.
    private mutating func routeToGatekeeper(_ id: AdmissionID, _ admission: Admission, at now: Instant) {
        guard let gatekeeper = admission.gatekeeper else {
            return
        }
        let grant = AdmissionGrant(
            destination: self.gatekeeperSignaling,
            isRouted: true,
            bandwidth: admission.bandwidth
        )
        self.admissions[id.index]?.isPregranted = true
        self.grant(id, grant, by: gatekeeper, reportEvery: nil, acknowledged: false, at: now)
    }

    /// Asks those whom an ARJ names (H.323 clause 7.2.6); `false` when it names nobody.
    private mutating func followAlternates(
        of reject: H225.AdmissionReject,
        for id: AdmissionID,
        at now: Instant
    ) -> Bool {
        guard let information = reject.altGKInfo else {
            return false
        }
        let limit = self.settings.limits.alternates
        let alternates = GatekeeperContact.contacts(of: information.alternateGatekeeper, limit: limit)
        guard let first = alternates.first else {
            return false
        }
        if !information.altGKisPermanent, first.firstStep == .keepAlive {
            self.admissions[id.index]?.mayAskAgain = false
            self.otherGatekeepers.insert(first.address.ip)
            self.ask(id, first, at: now)
            return true
        }
        self.waitAgain(id, at: now)
        let refusal = reject.rejectReason.refusal
        self.change(because: refusal, by: first.address, at: now) {
            $0.lose(wantsAgain: false, alternates: alternates, at: now)
        }
        return true
    }

    private mutating func waitAgain(_ id: AdmissionID, at now: Instant) {
        let until = now.advanced(by: self.settings.timers.admissionWait)
        self.mayHaveWaiting = true
        self.admissions[id.index]?.mayAskAgain = false
        self.admissions[id.index]?.state = .waiting(until: until)
        self.settle(id)
    }

    mutating func receive(bandwidthAnswer message: H225.RasMessage, to id: AdmissionID, wanted: H225.BandWidth) {
        self.admissions[id.index]?.request = nil
        switch message {
        case .bandwidthConfirm(let confirm):
            self.admissions[id.index]?.bandwidth = confirm.bandWidth
            self.outputs.append(.bandwidth(id, confirm.bandWidth))
        case .bandwidthReject(let reject):
            let refusal = reject.rejectReason.refusal
            self.outputs.append(.bandwidthRefused(id, allowed: reject.allowedBandWidth, refusal))
        default:
            let present = self.admissions[id.index]?.bandwidth ?? 0
            self.outputs.append(.bandwidthRefused(id, allowed: present, .notUnderstood))
        }
    }

    /// A BRQ was not answered: the call keeps what it has.
    mutating func receiveBandwidthSilence(_ id: AdmissionID) {
        guard let present = self.admissions[id.index]?.bandwidth else {
            return
        }
        self.admissions[id.index]?.request = nil
        self.outputs.append(.bandwidthRefused(id, allowed: present, .noAnswer))
    }

    // MARK: The end

    private mutating func sendDisengageRequest(_ id: AdmissionID, cause: RASCallEnd, at now: Instant) {
        guard let admission = self.admissions[id.index], !admission.isPregranted,
            let gatekeeper = admission.gatekeeper, let endpoint = self.endpointIdentifier,
            self.registration.gatekeeper != nil
        else {
            // Nobody knows of the call, or whoever did is gone.
            self.finish(id, by: .disengaged(id))
            return
        }
        if let request = admission.request {
            self.layer.abandon(request)
        }
        var body = H225.DisengageRequest(
            requestSeqNum: 1,
            endpointIdentifier: endpoint,
            conferenceID: admission.question.conferenceID,
            callReferenceValue: admission.question.callReference,
            disengageReason: cause.reason
        )
        body.callIdentifier = H225.CallIdentifier(guid: admission.question.callIdentifier)
        body.answeredCall = admission.question.isAnswer
        body.gatekeeperIdentifier = gatekeeper.identifier
        body.terminationCause = .releaseCompleteCauseIE(cause.causeElement)
        self.admissions[id.index]?.state = .disengaging
        self.admissions[id.index]?.request = nil
        self.settle(id)
        self.layer.send(self.signed(body, at: now), to: gatekeeper.address, for: .disengage(id), at: now)
    }

    /// The deadline of a call has come.
    mutating func advance(_ id: AdmissionID, to now: Instant) {
        guard let admission = self.admissions[id.index] else {
            return
        }
        switch admission.state {
        case .waiting(let until) where until <= now:
            self.finish(id, by: .refused(id, .notRegistered))
        case .granted:
            self.report(id, admission, at: now)
        case .waiting, .asked, .disengaging:
            break
        }
        self.settle(id)
    }
}
