import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// Next hops that have to be found before something can be sent (RFC 3263).
extension SIPUserAgent {
    /// What waits for a next hop.
    enum LocatingUse: Sendable {
        /// The INVITE of a leg.
        case leg(SlabIndex)
        /// Requests in the leg's dialog with this tag of the peer.
        case dialog(SlabIndex, remoteTag: ByteString)
        /// A REGISTER to a trunk.
        case registration(Int, TrunkRegistration.Request)
        /// A probe of a trunk.
        case probe(Int)
        /// The addresses of a host that a trunk sends from.
        case source(Int, ByteString)
    }

    /// One search that is under way.
    struct Locating: Sendable {
        let use: LocatingUse
        let listener: ListenerID?
    }

    /// Finds the next hop of a URI and goes on with what waits for it, at once or later.
    mutating func locate(_ uri: SIPURI, for use: LocatingUse, listener: ListenerID?, at now: Instant) {
        guard let target = NextHopTarget(uri) else {
            self.finish(Locating(use: use, listener: listener), .failed(.unreachable), at: now)
            return
        }
        self.locate(target, for: use, listener: listener, at: now)
    }

    mutating func locate(_ target: NextHopTarget, for use: LocatingUse, listener: ListenerID?, at now: Instant) {
        let locating = Locating(use: use, listener: listener)
        switch self.services.locator.locate(target, at: now) {
        case .answered(let answer):
            self.finish(locating, answer, at: now)
        case .pending(let id):
            self.searches[id] = locating
        }
    }

    /// Carries out what the locator asks for.
    mutating func settleLocator(at now: Instant) {
        while let output = self.services.locator.nextOutput() {
            switch output {
            case .resolve(let id, let question):
                self.services.outputs.append(.network(.resolve(id, question)))
            case .located(let id, let answer):
                if let locating = self.searches.removeValue(forKey: id) {
                    self.finish(locating, answer, at: now)
                }
            }
        }
    }

    /// Looks for the next hops of dialogs.
    ///
    /// Requests do not wait for them: until then, and if nothing is found, they go where the peer was reached.
    mutating func locateWantedHops(at now: Instant) {
        while let wanted = self.services.wantedHops.popLast() {
            let use = LocatingUse.dialog(wanted.leg, remoteTag: wanted.remoteTag)
            self.locate(wanted.target, for: use, listener: wanted.listener, at: now)
        }
    }

    private mutating func finish(_ locating: Locating, _ answer: NextHopLocator.Answer, at now: Instant) {
        let destinations = self.destinations(answer, listener: locating.listener)
        switch locating.use {
        case .leg(let place):
            self.finishPlacing(place, destinations, answer, at: now)
        case .dialog(let place, let tag):
            if let first = destinations.first {
                self.change(place, at: now) { leg, _ in
                    leg.found(first, remoteTag: tag)
                }
            }
        case .registration(let place, let request):
            if let first = destinations.first {
                self.sendRegister(request, for: place, to: first, at: now)
            } else {
                self.trunkFailed(place, .registration, at: now)
            }
        case .probe(let place):
            if let first = destinations.first {
                self.sendProbe(for: place, to: first, at: now)
            } else {
                self.trunkFailed(place, .probe, at: now)
            }
        case .source(let place, let host):
            if case .found(let hops) = answer {
                self.directory.update(place, host: host, addresses: hops.remaining.map(\.address.ip))
            }
        }
    }

    private mutating func finishPlacing(
        _ place: SlabIndex,
        _ destinations: [Destination],
        _ answer: NextHopLocator.Answer,
        at now: Instant
    ) {
        guard let first = destinations.first else {
            let cause = Self.cause(of: answer)
            self.change(place, at: now) { leg, services in
                leg.outgoing = nil
                leg.reportReleased(cause, &services)
            }
            return
        }
        self.change(place, at: now) { leg, services in
            leg.outgoing?.destination = first
            leg.outgoing?.alternatives = Array(destinations.dropFirst())
            leg.sendInvite(&services, at: now)
        }
    }

    private func destinations(_ answer: NextHopLocator.Answer, listener: ListenerID?) -> [Destination] {
        guard case .found(let hops) = answer else {
            return []
        }
        return hops.remaining.compactMap { hop in
            let preferred = listener ?? ListenerID(.max)
            return self.services.listener(hop.transport, to: hop.address.ip, preferred: preferred).map {
                Destination(transport: hop.transport, address: hop.address, listener: $0)
            }
        }
    }

    private static func cause(of answer: NextHopLocator.Answer) -> ReleaseCause {
        switch answer {
        case .found, .failed(.unreachable):
            .local(.noRoute, .noRouteToDestination)
        case .failed(.notResolved):
            .local(.nameNotResolved, .noRouteToDestination)
        case .failed(.unavailable(let wait)):
            ReleaseCause(.congestion, origin: .local(.transportFailure), retryAfter: wait)
        case .failed(.busy):
            .local(.limit, .congestion)
        }
    }
}

extension SIPLeg {
    /// The next hop of a dialog was found by its name.
    fileprivate mutating func found(_ destination: Destination, remoteTag: ByteString) {
        guard let index = self.dialogIndex(remoteTag: remoteTag) else {
            return
        }
        var destination = destination
        // A stream that the peer opened is used both ways while it lives (RFC 5923 §4).
        if destination.transport == self.dialogs[index].destination.transport {
            destination.flow = self.dialogs[index].destination.flow
        }
        self.dialogs[index].destination = destination
    }
}
