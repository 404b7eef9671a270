import CallControl
import CallModel
import CallRecords
import DialplanEngine
import GatewayCore
import Logging
import ProtocolKit
import SignalingShell
import Synchronization

/// Changes the dialplan of the running gateway, one wish after the other.
///
/// Files are read and checked on the thread of whoever wishes; the loop only takes what is ready, between two inputs.
final class DialplanDesk: Sendable {
    private static let silence = ControlReply.failure(
        "the gateway has not answered in time; the dialplan changes when it comes to it"
    )
    private static let loggedProblems = 20

    private let shelf: Mutex<DialplanShelf>
    private let mailbox: LoopMailbox<Gateway>
    private let log: Logger

    init(_ loaded: LoadedConfiguration, mailbox: LoopMailbox<Gateway>, log: Logger) {
        self.shelf = Mutex(DialplanShelf(loaded, at: SystemClock.civil))
        self.mailbox = mailbox
        self.log = log
    }

    /// Reads everything anew; what comes of it is told by the log.
    func reload() {
        _ = self.reload(DialplanQuestion())
    }

    /// Reads the files anew and takes what they say, if it can be used and nothing else was wanted.
    func reload(_ question: DialplanQuestion) -> ControlReply {
        self.shelf.withLock { shelf in
            let live = shelf.live.version
            self.forgetRetired(&shelf)
            let reading: DialplanShelf.Reading
            do throws(LoadError) {
                reading = try shelf.read(dialplanOnly: question.dialplanOnly)
            } catch {
                return question.isCheck
                    ? ControlReply(refusal: error, kept: live) : self.refuse(error, kept: live)
            }
            var outcome = DialplanOutcome(outcome: .unchanged, live: live.description)
            outcome.waitingForRestart = reading.waiting
            if question.isCheck {
                outcome.outcome = shelf.isNew(reading) ? .usable : .unchanged
                return ControlReply(ok: true, dialplan: outcome)
            }
            for key in reading.waiting {
                self.log.warning("the configuration has another \(key); start the gateway again to apply it")
            }
            guard shelf.take(reading, at: SystemClock.civil) else {
                self.log.notice("dialplan \(live) stays: nothing in it has changed")
                return ControlReply(ok: true, dialplan: outcome)
            }
            outcome.outcome = .replaced
            outcome.live = reading.ready.version.description
            outcome.other = live.description
            return self.install(reading.ready, by: .reload, outcome)
        }
    }

    /// Makes an earlier dialplan live.
    func rollBack(_ question: DialplanQuestion) -> ControlReply {
        self.exchange(.rollback) { shelf throws(DialplanShelf.Refusal) in try shelf.rollBack(to: question.version) }
    }

    /// Makes the dialplan on trial live.
    func promote() -> ControlReply {
        self.exchange(.promotion) { shelf throws(DialplanShelf.Refusal) in
            try shelf.promote(at: SystemClock.civil)
        }
    }

    /// Evaluates a dialplan beside the live one from now on.
    func startShadow(_ question: DialplanQuestion) -> ControlReply {
        self.shelf.withLock { shelf in
            self.forgetRetired(&shelf)
            let ready: ReadyDialplan
            do throws(LoadError) {
                ready = try shelf.tryOut(question.files)
            } catch {
                return ControlReply(refusal: error, kept: shelf.live.version)
            }
            var settings = ShadowSettings()
            settings.oneIn = max(1, question.oneIn)
            settings.examples = min(max(0, question.examples), 1000)
            let outcome = DialplanOutcome(
                outcome: .tried,
                live: shelf.live.version.description,
                other: ready.version.description
            )
            return self.mailbox.ask { [settings] loop, _ in
                loop.perform { core, now in core.startShadow(ready.dialplan, settings, at: now) }
                return ControlReply(ok: true, dialplan: outcome)
            } ?? Self.silence
        }
    }

    /// Ends the trial and tells what has come of it.
    func stopShadow() -> ControlReply {
        self.shelf.withLock { shelf in
            guard shelf.endTrial() != nil else {
                return Self.noTrial
            }
            return self.mailbox.ask { loop, _ in
                let report = loop.core.shadowReport
                loop.perform { core, now in core.stopShadow(at: now) }
                return ControlReply(ok: true, shadow: report.map { ShadowText($0) })
            } ?? Self.silence
        }
    }

    /// What has come of the trial so far.
    func shadowReport() -> ControlReply {
        let reply = self.mailbox.ask { loop, _ in
            loop.core.shadowReport.map { ControlReply(ok: true, shadow: ShadowText($0)) } ?? Self.noTrial
        }
        return reply ?? .failure("the gateway did not answer in time")
    }

    /// The dialplans that are live or can be.
    func versions() -> ControlReply {
        let calls = self.mailbox.ask { loop, _ in loop.core.callsOfDialplans }
        guard let calls else {
            return .failure("the gateway did not answer in time")
        }
        let kept = self.shelf.withLock { shelf in
            shelf.kept.map { kept in
                KeptDialplan(
                    version: kept.ready.version.description,
                    digest: kept.ready.version.digestText,
                    isLive: kept.ready.version == shelf.live.version,
                    loaded: kept.loaded.description,
                    files: kept.ready.files,
                    contexts: kept.ready.dialplan.contextNames.count,
                    calls: calls[kept.ready.version] ?? 0
                )
            }
        }
        return ControlReply(ok: true, dialplans: kept)
    }

    private static let noTrial = ControlReply.failure(
        "no dialplan is evaluated beside the live one; `tandem dialplan shadow start FILES…` begins it"
    )

    /// Takes what is not needed any more apart here and now, before something new is read.
    private func forgetRetired(_ shelf: inout DialplanShelf) {
        guard !shelf.retired.isEmpty, let used = self.mailbox.ask({ loop, _ in Set(loop.core.callsOfDialplans.keys) })
        else {
            return
        }
        shelf.forgetRetired(except: used)
    }

    private func exchange(
        _ change: DialplanChange,
        _ choose: (inout DialplanShelf) throws(DialplanShelf.Refusal) -> ReadyDialplan
    ) -> ControlReply {
        self.shelf.withLock { shelf in
            let former = shelf.live.version
            do throws(DialplanShelf.Refusal) {
                let ready = try choose(&shelf)
                let outcome = DialplanOutcome(
                    outcome: .replaced,
                    live: ready.version.description,
                    other: former.description
                )
                return self.install(ready, by: change, outcome)
            } catch {
                return .failure(error.description)
            }
        }
    }

    private func install(
        _ ready: ReadyDialplan,
        by change: DialplanChange,
        _ outcome: DialplanOutcome
    ) -> ControlReply {
        let reply = self.mailbox.ask { loop, _ in
            loop.perform { core, now in
                core.replaceDialplan(ready.dialplan, digitMaps: ready.digitMaps, by: change, at: now)
            }
            return ControlReply(ok: true, dialplan: outcome)
        }
        return reply ?? Self.silence
    }

    private func refuse(_ error: LoadError, kept: DialplanVersion) -> ControlReply {
        for problem in error.problems.prefix(Self.loggedProblems) {
            self.log.error("not reloaded: \(problem)")
        }
        _ = self.mailbox.ask { loop, _ in
            loop.perform { core, now in core.refuseDialplan(problems: error.problems.count, at: now) }
        }
        return ControlReply(refusal: error, kept: kept)
    }
}

extension ControlReply {
    /// What was read cannot be used.
    fileprivate init(refusal: LoadError, kept: DialplanVersion) {
        var outcome = DialplanOutcome(outcome: .refused, live: kept.description)
        outcome.problems = refusal.problems
        self.init(ok: true, dialplan: outcome)
    }
}
