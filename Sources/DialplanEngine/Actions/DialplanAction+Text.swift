import CallModel
import ProtocolKit

extension DialplanAction: CustomStringConvertible {
    /// The action in the words of a dialplan, on one line.
    package var description: String {
        switch self {
        case .bridge(let bridge):
            bridge.description
        case .answer:
            "answer"
        case .preAnswer:
            "pre-answer"
        case .ringReady:
            "ring-ready"
        case .pause(let duration):
            "sleep duration=\(duration.dialplanText)"
        case .play(let playback):
            playback.description
        case .sendDigits(let digits):
            "send-digits data=" + String(decoding: digits.map(\.symbol), as: UTF8.self)
        case .answerAndEcho(let duration):
            "answer-and-echo" + (duration.map { " duration=\($0.dialplanText)" } ?? "")
        case .answerAndPlayTone(let tone):
            "answer-and-play-tone frequency=\(tone.frequency) duration=\(tone.duration.dialplanText)"
        case .reject(let reject):
            "reject cause=\(CauseName.name(of: reject.cause))"
                + (reject.status.map { " status=\($0)" } ?? "")
                + (reject.reason.isEmpty ? "" : " reason=\"\(reject.reason)\"")
        case .redirect(let redirect):
            "redirect " + redirect.contacts.map(\.dialplanText).joined(separator: ",")
        case .lineService(let service):
            "line-service \(service.dialplanText)"
        case .set(.header(let rule)):
            rule.description
        case .set(let policy):
            "set \(policy.dialplanText)"
        case .limit(let limit):
            limit.description
        case .log(let log):
            "log level=\(log.level.rawValue) data=\"\(log.text)\""
        case .remember(let memory):
            memory.value.map { "remember table=\(memory.realm) key=\(memory.key) value=\"\($0)\"" }
                ?? "forget table=\(memory.realm) key=\(memory.key)"
        case .ask(let ask):
            ask.description
        case .conditional(let conditional):
            "after \(conditional.causes): " + conditional.actions.map(\.description).joined(separator: "; ")
        }
    }
}

extension AskAction: CustomStringConvertible {
    /// The action in the words of a dialplan, with the values of the variables.
    package var description: String {
        let variables = self.variables.map { "\($0.name)=\"\($0.value)\"" }
        return "ask decision=\(self.server)"
            + (variables.isEmpty ? "" : " variables " + variables.joined(separator: " "))
    }
}

extension PlaybackAction: CustomStringConvertible {
    /// The action in the words of a dialplan.
    package var description: String {
        let sound =
            switch self.sound {
            case .tones(let segments):
                "tones=" + segments.map(\.description).joined(separator: ",")
            case .silence(let duration):
                "silence=\(duration.dialplanText)"
            case .recording(let name):
                "recording=\(name)"
            }
        return "play \(sound)" + (self.repetitions.map { $0 == 1 ? "" : " repeat=\($0)" } ?? " repeat=endless")
    }
}

extension ToneSegment: CustomStringConvertible {
    /// The frequencies joined by `+`, how long they sound and, after `/`, the silence: `425:1s/4s`.
    package var description: String {
        let pause = self.pause == .zero ? "" : "/\(self.pause.dialplanText)"
        return self.hertz.map(String.init).joined(separator: "+") + ":\(self.sound.dialplanText)\(pause)"
    }
}

extension HeaderRule: CustomStringConvertible {
    /// The rule in the words of a dialplan.
    package var description: String {
        switch self.operation {
        case .add(let value):
            "header leg=\(self.side.rawValue) add=\(self.name) value=\"\(value)\""
        case .remove:
            "header leg=\(self.side.rawValue) remove=\(self.name)"
        case .replace(let value):
            "header leg=\(self.side.rawValue) replace=\(self.name) value=\"\(value)\""
        }
    }
}

extension LimitAction: CustomStringConvertible {
    /// The action in the words of a dialplan.
    package var description: String {
        "limit resource=\(self.resource) calls=\(self.calls) cause=\(CauseName.name(of: self.cause))"
            + (self.goesOn ? " goes-on" : "")
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
        text += self.stageFailOver.map { " stage-fail-over=\($0)" } ?? ""
        text += self.decisive == [] ? "" : " decisive=\(self.decisive)"
        text += self.afterwards == .release ? "" : " afterwards=\(self.afterwards.rawValue)"
        return text
    }
}

extension BridgeTarget: CustomStringConvertible {
    /// The target in the words of a dialplan.
    package var description: String {
        let timeout = self.timeout.map { ["timeout=\($0.dialplanText)"] } ?? []
        let bound = self.isTimeOfBridge ? ["of-bridge"] : []
        let settings = (timeout + bound + (self.settings?.words ?? [])).joined(separator: ",")
        return (settings.isEmpty ? "" : "[\(settings)]") + self.target.dialplanText
    }
}

extension LegSettings {
    /// The settings as they stand before a target.
    fileprivate var words: [String] {
        var words: [String] = []
        words += self.delay == .zero ? [] : ["delay=\(self.delay.dialplanText)"]
        words += self.rings.map { ["rings=\($0)"] } ?? []
        words += self.callerNumber.map { ["caller-number=\($0)"] } ?? []
        words += self.callerName.map { ["caller-name=\($0)"] } ?? []
        words += self.digits.isEmpty ? [] : ["digits=" + String(decoding: self.digits.map(\.symbol), as: UTF8.self)]
        words += self.headers.map(\.description)
        words += self.capacity.map { ["\($0)"] } ?? []
        return words
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
        case .header(let rule):
            rule.description
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
