import DialplanEngine
import Foundation
import ProtocolKit
import Testing

/// What a check finds, and that its witnesses show it.
struct CheckTests {
    /// 2026-01-05 00:00 UTC, a Monday.
    private static let start = CivilTime(nanoseconds: 1_767_571_200_000_000_000)

    private static func findings(_ extensions: String) throws -> [CheckFinding] {
        try PlanText.extensions(extensions).check(names: PlanText.names, from: self.start)
    }

    private static func bridge(_ expression: String, _ name: String = "e", more: String = "") -> String {
        """
        <extension name='\(name)'\(more)><condition field='destination-number' expression='\(expression)'>
        <action application='bridge' data='user/anna'/></condition></extension>

        """
    }

    @Test
    func `a plan in which everything can happen has no finding`() throws {
        #expect(try Self.findings(Self.bridge("1\\d\\d") + Self.bridge("2\\d\\d") + Self.bridge("\\d+")).isEmpty)
    }

    @Test
    func `an extension below one that takes the same calls is shadowed`() throws {
        let findings = try Self.findings(Self.bridge("1\\d*", "wide") + Self.bridge("1001", "narrow"))
        #expect(findings.map(\.rule) == [.shadowed])
        #expect(findings.first?.line == 4)
        #expect(findings.first?.witness?.facts.destinationNumber == "1001")
        #expect(findings.first?.message.contains("\"wide\" (line 2)") == true)
    }

    @Test
    func `several extensions can shadow one together`() throws {
        let findings = try Self.findings(
            Self.bridge("[1-4]\\d", "low") + Self.bridge("[5-9]\\d", "high") + Self.bridge("[2-7]\\d", "middle")
        )
        #expect(findings.map(\.rule) == [.shadowed])
        #expect(findings.first?.message.contains("\"low\" (line 2), \"high\" (line 4)") == true)
    }

    @Test
    func `conditions that never hold together are found`() throws {
        let findings = try Self.findings(
            """
            <extension name='e'><condition field='destination-number' expression='1\\d'/>
            <condition field='destination-number' expression='2\\d'>
            <action application='bridge' data='user/anna'/></condition></extension>
            \(Self.bridge("3"))
            """
        )
        #expect(findings.map(\.rule) == [.neverActs])
    }

    @Test
    func `a condition that tests nothing is found`() throws {
        let findings = try Self.findings(
            """
            <extension name='e'><condition field='destination-number' expression='1\\d'/>
            <condition field='destination-number' expression='\\d\\d'>
            <action application='bridge' data='user/anna'/></condition></extension>
            """
        )
        #expect(findings.map(\.rule) == [.alwaysHolds])
        #expect(findings.first?.line == 3)
    }

    @Test
    func `a condition that never holds is found where it is read`() throws {
        let findings = try Self.findings(
            """
            <extension name='e'><condition field='destination-number' expression='1\\d'>
            <action application='bridge' data='user/anna'/>
            <condition field='destination-number' expression='2\\d'><action application='answer'/></condition>
            </condition></extension>
            """
        )
        #expect(findings.map(\.rule) == [.neverHolds])
        #expect(findings.first?.line == 4)
    }

    @Test
    func `two extensions of which neither is a special case overlap`() throws {
        let findings = try Self.findings(Self.bridge("1\\d\\d?", "short") + Self.bridge("\\d\\d", "two"))
        #expect(findings.map(\.rule) == [.overlap])
        #expect(findings.first?.witness?.facts.destinationNumber == "12")
    }

    @Test
    func `an emergency that another extension takes is an error`() throws {
        let findings = try Self.findings(
            Self.bridge("1.*", "all") + Self.bridge("112|911", "emergency", more: " emergency='true'")
        )
        #expect(findings.map(\.rule) == [.emergencyTaken])
        #expect(findings.first?.severity == .error)
        #expect(findings.first?.line == 2)
        #expect(findings.first?.witness?.facts.destinationNumber == "112")
    }

    @Test
    func `a capture that can be empty makes a target that cannot exist`() throws {
        let findings = try Self.findings(
            PlanText.on("0(\\d*)", "<action application='bridge' data='trunk/carrier/$1'/>")
        )
        #expect(findings.map(\.rule) == [.invalidTarget])
        #expect(findings.first?.witness?.facts.destinationNumber == "0")
    }

    @Test
    func `a circle of transfers is an error`() throws {
        let plan = try PlanText.read(
            """
            <dialplan><context name='main'><extension name='e'>
            <condition field='destination-number' expression='9(\\d+)'>
            <action application='transfer' context='other'/></condition></extension></context>
            <context name='other'><extension name='f'><condition>
            <action application='transfer' context='main'/></condition></extension></context></dialplan>
            """
        )
        let findings = plan.check(names: PlanText.names, from: Self.start)
        #expect(findings.contains { $0.rule == .endless && $0.severity == .error })
    }

    @Test
    func `a number that is taken in the office hours alone has a gap`() throws {
        let findings = try Self.findings(
            """
            <extension name='day'><condition field='destination-number' expression='100' wday='mon-fri'
            time-of-day='09:00-17:00'><action application='bridge' data='user/anna'/></condition></extension>
            """
        )
        #expect(findings.map(\.rule) == [.calendarGap])
        #expect(findings.first?.witness?.facts.time == Self.start)
    }

    @Test
    func `a year that is over never comes again`() throws {
        let findings = try Self.findings(
            """
            <extension name='past'><condition field='destination-number' expression='100' year='2020'>
            <action application='bridge' data='user/anna'/></condition></extension>
            \(Self.bridge("\\d+"))
            """
        )
        #expect(findings.map(\.rule) == [.neverActs])
    }

    @Test
    func `what several facts decide together is tried together`() throws {
        let findings = try Self.findings(
            """
            <extension name='a'><condition field='user' expression='anna'/>
            <condition field='destination-number' expression='1\\d'><action application='bridge' data='user/ben'/>
            </condition></extension>
            <extension name='b'><condition field='user' expression='anna|ben'/>
            <condition field='destination-number' expression='1\\d'><action application='bridge' data='user/ben'/>
            </condition></extension>
            <extension name='c'><condition field='user' expression='anna|ben'/>
            <condition field='destination-number' expression='11'><action application='bridge' data='user/ben'/>
            </condition></extension>
            """
        )
        #expect(findings.map(\.rule) == [.shadowed])
        #expect(findings.first?.message.contains("\"c\"") == true)
    }

    @Test
    func `a number is followed into the context that it is transferred to`() throws {
        let plan = try PlanText.read(
            """
            <dialplan><context name='main'><extension name='e'>
            <condition field='destination-number' expression='0(\\d+)'>
            <action application='transfer' context='out' data='$1'/></condition></extension></context>
            <context name='out'>
            <extension name='world'><condition field='destination-number' expression='0(\\d*)'>
            <action application='bridge' data='trunk/carrier/$1'/></condition></extension>
            <extension name='city'><condition field='destination-number' expression='[1-9]\\d*'>
            <action application='bridge' data='trunk/carrier/$0'/></condition></extension></context></dialplan>
            """
        )
        let findings = plan.check(names: PlanText.names, from: Self.start)
        #expect(findings.map(\.rule) == [.invalidTarget, .invalidTarget], "\(findings)")
        #expect(Set(findings.compactMap { $0.witness?.facts.destinationNumber }) == ["00", "0"])
    }

    @Test
    func `a condition that mixes values is named, and what depends on it is left alone`() throws {
        let findings = try Self.findings(
            """
            <extension name='e'><condition field='${user}-${destination-number}' expression='anna-1.*'>
            <action application='bridge' data='user/ben'/></condition></extension>
            """
        )
        #expect(findings.map(\.rule) == [.notExamined])
    }

    @Test
    func `a condition on what earlier calls leave behind is named, and what depends on it is left alone`() throws {
        let plan = try PlanText.read(
            """
            <dialplan><table name='last'/><context name='main'>
            <extension name='remember'><condition field='destination-number' expression='9'>
            <action application='remember' table='last' key='${user}' value='1'/>
            <action application='bridge' data='user/ben'/></condition></extension>
            <extension name='recall'><condition field='${last[${user}]}' expression='.+'>
            <action application='bridge' data='user/anna'/></condition></extension>
            </context></dialplan>
            """
        )
        let findings = plan.check(names: PlanText.names, from: Self.start)

        #expect(findings.map(\.rule) == [.notExamined])
        #expect(findings.first?.message.contains("what earlier calls have left behind") == true)
    }

    @Test
    func `every witness is explained as the finding says`() throws {
        let plan = try PlanText.extensions(
            Self.bridge("1.*", "all") + Self.bridge("112", "emergency", more: " emergency='true'")
                + PlanText.on("0(\\d*)", "<action application='bridge' data='trunk/carrier/$1'/>")
        )
        for finding in plan.check(names: PlanText.names, from: Self.start) {
            let witness = try #require(finding.witness)
            let explanation = plan.explain(witness.facts, in: witness.context)
            switch finding.rule {
            case .emergencyTaken, .shadowed:
                #expect(!explanation.decision.isEmergency)
                #expect(explanation.decision.extensionName == "all")
            case .invalidTarget:
                #expect(explanation.decision.problem == .invalidTarget)
            default:
                Issue.record("\(finding)")
            }
        }
    }

    @Test(arguments: [
        "default.xml", "hunt-group.xml", "mgcp-residential.xml", "mgcp-trunk.xml", "carrier.xml", "time-of-day.xml",
    ])
    func `the shipped plans are clean`(file: String) throws {
        let names = DialplanReader.Names(
            trunks: ["carrier", "backup"],
            users: ["reception", "anna", "ben", "carl", "301"],
            lines: ["201", "202"],
            circuitGroups: ["pbx", "exchange"]
        )
        let clocks = DialplanReader.Clocks { name in
            name == "Europe/Berlin"
                ? Data(base64Encoded: ZoneFiles.berlin, options: .ignoreUnknownCharacters).map(Array.init) : nil
        }
        let reader = DialplanReader(names: names, files: { name, _ in try? Self.shipped(name) }, clocks: clocks)
        let plan = try reader.read([DialplanReader.Source(file: file, octets: try Self.shipped(file))])
        let findings = plan.check(names: names, from: Self.start)
        #expect(findings.isEmpty, "\(findings)")
    }

    private static func shipped(_ file: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Dialplans")
        return Array(try Data(contentsOf: folder.appending(path: file)))
    }

    // MARK: Numbers that cannot be followed

    private static let lost =
        "what becomes of the number here cannot be followed, and conditions that are read then test it"

    /// An extension that makes something of the number, with what stands in it after that.
    private static func rewriting(_ action: String, then: String = "", more: String = "") -> String {
        """
        <extension name='rewrite'\(more)><condition field='destination-number' expression='(0)(\\d+)'>
        <action application='\(action)'/></condition>\(then)</extension>

        """
    }

    @Test
    func `a number that is lost is a gap where conditions below test it`() throws {
        let set = Self.rewriting("set' data='destination-number=${user}$2", more: " continue='true'")
        let findings = try Self.findings(set + Self.bridge("1\\d\\d") + Self.bridge("\\d+"))
        #expect(findings.map(\.rule) == [.notExamined])
        #expect(findings.first?.line == 2)
        #expect(findings.first?.message == Self.lost)
    }

    @Test
    func `a number that is lost is a gap where a condition of the same extension tests it`() throws {
        let later =
            "<condition field='destination-number' expression='1.*'>"
            + "<action application='bridge' data='user/anna'/></condition>"
        let set = Self.rewriting("set' data='destination-number=${user}$2", then: later)
        #expect(try Self.findings(set + Self.bridge("\\d+")).map(\.message) == [Self.lost])
    }

    @Test
    func `a number that is lost on the way to a context that tests it is a gap there`() throws {
        let transfer = Self.rewriting("transfer' context='other' data='$1$2")
        let other = "</context><context name='other'>" + Self.bridge("1\\d\\d") + Self.bridge("\\d+")
        let findings = try Self.findings(transfer + Self.bridge("\\d+") + other)
        #expect(findings.filter { $0.rule == .notExamined }.map(\.line) == [2])
    }

    @Test
    func `a number that nothing tests afterwards may become anything`() throws {
        let bridge = "<condition><action application='bridge' data='trunk/carrier/${destination-number}'/></condition>"
        let set = Self.rewriting("set' data='destination-number=1${user}$2", then: bridge)
        #expect(try !Self.findings(set + Self.bridge("\\d+")).map(\.message).contains(Self.lost))
    }

    @Test
    func `a number that keeps its end is followed`() throws {
        let set = """
            <extension name='rewrite' continue='true'><condition field='destination-number' expression='0(\\d+)'>
            <action application='set' data='destination-number=$1'/></condition></extension>

            """
        #expect(try Self.findings(set + Self.bridge("1\\d\\d") + Self.bridge("\\d+")).isEmpty)
    }

    @Test
    func `more forms of the number than are followed are a gap`() throws {
        let sets = (1...9).map { digit in
            """
            <extension name='e\(digit)' continue='true'><condition field='destination-number' expression='\(digit)(\\d+)'>
            <action application='set' data='destination-number=\(digit)0$1'/></condition></extension>

            """
        }
        let findings = try Self.findings(sets.joined() + Self.bridge("\\d+"))
        #expect(findings.contains { $0.rule == .notExamined && $0.message == Self.lost })
    }
}
