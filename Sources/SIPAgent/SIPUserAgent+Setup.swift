import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// From an INVITE to the neutral words of a call.
extension SIPUserAgent {
    /// The facts of a new call.
    func setup(of message: SIPMessage, _ admission: Admission) -> CallSetup {
        let policy = self.services.policy(trunk: admission.caller.trunk)
        let from = message.from.address
        let fromURI = from.uri
        let isRestricted = Self.isRestricted(message, from: fromURI)
        var caller = Self.party(fromURI, displayName: from.displayName ?? ByteString(), isRestricted: isRestricted)
        if let name = admission.caller.user, let user = self.users[name] {
            caller.user = name
            caller.displayName = user.displayName.isEmpty ? caller.displayName : user.displayName
        }
        let uri = message.requestURI
        var setup = CallSetup(
            caller: caller,
            called: uri.map { Self.party($0, displayName: ByteString()) } ?? Party(user: ByteString()),
            calledHost: uri.map { $0.isSIP ? $0.host : ByteString() } ?? ByteString(),
            hopsLeft: message.maxForwards ?? 70,
            source: self.source(admission),
            offer: admission.offer,
            negotiatesEarly: admission.isReliable
        )
        if policy.isTrusted, let asserted = try? message.first(PAssertedIdentity.self) {
            let name = asserted.displayName ?? ByteString()
            setup.assertedCaller = Self.party(asserted.uri, displayName: name, isRestricted: isRestricted)
        }
        if policy.isTrusted, let diversions = try? message.all(SIPSyntax.Diversion.self, limit: 16) {
            setup.diversions = diversions.map(Self.diversion)
        }
        setup.facts = message.facts(limit: self.services.configuration.limits.informationPackages)
        if !policy.relaysInformation {
            setup.facts.informationPackages = nil
        }
        setup.bodies = message.otherBodies
        setup.headers = self.relayedHeaders(message, policy)
        return setup
    }

    private func source(_ admission: Admission) -> CallSource {
        let listener = self.services.configuration.listener(admission.source.listener)
        return CallSource(
            listener: listener?.name ?? ByteString(),
            transport: admission.source.transport == .udp ? "udp" : "tcp",
            remote: admission.source.remote,
            user: admission.caller.user,
            trunk: self.services.trunk(admission.caller.trunk)?.name,
            context: admission.caller.context
        )
    }

    /// The headers that policy lets across, up to the bound.
    private func relayedHeaders(_ message: SIPMessage, _ policy: SIPLegPolicy) -> [RelayedHeader] {
        guard !policy.relayedHeaders.isEmpty else {
            return []
        }
        var headers: [RelayedHeader] = []
        var octets = 0
        for name in policy.relayedHeaders {
            for field in message.fields(of: SIPHeaderName(name)) {
                octets += field.nameRange.count + field.valueRange.count
                guard octets <= self.services.configuration.limits.relayedHeaderBytes else {
                    return headers
                }
                headers.append(RelayedHeader(name: name, value: message.text(in: field.valueRange)))
            }
        }
        return headers
    }

    /// Whether the caller asks not to be shown (RFC 3323 §4.2, RFC 3325 §9.3).
    static func isRestricted(_ message: SIPMessage, from uri: SIPURI) -> Bool {
        guard let range = message.firstValue(of: .privacy) else {
            return uri.isSIP && uri.host.isEqualIgnoringCase(to: "anonymous.invalid")
        }
        let values = message.bytes[range].split(whereSeparator: { $0 == 0x3B || $0 == 0x20 || $0 == 0x2C })
        return values.contains { value in
            ["id", "user", "header"].contains(ByteString(value).lowercased)
        }
    }

    /// The party that a URI names.
    static func party(_ uri: SIPURI, displayName: ByteString, isRestricted: Bool = false) -> Party {
        let presentation: Party.Presentation = isRestricted ? .restricted : .allowed
        switch uri.scheme {
        case .sip, .sips:
            return Party(
                user: uri.user ?? ByteString(),
                displayName: displayName,
                presentation: presentation,
                isTelephoneNumber: uri.parameters["user"] == "phone"
            )
        case .tel:
            let number = uri.opaquePart.bytes.prefix(while: { $0 != 0x3B })
            return Party(
                user: ByteString(number),
                displayName: displayName,
                presentation: presentation,
                isTelephoneNumber: true
            )
        case .other:
            return Party(user: ByteString(), displayName: displayName, presentation: presentation)
        }
    }

    private static func diversion(_ value: SIPSyntax.Diversion) -> CallModel.Diversion {
        let reason: CallModel.Diversion.Reason =
            switch value.parameters["reason"]?.lowercased {
            case ByteString("unconditional"): .unconditional
            case ByteString("user-busy"): .userBusy
            case ByteString("no-answer"): .noAnswer
            case ByteString("unavailable"): .unavailable
            case ByteString("deflection"): .deflection
            default: .unknown
            }
        var party = Self.party(value.uri, displayName: value.displayName ?? ByteString())
        if let privacy = value.parameters["privacy"], !privacy.isEqualIgnoringCase(to: "off") {
            party.presentation = .restricted
        }
        return CallModel.Diversion(party: party, reason: reason)
    }
}
