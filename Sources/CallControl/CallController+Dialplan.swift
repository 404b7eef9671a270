package import CallModel
package import DialplanEngine
package import ProtocolKit

/// Which dialplan routes calls, and which one is evaluated beside it.
extension CallController {
    /// The dialplan that new calls are routed by.
    package var dialplanVersion: DialplanVersion {
        self.environment.dialplan.value.version
    }

    /// Routes new calls by this dialplan; everything in a call that has begun is routed by the one that it began with.
    package mutating func replaceDialplan(_ dialplan: Dialplan, by change: DialplanChange, at now: Instant) {
        self.environment.now = now
        let former = self.dialplanVersion
        self.environment.dialplan = Shared(dialplan)
        self.environment.observe(.dialplanReplaced(change, from: former, to: dialplan.version))
        if self.environment.shadow?.candidate.value.version == dialplan.version {
            self.stopShadow(at: now)
        } else {
            let time = self.environment.civilTime
            self.environment.shadow?.restart(live: dialplan.version, since: time)
        }
    }

    /// Somebody wanted another dialplan that cannot be used; the live one stays.
    package mutating func refuseDialplan(problems: Int) {
        self.environment.observe(.dialplanRefused(kept: self.dialplanVersion, problems: problems))
    }

    /// Evaluates this dialplan for each new call, beside the live one and without any effect.
    package mutating func startShadow(_ candidate: Dialplan, _ settings: ShadowSettings, at now: Instant) {
        self.environment.now = now
        self.environment.shadow = ShadowTrial(
            Shared(candidate),
            settings,
            live: self.dialplanVersion,
            since: self.environment.civilTime
        )
        self.environment.observe(.shadowChanged(candidate.version))
    }

    /// Evaluates nothing beside the live dialplan any more.
    package mutating func stopShadow(at now: Instant) {
        self.environment.now = now
        if self.environment.shadow.take() != nil {
            self.environment.observe(.shadowChanged(nil))
        }
    }

    /// What has come of the dialplan beside the live one; `nil` when there is none.
    package var shadowReport: ShadowReport? {
        self.environment.shadow?.report
    }

    /// Remembers what was decided, to be compared when the call's own needs have been served.
    mutating func compare(_ decision: RouteDecision, for setup: CallSetup, of call: CallID) {
        guard self.environment.shadow != nil else {
            return
        }
        let decided = ShadowTrial.Decided(
            call: call,
            facts: CallFacts(setup, at: self.environment.civilTime),
            context: setup.source.context,
            decision: decision,
            dialplan: self.environment.dialplan
        )
        let now = self.environment.now
        self.environment.shadow?.note(decided, at: now)
    }
}
