/// Finds which expressions may match a text by one look at each octet.
///
/// A state is one row of the table, as far as the automaton is built; beyond stand lists of the expressions that have not
/// been ruled out by then.
struct CandidateAutomaton: Sendable {
    /// The class of each octet.
    private let classes: [UInt8]
    private let classCount: Int

    /// For each state and class the next state, or the number of states plus the number of a list.
    private let table: [Int32]

    /// For each state the list of those that match a text that ends there.
    private let ends: [Int32]

    /// For each state the list of those that match a text that begins so; the first list is empty.
    private let found: [Int32]

    /// Where each list begins in `places`, and where the last ends.
    private let lists: [Int32]
    private let places: [Int32]

    /// Where it begins: a state, or the number of states plus the number of a list.
    private let start: Int32

    /// The most expressions that are left over where the automaton is not built further.
    let largestRemainder: Int

    init(_ construction: CandidateConstruction) {
        self.classes = construction.classes.classes
        self.classCount = construction.classes.count
        self.table = construction.table
        self.ends = construction.ends
        self.found = construction.found
        self.lists = construction.lists.offsets
        self.places = construction.lists.places
        self.start = construction.start
        self.largestRemainder = construction.largestRemainder
    }

    /// The octets that its tables take.
    var memory: Int {
        (self.table.count + self.ends.count + self.found.count + self.lists.count + self.places.count) * 4
            + self.classes.count
    }

    /// Adds those that may match `text`.
    func search(_ text: some Sequence<UInt8>, into candidates: inout Candidates) {
        let states = Int32(self.ends.count)
        var state = self.start
        for octet in text {
            guard state < states else {
                break
            }
            let found = self.found[Int(state)]
            if found != 0 {
                self.add(found, to: &candidates)
            }
            state = self.table[Int(state) * self.classCount + Int(self.classes[Int(octet)])]
        }
        self.add(state < states ? self.ends[Int(state)] : state - states, to: &candidates)
    }

    private func add(_ list: Int32, to candidates: inout Candidates) {
        for index in Int(self.lists[Int(list)])..<Int(self.lists[Int(list) + 1]) {
            candidates.insert(self.places[index])
        }
    }
}
