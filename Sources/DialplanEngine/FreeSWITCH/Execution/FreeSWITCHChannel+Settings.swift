import CallModel
import ProtocolKit

extension FreeSWITCHChannel {
    /// Does an action during the search, as FreeSWITCH does: an application that is not here ends the call, and one that
    /// cannot be `inline` is passed over.
    mutating func performInline(_ hunted: HuntedAction) {
        guard let application = hunted.action.application else {
            self.refuse(hunted.action)
            return
        }
        guard application.canBeInline else {
            self.log(.error, "\(hunted.action.name) cannot be inline, and is not done")
            return
        }
        let data = hunted.expanded(in: &self)
        if self.problem == nil {
            _ = self.perform(application, data)
        }
    }

    /// Fills an action in while its extension is read, and sets what it sets for what is read after it, as in the strict
    /// language; what call control is told of it waits for its turn.
    mutating func performAtOnce(_ hunted: HuntedAction) -> HuntedAction {
        let action = hunted.action
        guard let application = action.application, application.support == .done else {
            return hunted
        }
        let data = hunted.expanded(in: &self)
        let before = self.emitted
        self.emitted = []
        let isDone = self.problem == nil && self.perform(application, data)
        let told = self.emitted
        // What is inline has been told before anything else.
        self.emitted = before + (action.isInline ? told : [])
        return HuntedAction(
            action: action,
            data: isDone ? .done(data, action.isInline ? [] : told) : .filledIn(data),
            entry: hunted.entry
        )
    }

    /// Sets again, in its turn, what an action has set when it was read.
    mutating func performAgain(_ application: FreeSWITCHApplication, _ data: MarkedText, telling told: [DialplanAction])
    {
        let before = self.emitted
        _ = self.perform(application, data)
        self.emitted = before + told
    }

    /// Ends the call, because its plan asks for an application that is not here.
    mutating func refuse(_ action: FreeSWITCHAction) {
        self.log(.error, "\(action.place.file):\(action.place.line): there is no application \"\(action.name)\"")
        self.hangup = self.hangup ?? .destinationOutOfOrder
    }

    /// Does what concerns the channel alone; whether the application is of that kind.
    mutating func perform(_ application: FreeSWITCHApplication, _ data: MarkedText) -> Bool {
        switch application {
        case .set:
            self.performSet(data, .replace)
        case .push:
            self.performSet(data, .push)
        case .unshift:
            self.performSet(data, .unshift)
        case .export, .bridgeExport:
            self.performExport(data)
        case .unset:
            self.set(data, to: nil)
        case .multiset:
            for item in data.arguments(separatedBy: " ", limit: 256) {
                self.performSet(item, .replace)
            }
        case .multiunset:
            for item in data.arguments(separatedBy: " ", limit: 256) {
                self.set(item, to: nil)
            }
        case .setProfileVariable:
            self.performSetProfileVariable(data)
        case .privacy:
            self.performPrivacy(data)
        case .hash, .db:
            self.performChange(data, of: application == .hash ? .hash : .db)
        case .log:
            self.performLog(data)
        case .info:
            self.performInfo()
        case .eval:
            break
        case .bridge, .transfer, .executeExtension, .answer, .preAnswer, .ringReady, .respond, .redirect, .deflect,
            .hangup, .park, .sleep, .playback, .endlessPlayback, .loopPlayback, .gentones, .echo, .delayEcho,
            .sendDTMF, .queueDTMF, .limit, .limitHash, .limitExecute, .scheduleHangup:
            return false
        case .verboseEvents, .setZombieExec, .presence, .event, .setMediaStats, .novideo, .cngPLC, .earlyHangup,
            .setName, .sessionLogLevel, .enableHeartbeat, .scheduleHeartbeat, .enableKeepalive, .acknowledgeCall,
            .flushDTMF, .startDTMF, .stopDTMF, .startDTMFGenerate, .stopDTMFGenerate, .deduplicateDTMF, .jitterbuffer,
            .mediaReset, .videoRefresh, .stop, .break, .bindMetaApp, .unbindMetaApp, .bindDigitAction,
            .clearDigitAction, .digitActionSetRealm, .blockDTMF, .unblockDTMF, .recordSession,
            .stopRecordSession, .setAudioLevel, .setMute, .setUser, .setGlobal, .softHold, .toneDetect,
            .stopToneDetect, .faxDetect, .sendDisplay, .sendInfo, .displaceSession, .stopDisplaceSession,
            .scheduleTransfer, .scheduleBroadcast, .scheduleCancel:
            break
        }
        return true
    }

    /// Tells call control to write to the log.
    mutating func log(_ level: LogAction.Level, _ text: String) {
        self.emitted.append(.log(LogAction(level, ByteString(text).printable)))
    }
}

// MARK: - Variables

extension FreeSWITCHChannel {
    /// `name=value`, or `name,value`; the value is filled in once more.
    private mutating func performSet(_ data: MarkedText, _ placement: ChannelVariables.Placement) {
        guard let (name, value) = data.split(at: "=") ?? data.split(at: ",") else {
            self.set(data, to: nil)
            return
        }
        let expanded = self.expand(value)
        self.set(name, to: expanded, placement)
        self.noteHeader(name, expanded)
    }

    /// `name=value` for this leg and the legs that it calls; `nolocal:` in front leaves this one out.
    private mutating func performExport(_ data: MarkedText) {
        guard !data.isEmpty else {
            return
        }
        guard let (name, value) = data.split(at: "="), !value.isEmpty else {
            self.set(data.split(at: "=")?.before ?? data, to: nil)
            return
        }
        self.set(name, to: value)
        var exports = self.variables.value(of: "export_vars") ?? MarkedText()
        exports.octets += exports.isEmpty ? [] : [","]
        exports.append(name)
        self.set("export_vars", to: exports)
    }

    private mutating func performSetProfileVariable(_ data: MarkedText) {
        let (name, value) = data.split(at: "=") ?? (data, MarkedText())
        guard !name.isEmpty else {
            return
        }
        if !self.profile.set(named: name.key, to: value, limit: self.plan.limits.variables) {
            self.fail(.valueTooLong)
        }
        if name.key == "destination_number" {
            self.emitted.append(.set(.destinationNumber(value.string)))
        }
    }

    /// Variables that add a header to what the caller is sent: `sip_rh_NAME` and `sip_ph_NAME`.
    private mutating func noteHeader(_ name: MarkedText, _ value: MarkedText) {
        guard name.hasPrefix("sip_rh_") || name.hasPrefix("sip_ph_") else {
            return
        }
        guard let rule = HeaderRule(.replace(value.string), name.dropFirst(7).string, on: .caller) else {
            self.log(.warning, "\(name.description): no such header can be sent")
            return
        }
        self.emitted.append(.set(.header(rule)))
    }

    private mutating func performPrivacy(_ data: MarkedText) {
        let hidesName = data.isWord("full") || data.isWord("name") || data.isTrue
        let hidesNumber = data.isWord("full") || data.isWord("number") || data.isTrue
        guard hidesName || hidesNumber || data.isFalse else {
            return
        }
        self.profile.set(.screenBit, to: MarkedText(authored: "true"))
        self.profile.set(.hidesName, to: MarkedText(authored: hidesName ? "true" : "false"))
        self.profile.set(.hidesNumber, to: MarkedText(authored: hidesNumber ? "true" : "false"))
        self.emitted.append(.set(.privacy(hidesName || hidesNumber)))
    }

    private mutating func performChange(_ data: MarkedText, of table: FreeSWITCHTable) {
        let parts = data.arguments(separatedBy: "/", limit: 4)
        guard let change = FreeSWITCHTableChange(parts) else {
            self.log(.warning, "\(table.rawValue) needs insert/REALM/KEY/VALUE or delete/REALM/KEY")
            return
        }
        _ = self.perform(change, on: table)
    }
}

// MARK: - Logging

extension FreeSWITCHChannel {
    private mutating func performLog(_ data: MarkedText) {
        let (level, text) = data.split(at: " ") ?? (MarkedText(), data)
        let severity: LogAction.Level =
            switch level.key.description {
            case "emerg", "alert", "crit", "err", "error": .error
            case "warning": .warning
            case "notice", "info": .info
            default: .debug
            }
        self.emitted.append(.log(LogAction(severity, text.string.printable)))
    }

    private mutating func performInfo() {
        var text = CallerField.allCases.map { field in
            "\(field.rawValue)=\"\(self.profile[field].text.description)\""
        }
        text += self.variables.sorted.map { "variable_\($0.name)=\"\($0.value.description)\"" }
        let whole = ByteString(text.joined(separator: " ")).printable
        self.emitted.append(.log(LogAction(.info, ByteString(whole.bytes.prefix(self.plan.limits.valueOctets)))))
    }
}
