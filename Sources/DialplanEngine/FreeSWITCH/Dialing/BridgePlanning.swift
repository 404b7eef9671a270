import CallModel
import ProtocolKit

/// What a dial string comes to.
enum BridgePlan: Sendable {
    /// There is something to dial.
    case bridge(BridgeAction)
    /// Every leg fails at once; the last one's cause.
    case failure(FreeSWITCHCause)
    /// There is nothing to dial, and the next action is done.
    case nothing
}

/// Turns a dial string and the variables around it into a bridge.
struct BridgePlanning {
    /// The seconds that a stage may take when nothing says otherwise.
    private static let defaultTimeout = 60

    private let channel: FreeSWITCHChannel
    private let isAnswered: Bool

    /// What the author should know of legs that go nowhere.
    private(set) var findings: [String] = []

    init(_ channel: FreeSWITCHChannel, isAnswered: Bool) {
        self.channel = channel
        self.isAnswered = isAnswered
    }

    /// The bridge that a dial string asks for.
    mutating func plan(_ dialString: DialString) -> BridgePlan {
        let shared = self.exports.merged(with: dialString.hunts.first?.variables ?? DialVariables())
        let endsByTime = self.value("originate_continue_on_timeout", shared)?.isTrue != true
        var stages: [[BridgeTarget]] = []
        var cause: FreeSWITCHCause?
        for hunt in dialString.hunts {
            let variables = self.exports.merged(with: hunt.variables)
            for (index, legs) in hunt.stages.enumerated() {
                for leg in legs {
                    switch DialLegPlacement(leg, names: self.channel.plan.names, context: self.context) {
                    case .target(let target):
                        let timing = self.timing(leg, variables)
                        let settings = self.settings(leg, variables, delay: timing.delay)
                        // Hunts beside each other go on together, stage by stage.
                        while stages.count <= index {
                            stages.append([])
                        }
                        stages[index].append(
                            BridgeTarget(
                                target,
                                timeout: timing.timeout,
                                isTimeOfBridge: timing.isCutShort && endsByTime,
                                settings: settings
                            )
                        )
                    case .failure(let reason, let words):
                        cause = reason
                        self.findings.append("\(leg.type.description)/\(leg.data.description): \(words)")
                    }
                }
            }
        }
        stages.removeAll(where: \.isEmpty)
        guard !stages.isEmpty else {
            return cause.map(BridgePlan.failure) ?? .nothing
        }
        return .bridge(self.action(stages, shared))
    }

    private func action(_ stages: [[BridgeTarget]], _ shared: DialVariables) -> BridgeAction {
        let early = self.value("ignore_early_media", shared)
        let ignoresEarlyMedia =
            early?.isTrue ?? false || early?.isWord("consume") ?? false || early?.isWord("ring_ready") ?? false
        return BridgeAction(
            stages: stages,
            media: self.channel.isTrue("bypass_media") || self.value("bypass_media", shared)?.isTrue ?? false
                ? .direct : .anchor,
            earlyMedia: ignoresEarlyMedia ? .ignore : .relay,
            ringback: self.ringback(shared, ignoresEarlyMedia: ignoresEarlyMedia),
            failOver: .all,
            afterwards: self.channel.isTrue("hangup_after_bridge") ? .release : .goOn,
            stageFailOver: .all,
            decisive: self.decisive(shared)
        )
    }

    /// The gateway makes the tone when the plan has one, or when the caller is to hear one at once.
    private func ringback(_ shared: DialVariables, ignoresEarlyMedia: Bool) -> BridgeAction.RingbackPolicy {
        let tone =
            self.channel.value(self.isAnswered ? "transfer_ringback" : "ringback") ?? self.channel.value("ringback")
        let isInstant = self.value("instant_ringback", shared)?.isTrue ?? false
        return tone?.isEmpty == false || isInstant || self.isAnswered && ignoresEarlyMedia ? .generate : .relay
    }

    /// `fail_on_single_reject`: the causes with which one leg ends the whole bridge.
    private func decisive(_ shared: DialVariables) -> CauseSet {
        guard let list = self.value("fail_on_single_reject", shared), !list.isFalse else {
            return []
        }
        if list.isTrue {
            return .all
        }
        let isNegated = list.octets.first == "!"
        let names = (isNegated ? list.dropFirst(1) : list).key.description.uppercased()
        var set: CauseSet = []
        for number in UInt8(1)...127 {
            let cause = Q850Cause(rawValue: number)
            if names.contains(FreeSWITCHCause(cause).name) != isNegated {
                set.insert(cause)
            }
        }
        return set
    }

    // MARK: Legs

    /// How long a leg may take, after how long it begins, and whether that is the bound of the whole stage.
    private func timing(
        _ leg: DialString.Leg,
        _ variables: DialVariables
    ) -> (timeout: Duration, delay: Duration, isCutShort: Bool) {
        let stage = self.seconds(variables["originate_timeout"]) ?? self.seconds(self.channel.value("call_timeout"))
        let bound = stage ?? Self.defaultTimeout
        let delay = min(self.seconds(self.legValue("leg_delay_start", leg, variables)) ?? 0, bound)
        let left = max(bound - delay, 1)
        let own = self.seconds(self.legValue("leg_timeout", leg, variables)) ?? .max
        return (.seconds(min(own, left)), .seconds(delay), own >= left)
    }

    private mutating func settings(_ leg: DialString.Leg, _ variables: DialVariables, delay: Duration) -> LegSettings? {
        var settings = LegSettings()
        settings.delay = delay
        settings.callerNumber = self.identity("number", leg, variables, current: .callerNumber, .originalCallerNumber)
        settings.callerName = self.identity("name", leg, variables, current: .callerName, .originalCallerName)
        settings.headers = self.headers(leg, variables)
        settings.digits = self.digits(leg, variables)
        return settings == LegSettings() ? nil : settings
    }

    /// The caller's number or name as the leg is shown it; `nil` when it is the caller's own.
    private func identity(
        _ part: String,
        _ leg: DialString.Leg,
        _ variables: DialVariables,
        current: CallerField,
        _ original: CallerField
    ) -> ByteString? {
        let origination = ByteString("origination_caller_id_\(part)")
        if let stated = leg.variables[origination] ?? variables[origination] {
            return stated.string.printable
        }
        let effective = ByteString("effective_caller_id_\(part)")
        if let stated = variables[effective] ?? self.channel.variables.value(of: effective), !stated.isEmpty {
            return stated.string.printable
        }
        let own = self.channel.profile[current].text
        return own.bytes == self.channel.profile[original].bytes ? nil : own.string.printable
    }

    /// What a leg is sent when it has answered: by `execute_on_answer` and by `queue_dtmf`.
    private mutating func digits(_ leg: DialString.Leg, _ variables: DialVariables) -> [Digit] {
        var digits: [Digit] = []
        for (_, entry) in leg.variables.merged(with: variables).names.sorted(by: { $0.key < $1.key })
        where entry.name.lowercased.bytes.starts(with: Self.onAnswer) {
            if let own = DigitText.digits(ofApplication: entry.value) {
                digits += own
            } else {
                self.findings.append("\(entry.name)=\(entry.value.description): only send_dtmf is done there")
            }
        }
        return digits + self.channel.queuedDigits
    }

    private static let onAnswer = Array("execute_on_answer".utf8)

    /// The headers of variables that are called `sip_h_NAME`, and what `sip_auto_answer` adds.
    private func headers(_ leg: DialString.Leg, _ variables: DialVariables) -> [HeaderRule] {
        var values: [ByteString: (name: ByteString, value: MarkedText)] = [:]
        if self.channel.value("sip_copy_custom_headers")?.isFalse != true {
            for variable in self.channel.variables.sorted where variable.name.lowercased.bytes.starts(with: Self.prefix)
            {
                values[variable.name.lowercased] = (variable.name, variable.value)
            }
        }
        let given = leg.variables.merged(with: variables).names
        for (key, entry) in given where key.bytes.starts(with: Self.prefix) {
            values[key] = entry
        }
        var rules = values.sorted { $0.key < $1.key }.compactMap { _, entry in
            HeaderRule(
                .replace(entry.value.string),
                ByteString(entry.name.bytes.dropFirst(Self.prefix.count)),
                on: .called
            )
        }
        let auto =
            self.legValue("sip_auto_answer", leg, variables) ?? self.channel.variables.value(of: "sip_auto_answer")
        if auto?.isTrue == true, let rule = HeaderRule(.replace(Self.autoAnswer), "Call-Info", on: .called) {
            rules.append(rule)
        }
        return rules
    }

    private static let prefix = Array("sip_h_".utf8)
    private static let autoAnswer: ByteString = "<sip:localhost>;answer-after=0"

    // MARK: Variables

    private var context: ByteString {
        self.channel.profile[.context].text.string
    }

    /// What `export` has marked for the legs that are called.
    private var exports: DialVariables {
        var variables = DialVariables()
        let names = self.channel.variables.value(of: "export_vars") ?? MarkedText()
        for name in names.octets.split(separator: ",").map(MarkedText.init) {
            guard let value = self.channel.variables.value(of: name.key) else {
                continue
            }
            let isRemote = name.hasPrefix("nolocal:") || name.hasPrefix("_nolocal_")
            variables.set(isRemote ? name.dropFirst(name.hasPrefix("nolocal:") ? 8 : 9) : name, to: value)
        }
        return variables
    }

    /// A variable of the whole bridge, else of the caller.
    private func value(_ name: StaticString, _ shared: DialVariables) -> MarkedText? {
        let key = ByteString(stringLiteral: name)
        return shared[key] ?? self.channel.variables.value(of: key)
    }

    /// A variable of one leg: `{…}` goes before `[…]`, unless `local_var_clobber` says otherwise.
    private func legValue(_ name: StaticString, _ leg: DialString.Leg, _ variables: DialVariables) -> MarkedText? {
        let key = ByteString(stringLiteral: name)
        return variables["local_var_clobber"]?.isTrue == true
            ? leg.variables[key] ?? variables[key] : variables[key] ?? leg.variables[key]
    }

    /// A positive number of seconds, at most a day.
    private func seconds(_ text: MarkedText?) -> Int? {
        text.map(\.leadingNumber).flatMap { $0 > 0 ? min($0, 86_400) : nil }
    }
}
