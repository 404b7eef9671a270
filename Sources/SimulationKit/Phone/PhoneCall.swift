import CallModel
package import ProtocolKit
package import SIPSyntax
import SIPTransactions

/// One dialog of a phone, from its INVITE to its BYE, step by step.
package final class PhoneCall {
    /// The Call-ID.
    package let callID: ByteString

    /// Every response to the phone's INVITEs and other requests in this call, in order of arrival.
    package private(set) var responses: [SIPMessage] = []

    /// Every request in this call after the first, in order of arrival.
    package private(set) var requests: [SIPMessage] = []

    /// The INVITE that the gateway sent, when it did.
    package let received: SIPMessage?

    /// Whether a BYE was sent or received.
    package private(set) var isOver = false

    /// Whether the gateway has cancelled it.
    package private(set) var isCancelled = false

    /// Whether the ACK to the phone's 2xx has come.
    package private(set) var isAcknowledged = false

    /// The body of the last ACK.
    package private(set) var acknowledgedBody = ""

    /// Whether a request of the phone was never answered.
    package private(set) var hasTimedOut = false

    /// Lines for the ACK's body; with a delayed offer this is the answer.
    package var answerInACK = ""

    private unowned(safe) let phone: Phone
    private let isCaller: Bool
    private let localTag: String
    private let localURI: String
    private let remoteURI: String
    private var remoteTag: String?
    private var remoteTarget: String
    private var routes: [String] = []
    private var sequence: UInt32 = 1
    private var inviteSequence: UInt32 = 1
    private var invite: ClientTransactionID?
    private var serverInvite: ServerTransactionID?
    private var pending: [(id: ServerTransactionID, message: SIPMessage)] = []
    private var reliableSequence: UInt32 = 0
    private var repeats: [ServerTransactionID: Duration] = [:]
    private var lastACK: (lines: [String], body: String)?

    /// A call that the phone makes.
    init(phone: Phone, calling uri: String) {
        self.phone = phone
        self.isCaller = true
        self.callID = ByteString(phone.token() + "@" + phone.name)
        self.localTag = phone.token()
        self.localURI = "<sip:\(phone.name)@\(phone.address.ip)>"
        self.remoteURI = "<\(uri)>"
        self.remoteTarget = uri
        self.received = nil
    }

    /// A call that the phone gets.
    init(phone: Phone, called invite: SIPMessage, _ id: ServerTransactionID) {
        self.phone = phone
        self.isCaller = false
        self.callID = invite.callID
        self.localTag = phone.token()
        self.localURI = invite.firstText(of: .to)?.description ?? ""
        self.remoteURI = invite.firstText(of: .from)?.description ?? ""
        self.remoteTarget = PhoneCall.contact(of: invite) ?? ""
        self.routes = PhoneCall.recordRoutes(of: invite)
        self.received = invite
        self.serverInvite = id
        self.sequence = 100
    }

    // MARK: The caller's steps

    func sendInvite(offer: String?, headers: [String]) {
        self.inviteSequence = self.sequence
        self.invite = self.phone.send(
            self.lines("INVITE", self.sequence) + self.inviteHeaders + headers,
            body: offer ?? "",
            method: .invite,
            to: nil
        )
    }

    /// Waits for a response to the latest request: the status, or any of its class when it is a multiple of a hundred.
    @discardableResult
    package func expect(_ status: UInt16, within limit: Duration = .seconds(40)) throws -> SIPMessage {
        let matches = { (message: SIPMessage) in
            let code = message.status?.code ?? 0
            return status % 100 == 0 && status != 100 && status != 200 ? code / 100 == status / 100 : code == status
        }
        let start = self.consumed
        let found = { self.responses.indices.first { $0 >= start && matches(self.responses[$0]) } }
        guard self.phone.simulation.run(until: { found() != nil }, within: limit), let place = found() else {
            let seen = self.responses[start...].compactMap { $0.status?.code }
            throw Unexpected("\(self.phone.name) waited for \(status) and got \(seen)")
        }
        self.consumed = place + 1
        return self.responses[place]
    }
    private var consumed = 0

    /// Cancels the INVITE.
    package func cancel() {
        if let invite {
            self.phone.cancel(invite)
        }
    }

    /// The status of every response that has come.
    package var statuses: [UInt16] {
        self.responses.compactMap { $0.status?.code }
    }

    /// Whether the INVITE of this caller was answered with a 2xx.
    package var isEstablished: Bool {
        self.responses.contains { $0.method == .invite && $0.status?.isSuccess == true }
    }

    // MARK: The callee's steps

    /// Answers the latest unanswered request of the gateway, the INVITE first.
    package func respond(_ status: UInt16, body: String = "", headers: [String] = []) {
        guard let id = self.pending.first?.id ?? self.serverInvite else {
            return
        }
        if status >= 200, !self.pending.isEmpty {
            self.pending.removeFirst()
        }
        let contact = status > 100 && status < 300 ? ["Contact: \(self.contact)"] : []
        self.phone.respond(
            id,
            status,
            tag: self.localTag,
            headers: contact + self.recordRouteLines + headers,
            body: body
        )
        if (200..<300).contains(status), id == self.serverInvite || self.isReinvite(id) {
            self.repeatAnswer(id, after: .milliseconds(500))
        }
    }

    /// Sends a provisional response that has to be acknowledged (RFC 3262).
    package func respondReliably(_ status: UInt16, body: String = "", headers: [String] = []) {
        self.reliableSequence += 1
        self.respond(status, body: body, headers: ["Require: 100rel", "RSeq: \(self.reliableSequence)"] + headers)
    }

    /// Waits for the ACK to its 2xx.
    package func expectACK(within limit: Duration = .seconds(40)) throws {
        guard self.phone.simulation.run(until: { self.isAcknowledged }, within: limit) else {
            throw Unexpected("\(self.phone.name) got no ACK")
        }
    }

    // MARK: Steps of both

    /// Hangs up.
    package func bye(headers: [String] = []) {
        self.isOver = true
        self.request("BYE", headers: headers)
    }

    /// Offers anew.
    package func reinvite(_ offer: String = "") {
        self.sequence += 1
        self.inviteSequence = self.sequence
        self.invite = self.phone.send(
            self.lines("INVITE", self.sequence) + self.inviteHeaders,
            body: offer,
            method: .invite,
            to: self.nextHop
        )
    }

    /// Sends another request within the dialog.
    package func request(_ method: String, headers: [String] = [], body: String = "") {
        self.sequence += 1
        let contact = method == "UPDATE" ? ["Contact: \(self.contact)"] : []
        _ = self.phone.send(
            self.lines(method, self.sequence) + contact + headers,
            body: body,
            method: SIPMethod(ByteString(method)),
            to: self.nextHop
        )
    }

    /// Waits for a request of the gateway within the dialog and returns it.
    @discardableResult
    package func expectRequest(_ method: SIPMethod, within limit: Duration = .seconds(40)) throws -> SIPMessage {
        let start = self.consumedRequests
        let found = { self.requests.indices.first { $0 >= start && self.requests[$0].method == method } }
        guard self.phone.simulation.run(until: { found() != nil }, within: limit), let place = found() else {
            throw Unexpected("\(self.phone.name) waited for \(method) and got \(self.requests.map(\.method))")
        }
        self.consumedRequests = place + 1
        return self.requests[place]
    }
    private var consumedRequests = 0

    /// Waits for the gateway to hang up.
    package func expectBye(within limit: Duration = .seconds(40)) throws {
        try self.expectRequest(.bye, within: limit)
    }

    /// Waits for the gateway to cancel.
    package func expectCancel(within limit: Duration = .seconds(40)) throws {
        guard self.phone.simulation.run(until: { self.isCancelled }, within: limit) else {
            throw Unexpected("\(self.phone.name) was not cancelled")
        }
    }

    // MARK: Events

    func receiveResponse(_ message: SIPMessage, to id: ClientTransactionID) {
        self.responses.append(message)
        guard let status = message.status, message.method == .invite else {
            return
        }
        if let tag = message.toTag, status.isSuccess || !status.isProvisional || self.remoteTag == nil {
            self.remoteTag = tag.description
        }
        if status.isSuccess || (status.isProvisional && status.code > 100) {
            self.remoteTarget = Self.contact(of: message) ?? self.remoteTarget
            if self.isCaller, self.routes.isEmpty {
                self.routes = Self.recordRoutes(of: message).reversed()
            }
        }
        if status.isSuccess, self.phone.acknowledges {
            self.acknowledge(body: self.answerInACK)
        } else if status.isProvisional, self.phone.handlesPrack, let rseq = message.firstText(of: .rseq) {
            self.prack(rseq, message)
        }
    }

    /// Acknowledges the 2xx.
    package func acknowledge(body: String = "") {
        let lines = self.lines("ACK", self.inviteSequence)
        self.lastACK = (lines, body)
        self.phone.sendACK(lines, body: body, to: self.nextHop)
    }

    func receiveRequest(_ id: ServerTransactionID, _ message: SIPMessage) {
        self.requests.append(message)
        self.remoteTarget = Self.contact(of: message) ?? self.remoteTarget
        switch message.method {
        case .bye where self.phone.answersBye:
            self.isOver = true
            self.phone.respond(id, 200, tag: self.localTag)
        case .prack where self.phone.handlesPrack && message.body.isEmpty:
            self.phone.respond(id, 200, tag: self.localTag)
        case .options:
            self.phone.respond(id, 200, tag: self.localTag)
        default:
            self.pending.append((id, message))
        }
    }

    func receiveCancel(_ id: ServerTransactionID, of invite: ServerTransactionID?) {
        self.isCancelled = true
        guard self.phone.answersCancel else {
            return
        }
        self.phone.respond(id, invite == nil ? 481 : 200, tag: self.localTag)
        if let invite, !self.isAnswered {
            self.phone.respond(invite, 487, tag: self.localTag)
        }
    }

    func receiveACK(_ message: SIPMessage) {
        self.isAcknowledged = true
        self.acknowledgedBody = String(decoding: message.body, as: UTF8.self)
        self.repeats = [:]
    }

    func receiveTimeout(of id: ClientTransactionID) {
        if id == self.invite {
            self.hasTimedOut = true
        }
    }

    private var isAnswered: Bool {
        self.isAcknowledged || !self.repeats.isEmpty
    }

    // MARK: Messages

    /// The 2xx is repeated until its ACK comes (RFC 3261 §13.3.1.4).
    private func repeatAnswer(_ id: ServerTransactionID, after delay: Duration) {
        self.repeats[id] = delay
        self.isAcknowledged = false
        self.phone.simulation.after(delay) { [self] in
            guard self.repeats[id] != nil, delay < .seconds(32) else {
                return
            }
            self.phone.resendResponse(id)
            self.scheduleRepeat(id, after: min(delay * 2, .seconds(4)), total: delay)
        }
    }

    private func scheduleRepeat(_ id: ServerTransactionID, after delay: Duration, total: Duration) {
        self.phone.simulation.after(delay) { [self] in
            guard self.repeats[id] != nil, total + delay < .seconds(32) else {
                return
            }
            self.phone.resendResponse(id)
            self.scheduleRepeat(id, after: min(delay * 2, .seconds(4)), total: total + delay)
        }
    }

    private func isReinvite(_ id: ServerTransactionID) -> Bool {
        self.requests.last?.method == .invite
    }

    private func prack(_ rseq: ByteString, _ response: SIPMessage) {
        self.sequence += 1
        _ = self.phone.send(
            self.lines("PRACK", self.sequence) + ["RAck: \(rseq) \(response.cseq.number) INVITE"],
            method: .prack,
            to: self.nextHop
        )
    }

    private var contact: String {
        "<sip:\(self.phone.name)@\(self.phone.address)\(self.phone.transport == .tcp ? ";transport=tcp" : "")>"
    }

    private var inviteHeaders: [String] {
        ["Contact: \(self.contact)", "Allow: INVITE, ACK, BYE, CANCEL, OPTIONS, PRACK, UPDATE, INFO"]
            + (self.phone.supports100rel ? ["Supported: 100rel"] : [])
    }

    private var recordRouteLines: [String] {
        self.isCaller ? [] : self.routes.map { "Record-Route: \($0)" }
    }

    private func lines(_ method: String, _ sequence: UInt32) -> [String] {
        let from = self.isCaller ? "\(self.localURI);tag=\(self.localTag)" : "\(self.localURI);tag=\(self.localTag)"
        let to = self.isCaller ? self.remoteURI + (self.remoteTag.map { ";tag=\($0)" } ?? "") : self.remoteURI
        return ["\(method) \(self.remoteTarget) SIP/2.0", "Max-Forwards: 70"]
            + self.routes.map { "Route: \($0)" }
            + ["From: \(from)", "To: \(to)", "Call-ID: \(self.callID)", "CSeq: \(sequence) \(method)"]
    }

    /// Where requests within the dialog go: the first route or the remote target, when it names an address.
    private var nextHop: TransportAddress? {
        let uri = self.routes.first ?? self.remoteTarget
        let text = uri.split(separator: "sip:").last.map(String.init) ?? uri
        let host = text.split(separator: "@").last.map(String.init) ?? text
        let end = host.firstIndex { ";>".contains($0) } ?? host.endIndex
        let authority = String(host[..<end])
        return TransportAddress(authority) ?? TransportAddress(authority + ":5060")
    }

    private static func contact(of message: SIPMessage) -> String? {
        guard let value = message.firstText(of: .contact)?.description, let start = value.firstIndex(of: "<"),
            let end = value.firstIndex(of: ">"), start < end
        else {
            return message.firstText(of: .contact)?.description
        }
        return String(value[value.index(after: start)..<end])
    }

    private static func recordRoutes(of message: SIPMessage) -> [String] {
        message.fields(of: .recordRoute).map { String(decoding: message.bytes[$0.valueRange], as: UTF8.self) }
    }
}
