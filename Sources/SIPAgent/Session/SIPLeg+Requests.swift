import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// Requests of ours inside the leg's dialogs.
extension SIPLeg {
    /// Writes a request in a dialog (RFC 3261 §12.2.1.1), complete but for its Via.
    func makeRequest(
        _ method: SIPMethod,
        in dialog: Dialog,
        sequence: UInt32,
        lines: [UInt8] = [],
        description: [UInt8] = [],
        userAgent: [UInt8]
    ) -> [UInt8] {
        var bytes = self.requestHead(method, in: dialog, sequence: sequence, userAgent: userAgent)
        bytes.append(contentsOf: lines)
        bytes.appendDescription(description)
        return bytes
    }

    /// Responds to a request of the peer.
    func respond(
        to id: ServerTransactionID,
        _ status: SIPStatus,
        lines: [UInt8] = [],
        phrase: ByteString? = nil,
        body: [UInt8] = [],
        _ services: inout AgentServices,
        at now: Instant
    ) {
        var all = lines
        self.facts.appendSessionID(to: &all)
        if let invite = self.incoming, invite.transaction == id {
            for change in invite.headerChanges {
                all.apply(change)
            }
        }
        services.respond(to: id, status, tag: self.localTag, lines: all, phrase: phrase, body: body, at: now)
    }

    /// Appends what the other end is willing to receive (RFC 6086 §5.2), where INFO passes at all.
    func appendReceivedInformation(_ services: AgentServices, to lines: inout [UInt8]) {
        if self.facts.other.informationPackages != nil, services.policy(trunk: self.trunk).relaysInformation {
            lines.appendLine("Recv-Info", self.facts.other.packageList)
        }
    }

    /// Everything up to CSeq and User-Agent.
    func requestHead(
        _ method: SIPMethod,
        in dialog: Dialog,
        sequence: UInt32,
        userAgent: [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(768)
        bytes.append(method: method)
        bytes.append(0x20)
        dialog.routes.appendRequestURI(target: dialog.remoteTarget, to: &bytes)
        bytes.append(" SIP/2.0\r\nMax-Forwards: 70\r\n")
        dialog.routes.appendRouteLines(target: dialog.remoteTarget, to: &bytes)
        self.appendIdentity(remoteTag: dialog.remoteTag, to: &bytes)
        bytes.append("CSeq: ")
        bytes.appendDecimal(sequence)
        bytes.append(0x20)
        bytes.append(method: method)
        bytes.append("\r\n")
        self.facts.appendSessionID(to: &bytes)
        bytes.append(contentsOf: userAgent)
        return bytes
    }

    /// Appends From, To and Call-ID; an empty tag of the peer is left out (RFC 3261 §12.2.1.1, RFC 2543 peers).
    func appendIdentity(remoteTag: ByteString, to bytes: inout [UInt8]) {
        bytes.append("From: ")
        bytes.append(contentsOf: self.localAddress.bytes)
        bytes.append(";tag=")
        bytes.append(contentsOf: self.localTag.bytes)
        bytes.append("\r\nTo: ")
        bytes.append(contentsOf: self.remoteAddress.bytes)
        if !remoteTag.isEmpty {
            bytes.append(";tag=")
            bytes.append(contentsOf: remoteTag.bytes)
        }
        bytes.append("\r\nCall-ID: ")
        bytes.append(contentsOf: self.callID.bytes)
        bytes.append("\r\n")
    }

    /// Ends the dialog at `index` with a BYE (RFC 3261 §15.1.1) that says why (RFC 3326).
    ///
    /// A BYE that is not the leg's last drops one answering party of several; nobody waits for its response.
    mutating func sendBYE(
        dialog index: Int,
        reason: [UInt8],
        isLast: Bool = true,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard self.dialogs.indices.contains(index) else {
            return
        }
        let sequence = self.dialogs[index].nextSequence()
        let credentials = self.credentialLines(.bye, [], dialog: index, &services)
        let request = self.makeRequest(
            .bye,
            in: self.dialogs[index],
            sequence: sequence,
            lines: credentials + reason,
            userAgent: services.lines.userAgent
        )
        let destination = self.dialogs[index].destination
        let use: ClientUse = isLast ? .bye(self.place) : .detached
        let id = services.send(request, .bye, to: destination, leg: self.id, use: use, at: now)
        if isLast {
            self.closing = id
        }
    }

    /// The credentials of a request to a trunk that has challenged before.
    func credentialLines(
        _ method: SIPMethod,
        _ body: [UInt8],
        dialog index: Int,
        _ services: inout AgentServices
    ) -> [UInt8] {
        guard self.trunk != nil, self.dialogs.indices.contains(index) else {
            return []
        }
        let dialog = self.dialogs[index]
        var uri: [UInt8] = []
        dialog.routes.appendRequestURI(target: dialog.remoteTarget, to: &uri)
        return services.credentialLines(method, uri: ByteString(uri), body: body, trunk: self.trunk)
    }

    /// Ends an answered leg: BYE to the peer, and the news to call control.
    mutating func clear(_ cause: ReleaseCause, _ services: inout AgentServices, at now: Instant) {
        self.refusePeerRequest(services: &services, at: now)
        if let answered {
            services.invites[answered.transaction] = nil
            services.layer.acknowledged(answered.transaction)
        }
        self.reportReleased(cause, &services)
        self.sendBYE(dialog: 0, reason: services.reasonLines(for: cause), &services, at: now)
    }

    /// Answers a request that waits for call control when the leg ends (RFC 3261 §15.1.2).
    mutating func refusePeerRequest(services: inout AgentServices, at now: Instant) {
        guard let request = self.peerRequest else {
            return
        }
        self.peerRequest = nil
        self.respond(to: request.transaction, .requestTerminated, &services, at: now)
    }

    /// Sends the ACK to a 2xx and notes it for repeated ones.
    mutating func sendACK(
        dialog index: Int,
        sequence: UInt32,
        transaction: ClientTransactionID,
        credentials: [UInt8] = [],
        description: [UInt8] = [],
        _ services: inout AgentServices
    ) {
        guard self.dialogs.indices.contains(index) else {
            return
        }
        let request = self.makeRequest(
            .ack,
            in: self.dialogs[index],
            sequence: sequence,
            lines: credentials,
            description: description,
            userAgent: services.lines.userAgent
        )
        let destination = self.dialogs[index].destination
        let bytes = services.layer.sendACK(request, to: destination, leg: self.id)
        self.lastACK = SentACK(transaction: transaction, bytes: bytes, destination: destination)
    }

    /// Repeats the ACK for a repeated 2xx.
    func repeatACK(_ transaction: ClientTransactionID, _ services: inout AgentServices) {
        if let ack = self.lastACK, ack.transaction == transaction {
            services.layer.resend(ack.bytes, to: ack.destination, leg: self.id)
        }
    }

    /// Sends an INFO (RFC 6086 §4.1).
    mutating func sendInformation(_ body: OpaqueBody, _ services: inout AgentServices, at now: Instant) {
        guard self.phase != .over, !self.dialogs.isEmpty else {
            return
        }
        let sequence = self.dialogs[0].nextSequence()
        var request = self.requestHead(
            .info,
            in: self.dialogs[0],
            sequence: sequence,
            userAgent: services.lines.userAgent
        )
        request.append(contentsOf: self.credentialLines(.info, body.bytes, dialog: 0, &services))
        if !body.package.isEmpty {
            request.appendLine("Info-Package", body.package.bytes)
        }
        if !body.disposition.isEmpty {
            request.appendLine("Content-Disposition", body.disposition.bytes)
        }
        request.appendLine("Content-Type", body.contentType.bytes)
        request.appendBody(body.bytes)
        let destination = self.dialogs[0].destination
        _ = services.send(request, .info, to: destination, leg: self.id, use: .information(self.place), at: now)
    }

    /// Sends digits one by one as `application/dtmf-relay`, unless the peer takes no INFO (RFC 3261 §20.5).
    mutating func send(_ digits: [Digit], _ services: inout AgentServices, at now: Instant) {
        guard !self.abilities.contains(.refusesInformation) else {
            self.report(.digitsRefused(digits), &services)
            return
        }
        for digit in digits.prefix(32) {
            var text: [UInt8] = []
            text.append("Signal=")
            text.append(digit.symbol)
            text.append("\r\nDuration=")
            let duration = digit.duration ?? .milliseconds(160)
            text.appendDecimal(UInt64(clamping: duration.nanoseconds / 1_000_000))
            text.append("\r\n")
            self.sendInformation(OpaqueBody(contentType: "application/dtmf-relay", bytes: text), &services, at: now)
        }
    }
}
