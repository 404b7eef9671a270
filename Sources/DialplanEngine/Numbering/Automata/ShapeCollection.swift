/// Why the numbers of a context cannot be written as a digit map.
enum NumberingFailure: Error {
    /// The automaton is larger than the limits.
    case tooLarge
    /// An extension repeats a group of several symbols.
    case repeatsGroup(source: Int)
    /// An extension takes numbers longer than the limit.
    case tooManyPlaces(source: Int)
    /// All alternatives together are longer than the limit.
    case tooLong(source: Int)
}

/// Lists the shapes of the numbers that a minimal automaton takes: each path to a state where a number ends.
///
/// A state that leads to itself is a place that is repeated. Since the automaton is deterministic, no number has two
/// shapes; since it is minimal, symbols that make no difference are in one place.
struct ShapeCollection {
    private let automaton: DecisionAutomaton
    private let limits: NumberingLimits
    private var alternatives: [NumberingPlan.Alternative] = []
    private var characters = 0
    private var isOnPath: [Bool]

    static func shapes(
        of automaton: DecisionAutomaton,
        limits: NumberingLimits
    ) throws(NumberingFailure) -> [NumberingPlan.Alternative] {
        var collection = ShapeCollection(
            automaton: automaton,
            limits: limits,
            isOnPath: Array(repeating: false, count: automaton.sources.count)
        )
        try collection.follow(automaton.start, [])
        return collection.alternatives
    }

    private init(automaton: DecisionAutomaton, limits: NumberingLimits, isOnPath: [Bool]) {
        self.automaton = automaton
        self.limits = limits
        self.isOnPath = isOnPath
    }

    private mutating func follow(_ state: Int, _ path: [NumberingPlan.Place]) throws(NumberingFailure) {
        guard path.count <= self.limits.places else {
            throw .tooManyPlaces(source: self.source(beyond: state))
        }
        let successors = self.automaton.successors(of: state)
        var path = path
        if let loop = successors.first(where: { $0.state == state }) {
            path.append(NumberingPlan.Place(symbols: loop.symbols, isRepeated: true))
        }
        if let source = self.automaton.sources[state] {
            try self.add(path, awaitsTimer: !successors.isEmpty, source)
        }
        self.isOnPath[state] = true
        for next in successors where next.state != state {
            guard !self.isOnPath[next.state] else {
                throw .repeatsGroup(source: self.source(beyond: state))
            }
            try self.follow(next.state, path + [NumberingPlan.Place(symbols: next.symbols, isRepeated: false)])
        }
        self.isOnPath[state] = false
    }

    private mutating func add(
        _ places: [NumberingPlan.Place],
        awaitsTimer: Bool,
        _ source: Int
    ) throws(NumberingFailure) {
        let alternative = NumberingPlan.Alternative(places: places, awaitsTimer: awaitsTimer, source: source)
        self.alternatives.append(alternative)
        self.characters += alternative.characters + 1
        // The reduction may shorten what is too long, but not without end.
        guard self.characters <= self.limits.characters * 4 else {
            throw .tooLong(source: source)
        }
    }

    /// An extension whose numbers go through a state.
    private func source(beyond state: Int) -> Int {
        var open = [state]
        var seen = Set(open)
        while let state = open.popLast() {
            if let source = self.automaton.sources[state] {
                return source
            }
            open += self.automaton.successors(of: state).map(\.state).filter { seen.insert($0).inserted }
        }
        return 0
    }
}
