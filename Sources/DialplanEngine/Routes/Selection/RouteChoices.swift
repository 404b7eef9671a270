/// The routes that a number may take, in the order in which they are asked; kept and filled again for each number.
///
/// It takes its room when it meets a table for the first time, and none after that.
package struct RouteChoices: Sendable {
    /// The most routes that are left at the end.
    package let limit: Int

    private var choices: [RouteChoice] = []

    /// A bit for each trunk that a longer prefix has asked.
    private var askedTrunks: [UInt64] = []

    package init(limit: Int = 16) {
        self.limit = max(1, limit)
    }

    /// The number of routes.
    package var count: Int {
        self.choices.count
    }

    /// Whether there is none.
    package var isEmpty: Bool {
        self.choices.isEmpty
    }

    /// The route at `place`, from 0.
    package subscript(place: Int) -> RouteChoice {
        self.choices[place]
    }

    /// The routes as an array.
    package var all: [RouteChoice] {
        self.choices
    }

    // MARK: Filling

    /// Forgets what is here, and takes room for the largest number of the table.
    mutating func begin(trunks: Int, routes: Int) {
        self.choices.removeAll(keepingCapacity: true)
        if self.choices.capacity < routes {
            self.choices.reserveCapacity(routes)
        }
        let words = (trunks + 63) / 64
        if self.askedTrunks.count < words {
            self.askedTrunks = [UInt64](repeating: 0, count: words)
        } else {
            for word in 0..<words {
                self.askedTrunks[word] = 0
            }
        }
    }

    mutating func append(_ choice: RouteChoice) {
        self.choices.append(choice)
    }

    mutating func markAsked(trunk: UInt16) {
        self.askedTrunks[Int(trunk) >> 6] |= 1 << UInt64(trunk & 63)
    }

    func wasAsked(trunk: UInt16) -> Bool {
        self.askedTrunks[Int(trunk) >> 6] >> UInt64(trunk & 63) & 1 == 1
    }

    /// Sorts by priority and cost, in place: routes of several prefixes are a few sorted runs.
    mutating func sortByRank() {
        for end in self.choices.indices.dropFirst() {
            var place = end
            while place > 0, self.choices[place].ranksBefore(self.choices[place - 1]) {
                self.choices.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    /// Puts routes of the same rank from `start` on into an order drawn by their weights.
    mutating func orderByWeight(from start: Int, draw: inout WeightDraw) {
        var first = start
        while first < self.choices.count, first < self.limit {
            var end = first + 1
            while end < self.choices.count, self.choices[end].ranksEqual(self.choices[first]) {
                end += 1
            }
            self.shuffle(first..<end, &draw)
            first = end
        }
    }

    /// Keeps what is within the limit.
    mutating func truncate() {
        if self.choices.count > self.limit {
            self.choices.removeLast(self.choices.count - self.limit)
        }
    }

    /// Draws one of those that are left for each place in turn, as RFC 2782 orders servers.
    private mutating func shuffle(_ places: Range<Int>, _ draw: inout WeightDraw) {
        var total: UInt64 = 0
        for place in places {
            total += self.choices[place].weight
        }
        for place in places.dropLast() {
            var rest = draw.next(below: total)
            var drawn = place
            while rest >= self.choices[drawn].weight {
                rest -= self.choices[drawn].weight
                drawn += 1
            }
            total -= self.choices[drawn].weight
            self.choices.swapAt(place, drawn)
        }
    }
}
