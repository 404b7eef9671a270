import CallModel
import CallRecords
import ProtocolKit

/// What the trace of a call says between its messages.
///
/// The text is put together from octets: this runs several times in every call.
struct TraceNote {
    let text: [UInt8]
    let call: CallID
    let leg: LegID?

    private static let dialplanWord: StaticString = "dialplan "

    /// The dialplan that a note of a call names; no other note begins with that word.
    static func dialplan(in note: String) -> String? {
        let word = "\(Self.dialplanWord)"
        return note.hasPrefix(word) ? String(note.dropFirst(word.count).prefix { $0 != ":" }) : nil
    }

    /// `nil` for what belongs to no call.
    init?(_ observation: Observation) {
        var text: [UInt8] = []
        switch observation {
        case .callStarted(let call, let leg, _, let caller, let called):
            text.append("call from ")
            text += caller.bytes
            text.append(" to ")
            text += called.bytes
            (self.call, self.leg) = (call, leg)
        case .callRouted(let call, let name, let dialplan):
            text.append(Self.dialplanWord)
            text += Array("\(dialplan)".utf8)
            text.append(": extension ")
            text += name.bytes
            (self.call, self.leg) = (call, nil)
        case .legPlaced(let call, let leg, let target):
            text.append("leg placed to ")
            text.append(target: target)
            (self.call, self.leg) = (call, leg)
        case .callAnswered(let call, let leg):
            text.append("answered")
            (self.call, self.leg) = (call, leg)
        case .callConnected(let call, let leg):
            text.append("connected")
            (self.call, self.leg) = (call, leg)
        case .dialplanLogged(let call, _, let words):
            text.append("dialplan says: ")
            text += words.bytes
            (self.call, self.leg) = (call, nil)
        case .decided(let call, let server):
            text.append("decided by ")
            text += server.bytes
            (self.call, self.leg) = (call, nil)
        case .undecided(let call, let server, let failure):
            text.append("no decision by ")
            text += server.bytes
            text.append(": ")
            text += failure.words.bytes
            (self.call, self.leg) = (call, nil)
        case .legTransferred(let leg, let former, let call):
            text.append("leg transferred from call ")
            text += Array("\(former)".utf8)
            (self.call, self.leg) = (call, leg)
        case .legReleased(let call, let leg, let cause):
            text.append("leg released: ")
            text.append(cause: cause)
            (self.call, self.leg) = (call, leg)
        case .callEnded(let call, let cause):
            text.append("call ended: ")
            text.append(cause: cause)
            (self.call, self.leg) = (call, nil)
        case .mediaFailed(let call, _):
            text.append("media failed")
            (self.call, self.leg) = (call, nil)
        case .boundReached(let call):
            text.append("released: too many consequences of one input")
            (self.call, self.leg) = (call, nil)
        case .message, .callRefused, .limitReached, .peerViolation, .transactionTimedOut, .authenticationFailed,
            .registered, .unregistered, .trunkRegistered, .trunkRegistrationFailed, .trunkReachable, .gatewayReachable,
            .endpointsRestarted, .orphanDeleted, .dialed, .dialplanReplaced, .dialplanRefused, .shadowChanged,
            .decisionServerRests:
            return nil
        }
        self.text = text
    }
}

extension [UInt8] {
    /// Appends a target as dialplans write it.
    mutating func append(target: Target) {
        switch target {
        case .uri(let uri):
            self += uri.bytes
        case .user(let user):
            self.append("user/")
            self += user.bytes
        case .dialed(let number, let context):
            self += number.bytes
            self.append(" in ")
            self += context.bytes
        case .trunk(let trunk, let number):
            self.append("trunk/")
            self += trunk.bytes
            self.append(0x2F)
            self += number.bytes
        case .line(let line):
            self.append("line/")
            self += line.bytes
        case .circuits(let group, let number):
            self.append("trunk/")
            self += group.bytes
            self.append(0x2F)
            self += number.bytes
        case .contact(let contact):
            self += contact.uri.bytes
        }
    }

    /// Appends a cause: the words of whoever ended the leg, then the neutral value.
    mutating func append(cause: ReleaseCause) {
        switch cause.origin {
        case .sipStatus(let status, let phrase):
            self.appendDecimal(status)
            self.append(0x20)
            self += phrase.bytes
        case .sipRequest(let method):
            self += method.bytes
        case .mgcpReturnCode(let code, let comment):
            self.appendDecimal(code)
            self.append(0x20)
            self += comment.bytes
        case .mgcpReasonCode(let code):
            self.append("reason ")
            self.appendDecimal(code)
        case .mgcpEvent(let event):
            self += event.bytes
        case .local(let reason):
            self.append(contentsOf: reason.text.utf8)
        }
        self.append(", cause ")
        self.appendDecimal(cause.value.rawValue)
    }
}
