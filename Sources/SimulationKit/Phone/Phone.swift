package import CallModel
package import ProtocolKit
import SIPAgent
package import SIPSyntax
import SIPTransactions

/// A scripted SIP peer: its transactions retransmit as the RFC says, everything else it does when it is told.
///
/// By default it acknowledges a 2xx, answers PRACK, BYE, OPTIONS and CANCEL by itself; each of these can be switched off to
/// play a peer that does not.
package final class Phone {
    /// The user part of its address of record.
    package var name: String

    /// The name that its calls show; empty for none.
    package var displayName = ""

    /// Where it listens.
    package let address: TransportAddress

    /// Whether it sends ACK to a 2xx by itself.
    package var acknowledges = true

    /// Whether it answers BYE by itself.
    package var answersBye = true

    /// Whether it answers CANCEL, and the INVITE with 487, by itself.
    package var answersCancel = true

    /// Whether it acknowledges reliable provisional responses and answers PRACK by itself.
    package var handlesPrack = true

    /// Whether it writes `Supported: 100rel`.
    package var supports100rel = false

    /// The transport for its requests.
    package var transport = TransportProtocol.udp

    /// The password with which it answers a challenge to an INVITE; without one it gives up.
    package var password: String?

    /// Whether it says nothing of what it can do, as an RFC 2543 phone.
    package var isMinimal = false

    /// What it says in Allow.
    package var allowedMethods = "INVITE, ACK, BYE, CANCEL, OPTIONS, PRACK, UPDATE, INFO"

    /// What its requests say in Max-Forwards.
    package var maxForwards = 70

    /// Lines added to every request outside a dialog.
    package var extraHeaders: [String] = []

    /// What a new call does when no step of the scenario takes it; the scenario's own when `nil`.
    package var onCall: ((PhoneCall) -> Void)?

    /// Answers a request outside any dialog that is no INVITE, as a registrar would; 200 when `nil`.
    package var onOther: ((SIPMessage) -> (status: UInt16, lines: [String]))?

    /// Requests outside any dialog and INVITEs that no step has taken.
    private(set) var newCalls: [PhoneCall] = []

    /// The calls that it knows, by Call-ID.
    package private(set) var calls: [ByteString: PhoneCall] = [:]

    /// Responses to requests outside calls, by Call-ID.
    private var answers: [ByteString: [SIPMessage]] = [:]

    let number: Int
    private var layer: TransactionLayer
    unowned(safe) let simulation: Simulation
    private var registerSequence: UInt32 = 0

    init(name: String, number: Int, address: TransportAddress, simulation: Simulation) {
        self.name = name
        self.number = number
        self.address = address
        self.simulation = simulation
        let listeners = [TransportProtocol.udp, .tcp].enumerated().map { place, transport in
            ListenerDescription(
                id: ListenerID(UInt16(place)),
                name: "phone",
                transport: transport,
                address: address
            )
        }
        self.layer = TransactionLayer(
            configuration: TransactionConfiguration(listeners: listeners),
            identifiers: IdentifierSource(shard: UInt16(number + 2), key: simulation.random.octets(32))
        )
    }

    var node: NodeID {
        .phone(self.number)
    }

    /// The next moment it has something to do by itself.
    var nextDeadline: Instant? {
        self.layer.nextDeadline
    }

    /// Its address as a URI's host.
    var hostText: String {
        self.address.ip.isV4 ? "\(self.address.ip)" : "[\(self.address.ip)]"
    }

    // MARK: Steps

    /// Calls `user` through the gateway, by its address unless a host is given; without a description the gateway is asked
    /// to offer.
    package func invite(
        _ user: String,
        at host: String? = nil,
        offer: String? = nil,
        headers: [String] = []
    ) -> PhoneCall {
        let authority = host ?? "\(self.simulation.gatewayAddress)"
        let call = PhoneCall(phone: self, calling: "sip:" + (user.isEmpty ? "" : user + "@") + authority)
        self.calls[call.callID] = call
        call.sendInvite(offer: offer, headers: headers + self.extraHeaders)
        return call
    }

    /// Waits for a call from the gateway.
    package func expectCall(within limit: Duration = .seconds(40)) throws -> PhoneCall {
        guard self.simulation.run(until: { !self.newCalls.isEmpty }, within: limit) else {
            throw Unexpected("\(self.name) got no call\n\(self.simulation.ladder)")
        }
        return self.newCalls.removeFirst()
    }

    /// Registers its address, or takes it away when `expires` is 0, and returns the final response.
    package func register(expires: Int = 3600, headers: [String] = [], password: String? = nil) throws -> SIPMessage {
        self.registerSequence += 1
        let callID = "\(self.token())@\(self.name)"
        return try self.ask(
            "REGISTER",
            uri: "sip:\(self.simulation.gatewayAddress)",
            callID: callID,
            sequence: self.registerSequence,
            headers: ["Contact: <sip:\(self.name)@\(self.address)>", "Expires: \(expires)"] + headers,
            password: password
        )
    }

    /// Asks the gateway for its capabilities.
    package func options(_ user: String = "") throws -> SIPMessage {
        let target = user.isEmpty ? "\(self.simulation.gatewayAddress)" : "\(user)@\(self.simulation.gatewayAddress)"
        return try self.ask("OPTIONS", uri: "sip:\(target)", callID: self.token(), sequence: 1)
    }

    /// Sends a request outside any dialog and returns its final response.
    package func ask(
        _ method: String,
        uri: String,
        callID: String,
        sequence: UInt32,
        headers: [String] = [],
        body: String = "",
        password: String? = nil
    ) throws -> SIPMessage {
        let tag = self.token()
        let lines = { (sequence: UInt32, more: [String]) in
            [
                "\(method) \(uri) SIP/2.0", "Max-Forwards: 70",
                "From: <sip:\(self.name)@\(self.simulation.gatewayAddress.ip)>;tag=\(tag)",
                "To: <sip:\(method == "REGISTER" ? self.name : "x")@\(self.simulation.gatewayAddress.ip)>",
                "Call-ID: \(callID)", "CSeq: \(sequence) \(method)",
            ] + headers + more
        }
        let key = ByteString(callID)
        self.answers[key] = []
        _ = self.send(lines(sequence, []), body: body, method: SIPMethod(ByteString(method)), to: nil)
        let first = try self.finalAnswer(key, to: method)
        guard let password, let status = first.status?.code, status == 401 || status == 407 else {
            return first
        }
        self.registerSequence += 1
        let credentials = try self.credentials(for: first, password: password, method: method, uri: uri)
        self.answers[key] = []
        _ = self.send(lines(sequence + 1, credentials), body: body, method: SIPMethod(ByteString(method)), to: nil)
        return try self.finalAnswer(key, to: method)
    }

    private func finalAnswer(_ callID: ByteString, to method: String) throws -> SIPMessage {
        let arrived = { self.answers[callID]?.first { $0.status?.isProvisional == false } }
        guard self.simulation.run(until: { arrived() != nil }), let answer = arrived() else {
            throw Unexpected("\(self.name) got no answer to \(method)")
        }
        return answer
    }

    /// The lines that answer a challenge.
    func credentials(for challenge: SIPMessage, password: String, method: String, uri: String) throws -> [String] {
        var client = DigestClient(
            DigestCredentials(username: ByteString(self.name), secret: .password(ByteString(password)))
        )
        var attempt = DigestClient.Attempt()
        let isProxy = challenge.status?.code == 407
        let name: SIPHeaderName = isProxy ? .proxyAuthenticate : .wwwAuthenticate
        let values = challenge.fields(of: name).map { challenge.text(in: $0.valueRange) }
        guard client.receive(values, role: isProxy ? .proxy : .server, attempt: &attempt) else {
            throw Unexpected("\(self.name) cannot answer the challenge")
        }
        let request = DigestClient.Request(method: ByteString(method), uri: ByteString(uri))
        let lines = client.headerLines(for: request, identifiers: &self.simulation.random)
        return String(decoding: lines, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    /// Forgets all calls; a scenario does so when they are over.
    func forgetCalls() {
        self.calls = [:]
        self.newCalls = []
        self.answers = [:]
    }

    // MARK: Sending

    /// Sends a request that has everything but Via and Content-Length; to the gateway when `destination` is `nil`.
    func send(
        _ lines: [String],
        body: String = "",
        method: SIPMethod,
        to destination: TransportAddress?
    ) -> ClientTransactionID? {
        let id = self.layer.send(
            Self.bytes(lines, body),
            method: method,
            to: self.destination(destination),
            leg: nil,
            at: self.simulation.now
        )
        self.drain()
        return id
    }

    /// Sends an ACK to a 2xx.
    func sendACK(_ lines: [String], body: String, to destination: TransportAddress?) {
        _ = self.layer.sendACK(Self.bytes(lines, body), to: self.destination(destination), leg: nil)
        self.drain()
    }

    func cancel(_ invite: ClientTransactionID) {
        self.layer.cancel(invite, headers: [], at: self.simulation.now)
        self.drain()
    }

    func respond(
        _ id: ServerTransactionID,
        _ status: UInt16,
        tag: String,
        headers: [String] = [],
        body: String = ""
    ) {
        let lines = headers.map { $0 + "\r\n" }.joined()
        self.layer.respond(
            to: id,
            status: SIPStatus(status),
            toTag: status == 100 ? nil : ByteString(tag),
            headers: Array(lines.utf8) + (body.isEmpty ? [] : Array("Content-Type: application/sdp\r\n".utf8)),
            body: Array(body.utf8),
            at: self.simulation.now
        )
        self.drain()
    }

    func resendResponse(_ id: ServerTransactionID) {
        self.layer.resendResponse(id)
        self.drain()
    }

    /// Sends octets as they are.
    package func sendRaw(_ bytes: [UInt8]) {
        self.simulation.network.perform(
            .send(bytes, to: self.simulation.gatewayAddress, via: ListenerID(0)),
            from: self.node,
            at: self.simulation.now
        )
    }

    func token() -> String {
        self.simulation.random.token().description
    }

    private func destination(_ address: TransportAddress?) -> Destination {
        Destination(
            transport: self.transport,
            address: address ?? self.simulation.gatewayAddress,
            listener: ListenerID(self.transport == .udp ? 0 : 1)
        )
    }

    private static func bytes(_ lines: [String], _ body: String) -> [UInt8] {
        let type =
            body.isEmpty || lines.contains { $0.hasPrefix("Content-Type:") } ? [] : ["Content-Type: application/sdp"]
        let all = lines + type + ["Content-Length: \(body.utf8.count)", "", body]
        return Array(all.joined(separator: "\r\n").utf8)
    }

    // MARK: Receiving

    func receive(_ event: NetworkEvent) {
        self.layer.receive(event, at: self.simulation.now)
        self.drain()
    }

    func advance(to now: Instant) {
        self.layer.advance(to: now)
        self.drain()
    }

    private func drain() {
        while self.sendNext() || self.takeNext() {}
    }

    // The optimiser of Swift 6.3 joins the accesses to the layer of both, and does not end them on every path; apart, and
    // not inlined, they cannot be joined.
    @inline(never)
    private func sendNext() -> Bool {
        guard let output = self.layer.nextOutput() else {
            return false
        }
        if case .network(let request) = output {
            self.simulation.network.perform(request, from: self.node, at: self.simulation.now)
        }
        return true
    }

    @inline(never)
    private func takeNext() -> Bool {
        guard let event = self.layer.nextEvent() else {
            return false
        }
        self.take(event)
        return true
    }

    private func take(_ event: TransactionEvent) {
        switch event {
        case .request(let id, let message, _):
            self.takeRequest(id, message)
        case .cancel(let id, let invite, let message, _):
            self.calls[message.callID]?.receiveCancel(id, of: invite, message)
        case .acknowledgement(let message, _):
            self.calls[message.callID]?.receiveACK(message)
        case .response(let id, let message, _):
            if let call = self.calls[message.callID] {
                call.receiveResponse(message, to: id)
            } else {
                self.answers[message.callID]?.append(message)
            }
        case .timedOut(let id):
            for call in self.calls.values {
                call.receiveTimeout(of: id)
            }
        case .refused, .strayResponse, .transportFailed, .acknowledgementMissing, .flowClosed, .clientEnded,
            .serverEnded:
            break
        }
    }

    private func takeRequest(_ id: ServerTransactionID, _ message: SIPMessage) {
        if message.toTagRange != nil {
            if let call = self.calls[message.callID] {
                call.receiveRequest(id, message)
            } else {
                self.respond(id, 481, tag: self.token())
            }
            return
        }
        guard message.method == .invite else {
            let answer = self.onOther?(message) ?? (status: 200, lines: ["Allow: INVITE, ACK, BYE, CANCEL, OPTIONS"])
            self.respond(id, answer.status, tag: self.token(), headers: answer.lines)
            return
        }
        let call = PhoneCall(phone: self, called: message, id)
        self.calls[message.callID] = call
        if let onCall {
            onCall(call)
        } else {
            self.newCalls.append(call)
        }
    }
}

/// A scenario's step did not find what it waited for.
package struct Unexpected: Error, CustomStringConvertible {
    /// What was missing.
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
