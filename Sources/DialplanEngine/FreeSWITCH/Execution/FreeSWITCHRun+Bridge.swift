import CallModel
import ProtocolKit

extension FreeSWITCHRun {
    /// Dials; what comes of it decides whether the next action is done.
    mutating func performBridge(_ data: MarkedText) {
        guard !data.isEmpty else {
            return
        }
        self.setDisposition("failure", "INVALIDARGS")
        let mostLegs = self.channel.plan.limits.legs
        switch DialString.read(data, mostLegs: mostLegs) {
        case .failure(let failure):
            self.channel.log(.warning, "\(data.description): \(failure.problem.words)")
            if failure.problem == .tooManyLegs {
                self.channel.fail(.tooManySteps)
            } else {
                self.fail(.destinationOutOfOrder)
            }
        case .success(let dialString):
            self.dial(dialString)
        }
    }

    private mutating func dial(_ dialString: DialString) {
        var planning = BridgePlanning(self.channel, isAnswered: self.isAnswered)
        let plan = planning.plan(dialString)
        for finding in planning.findings {
            self.channel.log(.warning, finding)
        }
        self.settle()
        switch plan {
        case .bridge(let bridge):
            let first = dialString.hunts.first?.variables
            self.announce(first)
            self.emit(contentsOf: [.bridge(bridge)])
            self.awaited = .bridge
        case .failure(let cause):
            self.fail(cause)
        case .nothing:
            self.fail(.destinationOutOfOrder)
        }
    }

    /// What the caller is told before anybody rings.
    private mutating func announce(_ variables: DialVariables?) {
        let isReady = variables?["ring_ready"] ?? self.channel.value("ring_ready")
        if isReady?.isTrue == true, !self.isAnswered {
            self.emit(contentsOf: [.ringReady])
        }
        if let privacy = variables?["origination_privacy"]?.key.description, privacy.contains("hide_") {
            self.emit(contentsOf: [.set(.privacy(true))])
        }
    }

    // MARK: Outcomes

    /// Takes over what came of the action that call control has done.
    mutating func absorb(_ outcome: ActionOutcome) {
        let awaited = self.awaited
        // Actions that stand before the one that is waited for have an outcome of their own.
        guard self.queue.isEmpty else {
            return
        }
        self.awaited = .nothing
        switch (awaited, outcome) {
        case (.bridge, .failed(let cause)):
            // Whoever does not answer in its time has not answered, whether it rang or not.
            self.fail(cause.origin == .local(.ringTimeout) ? .noAnswer : FreeSWITCHCause(cause.value))
        case (.bridge, .ended(let cause)):
            self.end(FreeSWITCHCause(cause.value))
        case (.limit(let overflow), .failed):
            self.transfer(overflow)
        case (.limited, .failed), (.nothing, _), (.bridge, .done), (.limit, _):
            break
        case (.limited(let action), _):
            self.frames.append(Frame(actions: [action], profile: nil))
        }
        self.settle()
    }

    /// The party that had answered has hung up.
    private mutating func end(_ cause: FreeSWITCHCause) {
        self.isAnswered = true
        self.channel.queuedDigits = []
        self.setDisposition("SUCCESS", "SUCCESS")
        for name: StaticString in ["bridge_hangup_cause", "last_bridge_hangup_cause", "hangup_cause"] {
            self.channel.set(name, to: MarkedText(authored: cause.name))
        }
        self.channel.set("endpoint_disposition", to: MarkedText(authored: "ANSWER"))
        if self.channel.isTrue("hangup_after_bridge") {
            self.finish(cause)
        } else if let target = self.channel.value("transfer_after_bridge"), !target.isEmpty {
            self.transfer(target.arguments(separatedBy: ":", limit: 3))
        }
    }

    /// Nobody has answered: the plan says whether the call goes on (`switch_channel_handle_cause`).
    private mutating func fail(_ cause: FreeSWITCHCause) {
        self.setDisposition(cause.name, Self.dialStatus(cause))
        for name: StaticString in ["originate_failed_cause", "hangup_cause"] {
            self.channel.set(name, to: MarkedText(authored: cause.name))
        }
        let onFail = self.channel.value("continue_on_fail")
        let failures = self.channel.value("failure_causes")
        if onFail == nil, failures == nil {
            // No answer is always a reason to go on.
            if [18, 19, 487].contains(cause.number) {
                return
            }
        } else {
            if let failures, !cause.isListed(in: failures) {
                return
            }
            if let onFail, onFail.isTrue || cause.isListed(in: onFail) {
                return
            }
        }
        if let transfer = self.channel.value("transfer_on_fail"), !transfer.isEmpty {
            self.transferOnFail(transfer, cause)
        } else {
            self.finish(cause)
        }
    }

    /// `causes [number [dialplan [context]]]`; without a number, it is the cause's name.
    private mutating func transferOnFail(_ text: MarkedText, _ cause: FreeSWITCHCause) {
        var parts = text.arguments(separatedBy: " ", limit: 4)
        let causes = parts.removeFirst()
        if causes.isTrue {
            return
        }
        guard cause.isListed(in: causes) else {
            self.finish(cause)
            return
        }
        let isAutomatic = parts.first?.isWord("auto_cause") ?? true
        self.transfer(isAutomatic ? [MarkedText(authored: cause.name)] + parts.dropFirst() : parts)
    }

    private mutating func setDisposition(_ disposition: String, _ status: String) {
        self.channel.set("originate_disposition", to: MarkedText(authored: disposition))
        self.channel.set("DIALSTATUS", to: MarkedText(authored: status))
    }

    private static func dialStatus(_ cause: FreeSWITCHCause) -> String {
        switch cause.number {
        case 487: "CANCEL"
        case 17: "BUSY"
        case 19: "NOANSWER"
        case 27, 811: "INVALIDARGS"
        case 21: "DONTCALL"
        default: cause.name
        }
    }
}

extension DialString.Problem {
    /// What is wrong, for the log.
    var words: String {
        switch self {
        case .empty: "there is nothing to dial"
        case .unclosed: "a bracket is not closed"
        case .tooManyLegs: "there are too many legs"
        }
    }
}
