package import ProtocolKit

/// The routes of numbers by their longest prefix; never changes.
///
/// A ``RouteTableBuilder`` makes it. The same rows make the same table, whatever their order was.
package struct RouteTable: Hashable, Sendable {
    /// Which prefixes of a number count.
    package let fallback: RouteFallback

    /// The names of the trunks, sorted; a ``RouteChoice`` has an index.
    package let trunks: [ByteString]

    /// The names of the time windows, sorted; at most ``WindowSet/capacity``.
    package let windows: [ByteString]

    /// The number of prefixes.
    package let prefixCount: Int

    let trie: RouteTrie
    let entries: [RouteEntry]
    let prepends: [ByteString]

    /// The entries of each leaf are sorted.
    init(leaves: [RouteTrie.Leaf], entries: [RouteEntry], names: Names, fallback: RouteFallback) {
        self.trie = RouteTrie(leaves)
        self.entries = entries
        self.trunks = names.trunks
        self.windows = names.windows
        self.prepends = names.prepends
        self.prefixCount = leaves.count
        self.fallback = fallback
    }

    /// What the indexes of entries stand for.
    struct Names {
        var trunks: [ByteString] = []
        var windows: [ByteString] = []
        var prepends: [ByteString] = []
    }

    /// The number of routes.
    package var routeCount: Int {
        self.entries.count
    }

    /// The octets of heap that the prefixes and routes take, without names.
    package var storageOctets: Int {
        self.trie.nodes.capacity * MemoryLayout<RouteTrie.Node>.stride
            + self.entries.capacity * MemoryLayout<RouteEntry>.stride
    }

    /// The routes of exactly this prefix, in the order in which they are asked when weight does not decide.
    package func rows(of prefix: ByteString) -> [RouteRow] {
        guard let key = PrefixKey(prefix: prefix.bytes), let node = self.trie.node(of: key) else {
            return []
        }
        return self.rows(of: node, key)
    }

    /// The row that a choice from this table is made of.
    package func row(of choice: RouteChoice, for number: ByteString) -> RouteRow {
        self.row(self.entries[choice.route], prefix: ByteString(number.bytes.prefix(choice.prefixLength)))
    }

    /// The number that goes to the trunk of a choice from this table.
    package func rewrite(_ number: ByteString, for choice: RouteChoice) -> ByteString {
        let entry = self.entries[choice.route]
        let rest = number.bytes.dropFirst(Int(entry.strip))
        return ByteString(self.prepends[Int(entry.prepend)].bytes + rest)
    }

    func rows(of node: RouteTrie.Node, _ key: PrefixKey) -> [RouteRow] {
        let prefix = key.text
        return self.entries[node.entries].map { self.row($0, prefix: prefix) }
    }

    private func row(_ entry: RouteEntry, prefix: ByteString) -> RouteRow {
        RouteRow(
            prefix: prefix,
            trunk: self.trunks[Int(entry.trunk)],
            cost: DecimalCost(millionths: entry.cost),
            weight: Int(entry.weight),
            priority: Int(entry.priority),
            capacity: entry.capacity > 0 ? Int(entry.capacity) : nil,
            window: entry.window > 0 ? self.windows[Int(entry.window) - 1] : nil,
            strip: Int(entry.strip),
            prepend: self.prepends[Int(entry.prepend)],
            timeout: entry.timeout > 0 ? .seconds(Int(entry.timeout)) : nil
        )
    }
}
