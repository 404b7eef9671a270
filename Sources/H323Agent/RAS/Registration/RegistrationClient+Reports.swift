import CallModel
import H323Syntax
package import ProtocolKit

/// What the gatekeeper is told of calls and resources: IRR and RAI.
extension RegistrationClient {
    // MARK: Resources

    /// Our resources are nearly used up, or no longer.
    ///
    /// The gatekeeper is told when this changes (H.225.0 clause 7.16.1).
    package mutating func setAlmostOutOfResources(_ isAlmostOut: Bool, at now: Instant) {
        self.isAlmostOutOfResources = isAlmostOut
        self.tellResources(at: now)
        self.settle(at: now)
    }

    mutating func tellResources(at now: Instant) {
        guard self.isAlmostOutOfResources != self.toldAlmostOutOfResources,
            let gatekeeper = self.registration.gatekeeper, let endpoint = self.endpointIdentifier
        else {
            return
        }
        self.toldAlmostOutOfResources = self.isAlmostOutOfResources
        let body = H225.ResourcesAvailableIndicate(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            endpointIdentifier: endpoint,
            protocols: self.settings.endpointType.gateway?.protocol ?? [],
            almostOutOfResources: self.isAlmostOutOfResources
        )
        self.layer.send(self.signed(body, at: now), to: gatekeeper.address, for: .resources, at: now)
    }

    // MARK: IRQ

    mutating func receive(_ body: H225.InfoRequest, _ request: RASInboundID, at now: Instant) {
        let granted = self.admissions.indices.filter { index in
            if case .granted = self.admissions[index]?.state {
                return true
            }
            return false
        }
        let isOfOneCall =
            body.callReferenceValue != 0 || body.callIdentifier.map { $0.guid.contains { $0 != 0 } } ?? false
        var status = H225.InfoRequestResponseStatus.complete
        var told = granted
        if isOfOneCall {
            told = granted.filter {
                self.admissions[$0]?.isCall(body.callIdentifier, reference: body.callReferenceValue, isAnswer: nil)
                    ?? false
            }
            status = told.isEmpty ? .invalidCall : .complete
        } else {
            let size = self.settings.limits.callsOfResponse
            let segment = Int(body.nextSegmentRequested ?? 0)
            let first = min(segment * size, granted.count)
            told = Array(granted.dropFirst(first).prefix(size))
            if first + told.count < granted.count {
                status = body.segmentedResponseSupported ? .segment(UInt16(clamping: segment)) : .incomplete
            }
        }
        guard var response = self.informationResponse(of: told) else {
            return
        }
        response.irrStatus = status
        response.unsolicited = false
        response.needResponse = false
        self.layer.respond(
            to: request,
            with: self.signed(response, at: now),
            replyingTo: body.replyAddress?.reachableAddress,
            at: now
        )
    }

    // MARK: IRR

    /// Tells the gatekeeper of a call, as often as it wants to hear of it.
    mutating func report(_ id: AdmissionID, _ admission: Admission, at now: Instant) {
        guard let interval = admission.reportInterval, let due = admission.reportAt, due <= now else {
            return
        }
        self.admissions[id.index]?.reportAt = now.advanced(by: interval)
        guard let gatekeeper = self.registration.gatekeeper, var response = self.informationResponse(of: [id.index])
        else {
            return
        }
        response.unsolicited = true
        response.needResponse = admission.wantsAcknowledgement
        let signed = self.signed(response, at: now)
        let destination = admission.gatekeeper?.address ?? gatekeeper.address
        if admission.wantsAcknowledgement {
            self.layer.send(signed, to: destination, for: .informationReport, at: now)
        } else {
            self.layer.notify(signed, to: destination)
        }
    }

    /// An INAK may say that the gatekeeper has forgotten us.
    mutating func receive(reportAnswer message: H225.RasMessage, at now: Instant) {
        guard case .infoRequestNak(let nak) = message, case .notRegistered = nak.nakReason,
            let gatekeeper = self.registration.gatekeeper
        else {
            return
        }
        self.change(because: RASRefusal(.networkOutOfOrder, "notRegistered"), by: gatekeeper.address, at: now) {
            $0.lose(wantsAgain: true, alternates: [], at: now)
        }
    }

    private func informationResponse(of calls: [SlabIndex]) -> H225.InfoRequestResponse? {
        guard let endpoint = self.endpointIdentifier else {
            return nil
        }
        var response = H225.InfoRequestResponse(
            requestSeqNum: 1,
            endpointType: self.settings.endpointType,
            endpointIdentifier: endpoint,
            rasAddress: H225.TransportAddress(self.settings.rasAddress),
            callSignalAddress: self.settings.callSignalAddresses.map { H225.TransportAddress($0) }
        )
        response.endpointAlias = self.aliases
        response.perCallInfo = calls.isEmpty ? nil : calls.compactMap { self.admissions[$0]?.information }
        return response
    }
}

extension Admission {
    /// What an IRR tells of the call.
    fileprivate var information: H225.InfoRequestResponse.PerCallInfo {
        var information = H225.InfoRequestResponse.PerCallInfo(
            callReferenceValue: self.question.callReference,
            conferenceID: self.question.conferenceID,
            h245: H225.TransportChannelInfo(),
            callSignalling: H225.TransportChannelInfo(),
            callType: .pointToPoint,
            bandWidth: self.bandwidth,
            callModel: self.isRouted ? .gatekeeperRouted : .direct
        )
        information.originator = !self.question.isAnswer
        information.callIdentifier = H225.CallIdentifier(guid: self.question.callIdentifier)
        information.substituteConfIDs = []
        return information
    }
}
