import CallModel
package import ProtocolKit
package import SIPSyntax
import SIPTransactions

/// One call of a phone, from its INVITE to its BYE, step by step.
///
/// The steps of both sides stand in one extension, the messages in another; here is what the call remembers.
package final class PhoneCall {
    /// A request of the gateway that has no final response yet.
    struct PendingRequest {
        let id: ServerTransactionID
        let message: SIPMessage
    }

    /// The Call-ID.
    package let callID: ByteString

    /// Every response to the phone's requests in this call, in order of arrival.
    package internal(set) var responses: [SIPMessage] = []

    /// Every request in this call after the first, in order of arrival.
    package internal(set) var requests: [SIPMessage] = []

    /// The INVITE that the gateway sent, when it did.
    package let received: SIPMessage?

    /// Whether a BYE was sent or received.
    package internal(set) var isOver = false

    /// Whether the gateway has cancelled it.
    package internal(set) var isCancelled = false

    /// The CANCEL of the gateway.
    package internal(set) var cancellation: SIPMessage?

    /// Whether the ACK to the phone's latest 2xx has come.
    package internal(set) var isAcknowledged = false

    /// The body of the last ACK.
    package internal(set) var acknowledgedBody = ""

    /// Whether a request of the phone was never answered.
    package internal(set) var hasTimedOut = false

    /// The body of every ACK to a 2xx; with a delayed offer this is the answer.
    package var answerInACK = ""

    /// The body of the PRACK to a reliable response; the answer when that brought an offer.
    package var answerInPRACK: (SIPMessage) -> String = { _ in "" }

    /// Takes a request of the gateway before anything else does; `true` when it did what there is to do.
    package var onRequest: ((SIPMessage) -> Bool)?

    package unowned(safe) let phone: Phone
    let isCaller: Bool
    let localTag: String
    let localURI: String
    let remoteURI: String
    var remoteTag: String?
    var remoteTarget: String
    var routes: [String] = []
    var sequence: UInt32 = 1
    var inviteSequence: UInt32 = 1
    var invite: ClientTransactionID?
    var inviteOffer = ""
    var inviteLines: [String] = []
    var hasAuthenticated = false
    var serverInvite: ServerTransactionID?
    var isFinallyAnswered = false
    var pending: [PendingRequest] = []
    var reliableSequence: UInt32 = 0
    var acknowledgedSequences: Set<String> = []
    var repeats: [ServerTransactionID: Duration] = [:]
    var consumed: [SIPMethod: Int] = [:]
    var consumedRequests: [SIPMethod: Int] = [:]

    /// The scenario that it is part of.
    package var simulation: Simulation {
        self.phone.simulation
    }

    /// A call that the phone makes.
    init(phone: Phone, calling uri: String) {
        self.phone = phone
        self.isCaller = true
        self.callID = ByteString(phone.token() + "@" + phone.name)
        self.localTag = phone.token()
        let name = phone.displayName.isEmpty ? "" : "\"\(phone.displayName)\" "
        self.localURI = "\(name)<sip:\(phone.name)@\(phone.hostText)>"
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
        self.received = invite
        self.serverInvite = id
        self.sequence = 100
        self.routes = self.foreignRoutes(of: invite)
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
                self.routes = self.foreignRoutes(of: message).reversed()
            }
        }
        if status.isSuccess, self.phone.acknowledges {
            self.acknowledge(body: message.body.isEmpty ? "" : self.answerInACK)
        } else if status.isProvisional, self.phone.handlesPrack, let number = message.firstText(of: .rseq) {
            self.prack(number, message)
        } else if status.code == 401 || status.code == 407 {
            self.authenticate(message)
        }
    }

    func receiveRequest(_ id: ServerTransactionID, _ message: SIPMessage) {
        self.requests.append(message)
        self.remoteTarget = Self.contact(of: message) ?? self.remoteTarget
        self.pending.append(PendingRequest(id: id, message: message))
        if self.onRequest?(message) == true {
            return
        }
        switch message.method {
        case .bye where self.phone.answersBye:
            self.isOver = true
            self.reply(200, to: .bye)
        case .prack where self.phone.handlesPrack:
            self.reply(200, to: .prack)
        case .options:
            self.reply(200, to: .options)
        default:
            break
        }
    }

    func receiveCancel(_ id: ServerTransactionID, of invite: ServerTransactionID?, _ message: SIPMessage) {
        self.isCancelled = true
        self.cancellation = message
        guard self.phone.answersCancel else {
            return
        }
        self.pending.removeAll { $0.id == invite }
        self.phone.respond(id, invite == nil ? 481 : 200, tag: self.localTag)
        if let invite, !self.isFinallyAnswered || invite != self.serverInvite {
            self.isFinallyAnswered = true
            self.phone.respond(invite, 487, tag: self.localTag)
        }
    }

    func receiveACK(_ message: SIPMessage) {
        self.isAcknowledged = true
        self.acknowledgedBody = message.bodyText
        self.repeats = [:]
    }

    func receiveTimeout(of id: ClientTransactionID) {
        if id == self.invite {
            self.hasTimedOut = true
        }
    }
}

extension SIPMessage {
    /// The body as text.
    package var bodyText: String {
        String(decoding: self.body, as: UTF8.self)
    }

    /// The first value of a header as text.
    package func header(_ name: SIPHeaderName) -> String? {
        self.firstText(of: name)?.description
    }
}
