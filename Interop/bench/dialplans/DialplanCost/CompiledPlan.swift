import Expressions

/// Expressions as Tandem finds them: together, then matched in order.
final class CompiledPlan {
    private let members: [ExpressionSet.Member]
    private let set: ExpressionSet
    private var candidates = Candidates()
    private var captures = Captures()

    init(_ patterns: [String], _ mode: SamplePlan.Mode) throws {
        self.members = try patterns.map { pattern in
            mode == .strict
                ? .regular(try RegularExpression(pattern)) : .freeSWITCH(try FreeSWITCHExpression(pattern))
        }
        self.set = ExpressionSet(self.members)
    }

    /// The first that matches, when the search goes on behind each that does.
    func tryAll(_ number: [UInt8]) -> Int? {
        self.set.find(in: number, candidates: &self.candidates)
        var first: Int?
        for place in self.candidates where self.matches(place, number) {
            first = first ?? place
        }
        return first
    }

    private func matches(_ place: Int, _ number: [UInt8]) -> Bool {
        switch self.members[place] {
        case .regular(let expression):
            expression.match(number, captures: &self.captures)
        case .freeSWITCH(let expression):
            expression.match(number, captures: &self.captures) == .matched
        }
    }

    /// What the automata are like.
    var account: String {
        "\(self.set.memory / 1_024) KiB, \(self.set.alwaysFound) always found, \(self.set.largestRemainder) left over"
    }
}

/// The same expressions, tried with PCRE2 one after another.
final class PlanWalk {
    private let expressions: [BacktrackingExpression]
    private var captures = Captures()

    init(_ patterns: [String], _ mode: SamplePlan.Mode) throws {
        self.expressions = try patterns.map { pattern in
            guard mode == .fs else {
                return try BacktrackingExpression(pattern)
            }
            let written = try FreeSWITCHExpression(pattern)
            return try BacktrackingExpression(
                written.pattern,
                options: .init(anchored: false, dotMatchesNewline: false)
            )
        }
    }

    /// The first that matches.
    func decide(_ number: [UInt8]) -> Int? {
        self.expressions.firstIndex { $0.match(number, captures: &self.captures) == .matched }
    }
}
