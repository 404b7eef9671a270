import Expressions
import Testing

struct RegularExpressionTests {
    @Test(arguments: [
        ("1001", "1001", true),
        ("1001", "10015", false),
        ("1001", "310012", false),
        ("(\\d{4})", "4711", true),
        ("00|01", "01", true),
        ("00|01", "015", false),
        ("", "", true),
        ("", "1", false),
        (".*", "", true),
        (".+", "", false),
        (".+", "a\nb", true),
        ("(?i)anna", "ANNA", true),
        ("\\*43", "*43", true),
        ("müller", "müller", true),
        ("m[üu]ller", "müller", true),
    ])
    func `an anchored expression matches the whole text or nothing`(pattern: String, text: String, matches: Bool) throws
    {
        let expression = try RegularExpression(pattern)

        #expect(expression.matches(Array(text.utf8)) == matches)
    }

    @Test
    func `an unanchored expression matches any part`() throws {
        let expression = try RegularExpression("1001", options: .init(anchored: false))

        #expect(expression.matches(Array("310012".utf8)))
    }

    @Test
    func `a dot takes every octet that a peer may send`() throws {
        let every = (0...255).map { UInt8($0) }

        #expect(try RegularExpression(".{256}").matches(every))
        #expect(try RegularExpression(".+").matches([0xFF]))
        #expect(try RegularExpression(".").matches([0]))
    }

    @Test
    func `captures tell where groups stand`() throws {
        let expression = try RegularExpression("(0)?0(\\d+)(#?)")
        var captures = Captures()

        #expect(expression.groupCount == 3)
        #expect(expression.match(Array("0123".utf8), captures: &captures))
        #expect(captures.count == 4)
        #expect(captures[0] == 0..<4)
        #expect(captures[1] == nil)
        #expect(captures[2] == 1..<4)
        #expect(captures[3] == 4..<4)
        #expect(captures[4] == nil)
        #expect(captures[-1] == nil)
    }

    @Test
    func `captures of an empty text are empty, not missing`() throws {
        var captures = Captures()

        #expect(try RegularExpression("(.*)").match([], captures: &captures))
        #expect(captures[0] == 0..<0)
        #expect(captures[1] == 0..<0)
    }

    @Test
    func `captures are filled again by the next expression`() throws {
        var captures = Captures()

        #expect(try RegularExpression("(a)(b)").match(Array("ab".utf8), captures: &captures))
        #expect(try RegularExpression("ab").match(Array("ab".utf8), captures: &captures))
        #expect(captures[1] == nil)
        #expect(captures.count == 1)
    }

    @Test(arguments: [
        ("(\\d+", "a \"(\" has no \")\" (character 1 of \"(\\d+\")"),
        ("ab[(](c", "a \"(\" has no \")\" (character 6 of \"ab[(](c\")"),
        ("a)b", "a \")\" has no \"(\" (character 2 of \"a)b\")"),
        ("12[34", "a \"[\" has no \"]\" (character 3 of \"12[34\")"),
        ("*43", "\"*\" has nothing to repeat; write \"\\*\" for the character itself (character 1 of \"*43\")"),
        ("a**", "\"**\" repeats a repetition (character 2 of \"a**\")"),
        ("a\\", "the expression ends with a \"\\\" (character 2 of \"a\\\")"),
        ("[9-0]", "the range \"9-0\" ends before it begins (character 2 of \"[9-0]\")"),
        ("\\y", "\"\\y\" is no escape sequence (character 1 of \"\\y\")"),
        (
            "(a)\\1",
            "\"\\1\" refers back to a group, which matching in linear time cannot do (character 4 of \"(a)\\1\")"
        ),
        (
            "0(?=1).*",
            "\"(?=\" is not available: look-around cannot be matched in linear time (character 2 of \"0(?=1).*\")"
        ),
        ("a{2000}", "the repetition \"{2000}\" is too large (character 2 of \"a{2000}\")"),
    ])
    func `a wrong expression is refused with the place of its fault`(pattern: String, message: String) {
        let error = #expect(throws: ExpressionError.self) {
            try RegularExpression(pattern)
        }

        #expect(error?.description == message)
    }

    @Test
    func `an expression that is too large is refused`() {
        #expect(throws: ExpressionError.self) { try RegularExpression("((a{100}){100}){100}") }
        #expect(throws: ExpressionError.self) { try RegularExpression(String(repeating: "a", count: 8193)) }
        #expect(throws: ExpressionError.self) { try RegularExpression(String(repeating: "(a)", count: 33)) }
    }

    @Test
    func `time grows with the text and not with its square`() throws {
        let expression = try RegularExpression("(a*)*b")
        let clock = ContinuousClock()
        let times = [1 << 14, 1 << 18].map { count in
            let text = Array(repeating: UInt8(ascii: "a"), count: count)
            let runs = (0..<3).map { _ in clock.measure { #expect(!expression.matches(text)) } }
            return runs.min() ?? .zero
        }

        // Sixteen times the text: a quadratic step would take minutes.
        #expect(times[1] < times[0] * 80 + .seconds(1), "\(times)")
    }
}
