import Expressions
import Testing

/// What `switch_regex_perform` and `switch_ast2regex` make of an expression.
struct FreeSWITCHExpressionTests {
    @Test(arguments: [
        // An expression is searched for.
        ("1001", "310012", true),
        ("^1001", "10015", true),
        ("^1001$", "10015", false),
        ("", "anything", true),
        ("", "", true),
        // `$` holds before the line feed that ends the text, and no other.
        ("^1001$", "1001\n", true),
        ("^1001$", "1001\n\n", false),
        ("^1001$", "1001\n2", false),
        ("^1001\\z", "1001\n", false),
        ("^1001\\Z", "1001\n", true),
        ("^.*$", "a\nb", false),
        ("a\\s1", "a\u{0B}1", true),
        // Flags.
        ("/^ANNA$/i", "anna", true),
        ("/^anna$/", "ANNA", false),
        ("/a.b/s", "a\nb", true),
        ("/a.b/", "a\nb", false),
        ("/A.B/xsyi", "a\nb", true),
        ("/a/b/i", "A/B", true),
        ("//", "anything", true),
        ("/usr/bin", "USR", true),
        ("/usr/local", "usr", true),
        ("/usr/local", "USR", false),
        (" /a/i", "a", false),
        // Asterisk's patterns.
        ("_NXX", "211", true),
        ("_NXX", "111", false),
        ("_NXX", "2111", false),
        ("_ZXX", "111", true),
        ("_ZXX", "011", false),
        ("_9.", "9", true),
        ("_9.", "9123", true),
        ("_9.", "8", false),
        ("_", "", true),
        ("_", "1", false),
        ("_[13-5]X", "42", true),
        ("_[13-5]X", "22", false),
        ("_9!", "9!", true),
        ("_9!", "91", false),
        ("_1|2", "1999", true),
        ("_/X/i", "/5/i", true),
        // A letter is replaced within brackets as well, which makes two classes of it.
        ("_[NX]", "25]", true),
        ("_[NX]", "2", false),
        ("_[AX]", "A]", true),
        ("^(?!911)\\d{3}$", "912", true),
        ("^(?!911)\\d{3}$", "911", false),
    ])
    func `an expression is read as FreeSWITCH reads it`(written: String, text: String, matches: Bool) throws {
        let expression = try FreeSWITCHExpression(written)
        var captures = Captures()
        let outcome: ExpressionMatch = matches ? .matched : .notMatched

        #expect(expression.written == written)
        #expect(expression.matches(Array(text.utf8)) == outcome)
        #expect(expression.match(Array(text.utf8), captures: &captures) == outcome)
    }

    @Test(arguments: [
        ("_NXXZ.", "^[2-9][0-9][0-9][1-9].*$"),
        ("_[NX]", "^[[2-9][0-9]]$"),
        ("/a/b/is", "a/b"),
        ("^9(\\d+)$", "^9(\\d+)$"),
    ])
    func `the regular expression is told`(written: String, pattern: String) throws {
        #expect(try FreeSWITCHExpression(written).pattern == pattern)
    }

    @Test(arguments: [
        "^9(\\d{10})$", "1001", "^(?:\\+|00)49(\\d+)$", "_NXXNXXXXXX", "/^(alice|bob)$/i", "^\\*(\\d{2})#?$",
        "^(?<area>\\d{3})(\\d{4})$", "a\\sb", "[\\S]", "\\_", "^[[:digit:]]{3}", "^(\\d{3}){2}?x{1,2}$", "\\bsip\\b",
    ])
    func `RE2 matches what both mean alike`(written: String) throws {
        #expect(try FreeSWITCHExpression(written).engine == .linear)
    }

    @Test(arguments: [
        ("^(?!911)\\d+$", "look-ahead cannot be matched in linear time (character 2)"),
        ("(?<=0)1", "look-behind cannot be matched in linear time (character 1)"),
        ("(\\d)\\1", "a reference back to a group cannot be matched in linear time (character 5)"),
        ("^a++b", "a possessive repetition is not RE2's (character 3)"),
        ("(?>a|ab)c", "an atomic group cannot be matched in linear time (character 1)"),
        ("1\\Z", "\"\\Z\" is not RE2's (character 2)"),
        ("\\v1", "\"\\v\" is not RE2's, or means something else (character 1)"),
        ("(?x)a b", "a \"(?\" of this kind is not RE2's (character 1)"),
        ("(*UCP)a", "\"(*\" is not RE2's (character 1)"),
        ("a{0}1", "a part is repeated no times (character 1)"),
        ("a{,2}", "versions of PCRE2 differ on whether this is a repetition (character 2)"),
        ("\\d{09}", "this may be a repetition or not (character 3)"),
        ("a{2,1x}", "this may be a repetition or not (character 2)"),
        ("a{1001}", "the repetition \"{1001}\" is too large (character 2)"),
        ("/é/i", "case is ignored for octets beyond ASCII, which RE2 folds otherwise (character 1)"),
        ("é", "octets beyond ASCII are written out, and RE2 may miss them in a choice (character 1)"),
        ("[a-c-e]", "a \"-\" follows what cannot begin a range (character 2)"),
        ("[[:punct:]]", "there is no such class, or RE2 has it otherwise (character 2)"),
    ])
    func `PCRE2 matches the rest, and it is said why`(written: String, words: String) throws {
        guard case .backtracking(let construct) = try FreeSWITCHExpression(written).engine else {
            Issue.record("\(written) is matched with RE2")
            return
        }
        #expect(construct.description == words)
    }

    @Test
    func `RE2 decides where only the groups are noted otherwise`() throws {
        let expression = try FreeSWITCHExpression("^(a*)*[bc]$")
        let many = [UInt8](repeating: 0x61, count: 60)
        var captures = Captures()

        guard case .linearThenBacktracking(let construct) = expression.engine else {
            Issue.record("\(expression.engine)")
            return
        }
        #expect(construct.position == 1)
        // PCRE2 alone would give up here.
        #expect(expression.match(many, captures: &captures) == .notMatched)
        #expect(expression.match(many + [0x62], captures: &captures) == .matched)
        #expect(captures[1] == 60..<60)
    }

    @Test
    func `a text that ends with a line feed is given up like any other that PCRE2 matches`() throws {
        let expression = try FreeSWITCHExpression("^(?:a+)+[bc]$")
        let many = [UInt8](repeating: 0x61, count: 60)

        #expect(expression.engine == .linear)
        #expect(expression.matches(many) == .notMatched)
        #expect(expression.matches(many + [0x0A]) == .limitExceeded)
    }

    @Test
    func `a NUL in the text is an octet like any other`() throws {
        #expect(try FreeSWITCHExpression("^1.2$").matches([0x31, 0, 0x32]) == .matched)
        #expect(try FreeSWITCHExpression("^1$").matches([0x31, 0]) == .notMatched)
        #expect(try FreeSWITCHExpression("^(?!2)1\\x00\\xff$").matches([0x31, 0, 0xFF]) == .matched)
    }

    @Test
    func `there may be as many groups as FreeSWITCH can name`() throws {
        let expression = try FreeSWITCHExpression(String(repeating: "(a?)", count: 255))
        var captures = Captures()

        #expect(expression.groupCount == 255)
        #expect(expression.match([0x61], captures: &captures) == .matched)
        #expect(captures[1] == 0..<1)
        #expect(captures[255] == 1..<1)
    }

    @Test(arguments: [
        (
            "/abc",
            "the expression begins with \"/\" and has no \"/\" at its end; write \"\\/\" for the character itself"
        ),
        ("/", "the expression begins with \"/\" and has no \"/\" at its end; write \"\\/\" for the character itself"),
        ("a\u{0}b", "the expression has a NUL, at which FreeSWITCH would end it"),
        (
            "_" + String(repeating: "X", count: 60),
            "the pattern is too long: as a regular expression it has 302 octets, and FreeSWITCH has room for 255"
        ),
        ("_(X", "a \"(\" has no \")\""),
        ("/(/i", "a \"(\" has no \")\""),
    ])
    func `what FreeSWITCH cannot read is refused`(written: String, message: String) {
        let error = #expect(throws: ExpressionError.self) {
            try FreeSWITCHExpression(written)
        }

        #expect(error?.message == message)
    }
}
