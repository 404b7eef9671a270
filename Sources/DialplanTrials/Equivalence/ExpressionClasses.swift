/// The classes of texts that some expressions tell apart: one set for each, of the expressions that match its texts.
struct ExpressionClasses {
    /// The classes that have any text, each as the expressions that match.
    let classes: [Set<String>]

    /// `nil` when an expression is not exact, or there is more to look at than `limit`.
    init?(_ patterns: Set<String>, of dialect: ExpressionDialect = .strict, limit: Int) {
        let patterns = patterns.sorted()
        let expressions = patterns.compactMap { ExactExpressionReader.read($0, as: dialect) }
        guard expressions.count == patterns.count else {
            return nil
        }
        let representatives = Self.representatives(of: expressions)
        var found: Set<Set<String>> = []
        var seen: Set<[ExactExpression]> = [expressions]
        var open = [expressions]
        while let state = open.popLast() {
            found.insert(Set(zip(patterns, state).filter { $0.1.takesEmpty }.map(\.0)))
            for octet in representatives {
                let next = state.map { $0.after(octet) }
                if seen.insert(next).inserted {
                    open.append(next)
                }
            }
            guard seen.count <= limit else {
                return nil
            }
        }
        self.classes = found.sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
    }

    /// The classes of a fact that is one of a few words and nothing else.
    init?(_ patterns: Set<String>, among words: [String]) {
        let patterns = patterns.sorted()
        let expressions = patterns.compactMap { ExactExpressionReader.read($0) }
        guard expressions.count == patterns.count else {
            return nil
        }
        let found = words.map { word in
            Set(zip(patterns, expressions).filter { $0.1.matches(word) }.map(\.0))
        }
        self.classes = Set(found).sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
    }

    /// One octet for all that no expression tells from it.
    private static func representatives(of expressions: [ExactExpression]) -> [UInt8] {
        let sets = expressions.reduce(into: Set<OctetSet>()) { $0.formUnion($1.sets) }.sorted { left, right in
            (UInt8.min...UInt8.max).first { left.contains($0) != right.contains($0) }.map { left.contains($0) } ?? false
        }
        var known: Set<[Bool]> = []
        return (UInt8.min...UInt8.max).filter { octet in known.insert(sets.map { $0.contains(octet) }).inserted }
    }
}
