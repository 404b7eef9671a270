import Expressions
import Testing

/// Whatever a set leaves out must not match: held to each expression by itself.
struct NothingIsMissedTests {
    @Test(arguments: [11, 12, 13, 14] as [UInt64], [1 << 12, 1 << 17, 1 << 18])
    func `every expression that matches is found`(seed: UInt64, memory: Int) {
        var generator = GeneratedExpression(seed: seed, isWild: seed % 2 == 0)
        var matched = 0
        var leftOut = 0
        for round in 0..<6 {
            let members = (0..<30).compactMap { _ in self.member(&generator) }
            let set = ExpressionSet(members, options: .init(maximumMemory: memory))
            var candidates = Candidates()
            for _ in 0..<60 {
                let text = generator.text()
                set.find(in: text, candidates: &candidates)
                for (place, member) in members.enumerated() {
                    if !candidates.contains(place) {
                        leftOut += 1
                        let matches = self.matches(member, text)
                        #expect(!matches, "seed \(seed), round \(round), \(text): \(self.words(member))")
                    } else if self.matches(member, text) {
                        matched += 1
                    }
                }
            }
        }
        #expect(matched > 500, "\(matched)")
        #expect(leftOut > 500 || memory < 1 << 17, "\(leftOut)")
    }

    private func member(_ generator: inout GeneratedExpression) -> ExpressionSet.Member? {
        let pattern = generator.pattern()
        switch generator.draw.below(4) {
        case 0:
            let options = RegularExpression.Options(
                anchored: generator.draw.once(in: 2),
                ignoresCase: generator.draw.once(in: 3),
                dotMatchesNewline: generator.draw.once(in: 2)
            )
            return (try? RegularExpression(pattern, options: options)).map { .regular($0) }
        case 1:
            return (try? FreeSWITCHExpression("/\(pattern)/\(generator.draw.one(of: ["i", "s", "is"]))"))
                .map { .freeSWITCH($0) }
        default:
            return (try? FreeSWITCHExpression(pattern)).map { .freeSWITCH($0) }
        }
    }

    private func matches(_ member: ExpressionSet.Member, _ text: [UInt8]) -> Bool {
        switch member {
        case .regular(let expression):
            expression.matches(text)
        case .freeSWITCH(let expression):
            expression.matches(text) == .matched
        }
    }

    private func words(_ member: ExpressionSet.Member) -> String {
        switch member {
        case .regular(let expression):
            "\(expression.pattern) \(expression.groupCount)"
        case .freeSWITCH(let expression):
            expression.written
        }
    }
}
