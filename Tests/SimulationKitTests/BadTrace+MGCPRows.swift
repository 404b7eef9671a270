import CallModel
import SimulationKit

extension BadTrace {
    /// For every rule of MGCP a trace that breaks it.
    static let mgcpRows: [AuditRuleTests.Row] = [
        AuditRuleTests.Row(
            statement: "MGCP that is sent can be acted on",
            trace: [.out(0, mgcp("RQNT 1 aaln/1@rgw MGCP 1.0", "R: L/hd(N)"))]
        ),
        AuditRuleTests.Row(
            statement: "a transaction number is not used for two commands",
            trace: [.out(0, request(1, "X: 1")), .out(1000, request(1, "X: 2"))]
        ),
        AuditRuleTests.Row(
            statement: "a command is not repeated within 190 ms, and not after its answer",
            trace: [.out(0, request(1, "X: 1")), .out(100, request(1, "X: 1"))]
        ),
        AuditRuleTests.Row(
            statement: "a command of a media gateway that arrived is answered",
            trace: [.gateway(0, mgcp("RSIP 1 *@rgw MGCP 1.0", "RM: restart"))]
        ),
        AuditRuleTests.Row(
            statement: "a repeated command gets the same final response",
            trace: [
                .gateway(0, mgcp("RSIP 1 *@rgw MGCP 1.0", "RM: restart")), .out(1, mgcp("200 1 OK")),
                .gateway(400, mgcp("RSIP 1 *@rgw MGCP 1.0", "RM: restart")), .out(401, mgcp("500 1 Unknown")),
            ]
        ),
        AuditRuleTests.Row(
            statement: "a final response that asks for it is acknowledged by 000",
            trace: [.out(0, request(1, "X: 1")), .gateway(500, mgcp("200 1 OK", "K:"))]
        ),
        AuditRuleTests.Row(
            statement: "an endpoint has one command at a time, deletions and audits apart",
            trace: [.out(0, request(1, "X: 1")), .out(10, request(2, "X: 2"))]
        ),
        AuditRuleTests.Row(
            statement: "only connections that exist are changed and deleted",
            trace: [.out(0, mgcp("DLCX 1 aaln/1@rgw MGCP 1.0", "C: 1", "I: ABC"))]
        ),
        AuditRuleTests.Row(
            statement: "every connection that was made is deleted",
            trace: [
                .out(0, mgcp("CRCX 1 aaln/1@rgw MGCP 1.0", "C: 1", "M: inactive")),
                .gateway(1, mgcp("200 1 OK", "I: ABC")),
            ]
        ),
        AuditRuleTests.Row(
            statement: "a notification names the last request, and a request names itself anew",
            trace: [
                .out(0, request(1, "X: 1")), .gateway(1, mgcp("200 1 OK")), .out(2, request(2, "X: 1")),
                .gateway(3, mgcp("200 2 OK")),
            ]
        ),
    ]

    static func mgcp(_ lines: String...) -> String {
        lines.map { $0 + "\r\n" }.joined()
    }

    private static func request(_ id: Int, _ line: String) -> String {
        self.mgcp("RQNT \(id) aaln/1@rgw MGCP 1.0", line)
    }
}
