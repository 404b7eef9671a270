import Expressions
import Testing

struct BacktrackingExpressionTests {
    @Test(arguments: [
        ("1001", "1001", true),
        ("1001", "10015", false),
        ("(?!911)\\d+", "912", true),
        ("(?!911)\\d+", "9110", false),
        ("(\\d)\\1", "77", true),
        ("(\\d)\\1", "78", false),
        ("", "", true),
        ("", "1", false),
        ("a|ab", "ab", true),
        (".+", "a\nb", true),
        ("(?i)anna", "ANNA", true),
        ("müller", "müller", true),
        ("m.ller", "müller", false),
        ("(*UTF)m.ller", "müller", true),
    ])
    func `an anchored expression matches the whole text or nothing`(pattern: String, text: String, matches: Bool) throws
    {
        let expression = try BacktrackingExpression(pattern)

        #expect(expression.matches(Array(text.utf8)) == (matches ? .matched : .notMatched))
    }

    @Test
    func `an unanchored expression matches any part`() throws {
        let expression = try BacktrackingExpression("(?<=00)(\\d)(x)?", options: .init(anchored: false))
        var captures = Captures()

        #expect(expression.groupCount == 2)
        #expect(expression.match(Array("+00491".utf8), captures: &captures) == .matched)
        #expect(captures[0] == 3..<4)
        #expect(captures[1] == 3..<4)
        #expect(captures[2] == nil)
        #expect(captures[3] == nil)
        #expect(captures.count == 3)
    }

    @Test
    func `options are those of the linear expression`() throws {
        let plain = try BacktrackingExpression("a.", options: .init(dotMatchesNewline: false))
        let free = try BacktrackingExpression("a.", options: .init(ignoresCase: true))

        #expect(plain.matches([0x61, 0x0A]) == .notMatched)
        #expect(free.matches([0x41, 0x0A]) == .matched)
    }

    @Test
    func `every octet that a peer may send is a character`() throws {
        let every = (0...255).map { UInt8($0) }

        #expect(try BacktrackingExpression(".{256}").matches(every) == .matched)
        #expect(try BacktrackingExpression("(a\\x00)\\xff").matches([0x61, 0, 0xFF]) == .matched)
        #expect(try BacktrackingExpression("(*UTF).").matches([0xFF]) == .notMatched)
    }

    @Test(arguments: [
        ("(\\d+", "a \"(\" has no \")\" (character 5 of \"(\\d+\")"),
        ("a)b", "a \")\" has no \"(\" (character 2 of \"a)b\")"),
        ("12[34", "a \"[\" has no \"]\" (character 6 of \"12[34\")"),
        (
            "*43",
            "a repetition has nothing to repeat; write a \"\\\" before the character itself (character 1 of \"*43\")"
        ),
        ("a\\", "the expression ends with a \"\\\" (character 3 of \"a\\\")"),
        ("[9-0]", "a range ends before it begins (character 4 of \"[9-0]\")"),
        ("\\y", "a \"\\\" begins no escape sequence here (character 2 of \"\\y\")"),
        ("(a)\\2", "it refers to a group that does not exist (character 5 of \"(a)\\2\")"),
        ("(?<=a*)b", "what looks behind must have a length that is known (character 1 of \"(?<=a*)b\")"),
        ("a{3,2}", "a repetition's largest number is below its smallest (character 6 of \"a{3,2}\")"),
        ("a{65536}", "a repetition's number is above 65535 (character 8 of \"a{65536}\")"),
        ("[[:digits:]]", "there is no such character class (character 4 of \"[[:digits:]]\")"),
        ("(?<1>a)", "this is no valid group name (character 4 of \"(?<1>a)\")"),
        ("\\C", "\"\\C\" is not available; write \"(?s:.)\" (character 3 of \"\\C\")"),
        (
            "a(*FOO)",
            "a \"(*\" is followed by no verb; write \"\\*\" for the character itself (character 7 of \"a(*FOO)\")"
        ),
        ("(?(1)a|b|c)(d)", "the expression cannot be compiled (PCRE2's error 127) (character 1 of \"(?(1)a|b|c)(d)\")"),
    ])
    func `a wrong expression is refused with the place of its fault`(pattern: String, message: String) {
        let error = #expect(throws: ExpressionError.self) {
            try BacktrackingExpression(pattern)
        }

        #expect(error?.description == message)
    }

    @Test
    func `an expression that is too large is refused`() {
        #expect(throws: ExpressionError.self) { try BacktrackingExpression(String(repeating: "a", count: 8193)) }
        #expect(throws: ExpressionError.self) { try BacktrackingExpression(String(repeating: "(a)", count: 256)) }
        #expect(throws: ExpressionError.self) { try BacktrackingExpression("(?:(?:a{1000}){1000}){1000}") }
        let deep = String(repeating: "(", count: 300) + String(repeating: ")", count: 300)
        #expect(throws: ExpressionError.self) { try BacktrackingExpression(deep) }
    }

    // MARK: Limits

    private static let manyWays = "(?:a+)+[bc]"
    private static let text = [UInt8](repeating: 0x61, count: 60)

    @Test
    func `a match is given up after so many steps`() throws {
        let expression = try BacktrackingExpression(Self.manyWays)
        let patient = try BacktrackingExpression("(?:a+)+[bc]?", options: .init(limits: .init(steps: 1000)))

        #expect(expression.matches(Self.text) == .limitExceeded)
        #expect(patient.matches(Self.text) == .matched)
    }

    @Test
    func `the steps are for all places where a match may begin`() throws {
        let clock = ContinuousClock()
        let expression = try BacktrackingExpression(Self.manyWays, options: .init(anchored: false))
        let text = [UInt8](repeating: 0x61, count: 4096)

        // 200,000 steps take some milliseconds; as many at each place would take a quarter of an hour.
        var outcome = ExpressionMatch.matched
        #expect(clock.measure { outcome = expression.matches(text) } < .seconds(5))
        #expect(outcome == .limitExceeded)
    }

    @Test
    func `a match is given up when too many decisions are open`() throws {
        let pattern = "(?:(a)|(b))*c"
        let shallow = try BacktrackingExpression(pattern, options: .init(limits: .init(depth: 10)))
        let deep = try BacktrackingExpression(pattern)

        #expect(shallow.matches(Self.text + [0x63]) == .limitExceeded)
        #expect(deep.matches(Self.text + [0x63]) == .matched)
    }

    @Test
    func `a match is given up when it takes too much memory`() throws {
        let pattern = "(?:(a)|(b))*c"
        let text = [UInt8](repeating: 0x61, count: 1000) + [0x63]
        let poor = try BacktrackingExpression(pattern, options: .init(limits: .init(memory: 30 << 10)))
        let rich = try BacktrackingExpression(pattern)

        #expect(poor.matches(text) == .limitExceeded)
        #expect(rich.matches(text) == .matched)
    }

    @Test
    func `a text that is too long is not tried`() throws {
        let expression = try BacktrackingExpression("a*", options: .init(limits: .init(textOctets: 59)))
        var captures = Captures()

        #expect(expression.matches(Self.text) == .limitExceeded)
        #expect(expression.match(Self.text, captures: &captures) == .limitExceeded)
        #expect(expression.matches(Array(Self.text.dropLast())) == .matched)
    }

    @Test
    func `a recursion without end is given up`() throws {
        let expression = try BacktrackingExpression("(a|(?1)b)*c", options: .init(anchored: false))

        #expect(expression.matches(Self.text) != .matched)
    }
}
