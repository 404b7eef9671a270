import CallModel
import DialplanEngine
import DialplanTrials
import Foundation
import ProtocolKit
import Testing
import tandem

/// What the commands that check and compare dialplans print.
struct DialplanReportTests {
    private static let finding = CheckFinding(
        .shadowed,
        file: "plan.xml",
        line: 7,
        "extension \"b\" is never reached",
        advice: "put it above",
        witness: CheckWitness(
            context: "main",
            facts: CallFacts(
                destinationNumber: "*43",
                callerNumber: "100",
                callerName: "Anna O'Hara",
                user: "anna",
                source: TransportAddress("192.0.2.1:5060"),
                signaling: .mgcp,
                time: CivilTime(nanoseconds: 1_767_571_200_000_000_000)
            )
        )
    )

    @Test
    func `a finding says what to look at and what to do`() {
        let report = DialplanCheckReport([Self.finding], contexts: 2)
        #expect(
            report.text == """
                plan.xml:7: warning: extension "b" is never reached [shadowed]
                    see: tandem dialplan explain main '*43' --from 100 --user anna --name 'Anna O'\\''Hara' \
                --protocol mgcp --source 192.0.2.1 --at 2026-01-05T00:00:00Z
                    fix: put it above
                2 contexts: 0 errors, 1 warning, 0 notes
                """
        )
        #expect(!report.isClean(strict: false))
    }

    @Test
    func `notes count only when they shall`() {
        let note = CheckFinding(.overlap, file: "a", line: 1, "m", advice: "")
        #expect(DialplanCheckReport([note], contexts: 1).isClean(strict: false))
        #expect(!DialplanCheckReport([note], contexts: 1).isClean(strict: true))
        #expect(DialplanCheckReport([], contexts: 1).text == "1 context: nothing found")
    }

    @Test
    func `the log of a code host has every finding at its line`() throws {
        let data = try JSONEncoder().encode(DialplanCheckReport([Self.finding], contexts: 1).sarif)
        let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["ruleId"] as? String == "shadowed")
        #expect(result["level"] as? String == "warning")
        let location = try #require(
            (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        )
        #expect((location["artifactLocation"] as? [String: Any])?["uri"] as? String == "plan.xml")
        #expect((location["region"] as? [String: Any])?["startLine"] as? Int == 7)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.contains { $0["id"] as? String == "shadowed" })
    }

    @Test
    func `a dialplan that cannot be used has its problems as findings`() throws {
        let error = try #require(throws: LoadError.self) { try LoadedConfiguration(path: "no-such-file.yaml") }
        let report = DialplanCheckReport(error)
        #expect(
            report.text
                == "no-such-file.yaml: error: cannot be read [cannot-be-used]\nthe dialplan cannot be used"
        )
        #expect(!report.isClean(strict: false))
    }

    @Test(arguments: [
        ("2026-12-24T18:00:00Z", 1_798_135_200), ("2026-12-24T18:00Z", 1_798_135_200),
        ("2026-12-24T19:00+01:00", 1_798_135_200), ("2026-12-24T13:00:00-05:00", 1_798_135_200),
    ])
    func `a moment is read with its zone`(text: String, seconds: Int64) {
        #expect(CivilTime(iso8601: text)?.seconds == seconds)
    }

    @Test(arguments: ["", "2026-12-24", "18:00", "2026-13-24T18:00:00Z", "2026-12-24T18:00", "tomorrow"])
    func `what is no moment is refused`(text: String) {
        #expect(CivilTime(iso8601: text) == nil)
    }

    @Test
    func `a difference shows both ways and a call`() throws {
        let read = { (text: String) in
            try DialplanReader().read([DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8))])
        }
        let plan = { (expression: String) in
            """
            <dialplan><context name='main'><extension name='e'>
            <condition field='destination-number' expression='\(expression)'>
            <action application='answer-and-echo'/></condition></extension></context></dialplan>
            """
        }
        let comparison = DialplanComparison(
            from: try read(plan("[12]")),
            to: try read(plan("1")),
            names: DialplanReader.Names(),
            at: CivilTime(nanoseconds: 1_767_571_200_000_000_000)
        )
        #expect(
            DialplanDiffReport(comparison).text == """
                context main: "2"
                  - plan.xml:1 "e": answer-and-echo
                  + nobody: reject cause=no-route-to-destination
                    see: tandem dialplan explain main 2 --at 2026-01-05T00:00:00Z
                1 difference; \(comparison.calls) kinds of calls were tried
                """
        )
    }

    private static func modes(_ expression: String) throws -> ModeComparison {
        let text = """
            <include>
            <context name='main'>
            <extension name='e'>
            <condition field='destination_number' expression='\(expression)'>
            <action application='echo'/></condition></extension>
            </context>
            </include>
            """
        let source = DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8))
        let start = CivilTime(nanoseconds: 1_767_571_200_000_000_000)
        return ModeComparison(of: try DialplanReader().read([source]), from: start)
    }

    @Test
    func `a difference between the languages shows both, the line and the call`() throws {
        let report = DialplanModeReport(try Self.modes("^1"), plan: "plan.xml")
        #expect(
            report.text == """
                context main: "12"
                  fs:     plan.xml:3 "e": echo
                  strict: nobody: reject cause=no-route-to-destination status=404
                  plan.xml:4: "^1" matches a part of destination_number in FreeSWITCH, and must match all of it in strict \
                [whole-value]
                    fix: write "1.*" in strict to keep what FreeSWITCH does, or hold it at both ends with ^ and $ for both
                    see: tandem dialplan explain main 12 --plan plan.xml --at 2026-01-05T00:00:00Z
                         and the same with --as strict
                1 context: 1 difference, 0 refused by strict; 3 kinds of calls were tried
                """
        )
        #expect(!report.isEmpty)
    }

    @Test
    func `what strict refuses is listed with a call, and nothing is said of what is the same`() throws {
        let refused = DialplanModeReport(try Self.modes("_1X"), plan: nil)
        #expect(
            refused.text == """
                plan.xml:4: refused by strict: "_1X" is a pattern of Asterisk
                    see: tandem dialplan explain main 12 --at 2026-01-05T00:00:00Z
                    fix: write "^1[0-9]$"
                1 context: 0 differences, 1 refused by strict; 2 kinds of calls were tried
                """
        )
        let same = DialplanModeReport(try Self.modes("^1$"), plan: nil)
        #expect(same.text == "1 context: both languages do the same; 2 kinds of calls were tried")
        #expect(same.isEmpty)
    }

    @Test
    func `scripts find rule, place, both outcomes and both commands`() throws {
        let data = try JSONEncoder().encode(DialplanModeReport(try Self.modes("^1"), plan: nil))
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let difference = try #require((report["differences"] as? [[String: Any]])?.first)
        let reason = try #require((difference["reasons"] as? [[String: Any]])?.first)
        #expect(reason["rule"] as? String == "whole-value")
        #expect(reason["line"] as? Int == 4)
        #expect((difference["fs"] as? [String: Any])?["name"] as? String == "e")
        #expect((difference["strict"] as? [String: Any])?["name"] as? String == "")
        #expect((difference["strictWitness"] as? String)?.hasSuffix(" --as strict") == true)
    }
}
