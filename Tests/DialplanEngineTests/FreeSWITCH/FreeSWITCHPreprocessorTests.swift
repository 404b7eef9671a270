import DialplanEngine
import ProtocolKit
import Testing

/// What is done with files before they are read as XML.
struct FreeSWITCHPreprocessorTests {
    /// Files, the first of which is read, and the data of the first action of the context `main`.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let files: [(String, String)]
        let data: String

        var testDescription: String {
            self.rule
        }
    }

    private static func context(_ data: String) -> String {
        "<context name=\"main\"><extension name=\"e\"><condition>\n<action application=\"log\" data=\"\(data)\"/>\n"
            + "</condition></extension></context>\n"
    }

    static let cases: [Case] = [
        Case(
            rule: "set and read",
            files: [("a.xml", "<X-PRE-PROCESS cmd=\"set\" data=\"x = 1\"/>\n" + Self.context("[$${x}]"))],
            data: "[1]"
        ),
        Case(
            rule: "names without regard to case, in directives of any case",
            files: [("a.xml", "<x-pre-process CMD=\"SET\" data=\"X=1\"/>\n" + Self.context("$${x}"))],
            data: "1"
        ),
        Case(rule: "what is not set is empty", files: [("a.xml", Self.context("[$${nothing}]"))], data: "[]"),
        Case(
            rule: "values may hold variables that were set before",
            files: [
                (
                    "a.xml",
                    "<X-PRE-PROCESS cmd=\"set\" data=\"x=1\"/>\n<X-PRE-PROCESS cmd=\"set\" data=\"y=$${x}2\"/>\n"
                        + Self.context("$${y}")
                )
            ],
            data: "12"
        ),
        Case(
            rule: "a directive in a comment is one all the same",
            files: [("a.xml", "<!-- <X-PRE-PROCESS cmd=\"set\" data=\"x=1\"/> -->\n" + Self.context("$${x}"))],
            data: "1"
        ),
        Case(
            rule: "a longer name makes it none",
            files: [("a.xml", "<XX-PRE-PROCESS cmd=\"set\" data=\"x=1\"/>\n" + Self.context("[$${x}]"))],
            data: "[]"
        ),
        Case(
            rule: "directives may be comments of their own kind",
            files: [("a.xml", "<!--#set \"x=1\"-->\n" + Self.context("$${x}"))],
            data: "1"
        ),
        Case(
            rule: "such a comment may go on over lines",
            files: [("a.xml", "<!--#set x=1\n and more\n-->" + Self.context("$${x}"))],
            data: "1"
        ),
        Case(
            rule: "files are included by pattern, in the order of their names, beside the file that names them",
            files: [
                ("dir/a.xml", "<X-PRE-PROCESS cmd=\"include\" data=\"sub/[bc]*.xml\"/>\n"),
                ("dir/sub/c.xml", Self.context("second $${x}")),
                ("dir/sub/b.xml", "<X-PRE-PROCESS cmd=\"set\" data=\"x=1\"/>\n"),
                ("dir/sub/d.xml", "<broken"), ("sub/b.xml", "<broken"),
            ],
            data: "second 1"
        ),
        Case(
            rule: "env-set reads what it is handed",
            files: [("a.xml", "<X-PRE-PROCESS cmd=\"env-set\" data=\"x=$HOME_TOWN\"/>\n" + Self.context("$${x}"))],
            data: "Bonn"
        ),
        Case(
            rule: "variables that FreeSWITCH itself sets",
            files: [("a.xml", Self.context("$${domain} $${sounds_dir}"))],
            data: "localhost sounds"
        ),
    ]

    private func read(_ files: [(String, String)], limits: FreeSWITCHLimits = .init()) throws -> Dialplan {
        let sources = files.map { FreeSWITCHPlanText.source($0.0, $0.1) }
        let environment = FreeSWITCHEnvironment(files: sources, processVariables: ["HOME_TOWN": "Bonn"])
        var all = DialplanLimits()
        all.freeSWITCH = limits
        return try DialplanReader(limits: all, environment: environment).read([sources[0]])
    }

    @Test(arguments: Self.cases)
    func `files are preprocessed line by line`(test: Case) throws {
        let plan = try self.read(test.files)
        let result = try #require(plan.hunt(CallFacts(destinationNumber: "1"), in: "main"))

        #expect(result.actions.first?.data == ByteString(test.data))
    }

    @Test
    func `findings name the file that was included and its own line`() throws {
        let plan = try self.read([
            ("a.xml", "<context name=\"main\">\n<X-PRE-PROCESS cmd=\"include\" data=\"b.xml\"/>\n</context>\n"),
            (
                "b.xml",
                "\n<extension name=\"e\">\n<condition feild=\"x\"><action application=\"nothing\"/></condition></extension>\n"
            ),
        ])

        #expect(
            plan.warnings.map(\.description) == [
                "b.xml:3: <condition> has an attribute \"feild\", which means nothing; did you mean \"field\"?",
                "b.xml:3: there is no application \"nothing\" here: it ends the call with cause 27; "
                    + "bridge to a server that has it, or remove it",
            ]
        )
    }

    @Test
    func `broken XML is refused at the line of the file that was included`() throws {
        let error = try #require(throws: DialplanError.self) {
            try self.read([
                ("a.xml", "<context name=\"main\">\n<X-PRE-PROCESS cmd=\"include\" data=\"b.xml\"/>\n</context>\n"),
                ("b.xml", "\n\n<extension name=\"e\" & >\n"),
            ])
        }

        #expect(error.problems.first?.file == "b.xml")
        #expect(error.problems.first?.line == 3)
    }

    @Test
    func `a file that includes itself is refused`() throws {
        let error = try #require(throws: DialplanError.self) {
            try self.read([
                ("a.xml", "<X-PRE-PROCESS cmd=\"include\" data=\"b.xml\"/>\n"),
                ("b.xml", "<X-PRE-PROCESS cmd=\"include\" data=\"a.xml\"/>\n"),
            ])
        }

        #expect(error.problems.map(\.description) == ["b.xml:1: a.xml includes itself; remove one of the includes"])
    }

    @Test
    func `files that include each other without end are refused at a depth and a size`() throws {
        let deep = (0..<200).map { number in
            ("f\(number).xml", "<X-PRE-PROCESS cmd=\"include\" data=\"f\(number + 1).xml\"/>\n")
        }
        let wide = (0..<20).map { number in
            (
                "f\(number).xml",
                String(repeating: "<X-PRE-PROCESS cmd=\"include\" data=\"f\(number + 1).xml\"/>\nxxxxxxxx\n", count: 4)
            )
        }
        var limits = FreeSWITCHLimits()
        limits.preprocessedOctets = 10_000

        #expect(throws: DialplanError.self) { try self.read(deep) }
        #expect(throws: DialplanError.self) { try self.read(wide, limits: limits) }
    }

    @Test(arguments: [
        ("<X-PRE-PROCESS cmd=\"exec\" data=\"date\"/>", "exec is not performed: no command is run"),
        ("<X-PRE-PROCESS cmd=\"exec-set\" data=\"x=date\"/>", "exec-set is not performed"),
        ("<X-PRE-PROCESS cmd=\"stun-set\" data=\"x=stun:s\"/>", "stun-set is not performed"),
        ("<X-PRE-PROCESS cmd=\"env-set\" data=\"x=$NO\"/>", "env-set reads NO, which is not known"),
        ("<X-PRE-PROCESS cmd='set' data='x=1'/>", "the directive cannot be read, and is dropped with its line"),
        ("<X-PRE-PROCESS cmd=\"include\" data=\"none.xml\"/>", "there is no file \"none.xml\" to include"),
        ("<include><context name=\"lost\"/></include>", "the whole line is dropped, because <include> or <? is on it"),
        ("<a/><X-PRE-PROCESS cmd=\"set\" data=\"x=1\"/>", "what else is on the line of X-PRE-PROCESS is dropped"),
    ])
    func `what is not done is named`(line: String, message: String) throws {
        let plan = try self.read([("a.xml", line + "\n" + Self.context("x"))])

        #expect(plan.warnings.map(\.message).contains(message))
    }
}
