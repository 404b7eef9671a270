import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// What the configuration says about a leg's peer, in the words of the protocol.
extension AgentServices {
    /// The session timers that a leg asks for and accepts.
    func timerPolicy(trunk: Int?) -> SessionTimerPolicy {
        let policy = self.policy(trunk: trunk)
        let interval = UInt32(clamping: policy.sessionInterval.nanoseconds / 1_000_000_000)
        let minimum = UInt32(clamping: policy.minimumSessionInterval.nanoseconds / 1_000_000_000)
        return SessionTimerPolicy(interval: policy.sessionTimers == .active ? interval : 0, minimum: minimum)
    }

    /// How a request of the peer is answered about session timers; not at all where they are turned off.
    func timerAnswer(to request: SIPMessage, trunk: Int?) -> SessionTimerPolicy.Answer {
        guard self.policy(trunk: trunk).sessionTimers != .off else {
            return .none
        }
        return self.timerPolicy(trunk: trunk).answer(to: request.sessionTimerRequest)
    }

    /// Whether the peer is told by a header of its own who it is connected to.
    func asserts(_ party: Party, trunk: Int?) -> Bool {
        let policy = self.policy(trunk: trunk)
        return policy.assertedIdentity != .none && !party.user.isEmpty
            && (party.presentation == .allowed || policy.isTrusted)
    }

    /// Appends who the peer is connected to, where identities are asserted to it (RFC 3325 §9.1).
    func appendIdentity(of party: Party?, trunk: Int?, listener: ListenerID, to lines: inout [UInt8]) {
        guard let party, self.asserts(party, trunk: trunk) else {
            return
        }
        let isRemoteParty = self.policy(trunk: trunk).assertedIdentity == .remoteParty
        lines.append(isRemoteParty ? "Remote-Party-ID: " : "P-Asserted-Identity: ")
        UACCore.append(party, host: self.trunk(trunk)?.callerHost ?? self.lines.host(listener), to: &lines)
        guard !isRemoteParty else {
            lines.append(party.presentation == .allowed ? ";privacy=off\r\n" : ";privacy=full\r\n")
            return
        }
        lines.append("\r\n")
        if party.presentation != .allowed {
            lines.append("Privacy: id\r\n")
        }
    }

    private func mapping(trunk: Int?) -> SIPCauseMapping {
        SIPCauseMapping(
            overrides: self.trunk(trunk)?.causes ?? self.configuration.causes,
            passesStatus: self.policy(trunk: trunk).passesStatus
        )
    }

    /// The cause of a final response, 300 or more.
    func responseCause(_ message: SIPMessage, followsProgress: Bool = false, trunk: Int?) -> ReleaseCause {
        self.mapping(trunk: trunk).cause(
            of: SIPCauseMapping.FinalResponse(
                message,
                followsProgress: followsProgress,
                isTrusted: self.policy(trunk: trunk).isTrusted
            )
        )
    }

    /// The cause of a BYE or CANCEL.
    func requestCause(_ message: SIPMessage, trunk: Int?) -> ReleaseCause {
        self.mapping(trunk: trunk).cause(
            ofRequest: message.method.text,
            stated: self.policy(trunk: trunk).isTrusted ? message.statedCause : nil
        )
    }

    /// The Reason line of a BYE or CANCEL.
    func reasonLines(for cause: ReleaseCause) -> [UInt8] {
        SIPCauseMapping().reasonLine(for: cause)
    }

    /// The final response that refuses a call.
    func refusal(
        for cause: ReleaseCause,
        trunk: Int?,
        listener: ListenerID
    ) -> (status: SIPStatus, phrase: ByteString?, lines: [UInt8]) {
        let refusal = self.mapping(trunk: trunk).refusal(for: cause, warningAgent: self.lines.host(listener))
        let status = SIPStatus(exactly: UInt64(refusal.status)) ?? .serverInternalError
        return (status, refusal.phrase, refusal.headers + self.requiredLines(of: status))
    }

    /// The lines that a status is malformed without (RFC 3261 §21.4.6, §21.4.13).
    private func requiredLines(of status: SIPStatus) -> [UInt8] {
        switch status {
        case .methodNotAllowed: self.lines.allow
        case .unsupportedMediaType: self.lines.accept
        default: []
        }
    }

    /// The final response that refuses an offer inside a dialog.
    func offerRefusal(for cause: ReleaseCause) -> (status: SIPStatus, lines: [UInt8]) {
        if cause.origin == .local(.offerPending) {
            return (.requestPending, [])
        }
        if case .sipStatus(let code, _) = cause.origin, code == 491 {
            return (.requestPending, [])
        }
        let refusal = SIPCauseMapping().refusal(for: cause, warningAgent: self.lines.host(ListenerID(0)))
        // 408 and 481 would end the dialog (RFC 5057 §5.1), 401 and 407 ask for what we do not check.
        let endsDialog: Set<UInt16> = [401, 404, 407, 408, 410, 416, 480, 481, 482, 483, 484, 485, 502, 604]
        guard !endsDialog.contains(refusal.status), (400...699).contains(refusal.status) else {
            return (.notAcceptableHere, [])
        }
        return (SIPStatus(refusal.status), refusal.headers)
    }
}

/// How our requests prove who we are, and where they go.
extension AgentServices {
    /// The credentials that a trunk's earlier challenges ask for; empty when there were none.
    mutating func credentialLines(
        _ method: SIPMethod,
        uri: ByteString,
        body: [UInt8] = [],
        trunk: Int?
    ) -> [UInt8] {
        guard let trunk, self.digests.indices.contains(trunk) else {
            return []
        }
        return self.digests[trunk].headerLines(
            for: DigestClient.Request(method: method.text, uri: uri, body: body),
            identifiers: &self.identifiers
        )
    }

    /// Learns from a 401 or 407; whether the request should be sent again with ``credentialLines(_:uri:body:trunk:)``.
    mutating func learn(from message: SIPMessage, trunk: Int?, attempt: inout DigestClient.Attempt) -> Bool {
        guard let trunk, self.digests.indices.contains(trunk) else {
            return false
        }
        let isProxy = message.status == .proxyAuthenticationRequired
        let name: SIPHeaderName = isProxy ? .proxyAuthenticate : .wwwAuthenticate
        return self.digests[trunk].receive(
            message.fields(of: name).map { message.text(in: $0.valueRange) },
            role: isProxy ? .proxy : .server,
            attempt: &attempt
        )
    }

    /// Where a request to `uri` goes when its host is an address; otherwise `fallback`, by which the peer was reached,
    /// until the name is resolved.
    func destination(for uri: SIPURI?, fallback: Destination) -> Destination {
        guard let uri, let address = Self.address(of: uri) else {
            return fallback
        }
        var transport: TransportProtocol = fallback.flow == nil ? .udp : fallback.transport
        if let named = uri.parameters["transport"] {
            if named.isEqualIgnoringCase(to: "tcp") {
                transport = .tcp
            } else if named.isEqualIgnoringCase(to: "udp") {
                transport = .udp
            }
        }
        let target = TransportAddress(address, uri.port ?? 5060)
        // A stream that the peer opened is used both ways while it lives (RFC 5923 §4).
        let flow = transport == fallback.transport ? fallback.flow : nil
        guard let listener = self.listener(transport, to: address, preferred: fallback.listener) else {
            return fallback
        }
        return Destination(transport: transport, address: target, listener: listener, flow: flow)
    }

    /// What has to be found before requests to `uri` can go there; `nil` when its host is an address.
    static func unlocated(_ uri: SIPURI?) -> NextHopTarget? {
        guard let uri, self.address(of: uri) == nil else {
            return nil
        }
        return NextHopTarget(uri)
    }

    /// The literal address that a URI names, `maddr` before the host (RFC 3261 §19.1.1).
    static func address(of uri: SIPURI) -> IPAddress? {
        if let text = uri.parameters["maddr"] {
            return IPAddress(text.bytes)
        }
        return uri.hostAddress
    }

    /// The listener to send from: the preferred one when it fits.
    func listener(_ transport: TransportProtocol, to address: IPAddress, preferred: ListenerID) -> ListenerID? {
        if let listener = self.configuration.listener(preferred), listener.transport == transport,
            listener.address.ip.isV4 == address.isV4
        {
            return preferred
        }
        return self.configuration.listener(for: transport, to: address)
    }
}

extension Collection<UInt8> {
    /// The index behind the first occurrence of `text`.
    func index(after text: StaticString) -> Index? {
        let wanted = ByteString(stringLiteral: text).bytes
        var start = self.startIndex
        while start != self.endIndex {
            if self[start...].starts(with: wanted) {
                return self.index(start, offsetBy: wanted.count)
            }
            self.formIndex(after: &start)
        }
        return nil
    }
}
