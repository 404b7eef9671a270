import ProtocolKit

/// What the indexes of one table are in another.
struct NameMap {
    private let old: RouteTable
    private let new: RouteTable
    private let trunks: [Int?]
    private let windows: [Int?]
    private let prepends: [Int?]

    init(_ old: RouteTable, _ new: RouteTable) {
        self.old = old
        self.new = new
        self.trunks = Self.places(of: old.trunks, in: new.trunks)
        self.windows = Self.places(of: old.windows, in: new.windows)
        self.prepends = Self.places(of: old.prepends, in: new.prepends)
    }

    private static func places(of names: [ByteString], in others: [ByteString]) -> [Int?] {
        let places = Dictionary(uniqueKeysWithValues: zip(others, others.indices))
        return names.map { places[$0] }
    }

    /// Whether a prefix of the old table and one of the new table have the same routes.
    ///
    /// Entries are sorted by their names in both, so equal ones stand at equal places.
    func areSame(_ one: RouteTrie.Node, _ other: RouteTrie.Node) -> Bool {
        guard one.entryCount == other.entryCount else {
            return false
        }
        return zip(one.entries, other.entries).allSatisfy { left, right in
            self.renamed(self.old.entries[left]) == self.new.entries[right]
        }
    }

    /// An entry of the old table in the words of the new one; `nil` when it has no word for it.
    private func renamed(_ entry: RouteEntry) -> RouteEntry? {
        guard let trunk = self.trunks[Int(entry.trunk)], let prepend = self.prepends[Int(entry.prepend)] else {
            return nil
        }
        var renamed = entry
        renamed.trunk = UInt16(truncatingIfNeeded: trunk)
        renamed.prepend = UInt16(truncatingIfNeeded: prepend)
        if entry.window > 0 {
            guard let window = self.windows[Int(entry.window) - 1] else {
                return nil
            }
            renamed.window = UInt8(truncatingIfNeeded: window + 1)
        }
        return renamed
    }
}
