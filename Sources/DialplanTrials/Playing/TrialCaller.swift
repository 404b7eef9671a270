import SIPSyntax
import SimulationKit

/// A caller at work: how it takes part until the call is over.
enum TrialCaller {
    case phone(PhoneCall)
    case line(LabLine)
    case circuit(LabTrunk)

    /// The call of a SIP phone.
    var phoneCall: PhoneCall? {
        if case .phone(let call) = self { call } else { nil }
    }

    /// Ends an answered call.
    func hangUp() {
        switch self {
        case .phone(let call):
            if !call.isOver {
                call.bye()
            }
        case .line(let line):
            line.hangsUp()
        case .circuit(let circuit):
            circuit.releases()
        }
    }

    /// Ends a call that is not answered yet.
    func giveUp() {
        switch self {
        case .phone(let call): call.cancel()
        case .line, .circuit: self.hangUp()
        }
    }

    /// Puts the receiver down when all is over.
    func leave() {
        if case .line(let line) = self {
            line.hangsUp()
        }
    }
}

extension PhoneCall {
    /// The response that ended the INVITE, challenges aside.
    var finalResponse: SIPMessage? {
        self.responses.last { message in
            guard message.method == .invite, let status = message.status else {
                return false
            }
            return !status.isProvisional && status.code != 401 && status.code != 407
        }
    }
}
