import CallModel
import DialplanEngine
import ProtocolKit
import SIPSyntax

/// Compares what came of a call with what a case expects.
struct TrialJudgement {
    /// How far a moment may be from the expected one: messages take a little time.
    static let tolerance: Duration = .milliseconds(500)

    /// How far apart legs are placed that ring together: users are located first, lines are not.
    static let sameMoment: Duration = .milliseconds(50)

    let expectation: TrialExpectation
    let outcome: TrialOutcome
    let decision: RouteDecision

    /// Everything that is not as expected, in the words of the file.
    var mismatches: [TrialMismatch] {
        if let obstacle = self.outcome.obstacle {
            return [TrialMismatch("the case", expected: "to be played to its end", seen: obstacle)]
        }
        return self.ofDecision + self.ofCaller + self.ofLegs
    }

    // MARK: The decision

    private var ofDecision: [TrialMismatch] {
        var found: [TrialMismatch] = []
        let decided = self.decision.extensionName.description
        let recorded = self.outcome.record.map { $0.extension.description } ?? decided
        if let expected = self.expectation.extension, expected != recorded {
            found.append(TrialMismatch("extension", expected: expected, seen: recorded.isEmpty ? "none" : recorded))
        }
        // An answer may send the call on to another extension.
        if recorded != decided, !self.decision.asks {
            let seen = "the gateway took \"\(recorded)\""
            found.append(TrialMismatch("the explanation", expected: "extension \"\(decided)\"", seen: seen))
        }
        if let expected = self.expectation.isEmergency, expected != self.decision.isEmergency {
            found.append(TrialMismatch("emergency", expected: "\(expected)", seen: "\(self.decision.isEmergency)"))
        }
        for (name, value) in self.expectation.variables {
            let seen = self.decision.variables.first { $0.name == ByteString(name) }?.value.description
            if seen != value {
                found.append(TrialMismatch("variable \(name)", expected: value, seen: seen ?? "not set"))
            }
        }
        let actions = self.decision.actions.map(\.description)
        for expected in self.expectation.actions where !actions.contains(expected) {
            found.append(TrialMismatch("action", expected: expected, seen: actions.joined(separator: "; ")))
        }
        return found
    }

    // MARK: The caller

    private var ofCaller: [TrialMismatch] {
        var found: [TrialMismatch] = []
        let answeredBy = self.outcome.answeredBy
        if let expected = self.expectation.answeredBy, !self.covers(expected, answeredBy) {
            found.append(TrialMismatch("answered-by", expected: expected, seen: answeredBy))
        }
        let status = self.outcome.response?.status?.code
        if let expected = self.expectation.status, expected != status {
            found.append(
                TrialMismatch("status", expected: "\(expected)", seen: status.map { "\($0)" } ?? "none: no SIP caller")
            )
        }
        if let expected = self.expectation.cause, expected != self.outcome.cause {
            let seen = self.outcome.cause.map(CauseName.name(of:)) ?? "none"
            found.append(TrialMismatch("cause", expected: CauseName.name(of: expected), seen: seen))
        }
        let reason = self.outcome.response?.reasonPhrase.description ?? "none"
        if let expected = self.expectation.reason, expected != reason {
            found.append(TrialMismatch("reason", expected: expected, seen: reason))
        }
        found += self.ofRedirection + self.ofSounds
        let talkTime = self.outcome.record?.talkTime ?? .zero
        if let expected = self.expectation.talkTime, !self.isNear(expected, talkTime) {
            found.append(TrialMismatch("talk-time", expected: expected.words, seen: talkTime.words))
        }
        return found
    }

    private var ofRedirection: [TrialMismatch] {
        guard let expected = self.expectation.redirect else {
            return []
        }
        let isRedirected = self.outcome.response.map { (300..<400).contains($0.status?.code ?? 0) } ?? false
        let contacts = isRedirected ? self.outcome.response?.contacts ?? [] : []
        return expected == contacts
            ? [] : [TrialMismatch("redirect", expected: Self.list(expected), seen: Self.list(contacts))]
    }

    private var ofSounds: [TrialMismatch] {
        guard let expected = self.expectation.hears, expected != self.outcome.sounds else {
            return []
        }
        return [TrialMismatch("hears", expected: Self.list(expected), seen: Self.list(self.outcome.sounds))]
    }

    private static func list(_ words: [String]) -> String {
        words.isEmpty ? "none" : words.joined(separator: " ")
    }

    // MARK: The legs

    private var ofLegs: [TrialMismatch] {
        guard let expected = self.expectation.legs else {
            return []
        }
        let seen = self.aligned(self.outcome.legs, with: expected)
        guard expected.count == seen.count, zip(expected, seen).allSatisfy({ self.covers($0.target, $1.target) }) else {
            return [
                TrialMismatch("legs", expected: Self.list(expected.map(\.target)), seen: Self.list(seen.map(\.target)))
            ]
        }
        return zip(expected, seen).enumerated().flatMap { place, pair in
            self.mismatches(of: pair.1, pair.0, name: "leg \(place + 1) (\(pair.1.target))")
        }
    }

    /// The legs as they were placed, those of one moment in the order in which they are expected.
    private func aligned(_ legs: [TrialOutcome.Leg], with expected: [TrialLegExpectation]) -> [TrialOutcome.Leg] {
        var aligned: [TrialOutcome.Leg] = []
        var rest = legs[...]
        while let first = rest.first {
            let moment = first.record.started
            var together = rest.prefix { moment.duration(to: $0.record.started) <= Self.sameMoment }
            rest = rest.dropFirst(together.count)
            for one in expected.dropFirst(aligned.count).prefix(together.count) {
                if let place = together.firstIndex(where: { self.covers(one.target, $0.target) }) {
                    aligned.append(together.remove(at: place))
                }
            }
            aligned += together
        }
        return aligned
    }

    private func mismatches(
        of leg: TrialOutcome.Leg,
        _ expected: TrialLegExpectation,
        name: String
    ) -> [TrialMismatch] {
        var found: [TrialMismatch] = []
        let texts = [
            ("number", expected.number, leg.number), ("caller-number", expected.callerNumber, leg.callerNumber),
            ("caller-name", expected.callerName, leg.callerName),
        ]
        for (key, text, seen) in texts {
            if let text, text != seen {
                found.append(TrialMismatch("\(key) of \(name)", expected: text, seen: seen ?? "nothing arrived there"))
            }
        }
        let record = leg.record
        let at = self.outcome.start.duration(to: record.started)
        if let moment = expected.at, !self.isNear(moment, at) {
            found.append(TrialMismatch("at of \(name)", expected: moment.words, seen: at.words))
        }
        if let time = expected.ringsFor {
            let rings = record.alerted.map { $0.duration(to: record.answered ?? record.ended) }
            if rings.map({ self.isNear(time, $0) }) != true {
                let seen = rings?.words ?? "it did not ring"
                found.append(TrialMismatch("rings of \(name)", expected: time.words, seen: seen))
            }
        }
        if let isAnswered = expected.isAnswered, isAnswered != (record.answered != nil) {
            found.append(TrialMismatch("answered of \(name)", expected: "\(isAnswered)", seen: "\(!isAnswered)"))
        }
        if let cause = expected.cause, cause != record.cause.value {
            let seen = CauseName.name(of: record.cause.value)
            found.append(TrialMismatch("cause of \(name)", expected: CauseName.name(of: cause), seen: seen))
        }
        return found + expected.headers.compactMap { self.mismatch(of: leg, $0.name, $0.rule, name: name) }
    }

    private func mismatch(
        of leg: TrialOutcome.Leg,
        _ header: String,
        _ rule: TrialLegExpectation.HeaderRule,
        name: String
    ) -> TrialMismatch? {
        let what = "header \(header) of \(name)"
        guard let invite = leg.invite else {
            return TrialMismatch(what, expected: "an INVITE", seen: "no INVITE arrived there")
        }
        let values = invite.values(of: header)
        let seen = values.isEmpty ? "absent" : values.joined(separator: " | ")
        switch rule {
        case .equals(let text):
            return values == [text] ? nil : TrialMismatch(what, expected: text, seen: seen)
        case .contains(let text):
            let isFound = values.contains { $0.contains(text) }
            return isFound ? nil : TrialMismatch(what, expected: "\(text) in it", seen: seen)
        case .isPresent:
            return values.isEmpty ? TrialMismatch(what, expected: "present", seen: seen) : nil
        case .isAbsent:
            return values.isEmpty ? nil : TrialMismatch(what, expected: "absent", seen: seen)
        }
    }

    // MARK: Comparing

    private func covers(_ pattern: String, _ text: String) -> Bool {
        Wildcard.matches(Array(pattern.utf8)[...], Array(text.utf8)[...])
    }

    private func isNear(_ expected: Duration, _ seen: Duration) -> Bool {
        abs(expected.nanoseconds - seen.nanoseconds) <= Self.tolerance.nanoseconds
    }
}

/// One thing that is not as a case expects.
package struct TrialMismatch: Hashable, Sendable, CustomStringConvertible {
    /// The key of the test file, and the leg that it belongs to.
    package let what: String

    /// What the case says.
    package let expected: String

    /// What came of the call.
    package let seen: String

    init(_ what: String, expected: String, seen: String) {
        self.what = what
        self.expected = expected
        self.seen = seen
    }

    /// `status: expected 486, seen 404`.
    package var description: String {
        "\(self.what): expected \(self.expected), seen \(self.seen)"
    }
}

extension CivilTime {
    fileprivate func duration(to other: CivilTime) -> Duration {
        .nanoseconds(other.nanoseconds - self.nanoseconds)
    }
}
