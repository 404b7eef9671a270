import DialplanEngine
import DialplanTrials
import Foundation
import Testing
import tandem

/// Test files as `tandem dialplan test` finds and reads them.
struct TrialFilesTests {
    private static let plan = """
        <dialplan><context name="main"><extension name="users"><condition field="destination-number" expression="\\w+">
        <action application="bridge" data="user/$0"/></condition></extension></context></dialplan>
        """

    private func problems(yaml: String) -> [String] {
        do throws(TrialFileError) {
            _ = try TrialReader().read(try TrialNode(yaml: yaml, file: "t.yaml"))
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    /// A folder with these files, which is gone afterwards.
    private func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tandem-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            try? FileManager.default.removeItem(at: folder)
        }
        for (name, text) in files {
            let parent = folder.appending(path: name).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try body(folder.path() + "/")
    }

    @Test
    func `a YAML file says the same as its XML sister`() throws {
        let yaml = """
            context: main
            users: [anna, 24]
            lines: lobby=201
            peers:
              - {target: user/24, does: ring}
            cases:
              - name: one
                time: 2026-12-24T18:00:00+01:00
                before:
                  - {from: line/lobby, to: "*78"}
                call: {from: user/anna, to: 24, headers: [{name: Subject, value: x}], gives-up: 5s}
                expect:
                  status: 487
                  legs:
                    - target: user/24
                      rings: 5s
                      headers: [{name: Subject, present: false}]
              - name: two
                call: {from: user/anna, to: nobody}
                expect: {legs: []}
            """
        let suite = try TrialReader().read(try TrialNode(yaml: yaml, file: "t.yaml"))

        #expect(suite.names.users == ["anna", "24"])
        #expect(suite.cases.map(\.name) == ["one", "two"])
        #expect(suite.cases[0].place.line == 7)
        #expect(suite.cases[0].before.map(\.number) == ["*78"])
        #expect(suite.cases[0].call.headers.map(\.name) == ["Subject"])
        #expect(suite.cases[0].expectation.legs?.first?.headers.map(\.rule) == [.isAbsent])
        #expect(suite.cases[1].expectation.legs?.isEmpty == true)
        #expect(suite.peers.map(\.pattern) == ["user/24"])
    }

    @Test(arguments: [
        ("", "t.yaml: the file is empty"), ("- x", "t.yaml:1: dialplan-tests: expected keys with values"),
        ("a: b: c", "t.yaml:1: not YAML"), ("context: a\ncontext: b", "t.yaml:1: `context` stands twice"),
        ("context: main", "t.yaml:1: the file has no case"),
        ("contxt: main\ncases: []", "t.yaml:1: contxt: `dialplan-tests` has no such key; did you mean \"context\"?"),
        (
            "cases:\n  - name: x\n    call: {from: user/a, to: 1}\n    expect: {status: soon}",
            "t.yaml:4: status: `soon` is no final SIP status"
        ),
        (
            "cases:\n  - name: x\n    call: {from: user/a, to: [1, 2]}\n    expect: {status: 200}",
            "t.yaml:3: to: expected one value and no list"
        ),
        ("users: {a: b}\ncases: []", "t.yaml:1: users: expected a value, and no group of keys"),
    ])
    func `a YAML file that cannot be meant is refused with its place`(yaml: String, message: String) {
        let found = self.problems(yaml: yaml)

        #expect(found.contains { $0.hasPrefix(message) }, "\(found)")
    }

    @Test
    func `a test file finds the plan that it is named for, and files of one plan are played together`() throws {
        let cases = "cases: [{name: x, call: {from: user/a, to: b}, expect: {answered-by: user/b}}]"
        let files = [
            "shop.xml": Self.plan, "shop.tests.yaml": "context: main\nusers: [a, b]\n\(cases)",
            "more.yaml": "plan: shop.xml\ncontext: main\nusers: [a, b]\n\(cases)",
        ]
        try self.inFolder(files) { folder in
            let read = try TrialFiles([folder + "shop.tests.yaml", folder + "more.yaml"])

            #expect(read.benches.count == 1)
            #expect(read.benches.first?.caseCount == 2)
            let results = try read.benches.flatMap { bench in try bench.run { _ in } }
            #expect(results.filter { !$0.isPassed }.isEmpty)
        }
    }

    @Test
    func `a configuration gives its names, policies and the tests beside its plans`() throws {
        let cases = """
            context: main
            cases:
              - name: the configuration's user and trunk
                call: {from: trunk/carrier, to: anna, caller-number: "123"}
                expect: {answered-by: user/anna, legs: [{target: user/anna, caller-number: "123"}]}
            """
        let configuration = """
            users: [{name: anna, password: secret-enough, context: main}]
            trunks: [{name: carrier, uri: "sip:192.0.2.1", context: main}]
            dialplan: {files: [shop.xml]}
            """
        try self.inFolder(["shop.xml": Self.plan, "shop.tests.yaml": cases, "t.yaml": configuration]) { folder in
            let loaded = try LoadedConfiguration(path: folder + "t.yaml", environment: [:])
            let read = try TrialFiles([], configuration: loaded)
            let results = try read.benches.flatMap { bench in try bench.run { _ in } }

            #expect(results.count == 1)
            #expect(results.flatMap(\.mismatches).map(\.description) == [])
        }
    }

    @Test
    func `what is missing is told`() throws {
        let cases = "cases: [{name: x, call: {from: stranger, to: b}, expect: {status: 404}}]"
        try self.inFolder(["a.yaml": cases, "b.tests.yaml": cases]) { folder in
            #expect(self.problem(folder + "none.tests.xml") == "the test file cannot be read")
            #expect(self.problem(folder + "b.tests.yaml") == "the dialplan of \(folder)b.tests.yaml cannot be read")
            #expect(self.problem(folder + "a.yaml").hasPrefix("names no dialplan; add `plan`"))
        }
    }

    /// The first thing that is wrong with a test file or its plan; empty when nothing is.
    private func problem(_ path: String) -> String {
        do throws(LoadError) {
            _ = try TrialFiles([path])
            return ""
        } catch {
            return error.problems.first?.message ?? ""
        }
    }

    private static let foreignCases = """
        context: default
        users: [anna, ben]
        cases:
          - name: a variable of the configuration, and a context of an included file
            call: {from: user/anna, to: "1"}
            expect: {answered-by: user/ben, legs: [{target: user/ben, caller-number: "200"}]}
          - name: what is nowhere
            call: {from: user/anna, to: "3"}
            expect: {answered-by: nobody}
        """

    private static let foreignFiles = [
        "pbx.xml": """
        <include>
        <X-PRE-PROCESS cmd="include" data="parts/*.xml"/>
        <context name="default"><extension name="one"><condition field="destination_number" expression="^1$">
        <action application="transfer" data="2 XML $${other}"/></condition></extension></context>
        </include>
        """,
        "parts/other.xml": """
        <include>
        <context name="other"><extension name="two"><condition field="destination_number" expression="^2$">
        <action application="set" data="effective_caller_id_number=$${number}"/>
        <action application="bridge" data="user/ben"/></condition></extension></context>
        </include>
        """,
        "stray.xml": "<include><context name=\"stray\"/></include>",
        "pbx.tests.yaml": Self.foreignCases,
        "t.yaml": """
        users: [{name: anna, password: secret-enough, context: default}, {name: ben, password: secret-enough, context: default}]
        dialplan: {files: [pbx.xml], freeswitch: {variables: {other: other, number: "200"}}}
        """,
    ]

    @Test
    func `a plan in FreeSWITCH's language is tested with what it includes and its variables`() throws {
        try self.inFolder(Self.foreignFiles) { folder in
            let loaded = try LoadedConfiguration(path: folder + "t.yaml", environment: [:])
            let bench = try #require(try TrialFiles([], configuration: loaded).benches.first)
            let results = try bench.run { _ in }
            let mutants = bench.mutants

            #expect(results.flatMap(\.mismatches).map(\.description) == [])
            #expect(bench.includes.map(\.file) == [folder + "parts/other.xml"])
            #expect(bench.coverage(of: results).actions.all == 3)
            #expect(bench.coverage(of: results).actions.percent == 100)
            let ofInclude = mutants.filter { $0.file == folder + "parts/other.xml" }
            #expect(ofInclude.contains { $0.change == "bridge removed" })
            let report = bench.mutate(knowing: results)
            let removed = report.outcomes.filter { $0.mutant.change == "bridge removed" }
            #expect(removed.map(\.outcome) == [.killed(by: results[0].name)])
        }
    }

    @Test
    func `a plan can be tested in the place of another`() throws {
        let files = [
            "old.xml": Self.plan, "new.xml": Self.plan.replacing("user/$0", with: "user/b"),
            "old.tests.yaml": """
            context: main
            users: [a, b]
            cases: [{name: x, call: {from: user/a, to: a}, expect: {answered-by: user/a}}]
            """,
        ]
        try self.inFolder(files) { folder in
            let old = try self.mismatches(folder + "old.tests.yaml", plan: [])
            let new = try self.mismatches(folder + "old.tests.yaml", plan: [folder + "new.xml"])

            #expect(old == [])
            #expect(new == ["answered-by: expected user/a, seen user/b"])
        }
    }

    private func mismatches(_ tests: String, plan: [String]) throws -> [String] {
        var found: [String] = []
        for bench in try TrialFiles([tests], plan: plan).benches {
            found += try bench.run { _ in }.flatMap(\.mismatches).map(\.description)
        }
        return found
    }
}
