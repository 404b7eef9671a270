/// The prefixes of a table: a path-compressed trie in one array, 16 octets for a node.
///
/// The children of a node stand side by side and are found by counting the bits of those before, so there is no pointer
/// and no empty place. A node is reached by one symbol; a run of symbols without a branch is its label. Each node ends
/// a prefix, branches, or continues a label that is too long for one, so a table of short prefixes has at most two for
/// each.
struct RouteTrie: Hashable, Sendable {
    /// The longest label, in symbols.
    private static let labelSymbols = 7

    /// The most leaves whose nodes stand together.
    private static let leavesOfPage = 128

    /// A prefix, and where its routes stand.
    struct Leaf: Hashable {
        let key: PrefixKey
        let firstEntry: UInt32
        let entryCount: UInt16
    }

    /// A node; it ends a prefix when it has entries.
    struct Node: Hashable, Sendable {
        /// The index of the child with the lowest symbol.
        fileprivate(set) var children: UInt32 = 0

        /// The index of the first entry.
        fileprivate(set) var firstEntry: UInt32 = 0

        /// Four bits for the number of symbols, then the symbols, four bits each, the first one highest.
        fileprivate var label: UInt32 = 0

        /// A bit for each symbol that a child is reached by.
        fileprivate(set) var branches: UInt16 = 0

        /// How many routes the prefix has.
        fileprivate(set) var entryCount: UInt16 = 0

        /// The number of symbols of the label.
        fileprivate var labelCount: Int {
            Int(self.label >> 28)
        }

        /// The key and its length after the label.
        func appendLabel(to key: PrefixKey, length: Int) -> (key: PrefixKey, length: Int) {
            let count = self.labelCount
            let symbols = UInt128(self.label & 0x0FFF_FFFF) << 100
            return (PrefixKey(bits: key.bits | symbols >> UInt128(length * 4)), length + count)
        }

        /// The indexes of the entries.
        var entries: Range<Int> {
            Int(self.firstEntry)..<Int(self.firstEntry) + Int(self.entryCount)
        }
    }

    /// The nodes that end the prefixes of one number, the shortest first.
    struct Path {
        private var indexes = InlineArray<33, UInt32>(repeating: 0)
        private var lengths = InlineArray<33, UInt8>(repeating: 0)
        private(set) var count = 0

        fileprivate mutating func append(_ index: Int, length: Int) {
            self.indexes[self.count] = UInt32(truncatingIfNeeded: index)
            self.lengths[self.count] = UInt8(truncatingIfNeeded: length)
            self.count += 1
        }

        /// The node, and the number of symbols of its prefix.
        subscript(level: Int) -> (node: Int, length: Int) {
            (Int(self.indexes[level]), Int(self.lengths[level]))
        }
    }

    private(set) var nodes: [Node]

    /// The most routes that the prefixes of one number have together.
    private(set) var mostEntriesOfNumber = 0

    /// Makes the trie of prefixes that are sorted and distinct.
    ///
    /// Nodes that many numbers pass stand together in the order of their depth, so that they share few pages; what is
    /// below them stands by prefix, so that the last steps of a number are in one page.
    init(_ leaves: [Leaf]) {
        self.nodes = [Node()]
        var level = leaves.isEmpty ? [] : [Branch(node: 0, leaves: 0..<leaves.count, depth: 0, entriesAbove: 0)]
        var small: [Branch] = []
        while !level.isEmpty {
            var next: [Branch] = []
            for branch in level {
                if branch.leaves.count > Self.leavesOfPage {
                    self.add(branch, of: leaves, to: &next)
                } else {
                    small.append(branch)
                }
            }
            level = next
        }
        for root in small {
            var stack = [root]
            while let branch = stack.popLast() {
                self.add(branch, of: leaves, to: &stack)
            }
        }
        // An array that grew has up to twice the room.
        self.nodes = self.nodes.map { $0 }
    }

    /// A node to make, and the leaves below it, which share `depth` symbols.
    private struct Branch {
        let node: Int
        let leaves: Range<Int>
        let depth: Int
        let entriesAbove: Int
    }

    private mutating func add(_ branch: Branch, of leaves: [Leaf], to next: inout [Branch]) {
        let first = leaves[branch.leaves.lowerBound]
        let last = leaves[branch.leaves.upperBound - 1]
        let shared = min(first.key.count, (first.key.bits ^ last.key.bits).leadingZeroBitCount / 4)
        let end = min(shared, branch.depth + Self.labelSymbols)
        var node = Node()
        node.label = Self.label(of: first.key, from: branch.depth, to: end)
        node.children = UInt32(truncatingIfNeeded: self.nodes.count)
        var rest = branch.leaves
        if first.key.count == end {
            node.firstEntry = first.firstEntry
            node.entryCount = first.entryCount
            rest = rest.dropFirst()
        }
        let entries = branch.entriesAbove + Int(node.entryCount)
        self.mostEntriesOfNumber = max(self.mostEntriesOfNumber, entries)
        while let start = rest.first {
            let code = leaves[start].key.code(at: end)
            let stop = Self.end(of: code, at: end, in: leaves, rest)
            next.append(Branch(node: self.nodes.count, leaves: start..<stop, depth: end + 1, entriesAbove: entries))
            node.branches |= 1 << UInt16(truncatingIfNeeded: code)
            self.nodes.append(Node())
            rest = stop..<rest.upperBound
        }
        self.nodes[branch.node] = node
    }

    /// Where the sorted leaves that have `code` at `place` end; the first of the range has it.
    private static func end(of code: Int, at place: Int, in leaves: [Leaf], _ range: Range<Int>) -> Int {
        var low = range.lowerBound + 1
        var high = range.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if leaves[middle].key.code(at: place) == code {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private static func label(of key: PrefixKey, from depth: Int, to end: Int) -> UInt32 {
        var label = UInt32(truncatingIfNeeded: end - depth) << 28
        for place in depth..<end {
            label |= UInt32(truncatingIfNeeded: key.code(at: place)) << UInt32(24 - (place - depth) * 4)
        }
        return label
    }

    /// Appends the nodes that end a prefix of `number` to an empty path.
    func walk(_ number: PrefixKey, into path: inout Path) {
        var rest = number.bits
        var index = 0
        var length = 0
        while true {
            let node = self.nodes[index]
            let count = node.labelCount
            // Symbols that the number lacks are zero and differ from those of the label.
            let differing = (UInt32(truncatingIfNeeded: rest &>> 100) ^ node.label) & 0x0FFF_FFFF
            guard differing &>> UInt32(28 &- count &* 4) == 0 else {
                return
            }
            rest = rest &<< UInt128(count &* 4)
            length += count
            if node.entryCount > 0 {
                path.append(index, length: length)
            }
            let bit: UInt16 = 1 &<< UInt16(truncatingIfNeeded: rest &>> 124)
            guard bit > 1, node.branches & bit != 0 else {
                return
            }
            index = Int(node.children) + (node.branches & (bit - 1)).nonzeroBitCount
            rest = rest &<< 4
            length += 1
        }
    }

    /// The node that ends exactly this prefix.
    func node(of prefix: PrefixKey) -> Node? {
        var path = Path()
        self.walk(prefix, into: &path)
        guard path.count > 0 else {
            return nil
        }
        let longest = path[path.count - 1]
        return longest.length == prefix.count ? self.nodes[longest.node] : nil
    }

    /// The longest prefix there is that is shorter than this one.
    func covering(_ prefix: PrefixKey) -> (key: PrefixKey, node: Node)? {
        var path = Path()
        self.walk(prefix, into: &path)
        for level in (0..<path.count).reversed() where path[level].length < prefix.count {
            return (prefix.start(path[level].length), self.nodes[path[level].node])
        }
        return nil
    }
}
