/// Builds the automaton of a program, state by state, the one with most expressions left first.
///
/// That order keeps what is left over small wherever the memory ends. A state's successors never have more expressions
/// than the state itself, so states wait in buckets by that number, and in a bucket those of shorter texts come first.
struct CandidateConstruction {
    /// A state with no more expressions than this is not built: trying them one by one is as quick.
    private static let fewEnough = 3

    private struct State {
        /// The steps that take an octet, wait for the end or have matched, in order.
        let steps: [Int32]
        /// Its place in the table.
        var row: Int32?
    }

    let classes: OctetClasses
    private(set) var lists = PlaceLists()
    private(set) var table: [Int32] = []
    private(set) var ends: [Int32] = []
    private(set) var found: [Int32] = []
    private(set) var start: Int32 = 0
    private(set) var largestRemainder = 0

    private let program: CandidateProgram
    private var states: [State] = []
    private var numbers: [[Int32]: Int32] = [:]
    /// The states without a row by how many expressions they have.
    private var waiting: [ArraySlice<Int32>] = []
    private var memory = 0
    private var work = 0
    /// Which steps the search through forks has seen, by the number of the search.
    private var seen: [UInt32]
    private var searches: UInt32 = 0

    /// A successor is a state, or a list of few expressions.
    private enum Successor {
        case state(Int32)
        case list(Int32)
    }

    /// Builds within `memory` octets, counting what only the construction needs, and in a time to match.
    init(_ program: CandidateProgram, memory limit: Int) {
        self.program = program
        self.classes = OctetClasses(of: program.sets)
        self.seen = Array(repeating: 0, count: program.steps.count)
        self.waiting = Array(repeating: [], count: program.entries.count + 1)
        _ = self.lists.number(of: [])
        let first = self.successor(self.reach(program.entries, .start))
        var rows: [[Successor]] = []
        while self.memory < limit, self.work < limit * 4, let state = self.nextToBuild() {
            self.states[Int(state)].row = Int32(rows.count)
            rows.append(self.row(of: state))
        }
        self.finish(first, rows)
    }

    private mutating func nextToBuild() -> Int32? {
        while let bucket = self.waiting.last {
            if let state = bucket.first {
                self.waiting[self.waiting.count - 1].removeFirst()
                return state
            }
            self.waiting.removeLast()
        }
        return nil
    }

    /// The successors of a state, one for each class of octets.
    private mutating func row(of state: Int32) -> [Successor] {
        var targets = [[Int32]](repeating: [], count: self.classes.count)
        let steps = self.states[Int(state)].steps
        for step in steps {
            if case .octets(let set, let next) = self.program.steps[Int(step)] {
                for octets in self.classes.members[set] {
                    targets[Int(octets)].append(next)
                }
                self.work += self.classes.members[set].count
            }
        }
        self.goOnAtLineFeed(steps, &targets[Int(self.classes.lineFeed)])
        return targets.map { self.successor($0.isEmpty ? [] : self.reach($0, .middle)) }
    }

    /// What comes after an end that holds before a line feed also takes that line feed.
    private mutating func goOnAtLineFeed(_ steps: [Int32], _ targets: inout [Int32]) {
        let waitsForEnd = steps.contains { step in
            if case .end(orLineFeed: true, _) = self.program.steps[Int(step)] {
                return true
            }
            return false
        }
        guard waitsForEnd else {
            return
        }
        for step in self.reach(steps, .lineFeed) {
            switch self.program.steps[Int(step)] {
            case .octets(let set, let next):
                if self.program.sets[set].contains(0x0A) {
                    targets.append(next)
                }
            case .found:
                targets.append(step)
            case .fork, .start, .end, .match:
                break
            }
        }
    }

    private mutating func successor(_ steps: [Int32]) -> Successor {
        let owners = self.owners(of: steps)
        self.work += steps.count
        guard owners.count > Self.fewEnough else {
            return .list(self.lists.number(of: owners))
        }
        if let number = self.numbers[steps] {
            return .state(number)
        }
        let number = Int32(self.states.count)
        self.numbers[steps] = number
        self.states.append(State(steps: steps, row: nil))
        self.waiting[owners.count].append(number)
        self.memory += steps.count * 8 + self.classes.count * 16 + 192
        return .state(number)
    }

    /// The expressions that steps in order belong to, each once.
    private func owners(of steps: [Int32]) -> [Int32] {
        var owners: [Int32] = []
        for step in steps where owners.last != self.program.owners[Int(step)] {
            owners.append(self.program.owners[Int(step)])
        }
        return owners
    }

    // MARK: Finish

    private mutating func finish(_ first: Successor, _ rows: [[Successor]]) {
        for state in self.states where state.row == nil {
            self.largestRemainder = max(self.largestRemainder, self.owners(of: state.steps).count)
        }
        var built: [Int32] = []
        for (number, state) in self.states.enumerated() where state.row != nil {
            built.append(Int32(number))
        }
        built.sort { self.states[Int($0)].row ?? 0 < self.states[Int($1)].row ?? 0 }
        self.ends = built.map { number in
            let reached = self.reach(self.states[Int(number)].steps, .end)
            return self.list(of: reached, \.hasMatched)
        }
        self.found = built.map { self.list(of: self.states[Int($0)].steps, \.hasFound) }
        self.start = self.number(of: first)
        self.table.reserveCapacity(rows.count * self.classes.count)
        for row in rows {
            self.table += row.map { self.number(of: $0) }
        }
    }

    private mutating func number(of successor: Successor) -> Int32 {
        let rows = Int32(self.ends.count)
        switch successor {
        case .list(let list):
            return rows + list
        case .state(let state):
            if let row = self.states[Int(state)].row {
                return row
            }
            return rows + self.lists.number(of: self.owners(of: self.states[Int(state)].steps))
        }
    }

    /// The list of the expressions that have matched at one of `steps`.
    private mutating func list(of steps: [Int32], _ isMatch: (CandidateProgram.Step) -> Bool) -> Int32 {
        self.lists.number(of: self.owners(of: steps.filter { isMatch(self.program.steps[Int($0)]) }))
    }

    // MARK: Forks

    /// Where in the text the forks are followed.
    private enum Place {
        case start
        case middle
        case lineFeed
        case end
    }

    /// The steps that are reached from `steps` without an octet, in order; the end is passed where it holds.
    private mutating func reach(_ steps: [Int32], _ place: Place) -> [Int32] {
        self.searches += 1
        var reached: [Int32] = []
        var open = steps
        while let step = open.popLast() {
            guard self.seen[Int(step)] != self.searches else {
                continue
            }
            self.seen[Int(step)] = self.searches
            self.work += 1
            switch self.program.steps[Int(step)] {
            case .fork(let ways):
                open += ways
            case .start(let next):
                // A text that ends may be empty, and then it also starts there; who asks for both is rare.
                if place != .middle {
                    open.append(next)
                }
            case .end(let orLineFeed, let next):
                if place == .end || place == .lineFeed && orLineFeed {
                    open.append(next)
                }
                reached.append(step)
            case .octets, .match, .found:
                reached.append(step)
            }
        }
        reached.sort()
        return reached
    }
}

extension CandidateProgram.Step {
    /// Whether the expression matches if the text ends here.
    fileprivate var hasMatched: Bool {
        if case .match = self {
            return true
        }
        return self.hasFound
    }

    /// Whether the expression matches whatever follows.
    fileprivate var hasFound: Bool {
        if case .found = self {
            return true
        }
        return false
    }
}
