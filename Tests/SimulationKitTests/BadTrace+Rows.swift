import CallModel
import SimulationKit

extension BadTrace {
    /// For every rule a trace that breaks it.
    static let rows: [AuditRuleTests.Row] = [
        AuditRuleTests.Row(statement: "what is sent is SIP", trace: [.out(0, "HELLO\r\n\r\n")]),
        AuditRuleTests.Row(
            statement: "a request has a branch with the cookie, a From tag and Max-Forwards",
            trace: [.out(0, request("OPTIONS", lines: []))]
        ),
        AuditRuleTests.Row(
            statement: "a request that makes or refreshes a dialog has one Contact",
            trace: [.out(0, request("INVITE"))]
        ),
        AuditRuleTests.Row(
            statement: "Content-Length is the length of the body",
            trace: [.out(0, request("OPTIONS", lines: plain + ["No-Length: 1"], body: offer))]
        ),
        AuditRuleTests.Row(
            statement: "a body has a Content-Type",
            trace: [.out(0, request("OPTIONS", lines: plain + ["No-Type: 1"], body: offer))]
        ),
        AuditRuleTests.Row(
            statement: "a response but 100 has a To tag",
            trace: [.out(0, response(200, "OPTIONS", toTag: nil))]
        ),
        AuditRuleTests.Row(statement: "a 2xx to INVITE has a Contact", trace: [.out(0, response(200, "INVITE"))]),
        AuditRuleTests.Row(statement: "a 405 has Allow", trace: [.out(0, response(405, "OPTIONS"))]),
        AuditRuleTests.Row(statement: "a 420 has Unsupported", trace: [.out(0, response(420, "OPTIONS"))]),
        AuditRuleTests.Row(
            statement: "a request that arrived gets a final response",
            trace: [.in(0, request("OPTIONS"))]
        ),
        AuditRuleTests.Row(
            statement: "a final response to INVITE that arrived gets an ACK",
            trace: [.out(0, request("INVITE", lines: dialog)), .in(1, response(486, "INVITE"))]
        ),
        AuditRuleTests.Row(
            statement: "all responses of a transaction have the same To tag",
            trace: [.out(0, response(180, "INVITE")), .out(1, response(183, "INVITE", toTag: "other-tag"))]
        ),
        AuditRuleTests.Row(
            statement: "a request is not repeated before T1",
            trace: [.out(0, request("OPTIONS")), .out(100, request("OPTIONS"))]
        ),
        AuditRuleTests.Row(
            statement: "a CANCEL follows a provisional response and has its INVITE's CSeq",
            trace: [.out(0, request("INVITE", lines: dialog)), .out(1, request("CANCEL"))]
        ),
        AuditRuleTests.Row(
            statement: "nothing but the same final response follows a final response",
            trace: [.out(0, response(486, "INVITE")), .out(1, response(404, "INVITE"))]
        ),
        AuditRuleTests.Row(
            statement: "reliable responses are numbered one by one and asked for",
            trace: [
                .in(0, request("INVITE", lines: plain + ["Supported: 100rel"])),
                .out(1, response(183, "INVITE", lines: ["RSeq: 1"])),
                .out(2, response(183, "INVITE", lines: ["RSeq: 3"])),
            ]
        ),
        AuditRuleTests.Row(
            statement: "CSeq numbers of new requests grow",
            trace: [
                .out(0, request("OPTIONS", branch: "z9hG4bKx", sequence: 5)),
                .out(1, request("OPTIONS", branch: "z9hG4bKy", sequence: 5)),
            ]
        ),
        AuditRuleTests.Row(
            statement: "nothing new follows a BYE",
            trace: [
                .out(0, request("BYE", branch: "z9hG4bKx", sequence: 5)),
                .out(1, request("INFO", branch: "z9hG4bKy", sequence: 6)),
            ]
        ),
        AuditRuleTests.Row(
            statement: "an INVITE waits for the end of the one before it",
            trace: [
                .out(0, request("INVITE", branch: "z9hG4bKx", lines: dialog)),
                .out(1, request("INVITE", branch: "z9hG4bKy", sequence: 2, lines: dialog)),
            ]
        ),
        AuditRuleTests.Row(
            statement: "the o= line keeps its session and counts its version by ones",
            trace: [
                .out(0, request("INVITE", branch: "z9hG4bKx", lines: dialog, body: described(1))),
                .out(1, request("UPDATE", branch: "z9hG4bKy", sequence: 2, lines: dialog, body: described(3))),
            ]
        ),
        AuditRuleTests.Row(
            statement: "an answer has as many m-lines as its offer",
            trace: [
                .in(0, request("INVITE", lines: dialog, body: described(1, media: 2))),
                .out(1, response(200, "INVITE", lines: ["Contact: <sip:127.0.0.1>"], body: described(1))),
            ]
        ),
        AuditRuleTests.Row(
            statement: "a session description of ours can be read",
            trace: [.out(0, request("INVITE", lines: dialog, body: "v=0\r\nnonsense"))]
        ),
        AuditRuleTests.Row(
            statement: "a PRACK says what it acknowledges, and that was received",
            trace: [.out(0, request("PRACK", lines: plain + ["RAck: 7 1 INVITE"]))]
        ),
        AuditRuleTests.Row(
            statement: "an answer is not repeated before T1",
            trace: [.out(0, response(200, "INVITE")), .out(100, response(200, "INVITE"))]
        ),
        AuditRuleTests.Row(
            statement: "a session interval is 90 seconds or more",
            trace: [.out(0, response(200, "INVITE", lines: ["Session-Expires: 60"]))]
        ),
        AuditRuleTests.Row(statement: "a 422 says what is enough", trace: [.out(0, response(422, "INVITE"))]),
        AuditRuleTests.Row(
            statement: "a refusal does not claim that the call was cleared normally",
            trace: [.out(0, response(486, "INVITE", lines: ["Reason: Q.850;cause=16"]))]
        ),
        AuditRuleTests.Row(statement: "a 401 has a challenge", trace: [.out(0, response(401, "REGISTER"))]),
    ]
}
