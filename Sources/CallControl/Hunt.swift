import CallModel
import DialplanEngine
import ProtocolKit

/// The search for a target that answers: the stages of one bridge action, one after another.
struct Hunt: Sendable {
    /// One leg that is to be placed.
    struct Plan: Sendable {
        let target: Target
        let timeout: Duration?
        /// Whether nothing further is tried when that time is up.
        var isTimeOfBridge = false
        /// What the dialplan has said of this leg alone.
        var settings: LegSettings?
        /// The user or line that has sent the call there.
        var diverter: ByteString?
    }

    /// A user of ours who is being located.
    struct Lookup: Sendable {
        let user: ByteString
        let plan: Plan
        let deadline: Instant
    }

    /// A leg that is placed later than the others of its stage.
    struct Delayed: Sendable {
        let plan: Plan
        let due: Instant
    }

    let action: BridgeAction
    var nextStage = 0

    /// Groups of targets that come before the next stage: less preferred contacts, places of redirections.
    var waves: [[Plan]] = []

    var lookups: [Lookup] = []

    var delayed: [Delayed] = []

    /// The failure that tells the caller most.
    var failure: ReleaseCause?

    /// Whether nothing further may be tried.
    private(set) var isStopped = false

    /// Whether the dialplan's next action is done when nobody answers.
    private(set) var mayGoOn = true

    init(_ action: BridgeAction) {
        self.action = action
    }

    /// Takes note that a target has failed; returns whether the whole bridge has failed with it, whoever else rings.
    mutating func note(_ cause: ReleaseCause, by policy: FailoverPolicy) -> Bool {
        let decidesAlone = self.action.stageFailOver != nil
        let isDecisive =
            self.action.decisive.contains(cause.value) || !decidesAlone && cause.isFinalEverywhere
        self.failure = self.action.decisive.contains(cause.value) ? cause : policy.better(self.failure, cause)
        if !self.action.failOver.contains(cause.value) || !decidesAlone && !policy.continues(after: cause) {
            self.mayGoOn = false
            self.stop()
        }
        if isDecisive || self.action.stageFailOver?.contains(cause.value) == false {
            self.stop()
        }
        return isDecisive
    }

    /// Tries nothing further; who rings may still answer.
    mutating func stop() {
        self.isStopped = true
        self.delayed = []
    }

    /// Nothing that the dialplan says is done any more.
    mutating func giveUp() {
        self.mayGoOn = false
        self.stop()
    }

    /// Queues located contacts and returns those to be tried at once: contacts of one preference ring together, less
    /// preferred ones later (RFC 3261 §16.6).
    mutating func queue(_ contacts: [RegisteredContact], by located: Plan) -> [Plan] {
        let ranked = contacts.sorted { $0.preference > $1.preference }
        var groups: [[Plan]] = []
        var preference: UInt16?
        for contact in ranked {
            let plan = Plan(
                target: .contact(contact),
                timeout: located.timeout,
                isTimeOfBridge: located.isTimeOfBridge,
                settings: located.settings,
                diverter: located.diverter
            )
            if contact.preference == preference {
                groups[groups.count - 1].append(plan)
            } else {
                groups.append([plan])
            }
            preference = contact.preference
        }
        for (place, group) in groups.dropFirst().enumerated() {
            if place < self.waves.count {
                self.waves[place] += group
            } else {
                self.waves.append(group)
            }
        }
        return groups.first ?? []
    }
}
