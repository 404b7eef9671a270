import CallModel
import ProtocolKit

extension DialplanAction: CustomStringConvertible {
    /// The action in the words of a dialplan, on one line.
    package var description: String {
        switch self {
        case .bridge(let bridge):
            bridge.description
        case .answerAndEcho(let duration):
            "answer-and-echo" + (duration.map { " duration=\($0.dialplanText)" } ?? "")
        case .answerAndPlayTone(let tone):
            "answer-and-play-tone frequency=\(tone.frequency) duration=\(tone.duration.dialplanText)"
        case .reject(let reject):
            "reject cause=\(CauseName.name(of: reject.cause))"
                + (reject.reason.isEmpty ? "" : " reason=\"\(reject.reason)\"")
        case .redirect(let redirect):
            "redirect " + redirect.contacts.map(\.dialplanText).joined(separator: ",")
        case .lineService(let service):
            "line-service \(service.dialplanText)"
        case .set(let policy):
            "set \(policy.dialplanText)"
        }
    }
}

extension BridgeAction: CustomStringConvertible {
    /// The action in the words of a dialplan; settings that are as by default are left out.
    package var description: String {
        let stages = self.stages.map { stage in
            stage.map(\.description).joined(separator: ",")
        }
        var text = "bridge " + stages.joined(separator: "|")
        text += self.media == .direct ? " media=direct" : ""
        text += self.earlyMedia == .ignore ? " early-media=ignore" : ""
        text += self.ringback == .generate ? " ringback=generate" : ""
        text += self.failOver == .failOverDefault ? "" : " fail-over=\(self.failOver)"
        return text
    }
}

extension BridgeTarget: CustomStringConvertible {
    /// The target in the words of a dialplan.
    package var description: String {
        (self.timeout.map { "[timeout=\($0.dialplanText)]" } ?? "") + self.target.dialplanText
    }
}

extension CauseSet: CustomStringConvertible {
    /// The causes as `fail-over` takes them.
    package var description: String {
        guard self != .all else {
            return "any"
        }
        let names = (1...127).map { Q850Cause(rawValue: $0) }.filter(self.contains).map(CauseName.name(of:))
        return names.isEmpty ? "none" : names.joined(separator: ",")
    }
}

extension Target {
    /// The target in the words of a dialplan.
    fileprivate var dialplanText: String {
        switch self {
        case .uri(let uri):
            "\(uri)"
        case .user(let name):
            "user/\(name)"
        case .dialed(let number, let context):
            "\(number) in \(context)"
        case .trunk(let name, let number):
            "trunk/\(name)/\(number)"
        case .line(let name):
            "line/\(name)"
        case .circuits(let group, let number):
            "trunk/\(group)/\(number)"
        case .contact(let contact):
            "\(contact.uri)"
        }
    }
}

extension LineService {
    /// The service in the words of a dialplan.
    fileprivate var dialplanText: String {
        switch self {
        case .forward(let when, let number):
            "service=\(LineServiceName(when).rawValue) state=" + (number.map { "on data=\($0)" } ?? "off")
        case .callWaiting(let isOn):
            "service=\(LineServiceName.callWaiting.rawValue) state=\(isOn ? "on" : "off")"
        case .doNotDisturb(let isOn):
            "service=\(LineServiceName.doNotDisturb.rawValue) state=\(isOn ? "on" : "off")"
        }
    }
}

extension CallPolicy {
    fileprivate var dialplanText: String {
        switch self {
        case .callerNumber(let value):
            "caller-number=\(value)"
        case .callerName(let value):
            "caller-name=\(value)"
        case .destinationNumber(let value):
            "destination-number=\(value)"
        case .privacy(let isOn):
            "privacy=\(isOn)"
        case .maximumDuration(let duration):
            "maximum-duration=\(duration.dialplanText)"
        }
    }
}

extension Duration {
    /// The duration as dialplans write it: `25s` or `1500ms`.
    fileprivate var dialplanText: String {
        let (seconds, attoseconds) = self.components
        let milliseconds = attoseconds / 1_000_000_000_000_000
        return milliseconds == 0 ? "\(seconds)s" : "\(seconds * 1000 + milliseconds)ms"
    }
}
