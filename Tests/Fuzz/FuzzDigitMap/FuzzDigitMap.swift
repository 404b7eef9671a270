import FuzzDriver
import MGCPSyntax
import ProtocolKit

/// Reads a digit map and dials what is left of the octets, beside a matcher that tries everything.
@main
enum FuzzDigitMap: FuzzTarget {
    static func run(_ octets: [UInt8]) {
        let parts = octets.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let map = try? DigitMap(parsing: ByteString(first)) else {
            return
        }
        precondition((try? DigitMap(parsing: map.written)) == map || map.written.count > MGCPLimits().digitMapOctets)
        let dialed = (parts.last ?? []).prefix(64).compactMap(DigitSymbol.init)
        let isSmall = map.alternatives.reduce(0) { $0 + $1.places.count } <= 24
        var matcher = DigitMapMatcher(map)
        for (index, symbol) in dialed.enumerated() {
            let outcome = matcher.feed(symbol)
            if isSmall, index < 12 {
                self.check(outcome, map, Array(dialed[...index]))
            }
            guard outcome == .partial || outcome == .awaitingTimer else {
                return
            }
        }
    }

    /// Holds the outcome to what each alternative says of the whole string.
    private static func check(_ outcome: DigitMapMatcher.Outcome, _ map: DigitMap, _ dialed: [DigitSymbol]) {
        let matched = map.alternatives.indices.filter { index in
            self.matches(map.alternatives[index].places[...], dialed[...])
        }
        switch outcome {
        case .match(let alternative, _): precondition(matched.contains(alternative), "what matches does")
        case .impossible: precondition(matched.isEmpty, "what is impossible matches nothing")
        case .partial, .awaitingTimer:
            precondition(matched.allSatisfy { map.alternatives[$0].yieldsToLonger }, "a match is never waited out")
        }
        let timed = map.alternatives.contains { self.matches($0.places[...], (dialed + [.timer])[...]) }
        if outcome == .awaitingTimer {
            precondition(timed, "the timer decides")
        } else if outcome == .partial {
            precondition(!timed, "the timer does not decide")
        }
    }

    private static func matches(_ places: ArraySlice<DigitMap.Place>, _ dialed: ArraySlice<DigitSymbol>) -> Bool {
        var reached: Set<Int> = [places.startIndex]
        for symbol in dialed {
            var next = Set<Int>()
            for place in self.closure(reached, places) where place < places.endIndex {
                if places[place].symbols.contains(symbol) {
                    next.insert(places[place].isRepeated ? place : place + 1)
                }
            }
            reached = next
        }
        return self.closure(reached, places).contains(places.endIndex)
    }

    /// The places themselves and those behind them that need no symbol.
    private static func closure(_ reached: Set<Int>, _ places: ArraySlice<DigitMap.Place>) -> Set<Int> {
        var all = reached
        for start in reached {
            var place = start
            while place < places.endIndex, places[place].isRepeated {
                place += 1
                all.insert(place)
            }
        }
        return all
    }
}
