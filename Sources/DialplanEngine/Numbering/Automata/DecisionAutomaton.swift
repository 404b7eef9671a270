/// Decides for every dial string whether it is a number of a context, and whether longer numbers begin with it.
///
/// It is deterministic. Symbols that no expression tells apart are one class.
struct DecisionAutomaton {
    /// The classes of symbols.
    let classes: [DialSymbols]

    /// Where each class leads from each state; `nil` when no number begins so.
    private(set) var transitions: [[Int?]]

    /// The first extension that takes the number that ends in a state; `nil` where none ends.
    private(set) var sources: [Int?]

    /// Where the reading starts; it is 0 until states are merged.
    private(set) var start = 0

    init(classes: [DialSymbols], transitions: [[Int?]], sources: [Int?]) {
        self.classes = classes
        self.transitions = transitions
        self.sources = sources
    }

    /// Whether a number ends in a state and others go on from there.
    func isAmbiguous(_ state: Int) -> Bool {
        self.sources[state] != nil && self.transitions[state].contains { $0 != nil }
    }

    /// The states that follow a state, each with the symbols that lead there.
    func successors(of state: Int) -> [(state: Int, symbols: DialSymbols)] {
        var successors: [(state: Int, symbols: DialSymbols)] = []
        for (place, target) in self.transitions[state].enumerated() {
            guard let target else {
                continue
            }
            if let known = successors.firstIndex(where: { $0.state == target }) {
                successors[known].symbols = successors[known].symbols.union(self.classes[place])
            } else {
                successors.append((target, self.classes[place]))
            }
        }
        return successors
    }

    /// Where dial strings of these places end, and whether each of them leads anywhere.
    func states(after places: [NumberingPlan.Place]) -> (ends: Set<Int>, areAll: Bool) {
        var states: Set<Int> = [self.start]
        var areAll = true
        for place in places {
            var open = Array(states)
            if !place.isRepeated {
                states = []
            }
            while let state = open.popLast() {
                for (index, symbols) in self.classes.enumerated() where symbols.bits & place.symbols.bits != 0 {
                    guard let target = self.transitions[state][index] else {
                        areAll = false
                        continue
                    }
                    if states.insert(target).inserted, place.isRepeated {
                        open.append(target)
                    }
                }
            }
        }
        return (states, areAll)
    }

    /// Forgets states from which no number can be completed.
    mutating func prune() {
        var predecessors = [[Int]](repeating: [], count: self.sources.count)
        for (state, targets) in self.transitions.enumerated() {
            for case .some(let target) in targets {
                predecessors[target].append(state)
            }
        }
        var open = self.sources.indices.filter { self.sources[$0] != nil }
        var isAlive = [Bool](repeating: false, count: self.sources.count)
        for state in open {
            isAlive[state] = true
        }
        while let state = open.popLast() {
            for before in predecessors[state] where !isAlive[before] {
                isAlive[before] = true
                open.append(before)
            }
        }
        for state in self.transitions.indices {
            self.transitions[state] = self.transitions[state].map { target in
                target.flatMap { isAlive[$0] ? $0 : nil }
            }
        }
    }

    /// Merges states that no continuation tells apart; whether it ended within so many steps.
    mutating func minimize(steps: inout Int, limit: Int) -> Bool {
        self.mergeAlike()
        return self.refine(steps: &steps, limit: limit)
    }

    /// Merges states with the same successors, last ones first, so that whole tails of numbers become one.
    ///
    /// It leaves little for the refinement, which looks at every state again for each symbol of the longest number.
    private mutating func mergeAlike() {
        var numbers: [[Int]: Int] = [:]
        var merged = Array(self.sources.indices)
        for state in self.sources.indices.reversed() {
            var signature = [self.sources[state] == nil ? 0 : 1]
            for target in self.transitions[state] {
                signature.append(target.map { $0 == state ? -2 : merged[$0] } ?? -1)
            }
            merged[state] = numbers[signature] ?? state
            numbers[signature] = merged[state]
        }
        var blocks: [Int: Int] = [:]
        for state in merged where blocks[state] == nil {
            blocks[state] = blocks.count
        }
        self.merge(merged.map { blocks[$0] ?? 0 }, count: blocks.count)
    }

    /// Moore's algorithm.
    private mutating func refine(steps: inout Int, limit: Int) -> Bool {
        var blocks = self.sources.map { $0 == nil ? 0 : 1 }
        var count = 0
        while true {
            steps += blocks.count * (self.classes.count + 1)
            guard steps <= limit else {
                return false
            }
            var numbers: [[Int]: Int] = [:]
            var refined = blocks
            for state in blocks.indices {
                var signature = [blocks[state]]
                for target in self.transitions[state] {
                    signature.append(target.map { blocks[$0] } ?? -1)
                }
                refined[state] = numbers[signature] ?? numbers.count
                numbers[signature] = refined[state]
            }
            blocks = refined
            if numbers.count == count {
                self.merge(blocks, count: count)
                return true
            }
            count = numbers.count
        }
    }

    private mutating func merge(_ blocks: [Int], count: Int) {
        var transitions = [[Int?]](repeating: [], count: count)
        var sources = [Int?](repeating: nil, count: count)
        for state in blocks.indices {
            let block = blocks[state]
            if transitions[block].isEmpty {
                transitions[block] = self.transitions[state].map { target in target.map { blocks[$0] } }
            }
            if let source = self.sources[state] {
                sources[block] = min(sources[block] ?? source, source)
            }
        }
        self.start = blocks[self.start]
        self.transitions = transitions
        self.sources = sources
    }
}
