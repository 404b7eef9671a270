import H323Syntax
import ProtocolKit

/// Discovery and registration.
extension RegistrationClient {
    // MARK: What the automaton wants

    /// Sends what the automaton wants sent.
    mutating func perform(_ action: GatekeeperRegistration.Action?, at now: Instant) {
        guard let action else {
            return
        }
        self.abandonRegistrationRequest()
        switch action {
        case .discover(let contact):
            self.chosenMechanism = nil
            let body = self.gatekeeperRequest(to: contact)
            self.registrationRequest = self.layer.send(body, to: contact.address, for: .discovery(contact), at: now)
        case .register(let contact):
            let body = self.signed(self.registrationRequest(to: contact), at: now)
            self.registrationRequest = self.layer.send(body, to: contact.address, for: .registration(contact), at: now)
        case .keepAlive(let contact):
            let body = self.signed(self.keepAlive(to: contact), at: now)
            self.registrationRequest = self.layer.send(body, to: contact.address, for: .keepAlive(contact), at: now)
        }
    }

    /// Lets the automaton change for a reason, tells when the registration is gone by it, and sends what follows.
    mutating func change(
        because reason: RASRefusal,
        by source: TransportAddress,
        at now: Instant,
        _ body: (inout GatekeeperRegistration) -> GatekeeperRegistration.Action?
    ) {
        let wasRegistered = self.registration.gatekeeper != nil
        let action = body(&self.registration)
        if !wasRegistered {
            self.outputs.append(.registrationRefused(reason, by: source))
        } else if self.registration.gatekeeper == nil {
            self.forgetGatekeeper()
            self.outputs.append(.unregistered(reason))
        }
        self.perform(action, at: now)
    }

    /// What a gatekeeper has said holds only as long as it has us.
    ///
    /// Its name for us is kept for those who stand in for it.
    private mutating func forgetGatekeeper() {
        self.pregrant = nil
        self.gatekeeperSignaling = nil
        self.willRespondToReports = false
        self.otherGatekeepers = []
        self.toldAlmostOutOfResources = false
    }

    // MARK: Requests

    private func gatekeeperRequest(to contact: GatekeeperContact) -> H225.GatekeeperRequest {
        var body = H225.GatekeeperRequest(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            rasAddress: H225.TransportAddress(self.settings.rasAddress),
            endpointType: self.settings.endpointType
        )
        body.gatekeeperIdentifier = contact.identifier
        body.endpointAlias = self.aliases
        body.supportsAltGK = true
        if self.settings.credentials != nil {
            body.authenticationCapability = self.settings.mechanisms.map(\.mechanism)
            body.algorithmOIDs = self.settings.mechanisms.map(\.algorithm)
        }
        return body
    }

    private func registrationRequest(to contact: GatekeeperContact) -> H225.RegistrationRequest {
        var body = self.emptyRegistrationRequest(to: contact)
        body.terminalAlias = self.aliases
        body.keepAlive = false
        body.supportsAltGK = true
        return body
    }

    /// A lightweight RRQ has what the gatekeeper knows us by and nothing else (H.225.0 clause 7.9.1).
    private func keepAlive(to contact: GatekeeperContact) -> H225.RegistrationRequest {
        var body = self.emptyRegistrationRequest(to: contact)
        body.keepAlive = true
        body.endpointIdentifier = self.endpointIdentifier
        return body
    }

    private func emptyRegistrationRequest(to contact: GatekeeperContact) -> H225.RegistrationRequest {
        var body = H225.RegistrationRequest(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            discoveryComplete: contact.firstStep == .discovery,
            callSignalAddress: self.settings.callSignalAddresses.map { H225.TransportAddress($0) },
            rasAddress: [H225.TransportAddress(self.settings.rasAddress)],
            terminalType: self.settings.endpointType,
            endpointVendor: self.settings.vendor
        )
        body.gatekeeperIdentifier = contact.identifier
        body.timeToLive = H225.TimeToLive(clamping: max(1, self.settings.timeToLive.components.seconds))
        body.willSupplyUUIEs = false
        body.maintainConnection = false
        return body
    }

    /// Our names and numbers, as messages have them.
    var aliases: [H225.AliasAddress]? {
        self.settings.aliases.isEmpty ? nil : self.settings.aliases.map(\.address)
    }

    /// Tells a gatekeeper that we are gone.
    mutating func unregister(from contact: GatekeeperContact, at now: Instant) {
        var body = H225.UnregistrationRequest(
            requestSeqNum: 1,
            callSignalAddress: self.settings.callSignalAddresses.map { H225.TransportAddress($0) }
        )
        body.endpointAlias = self.aliases
        body.endpointIdentifier = self.endpointIdentifier
        body.gatekeeperIdentifier = contact.identifier
        self.forgetGatekeeper()
        self.layer.send(self.signed(body, at: now), to: contact.address, for: .unregistration, at: now)
    }

    // MARK: Answers

    mutating func receive(
        discoveryAnswer message: H225.RasMessage,
        _ contact: GatekeeperContact,
        from source: TransportAddress,
        at now: Instant
    ) {
        self.registrationRequest = nil
        let limit = self.settings.limits.alternates
        switch message {
        case .gatekeeperConfirm(let confirm):
            var found = GatekeeperContact(
                confirm.rasAddress.reachableAddress ?? source,
                identifier: confirm.gatekeeperIdentifier ?? contact.identifier,
                firstStep: .discovery
            )
            if let mine = contact.identifier, found.identifier == nil {
                found.identifier = mine
            }
            self.chosenMechanism = self.mechanism(chosenBy: confirm)
            let alternates = GatekeeperContact.contacts(of: confirm.alternateGatekeeper, limit: limit)
            self.perform(self.registration.receiveDiscoveryConfirm(found, alternates: alternates), at: now)
        case .gatekeeperReject(let reject):
            let alternates = GatekeeperContact.contacts(of: reject.altGKInfo?.alternateGatekeeper, limit: limit)
            self.change(because: reject.rejectReason.refusal, by: source, at: now) {
                $0.receiveDiscoveryReject(alternates: alternates, at: now)
            }
        default:
            self.change(because: .notUnderstood, by: source, at: now) { $0.receiveSilence(at: now) }
        }
    }

    /// The form of credentials that a GCF has chosen, if it is one of ours.
    private func mechanism(chosenBy confirm: H225.GatekeeperConfirm) -> RASMechanism? {
        self.settings.mechanisms.first { mechanism in
            confirm.algorithmOID.map { $0 == mechanism.algorithm }
                ?? confirm.authenticationMode.map { $0 == mechanism.mechanism } ?? false
        }
    }

    mutating func receive(
        registrationAnswer message: H225.RasMessage,
        _ contact: GatekeeperContact,
        at now: Instant
    ) {
        self.registrationRequest = nil
        switch message {
        case .registrationConfirm(let confirm):
            self.receive(confirm, contact, at: now)
        case .registrationReject(let reject):
            let limit = self.settings.limits.alternates
            let alternates = GatekeeperContact.contacts(of: reject.altGKInfo?.alternateGatekeeper, limit: limit)
            let rejection: GatekeeperRegistration.Rejection =
                switch reject.rejectReason {
                case .discoveryRequired: .discoveryRequired
                case .fullRegistrationRequired: .fullRegistrationRequired
                default: .other
                }
            self.change(because: reject.rejectReason.refusal, by: contact.address, at: now) {
                $0.receiveRegistrationReject(rejection, alternates: alternates, at: now)
            }
        default:
            self.change(because: .notUnderstood, by: contact.address, at: now) { $0.receiveSilence(at: now) }
        }
    }

    private mutating func receive(
        _ confirm: H225.RegistrationConfirm,
        _ contact: GatekeeperContact,
        at now: Instant
    ) {
        let wasRegistered = self.registration.gatekeeper == contact
        let limit = self.settings.limits.alternates
        let timeToLive = confirm.timeToLive.map { Duration.seconds(Int64($0)) }
        self.registration.receiveRegistrationConfirm(
            timeToLive: timeToLive,
            alternates: confirm.alternateGatekeeper.map { GatekeeperContact.contacts(of: $0, limit: limit) },
            at: now
        )
        self.endpointIdentifier = confirm.endpointIdentifier
        self.formerGatekeeper = contact.address.ip
        // The answer to a lightweight RRQ may leave out what has not changed.
        if !wasRegistered || !confirm.callSignalAddress.isEmpty {
            self.gatekeeperSignaling = confirm.callSignalAddress.lazy.compactMap(\.reachableAddress).first
        }
        if !wasRegistered || confirm.preGrantedARQ != nil {
            self.pregrant = confirm.preGrantedARQ
        }
        self.willRespondToReports = confirm.willRespondToIRR ?? self.willRespondToReports
        if !wasRegistered {
            self.outputs.append(.registered(with: contact, timeToLive: timeToLive))
        }
        self.tellResources(at: now)
        self.askWaiting(at: now)
    }
}
