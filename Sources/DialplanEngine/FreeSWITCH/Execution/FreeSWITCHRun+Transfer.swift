import ProtocolKit

extension FreeSWITCHRun {
    /// How often a call may be transferred, when no variable says otherwise.
    private static let mostTransfers = 70

    /// Transfers to `[-bleg|-both] number [dialplan [context]]`.
    mutating func performTransfer(_ data: MarkedText) {
        var parts = data.arguments(separatedBy: " ", limit: 4)
        guard let first = parts.first else {
            self.channel.log(.error, "transfer needs a number")
            return
        }
        if first.isWord("-bleg") {
            self.channel.log(.warning, "transfer -bleg: there is no other leg")
            return
        }
        if first.isWord("-both") {
            parts.removeFirst()
        }
        self.transfer(parts)
    }

    /// Searches anew for `number [dialplan [context]]`; the actions that are left are not done.
    mutating func transfer(_ parts: [MarkedText]) {
        guard self.countTransfer() else {
            self.finish(.exchangeRoutingError)
            return
        }
        let number = parts.first.flatMap { $0.isEmpty ? nil : $0 } ?? MarkedText(authored: "service")
        let dialplan = Self.part(1, of: parts) ?? self.channel.value("force_transfer_dialplan")
        let context = Self.part(2, of: parts) ?? self.channel.value("force_transfer_context")
        let before = self.channel.profile
        self.channel.profile.set(.rdnis, to: before[.destinationNumber].text)
        self.channel.profile.set(.destinationNumber, to: number)
        if let context, !context.isEmpty {
            self.channel.profile.set(.context, to: context)
        }
        self.frames = []
        switch Self.language(dialplan) {
        case .inline:
            self.performInlineDialplan(number, before)
        case .xml:
            self.emit(contentsOf: [.set(.destinationNumber(number.string))])
            self.route()
        case nil:
            self.channel.log(.error, "there is no dialplan \"\(dialplan?.description ?? "")\"")
            self.finish(.noRouteDestination)
        }
    }

    /// `number [dialplan [context]]`: its actions are done, and then those that follow.
    mutating func performExecuteExtension(_ data: MarkedText) {
        let parts = data.arguments(separatedBy: " ", limit: 4)
        guard let number = parts.first, self.frames.count <= self.channel.plan.limits.stackedExtensions else {
            self.channel.log(.error, "execute_extension needs a number, and not so many around it")
            return
        }
        guard Self.language(Self.part(1, of: parts)) == .xml else {
            return
        }
        let before = self.channel.profile
        self.channel.profile.set(.destinationNumber, to: number)
        if let context = Self.part(2, of: parts) {
            self.channel.profile.set(.context, to: context)
        }
        guard let actions = self.hunt() else {
            self.channel.profile = before
            return
        }
        self.frames.append(Frame(actions: actions, profile: before))
    }

    // MARK: Inline dialplans

    /// `application:data,application:data`, or with `m:^:` in front another delimiter.
    private mutating func performInlineDialplan(_ text: MarkedText, _ before: CallerProfile) {
        var text = text
        var delimiter: MarkedOctet = ","
        let marks = Array(text.octets.prefix(4))
        if marks.count == 4, marks[0] == "m", marks[1] == ":", marks[3] == ":" {
            delimiter = marks[2]
            text = text.dropFirst(4)
        }
        // The number is again the one that was dialed.
        self.channel.profile.set(.destinationNumber, to: before[.destinationNumber].text)
        self.channel.profile.set(.rdnis, to: MarkedText())
        let actions = text.arguments(separatedBy: delimiter, limit: 128).compactMap { item in
            let (name, data) = item.split(at: ":") ?? (item, MarkedText())
            return self.inlineAction(name.droppingSpaces, data)
        }
        self.frames = [Frame(actions: actions[...], profile: nil)]
    }

    /// An action that data names; a name that a caller has supplied is none.
    func inlineAction(_ name: MarkedText, _ data: MarkedText) -> HuntedAction? {
        guard name.octets.allSatisfy(\.isAuthored) else {
            return nil
        }
        let place = DialplanPlace(file: "inline", line: 0)
        let entry = FreeSWITCHExtension(
            name: "inline",
            continues: false,
            isEmergency: false,
            conditions: [],
            place: place
        )
        return HuntedAction(
            action: FreeSWITCHAction(name: name.string, data: data, place: place),
            data: .written,
            entry: entry
        )
    }

    private enum Language {
        case xml
        case inline
    }

    /// The first dialplan of a list that is here; XML when nothing is said.
    private static func language(_ name: MarkedText?) -> Language? {
        guard let name, !name.isEmpty else {
            return .xml
        }
        for item in name.octets.split(separator: ",").map(MarkedText.init) {
            if item.isWord("xml") {
                return .xml
            }
            if item.isWord("inline") {
                return .inline
            }
        }
        return nil
    }

    private static func part(_ index: Int, of parts: [MarkedText]) -> MarkedText? {
        parts.indices.contains(index) && !parts[index].isEmpty ? parts[index] : nil
    }

    /// Counts down `max_session_transfers`, else `max_forwards`, as FreeSWITCH does.
    private mutating func countTransfer() -> Bool {
        let isOwn = self.channel.value("max_session_transfers")?.isEmpty == false
        let name: StaticString = isOwn ? "max_session_transfers" : "max_forwards"
        let left = self.channel.value(name).map { $0.leadingNumber - 1 } ?? Self.mostTransfers
        guard left > 0 else {
            return false
        }
        self.channel.set(name, to: MarkedText(authored: String(left)))
        return true
    }
}
