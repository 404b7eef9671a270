import CallModel
import DialplanEngine
import Foundation
import ProtocolKit
import Testing
import tandem

/// What a reload, a rollback and a trial make of the files of a folder.
struct DialplanShelfTests {
    private let folder: PlanFolder
    private var shelf: DialplanShelf

    init() throws {
        self.folder = try PlanFolder(Self.plan("user-busy"))
        self.shelf = try self.folder.shelf()
    }

    private static func plan(_ cause: String) -> String {
        """
        <dialplan>
          <context name="default">
            <extension name="all">
              <condition><action application="reject" cause="\(cause)"/></condition>
            </extension>
          </context>
          <context name="house">
            <extension name="inside">
              <condition field="destination-number" expression="2\\d\\d">
                <action application="bridge" data="line/201"/>
              </condition>
            </extension>
          </context>
        </dialplan>
        """
    }

    private mutating func reload(_ plan: String? = nil, dialplanOnly: Bool = true) throws -> Bool {
        if let plan {
            try self.folder.write(plan, "plan.xml")
        }
        let reading = try self.shelf.read(dialplanOnly: dialplanOnly)
        return self.shelf.take(reading, at: .epoch)
    }

    private var cause: Q850Cause? {
        let decision = self.shelf.live.dialplan.route(CallFacts(destinationNumber: "1"), in: "default")
        for case .reject(let reject) in decision.actions {
            return reject.cause
        }
        return nil
    }

    private func problem(_ plan: String) throws -> String {
        try self.folder.write(plan, "plan.xml")
        let error = #expect(throws: LoadError.self) { _ = try self.shelf.read(dialplanOnly: false) }
        return (error?.description ?? "").replacingOccurrences(of: self.folder.path + "/", with: "")
    }

    @Test
    mutating func `a changed file becomes the next version with digit maps of its own`() throws {
        #expect(self.shelf.live.version.number == 1)
        #expect(self.cause == .userBusy)
        let isNew = try self.reload(Self.plan("call-rejected"))
        #expect(isNew)
        #expect(self.cause == .callRejected)
        #expect(self.shelf.live.version.number == 2)
        #expect(self.shelf.live.digitMaps["house"].map { "\($0)" } == "(2xx)")
        #expect(self.shelf.kept.map(\.ready.version.number) == [1, 2])
        #expect(self.shelf.kept[0].ready.version.digest != self.shelf.kept[1].ready.version.digest)
    }

    @Test
    mutating func `files that say the same make no version`() throws {
        let first = try self.reload()
        #expect(!first)
        let second = try self.reload(dialplanOnly: false)
        #expect(!second)
        #expect(self.shelf.live.version.number == 1)
        #expect(self.shelf.kept.count == 1)
    }

    @Test
    mutating func `what was read changes nothing until it is taken`() throws {
        try self.folder.write(Self.plan("call-rejected"), "plan.xml")
        let reading = try self.shelf.read(dialplanOnly: true)
        #expect(self.shelf.isNew(reading))
        #expect(self.shelf.live.version.number == 1)
        #expect(self.shelf.kept.count == 1)
    }

    @Test
    mutating func `the version before comes back, and one that is named`() throws {
        for cause in ["call-rejected", "no-answer"] {
            _ = try self.reload(Self.plan(cause))
        }
        #expect(try self.shelf.rollBack(to: nil).version.number == 2)
        #expect(self.cause == .callRejected)
        #expect(try self.shelf.rollBack(to: nil).version.number == 1)
        #expect(self.cause == .userBusy)
        let error = #expect(throws: DialplanShelf.Refusal.self) { try self.shelf.rollBack(to: nil) }
        #expect(error?.description.hasPrefix("no dialplan from before 1-") == true)
        #expect(try self.shelf.rollBack(to: "3").version.number == 3)
        let name = self.shelf.kept[0].ready.version.description
        #expect(try self.shelf.rollBack(to: name).version.number == 1)
        #expect(throws: DialplanShelf.Refusal.self) { try self.shelf.rollBack(to: "1") }
        #expect(throws: DialplanShelf.Refusal.self) { try self.shelf.rollBack(to: "9") }
        #expect(self.shelf.live.version.number == 1)
    }

    @Test
    mutating func `the oldest versions are forgotten, never the live one`() throws {
        let causes = ["call-rejected", "no-answer", "normal-clearing", "1", "2", "3"]
        for cause in causes[..<3] {
            _ = try self.reload(Self.plan(cause))
        }
        #expect(self.shelf.kept.map(\.ready.version.number) == [2, 3, 4])
        _ = try self.shelf.rollBack(to: "2")
        _ = try self.shelf.tryOut([self.folder.file("plan.xml")])
        #expect(self.shelf.kept.map(\.ready.version.number) == [2, 3, 4])
        for cause in causes[3...] {
            _ = try self.reload(Self.plan(cause))
        }
        #expect(self.shelf.kept.map(\.ready.version.number) == [6, 7, 8])
    }

    @Test
    mutating func `what cannot come back is held until no call is routed by it`() throws {
        for cause in ["call-rejected", "no-answer", "normal-clearing", "1"] {
            _ = try self.reload(Self.plan(cause))
        }
        #expect(self.shelf.retired.map(\.version.number) == [1, 2])
        self.shelf.forgetRetired(except: [self.shelf.retired[1].version])
        #expect(self.shelf.retired.map(\.version.number) == [2])
        _ = try self.shelf.tryOut([self.folder.file("plan.xml")])
        _ = self.shelf.endTrial()
        #expect(self.shelf.retired.map(\.version.number) == [2, 6])
        self.shelf.forgetRetired(except: [])
        #expect(self.shelf.retired.isEmpty)
        #expect(self.shelf.kept.count == 3)
    }

    @Test
    mutating func `how many versions are kept can be changed by a reload`() throws {
        _ = try self.reload(Self.plan("call-rejected"))
        try self.folder.write(
            PlanFolder.configuration.replacingOccurrences(of: "versions: 3", with: "versions: 1"),
            "tandem.yaml"
        )
        let isNew = try self.reload(dialplanOnly: false)
        #expect(!isNew)
        #expect(self.shelf.kept.map(\.ready.version.number) == [2])
    }

    @Test
    mutating func `other files of the configuration are taken, and only those by a reload of the dialplan`() throws {
        try self.folder.write(Self.plan("no-answer"), "other.xml")
        try self.folder.write(
            PlanFolder.configuration.replacingOccurrences(of: "plan.xml", with: "other.xml"),
            "tandem.yaml"
        )
        let withoutConfiguration = try self.reload()
        #expect(!withoutConfiguration)
        let withConfiguration = try self.reload(dialplanOnly: false)
        #expect(withConfiguration)
        #expect(self.cause == .noAnswer)
        #expect(self.shelf.live.files == [self.folder.file("other.xml")])
    }

    @Test
    mutating func `a key that cannot be changed while calls run is named, and never what it says`() throws {
        let text = PlanFolder.configuration.replacingOccurrences(of: "secret", with: "another")
            .replacingOccurrences(of: "127.0.0.1:5060", with: "127.0.0.1:5062")
        try self.folder.write(text + "calls: {legs: 5}\n", "tandem.yaml")
        try self.folder.write(Self.plan("no-answer"), "plan.xml")
        let reading = try self.shelf.read(dialplanOnly: false)
        #expect(reading.waiting == ["calls.legs", "listeners[0].address", "users[0].password"])
        let isNew = self.shelf.take(reading, at: .epoch)
        #expect(isNew)
        #expect(self.cause == .noAnswer)
    }

    @Test
    mutating func `a dialplan that needs a trunk of the next start is refused`() throws {
        let more = "trunks: [{name: new, uri: \"sip:n\"}, "
        let text = PlanFolder.configuration.replacingOccurrences(of: "trunks: [", with: more)
        try self.folder.write(text, "tandem.yaml")
        let plan = Self.plan("1").replacingOccurrences(of: "line/201", with: "trunk/new/$0")
        let problem = try self.problem(plan)
        #expect(problem.hasPrefix("plan.xml:10:") && problem.contains("there is no trunk \"new\""))
    }

    @Test
    mutating func `a configuration that could not start is refused as a whole`() throws {
        try self.folder.write(PlanFolder.configuration + "cals: {}\n", "tandem.yaml")
        #expect(try self.problem(Self.plan("no-answer")).hasPrefix("tandem.yaml:7:1: cals: unknown key"))
        #expect(self.cause == .userBusy)
        let isNew = try self.reload(Self.plan("no-answer"))
        #expect(isNew)
    }

    @Test
    mutating func `a context that calls start in and the dialplan has not is told with its place`() throws {
        let problem = try self.problem(Self.plan("1").replacingOccurrences(of: "\"default\"", with: "\"other\""))
        #expect(problem.contains("tandem.yaml:1:") && problem.contains("which no dialplan file has"))
    }

    @Test
    mutating func `a digit map that a media gateway cannot take is refused with the place in the dialplan`() throws {
        let long = "2\\d\\d|3[13579]\\d|44[1-4]\\d\\d|5[2-3]\\d|6[02468][13579]|7[0-3][4-8]"
        let problem = try self.problem(Self.plan("1").replacingOccurrences(of: "2\\d\\d", with: long))
        #expect(problem.hasPrefix("plan.xml:") && problem.contains("house"))
    }

    @Test
    mutating func `a candidate has a number of its own and keeps it when it is promoted`() throws {
        try self.folder.write(Self.plan("no-answer"), "new.xml")
        let candidate = try self.shelf.tryOut([self.folder.file("new.xml")])
        #expect(candidate.version.number == 2)
        #expect(self.shelf.live.version.number == 1)
        _ = try self.reload(Self.plan("call-rejected"))
        #expect(self.shelf.live.version.number == 3)
        #expect(try self.shelf.promote(at: .epoch).version.number == 2)
        #expect(self.cause == .noAnswer)
        #expect(self.shelf.candidate == nil)
        #expect(throws: DialplanShelf.Refusal.self) { try self.shelf.promote(at: .epoch) }
        #expect(try self.shelf.rollBack(to: "3").version.number == 3)
    }

    @Test
    mutating func `a candidate that is wrong leaves the one that is tried`() throws {
        _ = try self.shelf.tryOut([self.folder.file("plan.xml")])
        try self.folder.write("<dialplan>", "new.xml")
        #expect(throws: LoadError.self) { try self.shelf.tryOut([self.folder.file("new.xml")]) }
        #expect(self.shelf.candidate?.version.number == 2)
        #expect(self.shelf.endTrial()?.version.number == 2)
        #expect(self.shelf.endTrial() == nil)
    }
}

/// What two configurations say differently.
struct ConfigurationSettingsTests {
    private func paths(_ older: String, _ newer: String) throws -> [String] {
        let settings = try [older, newer].map { try TandemConfiguration(text: $0, file: "t.yaml").settings }
        return settings[0].paths(changedIn: settings[1])
    }

    @Test(arguments: [
        ("log: {level: info}", "log:\n  # louder\n  level: info\n", []),
        ("log: {level: info}", "log: {level: debug}", ["log.level"]),
        ("log: {level: info}", "", ["log.level"]),
        ("", "limits: {calls: 5}", ["limits.calls"]),
        ("sip: {domains: [a, b]}", "sip: {domains: [b, a]}", ["sip.domains"]),
        ("users: [{name: a, password: x}]", "users: [{name: a, password: y}]", ["users[0].password"]),
        (
            "users: [{name: a, password: x}]", "users: [{name: b, password: z}, {name: a, password: x}]",
            ["users", "users[0].name", "users[0].password"]
        ),
        (
            "users: [{name: a, password: x}, {name: b, password: x}]",
            "users: [{name: b, password: x}, {name: a, password: x}]", ["users"]
        ),
    ])
    func `every key that says something else is named`(older: String, newer: String, expected: [String]) throws {
        #expect(try self.paths(older, newer) == expected)
    }

    @Test
    func `a variable of the environment counts like the file`() throws {
        let file = try TandemConfiguration(text: "limits: {calls: 5}", file: "t.yaml")
        let same = try TandemConfiguration(text: "", file: "t.yaml", environment: ["TANDEM_LIMITS_CALLS": "5"])
        #expect(file.settings.paths(changedIn: same.settings).isEmpty)
    }
}
