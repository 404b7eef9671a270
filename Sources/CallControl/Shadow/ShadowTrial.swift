import CallModel
import DialplanEngine
import ProtocolKit

/// A dialplan that decides beside the live one, and of whose decisions nothing comes but a report.
///
/// A call is compared a little later than it is routed, so that what the call itself needs is done before. What waits is
/// bounded, and so is what one turn does of it; a loop that is late skips it.
struct ShadowTrial: Sendable {
    /// A call that the live dialplan has decided.
    struct Decided: Sendable {
        let call: CallID
        let facts: CallFacts
        let context: ByteString
        let decision: RouteDecision
        /// Who has decided; another may be live by the time of the comparison.
        let dialplan: Shared<Dialplan>
    }

    let candidate: Shared<Dialplan>
    private let settings: ShadowSettings
    private(set) var report: ShadowReport
    private var waiting = OutputQueue<Decided>()
    private var waitingCount = 0
    private var calls: UInt64 = 0

    /// When what waits is due; `nil` when nothing does.
    private(set) var nextDeadline: Instant?

    init(_ candidate: Shared<Dialplan>, _ settings: ShadowSettings, live: DialplanVersion, since: CivilTime) {
        self.candidate = candidate
        self.settings = settings
        self.report = ShadowReport(candidate: candidate.value.version, live: live, since: since)
    }

    /// Counts anew beside another live dialplan.
    mutating func restart(live: DialplanVersion, since: CivilTime) {
        self = ShadowTrial(self.candidate, self.settings, live: live, since: since)
    }

    /// A call was decided.
    mutating func note(_ decided: Decided, at now: Instant) {
        self.calls += 1
        guard decided.decision.isEmergency || self.calls % UInt64(max(1, self.settings.oneIn)) == 0 else {
            self.report.leftOut += 1
            return
        }
        guard self.waitingCount < self.settings.waiting else {
            self.report.skipped += 1
            return
        }
        self.waiting.append(decided)
        self.waitingCount += 1
        self.nextDeadline = self.nextDeadline ?? now.advanced(by: self.settings.delay)
    }

    /// Compares a portion of what waits, when it is due.
    mutating func advance(to now: Instant) {
        guard let due = self.nextDeadline, due <= now else {
            return
        }
        guard due.duration(to: now) <= self.settings.patience else {
            self.skipAll()
            return
        }
        for _ in 0..<self.settings.perTurn {
            guard let decided = self.waiting.next() else {
                break
            }
            self.waitingCount -= 1
            self.compare(decided)
        }
        self.nextDeadline = self.waiting.isEmpty ? nil : now.advanced(by: self.settings.delay)
    }

    private mutating func skipAll() {
        self.report.skipped += UInt64(self.waitingCount)
        self.waiting = OutputQueue()
        self.waitingCount = 0
        self.nextDeadline = nil
    }

    private mutating func compare(_ decided: Decided) {
        let decision = self.candidate.value.route(decided.facts, in: decided.context)
        self.report.compared += 1
        guard let difference = RouteDifference(live: decided.decision, candidate: decision) else {
            return
        }
        self.report.differences[difference, default: 0] += 1
        guard self.report.examples.count(where: { $0.difference == difference }) < self.settings.examples else {
            return
        }
        self.report.examples.append(
            RouteExample(
                call: decided.call,
                difference: difference,
                context: decided.context,
                number: decided.facts.destinationNumber,
                caller: decided.facts.callerNumber,
                live: RouteExample.Side(decided.dialplan.value.explain(decided.facts, in: decided.context)),
                candidate: RouteExample.Side(self.candidate.value.explain(decided.facts, in: decided.context))
            )
        )
    }
}
