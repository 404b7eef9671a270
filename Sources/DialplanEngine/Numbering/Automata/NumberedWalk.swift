/// Reads a context for a number of which is known what tests it passes, along all paths that a call may take.
///
/// Paths that agree in the form of the number and in what is decided are one, so that their number is bounded by the
/// forms and not by the conditions.
struct NumberedWalk {
    private let context: NumberedContext
    /// The extensions that may act on a number that passes no test, or that refuse anything.
    private let alwaysRead: [Int]
    private let refusing: Set<Int>

    /// The conditions that were looked at, for the bound of the work.
    private(set) var steps = 0

    init(_ context: NumberedContext) {
        self.context = context
        var refusing = Set<Int>()
        for (index, entry) in context.entries.enumerated() where entry.refuses {
            refusing.insert(index)
        }
        self.refusing = refusing
        self.alwaysRead = context.entries.indices.filter { index in
            refusing.contains(index) || context.entries[index].actsWithoutTest
        }
    }

    mutating func verdict(passing tests: [Int]) -> NumberVerdict {
        let passed = Set(tests)
        let concerned = Set(passed.map { self.context.owners[$0] }).union(self.alwaysRead).sorted()
        var verdict = NumberVerdict()
        var searching = Paths.start
        for index in concerned where !searching.isEmpty {
            if self.refusing.contains(index), searching.hasUndecided {
                verdict.readBy.append(index)
            }
            searching = self.read(index, searching, passed, &verdict)
        }
        return verdict
    }

    /// Reads one extension; the paths on which the search goes on come back.
    private mutating func read(
        _ index: Int,
        _ searching: Paths,
        _ passed: Set<Int>,
        _ verdict: inout NumberVerdict
    ) -> Paths {
        let entry = self.context.entries[index]
        let after = self.read(entry.steps, of: index, searching, passed, &verdict)
        var goingOn = Paths()
        for path in after.members where !path.hasActed || entry.continues {
            goingOn.insert(Path(form: path.form, outcome: path.outcome, hasActed: false))
        }
        return goingOn
    }

    /// Reads conditions of one level; what has become of the paths comes back.
    private mutating func read(
        _ steps: [NumberedContext.Step],
        of index: Int,
        _ start: Paths,
        _ passed: Set<Int>,
        _ verdict: inout NumberVerdict
    ) -> Paths {
        var reading = start
        var ended = Paths()
        for step in steps where !reading.isEmpty {
            self.steps += 1
            var next = Paths()
            for path in reading.members {
                let truth = step.truths[path.form]?.holds(passing: passed)
                for matched in [true, false] where truth == nil || truth == matched {
                    let effect = matched ? step.whenTrue : step.whenFalse
                    let after = path.after(effect)
                    if path.outcome == .nothing {
                        self.note(after.outcome, by: index, &verdict)
                    }
                    let all = matched ? self.read(step.nested, of: index, .only(after), passed, &verdict) : .only(after)
                    if step.breakRule.applies(afterMatch: matched) {
                        ended.formUnion(all)
                    } else {
                        next.formUnion(all)
                    }
                }
            }
            reading = next
        }
        ended.formUnion(reading)
        return ended
    }

    private func note(_ outcome: NumberedContext.Outcome, by index: Int, _ verdict: inout NumberVerdict) {
        guard outcome != .nothing else {
            return
        }
        if self.refusing.contains(index), verdict.decidedBy.last != index {
            verdict.decidedBy.append(index)
        }
        if outcome == .route {
            verdict.route = verdict.route ?? index
        } else if verdict.refusals.last != index {
            verdict.refusals.append(index)
        }
    }
}

extension NumberedContext.Step {
    /// Whether any action in it refuses.
    fileprivate var refuses: Bool {
        self.whenTrue.outcome == .refusal || self.whenFalse.outcome == .refusal
            || self.nested.contains(where: \.refuses)
    }

    /// Whether it may hold for a number that passes no test.
    fileprivate var canHold: Bool {
        self.truths.values.contains { $0.holds(passing: []) != false }
    }

    /// Whether it may fail.
    fileprivate var canFail: Bool {
        self.truths.values.contains { $0.holds(passing: []) != true }
    }
}

extension NumberedContext.Entry {
    /// Whether any action refuses.
    fileprivate var refuses: Bool {
        self.steps.contains(where: \.refuses)
    }

    /// Whether it may act on a number that passes no test.
    fileprivate var actsWithoutTest: Bool {
        self.steps.actWithoutTest
    }
}

extension [NumberedContext.Step] {
    fileprivate var actWithoutTest: Bool {
        for step in self {
            if step.canHold && (step.whenTrue.acts || step.nested.actWithoutTest) || step.canFail && step.whenFalse.acts
            {
                return true
            }
            let goesOn =
                step.canHold && !step.breakRule.applies(afterMatch: true)
                || step.canFail && !step.breakRule.applies(afterMatch: false)
            guard goesOn else {
                return false
            }
        }
        return false
    }
}

/// One way through the conditions, as far as what follows depends on it.
private struct Path {
    let form: Int
    let outcome: NumberedContext.Outcome
    let hasActed: Bool

    func after(_ effect: NumberedContext.Effect) -> Path {
        guard effect.acts else {
            return self
        }
        return Path(
            form: effect.rewrites[self.form] ?? self.form,
            outcome: self.outcome == .nothing ? effect.outcome : self.outcome,
            hasActed: true
        )
    }
}

/// A set of paths: a bit for each form, outcome and whether the extension has acted.
private struct Paths {
    private var bits: UInt64 = 0

    static var start: Paths {
        .only(Path(form: 0, outcome: .nothing, hasActed: false))
    }

    static func only(_ path: Path) -> Paths {
        var paths = Paths()
        paths.insert(path)
        return paths
    }

    var isEmpty: Bool {
        self.bits == 0
    }

    /// Whether nothing is decided on one of the paths.
    var hasUndecided: Bool {
        self.members.contains { $0.outcome == .nothing }
    }

    mutating func insert(_ path: Path) {
        let place = (path.form * 3 + path.outcome.rawValue) * 2 + (path.hasActed ? 1 : 0)
        self.bits |= 1 << UInt64(place)
    }

    mutating func formUnion(_ other: Paths) {
        self.bits |= other.bits
    }

    var members: [Path] {
        var members: [Path] = []
        var rest = self.bits
        while rest != 0 {
            let place = rest.trailingZeroBitCount
            rest &= rest &- 1
            let outcome = NumberedContext.Outcome(rawValue: place / 2 % 3) ?? .nothing
            members.append(Path(form: place / 6, outcome: outcome, hasActed: place % 2 == 1))
        }
        return members
    }
}
