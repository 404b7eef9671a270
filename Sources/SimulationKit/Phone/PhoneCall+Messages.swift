import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// The messages of a phone's call.
extension PhoneCall {
    func sendInvite(offer: String?, headers: [String]) {
        self.inviteSequence = self.sequence
        self.inviteOffer = offer ?? ""
        self.inviteLines = headers
        self.invite = self.phone.send(
            self.lines("INVITE", self.sequence) + self.inviteHeaders + headers,
            body: offer ?? "",
            method: .invite,
            to: nil
        )
    }

    /// Acknowledges the 2xx.
    package func acknowledge(body: String = "") {
        self.phone.sendACK(self.lines("ACK", self.inviteSequence), body: body, to: self.nextHop)
    }

    /// Answers a challenge once, when the phone knows its password (RFC 3261 §22.2).
    func authenticate(_ challenge: SIPMessage) {
        guard let password = self.phone.password, !self.hasAuthenticated,
            let lines = try? self.phone.credentials(
                for: challenge,
                password: password,
                method: "INVITE",
                uri: self.requestURI
            )
        else {
            return
        }
        self.hasAuthenticated = true
        self.sequence += 1
        self.remoteTag = nil
        self.sendInvite(offer: self.inviteOffer, headers: self.inviteLines + lines)
    }

    /// The 2xx is repeated until its ACK comes (RFC 3261 §13.3.1.4).
    func repeatAnswer(_ id: ServerTransactionID, after delay: Duration) {
        self.repeats[id] = delay
        self.isAcknowledged = false
        self.scheduleRepeat(id, after: delay, total: .zero)
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

    /// Acknowledges a reliable response, once: what repeats it is not new (RFC 3262 §4).
    func prack(_ number: ByteString, _ response: SIPMessage) {
        guard self.acknowledgedSequences.insert("\(response.toTag ?? "") \(number)").inserted else {
            return
        }
        self.sequence += 1
        _ = self.phone.send(
            self.lines("PRACK", self.sequence) + ["RAck: \(number) \(response.cseq.number) INVITE"],
            body: self.answerInPRACK(response),
            method: .prack,
            to: self.nextHop
        )
    }

    var contact: String {
        "<sip:\(self.phone.name)@\(self.phone.address)\(self.phone.transport == .tcp ? ";transport=tcp" : "")>"
    }

    var inviteHeaders: [String] {
        ["Contact: \(self.contact)"] + self.allowLines + (self.phone.supports100rel ? ["Supported: 100rel"] : [])
    }

    /// What it can do, unless it is too old to say so.
    var allowLines: [String] {
        self.phone.isMinimal ? [] : ["Allow: \(self.phone.allowedMethods)"]
    }

    var recordRouteLines: [String] {
        (self.received?.fields(of: .recordRoute) ?? []).compactMap { field in
            self.received.map { "Record-Route: \($0.text(in: field.valueRange))" }
        }
    }

    /// Where its first request went.
    var requestURI: String {
        self.remoteURI.trimmingBrackets
    }

    func lines(_ method: String, _ sequence: UInt32) -> [String] {
        let from = "\(self.localURI);tag=\(self.localTag)"
        let to = self.isCaller ? self.remoteURI + (self.remoteTag.map { ";tag=\($0)" } ?? "") : self.remoteURI
        return ["\(method) \(self.remoteTag == nil && self.isCaller ? self.requestURI : self.remoteTarget) SIP/2.0"]
            + ["Max-Forwards: \(self.phone.maxForwards)"] + self.routes.map { "Route: \($0)" }
            + ["From: \(from)", "To: \(to)", "Call-ID: \(self.callID)", "CSeq: \(sequence) \(method)"]
    }

    /// Where requests within the dialog go: the first route or the remote target, when it names an address.
    var nextHop: TransportAddress? {
        let uri = self.routes.first ?? self.remoteTarget
        let text = uri.split(separator: "sip:").last.map(String.init) ?? uri
        let host = text.split(separator: "@").last.map(String.init) ?? text
        let end = host.firstIndex { ";>".contains($0) } ?? host.endIndex
        let authority = String(host[..<end])
        return TransportAddress(authority) ?? TransportAddress(authority + ":5060")
    }

    static func contact(of message: SIPMessage) -> String? {
        guard let value = message.firstText(of: .contact)?.description else {
            return nil
        }
        return value.trimmingBrackets
    }

    /// The Record-Route entries of others: a phone that names itself there plays its own proxy.
    func foreignRoutes(of message: SIPMessage) -> [String] {
        message.fields(of: .recordRoute).map { message.text(in: $0.valueRange).description }
            .filter { !$0.contains("\(self.phone.address)") }
    }
}

extension String {
    /// What stands between angle brackets, or everything.
    fileprivate var trimmingBrackets: String {
        guard let start = self.firstIndex(of: "<"), let end = self.firstIndex(of: ">"), start < end else {
            return self
        }
        return String(self[self.index(after: start)..<end])
    }
}
