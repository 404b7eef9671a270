/// The shapes of several expressions as one list of steps, each of which belongs to one expression.
struct CandidateProgram {
    /// What is done at a place of an expression.
    enum Step {
        /// Takes one octet of a set.
        case octets(set: Int, next: Int32)
        /// Goes on in several ways.
        case fork([Int32])
        /// Goes on at the start of the text only.
        case start(next: Int32)
        /// Goes on at the end of the text, or also before a line feed, whatever follows that.
        case end(orLineFeed: Bool, next: Int32)
        /// Has matched, if the text ends here.
        case match
        /// Has matched, whatever follows.
        case found
    }

    private(set) var steps: [Step] = []

    /// The place in its set of the expression that a step belongs to; it never falls from one step to the next.
    private(set) var owners: [Int32] = []

    /// Where each expression begins.
    private(set) var entries: [Int32] = []

    /// The sets that the steps name.
    private(set) var sets: [OctetSet] = []

    private var setIndices: [OctetSet: Int] = [:]
    private let limit: Int
    private var owner: Int32 = 0

    /// A program of at most `limit` steps.
    init(limit: Int) {
        self.limit = limit
    }

    /// Adds an expression whose place is above those added before; `false` when there is no room for it.
    mutating func add(_ approach: CandidateApproach, place: Int32) -> Bool {
        guard Self.size(of: approach.shape) < self.limit - self.steps.count else {
            return false
        }
        self.owner = place
        let match = self.append(approach.isPrefix ? .found : .match)
        self.entries.append(self.add(approach.shape, then: match))
        return true
    }

    private mutating func append(_ step: Step) -> Int32 {
        self.steps.append(step)
        self.owners.append(self.owner)
        return Int32(self.steps.count - 1)
    }

    private mutating func index(of set: OctetSet) -> Int {
        if let index = self.setIndices[set] {
            return index
        }
        self.sets.append(set)
        self.setIndices[set] = self.sets.count - 1
        return self.sets.count - 1
    }

    /// The steps of `shape` with `next` after them; where they begin.
    private mutating func add(_ shape: ExpressionShape, then next: Int32) -> Int32 {
        switch shape {
        case .empty:
            return next
        case .octets(let set):
            return self.append(.octets(set: self.index(of: set), next: next))
        case .start:
            return self.append(.start(next: next))
        case .end(let orLineFeed):
            return self.append(.end(orLineFeed: orLineFeed, next: next))
        case .sequence(let parts):
            return parts.reversed().reduce(next) { next, part in self.add(part, then: next) }
        case .choice(let branches):
            let ways = branches.map { self.add($0, then: next) }
            return self.append(.fork(ways))
        case .repetition(let body, let least, let most):
            return self.add(body, least: least, most: most, then: next)
        }
    }

    private mutating func add(_ body: ExpressionShape, least: Int, most: Int?, then next: Int32) -> Int32 {
        var entry = next
        if let most {
            for _ in 0..<max(most - least, 0) {
                entry = self.append(.fork([self.add(body, then: entry), next]))
            }
        } else {
            let loop = self.append(.fork([next]))
            self.steps[Int(loop)] = .fork([self.add(body, then: loop), next])
            entry = loop
        }
        for _ in 0..<least {
            entry = self.add(body, then: entry)
        }
        return entry
    }

    /// The steps that `shape` takes, or a number that no limit reaches.
    private static func size(of shape: ExpressionShape) -> Int {
        let tooMany = 1 << 30
        switch shape {
        case .empty:
            return 0
        case .octets, .start, .end:
            return 1
        case .sequence(let parts):
            return parts.reduce(0) { min($0 + self.size(of: $1), tooMany) }
        case .choice(let branches):
            return branches.reduce(1) { min($0 + self.size(of: $1), tooMany) }
        case .repetition(let body, let least, let most):
            let copies = most ?? least + 1
            return min((self.size(of: body) + 1) * copies, tooMany)
        }
    }
}
