import MGCPSyntax
import ProtocolKit
import Testing

/// The language of digit maps and its matcher (RFC 3435 §2.1.5, RFC 3660 §2.2 and §2.7).
struct DigitMapTests {
    @Test(arguments: [
        (
            "(0T|00T|[1-7]xxx|8xxxxxxx|#xxxxxxx|*xx|91xxxxxxxxxx|9011x.T)",
            "(0T|00T|[1-7]xxx|8xxxxxxx|#xxxxxxx|*xx|91xxxxxxxxxx|9011x.T)"
        ),
        ("xX[0-9][x]", "(xxxx)"), ("[13-5*#A-D]", "([13-5*#ABCD])"), ("([2-3T].)", "([23T].)"), ("[0-12]t", "([0-2]T)"),
        ("( 1 | 2 )", "(1|2)"), ("(8xxxP)", "(8xxxP)"), ("[9x]", "(x)"), ("E", "(E)"), ("", ""),
        ("([ab12])", "([12AB])"),
        ("x.x.", "(x.x.)"), ("1|2", "(1|2)"),
    ])
    func `a digit map is written in its plainest form`(text: String, expected: String) throws {
        let map = try DigitMap(reading: text)

        #expect(Samples.written(map) == expected)
        #expect(try DigitMap(reading: expected) == map)
    }

    @Test(arguments: [
        "(", "()", "(1|)", "(|1)", "1|", "(1", "(1))", "[", "[]", "[1", "[1-]", "[-1]", "[9-0]", "[1-A]", "[A-E]", ".1",
        "1..",
        "1-2", "(1,2)", "(1+)", "[^1]", "[[1]]", "[P]", "P", "(12P3)", "{1}",
    ])
    func `what is no digit map is refused`(text: String) {
        #expect(throws: MGCPParseError.self) { try DigitMap(reading: text) }
    }

    @Test
    func `a digit map that is too long is refused`() {
        var limits = MGCPLimits()
        limits.digitMapOctets = 20
        limits.lineOctets = 1_000
        let error = #expect(throws: MGCPParseError.self) {
            try DigitMap(reading: String(repeating: "1", count: 21), limits: limits)
        }

        #expect(error?.returnCode == .insufficientResources)
        #expect(throws: MGCPParseError.self) {
            try DigitMap(reading: "(" + String(repeating: "1|", count: 20) + "1)", limits: limits)
        }
    }

    @Test
    func `letters that packages define are told`() throws {
        #expect(try DigitMap(reading: "(1ET|AXM)").extensionLetters.symbols.map(\.description) == ["E", "M"])
        #expect(try DigitMap(reading: "(1T|[A-D]x)").extensionLetters.isEmpty)
    }

    @Test
    func `what is tolerated is noted`() throws {
        let command = try #require(Samples.command("RQNT 1 a@b MGCP 1.0\nX: 1\nD: (1 2| [A-C])\n"))
        var deviations = MGCPDeviations()
        _ = try command.parameters.first(DigitMap.self, noting: &deviations)

        #expect(deviations == MGCPDeviations(.spaceInDigitMap, .letterRange))
    }

    // MARK: Matching

    /// What each symbol of a dial string leads to.
    private static func play(_ map: String, _ dialed: String) throws -> [DigitMapMatcher.Outcome] {
        var matcher = DigitMapMatcher(try DigitMap(reading: map))
        return try dialed.utf8.map { matcher.feed(try #require(DigitSymbol($0))) }
    }

    private static let match = DigitMapMatcher.Outcome.match(alternative: 0, isUnique: true)

    @Test(
        arguments: [
            // RFC 3435 §2.1.5
            ("(xxxxxxx|x11)", "411", [.partial, .partial, .match(alternative: 1, isUnique: false)]),
            ("(0[12].|00|1[12].1|2x.#)", "0", [.match(alternative: 0, isUnique: false)]),
            ("(0[12].|00|1[12].1|2x.#)", "12", [.partial, .partial]),
            ("(0[12].|00|1[12].1|2x.#)", "11", [.partial, .match(alternative: 2, isUnique: false)]),
            ("(0[12].|00|1[12].1|2x.#)", "121", [.partial, .partial, .match(alternative: 2, isUnique: false)]),
            (
                "(0[12].|00|1[12].1|2x.#)", "2345#",
                [.partial, .partial, .partial, .partial, .match(alternative: 3, isUnique: true)]
            ),
            ("(0[12].|00|1[12].1|2x.#)", "2#", [.partial, .match(alternative: 3, isUnique: true)]),
            // RFC 3660 §2.2
            ("(xxxxxxx|x11T)", "411T", [.partial, .partial, .awaitingTimer, .match(alternative: 1, isUnique: true)]),
            ("(1[2-3T].)", "1", [.match(alternative: 0, isUnique: false)]),
            ("(1[2-3].T)", "123T", [.awaitingTimer, .awaitingTimer, .awaitingTimer, Self.match]),
            ("(1[2-3]T.)", "12", [.partial, .match(alternative: 0, isUnique: false)]),
            // Unexpected timers and digits
            ("(12)", "1T", [.partial, .impossible]), ("(12)", "3", [.impossible]),
            ("(12)", "13", [.partial, .impossible]),
            ("(0T|00T)", "0T", [.awaitingTimer, Self.match]),
            ("(0T|00T)", "00T", [.awaitingTimer, .awaitingTimer, .match(alternative: 1, isUnique: true)]),
            ("x", "*", [.impossible]), ("[*#A-D]", "d", [Self.match]),
            ("(1*2#)", "1*2#", [.partial, .partial, .partial, Self.match]),
            ("x.x.T", "55T", [.awaitingTimer, .awaitingTimer, Self.match]),
            // RFC 3660 §2.7
            (
                "([3-7]11|123xxxxxxx|[1-7]xxxxxxP|8xxxP)", "1234567",
                [.partial, .partial, .partial, .partial, .partial, .partial, .partial]
            ),
            (
                "([3-7]11|123xxxxxxx|[1-7]xxxxxxP|8xxxP)", "1334567",
                [.partial, .partial, .partial, .partial, .partial, .partial, .match(alternative: 2, isUnique: true)]
            ),
            (
                "([3-7]11|123xxxxxxx|[1-7]xxxxxxP|8xxxP)", "411",
                [.partial, .partial, .match(alternative: 0, isUnique: false)]
            ),
            (
                "([3-7]11|123xxxxxxx|[1-7]xxxxxxP|8xxxP)", "8234",
                [.partial, .partial, .partial, .match(alternative: 3, isUnique: true)]
            ),
        ] as [(String, String, [DigitMapMatcher.Outcome])]
    )
    func `a dial string is what the RFC says`(map: String, dialed: String, outcomes: [DigitMapMatcher.Outcome]) throws {
        #expect(try Self.play(map, dialed) == outcomes)
    }

    @Test
    func `a matcher can start anew`() throws {
        var matcher = DigitMapMatcher(try DigitMap(reading: "(12|3)"))
        let one = try #require(DigitSymbol(0x31))
        let three = try #require(DigitSymbol(0x33))

        #expect(matcher.feed(one) == .partial)
        #expect(matcher.feed(three) == .impossible)
        #expect(matcher.count == 2)
        matcher.reset()
        #expect(matcher.count == 0)
        #expect(matcher.feed(three) == .match(alternative: 1, isUnique: true))
    }

    @Test
    func `a map of many thousand places costs what it has and no more`() throws {
        var limits = MGCPLimits()
        limits.digitMapOctets = 65_536
        limits.lineOctets = 65_536
        let map = try DigitMap(reading: "(" + String(repeating: "x.", count: 8_000) + "#)", limits: limits)
        var matcher = DigitMapMatcher(map)
        let nine = try #require(DigitSymbol(0x39))
        for _ in 0..<20 {
            #expect(matcher.feed(nine) == .partial)
        }
        #expect(matcher.feed(try #require(DigitSymbol(0x23))) == .match(alternative: 0, isUnique: true))
    }

    /// Compares the automaton with a matcher that tries everything, on maps and strings from a seed.
    @Test(arguments: 1...20)
    func `the automaton agrees with a plain definition of a match`(seed: UInt64) throws {
        var random = IdentifierSource(seed: seed)
        let alphabet: [DigitSymbol] = Array("12#T".utf8).compactMap(DigitSymbol.init)
        for _ in 0..<40 {
            let map = Self.randomMap(&random, alphabet)
            var matcher = DigitMapMatcher(map)
            var dialed: [DigitSymbol] = []
            for _ in 0..<6 {
                let symbol = alphabet[Int(random.number(below: UInt64(alphabet.count)))]
                dialed.append(symbol)
                let outcome = matcher.feed(symbol)
                let expected = Self.expectation(map, dialed)
                #expect(outcome == expected, "seed \(seed), \(map) \(dialed)")
                guard outcome == .partial || outcome == .awaitingTimer else {
                    break
                }
            }
        }
    }

    private static func randomMap(_ random: inout IdentifierSource, _ alphabet: [DigitSymbol]) -> DigitMap {
        let alternatives = (0...random.number(below: 3)).map { _ in
            let places = (0...random.number(below: 4)).map { _ in
                let symbols = (0...random.number(below: 2)).map { _ in alphabet[Int(random.number(below: 4))] }
                return DigitMap.Place(DigitSymbolSet(symbols), isRepeated: random.number(below: 3) == 0)
            }
            return DigitMap.Alternative(places, yieldsToLonger: random.number(below: 4) == 0)
        }
        return DigitMap(alternatives)
    }

    /// The rules of §2.1.5 in the order in which the text has them, by trying every way to match.
    private static func expectation(_ map: DigitMap, _ dialed: [DigitSymbol]) -> DigitMapMatcher.Outcome {
        let isOpen = map.alternatives.map { Self.canGrow($0.places[...], dialed[...]) }
        let isMatched = map.alternatives.map { Self.matches($0.places[...], dialed[...]) }
        let isUnique = !isOpen.contains(true)
        let indices = map.alternatives.indices
        if let index = indices.first(where: { isMatched[$0] && !map.alternatives[$0].yieldsToLonger }) {
            return .match(alternative: index, isUnique: isUnique)
        }
        if let index = indices.first(where: { isMatched[$0] }), !indices.contains(where: { $0 != index && isOpen[$0] })
        {
            return .match(alternative: index, isUnique: isUnique)
        }
        guard !isUnique else {
            return .impossible
        }
        let timed = map.alternatives.contains { Self.matches($0.places[...], (dialed + [.timer])[...]) }
        return timed ? .awaitingTimer : .partial
    }

    private static func matches(_ places: ArraySlice<DigitMap.Place>, _ dialed: ArraySlice<DigitSymbol>) -> Bool {
        guard let place = places.first else {
            return dialed.isEmpty
        }
        if place.isRepeated, Self.matches(places.dropFirst(), dialed) {
            return true
        }
        guard let symbol = dialed.first, place.symbols.contains(symbol) else {
            return false
        }
        return Self.matches(place.isRepeated ? places : places.dropFirst(), dialed.dropFirst())
    }

    /// Whether `dialed` and at least one symbol more could match.
    private static func canGrow(_ places: ArraySlice<DigitMap.Place>, _ dialed: ArraySlice<DigitSymbol>) -> Bool {
        guard let place = places.first else {
            return false
        }
        if place.isRepeated, Self.canGrow(places.dropFirst(), dialed) {
            return true
        }
        guard let symbol = dialed.first else {
            return true
        }
        return place.symbols.contains(symbol)
            && Self.canGrow(place.isRepeated ? places : places.dropFirst(), dialed.dropFirst())
    }
}
