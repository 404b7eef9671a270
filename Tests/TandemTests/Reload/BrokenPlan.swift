import Foundation

/// A dialplan file with one defect, made from a good one in a systematic way.
struct BrokenPlan {
    let name: String
    let octets: Data

    /// Uses every kind of target, action and condition; each defect changes one place of it.
    static let good = """
        <?xml version="1.0" encoding="UTF-8"?>
        <dialplan>
          <context name="default">
            <extension name="emergency" emergency="true">
              <condition field="destination-number" expression="112">
                <action application="bridge" data="trunk/carrier/112" timeout="30s" fail-over="any"/>
              </condition>
            </extension>
            <extension name="busy">
              <condition field="destination-number" expression="busy">
                <action application="reject" cause="user-busy" reason="No"/>
              </condition>
            </extension>
            <extension name="users">
              <condition field="destination-number" expression="u(\\d+)">
                <action application="set" data="site=x$1"/>
                <action application="set" data="caller-name=${site}"/>
                <action application="bridge" data="user/alice,line/201|sip:$1@example.net:5070" ringback="generate"/>
              </condition>
            </extension>
            <extension name="tone" continue="false">
              <condition field="caller-number" expression=".*" break="on-false"/>
              <condition field="destination-number" expression="tone">
                <action application="answer-and-play-tone" frequency="440" duration="30s"/>
              </condition>
            </extension>
            <extension name="moved">
              <condition field="destination-number" expression="moved">
                <action application="redirect" data="sip:there@example.net"/>
                <anti-action application="answer-and-echo" duration="5s"/>
              </condition>
            </extension>
          </context>
          <context name="house">
            <extension name="service">
              <condition field="destination-number" expression="\\*72(2\\d\\d)">
                <action application="line-service" service="forward-busy" state="on" data="$1"/>
              </condition>
            </extension>
            <extension name="inside">
              <condition field="destination-number" expression="2\\d\\d">
                <action application="bridge" data="line/201"/>
              </condition>
            </extension>
          </context>
        </dialplan>

        """

    /// All of them.
    static let all: [BrokenPlan] =
        Self.cut + Self.misspelt + Self.wrongValues + Self.wrongExpressions + Self.wrongStructure + Self.hostile
        + Self.bytes

    /// Puts something in the place of a text, which must stand there.
    private static func change(_ old: String, _ new: String, at occurrence: Int = 0) -> BrokenPlan {
        var text = Self.good
        var found = text.startIndex..<text.startIndex
        for _ in 0...occurrence {
            guard let next = text.range(of: old, range: found.upperBound..<text.endIndex) else {
                preconditionFailure("the good plan has no \(old) at \(occurrence)")
            }
            found = next
        }
        text.replaceSubrange(found, with: new)
        return BrokenPlan(name: "\(old) -> \(new.prefix(40)) at \(occurrence)", octets: Data(text.utf8))
    }

    /// The file ends too early.
    private static var cut: [BrokenPlan] {
        let octets = Array(Self.good.utf8)
        return stride(from: 0, to: octets.count - 14, by: octets.count / 40).map { end in
            BrokenPlan(name: "cut after \(end)", octets: Data(octets[..<end]))
        }
    }

    /// Names of elements, attributes, applications, fields and targets that do not exist.
    private static var misspelt: [BrokenPlan] {
        let words: [(String, Int)] = [
            ("<context", 2), ("<extension", 7), ("<condition", 8), ("<action", 8), ("application=", 9), ("field=", 8),
            ("expression=", 8), ("data=", 7), ("cause=", 1), ("timeout=", 1), ("service=", 1), ("state=", 1),
            ("\"bridge\"", 3), ("\"set\"", 2), ("\"reject\"", 1), ("\"redirect\"", 1), ("\"line-service\"", 1),
            ("\"answer-and-play-tone\"", 1), ("\"answer-and-echo\"", 1), ("\"destination-number\"", 6),
            ("\"caller-number\"", 1), ("trunk/carrier", 1), ("user/alice", 1), ("line/201", 2), ("\"default\"", 1),
            ("\"house\"", 1),
        ]
        return words.flatMap { word, count in
            (0..<count).map { place in
                // The last letter goes away.
                let end = word.lastIndex { $0.isLetter || $0.isNumber } ?? word.startIndex
                let shorter = String(word[..<end]) + String(word[word.index(after: end)...])
                return Self.change(word, shorter, at: place)
            }
        }
    }

    private static var wrongValues: [BrokenPlan] {
        let values: [(String, [String])] = [
            ("timeout=\"30s\"", ["", "long", "-1s", "30 h", "99d"].map { "timeout=\"\($0)\"" }),
            ("fail-over=\"any\"", ["", "bussy", "0", "17,,18"].map { "fail-over=\"\($0)\"" }),
            ("cause=\"user-busy\"", ["cause=\"\"", "cause=\"0\"", "cause=\"128\"", "cause=\"486 Busy\""]),
            (
                "ringback=\"generate\"",
                ["ringback=\"\"", "ringback=\"loud\"", "ringback=\"generate\" media=\"direct\""]
            ),
            ("frequency=\"440\"", ["frequency=\"\"", "frequency=\"4\"", "frequency=\"99999\"", "frequency=\"a\""]),
            ("break=\"on-false\"", ["break=\"no\"", "break=\"\""]),
            ("emergency=\"true\"", ["emergency=\"yes\"", "emergency=\"\""]),
            ("continue=\"false\"", ["continue=\"maybe\""]),
            ("service=\"forward-busy\"", ["service=\"\"", "service=\"divert\""]),
            ("state=\"on\"", ["state=\"\"", "state=\"up\""]),
            (
                "data=\"trunk/carrier/112\"",
                [
                    "trunk/carrier", "trunk//112", "trunk/$0/112", "sofia/gateway/carrier/112", "", "|",
                    "trunk/carrier/112,", "[dly=3]trunk/carrier/112", "sips:a@b", "sip:a@", "sip:a@b:70000",
                    "sip:a@b c", "sip:a@b;transport=tls", "112", "user/nobody", "line/",
                ].map { "data=\"\($0)\"" }
            ),
            ("data=\"sip:there@example.net\"", ["data=\"user/alice\"", "data=\"\"", "data=\"sip:\""]),
            ("data=\"site=x$1\"", ["data=\"user=x\"", "data=\"1st=x\"", "data=\"site\"", "data=\"=x\""]),
        ]
        return values.flatMap { old, news in news.map { Self.change(old, $0) } }
    }

    /// Expressions that are none, and values that nothing can fill in.
    private static var wrongExpressions: [BrokenPlan] {
        let expressions = [
            "(u", "u)", "[u", "u[z-a]", "u{3,1}", "u{1001}", "*u", "+u", "(?&lt;n>u", "(?=u)", "(?!u)", "(?&lt;=a)u",
            "(u)\\2", "\\", "u\\q", "(?P&lt;n", "[[:letters:]]", "\\p{Nonsense}", "(?i", "(((((",
        ]
        let broken = expressions.map { Self.change("u(\\d+)", $0) }
        let templates = [
            "$2", "$9", "$x", "$", "${", "${site", "${}", "${nobody}", "${caller-nmber}", "$1$2", "x${site}$7",
        ]
        return broken + templates.map { Self.change("data=\"site=x$1\"", "data=\"site=\($0)\"") }
            + templates.prefix(9).map { Self.change("data=\"line/201\"", "data=\"line/\($0)\"") }
    }

    private static var wrongStructure: [BrokenPlan] {
        let reject = "<action application=\"reject\" cause=\"user-busy\" reason=\"No\"/>"
        let condition = "<condition field=\"destination-number\" expression=\"busy\">"
        let house = "<context name=\"house\">"
        let long = String(repeating: "2[13579][02468]4|3[02468][13579]5|", count: 3) + "[4-6]1[37]9\\d"
        return [
            Self.change("name=\"house\"", "name=\"default\""),
            Self.change("<context name=\"default\">", "<context>"),
            Self.change("<extension name=\"busy\">", "<extension>"),
            Self.change("<dialplan>", "<plan>"),
            Self.change("</dialplan>", "</dialplan><dialplan/>"),
            Self.change("<dialplan>", "<include><dialplan>"),
            Self.change(reject, ""),
            Self.change(reject, "now"),
            Self.change(reject, "<action application=\"set\" data=\"a=1\"/>"),
            Self.change(condition, "<condition field=\"user\">"),
            Self.change(condition, "<condition expression=\"busy\">"),
            Self.change(reject, "<action application=\"answer-and-echo\"/>" + reject),
            Self.change(house, house + "<context name=\"inner\"/>"),
            Self.change("name=\"busy\"", "name=\"busy\" name=\"busy\""),
            Self.change("name=\"busy\"", "name=busy"),
            Self.change("name=\"busy\"", "name=\"bu<sy\""),
            Self.change("name=\"busy\"", "name=\"bu&sy\""),
            Self.change("expression=\"2\\d\\d\"", "expression=\"2\\b\""),
            Self.change("expression=\"2\\d\\d\"", "expression=\"\(long)\""),
        ]
    }

    /// What wants more of the reader than a file may.
    private static var hostile: [BrokenPlan] {
        let declarations = [
            "<!DOCTYPE dialplan>", "<!DOCTYPE dialplan SYSTEM \"http://127.0.0.1/x.dtd\">",
            "<!DOCTYPE dialplan SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE dialplan PUBLIC \"-//X//EN\" \"x.dtd\">",
            "<!DOCTYPE dialplan [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE dialplan [<!ENTITY % x SYSTEM \"http://127.0.0.1/x\"> %x;]>",
            "<!DOCTYPE dialplan [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
            "<!DOCTYPE dialplan [<!ELEMENT dialplan ANY><!ATTLIST dialplan x CDATA \"y\">]>",
        ]
        let deep = String(repeating: "<context>", count: 400)
        let house = "<context name=\"house\">"
        return declarations.map { Self.change("<dialplan>", $0 + "<dialplan>") }
            + ["&x;", "&nbsp;", "&#0;", "&#xFFFFF8;", "&", "&#x;"].map {
                Self.change("name=\"busy\"", "name=\"\($0)\"")
            }
            + [
                Self.change(house, deep + house),
                Self.change("</dialplan>", "<!--" + String(repeating: " ", count: 70_000) + "--></dialplan>"),
                Self.change(house, "<xi:include href=\"file:///etc/passwd\"/>" + house),
                Self.change(house, "<X-PRE-PROCESS cmd=\"include\" data=\"x.xml\"/>" + house),
                Self.change(house, "<!-- -- -->" + house),
                Self.change(house, "<![CDATA[" + house),
            ]
    }

    /// Files that are not UTF-8, or say that they are something else.
    private static var bytes: [BrokenPlan] {
        let text = Self.good
        let named = { (name: String, octets: [UInt8]) in BrokenPlan(name: name, octets: Data(octets)) }
        let invalid: [[UInt8]] = [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]]
        let place = Array(text.utf8).count / 2
        return invalid.map { octets in
            var all = Array(text.utf8)
            all.insert(contentsOf: octets, at: place)
            return named("octets \(octets)", all)
        } + [
            named("UTF-16", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            named("UTF-32", text.unicodeScalars.flatMap { [0, 0, 0, UInt8($0.value & 0xFF)] }),
            named("a NUL", Array(text.utf8) + [0]),
            named("spaces", Array(repeating: 0x20, count: 100)),
            named("YAML", Array("dialplan: {}\n".utf8)),
            Self.change("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""),
            Self.change("encoding=\"UTF-8\"", "encoding=\"UTF-16\""),
            Self.change("encoding=\"UTF-8\"", "encoding=\"windows-1252\""),
            Self.change("encoding=\"UTF-8\"", "encoding=\"nonsense\""),
            Self.change("version=\"1.0\"", "version=\"\""),
        ]
    }
}
