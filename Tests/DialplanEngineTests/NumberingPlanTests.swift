import CallModel
import DialplanEngine
import ProtocolKit
import Testing

struct NumberingPlanTests {
    private static let bridge = "<action application='bridge' data='user/anna'/>"
    private static let refusal = "<action application='reject' cause='22'/>"

    /// One extension for each expression, each with a bridge.
    private func plan(_ expressions: String...) throws -> Dialplan {
        try PlanText.extensions(expressions.map { PlanText.on($0, Self.bridge) }.joined(separator: "\n"))
    }

    private func map(_ expressions: String...) throws -> String {
        let text = expressions.map { PlanText.on($0, Self.bridge) }.joined(separator: "\n")
        return try PlanText.extensions(text).numberingPlan(of: "main").description
    }

    @Test(arguments: [
        ("2\\d\\d", "(2xx)"),
        ("[2-4]\\d", "([2-4]x)"),
        ("\\*43|\\*44", "(*4[34])"),
        ("0\\d{3,5}", "(0xxxT|0xxxxT|0xxxxx)"),
        ("0\\d{3,}", "(0xxxx.T)"),
        ("0\\d*", "(0x.T)"),
        ("\\d+", "(xx.T)"),
        ("\\d*", "(xx.T)"),
        ("\\*72(\\d+)#", "(*72xx.#)"),
        ("(?:1|2)(?:1|2)", "([12][12])"),
        ("[^0]1", "([1-9*#ABCD]1)"),
        ("[[:digit:]]\\x31", "(x1)"),
        ("(?i)[a-d]#", "([ABCD]#)"),
        ("^12$", "(12)"),
        ("1?2?3", "(123|[12]3|3)"),
        ("112|1\\d\\d\\d", "(1xxx|112T)"),
        ("(?P&lt;area>0)(\\d{2})??", "(0T|0xx)"),
        ("(12){2}", "(1212)"),
        ("anna|12", "(12)"),
        ("1\\.|1\\*", "(1*)"),
        ("1{,3}|7", "(7)"),
    ])
    func `an expression becomes the smallest map`(expression: String, map: String) throws {
        let found = try self.map(expression)

        #expect(found == map)
    }

    @Test
    func `extensions are joined, and what one of them covers is not said twice`() throws {
        #expect(try self.map("2\\d\\d", "3\\d\\d") == "([23]xx)")
        #expect(try self.map("2\\d\\d", "21\\d") == "(2xx)")
        let crossing = try self.map("1\\d", "\\d1")
        let hidden = try self.map("2\\d\\d", "20\\d\\d")

        #expect(crossing == "(x1|1x)")
        #expect(hidden == "(20xT|20xx|2[1-9]x)")
        #expect(try self.map("2\\d\\d", "2\\d\\d\\d\\d") == "(2xxT|2xxxx)")
    }

    @Test
    func `a refusal of certain numbers is dialed to its end`() throws {
        let plan = try PlanText.extensions(
            PlanText.on("4711", Self.refusal) + PlanText.on("0900\\d{6}", Self.refusal)
                + PlanText.on("0\\d{3,4}", Self.bridge)
        )

        let found = try plan.numberingPlan(of: "main").description

        #expect(found == "(0xxxT|0[0-8]xxx|0900xT|0900xxxxxx|090[1-9]x|09[1-9]xx|4711)")
    }

    @Test
    func `a refusal of whatever is left asks for no digit more`() throws {
        let catchAll = "<extension name='rest'><condition>\(Self.refusal)</condition></extension>"
        let text = PlanText.on("2\\d\\d", Self.bridge)
        let plans = [
            text + catchAll, text + PlanText.on("\\d+", Self.refusal),
            PlanText.on("2\\d\\d", Self.bridge + "<anti-action application='reject' cause='1'/>"),
            "<extension name='g'><condition field='user' expression=''>\(Self.refusal)</condition></extension>" + text,
        ]

        for text in plans {
            let plan = try PlanText.extensions(text).numberingPlan(of: "main")
            #expect(plan.description == "(2xx)")
        }
    }

    @Test
    func `what depends on the caller may be dialed unless no caller can`() throws {
        let text = """
            <extension name='own'><condition field='user' expression='anna'/>
            <condition field='destination-number' expression='1\\d'>\(Self.bridge)</condition></extension>
            <extension name='phones'><condition field='protocol' expression='sip'/>
            <condition field='destination-number' expression='3\\d'>\(Self.bridge)</condition></extension>
            <extension name='late'><condition field='${kind}' expression='x'/>
            <condition field='destination-number' expression='5\\d'>\(Self.bridge)</condition></extension>
            """
        let setting = """
            <extension name='k' continue='true'><condition field='destination-number' expression='5.*'>
            <action application='set' data='kind=x'/></condition></extension>
            """
        let plan = try PlanText.extensions(setting + text)
        let ben = CallFacts(destinationNumber: "", user: "ben", signaling: .mgcp)
        let anna = CallFacts(destinationNumber: "", user: "anna", signaling: .mgcp)

        #expect(try plan.numberingPlan(of: "main").description == "([135]x)")
        #expect(try plan.numberingPlan(of: "main", callers: [ben]).description == "(5x)")
        #expect(try plan.numberingPlan(of: "main", callers: [anna, ben]).description == "([15]x)")
    }

    /// A plan for numbers of three digits with 2 in front, below extensions that set the number.
    private func plan(setting settings: [[String]]) throws -> Dialplan {
        let extensions = settings.map { setting in
            "<extension name='s' continue='true'><condition field='destination-number' expression='\(setting[0])'>"
                + "<action application='set' data='destination-number=\(setting[1])'/></condition></extension>"
        }
        return try PlanText.extensions(extensions.joined() + "\n" + PlanText.on("2\\d\\d", Self.bridge))
    }

    @Test(arguments: [
        ([["\\*67(.+)", "$1"]], "(2xx|*672xx)"),
        ([["0(\\d\\d)", "2$1"]], "([02]xx)"),
        ([["9(.*)", "$1"], ["0(.*)", "2$1"]], "([02]xx|9[02]xx)"),
        ([["7", "222"]], "(2xx|7)"),
        ([["00", "+2$0"], ["\\+(.*)", "$1"]], "(00|2xx)"),
    ])
    func `a number that is set is followed back to what is dialed`(settings: [[String]], map: String) throws {
        let found = try self.plan(setting: settings).numberingPlan(of: "main").description

        #expect(found == map)
    }

    @Test(arguments: [
        [["8(.*)", "${destination-number}2"]], [["8|88(.*)", "$1"]], [["8(.)(.*)", "$1"]],
    ])
    func `a number that cannot be followed back is refused where it is tested`(settings: [[String]]) throws {
        let plan = try self.plan(setting: settings)
        let error = #expect(throws: DialplanError.self) { try plan.numberingPlan(of: "main") }
        let text = error?.description ?? ""

        #expect(
            text.hasPrefix(
                "plan.xml:3: context \"main\" has no digit map: this tests a number that line 2 may have set "
            )
        )
        #expect(text.hasSuffix("or with a last group, as +49$1, or test it above"))
    }

    @Test
    func `a number that is set in many ways is refused once`() throws {
        let plan = try self.plan(setting: (0..<8).map { ["\($0)(.+)", "\($0)$0"] })
        let error = #expect(throws: DialplanError.self) { try plan.numberingPlan(of: "main") }

        #expect(error?.problems.count == 1)
        #expect(error?.description.contains("that line 2 may have set in more than 8 different ways; ") == true)
    }

    private static let advice =
        "use characters, classes, groups, | and repetitions only, or move the extension to a context that no line dials into"

    @Test(arguments: [
        ("1\\b", "\\b looks at what stands beside it"),
        ("\\pN+", "\\p is none of \\d, \\w, \\s, \\A, \\z and their like"),
        ("\\Q1\\E", "\\Q is none of \\d, \\w, \\s, \\A, \\z and their like"),
    ])
    func `an expression outside of the subset is refused with its line and a reason`(
        expression: String,
        reason: String
    ) throws {
        let plan = try PlanText.extensions(PlanText.on(expression, Self.bridge))
        let error = #expect(throws: DialplanError.self) { try plan.numberingPlan(of: "main") }

        #expect(
            error?.description
                == "plan.xml:2: context \"main\" has no digit map: the expression \"\(expression)\" cannot be decided digit "
                + "by digit: \(reason); \(Self.advice)"
        )
    }

    @Test(arguments: [
        ("(12)*", "plan.xml:2: context \"main\", extension \"e\" has no digit map: a digit map can repeat one"),
        ("anna", "plan.xml:1: context \"main\" has no digit map: nothing can be dialed there; add"),
        ("\\d{200}", "plan.xml:2: context \"main\", extension \"e\" has no digit map: its numbers have more than 12"),
        ("\\d{1,90}", "plan.xml:2: context \"main\", extension \"e\" has no digit map: it would have more than 20"),
        (".*1.{20}", "plan.xml:1: context \"main\" has no digit map: its expressions are too large together"),
        ("(?:\\d{1,30}){30}\\d{1,99}", "plan.xml:1: context \"main\" has no digit map: its expressions are too"),
    ])
    func `what cannot be a digit map is refused at once`(expression: String, start: String) throws {
        let plan = try PlanText.extensions(PlanText.on(expression, Self.bridge))
        let error = #expect(throws: DialplanError.self) { try plan.numberingPlan(of: "main") }

        #expect(error?.description.hasPrefix(start) == true, "\(error?.description ?? "")")
    }

    @Test
    func `a map longer than a gateway takes is refused for what makes it long`() throws {
        let plan = try PlanText.extensions(
            PlanText.on("2\\d\\d", Self.bridge) + "\n" + PlanText.on("0\\d{3,9}", Self.bridge)
        ).numberingPlan(of: "main")

        #expect(plan.characters == plan.description.utf8.count)
        #expect(plan.problem(limit: plan.characters, of: "rgw") == nil)
        #expect(
            plan.problem(limit: 40, of: "rgw")?.description
                == "plan.xml:5: the digit map of context \"main\" has 67 characters, more than the 40 that gateway \"rgw\" "
                + "takes; 62 are for extension \"e\"; allow fewer different lengths there, or any length as \\d+, or let "
                + "the lines of this gateway dial into a smaller context"
        )
    }

    @Test
    func `a shape knows every extension behind it`() throws {
        let plan = try PlanText.extensions(
            ["2\\d", "2\\d|3\\d", "4", "21"].map { PlanText.on($0, Self.bridge) }.joined()
        ).numberingPlan(of: "main")

        #expect(plan.description == "([23]x|4)")
        #expect(plan.alternatives.map(\.sources) == [[0, 1], [2]])
        #expect(plan.extensions.map(\.part) == [.alternatives(1), .alternatives(1), .alternatives(1), .nothing])
    }

    @Test
    func `an extension knows what it has to do with the map`() throws {
        let plan = try PlanText.extensions(
            """
            <extension name='a' continue='true'><condition>
            <action application='set' data='privacy=true'/></condition></extension>
            \(PlanText.on("2\\d\\d", Self.bridge))
            \(PlanText.on("21\\d", Self.bridge))
            <extension name='d'><condition>\(Self.refusal)</condition></extension>
            """
        ).numberingPlan(of: "main")

        #expect(plan.extensions.map(\.part) == [.setsValues, .alternatives(1), .nothing, .refusesTheRest])
        #expect(plan.extensions.map(\.line) == [2, 4, 7, 10])
    }

    @Test
    func `a thousand extensions with repetitions in repetitions stay within bounds`() throws {
        let rules = (0..<1000).map { PlanText.on("(?:0{1,3}){1,3}\($0 % 10)(\\d{2}){1,2}\($0)#?", Self.bridge) }
        let plan = try PlanText.extensions(rules.joined(separator: "\n"))
        let clock = ContinuousClock()
        let time = clock.measure { _ = try? plan.numberingPlan(of: "main") }

        // A few milliseconds when optimized; whatever grows with the square of anything here takes minutes.
        #expect(time < .seconds(20), "\(time)")
    }
}
