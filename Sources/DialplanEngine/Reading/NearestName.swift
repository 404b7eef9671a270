/// Finds what an author may have meant by a name that does not exist.
package enum NearestName {
    /// How many names advice lists.
    private static let mostNames = 12

    /// What to tell the author of an unknown name.
    package static func advice(for name: String, among known: [String]) -> String {
        if let nearest = self.nearest(to: name, among: known) {
            return "did you mean \"\(nearest)\"?"
        }
        guard !known.isEmpty else {
            return "there are none"
        }
        let more = known.count - Self.mostNames
        return "known: " + known.prefix(Self.mostNames).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    /// The known name with the fewest edits to `name`, if they are few against its length.
    package static func nearest(to name: String, among known: [String]) -> String? {
        let most = max(1, min(3, name.utf8.count / 3))
        let folded = Array(name.lowercased().utf8)
        let candidates = known.map { (name: $0, edits: self.edits(folded, Array($0.utf8))) }
        guard let best = candidates.min(by: { $0.edits < $1.edits }), best.edits <= most else {
            return nil
        }
        return best.name
    }

    /// The number of insertions, removals, replacements and swaps of neighbors between two names.
    private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard abs(left.count - right.count) <= 3 else {
            return .max
        }
        var before: [Int] = []
        var above = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isSame = left[row] == right[column]
                var best = min(above[column] + (isSame ? 0 : 1), above[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            before = above
            above = current
        }
        return above[right.count]
    }
}
