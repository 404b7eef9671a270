/// Matches a dial string against a digit map, one symbol after the other (RFC 3435 §2.1.5).
///
/// It follows all alternatives at once, as a set of places reached; so a symbol costs as much as the map has places,
/// and nothing is ever tried again. Each alternative gets one more place behind its last one: to reach it is to match.
package struct DigitMapMatcher: Sendable {
    /// What a dial string is to a digit map.
    package enum Outcome: Hashable, Sendable {
        /// Under-qualified: more symbols could match. The interdigit timer runs long (RFC 3660 §2.2, T-partial).
        case partial
        /// Under-qualified, and the expiry of the timer would match. It runs short (RFC 3660 §2.2, T-critical).
        case awaitingTimer
        /// An alternative matches, the first such one counted from 0; the accumulated events are sent.
        ///
        /// `isUnique` tells that no longer dial string could match either this or another alternative.
        case match(alternative: Int, isUnique: Bool)
        /// Over-qualified: nothing can match any more; the accumulated events are sent.
        case impossible
    }

    private struct Place: Sendable {
        let symbols: DigitSymbolSet
        let isRepeated: Bool
        let alternative: Int
        let isEnd: Bool
    }

    private let places: [Place]
    private let yielding: [Bool]
    private let initial: [UInt64]
    private var reached: [UInt64]

    /// The symbols that came so far.
    package private(set) var count = 0

    package init(_ map: DigitMap) {
        var places: [Place] = []
        var starts: [Int] = []
        for (index, alternative) in map.alternatives.enumerated() {
            starts.append(places.count)
            for place in alternative.places {
                places.append(
                    Place(symbols: place.symbols, isRepeated: place.isRepeated, alternative: index, isEnd: false)
                )
            }
            places.append(Place(symbols: DigitSymbolSet(), isRepeated: false, alternative: index, isEnd: true))
        }
        self.places = places
        self.yielding = map.alternatives.map(\.yieldsToLonger)
        var initial = [UInt64](repeating: 0, count: (places.count + 63) / 64)
        for start in starts {
            Self.reach(start, in: places, &initial)
        }
        self.initial = initial
        self.reached = initial
    }

    /// Starts anew with an empty dial string.
    package mutating func reset() {
        self.reached = self.initial
        self.count = 0
    }

    /// Adds a symbol to the dial string, ``DigitSymbol/timer`` when the timer expired, and says what it is then.
    ///
    /// A symbol that only a `P` alternative awaits is decided with what the others could still become (RFC 3660 §2.7).
    package mutating func feed(_ symbol: DigitSymbol) -> Outcome {
        self.count += 1
        var next = [UInt64](repeating: 0, count: self.reached.count)
        for index in Self.members(of: self.reached) {
            let place = self.places[index]
            guard place.symbols.contains(symbol) else {
                continue
            }
            Self.reach(place.isRepeated ? index : index + 1, in: self.places, &next)
        }
        self.reached = next
        return self.outcome
    }

    /// What the dial string is now; of an empty one nothing is sent, whatever matches it.
    package var outcome: Outcome {
        var matched: Int?
        var yielded: Int?
        var open = Set<Int>()
        var awaitsTimer = false
        for index in Self.members(of: self.reached) {
            let place = self.places[index]
            if place.isEnd {
                if self.yielding[place.alternative] {
                    yielded = yielded ?? place.alternative
                } else {
                    matched = matched ?? place.alternative
                }
                continue
            }
            open.insert(place.alternative)
            awaitsTimer = awaitsTimer || self.completes(index, with: .timer)
        }
        if let matched {
            return .match(alternative: matched, isUnique: open.isEmpty)
        }
        if let yielded, open.isSubset(of: [yielded]) {
            return .match(alternative: yielded, isUnique: open.isEmpty)
        }
        guard !open.isEmpty else {
            return .impossible
        }
        return awaitsTimer ? .awaitingTimer : .partial
    }

    /// Whether `symbol` at this place leads to the end of its alternative.
    private func completes(_ index: Int, with symbol: DigitSymbol) -> Bool {
        guard self.places[index].symbols.contains(symbol) else {
            return false
        }
        var place = self.places[index].isRepeated ? index : index + 1
        while self.places[place].isRepeated {
            place += 1
        }
        return self.places[place].isEnd
    }

    /// Marks a place, and those behind it that are reached because the ones between may stand there no time at all.
    private static func reach(_ index: Int, in places: [Place], _ set: inout [UInt64]) {
        var index = index
        while true {
            let bit: UInt64 = 1 << UInt64(index % 64)
            // What is marked has been walked on from, so that no place is walked twice for one symbol.
            guard set[index / 64] & bit == 0 else {
                return
            }
            set[index / 64] |= bit
            guard places[index].isRepeated else {
                return
            }
            index += 1
        }
    }

    /// The members of a set in their order.
    private static func members(of set: [UInt64]) -> [Int] {
        var members: [Int] = []
        for (index, word) in set.enumerated() {
            var rest = word
            while rest != 0 {
                members.append(index * 64 + rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        }
        return members
    }
}
