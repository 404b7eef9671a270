import CallModel
import ProtocolKit
import XMLReading

extension PlanReading {
    /// Reads `bridge`: stages separated by `|`, the targets of a stage by `,`.
    mutating func readBridge(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        guard let settings = self.readBridgeSettings(element) else {
            return nil
        }
        guard let data = element["data"], !data.trimmingSpaces.isEmpty else {
            self.add("bridge has no target", at: element, advice: "add data=\"user/NAME\"")
            return nil
        }
        var stages: [[BridgeTemplate.Branch]] = []
        for stage in Self.split(data, at: "|") {
            var branches: [BridgeTemplate.Branch] = []
            for text in Self.split(stage, at: ",") {
                let text = text.trimmingSpaces
                guard let branch = self.branch(text, settings.timeout, of: element, captures: captures) else {
                    return nil
                }
                branches.append(branch)
            }
            stages.append(branches)
        }
        guard stages.joined().count <= self.limits.targets else {
            self.add("bridge has more than \(self.limits.targets) targets", at: element, advice: "use fewer")
            return nil
        }
        return BridgeTemplate(stages: stages, settings: settings).action
    }

    /// What `bridge` and `route` have in common.
    mutating func readBridgeSettings(_ element: XMLElement) -> BridgeSettings? {
        let problemsBefore = self.problems.count
        let settings = BridgeSettings(
            timeout: self.duration(element, "timeout"),
            media: self.choice(element, "media", BridgeAction.MediaPath.self) ?? .anchor,
            earlyMedia: self.choice(element, "early-media", BridgeAction.EarlyMediaPolicy.self) ?? .relay,
            ringback: self.choice(element, "ringback", BridgeAction.RingbackPolicy.self) ?? .relay,
            failOver: element["fail-over"].map { self.causes($0, at: element) } ?? .failOverDefault,
            afterwards: self.choice(element, "afterwards", BridgeAction.Afterwards.self) ?? .release
        )
        if settings.media == .direct, settings.ringback == .generate {
            self.add(
                "ringback=\"generate\" needs the media to pass through",
                at: element,
                advice: "write media=\"anchor\" or ringback=\"relay\""
            )
        }
        return self.problems.count == problemsBefore ? settings : nil
    }

    /// One target with its own settings before it, as in `[timeout=10s,delay=5s]user/anna`.
    private mutating func branch(
        _ text: String,
        _ timeout: Duration?,
        of element: XMLElement,
        captures: AvailableCaptures
    ) -> BridgeTemplate.Branch? {
        guard !text.isEmpty else {
            self.add("a target is missing", at: element, advice: "remove the \"|\" or \",\" beside it")
            return nil
        }
        guard text.hasPrefix("[") else {
            return self.target(text, of: element, captures: captures).map { target in
                BridgeTemplate.Branch(target: target, timeout: timeout, settings: nil)
            }
        }
        let words = text.dropFirst().prefix { $0 != "]" }
        let target = text.dropFirst(words.count + 2).trimmingSpaces
        var ownTimeout = timeout
        var settings = LegSettingsTemplate()
        for word in words.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = word.split(separator: "=", maxSplits: 1)
            let name = parts.first?.trimmingSpaces ?? ""
            let value = parts.dropFirst().first?.trimmingSpaces ?? ""
            if name == "timeout" {
                ownTimeout = self.duration(value, named: name, at: element)
            } else if !self.read(name, value, of: element, captures: captures, into: &settings) {
                return nil
            }
        }
        return self.target(target, of: element, captures: captures).map { target in
            let own = settings == LegSettingsTemplate() ? nil : settings
            return BridgeTemplate.Branch(target: target, timeout: ownTimeout, settings: own)
        }
    }

    /// Reads one setting of a target; `false` when something is wrong with it.
    private mutating func read(
        _ name: String,
        _ value: String,
        of element: XMLElement,
        captures: AvailableCaptures,
        into settings: inout LegSettingsTemplate
    ) -> Bool {
        switch name {
        case "delay":
            settings.delay = self.duration(value, named: name, at: element) ?? .zero
            return settings.delay != .zero
        case "rings":
            guard let rings = UInt8(value), (1...50).contains(rings) else {
                self.add("rings=\(value) is no number of rings", at: element, advice: "write 1 to 50")
                return false
            }
            settings.rings = rings
            return true
        case "caller-number":
            settings.callerNumber = self.template(value, of: element, captures: captures)
            return settings.callerNumber != nil
        case "caller-name":
            settings.callerName = self.template(value, of: element, captures: captures)
            return settings.callerName != nil
        case "digits":
            settings.digits = [Digit](dialed: ByteString(value)) ?? []
            if settings.digits.isEmpty {
                self.add("digits=\(value) are no digits", at: element, advice: "use 0 to 9, *, # and A to D")
            }
            return !settings.digits.isEmpty
        default:
            let known = ["timeout", "delay", "rings", "caller-number", "caller-name", "digits"]
            let advice = NearestName.advice(for: name, among: known)
            self.add("a target has no setting \"\(name)\"", at: element, advice: advice)
            return false
        }
    }

    /// Splits at a separator that is not inside brackets.
    private static func split(_ text: String, at separator: Character) -> [String] {
        var parts = [""]
        var isInside = false
        for character in text {
            if character == "[" || character == "]" {
                isInside = character == "["
            }
            if character == separator, !isInside {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }

    /// Causes and classes of causes, separated by commas.
    mutating func causes(_ text: String, at element: XMLElement) -> CauseSet {
        var set = CauseSet()
        if text == "none" {
            return set
        }
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            let word = word.trimmingSpaces
            if let family = CauseName.classes.first(where: { $0.name == word }) {
                for value in family.values {
                    set.insert(Q850Cause(rawValue: value))
                }
            } else if let cause = self.cause(word, at: element) {
                set.insert(cause)
            }
        }
        return set
    }
}

// MARK: - Constants

extension BridgeTemplate {
    /// The action, already filled in when no call changes it.
    fileprivate var action: ActionTemplate {
        let constant = self.stages.map { stage in
            stage.compactMap { branch in
                branch.constant
            }
        }
        guard zip(constant, self.stages).allSatisfy({ $0.count == $1.count }) else {
            return .bridge(self)
        }
        return .fixed(.bridge(self.settings.bridge(to: constant)))
    }
}

extension BridgeTemplate.Branch {
    /// The target and its settings when no call changes them.
    fileprivate var constant: BridgeTarget? {
        guard let target = self.target.constant else {
            return nil
        }
        guard let settings = self.settings else {
            return BridgeTarget(target, timeout: self.timeout)
        }
        return settings.constant.map { BridgeTarget(target, timeout: self.timeout, settings: $0) }
    }
}

extension ActionTemplate {
    /// The causes after which what stands below a bridge is done; `nil` for other actions.
    var failOver: CauseSet? {
        switch self {
        case .fixed(.bridge(let bridge)): bridge.failOver
        case .bridge(let bridge): bridge.settings.failOver
        case .route(let route): route.settings.failOver
        case .conditional(_, let action): action.failOver
        case .fixed, .reject, .redirect, .forward, .setVariable, .setDestinationNumber, .setCallerNumber,
            .setCallerName, .header, .sendDigits, .log, .limit, .remember, .ask, .transfer:
            nil
        }
    }
}

extension TargetTemplate {
    /// The target when no call changes it.
    var constant: Target? {
        switch self {
        case .uri(nil, let rest):
            rest.constant.map { .uri(ByteString(Array("sip:".utf8) + $0.bytes)) }
        case .uri(.some(let user), let rest):
            user.constant.flatMap { user in
                rest.constant.map { .uri(ByteString(Array("sip:".utf8) + user.bytes + [0x40] + $0.bytes)) }
            }
        case .user(let name):
            name.constant.map(Target.user)
        case .trunk(let trunk, let number):
            number.constant.map { .trunk(trunk, number: $0) }
        case .line(let name):
            name.constant.map(Target.line)
        case .circuits(let group, let number):
            number.constant.map { .circuits(group, number: $0) }
        }
    }
}
