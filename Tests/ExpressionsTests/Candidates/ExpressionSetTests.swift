import Expressions
import Testing

struct ExpressionSetTests {
    private func found(_ set: ExpressionSet, _ text: String) -> [Int] {
        var candidates = Candidates()
        set.find(in: Array(text.utf8), candidates: &candidates)
        return Array(candidates)
    }

    private func strict(_ patterns: [String]) throws -> [ExpressionSet.Member] {
        try patterns.map { .regular(try RegularExpression($0)) }
    }

    @Test
    func `those that may match are found in order`() throws {
        let patterns = ["20\\d\\d", "2001", "9.*", "2002", ".*", "(?:1|2)0+[1-3]", "200", "20010"]
        let set = ExpressionSet(try self.strict(patterns))

        #expect(set.count == 8)
        #expect(self.found(set, "2001") == [0, 1, 4, 5])
        #expect(self.found(set, "912") == [2, 4])
        #expect(self.found(set, "") == [4])
    }

    @Test
    func `few are not told apart further than matching them does`() throws {
        let set = ExpressionSet(try self.strict(["1001", "1002", "1003"]))

        #expect(self.found(set, "1002") == [0, 1, 2])
        #expect(set.memory < 1024)
    }

    @Test
    func `a set may be empty`() {
        #expect(self.found(ExpressionSet([]), "1") == [])
        #expect(!Candidates().contains(0))
        #expect(Array(Candidates()) == [])
    }

    @Test
    func `the next candidate is found from any place on`() throws {
        let set = ExpressionSet(try self.strict((0..<300).map { $0 % 130 == 5 ? "1\($0)|7" : "2\($0)" }))
        var candidates = Candidates()
        set.find(in: Array("7".utf8), candidates: &candidates)

        #expect(Array(candidates) == [5, 135, 265])
        let next = [-1, 0, 5, 6, 63, 64, 135, 136, 265, 266, 299, 300, 10_000].map { candidates.first(from: $0) }
        #expect(next == [5, 5, 5, 135, 135, 135, 135, 265, 265, nil, nil, nil, nil])
        #expect(Candidates().first(from: 0) == nil)
    }

    @Test
    func `candidates are filled again by the next search`() throws {
        let large = ExpressionSet(try self.strict((0..<200).map { "\(1000 + $0)" }))
        let small = ExpressionSet(try self.strict(["5"]))
        var candidates = Candidates()

        large.find(in: Array("1190".utf8), candidates: &candidates)
        #expect(candidates.contains(190))
        #expect(candidates.count <= 3)
        small.find(in: Array("5".utf8), candidates: &candidates)
        #expect(Array(candidates) == [0])
        #expect(!candidates.contains(190))
        #expect(!candidates.contains(-1))
    }

    @Test
    func `an expression that cannot be read is found always`() throws {
        let set = ExpressionSet([
            .freeSWITCH(try FreeSWITCHExpression("(a)\\1")),
            .regular(try RegularExpression("müller")),
            .regular(try RegularExpression("a")),
            .freeSWITCH(try FreeSWITCHExpression("")),
        ])

        #expect(set.alwaysFound == 3)
        #expect([0, 1, 3].allSatisfy(self.found(set, "x").contains))
    }

    @Test
    func `those that are certain of their end are told apart by it`() throws {
        let whole = ExpressionSet(try self.strict((0..<300).map { "\\d+\(1_000 + $0)" }))
        let searched = ExpressionSet(
            try (0..<300).map { .freeSWITCH(try FreeSWITCHExpression("\(1_000 + $0)$")) }
        )

        for (set, text) in [(whole, "991234"), (searched, "991234"), (searched, "991234\n")] {
            #expect(set.largestRemainder == 0)
            #expect(self.found(set, text).contains(234))
            #expect(self.found(set, text).count <= 3)
        }
        #expect(self.found(searched, "991234\n1") == [])
        let lines = ExpressionSet([.regular(try RegularExpression("(?m)^a$", options: .init(anchored: false)))])
        #expect(self.found(lines, "b\na\nb") == [0])
    }

    @Test
    func `those that are found anywhere are told apart as the text is read`() throws {
        let patterns = (0..<100).map { "\(1_000 + $0 * 7)" }
        let set = ExpressionSet(try patterns.map { .freeSWITCH(try FreeSWITCHExpression($0)) })

        #expect(set.largestRemainder == 0)
        #expect(self.found(set, "+1007-1693.") == [1, 99])
    }

    @Test
    func `look-around is left to matching`() throws {
        let patterns = ["^(?!911)9\\d\\d$", "^8\\d\\d$", "^7", "^6", "5$"]
        let set = ExpressionSet(try patterns.map { .freeSWITCH(try FreeSWITCHExpression($0)) })

        #expect(set.alwaysFound == 0)
        #expect(self.found(set, "911").contains(0))
        #expect(!self.found(set, "811").contains(0))
    }

    @Test
    func `without memory everything is left over and nothing is missed`() throws {
        let patterns = (0..<200).map { "\($0 % 10)[1-9]{2,5}\($0 % 7)\\d*" }
        let poor = ExpressionSet(try self.strict(patterns), options: .init(maximumMemory: 1 << 10))
        let middling = ExpressionSet(try self.strict(patterns), options: .init(maximumMemory: 1 << 18))
        let rich = ExpressionSet(try self.strict(patterns), options: .init(maximumMemory: 1 << 22))
        let matching = patterns.indices.filter {
            (try? RegularExpression(patterns[$0]))?.matches(Array("31453".utf8)) ?? false
        }

        #expect(!matching.isEmpty)
        for set in [poor, middling, rich] {
            let found = self.found(set, "31453")
            #expect(matching.allSatisfy(found.contains))
        }
        #expect(poor.alwaysFound > 190)
        #expect(middling.largestRemainder > rich.largestRemainder)
        #expect(middling.memory < 1 << 18)
        #expect(self.found(rich, "31453").count < 20)
    }

    @Test
    func `many expressions take no more time than few`() throws {
        let set = ExpressionSet(try self.strict((0..<2_000).map { "\(10_000 + $0)(\\d{3})?" }))
        var candidates = Candidates()
        let text = Array("11999123".utf8)
        let clock = ContinuousClock()

        let time = clock.measure {
            for _ in 0..<1_000 {
                set.find(in: text, candidates: &candidates)
            }
        }
        #expect(Array(candidates).contains(1_999))
        // In a build without optimization; to try 2,000 a thousand times takes far longer in any.
        #expect(time < .milliseconds(500), "\(time)")
    }
}
