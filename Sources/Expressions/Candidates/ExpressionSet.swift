/// Expressions in order, of which those that may match a text are found together.
///
/// What is found holds every expression that matches; one that is found may still not match, and only matching it tells
/// where its groups stand. The automata behind it are built once within a limit of memory and never change; where they
/// end, more is found than matches.
package struct ExpressionSet: Sendable {
    /// An expression of a set.
    package enum Member: Sendable {
        case regular(RegularExpression)
        case freeSWITCH(FreeSWITCHExpression)
    }

    /// How much may be spent on finding expressions together.
    package struct Options: Hashable, Sendable {
        /// The memory that building the automata may take, in octets; what stays is less.
        package var maximumMemory: Int

        package init(maximumMemory: Int = 16 << 20) {
            self.maximumMemory = maximumMemory
        }
    }

    /// How many expressions it has.
    package let count: Int

    /// The memory that the automata take, in octets.
    package var memory: Int {
        (self.forward + self.backward).reduce(0) { $0 + $1.memory }
    }

    /// The most expressions that one automaton leaves over for some text because memory ended.
    package var largestRemainder: Int {
        (self.forward + self.backward).reduce(0) { max($0, $1.largestRemainder) }
    }

    /// How many expressions are found for every text: what they match is unknown, or everything.
    package let alwaysFound: Int

    private let always: [UInt64]
    private let forward: [CandidateAutomaton]
    private let backward: [CandidateAutomaton]

    /// Prepares `members`, whose places are their indices.
    package init(_ members: [Member], options: Options = Options()) {
        self.count = members.count
        var always = [UInt64](repeating: 0, count: (members.count + 63) / 64)
        var programs = CandidateApproach.Direction.allCases.map { _ in
            CandidateProgram(limit: options.maximumMemory / 64)
        }
        for (place, member) in members.enumerated() {
            let approach = CandidateApproach(to: member)
            let isAdded = approach.map { programs[$0.direction.rawValue].add($0, place: Int32(place)) } ?? false
            if !isAdded {
                always[place >> 6] |= 1 << UInt64(place & 63)
            }
        }
        self.always = always
        self.alwaysFound = always.reduce(0) { $0 + $1.nonzeroBitCount }
        let memory = options.maximumMemory / max(programs.count { !$0.entries.isEmpty }, 1)
        let build = { (direction: CandidateApproach.Direction) -> [CandidateAutomaton] in
            let program = programs[direction.rawValue]
            return program.entries.isEmpty
                ? [] : [CandidateAutomaton(CandidateConstruction(program, memory: memory))]
        }
        self.forward = build(.fromStart) + build(.floating)
        self.backward = build(.fromEnd)
    }

    /// Finds those that may match `text`, in a time that grows with its octets and not with the number of expressions.
    package func find(in text: [UInt8], candidates: inout Candidates) {
        candidates.begin(with: self.always)
        for automaton in self.forward {
            automaton.search(text, into: &candidates)
        }
        for automaton in self.backward {
            automaton.search(text.reversed(), into: &candidates)
        }
    }
}
