package import ProtocolKit

/// What a new table of routes changes, prefix by prefix, for the report of a reload.
///
/// Both tables are walked side by side in the order of their prefixes; only the first changes are kept.
package struct RouteTableDifference: Hashable, Sendable, CustomStringConvertible {
    /// A prefix whose numbers take other routes than before.
    package struct Change: Hashable, Sendable, CustomStringConvertible {
        /// What the numbers begin with; longer prefixes of the table are not among them.
        package let prefix: ByteString

        /// The routes before: of this prefix or, when it is new, of the longest shorter one.
        package let before: [RouteRow]

        /// The routes from now on: of this prefix or, when it is gone, of the longest shorter one.
        package let after: [RouteRow]

        /// A line for the prefix and one for each route that is left out (`-`) or new (`+`).
        package var description: String {
            let gone = self.before.filter { !self.after.contains($0) }.map { "  - \($0)" }
            let new = self.after.filter { !self.before.contains($0) }.map { "  + \($0)" }
            let prefix = self.prefix.isEmpty ? "default" : self.prefix.description
            return ([prefix] + gone + new).joined(separator: "\n")
        }
    }

    /// The first changes, in the order of their prefixes.
    package private(set) var changes: [Change] = []

    /// The number of prefixes that only the new table has.
    package private(set) var added = 0

    /// The number of prefixes that only the old table has.
    package private(set) var removed = 0

    /// The number of prefixes that both have, with other routes.
    package private(set) var changed = 0

    /// How many of those that were added or removed change nothing, because a shorter prefix has the same routes.
    package private(set) var redundant = 0

    private let limit: Int

    /// Compares both; `limit` is the number of changes to keep.
    package init(from old: RouteTable, to new: RouteTable, limit: Int = 100) {
        self.limit = limit
        let names = NameMap(old, new)
        var before = RoutePrefixes(old.trie)
        var after = RoutePrefixes(new.trie)
        var left = before.next()
        var right = after.next()
        while true {
            switch (left, right) {
            case (nil, nil):
                return
            case (.some(let one), .some(let other)) where one.key == other.key:
                if !names.areSame(one.node, other.node) {
                    self.changed += 1
                    self.keep(one.key, old.rows(of: one.node, one.key), new.rows(of: other.node, other.key))
                }
                left = before.next()
                right = after.next()
            case (.some(let one), .some(let other)) where other.key < one.key:
                self.noteAdded(other, old, new, names)
                right = after.next()
            case (nil, .some(let other)):
                self.noteAdded(other, old, new, names)
                right = after.next()
            case (.some(let one), _):
                self.noteRemoved(one, old, new, names)
                left = before.next()
            }
        }
    }

    /// Whether no prefix changed.
    package var isEmpty: Bool {
        self.added + self.removed + self.changed == 0
    }

    /// The totals, and the changes that were kept.
    package var description: String {
        guard !self.isEmpty else {
            return "no prefix has other routes"
        }
        var lines = ["prefixes: \(self.added) added, \(self.removed) removed, \(self.changed) with other routes"]
        if self.redundant > 0 {
            lines.append("\(self.redundant) of them have the routes of a shorter prefix, so no number takes another")
        }
        lines += self.changes.map(\.description)
        let more = self.added + self.removed + self.changed - self.redundant - self.changes.count
        if more > 0 {
            lines.append("\(more) more are not listed")
        }
        return lines.joined(separator: "\n")
    }

    // MARK: Counting

    private typealias Place = (key: PrefixKey, node: RouteTrie.Node)

    private mutating func noteAdded(_ place: Place, _ old: RouteTable, _ new: RouteTable, _ names: NameMap) {
        self.added += 1
        let covering = old.trie.covering(place.key)
        if let covering, names.areSame(covering.node, place.node) {
            self.redundant += 1
        } else {
            self.keep(
                place.key,
                covering.map { old.rows(of: $0.node, $0.key) } ?? [],
                new.rows(of: place.node, place.key)
            )
        }
    }

    private mutating func noteRemoved(_ place: Place, _ old: RouteTable, _ new: RouteTable, _ names: NameMap) {
        self.removed += 1
        let covering = new.trie.covering(place.key)
        if let covering, names.areSame(place.node, covering.node) {
            self.redundant += 1
        } else {
            self.keep(
                place.key,
                old.rows(of: place.node, place.key),
                covering.map { new.rows(of: $0.node, $0.key) } ?? []
            )
        }
    }

    private mutating func keep(_ key: PrefixKey, _ before: [RouteRow], _ after: [RouteRow]) {
        if self.changes.count < self.limit {
            self.changes.append(Change(prefix: key.text, before: before, after: after))
        }
    }
}
