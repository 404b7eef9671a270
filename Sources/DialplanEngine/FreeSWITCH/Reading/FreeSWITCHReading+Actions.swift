import CallModel
import ProtocolKit
import XMLReading

extension FreeSWITCHReading {
    /// Reads an action or an anti-action.
    mutating func readAction(_ element: XMLElement) -> FreeSWITCHAction {
        self.warnOfUnknownAttributes(element, known: ["application", "data", "inline", "loop"])
        let name = element["application"] ?? ""
        let loops = element["loop"].map { MarkedText(authored: $0).leadingNumber } ?? 1
        // Text in the element goes before the attribute, be it only spaces.
        let data = element.text.isEmpty ? element["data"] ?? "" : element.text
        if !element.text.isEmpty, element.text.allSatisfy(\.isWhitespace) {
            self.warn("the data is the space in the element", at: element, advice: "remove it")
        }
        if loops < 1 {
            self.warn("loop=\"\(element["loop"] ?? "")\" means never", at: element, advice: "write a positive number")
        }
        let action = FreeSWITCHAction(
            name: ByteString(name),
            data: MarkedText(authored: data),
            isInline: MarkedText(authored: element["inline"] ?? "").isTrue,
            loops: loops,
            place: self.place(of: element)
        )
        self.check(action, at: element)
        return action
    }

    private mutating func check(_ action: FreeSWITCHAction, at element: XMLElement) {
        self.usage.note(action.template, at: action.place)
        guard let application = action.application else {
            self.warn(
                "there is no application \"\(action.name)\" here: it ends the call with cause 27",
                at: element,
                advice: FreeSWITCHApplication.advice(for: action.name.description)
            )
            return
        }
        if action.isInline, !application.canBeInline {
            self.warn("\(action.name) cannot be inline, and is not done", at: element, advice: "remove inline=\"true\"")
        }
        if application.support == .leftOut {
            self.warn(
                "\(action.name) is left out: the call goes on without it",
                at: element,
                advice: "remove it, or see the reference for what to use"
            )
        }
        self.usage.noteSetting(by: application, action.template)
        if application == .bridge {
            self.checkDialString(action, at: element)
        } else if [.transfer, .executeExtension].contains(application) {
            self.checkTransfer(action, at: element)
        } else if [.playback, .endlessPlayback, .loopPlayback].contains(application) {
            self.checkPlayback(action, at: element)
        } else if application == .respond {
            self.checkStatus(action, at: element)
        }
    }

    /// Looks at the status that a plan answers with, as far as it is written.
    private mutating func checkStatus(_ action: FreeSWITCHAction, at element: XMLElement) {
        let written = Self.written(action)
        guard let status = UInt16(exactly: written.leadingNumber), let header = RefusalStatus.missingHeader(of: status)
        else {
            return
        }
        let sent = RefusalStatus.sendable(status)
        self.warn(
            "respond \(status) is malformed without \(header), which is not made here: \(sent) is sent",
            at: element,
            advice: "write respond \(sent)"
        )
    }

    /// Looks at `[-bleg|-both] number [dialplan [context]]` as far as it is written.
    private mutating func checkTransfer(_ action: FreeSWITCHAction, at element: XMLElement) {
        var parts = Self.written(action).arguments(separatedBy: " ", limit: 4)
        if parts.first?.octets.first == "-" {
            parts.removeFirst()
        }
        let known = parts.map { $0.octets.contains(Self.placeholder) ? nil : $0 }
        if parts.count > 1, let dialplan = known[1], !dialplan.isWord("xml"), !dialplan.isWord("inline") {
            self.warn(
                "there is no dialplan \"\(dialplan.description)\": it ends the call with NO_ROUTE_DESTINATION",
                at: element,
                advice: "write XML, or the name of a context behind it"
            )
        } else if parts.count > 2, let context = known[2] {
            self.usage.noteTransfer(to: context.string, at: action.place)
        }
    }

    /// The data as far as it is written; what calls fill in stands for anything.
    private static func written(_ action: FreeSWITCHAction) -> MarkedText {
        var text = MarkedText()
        for part in action.capturedTemplate.parts {
            if case .text(let written) = part {
                text.append(written)
            } else {
                text.octets.append(Self.placeholder)
            }
        }
        return text
    }

    /// Places the legs of a dial string as far as it is written.
    private mutating func checkDialString(_ action: FreeSWITCHAction, at element: XMLElement) {
        guard !action.data.isEmpty else {
            self.warn("bridge has nothing to dial", at: element, advice: "add data=\"…\"")
            return
        }
        let text = Self.written(action)
        guard text.octets != [Self.placeholder] else {
            return
        }
        switch DialString.read(text, mostLegs: self.limits.legs) {
        case .failure(let failure):
            self.warn("bridge: \(failure.problem.words)", at: element, advice: "correct the dial string")
        case .success(let dialString):
            for leg in dialString.hunts.flatMap(\.stages).flatMap({ $0 }) {
                self.check(leg, at: element)
            }
        }
    }

    private mutating func check(_ leg: DialString.Leg, at element: XMLElement) {
        guard !leg.type.octets.contains(Self.placeholder) else {
            return
        }
        // A name that the call fills in is checked when it is known.
        let isKnown = !leg.data.octets.contains(Self.placeholder)
        let form = leg.type.key
        let isNeverPlaced = !["sofia", "user", "line", "mgcp", "trunk", "error", "loopback"].contains(form)
        let name = leg.data.octets.split(separator: "/").first { part in
            !MarkedText(part).isWord("gateway")
        }
        let isNamed = name.map { !$0.contains(Self.placeholder) } ?? false
        let isTrunk = form == "trunk" || form == "sofia" && leg.data.hasPrefix("gateway/")
        let isApplication = leg.data.hasPrefix("app=")
        guard isKnown || isNeverPlaced || isTrunk && isNamed || isApplication else {
            return
        }
        let placed = DialLegPlacement(Self.dialed(leg), names: self.names, context: "")
        if case .failure(let cause, let words) = placed, form != "error" {
            let written = String(leg.data.description.map { $0 == "\u{1}" ? "…" : $0 })
            self.warn(
                "\"\(leg.type.description)/\(written)\" always fails with \(cause.name): \(words)",
                at: element,
                advice: "change or remove the leg"
            )
        }
    }

    /// The leg with a digit for what calls fill in: that would make a number.
    private static func dialed(_ leg: DialString.Leg) -> DialString.Leg {
        let octets = leg.data.octets.map { $0 == self.placeholder ? MarkedOctet(foreign: 0x31) : $0 }
        return DialString.Leg(variables: leg.variables, type: leg.type, data: MarkedText(octets))
    }

    private mutating func checkPlayback(_ action: FreeSWITCHAction, at element: XMLElement) {
        guard let data = action.template.constant else {
            return
        }
        let text = data.description
        let name = text.hasPrefix("{") ? String(text.drop { $0 != "}" }.dropFirst()) : text
        guard !name.isEmpty, !["tone_stream://", "silence_stream://"].contains(where: name.hasPrefix) else {
            return
        }
        self.warn(
            "\"\(text)\" is not heard: only tones and silence are played, and the next action is done at once",
            at: element,
            advice: "use tone_stream://, or bridge to a server that plays it"
        )
    }

    private static let placeholder = MarkedOctet(foreign: 1)
}

extension FreeSWITCHApplication {
    /// What to use for an application that is not here.
    static func advice(for name: String) -> String {
        switch name {
        case "":
            "add application=\"…\""
        case "voicemail", "conference", "ivr", "fifo", "valet_park", "callcenter":
            "bridge to a server that has it"
        case "lua", "javascript", "python", "perl", "system", "curl":
            "no program is run from a dialplan here"
        case "rxfax", "txfax":
            "bridge to a fax server"
        default:
            NearestName.nearest(to: name, among: self.allCases.map(\.rawValue)).map { "did you mean \"\($0)\"?" }
                ?? "bridge to a server that has it, or remove it"
        }
    }
}
