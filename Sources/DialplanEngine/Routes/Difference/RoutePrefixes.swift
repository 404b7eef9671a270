/// The prefixes of a trie in the order of their keys, with what is left to visit and nothing else in memory.
struct RoutePrefixes: Sequence, IteratorProtocol {
    private let trie: RouteTrie
    private var open: [(node: Int, key: PrefixKey, length: Int)] = [(0, PrefixKey(bits: 0), 0)]

    init(_ trie: RouteTrie) {
        self.trie = trie
    }

    /// The next prefix and its node.
    mutating func next() -> (key: PrefixKey, node: RouteTrie.Node)? {
        while let place = self.open.popLast() {
            let node = self.trie.nodes[place.node]
            let (key, length) = node.appendLabel(to: place.key, length: place.length)
            // The lowest symbol is visited first, so it is put on top.
            var child = Int(node.children) + node.branches.nonzeroBitCount
            for code in (1..<PrefixKey.codes).reversed() where node.branches >> UInt16(code) & 1 == 1 {
                child -= 1
                self.open.append((child, key.appending(code: code, at: length), length + 1))
            }
            if node.entryCount > 0 {
                return (key, node)
            }
        }
        return nil
    }
}
