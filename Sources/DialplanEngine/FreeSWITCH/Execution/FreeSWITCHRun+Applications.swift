import CallModel
import ProtocolKit

extension FreeSWITCHRun {
    /// Does an action that a search has collected.
    mutating func perform(_ hunted: HuntedAction) {
        guard let application = hunted.action.application else {
            self.notePerformed(hunted, hunted.text)
            self.channel.refuse(hunted.action)
            return
        }
        guard application.support == .done else {
            return
        }
        let data = hunted.expanded(in: &self.channel)
        self.notePerformed(hunted, data)
        if case .done(_, let told) = hunted.data {
            self.channel.performAgain(application, data, telling: told)
            return
        }
        guard self.channel.problem == nil, !self.channel.perform(application, data) else {
            return
        }
        // What it has to say comes before what it does.
        self.settle()
        self.perform(application, data)
    }

    private mutating func perform(_ application: FreeSWITCHApplication, _ data: MarkedText) {
        switch application {
        case .bridge:
            self.performBridge(data)
        case .transfer:
            self.performTransfer(data)
        case .executeExtension:
            self.performExecuteExtension(data)
        case .answer:
            self.isAnswered = true
            self.emit(contentsOf: [.answer])
        case .preAnswer:
            self.emit(contentsOf: [.preAnswer])
        case .ringReady:
            self.emit(contentsOf: [.ringReady])
        case .respond:
            self.performRespond(data)
        case .redirect, .deflect:
            self.performRedirect(data)
        case .hangup:
            self.finish(data.isEmpty ? .normalClearing : FreeSWITCHCause(data))
        case .park:
            self.emit(contentsOf: [.play(PlaybackAction(.silence(.seconds(1)), repetitions: nil))])
        case .sleep:
            self.performSleep(data)
        case .playback:
            self.performPlayback(data, repetitions: 1)
        case .endlessPlayback:
            self.performPlayback(data, repetitions: nil)
        case .loopPlayback:
            self.performLoopPlayback(data)
        case .gentones:
            self.performTones(data)
        case .echo, .delayEcho:
            self.isAnswered = true
            self.finish(with: .answerAndEcho(for: nil))
        case .sendDTMF:
            let digits = DigitText.digits(data)
            self.emit(contentsOf: digits.isEmpty ? [] : [.sendDigits(digits)])
        case .queueDTMF:
            let digits = self.channel.queuedDigits + DigitText.digits(data)
            self.channel.queuedDigits = Array(digits.prefix(DigitText.most))
        case .limit, .limitHash:
            self.performLimit(data, isHash: application == .limitHash)
        case .limitExecute:
            self.performLimitExecute(data)
        case .scheduleHangup:
            self.performScheduledHangup(data)
        case .set, .push, .unshift, .export, .bridgeExport, .unset, .multiset, .multiunset, .setProfileVariable, .hash,
            .db, .privacy, .log, .info, .eval, .verboseEvents, .setZombieExec, .presence, .event, .setMediaStats,
            .novideo, .cngPLC, .earlyHangup, .setName, .sessionLogLevel, .enableHeartbeat, .scheduleHeartbeat,
            .enableKeepalive, .acknowledgeCall, .flushDTMF, .startDTMF, .stopDTMF, .startDTMFGenerate,
            .stopDTMFGenerate, .deduplicateDTMF, .jitterbuffer, .mediaReset, .videoRefresh, .stop, .break, .bindMetaApp,
            .unbindMetaApp, .bindDigitAction, .clearDigitAction, .digitActionSetRealm, .blockDTMF, .unblockDTMF,
            .recordSession, .stopRecordSession, .setAudioLevel, .setMute, .setUser, .setGlobal, .softHold,
            .toneDetect, .stopToneDetect, .faxDetect, .sendDisplay, .sendInfo, .displaceSession, .stopDisplaceSession,
            .scheduleTransfer, .scheduleBroadcast, .scheduleCancel:
            break
        }
    }

    // MARK: Answers

    /// `code [reason]`; 488 when there is no code.
    private mutating func performRespond(_ data: MarkedText) {
        let code = data.leadingNumber == 0 ? 488 : data.leadingNumber
        switch code {
        case 180, 181:
            self.emit(contentsOf: [.ringReady])
        case 183:
            self.emit(contentsOf: [.preAnswer])
        case 300...699:
            let reason = data.split(at: " ")?.after.string.printable ?? ""
            let cause = StatusCause.cause(of: code)
            let status = code >= 400 && !self.isAnswered ? UInt16(exactly: code).map { self.sendable($0) } : nil
            self.finish(with: .reject(RejectAction(cause: cause.value, reason: reason, status: status)))
        default:
            self.channel.log(.warning, "respond \(code) is not done")
        }
    }

    /// The status that is sent for one that a plan asks for.
    private mutating func sendable(_ status: UInt16) -> UInt16 {
        let sent = RefusalStatus.sendable(status)
        if sent != status {
            self.channel.log(.warning, "respond \(status) has no challenge or header to send; \(sent) is sent")
            self.settle()
        }
        return sent
    }

    /// `sip:user@host[,sip:user@host]`; a number alone is one at the host that was called.
    private mutating func performRedirect(_ data: MarkedText) {
        guard !self.isAnswered else {
            self.channel.log(.warning, "an answered call cannot be redirected")
            return
        }
        let contacts = data.octets.split(separator: ",").prefix(16).compactMap { part in
            self.contact(MarkedText(part).droppingSpaces)
        }
        guard !contacts.isEmpty else {
            self.finish(.invalidURL)
            return
        }
        self.finish(with: .redirect(RedirectAction(contacts: Array(contacts))))
    }

    private func contact(_ written: MarkedText) -> Target? {
        var text = written
        if text.octets.first == "<", let end = MarkedCursor(text).endOfParenthesis("<", ">") {
            text = MarkedText(text.octets[1..<end])
        }
        text = text.hasPrefix("sip:") ? text.dropFirst(4) : text
        guard let (user, host) = text.split(at: "@") else {
            let host = self.channel.value("sip_to_host") ?? self.channel.value("domain") ?? MarkedText()
            return SIPAddressText.uri(user: text, host: host).map(Target.uri)
        }
        return SIPAddressText.uri(user: user, host: host).map(Target.uri)
    }

    // MARK: Sounds

    private mutating func performSleep(_ data: MarkedText) {
        let milliseconds = min(max(data.leadingNumber, 0), 86_400_000)
        if milliseconds > 0 {
            self.emit(contentsOf: [.pause(.milliseconds(milliseconds))])
        }
    }

    private mutating func performPlayback(_ data: MarkedText, repetitions: Int?) {
        let playbacks = PlaybackName(data, repetitions: repetitions).playbacks
        if playbacks.isEmpty {
            self.channel.log(.warning, "\(data.description): nothing that can be played")
        }
        self.emit(contentsOf: playbacks.map(DialplanAction.play))
    }

    /// Plays `[+loops] name`.
    private mutating func performLoopPlayback(_ data: MarkedText) {
        guard data.octets.first == "+" else {
            self.performPlayback(data, repetitions: 1)
            return
        }
        guard let (loops, name) = data.dropFirst(1).split(at: " "), !name.isEmpty else {
            self.finish(.destinationOutOfOrder)
            return
        }
        let count = loops.leadingNumber
        if count != 0 {
            self.performPlayback(name, repetitions: count < 0 ? nil : count)
        }
    }

    /// Plays `script[|loops]`.
    private mutating func performTones(_ data: MarkedText) {
        let (text, loops) = data.split(at: "|") ?? (data, MarkedText())
        guard let script = ToneScript(text) else {
            self.channel.log(.warning, "\(data.description): no tone")
            return
        }
        let repetitions = loops.isEmpty ? script.repetitions : ToneScript.repetitions(loops.leadingNumber)
        self.emit(contentsOf: [.play(PlaybackAction(.tones(script.segments), repetitions: repetitions))])
    }

    // MARK: Bounds

    /// `backend realm id [max[/seconds]] [number [dialplan [context]]]`, or `!CAUSE` for the number.
    private mutating func performLimit(_ data: MarkedText, isHash: Bool) {
        var parts = data.arguments(separatedBy: " ", limit: 7)
        parts.insert(contentsOf: isHash ? [MarkedText(authored: "hash")] : [], at: 0)
        guard parts.count >= 3 else {
            self.channel.log(.error, "limit needs BACKEND REALM ID")
            return
        }
        let overflow = parts.count > 4 ? Array(parts[4...]) : [MarkedText(authored: "limit_exceeded")]
        guard let calls = self.bound(parts) else {
            return
        }
        let resource = Self.resource(parts)
        if let first = overflow.first, first.octets.first == "!" {
            let cause = FreeSWITCHCause(first.dropFirst(1)).value
            self.emit(contentsOf: [.limit(LimitAction(resource: resource, calls: calls, cause: cause))])
            return
        }
        let action = LimitAction(resource: resource, calls: calls, cause: .resourceUnavailable, goesOn: true)
        self.emit(contentsOf: [.limit(action)])
        self.awaited = .limit(overflow: overflow)
    }

    /// `backend realm id max application data`: the application is done when the bound is not reached.
    private mutating func performLimitExecute(_ data: MarkedText) {
        let parts = data.arguments(separatedBy: " ", limit: 6)
        guard parts.count == 6, let entry = self.inlineAction(parts[4], parts[5]) else {
            self.channel.log(.error, "limit_execute needs BACKEND REALM ID MAX APPLICATION DATA")
            return
        }
        guard let calls = self.bound(parts) else {
            self.frames.append(Frame(actions: [entry], profile: nil))
            return
        }
        let resource = Self.resource(parts)
        let action = LimitAction(resource: resource, calls: calls, cause: .resourceUnavailable, goesOn: true)
        self.emit(contentsOf: [.limit(action)])
        self.awaited = .limited(entry)
    }

    /// How many calls may hold it; `nil` when it only counts, or counts by time.
    private mutating func bound(_ parts: [MarkedText]) -> Int? {
        guard parts.count > 3, parts[3].octets.first != "-" else {
            return nil
        }
        if let (_, seconds) = parts[3].split(at: "/"), seconds.leadingNumber > 0 {
            self.channel.log(.warning, "limit does not count by time; it is not done")
            return nil
        }
        return max(parts[3].leadingNumber, 0)
    }

    private static func resource(_ parts: [MarkedText]) -> ByteString {
        ByteString(parts[1].bytes + [0x5F] + parts[2].bytes)
    }

    /// `+seconds [cause]`, or seconds since 1970.
    private mutating func performScheduledHangup(_ data: MarkedText) {
        let parts = data.arguments(separatedBy: " ", limit: 3)
        guard let when = parts.first else {
            return
        }
        let isRelative = when.octets.first == "+"
        let given = isRelative ? when.dropFirst(1).leadingNumber : when.leadingNumber
        let seconds = isRelative ? given : given - Int(self.channel.time.seconds)
        guard seconds > 0 else {
            self.finish(parts.count > 1 ? FreeSWITCHCause(parts[1]) : .allottedTimeout)
            return
        }
        self.emit(contentsOf: [.set(.maximumDuration(.seconds(min(seconds, 604_800))))])
    }
}

/// The cause that FreeSWITCH makes of a SIP status (`sofia_glue_sip_cause_to_freeswitch`).
private enum StatusCause {
    static func cause(of status: Int) -> FreeSWITCHCause {
        switch status {
        case 401, 402, 403, 407, 603, 608: FreeSWITCHCause(21)
        case 404: FreeSWITCHCause(1)
        case 485, 604: FreeSWITCHCause(3)
        case 408, 504: FreeSWITCHCause(102)
        case 410: FreeSWITCHCause(22)
        case 413, 414, 416, 420, 421, 423, 505, 513: FreeSWITCHCause(127)
        case 480: FreeSWITCHCause(18)
        case 400, 481, 500, 503: FreeSWITCHCause(41)
        case 486, 600: FreeSWITCHCause(17)
        case 484: FreeSWITCHCause(28)
        case 488, 606: FreeSWITCHCause(88)
        case 502: FreeSWITCHCause(38)
        case 405: FreeSWITCHCause(63)
        case 406, 415, 501: FreeSWITCHCause(79)
        case 482, 483: FreeSWITCHCause(25)
        case 300...399: FreeSWITCHCause(23)
        default: FreeSWITCHCause(31)
        }
    }
}
