import CallModel
import H323Syntax
import ProtocolKit

/// Discovery, registration and its end.
extension Gatekeeper {
    // MARK: GRQ

    mutating func receive(
        _ body: H225.GatekeeperRequest,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        let reply = body.rasAddress.reachableAddress
        let isForUs = body.gatekeeperIdentifier.map { $0 == self.settings.identifier } ?? true
        let rule = isForUs ? self.rules(for: body.endpointAlias, from: source).first : nil
        guard let rule else {
            self.reject(request, .terminalExcluded, replyingTo: reply, at: now)
            return
        }
        guard self.endpoints.count < self.settings.limits.registrations || self.endpoints.index(ofRule: rule) != nil
        else {
            self.outputs.append(.limitReached("registrations"))
            self.reject(request, .resourceUnavailable, replyingTo: reply, at: now)
            return
        }
        var confirm = H225.GatekeeperConfirm(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            rasAddress: H225.TransportAddress(self.settings.rasAddress)
        )
        confirm.gatekeeperIdentifier = self.settings.identifier
        if self.settings.endpoints[rule].credentials != nil {
            let offered = body.authenticationCapability ?? []
            let mechanism = RASMechanism.allCases.first { offered.contains($0.mechanism) }
            confirm.authenticationMode = mechanism?.mechanism
            confirm.algorithmOID = mechanism?.algorithm
        }
        self.layer.respond(to: request, with: confirm, replyingTo: reply, at: now)
    }

    /// Refuses a GRQ; one to the group gets no answer, because it is for others then (H.323 clause 7.2.1).
    private mutating func reject(
        _ request: RASInboundID,
        _ reason: H225.GatekeeperRejectReason,
        replyingTo reply: TransportAddress?,
        at now: Instant
    ) {
        guard !self.isViaGroup else {
            self.layer.ignore(request)
            return
        }
        var reject = H225.GatekeeperReject(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            rejectReason: reason
        )
        reject.gatekeeperIdentifier = self.settings.identifier
        self.layer.respond(to: request, with: reject, replyingTo: reply, at: now)
    }

    /// The places of the rules that allow all these names, or any when there are none, from this address.
    private func rules(for aliases: [H225.AliasAddress]?, from source: TransportAddress) -> [Int] {
        let wanted = (aliases ?? []).prefix(self.settings.limits.aliasesOfEndpoint).map { RASAlias($0) }
        let candidates: [Int]
        switch wanted.first {
        case .some(.some(let first)): candidates = self.rulesByAlias[first] ?? []
        case .some(.none): return []
        case .none: candidates = self.rulesByAddress[source.ip] ?? []
        }
        return candidates.filter { place in
            let rule = self.settings.endpoints[place]
            let isOpen = rule.addresses.isEmpty && rule.credentials == nil
            return !isOpen && (rule.addresses.isEmpty || rule.addresses.contains(source.ip))
                && wanted.allSatisfy { $0.map { rule.aliases.contains($0) } ?? false }
        }
    }

    // MARK: RRQ

    mutating func receive(
        _ body: H225.RegistrationRequest,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        if body.keepAlive == true {
            self.receive(keepAlive: body, request, from: source, at: now)
            return
        }
        guard (body.terminalAlias?.count ?? 0) <= self.settings.limits.aliasesOfEndpoint else {
            self.outputs.append(.limitReached("aliases of an endpoint"))
            self.reject(request, .resourceUnavailable, "too many aliases", from: source, at: now)
            return
        }
        // An RCF of ours never says that names can be added one by one (clause 7.9.2).
        guard !body.additiveRegistration else {
            self.reject(request, .additiveRegistrationNotSupported, "additive", from: source, at: now)
            return
        }
        let rules = self.rules(for: body.terminalAlias, from: source)
        let rule = rules.first { place in
            self.settings.endpoints[place].credentials.map { self.proof(of: $0, in: body, at: now) == .proven } ?? true
        }
        guard let rule else {
            self.reject(
                request,
                .securityDenial,
                rules.isEmpty ? "not allowed" : "wrong password",
                from: source,
                at: now
            )
            return
        }
        guard let callSignalAddress = body.callSignalAddress.lazy.compactMap(\.reachableAddress).first else {
            self.reject(request, .invalidCallSignalAddress, "no call signaling address", from: source, at: now)
            return
        }
        let candidate = self.candidate(body, rule, callSignalAddress, from: source, at: now)
        if let reason = self.obstacle(to: candidate) {
            self.reject(request, reason, reason.refusal.reason, from: source, at: now)
            return
        }
        let isKnown = self.take(candidate, restarts: body.restart)
        guard let endpoint = self.endpoints.index(ofRule: rule).flatMap({ self.endpoints[$0] }) else {
            return
        }
        self.confirm(request, endpoint, body, at: now)
        if !isKnown {
            self.outputs.append(.registered(self.summary(endpoint)))
        }
    }

    /// A lightweight RRQ counts only from where the full one came.
    private mutating func receive(
        keepAlive body: H225.RegistrationRequest,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        switch self.sender(body.endpointIdentifier, of: body, from: source, mustProve: true, at: now) {
        case .success(let index):
            self.endpoints.refresh(index, until: now.advanced(by: self.lifetime(of: body)))
            if let endpoint = self.endpoints[index] {
                self.confirm(request, endpoint, body, at: now)
            }
        case .failure(.notRegistered):
            self.reject(request, .fullRegistrationRequired, "fullRegistrationRequired", from: source, at: now)
        case .failure(.notAuthentic):
            self.reject(request, .securityDenial, "wrong password", from: source, at: now)
        }
    }

    /// The endpoint that a full RRQ would make.
    private mutating func candidate(
        _ body: H225.RegistrationRequest,
        _ rule: Int,
        _ callSignalAddress: TransportAddress,
        from source: TransportAddress,
        at now: Instant
    ) -> RegisteredEndpoint {
        let allowed = self.settings.endpoints[rule]
        let asked = (body.terminalAlias ?? []).compactMap { RASAlias($0) }
        let wanted = body.terminalType.supportedPrefixes
        let prefixes = wanted.isEmpty ? allowed.prefixes : allowed.prefixes.filter { wanted.contains($0) }
        return RegisteredEndpoint(
            identifier: BMPString("\(self.identifiers.token(length: 12))"),
            rule: rule,
            source: source,
            rasAddress: body.rasAddress.lazy.compactMap(\.reachableAddress).first { $0.ip == source.ip } ?? source,
            callSignalAddress: callSignalAddress,
            aliases: asked.isEmpty ? allowed.aliases : Array(Set(asked)).sorted { "\($0)" < "\($1)" },
            prefixes: body.terminalType.gateway == nil ? [] : prefixes,
            expiresAt: now.advanced(by: self.lifetime(of: body))
        )
    }

    /// Why an endpoint cannot be registered, if so.
    private mutating func obstacle(to candidate: RegisteredEndpoint) -> H225.RegistrationRejectReason? {
        let present = self.endpoints.index(ofRule: candidate.rule)
        let taken = candidate.aliases.filter { alias in
            self.endpoints.index(of: alias).map { $0 != present } ?? false
        }
        guard taken.isEmpty else {
            return .duplicateAlias(taken.map(\.address))
        }
        if let other = self.endpoints.index(at: candidate.callSignalAddress), other != present {
            return .invalidCallSignalAddress
        }
        guard let present, let endpoint = self.endpoints[present] else {
            guard self.endpoints.count < self.settings.limits.registrations else {
                self.outputs.append(.limitReached("registrations"))
                return .resourceUnavailable
            }
            return nil
        }
        // Who has no password to prove takes the place of another host only when that is gone.
        let isProven = self.settings.endpoints[candidate.rule].credentials != nil
        return isProven || endpoint.source.ip == candidate.source.ip
            ? nil : .duplicateAlias(candidate.aliases.map(\.address))
    }

    /// Registers an endpoint; `true` if it was registered from the same addresses before, so that its calls go on.
    private mutating func take(_ candidate: RegisteredEndpoint, restarts: Bool) -> Bool {
        guard let present = self.endpoints.index(ofRule: candidate.rule), let endpoint = self.endpoints[present] else {
            _ = self.endpoints.insert(candidate)
            return false
        }
        let isSame =
            endpoint.source == candidate.source && endpoint.rasAddress == candidate.rasAddress
            && endpoint.callSignalAddress == candidate.callSignalAddress && endpoint.aliases == candidate.aliases
            && endpoint.prefixes == candidate.prefixes
        if isSame, !restarts {
            self.endpoints.refresh(present, until: candidate.expiresAt)
            return true
        }
        self.remove(present, by: .replaced)
        _ = self.endpoints.insert(candidate)
        return false
    }

    /// How long a registration lasts by an RRQ, with the grace for repetitions.
    private func lifetime(of body: H225.RegistrationRequest) -> Duration {
        self.timeToLive(of: body) + self.settings.timeToLiveGrace
    }

    private func timeToLive(of body: H225.RegistrationRequest) -> Duration {
        let wanted = body.timeToLive.map { Duration.seconds(Int64($0)) } ?? self.settings.timeToLive
        return max(.seconds(1), min(wanted, self.settings.timeToLive))
    }

    private mutating func confirm(
        _ request: RASInboundID,
        _ endpoint: RegisteredEndpoint,
        _ body: H225.RegistrationRequest,
        at now: Instant
    ) {
        var confirm = H225.RegistrationConfirm(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            callSignalAddress: [H225.TransportAddress(self.settings.callSignalAddress)],
            endpointIdentifier: endpoint.identifier
        )
        confirm.gatekeeperIdentifier = self.settings.identifier
        confirm.terminalAlias = endpoint.aliases.map(\.address)
        confirm.timeToLive = H225.TimeToLive(clamping: self.timeToLive(of: body).components.seconds)
        confirm.willRespondToIRR = true
        confirm.maintainConnection = false
        if !endpoint.prefixes.isEmpty {
            confirm.supportedPrefixes = endpoint.prefixes.map { H225.SupportedPrefix(prefix: .dialledDigits($0)) }
        }
        let reply = body.rasAddress.lazy.compactMap(\.reachableAddress).first
        self.layer.respond(to: request, with: confirm, replyingTo: reply, at: now)
    }

    private mutating func reject(
        _ request: RASInboundID,
        _ reason: H225.RegistrationRejectReason,
        _ words: ByteString,
        from source: TransportAddress,
        at now: Instant
    ) {
        var reject = H225.RegistrationReject(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            rejectReason: reason
        )
        reject.gatekeeperIdentifier = self.settings.identifier
        self.layer.respond(to: request, with: reject, at: now)
        self.outputs.append(.registrationRefused(words, from: source))
    }

    // MARK: URQ

    mutating func receive(
        _ body: H225.UnregistrationRequest,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        // An old endpoint names itself by its call signaling address only.
        let named = body.callSignalAddress.compactMap(\.address).compactMap { self.endpoints.index(at: $0) }.first
        let identifier = body.endpointIdentifier ?? named.flatMap { self.endpoints[$0]?.identifier }
        switch self.sender(identifier, of: body, from: source, mustProve: false, at: now) {
        case .success(let index):
            let aliases = (body.endpointAlias ?? []).compactMap { RASAlias($0) }
            let kept = self.endpoints[index]?.aliases.filter { !aliases.contains($0) } ?? []
            if aliases.isEmpty || kept.isEmpty {
                self.remove(index, by: .byEndpoint)
            } else {
                self.endpoints.remove(aliases, of: index)
            }
            self.layer.respond(to: request, with: H225.UnregistrationConfirm(requestSeqNum: 1), at: now)
        case .failure(let stranger):
            let reason: H225.UnregRejectReason =
                switch stranger {
                case .notRegistered: .notCurrentlyRegistered
                case .notAuthentic: .securityDenial
                }
            let reject = H225.UnregistrationReject(requestSeqNum: 1, rejectReason: reason)
            self.layer.respond(to: request, with: reject, at: now)
        }
    }

    /// Takes an endpoint out and tells it so.
    mutating func expel(
        _ index: SlabIndex,
        reason: H225.UnregRequestReason,
        loss: EndpointLoss,
        at now: Instant
    ) {
        guard let endpoint = self.endpoints[index] else {
            return
        }
        var body = H225.UnregistrationRequest(
            requestSeqNum: 1,
            callSignalAddress: [H225.TransportAddress(endpoint.callSignalAddress)]
        )
        body.endpointIdentifier = endpoint.identifier
        body.gatekeeperIdentifier = self.settings.identifier
        body.reason = reason
        self.layer.send(body, to: endpoint.rasAddress, for: .unregistration, at: now)
        self.remove(index, by: loss)
    }

    /// The one place where an endpoint is taken out, with its calls.
    private mutating func remove(_ index: SlabIndex, by loss: EndpointLoss) {
        guard let endpoint = self.endpoints[index] else {
            return
        }
        let summary = self.summary(endpoint)
        for call in endpoint.calls {
            self.end(call, by: .endpointGone)
        }
        _ = self.endpoints.remove(index)
        self.outputs.append(.unregistered(summary, loss))
    }

    /// Adds a violation to the outputs.
    mutating func violate(_ clause: ByteString, _ what: ByteString, _ source: TransportAddress) {
        self.outputs.append(.violation(PeerViolation(clause: clause, what: what, from: source)))
    }
}

extension H225.EndpointType {
    /// The beginnings of numbers that a gateway says it is for.
    fileprivate var supportedPrefixes: [ByteString] {
        (self.gateway?.protocol ?? []).flatMap { support -> [H225.SupportedPrefix] in
            switch support {
            case .voice(let voice): voice.supportedPrefixes ?? []
            case .h323(let h323): h323.supportedPrefixes ?? []
            default: []
            }
        }.compactMap { RASAlias($0.prefix)?.digits }
    }
}
