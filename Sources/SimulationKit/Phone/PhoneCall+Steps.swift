import CallModel
import ProtocolKit
package import SIPSyntax
import SIPTransactions

/// What a scenario can have a phone do, and wait for.
extension PhoneCall {
    // MARK: The caller's steps

    /// Waits for a response to a request of this method: the status, or any of its class when it is 300, 400, 500 or 600.
    @discardableResult
    package func expect(
        _ status: UInt16,
        to method: SIPMethod = .invite,
        within limit: Duration = .seconds(40)
    ) throws -> SIPMessage {
        let matches = { (message: SIPMessage) in
            let code = message.status?.code ?? 0
            return status % 100 == 0 && status >= 300 ? code / 100 == status / 100 : code == status
        }
        let start = self.consumed[method] ?? 0
        let found = {
            self.responses.indices.first {
                $0 >= start && self.responses[$0].method == method && matches(self.responses[$0])
            }
        }
        guard self.phone.simulation.run(until: { found() != nil }, within: limit), let place = found() else {
            let seen = self.responses[start...].filter { $0.method == method }.compactMap { $0.status?.code }
            throw Unexpected(
                "\(self.phone.name) waited for \(status) to \(method.text) and got \(seen)\n\(self.phone.simulation.ladder)"
            )
        }
        self.consumed[method] = place + 1
        return self.responses[place]
    }

    /// Cancels the INVITE.
    package func cancel() {
        if let invite {
            self.phone.cancel(invite)
        }
    }

    /// Sends the INVITE again as a new request, as after a redirection or with other headers.
    package func repeatInvite(headers: [String] = []) {
        self.sequence += 1
        self.remoteTag = nil
        self.sendInvite(offer: self.inviteOffer, headers: headers)
    }

    /// The status of every response to INVITE that has come.
    package var statuses: [UInt16] {
        self.responses.filter { $0.method == .invite }.compactMap { $0.status?.code }
    }

    /// Whether the INVITE of this caller was answered with a 2xx.
    package var isEstablished: Bool {
        self.responses.contains { $0.method == .invite && $0.status?.isSuccess == true }
    }

    // MARK: The callee's steps

    /// Answers the first INVITE, and once that has its final response the oldest request that waits for one.
    package func respond(_ status: UInt16, body: String = "", headers: [String] = [], tag: String? = nil) {
        guard self.isFinallyAnswered || self.isCaller else {
            self.isFinallyAnswered = status >= 200
            if let serverInvite {
                self.send(status, to: serverInvite, isInvite: true, body: body, headers: headers, tag: tag)
            }
            return
        }
        if let method = self.pending.first?.message.method {
            self.reply(status, to: method, body: body, headers: headers)
        }
    }

    /// Answers the oldest request of this method within the dialog that waits for an answer.
    package func reply(_ status: UInt16, to method: SIPMethod, body: String = "", headers: [String] = []) {
        guard let place = self.pending.firstIndex(where: { $0.message.method == method }) else {
            return
        }
        let request = self.pending[place]
        if status >= 200 {
            self.pending.remove(at: place)
        }
        self.send(status, to: request.id, isInvite: method == .invite, body: body, headers: headers, tag: nil)
    }

    private func send(
        _ status: UInt16,
        to id: ServerTransactionID,
        isInvite: Bool,
        body: String,
        headers: [String],
        tag: String?
    ) {
        let contact = status > 100 && status < 300 ? ["Contact: \(self.contact)"] + self.allowLines : []
        self.phone.respond(
            id,
            status,
            tag: tag ?? self.localTag,
            headers: contact + self.recordRouteLines + headers,
            body: body
        )
        if (200..<300).contains(status), isInvite {
            self.repeatAnswer(id, after: .milliseconds(500))
        }
    }

    /// Sends a provisional response that has to be acknowledged (RFC 3262).
    package func respondReliably(_ status: UInt16, body: String = "", headers: [String] = [], tag: String? = nil) {
        self.reliableSequence += 1
        let lines = ["Require: 100rel", "RSeq: \(self.reliableSequence)"]
        self.respond(status, body: body, headers: lines + headers, tag: tag)
    }

    /// Answers the first INVITE once more, as another phone behind a proxy that forks would (RFC 6026 §7.1).
    package func respondFromFork(_ status: UInt16, tag: String, body: String = "") {
        guard let received else {
            return
        }
        let copied = [SIPHeaderName.via, .from, .callID, .cseq].flatMap { name in
            received.fields(of: name).map { "\(name.text): \(received.text(in: $0.valueRange))" }
        }
        let lines =
            ["SIP/2.0 \(status) Forked"] + copied + [
                "To: \(received.header(.to) ?? "");tag=\(tag)", "Contact: \(self.contact)",
                "Content-Type: application/sdp", "Content-Length: \(body.utf8.count)", "", body,
            ]
        self.phone.sendRaw(Array(lines.joined(separator: "\r\n").utf8))
    }

    /// Waits for the ACK to its latest 2xx.
    package func expectACK(within limit: Duration = .seconds(40)) throws {
        guard self.phone.simulation.run(until: { self.isAcknowledged }, within: limit) else {
            throw Unexpected("\(self.phone.name) got no ACK\n\(self.phone.simulation.ladder)")
        }
    }

    // MARK: Steps of both

    /// Hangs up.
    package func bye(headers: [String] = []) {
        self.isOver = true
        self.request("BYE", headers: headers)
    }

    /// Offers anew.
    package func reinvite(_ offer: String = "", headers: [String] = []) {
        self.sequence += 1
        self.inviteSequence = self.sequence
        self.invite = self.phone.send(
            self.lines("INVITE", self.sequence) + self.inviteHeaders + headers,
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
        let start = self.consumedRequests[method] ?? 0
        let found = { self.requests.indices.first { $0 >= start && self.requests[$0].method == method } }
        guard self.phone.simulation.run(until: { found() != nil }, within: limit), let place = found() else {
            throw Unexpected(
                """
                \(self.phone.name) waited for \(method.text) and got \(self.requests.map(\.method.text))
                \(self.phone.simulation.ladder)
                """
            )
        }
        self.consumedRequests[method] = place + 1
        return self.requests[place]
    }

    /// Waits for the gateway to hang up.
    @discardableResult
    package func expectBye(within limit: Duration = .seconds(40)) throws -> SIPMessage {
        try self.expectRequest(.bye, within: limit)
    }

    /// Waits for the gateway to cancel.
    package func expectCancel(within limit: Duration = .seconds(40)) throws {
        guard self.phone.simulation.run(until: { self.isCancelled }, within: limit) else {
            throw Unexpected("\(self.phone.name) was not cancelled\n\(self.phone.simulation.ladder)")
        }
    }

    /// How many requests of this method the gateway has sent within the dialog.
    package func count(of method: SIPMethod) -> Int {
        self.requests.count { $0.method == method }
    }
}
