/// The expressions of a context as one nondeterministic automaton, after Thompson's construction.
///
/// Each test has a number; a text passes a test when its position can be reached at the end of the text. The subset
/// that is read at one time is a list of positions, see ``append(positionsAfter:to:stamp:_:)``.
struct ExpressionAutomaton {
    /// One position of an expression.
    private enum Position {
        /// Takes a character of the class and goes on.
        case one(CharacterClass, then: Int)
        /// Goes on in either place without a character.
        case fork(Int, Int)
        /// Goes on at the beginning of the text only.
        case start(then: Int)
        /// Goes on at the end of the text only.
        case end(then: Int)
        /// Passes the test.
        case passed(test: Int)
    }

    private var positions: [Position] = []
    private let limit: Int

    /// What may be dialed at each position; empty for those that take no character.
    private(set) var symbols: [DialSymbols] = []

    /// Positions that are read together, one list after the other, and where the list of each position is.
    private var closures: [Int32] = []
    private var closureOf: [Range<Int>?] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// How many positions there are.
    var count: Int {
        self.positions.count
    }

    /// Whether the expressions are larger than the limit; no more is added then.
    var isTooLarge: Bool {
        self.positions.count >= self.limit
    }

    private mutating func add(_ position: Position) -> Int {
        guard !self.isTooLarge else {
            return self.positions.count - 1
        }
        var symbols = DialSymbols(bits: 0)
        if case .one(let characters, _) = position {
            symbols = characters.dialSymbols
        }
        self.positions.append(position)
        self.symbols.append(symbols)
        self.closureOf.append(nil)
        return self.positions.count - 1
    }

    // MARK: Construction

    /// Adds a test: what is dialed, without its first `strip` symbols and after `prefix`, must match `expression`.
    ///
    /// The positions come back that are read before anything is dialed.
    mutating func add(
        _ expression: NumberExpression,
        test: Int,
        strip: Int,
        prefix: [UInt8]
    ) -> [Int32] {
        var start = self.positionsAfterPrefix(expression, test: test, prefix)
        for _ in 0..<strip {
            start = [Int32(self.add(.one(.all, then: self.fork(start))))]
        }
        return start
    }

    /// Whether a text that is known matches `expression`.
    mutating func passes(_ expression: NumberExpression, _ text: [UInt8]) -> Bool {
        let positions = self.positionsAfterPrefix(expression, test: 0, text)
        return !self.tests(passedAt: positions).isEmpty
    }

    private mutating func positionsAfterPrefix(
        _ expression: NumberExpression,
        test: Int,
        _ prefix: [UInt8]
    ) -> [Int32] {
        let entry = self.add(expression, then: self.add(.passed(test: test)))
        var positions = self.closure(of: [entry], atStart: true)
        for octet in prefix {
            let next = positions.compactMap { position -> Int? in
                guard case .one(let characters, let then) = self.positions[Int(position)], characters.contains(octet)
                else {
                    return nil
                }
                return then
            }
            positions = self.closure(of: next, atStart: false)
        }
        return positions
    }

    /// One position that leads to all of these.
    private mutating func fork(_ targets: [Int32]) -> Int {
        guard let first = targets.first else {
            return self.add(.one(CharacterClass(), then: 0))
        }
        return targets.dropFirst().reduce(Int(first)) { self.add(.fork(Int($1), $0)) }
    }

    private mutating func add(_ expression: NumberExpression, then next: Int) -> Int {
        switch expression {
        case .empty:
            next
        case .one(let characters):
            self.add(.one(characters, then: next))
        case .sequence(let parts):
            parts.reversed().reduce(next) { self.add($1, then: $0) }
        case .choice(let branches):
            branches.dropFirst().reduce(self.add(branches.first ?? .empty, then: next)) {
                self.add(.fork($0, self.add($1, then: next)))
            }
        case .group(_, let inner):
            self.add(inner, then: next)
        case .start:
            self.add(.start(then: next))
        case .end:
            self.add(.end(then: next))
        case .repeated(let inner, let least, let most):
            self.add(inner, least: least, most: most, then: next)
        }
    }

    private mutating func add(_ inner: NumberExpression, least: Int, most: Int?, then next: Int) -> Int {
        var entry = next
        if let most {
            for _ in 0..<max(0, most - least) where !self.isTooLarge {
                entry = self.add(.fork(self.add(inner, then: entry), next))
            }
        } else {
            // The loop must exist before what it repeats can lead back to it.
            let loop = self.add(.fork(next, next))
            let body = self.add(inner, then: loop)
            if !self.isTooLarge {
                self.positions[loop] = .fork(body, next)
            }
            entry = loop
        }
        for _ in 0..<least where !self.isTooLarge {
            entry = self.add(inner, then: entry)
        }
        return entry
    }

    // MARK: Reading

    /// What is taken at a position; `nil` where nothing is.
    func characters(at position: Int32) -> CharacterClass? {
        guard case .one(let characters, _) = self.positions[Int(position)] else {
            return nil
        }
        return characters
    }

    /// The positions that are read after a symbol was dialed at `position`, which takes it, are appended when they do not
    /// bear this stamp yet; how many there are.
    mutating func append(
        positionsAfter position: Int32,
        to next: inout [Int32],
        stamp: Int,
        _ stamps: inout [Int]
    ) -> Int {
        guard case .one(_, let then) = self.positions[Int(position)] else {
            return 0
        }
        let range = self.closureOf[then] ?? self.keepClosure(of: then)
        for index in range {
            let target = self.closures[index]
            if stamps[Int(target)] != stamp {
                stamps[Int(target)] = stamp
                next.append(target)
            }
        }
        return range.count
    }

    private mutating func keepClosure(of position: Int) -> Range<Int> {
        let start = self.closures.count
        switch self.positions[position] {
        case .one, .end, .passed:
            self.closures.append(Int32(position))
        case .fork, .start:
            self.closures += self.closure(of: [position], atStart: false)
        }
        self.closureOf[position] = start..<self.closures.count
        return start..<self.closures.count
    }

    /// The tests that are passed when the text ends at these positions.
    func tests(passedAt positions: [Int32]) -> [Int] {
        var tests: [Int] = []
        for position in positions {
            switch self.positions[Int(position)] {
            case .passed(let test):
                tests.append(test)
            case .end(let then):
                tests += self.testsAtEnd(from: then)
            case .one, .fork, .start:
                break
            }
        }
        return tests
    }

    private func testsAtEnd(from entry: Int) -> [Int] {
        var tests: [Int] = []
        var open = [entry]
        var seen = Set(open)
        while let position = open.popLast() {
            var targets: [Int] = []
            switch self.positions[position] {
            case .passed(let test):
                tests.append(test)
            case .fork(let first, let second):
                targets = [first, second]
            case .end(let then):
                targets = [then]
            case .one, .start:
                break
            }
            open += targets.filter { seen.insert($0).inserted }
        }
        return tests
    }

    /// The positions that take a character, or tell that the end is reached, from these on without a character.
    private func closure(of entries: [Int], atStart: Bool) -> [Int32] {
        var found: [Int32] = []
        var open = entries
        var seen = Set(entries)
        while let position = open.popLast() {
            var targets: [Int] = []
            switch self.positions[position] {
            case .one, .end, .passed:
                found.append(Int32(position))
            case .fork(let first, let second):
                targets = [first, second]
            case .start(let then):
                targets = atStart ? [then] : []
            }
            open += targets.filter { seen.insert($0).inserted }
        }
        return found.sorted()
    }
}
