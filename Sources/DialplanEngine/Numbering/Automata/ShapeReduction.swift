/// Shortens a list of shapes without changing what it takes, as two-level logic minimization does: join, expand, drop.
struct ShapeReduction {
    /// The most steps of one comparison; beyond it a shape is kept.
    private static let mostSteps = 20_000

    private let automaton: DecisionAutomaton
    private(set) var alternatives: [NumberingPlan.Alternative]

    init(_ alternatives: [NumberingPlan.Alternative], of automaton: DecisionAutomaton) {
        self.alternatives = alternatives
        self.automaton = automaton
    }

    mutating func reduce() {
        self.join()
        self.joinRepeated()
        if self.expand() {
            self.dropCovered()
            self.join()
            self.joinRepeated()
        }
    }

    // MARK: Join

    /// Joins shapes that differ in one place only, as long as that is not longer.
    private mutating func join() {
        let longest = self.alternatives.map(\.places.count).max() ?? 0
        var hasJoined = true
        while hasJoined {
            hasJoined = false
            for place in 0..<longest {
                hasJoined = self.join(at: place) || hasJoined
            }
        }
    }

    private mutating func join(at place: Int) -> Bool {
        var known: [NumberingPlan.Alternative.Frame: Int] = [:]
        var joined: [NumberingPlan.Alternative] = []
        for alternative in self.alternatives {
            guard let frame = alternative.frame(without: place), let other = known[frame] else {
                if let frame = alternative.frame(without: place) {
                    known[frame] = joined.count
                }
                joined.append(alternative)
                continue
            }
            let union = joined[other].widened(at: place, by: alternative.places[place].symbols)
            if union.characters <= joined[other].characters + alternative.characters + 1 {
                joined[other] = union
            } else {
                joined.append(alternative)
            }
        }
        let hasJoined = joined.count < self.alternatives.count
        self.alternatives = joined
        return hasJoined
    }

    /// Joins a shape that has a symbol at least once, as `xx.`, with the one that lacks it there: `x.`.
    private mutating func joinRepeated() {
        var kept = self.alternatives
        for index in kept.indices.reversed() {
            for place in kept[index].onceOrMore {
                let without = kept[index].removing(place..<place + 2)
                guard !without.places.isEmpty, let other = kept.firstIndex(where: { $0.hasShape(of: without) }),
                    other != index
                else {
                    continue
                }
                kept[other] = kept[index].removing(place..<place + 1)
                kept.remove(at: index)
                break
            }
        }
        self.alternatives = kept
    }

    // MARK: Expand

    /// Lets places take more symbols where that is shorter and every number is still one; whether any does.
    private mutating func expand() -> Bool {
        var hasExpanded = false
        for index in self.alternatives.indices {
            for place in self.alternatives[index].places.indices {
                for symbols in [DialSymbols.digits, .all] {
                    let wider = self.alternatives[index].widened(at: place, by: symbols)
                    if wider.characters < self.alternatives[index].characters, self.takesOnlyNumbers(wider) {
                        self.alternatives[index] = wider
                        hasExpanded = true
                    }
                }
            }
        }
        return hasExpanded
    }

    /// Whether all that has this shape are numbers, and ambiguous ones exactly when it waits for the timer.
    private func takesOnlyNumbers(_ alternative: NumberingPlan.Alternative) -> Bool {
        let (ends, areAll) = self.automaton.states(after: alternative.places)
        return areAll
            && ends.allSatisfy {
                self.automaton.sources[$0] != nil && self.automaton.isAmbiguous($0) == alternative.awaitsTimer
            }
    }

    // MARK: Drop

    /// Drops shapes whose numbers all have another shape as well, the longest first.
    private mutating func dropCovered() {
        let order = self.alternatives.indices.sorted {
            self.alternatives[$0].characters > self.alternatives[$1].characters
        }
        var kept = Set(order)
        for index in order {
            let others = kept.subtracting([index]).map { self.alternatives[$0] }
                .filter { $0.awaitsTimer == self.alternatives[index].awaitsTimer }
            if Self.covers(others, self.alternatives[index]) {
                kept.remove(index)
            }
        }
        self.alternatives = self.alternatives.indices.filter(kept.contains).map { self.alternatives[$0] }
    }

    /// Whether each number of a shape has one of the other shapes.
    private static func covers(_ others: [NumberingPlan.Alternative], _ shape: NumberingPlan.Alternative) -> Bool {
        let start = others.indices.flatMap { other in
            others[other].places(reachedAt: 0).map { Spot(alternative: other, place: $0) }
        }
        var open = [Coverage(place: 0, reached: Set(start))]
        var seen = Set(open)
        var steps = 0
        while let state = open.popLast() {
            steps += 1 + state.reached.count
            guard steps <= Self.mostSteps else {
                return false
            }
            if state.place == shape.places.count {
                guard state.reached.contains(where: { others[$0.alternative].places.count == $0.place }) else {
                    return false
                }
                continue
            }
            open += Self.following(state, shape, others).filter { seen.insert($0).inserted }
        }
        return true
    }

    /// Where one shape and the others are after each symbol of the shape's place, and where the place is left out.
    private static func following(
        _ state: Coverage,
        _ shape: NumberingPlan.Alternative,
        _ others: [NumberingPlan.Alternative]
    ) -> [Coverage] {
        let place = shape.places[state.place]
        var following: [Coverage] = []
        for symbol in place.symbols.indices {
            var reached = Set<Spot>()
            for spot in state.reached where spot.place < others[spot.alternative].places.count {
                let other = others[spot.alternative].places[spot.place]
                if other.symbols.bits >> symbol & 1 != 0 {
                    let next = other.isRepeated ? spot.place : spot.place + 1
                    reached.formUnion(
                        others[spot.alternative].places(reachedAt: next)
                            .map { Spot(alternative: spot.alternative, place: $0) }
                    )
                }
            }
            following.append(Coverage(place: place.isRepeated ? state.place : state.place + 1, reached: reached))
        }
        if place.isRepeated {
            following.append(Coverage(place: state.place + 1, reached: state.reached))
        }
        return following
    }
}

/// A place of one of several shapes, or its end.
private struct Spot: Hashable {
    let alternative: Int
    let place: Int
}

/// How far one shape has been read, and how far others can have been by the same symbols.
private struct Coverage: Hashable {
    let place: Int
    let reached: Set<Spot>
}

extension NumberingPlan.Alternative {
    /// A shape but for the symbols of one place.
    fileprivate struct Frame: Hashable {
        let before: ArraySlice<NumberingPlan.Place>
        let after: ArraySlice<NumberingPlan.Place>
        let isRepeated: Bool
        let awaitsTimer: Bool
    }

    fileprivate func frame(without place: Int) -> Frame? {
        guard place < self.places.count, !self.places[place].isRepeated else {
            return nil
        }
        return Frame(
            before: self.places[..<place],
            after: self.places[(place + 1)...],
            isRepeated: self.places[place].isRepeated,
            awaitsTimer: self.awaitsTimer
        )
    }

    /// The places where a symbol stands that may be repeated behind it.
    fileprivate var onceOrMore: [Int] {
        self.places.indices.dropLast().filter { place in
            !self.places[place].isRepeated && self.places[place + 1].isRepeated
                && self.places[place].symbols == self.places[place + 1].symbols
        }
    }

    fileprivate func removing(_ range: Range<Int>) -> Self {
        var shorter = self
        shorter.places.removeSubrange(range)
        return shorter
    }

    fileprivate func hasShape(of other: Self) -> Bool {
        self.places == other.places && self.awaitsTimer == other.awaitsTimer
    }

    /// The shape with more symbols at a place.
    fileprivate func widened(at place: Int, by symbols: DialSymbols) -> Self {
        var wider = self
        wider.places[place] = NumberingPlan.Place(
            symbols: self.places[place].symbols.union(symbols),
            isRepeated: self.places[place].isRepeated
        )
        return wider
    }

    /// A place and those behind it that are reached because repeated ones between may stand there no time at all.
    fileprivate func places(reachedAt place: Int) -> [Int] {
        var reached = [place]
        var place = place
        while place < self.places.count, self.places[place].isRepeated {
            place += 1
            reached.append(place)
        }
        return reached
    }
}
