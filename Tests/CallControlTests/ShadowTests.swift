import CallControl
import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// A dialplan that is evaluated beside the live one: it is never heard of, costs little, and says how it differs.
struct ShadowTests {
    private static func text(_ extensions: [(name: String, expression: String, action: String)]) -> String {
        let bodies = extensions.map { entry in
            """
            <extension name='\(entry.name)'\(entry.name == "emergency" ? " emergency='true'" : "")>
            <condition field='destination-number' expression='\(entry.expression)'>
            <action application=\(entry.action)/></condition></extension>
            """
        }
        return "<dialplan><context name='main'>\n\(bodies.joined(separator: "\n"))\n</context></dialplan>"
    }

    private static let live = Self.text([
        ("emergency", "112", "'bridge' data='sip:help@h'"), ("same", "1..", "'bridge' data='sip:a@a'"),
        ("old", "2..", "'bridge' data='sip:b@b'"), ("moved", "3..", "'bridge' data='sip:c@c'"),
        ("busy", "4..", "'reject' cause='17'"), ("open", "5..", "'bridge' data='sip:e@e'"),
    ])

    private static let candidate = Self.text([
        ("same", "1..", "'bridge' data='sip:a@a'"), ("new", "2..", "'bridge' data='sip:b@b'"),
        ("moved", "3..", "'bridge' data='sip:d@d'"), ("busy", "4..", "'reject' cause='21'"),
    ])

    private var script: CallScript
    private let candidate: Dialplan
    private var legs: UInt64 = 1

    init() throws {
        self.script = try CallScript(plan: Self.live)
        self.candidate = try Self.read(Self.candidate, number: 2)
    }

    private static func read(_ text: String, number: UInt32) throws -> Dialplan {
        let source = DialplanReader.Source(file: "new.xml", octets: Array(text.utf8))
        return try DialplanReader().read([source]).numbered(DialplanVersion(number: number, digest: 0))
    }

    private mutating func start(_ change: (inout ShadowSettings) -> Void = { _ in }) {
        var settings = ShadowSettings()
        change(&settings)
        self.script.controller.startShadow(self.candidate, settings, at: self.script.now)
        _ = self.script.drain()
    }

    /// A call that its caller gives up at once; what was commanded until then.
    @discardableResult
    private mutating func call(_ number: ByteString) -> [String] {
        let leg = CallScript.incoming(self.legs)
        self.legs += 1
        let heard = self.script.call(CallScript.setup(number), from: leg)
        _ = self.script.report(.released(.normal), from: leg)
        return heard
    }

    private var report: ShadowReport? {
        self.script.controller.shadowReport
    }

    @Test
    mutating func `each difference is counted once, with an example of both sides`() throws {
        self.start()
        for number in ["100", "200", "300", "400", "500", "112"] as [ByteString] {
            self.call(number)
        }
        _ = self.script.wait(.seconds(1))
        let report = try #require(self.report)
        #expect(report.compared == 6)
        #expect(report.equal == 1)
        #expect(report.differences == [.extension: 1, .actions: 1, .cause: 2, .emergency: 1])
        #expect(report.examples.map(\.number) == ["200", "300", "400", "500", "112"])
        #expect(report.examples.map(\.difference) == [.extension, .actions, .cause, .cause, .emergency])
        let moved = report.examples[1]
        #expect(moved.context == "main" && moved.caller == "100")
        #expect(moved.live.file == "plan.xml" && moved.live.name == "moved" && moved.live.actions == ["bridge sip:c@c"])
        #expect(moved.candidate.file == "new.xml" && moved.candidate.actions == ["bridge sip:d@d"])
        #expect(moved.live.line == 11 && moved.candidate.line == 8)
        let closed = report.examples[3]
        #expect(closed.candidate.name.isEmpty && closed.candidate.line == 0)
    }

    @Test
    mutating func `a call is compared after its own consequences, and nothing of it shows`() {
        self.start()
        let heard = self.call("300")
        #expect(heard.first?.hasPrefix("B1 place sip:c@c ") == true)
        #expect(self.report?.compared == 0)
        #expect(self.script.wait(.seconds(5)).isEmpty)
        #expect(self.report?.compared == 1)
        #expect(self.script.controller.nextDeadline.map { $0 > self.script.now } ?? true)
    }

    @Test
    mutating func `one call in so many is compared, and every emergency`() {
        self.start { $0.oneIn = 3 }
        for _ in 0..<9 {
            self.call("300")
        }
        self.call("112")
        _ = self.script.wait(.seconds(1))
        #expect(self.report?.compared == 4)
        #expect(self.report?.leftOut == 6)
        #expect(self.report?.differences == [.actions: 3, .emergency: 1])
    }

    @Test
    mutating func `what waits is bounded, and so is what one turn does`() {
        self.start {
            $0.waiting = 10
            $0.perTurn = 4
            $0.examples = 2
        }
        for _ in 0..<15 {
            self.call("300")
        }
        #expect(self.report?.skipped == 5)
        _ = self.script.wait(.milliseconds(10))
        #expect(self.report?.compared == 4)
        _ = self.script.wait(.milliseconds(100))
        #expect(self.report?.compared == 10)
        #expect(self.report?.examples.count == 2)
    }

    @Test
    mutating func `a loop that is late skips what waits`() {
        self.start { $0.patience = .milliseconds(100) }
        self.call("300")
        self.script.now = self.script.now.advanced(by: .milliseconds(200))
        self.script.controller.advance(to: self.script.now)
        #expect(self.report?.compared == 0)
        #expect(self.report?.skipped == 1)
        self.call("300")
        _ = self.script.wait(.seconds(1))
        #expect(self.report?.compared == 1)
    }

    @Test
    mutating func `another live dialplan begins the count anew, and the candidate itself ends it`() throws {
        self.start()
        self.call("300")
        let other = try Self.read(Self.live, number: 3)
        self.script.controller.replaceDialplan(other, by: .reload, at: self.script.now)
        #expect(self.report?.live.number == 3)
        self.call("100")
        _ = self.script.wait(.seconds(1))
        #expect(self.report?.compared == 1)
        #expect(self.report?.equal == 1)
        self.script.controller.replaceDialplan(self.candidate, by: .promotion, at: self.script.now)
        #expect(self.report == nil)
        #expect(self.script.controller.dialplanVersion.number == 2)
        let heard = self.call("300")
        #expect(heard.first?.hasPrefix("B3 place sip:d@d ") == true)
    }

    @Test
    mutating func `a trial that is stopped leaves nothing behind`() {
        self.start()
        self.call("300")
        self.script.controller.stopShadow(at: self.script.now)
        #expect(self.report == nil)
        for number in 1..<self.legs {
            _ = self.script.report(.released(.normal), from: CallScript.placed(number))
        }
        _ = self.script.wait(.seconds(5))
        self.script.expectNothingLeft()
    }
}
