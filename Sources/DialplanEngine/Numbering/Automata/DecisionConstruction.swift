/// Makes a ``DecisionAutomaton`` of a context: the subsets of positions that dial strings reach, and what the context
/// makes of each.
struct DecisionConstruction {
    private var context: NumberedContext
    private var walk: NumberedWalk
    private let limits: NumberingLimits
    private let classes: [DialSymbols]
    private var subsets: [[Int32]] = []
    private var states: [[Int32]: Int] = [:]
    private var transitions: [[Int?]] = []
    private var verdicts: [NumberVerdict] = []
    private var verdictsOfTests: [[Int]: NumberVerdict] = [:]
    private var stamps: [Int]
    private var stamp = 0

    /// The steps so far.
    private(set) var steps = 0

    /// The extensions that refuse whatever number is left when they are read.
    private(set) var refusingTheRest: Set<Int> = []

    init(_ context: NumberedContext, limits: NumberingLimits) {
        self.context = context
        self.walk = NumberedWalk(context)
        self.limits = limits
        self.classes = Self.classes(toldApartBy: context.automaton.symbols)
        self.stamps = Array(repeating: 0, count: context.automaton.count)
    }

    /// The automaton; `nil` when it takes more states or steps than allowed.
    mutating func automaton() -> DecisionAutomaton? {
        // The empty dial string has a state of its own: nothing is sent of it, so nothing can be decided there.
        self.subsets.append(self.context.start.sorted())
        var state = 0
        while state < self.subsets.count {
            guard self.subsets.count <= self.limits.states, self.steps + self.walk.steps <= self.limits.steps else {
                return nil
            }
            self.complete(state)
            state += 1
        }
        self.steps += self.walk.steps
        self.findRefusalsOfTheRest()
        return DecisionAutomaton(
            classes: self.classes,
            transitions: self.transitions,
            sources: self.verdicts.enumerated().map { $0 == 0 ? nil : self.source(of: $1) }
        )
    }

    private mutating func complete(_ state: Int) {
        let subset = self.subsets[state]
        self.steps += subset.count
        self.verdicts.append(self.verdict(of: subset))
        var targets: [Int?] = []
        var alike: [UInt64: Int] = [:]
        for symbols in self.classes {
            let takers = self.takers(of: symbols, in: subset)
            let target = takers.flatMap { alike[$0] } ?? self.state(of: self.subset(after: subset, symbols))
            if let takers {
                alike[takers] = target
            }
            targets.append(target)
        }
        self.transitions.append(targets)
    }

    /// Which of a few positions take a class: classes that the same ones take lead to the same state.
    private func takers(of symbols: DialSymbols, in subset: [Int32]) -> UInt64? {
        guard subset.count <= 64 else {
            return nil
        }
        var takers: UInt64 = 0
        for (place, position) in subset.enumerated()
        where self.context.automaton.symbols[Int(position)].bits & symbols.bits != 0 {
            takers |= 1 << UInt64(place)
        }
        return takers
    }

    private mutating func state(of subset: [Int32]) -> Int {
        if let known = self.states[subset] {
            return known
        }
        self.states[subset] = self.subsets.count
        self.subsets.append(subset)
        return self.subsets.count - 1
    }

    private mutating func verdict(of subset: [Int32]) -> NumberVerdict {
        let tests = self.context.automaton.tests(passedAt: subset)
        if let known = self.verdictsOfTests[tests] {
            return known
        }
        let verdict = self.walk.verdict(passing: tests)
        self.verdictsOfTests[tests] = verdict
        return verdict
    }

    private mutating func subset(after subset: [Int32], _ symbols: DialSymbols) -> [Int32] {
        self.stamp += 1
        var next: [Int32] = []
        for position in subset where self.context.automaton.symbols[Int(position)].bits & symbols.bits != 0 {
            self.steps += self.context.automaton.append(
                positionsAfter: position,
                to: &next,
                stamp: self.stamp,
                &self.stamps
            )
        }
        return self.inOrder(next)
    }

    /// The positions that bear the stamp, in order; where they are many it is faster to look at all.
    private func inOrder(_ positions: [Int32]) -> [Int32] {
        guard positions.count > self.stamps.count / 16 else {
            return positions.sorted()
        }
        return self.stamps.indices.filter { self.stamps[$0] == self.stamp }.map(Int32.init)
    }

    private static func classes(toldApartBy sets: [DialSymbols]) -> [DialSymbols] {
        // The digits stay apart from the rest, so that it can be told what digits alone lead to.
        var classes: [UInt16] = [DialSymbols.digits.bits, ~DialSymbols.digits.bits]
        for set in Set(sets) {
            classes = classes.flatMap { [$0 & set.bits, $0 & ~set.bits] }.filter { $0 != 0 }
        }
        return classes.sorted { $0.trailingZeroBitCount < $1.trailingZeroBitCount }.map(DialSymbols.init(bits:))
    }

    // MARK: Refusals

    /// An extension that decides every number of digits that reaches it, and refuses some, says what happens to all
    /// that is not in the plan: nobody need dial such a number to its end.
    private mutating func findRefusalsOfTheRest() {
        var refusing = Set<Int>()
        var leavesSome = Set<Int>()
        for state in self.statesOfDigits() {
            let verdict = self.verdicts[state]
            refusing.formUnion(verdict.refusals)
            leavesSome.formUnion(Set(verdict.readBy).subtracting(verdict.decidedBy))
        }
        self.refusingTheRest = refusing.subtracting(leavesSome)
    }

    /// The states that are reached by some digits and nothing else.
    private func statesOfDigits() -> Set<Int> {
        var reached = Set<Int>()
        var open = [0]
        while let state = open.popLast() {
            for (place, target) in self.transitions[state].enumerated() {
                guard let target, self.classes[place].isSubset(of: .digits), reached.insert(target).inserted else {
                    continue
                }
                open.append(target)
            }
        }
        return reached
    }

    private func source(of verdict: NumberVerdict) -> Int? {
        let refusal = verdict.refusals.first { !self.refusingTheRest.contains($0) }
        return [verdict.route, refusal].compactMap { $0 }.min()
    }
}
