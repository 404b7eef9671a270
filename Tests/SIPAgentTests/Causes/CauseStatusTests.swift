import CallModel
import ProtocolKit
import SIPAgent
import Testing

/// Q.850 value to SIP status, one row for each cell.
struct CauseStatusTests {
    private let mapping = SIPCauseMapping()

    private func refusal(_ cause: ReleaseCause, hasNewNumber: Bool = false) -> (status: UInt16, text: String) {
        let refusal = self.mapping.refusal(for: cause, hasNewNumber: hasNewNumber, warningAgent: "gw")
        return (refusal.status, String(decoding: refusal.headers, as: UTF8.self))
    }

    private func cause(_ value: UInt8, _ location: ReleaseCause.Location = .network) -> ReleaseCause {
        ReleaseCause(Q850Cause(rawValue: value), location: location, origin: .local(.dialplan))
    }

    @Test(
        arguments: [
            (1, 404), (2, 404), (3, 404), (16, 480), (17, 486), (18, 408), (19, 480), (20, 480), (21, 403), (22, 410),
            (23, 410), (25, 483), (26, 404), (27, 502), (28, 484), (29, 501), (31, 480), (34, 503), (38, 503),
            (41, 503),
            (42, 503), (44, 503), (47, 503), (55, 403), (57, 403), (58, 503), (65, 488), (66, 488), (69, 501),
            (70, 488),
            (79, 501), (87, 403), (88, 503), (102, 504), (111, 500), (127, 500), (5, 500), (99, 500),
        ] as [(UInt8, UInt16)]
    )
    func `a value has its status and the Reason agrees`(value: UInt8, status: UInt16) {
        let refusal = self.refusal(self.cause(value))

        #expect(refusal.status == status)
        #expect(refusal.text.hasPrefix("Reason: Q.850;cause=\(value)"))
    }

    /// What an MGCP call agent makes of return codes, reason codes and events (RFC 3435 §2.4, §2.5, RFC 3661), by what a
    /// SIP caller is told.
    @Test(
        arguments: [
            (.mgcpReturnCode(401, comment: ""), 17, 486), (.mgcpReturnCode(403, comment: ""), 47, 503),
            (.mgcpReturnCode(502, comment: ""), 47, 503), (.mgcpReturnCode(404, comment: ""), 34, 503),
            (.mgcpReturnCode(526, comment: ""), 34, 503), (.mgcpReturnCode(405, comment: ""), 41, 503),
            (.mgcpReturnCode(520, comment: ""), 41, 503), (.mgcpReturnCode(406, comment: ""), 102, 504),
            (.mgcpReturnCode(409, comment: ""), 42, 503), (.mgcpReturnCode(410, comment: ""), 34, 503),
            (.mgcpReturnCode(500, comment: ""), 1, 404), (.mgcpReturnCode(501, comment: ""), 27, 502),
            (.mgcpReturnCode(505, comment: ""), 65, 488), (.mgcpReturnCode(541, comment: ""), 65, 488),
            (.mgcpReturnCode(512, comment: ""), 79, 501), (.mgcpReturnCode(538, comment: ""), 79, 501),
            (.mgcpReturnCode(515, comment: ""), 41, 503), (.mgcpReturnCode(510, comment: ""), 111, 500),
            (.mgcpReturnCode(529, comment: ""), 27, 502), (.mgcpReturnCode(540, comment: ""), 34, 503),
            (.mgcpReasonCode(900), 27, 502), (.mgcpReasonCode(901), 27, 502), (.mgcpReasonCode(902), 38, 503),
            (.mgcpReasonCode(905), 38, 503), (.mgcpReasonCode(904), 31, 480), (.mgcpEvent("L/hu"), 16, 480),
        ] as [(ReleaseCause.Origin, UInt8, UInt16)]
    )
    func `an end at a media gateway has the status of its cause`(
        origin: ReleaseCause.Origin,
        value: UInt8,
        status: UInt16
    ) {
        let refusal = self.refusal(ReleaseCause(Q850Cause(rawValue: value), location: .network, origin: origin))

        #expect(refusal.status == status)
        #expect(refusal.text.hasPrefix("Reason: Q.850;cause=\(value)"))
    }

    @Test
    func `rejection by the user is 603`() {
        #expect(self.refusal(self.cause(21, .user)).status == 603)
        #expect(self.refusal(self.cause(21, .gateway)).status == 403)
    }

    @Test
    func `a new number makes 301 and 302`() {
        #expect(self.refusal(self.cause(22), hasNewNumber: true).status == 301)
        #expect(self.refusal(self.cause(23), hasNewNumber: true).status == 302)
        #expect(self.refusal(self.cause(17), hasNewNumber: true).status == 486)
    }

    @Test
    func `media without a match is 488 with a warning`() {
        let refusal = self.refusal(.local(.mediaMismatch, .incompatibleDestination))
        #expect(refusal.status == 488)
        #expect(refusal.text.contains("Warning: 304 gw \"Media type not available\"\r\n"))
        #expect(self.refusal(self.cause(65)).text.contains("Warning: 304 gw"))
    }

    @Test
    func `the warning that came is passed on`() {
        var cause = self.cause(58)
        cause.origin = .sipStatus(488, phrase: "")
        cause.warning = 370
        let refusal = self.refusal(cause)
        #expect(refusal.status == 488)
        #expect(refusal.text.contains("Warning: 370 gw \"Insufficient bandwidth\"\r\n"))
    }

    @Test
    func `congestion asks for patience`() {
        #expect(self.refusal(self.cause(42)).text.contains("Retry-After: 5\r\n"))
        var cause = self.cause(42)
        cause.retryAfter = .milliseconds(1500)
        #expect(self.refusal(cause).text.contains("Retry-After: 2\r\n"))
        #expect(!self.refusal(self.cause(41)).text.contains("Retry-After"))
    }

    @Test
    func `loops and spent hops keep their own statuses`() {
        #expect(self.refusal(.local(.loop, .exchangeRoutingError)).status == 482)
        #expect(self.refusal(.local(.tooManyHops, .exchangeRoutingError)).status == 483)
    }

    @Test(arguments: [403, 404, 408, 410, 480, 484, 486, 488, 500, 502, 503, 600, 603, 604, 606, 699] as [UInt16])
    func `a SIP status passes unchanged and the Reason is one of its own`(status: UInt16) throws {
        let cause = self.mapping.cause(of: .init(status: status))
        let refusal = self.refusal(cause)
        #expect(refusal.status == status)
        #expect(refusal.text.hasPrefix("Reason: Q.850;cause=\(cause.value.rawValue)"))
    }

    @Test(
        arguments: [
            (401, 403), (407, 403), (405, 500), (415, 501), (420, 500), (421, 500), (423, 500), (481, 503), (482, 483),
            (487, 480), (494, 480), (302, 480), (505, 500), (513, 500),
        ] as [(UInt16, UInt16)]
    )
    func `a status of one hop only does not pass`(status: UInt16, passed: UInt16) {
        #expect(self.refusal(self.mapping.cause(of: .init(status: status))).status == passed)
    }

    @Test(
        arguments: [
            (405, 405), (415, 415), (428, 428), (481, 481), (606, 606), (401, 403), (407, 403), (494, 403), (417, 400),
            (420, 400), (421, 400), (422, 400), (423, 400),
        ] as [(UInt16, UInt16)]
    )
    func `a status of the gateway's own is sent unless it is malformed without a header`(
        status: UInt16,
        sent: UInt16
    ) {
        let cause = ReleaseCause(.callRejected, origin: .sipStatus(status, phrase: "No"))
        let refusal = self.mapping.refusal(for: cause, warningAgent: "gw")
        #expect(refusal.status == sent)
        #expect(refusal.phrase == (status == sent ? "No" : nil))
    }

    @Test
    func `a value that contradicts the status line is not sent`() {
        var response = SIPCauseMapping.FinalResponse(status: 486)
        response.stated = .unallocatedNumber
        let refusal = self.refusal(self.mapping.cause(of: response))
        #expect(refusal.status == 486)
        #expect(refusal.text.hasPrefix("Reason: Q.850;cause=17;"))
    }

    @Test
    func `policy can send everything by way of its value`() {
        let mapping = SIPCauseMapping(passesStatus: false)
        let cause = mapping.cause(of: .init(status: 600))
        #expect(mapping.refusal(for: cause, warningAgent: "gw").status == 486)
    }

    @Test
    func `an override replaces the table for its peer`() {
        var overrides = SIPCauseOverrides()
        overrides.statuses[.noUserResponding] = 480
        let mapping = SIPCauseMapping(overrides: overrides)
        let refusal = mapping.refusal(for: self.cause(18), warningAgent: "gw")
        #expect(refusal.status == 480)
        #expect(String(decoding: refusal.headers, as: UTF8.self).hasPrefix("Reason: Q.850;cause=18;"))
    }

    @Test
    func `BYE and CANCEL say why`() {
        func line(_ cause: ReleaseCause) -> String {
            String(decoding: self.mapping.reasonLine(for: cause), as: UTF8.self)
        }
        #expect(line(.normal).isEmpty)
        #expect(line(.local(.mediaSilence, .recoveryOnTimerExpiry)).hasPrefix("Reason: Q.850;cause=102;text=\""))
        #expect(
            line(.local(.answeredElsewhere, .normalClearing))
                == "Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n"
        )
        #expect(
            line(self.mapping.cause(ofRequest: "BYE", stated: .normalClearing))
                == "Reason: Q.850;cause=16;text=\"Normal call clearing\"\r\n"
        )
    }

    @Test
    func `no value stands in two rows`() {
        let causes = CauseStatus.table.flatMap(\.causes)
        #expect(Set(causes).count == causes.count)
    }
}
