package import ProtocolKit

/// Takes the rows of a ``RouteTable`` one by one, in any order and from several places, and says what is wrong in them.
///
/// A row is given whole with ``add(_:at:)``, or field by field with ``take(_:for:at:)`` and ``endRow()``, which reads
/// the octets where they stand.
package struct RouteTableBuilder: Sendable {
    /// The names of the configuration that routes may use.
    package struct Names: Hashable, Sendable {
        /// The trunks and circuit groups; `nil` when they are not known here, and any name is taken.
        package var trunks: Set<ByteString>?

        /// The time windows; `nil` when they are not known here, and any name is taken.
        package var windows: Set<ByteString>?

        package init(trunks: Set<ByteString>? = nil, windows: Set<ByteString>? = nil) {
            self.trunks = trunks
            self.windows = windows
        }
    }

    /// Where a row comes from.
    struct Origin: Sendable {
        var file: UInt16
        var line: UInt32
    }

    /// A row that was read: 48 octets, as long as the table is being made.
    struct Pending: Sendable {
        let key: PrefixKey
        var entry: RouteEntry
        let origin: Origin
    }

    let limits: RouteLimits
    let names: Names
    private let fallback: RouteFallback

    var trunks = InternedNames()
    var windows = InternedNames()
    var prepends = InternedNames()

    /// The row that is being read.
    var draft = RouteDraft()

    private var files: [String] = []
    private var origin = Origin(file: 0, line: 0)
    private(set) var pending: [Pending] = []
    private(set) var problems: [DialplanProblem] = []
    private var isOverLimit = false

    package init(
        names: Names = Names(),
        fallback: RouteFallback = .whenNoneUsable,
        limits: RouteLimits = RouteLimits()
    ) {
        self.names = names
        self.fallback = fallback
        self.limits = limits
        // An entry without digits to prepend has the first index.
        _ = self.prepends.number(of: [])
    }

    /// Whether nothing more can be taken: there are as many problems, or as many routes, as the limits allow.
    package var isFull: Bool {
        self.problems.count >= self.limits.problems || self.isOverLimit
    }

    /// The number of rows so far.
    package var routeCount: Int {
        self.pending.count
    }

    // MARK: Rows

    /// What follows comes from `file`, as the program calls it.
    package mutating func begin(file: String) {
        if self.files.count < UInt16.max {
            self.files.append(file)
        }
        self.origin = Origin(file: UInt16(truncatingIfNeeded: self.files.count - 1), line: 0)
    }

    /// What follows is a row that begins at `line`, or whose number is `line`.
    package mutating func beginRow(at line: Int) {
        self.origin.line = UInt32(clamping: line)
        self.draft = RouteDraft()
    }

    /// Takes a row that is one already.
    package mutating func add(_ row: RouteRow, at line: Int) {
        self.beginRow(at: line)
        self.take(row)
        self.endRow()
    }

    /// Ends a row; one with a problem is left out.
    package mutating func endRow() {
        if self.draft.prefix == nil, !self.draft.isWrong {
            self.refuse(
                "the row has no prefix",
                "write the first digits of the numbers, or \"default\" for every number"
            )
        }
        if !self.draft.hasTrunk, !self.draft.isWrong {
            self.refuse("the row has no trunk", "write which trunk takes the numbers")
        }
        guard let prefix = self.draft.prefix, !self.draft.isWrong else {
            return
        }
        guard self.pending.count < self.limits.routes else {
            self.isOverLimit = true
            return self.refuse("there are more than \(self.limits.routes) routes", "raise the limit")
        }
        self.pending.append(Pending(key: prefix, entry: self.draft.entry, origin: self.origin))
    }

    // MARK: Problems

    /// Notes what is wrong in the row that is being read, which is then left out.
    package mutating func refuse(_ message: String, _ advice: String, at column: Int = 0) {
        self.draft.isWrong = true
        self.note(message, advice, at: self.origin, column)
    }

    private mutating func note(_ message: String, _ advice: String, at origin: Origin, _ column: Int) {
        guard self.problems.count < self.limits.problems else {
            return
        }
        self.problems.append(
            DialplanProblem(
                file: self.name(of: origin),
                line: Int(origin.line),
                column: column,
                message: message,
                advice: advice
            )
        )
    }

    /// Says that there may be more problems than those that were noted.
    private mutating func noteEndOfReading() {
        guard let last = self.problems.last, self.problems.count >= self.limits.problems else {
            return
        }
        self.problems.append(
            DialplanProblem(
                file: last.file,
                line: last.line,
                message: "reading ended here, with as many problems as are told at once",
                advice: "correct these and read it again"
            )
        )
    }

    private func name(of origin: Origin) -> String {
        self.files.indices.contains(Int(origin.file)) ? self.files[Int(origin.file)] : ""
    }

    // MARK: The table

    /// Makes the table of all rows, or says everything that is wrong with them.
    package consuming func finish() throws(DialplanError) -> RouteTable {
        let names = self.settleNames()
        self.pending.sort { left, right in
            if left.key != right.key {
                return left.key < right.key
            }
            let (one, other) = (left.entry.identity, right.entry.identity)
            return one == other
                ? (left.origin.file, left.origin.line) < (right.origin.file, right.origin.line) : one < other
        }
        self.noteDuplicates()
        let leaves = self.leaves()
        self.noteEndOfReading()
        guard self.problems.isEmpty else {
            throw DialplanError(self.problems)
        }
        var entries: [RouteEntry] = []
        entries.reserveCapacity(self.pending.count)
        for leaf in leaves {
            let rows = Int(leaf.firstEntry)..<Int(leaf.firstEntry) + Int(leaf.entryCount)
            if rows.count == 1 {
                entries.append(self.pending[rows.lowerBound].entry)
            } else {
                entries += self.pending[rows].map(\.entry).sorted { $0.precedes($1) }
            }
        }
        self.pending = []
        return RouteTable(leaves: leaves, entries: entries, names: names, fallback: self.fallback)
    }

    /// Puts the names in order and lets the rows follow, so that the order of rows leaves no trace.
    private mutating func settleNames() -> RouteTable.Names {
        let trunks = self.trunks.sorted()
        let windows = self.windows.sorted()
        let prepends = self.prepends.sorted()
        for index in self.pending.indices {
            let entry = self.pending[index].entry
            self.pending[index].entry.trunk = UInt16(truncatingIfNeeded: trunks.places[Int(entry.trunk)])
            self.pending[index].entry.prepend = UInt16(truncatingIfNeeded: prepends.places[Int(entry.prepend)])
            if entry.window > 0 {
                let place = windows.places[Int(entry.window) - 1]
                self.pending[index].entry.window = UInt8(truncatingIfNeeded: place + 1)
            }
        }
        return RouteTable.Names(trunks: trunks.names, windows: windows.names, prepends: prepends.names)
    }

    private mutating func noteDuplicates() {
        for (first, second) in zip(self.pending.indices, self.pending.indices.dropFirst()) {
            let (one, other) = (self.pending[first], self.pending[second])
            guard one.key == other.key, one.entry.identity == other.entry.identity else {
                continue
            }
            let place = "\(self.name(of: one.origin)):\(one.origin.line)"
            self.note(
                "prefix \"\(one.key.text)\" has the same trunk, window, strip and prepend as at \(place)",
                "remove one of both rows",
                at: other.origin,
                0
            )
        }
    }

    /// The prefixes of the sorted rows.
    private mutating func leaves() -> [RouteTrie.Leaf] {
        var leaves: [RouteTrie.Leaf] = []
        var first = 0
        while first < self.pending.count {
            let key = self.pending[first].key
            var end = first + 1
            while end < self.pending.count, self.pending[end].key == key {
                end += 1
            }
            if end - first > self.limits.routesOfPrefix {
                self.note(
                    "prefix \"\(key.text)\" has \(end - first) routes; at most \(self.limits.routesOfPrefix) are taken",
                    "remove some, or raise the limit",
                    at: self.pending[first + self.limits.routesOfPrefix].origin,
                    0
                )
            }
            leaves.append(
                RouteTrie.Leaf(
                    key: key,
                    firstEntry: UInt32(truncatingIfNeeded: first),
                    entryCount: UInt16(clamping: end - first)
                )
            )
            first = end
        }
        return leaves
    }
}
