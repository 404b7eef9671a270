import CallModel
import ProtocolKit
import SimulationKit
import Testing

/// Every rule of the audit finds what it is there to find, in a trace made by hand, and nothing in a sound one.
struct AuditRuleTests {
    /// A trace and the rule that it breaks.
    struct Row: Sendable, CustomTestStringConvertible {
        let statement: String
        let trace: [BadTrace.Step]

        var testDescription: String {
            self.statement
        }
    }

    @Test(arguments: BadTrace.rows + BadTrace.mgcpRows)
    func `a breach is found`(row: Row) throws {
        let rule = try #require(AuditRule.all.first { $0.statement == row.statement })
        #expect(!rule.findings(AuditTrace(BadTrace.wire(row.trace))).isEmpty)
    }

    @Test
    func `a Call-ID of a phone that shows up elsewhere is found`() throws {
        let rule = try #require(AuditRule.all.first { $0.statement == "two legs never share a Call-ID" })
        var wire = BadTrace.wire([.in(0, BadTrace.request("INVITE")), .out(1, BadTrace.request("INVITE"))])
        wire[1] = WirePacket(
            at: wire[1].at,
            from: wire[1].from,
            to: TransportAddress(.loopbackV4, 5080),
            transport: .udp,
            sender: .gateway,
            isLost: false,
            wire[1].bytes
        )
        #expect(!rule.findings(AuditTrace(wire)).isEmpty)
    }

    @Test
    func `every rule has a trace that breaks it`() {
        let elsewhere = ["two legs never share a Call-ID", "nothing is sent to who is no media gateway of ours"]
        let covered = Set((BadTrace.rows + BadTrace.mgcpRows).map(\.statement)).union(elsewhere)
        #expect(AuditRule.all.map(\.statement).filter { !covered.contains($0) }.isEmpty)
        #expect(AuditRule.all.count >= 25)
    }

    @Test
    func `a sound call breaks no rule`() {
        let trace: [BadTrace.Step] = [
            .in(
                0,
                BadTrace.request(
                    "INVITE",
                    branch: "z9hG4bKphone",
                    lines: BadTrace.plain + ["Contact: <sip:a@127.0.0.2>"]
                )
            ),
            .out(1, BadTrace.response(100, "INVITE", branch: "z9hG4bKphone", toTag: nil)),
            .out(2, BadTrace.response(200, "INVITE", branch: "z9hG4bKphone", lines: ["Contact: <sip:127.0.0.1>"])),
            .in(3, BadTrace.request("ACK", branch: "z9hG4bKack", toTag: "to-tag")),
            .out(4, BadTrace.request("BYE", branch: "z9hG4bKbye", sequence: 2, toTag: "phone-tag")),
            .in(5, BadTrace.response(200, "BYE", branch: "z9hG4bKbye", sequence: 2)),
        ]
        #expect(AuditRule.audit(BadTrace.wire(trace)).isEmpty)
    }
}
