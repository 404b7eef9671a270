import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// Legs that call control places.
extension SIPUserAgent {
    /// Places a leg, or reports at once why it cannot be placed.
    mutating func place(
        _ setup: CallSetup,
        to target: Target,
        offer: SessionDescription?,
        leg: LegID,
        at now: Instant
    ) {
        guard self.placedLegs[leg.number] == nil else {
            return
        }
        guard setup.hopsLeft > 0 else {
            self.refusePlacing(leg, .local(.tooManyHops, .exchangeRoutingError))
            return
        }
        guard self.legs.count < self.services.configuration.limits.legs else {
            self.refusePlacing(leg, .local(.limit, .congestion))
            return
        }
        guard let placed = self.resolve(target) else {
            self.refusePlacing(leg, .local(.noRoute, .noRouteToDestination))
            return
        }
        if let trunk = placed.trunk, !self.isReachable(trunk) {
            self.refusePlacing(leg, .local(.transportFailure, .destinationOutOfOrder))
            return
        }
        let place = self.insert(leg, setup, placed, offer: offer)
        if let destination = placed.destination {
            self.change(place, at: now) { leg, services in
                leg.outgoing?.destination = destination
                leg.sendInvite(&services, at: now)
            }
        } else if let target = placed.nextHop {
            self.locate(target, for: .leg(place), listener: placed.listener, at: now)
        } else {
            self.change(place, at: now) { leg, services in
                leg.outgoing = nil
                leg.reportReleased(.local(.noRoute, .noRouteToDestination), &services)
            }
        }
    }

    private mutating func refusePlacing(_ leg: LegID, _ cause: ReleaseCause) {
        self.services.outputs.append(.report(.released(cause), from: leg))
    }

    /// Stores the leg with its INVITE ready to be sent.
    private mutating func insert(
        _ leg: LegID,
        _ setup: CallSetup,
        _ placed: PlacedTarget,
        offer: SessionDescription?
    ) -> SlabIndex {
        let place = self.legs.insert(SIPLeg.placeholder)
        self.placedLegs[leg.number] = place
        let policy = self.services.policy(trunk: placed.trunk)
        let core = UACCore(setup: setup, policy: policy, host: self.callerHost(placed))
        var callID: [UInt8] = []
        self.services.identifiers.appendToken(length: 22, to: &callID)
        var created = SIPLeg(
            id: leg,
            place: place,
            callID: ByteString(callID),
            localTag: LegTag(for: place, from: &self.services.identifiers).text,
            localAddress: core.from,
            remoteAddress: ByteString([0x3C] + placed.toURI.bytes + [0x3E]),
            trunk: placed.trunk
        )
        created.outgoing = self.invite(core, placed, offer: offer)
        created.facts.other = setup.facts
        self.legs[place] = created
        return place
    }

    /// The host that From names towards a target: the trunk's choice, our domain, or the listener that fits.
    private func callerHost(_ placed: PlacedTarget) -> ByteString {
        if let host = self.services.trunk(placed.trunk)?.callerHost {
            return host
        }
        if let listener = placed.listener ?? placed.destination?.listener {
            return self.services.lines.host(listener)
        }
        let address = placed.nextHop?.literalAddress
        let fitting = address.flatMap { self.services.configuration.listener(for: .udp, to: $0) }
        return self.services.lines.host(fitting ?? ListenerID(0))
    }

    private mutating func invite(
        _ core: UACCore,
        _ placed: PlacedTarget,
        offer: SessionDescription?
    ) -> OutgoingInvite {
        var lines: [UInt8] = []
        lines.append(contentsOf: self.services.lines.allow)
        lines.append(contentsOf: self.supportedLines(core, hasOffer: offer != nil, trunk: placed.trunk))
        core.appendLines(to: &lines)
        let description = offer?.serialized() ?? []
        let content = core.content(description, identifiers: &self.services.identifiers)
        lines.append(contentsOf: content.lines)
        let timers = self.services.timerPolicy(trunk: placed.trunk)
        var invite = OutgoingInvite(
            sequence: UInt32(truncatingIfNeeded: self.services.identifiers.number(below: 1 << 16)) + 1,
            hops: core.setup.hopsLeft,
            target: placed.requestURI,
            routes: placed.routes,
            lines: lines,
            body: content.body,
            description: description,
            sessionInterval: timers.interval,
            sessionMinimum: timers.minimum
        )
        invite.callerNegotiatesEarly = core.setup.negotiatesEarly
        return invite
    }

    /// Supported, and Require where the policy insists on reliable provisional responses.
    private func supportedLines(_ core: UACCore, hasOffer: Bool, trunk: Int?) -> [UInt8] {
        guard hasOffer || core.setup.negotiatesEarly else {
            // The caller cannot be offered to before the answer, so the far side had better not offer before it either.
            return core.policy.sessionTimers == .off ? [] : Array("Supported: timer\r\n".utf8)
        }
        let supported = self.services.lines.supported(trunk: trunk)
        guard core.policy.reliableProvisionals == .required else {
            return supported
        }
        return supported + Array("Require: 100rel\r\n".utf8)
    }
}

extension SIPLeg {
    /// Sends the INVITE, for the first time or again with what has changed.
    mutating func sendInvite(_ services: inout AgentServices, at now: Instant) {
        guard let invite = self.outgoing, let destination = invite.destination else {
            return
        }
        let credentials = services.credentialLines(.invite, uri: invite.target, body: invite.body, trunk: self.trunk)
        let request = self.makeInvite(invite, credentials, services)
        guard
            let id = services.send(
                request,
                .invite,
                to: destination,
                leg: self.id,
                use: .invite(self.place),
                at: now
            )
        else {
            self.outgoing = nil
            self.reportReleased(.local(.limit, .congestion), &services)
            return
        }
        if !invite.alternatives.isEmpty, let patience = services.configuration.locating.hopTimeout {
            self.outgoing?.giveUpAt = now.advanced(by: patience)
        }
        self.outgoing?.attempts += 1
        self.outgoing?.credentials = credentials
        self.outgoing?.transaction = id
        self.outgoing?.progress = .sent
    }

    private func makeInvite(_ invite: OutgoingInvite, _ credentials: [UInt8], _ services: AgentServices) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(640 + invite.lines.count + invite.body.count + credentials.count)
        bytes.append("INVITE ")
        invite.routes.appendRequestURI(target: invite.target, to: &bytes)
        bytes.append(" SIP/2.0\r\nMax-Forwards: ")
        bytes.appendDecimal(invite.hops)
        bytes.append("\r\n")
        invite.routes.appendRouteLines(target: invite.target, to: &bytes)
        self.appendIdentity(remoteTag: ByteString(), to: &bytes)
        bytes.append("CSeq: ")
        bytes.appendDecimal(invite.sequence)
        bytes.append(" INVITE\r\n")
        bytes.append(contentsOf: services.lines.userAgent)
        bytes.append(contentsOf: services.lines.contact(invite.destination?.listener ?? ListenerID(0)))
        self.facts.appendSessionID(to: &bytes)
        self.appendReceivedInformation(services, to: &bytes)
        bytes.append(contentsOf: invite.lines)
        if invite.sessionInterval > 0 {
            bytes.appendLine("Session-Expires", invite.sessionInterval)
        }
        if invite.sessionMinimum > 90 {
            bytes.appendLine("Min-SE", invite.sessionMinimum)
        }
        bytes.append(contentsOf: credentials)
        bytes.appendBody(invite.body)
        return bytes
    }
}
