import CallModel
package import ProtocolKit
import SIPSyntax
import SIPTransactions

/// Our registrations with trunks, the probes, and the addresses that trunks send from.
extension SIPUserAgent {
    /// Starts what has to happen without being asked.
    package mutating func start(at now: Instant) {
        for place in self.trunks.indices {
            self.trunks[place].registration?.start(at: now)
            self.trunks[place].probe?.start(at: now)
            self.trunkDeadlines.set(self.trunks[place].nextDeadline, for: place)
        }
        self.resolveSources(at: now)
        self.settle(at: now)
    }

    /// Takes Tandem off the trunks that it is registered with.
    package mutating func unregister(at now: Instant) {
        for place in self.trunks.indices {
            self.trunks[place].probe?.stop()
            let action = self.trunks[place].registration?.stop(at: now)
            self.act(action, on: place, at: now)
        }
        self.settle(at: now)
    }

    /// Whether calls may be sent to a trunk.
    func isReachable(_ place: Int) -> Bool {
        self.trunks.indices.contains(place) ? self.trunks[place].probe?.isReachable ?? true : false
    }

    mutating func advanceTrunks(to now: Instant) {
        while let place = self.trunkDeadlines.popDue(at: now) {
            let registration = self.trunks[place].registration?.advance(to: now)
            self.act(registration, on: place, at: now)
            let probe = self.trunks[place].probe?.advance(to: now)
            self.act(probe, on: place, at: now)
        }
        if let refresh = self.sourcesRefresh, refresh <= now {
            self.resolveSources(at: now)
        }
    }

    private mutating func act(_ action: TrunkRegistration.Action?, on place: Int, at now: Instant) {
        let trunk = self.trunks[place].configuration
        switch action {
        case .send(let request):
            guard let uri = try? SIPURI(trunk.proxy ?? trunk.registration?.registrar ?? trunk.uri) else {
                self.trunkFailed(place, .registration, at: now)
                return
            }
            self.locate(uri, for: .registration(place, request), listener: trunk.listener, at: now)
        case .registered(let expires):
            self.services.outputs.append(.observe(.trunkRegistered(trunk.name, expires: expires)))
        case .failed(let status, let wait):
            self.services.outputs.append(
                .observe(.trunkRegistrationFailed(trunk.name, status: status, retryIn: wait))
            )
        case .stopped, nil:
            break
        }
        self.trunkDeadlines.set(self.trunks[place].nextDeadline, for: place)
    }

    private mutating func act(_ action: TrunkProbe.Action?, on place: Int, at now: Instant) {
        let trunk = self.trunks[place].configuration
        switch action {
        case .send:
            guard let uri = try? SIPURI(self.trunks[place].nextHop) else {
                self.trunkFailed(place, .probe, at: now)
                return
            }
            self.locate(uri, for: .probe(place), listener: trunk.listener, at: now)
        case .changed(let isReachable):
            self.services.outputs.append(.observe(.trunkReachable(trunk.name, isReachable)))
        case nil:
            break
        }
        self.trunkDeadlines.set(self.trunks[place].nextDeadline, for: place)
    }

    /// Sends our REGISTER to the hop that was found.
    mutating func sendRegister(
        _ request: TrunkRegistration.Request,
        for place: Int,
        to destination: Destination,
        at now: Instant
    ) {
        let trunk = self.trunks[place].configuration
        guard let registration = trunk.registration,
            let contact = try? SIPURI(self.contactURI(user: registration.contactUser, destination.listener))
        else {
            self.trunkFailed(place, .registration, at: now)
            return
        }
        self.trunks[place].contact = contact
        let bytes = request.message(
            for: registration,
            contact: contact,
            route: trunk.proxy,
            userAgent: self.services.configuration.userAgent
        )
        let id = self.services.send(
            bytes,
            .register,
            to: destination,
            leg: nil,
            use: .registration(place),
            at: now
        )
        if id == nil {
            self.trunkFailed(place, .registration, at: now)
        }
    }

    private func contactURI(user: ByteString, _ listener: ListenerID) -> ByteString {
        var uri: [UInt8] = []
        uri.append("sip:")
        uri.append(escapedUser: user)
        uri.append(0x40)
        uri.append(contentsOf: self.services.lines.host(listener).bytes)
        if let configuration = self.services.configuration.listener(listener) {
            uri.append(0x3A)
            uri.appendDecimal(configuration.visiblePort)
            if configuration.transport == .tcp {
                uri.append(";transport=tcp")
            }
        }
        return ByteString(uri)
    }

    /// Sends an OPTIONS request to the hop that was found (RFC 3261 §11.1).
    mutating func sendProbe(for place: Int, to destination: Destination, at now: Instant) {
        let trunk = self.trunks[place].configuration
        var bytes: [UInt8] = []
        bytes.append("OPTIONS ")
        bytes.append(contentsOf: trunk.uri.bytes)
        bytes.append(" SIP/2.0\r\nMax-Forwards: 70\r\n")
        if let proxy = trunk.proxy {
            RouteSet(preset: [proxy]).appendRouteLines(target: trunk.uri, to: &bytes)
        }
        bytes.append("From: <sip:")
        bytes.append(contentsOf: (trunk.callerHost ?? self.services.lines.host(destination.listener)).bytes)
        bytes.append(">;tag=")
        self.services.identifiers.appendToken(to: &bytes)
        bytes.append("\r\nTo: <")
        bytes.append(contentsOf: trunk.uri.bytes)
        bytes.append(">\r\nCall-ID: ")
        self.services.identifiers.appendToken(length: 22, to: &bytes)
        bytes.append("\r\nCSeq: 1 OPTIONS\r\n")
        bytes.append(contentsOf: self.services.lines.contact(destination.listener))
        bytes.append(contentsOf: self.services.lines.accept)
        bytes.append(contentsOf: self.services.lines.userAgent)
        bytes.append(contentsOf: self.services.credentialLines(.options, uri: trunk.uri, trunk: place))
        bytes.appendDescription([])
        let id = self.services.send(bytes, .options, to: destination, leg: nil, use: .probe(place), at: now)
        if id == nil {
            self.trunkFailed(place, .probe, at: now)
        }
    }

    /// Which of a trunk's requests an outcome is for.
    enum TrunkRequest: UInt8, Hashable, Sendable {
        case registration
        case probe
    }

    /// The final response to a request of ours to a trunk.
    mutating func receiveTrunkResponse(
        _ place: Int,
        _ request: TrunkRequest,
        _ message: SIPMessage,
        at now: Instant
    ) {
        switch request {
        case .registration:
            guard let contact = self.trunks[place].contact else {
                return
            }
            let response = TrunkRegistration.Response(message, contact: contact)
            let action = self.trunks[place].registration?.receive(response, at: now)
            self.act(action, on: place, at: now)
        case .probe:
            let action = self.trunks[place].probe?.receive(status: message.status?.code ?? 0, at: now)
            self.act(action, on: place, at: now)
        }
    }

    /// A request of ours to a trunk was not answered or could not be sent.
    ///
    /// It is not inlined: the optimizer of Swift 6.3.1 fails where it threads jumps through the trunks' accessors.
    @inline(never)
    mutating func trunkFailed(_ place: Int, _ request: TrunkRequest, at now: Instant) {
        switch request {
        case .registration:
            let action = self.trunks[place].registration?.receiveNoResponse(at: now)
            self.act(action, on: place, at: now)
        case .probe:
            let action = self.trunks[place].probe?.receiveNoResponse(at: now)
            self.act(action, on: place, at: now)
        }
    }

    /// Asks for the addresses of the hosts that trunks send from, now and every five minutes.
    private mutating func resolveSources(at now: Instant) {
        let hosts = self.directory.sourceHosts
        guard !hosts.isEmpty else {
            return
        }
        self.sourcesRefresh = now.advanced(by: .seconds(300))
        for (place, host) in hosts {
            self.locate(NextHopTarget(host: host), for: .source(place, host), listener: nil, at: now)
        }
    }
}
