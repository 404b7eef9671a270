package import ProtocolKit

extension RouteTable {
    /// Puts the routes that `number` may take at this moment into `choices`, those to ask first in front.
    ///
    /// They are ordered by priority, then cost. Which of equal ones comes first is a matter of their weights and of
    /// `draw`; the others follow, so that a call goes on to them when it fails. A route counts if its window is among
    /// `open` and `admits` takes it, which is where the caller says that it is full or its trunk is down. A number with
    /// something else than digits, `*`, `#` and `+` among its first 32 octets has no routes.
    package func selectRoutes(
        for number: ByteString,
        at open: WindowSet = .all,
        draw: UInt64,
        into choices: inout RouteChoices,
        where admits: (RouteChoice) -> Bool = { _ in true }
    ) {
        choices.begin(trunks: self.trunks.count, routes: self.trie.mostEntriesOfNumber)
        guard !number.isEmpty, let key = PrefixKey(startOf: number.bytes) else {
            return
        }
        var path = RouteTrie.Path()
        self.trie.walk(key, into: &path)
        var draw = WeightDraw(draw)
        var level = path.count
        while level > 0 {
            level -= 1
            let start = choices.count
            let goesOn = level > 0 && self.fallback != .longestOnly
            self.collect(path[level], open, into: &choices, marks: goesOn, where: admits)
            if self.fallback != .cheapest {
                choices.orderByWeight(from: start, draw: &draw)
            }
            if !goesOn || self.isEnough(choices) {
                break
            }
        }
        if self.fallback == .cheapest {
            choices.sortByRank()
            choices.orderByWeight(from: 0, draw: &draw)
        }
        choices.truncate()
    }

    /// Whether shorter prefixes need not be looked at.
    private func isEnough(_ choices: RouteChoices) -> Bool {
        switch self.fallback {
        case .longestOnly: true
        case .whenNoneUsable: !choices.isEmpty
        case .shorterToo: choices.count >= choices.limit
        case .cheapest: false
        }
    }

    /// Appends what can be used of one prefix; with `marks`, notes its trunks, so that no shorter prefix asks them.
    private func collect(
        _ place: (node: Int, length: Int),
        _ open: WindowSet,
        into choices: inout RouteChoices,
        marks: Bool,
        where admits: (RouteChoice) -> Bool
    ) {
        let range = self.trie.nodes[place.node].entries
        for index in range {
            let entry = self.entries[index]
            guard entry.window == 0 || open.contains(Int(entry.window) - 1),
                !choices.wasAsked(trunk: entry.trunk)
            else {
                continue
            }
            let choice = RouteChoice(entry, at: index, prefixLength: place.length)
            if admits(choice) {
                choices.append(choice)
            }
        }
        guard marks else {
            return
        }
        for index in range {
            let entry = self.entries[index]
            if entry.window == 0 || open.contains(Int(entry.window) - 1) {
                choices.markAsked(trunk: entry.trunk)
            }
        }
    }
}
