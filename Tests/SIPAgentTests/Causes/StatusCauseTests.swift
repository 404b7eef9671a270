import CallModel
import ProtocolKit
import SIPAgent
import Testing

/// SIP status to Q.850 value, one row for each cell.
struct StatusCauseTests {
    private let mapping = SIPCauseMapping()

    @Test(
        arguments: [
            (400, 41), (401, 21), (402, 21), (403, 21), (404, 1), (405, 63), (406, 79), (407, 21), (408, 102),
            (410, 22),
            (413, 127), (414, 127), (415, 79), (416, 127), (420, 127), (421, 127), (423, 127), (480, 18), (481, 41),
            (482, 25), (483, 25), (484, 28), (485, 1), (486, 17), (487, 16), (488, 65), (500, 41), (501, 79), (502, 38),
            (503, 41), (504, 102), (505, 127), (513, 127), (600, 17), (603, 21), (604, 1), (606, 65), (302, 31),
            (418, 31),
            (499, 31), (580, 31), (699, 31),
        ] as [(UInt16, UInt8)]
    )
    func `a status has its value`(status: UInt16, cause: UInt8) {
        let result = self.mapping.cause(of: .init(status: status))

        #expect(result.value.rawValue == cause)
        #expect(result.location == (status >= 600 ? .user : .network))
        #expect(result.origin == .sipStatus(status, phrase: ""))
        #expect(result.stated == nil)
    }

    @Test(arguments: [(408, 18), (480, 19), (486, 17), (404, 1), (503, 41)] as [(UInt16, UInt8)])
    func `progress before it changes what 408 and 480 mean`(status: UInt16, cause: UInt8) {
        var response = SIPCauseMapping.FinalResponse(status: status)
        response.followsProgress = true
        #expect(self.mapping.cause(of: response).value.rawValue == cause)
    }

    @Test(arguments: [(370, 58), (300, 65), (304, 65), (305, 65), (306, 65), (399, 65), (0, 65)] as [(UInt16, UInt8)])
    func `the warning of 488 and 606 counts`(warning: UInt16, cause: UInt8) {
        for status in [UInt16(488), 606] {
            var response = SIPCauseMapping.FinalResponse(status: status)
            response.warning = warning
            #expect(self.mapping.cause(of: response).value.rawValue == cause)
            #expect(self.mapping.cause(of: response).warning == warning)
        }
    }

    @Test
    func `503 with Retry-After is congestion`() {
        var response = SIPCauseMapping.FinalResponse(status: 503)
        response.retryAfter = .seconds(30)
        let cause = self.mapping.cause(of: response)
        #expect(cause.value == .congestion)
        #expect(cause.retryAfter == .seconds(30))
    }

    @Test
    func `480 of our own registrar is an absent subscriber`() {
        var response = SIPCauseMapping.FinalResponse(status: 480)
        response.isFromRegistrar = true
        #expect(self.mapping.cause(of: response).value == .subscriberAbsent)
    }

    @Test
    func `a stated value comes first and an override second`() {
        var overrides = SIPCauseOverrides()
        overrides.causes[486] = .callRejected
        let mapping = SIPCauseMapping(overrides: overrides)
        var response = SIPCauseMapping.FinalResponse(status: 486)
        #expect(mapping.cause(of: response).value == .callRejected)

        response.stated = .noAnswer
        #expect(mapping.cause(of: response).value == .noAnswer)
        #expect(mapping.cause(of: response).stated == .noAnswer)
    }

    @Test
    func `BYE and CANCEL are normal clearing unless they state something else`() {
        #expect(self.mapping.cause(ofRequest: "BYE", stated: nil) == .normal)
        #expect(self.mapping.cause(ofRequest: "CANCEL", stated: nil).value == .normalClearing)
        #expect(self.mapping.cause(ofRequest: "BYE", stated: .networkOutOfOrder).value == .networkOutOfOrder)
    }

    @Test
    func `no status stands in two rows`() {
        let statuses = SIPStatusCause.table.flatMap(\.statuses)
        #expect(Set(statuses).count == statuses.count)
    }
}
