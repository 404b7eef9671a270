import CallModel
import ProtocolKit
import SimulationKit
import Testing

/// The rules of MGCP that need more than a trace, and a call that breaks none.
struct MGCPRuleTests {
    @Test
    func `a message to who is no media gateway of ours is found`() throws {
        let statement = "nothing is sent to who is no media gateway of ours"
        let rule = try #require(AuditRule.all.first { $0.statement == statement })
        let wire = BadTrace.wire([.out(0, BadTrace.mgcp("200 1 OK"))])
        let other = TransportAddress(.loopbackV4, 2427)
        #expect(!rule.findings(AuditTrace(wire, mediaGateways: [other])).isEmpty)
        #expect(rule.findings(AuditTrace(wire, mediaGateways: [wire[0].to])).isEmpty)
    }

    @Test
    func `a notification of a request that nobody made is found`() throws {
        let statement = "a notification names the last request, and a request names itself anew"
        let rule = try #require(AuditRule.all.first { $0.statement == statement })
        let trace: [BadTrace.Step] = [
            .gateway(0, BadTrace.mgcp("NTFY 1 aaln/1@rgw MGCP 1.0", "X: 7", "O: L/hd")),
            .out(1, BadTrace.mgcp("200 1 OK")),
        ]
        #expect(!rule.findings(AuditTrace(BadTrace.wire(trace))).isEmpty)
    }

    @Test
    func `a sound call breaks no rule`() {
        let trace: [BadTrace.Step] = [
            .gateway(0, BadTrace.mgcp("RSIP 1 *@rgw MGCP 1.0", "RM: restart")), .out(1, BadTrace.mgcp("200 1 OK")),
            .out(10, BadTrace.mgcp("RQNT 1 aaln/1@rgw MGCP 1.0", "X: 1", "R: L/hd(N)")),
            .gateway(11, BadTrace.mgcp("100 1 Wait")), .gateway(500, BadTrace.mgcp("200 1 OK", "K:")),
            .out(501, BadTrace.mgcp("000 1 Thanks")),
            .gateway(600, BadTrace.mgcp("NTFY 2 aaln/1@rgw MGCP 1.0", "X: 1", "O: L/hd")),
            .out(601, BadTrace.mgcp("200 2 OK", ".", "CRCX 2 aaln/1@rgw MGCP 1.0", "C: 1", "M: inactive")),
            .gateway(602, BadTrace.mgcp("200 2 OK", "I: ABC")),
            .out(700, BadTrace.mgcp("DLCX 3 aaln/1@rgw MGCP 1.0", "C: 1", "I: ABC")),
            .gateway(701, BadTrace.mgcp("250 3 OK")),
        ]
        #expect(AuditRule.audit(BadTrace.wire(trace)).isEmpty)
    }
}
