package import CallModel
import ProtocolKit

extension ReleaseCause.LocalReason {
    /// The reason in the words of records and logs: the name of its case, word by word.
    package var text: String {
        String(describing: self).reduce(into: "") { text, character in
            text += character.isUppercase ? " " + character.lowercased() : String(character)
        }
    }
}

extension ReleaseCause.Location {
    /// The location in the words of records.
    var name: String {
        switch self {
        case .user: "user"
        case .network: "network"
        case .gateway: "gateway"
        }
    }
}

extension ReleaseCause {
    /// The cause for people: the words of whoever ended the leg, then the neutral value.
    package var text: String {
        switch self.origin {
        case .sipStatus(let status, let phrase):
            "\(status) \(phrase), cause \(self.value.rawValue)"
        case .sipRequest(let method):
            "\(method), cause \(self.value.rawValue)"
        case .mgcpReturnCode(let code, let comment):
            "\(code) \(comment), cause \(self.value.rawValue)"
        case .mgcpReasonCode(let code):
            "reason \(code), cause \(self.value.rawValue)"
        case .mgcpEvent(let event):
            "\(event), cause \(self.value.rawValue)"
        case .local(let reason):
            "\(reason.text), cause \(self.value.rawValue)"
        }
    }
}

extension SignalingProtocol {
    /// The protocol in the words of records.
    package var name: String {
        switch self {
        case .sip: "sip"
        case .mgcp: "mgcp"
        }
    }
}

extension LegID {
    /// The leg as records and traces name it: its protocol, `i` for incoming or `o` for outgoing, and its number.
    package var text: String {
        let origin =
            switch self.origin {
            case .incoming: "i"
            case .outgoing: "o"
            }
        return "\(self.signaling.name)-\(origin)\(String(self.number, radix: 36))"
    }

    /// Reads what ``text`` writes.
    package init?(text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let signaling = SignalingProtocol.allCases.first(where: { $0.name == parts[0] }),
            let number = UInt64(parts[1].dropFirst(), radix: 36), let letter = parts[1].first, "io".contains(letter)
        else {
            return nil
        }
        self.init(signaling, letter == "i" ? .incoming : .outgoing, number: number)
    }
}
