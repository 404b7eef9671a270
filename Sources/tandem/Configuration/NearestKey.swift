/// Finds the key that somebody may have meant.
enum NearestKey {
    /// The known key with the fewest edits to `key`, if they are few against its length.
    static func nearest(to key: String, among known: [String]) -> String? {
        let bound = max(2, key.count / 3)
        return known.map { (key: $0, edits: self.edits(Array(key), Array($0))) }
            .filter { $0.edits <= bound }
            .min { ($0.edits, $0.key) < ($1.edits, $1.key) }?
            .key
    }

    /// The number of insertions, removals and replacements between two words (Levenshtein's distance).
    private static func edits(_ left: [Character], _ right: [Character]) -> Int {
        var above = Array(0...right.count)
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let replaced = above[column] + (character == other ? 0 : 1)
                current.append(min(replaced, above[column + 1] + 1, current[column] + 1))
            }
            above = current
        }
        return above[right.count]
    }
}
