import CallControl
import CallModel
import ProtocolKit
import Testing

struct FailoverPolicyTests {
    private let policy = FailoverPolicy()

    @Test(
        arguments: [
            (486, Q850Cause.userBusy, FailoverPolicy.CauseClass.busy), (480, .noUserResponding, .noAnswer),
            (503, .congestion, .congestion), (503, .temporaryFailure, .unreachable), (603, .callRejected, .everywhere),
            (600, .userBusy, .everywhere), (404, .unallocatedNumber, .unknownNumber), (403, .callRejected, .rejected),
            (488, .bearerCapabilityNotImplemented, .request), (408, .recoveryOnTimerExpiry, .unreachable),
            (420, .interworking, .other),
        ] as [(UInt16, Q850Cause, FailoverPolicy.CauseClass)]
    )
    func `a cause belongs to a class`(status: UInt16, value: Q850Cause, expected: FailoverPolicy.CauseClass) {
        #expect(self.policy.group(of: .status(status, value)) == expected)
    }

    @Test(
        arguments: [
            (401, Q850Cause.userBusy, FailoverPolicy.CauseClass.busy), (403, .resourceUnavailable, .congestion),
            (404, .noCircuitAvailable, .congestion), (405, .temporaryFailure, .unreachable),
            (406, .recoveryOnTimerExpiry, .unreachable), (409, .congestion, .congestion),
            (500, .unallocatedNumber, .unknownNumber), (501, .destinationOutOfOrder, .unreachable),
            (505, .bearerCapabilityNotImplemented, .request), (512, .serviceNotImplemented, .request),
            (510, .protocolError, .other),
        ] as [(UInt16, Q850Cause, FailoverPolicy.CauseClass)]
    )
    func `what a media gateway refuses belongs to a class, and the hunt goes on`(
        code: UInt16,
        value: Q850Cause,
        expected: FailoverPolicy.CauseClass
    ) {
        let cause = ReleaseCause(value, location: .network, origin: .mgcpReturnCode(code, comment: ""))
        #expect(self.policy.group(of: cause) == expected)
        #expect(self.policy.continues(after: cause))
    }

    @Test(
        arguments: [
            ((503, Q850Cause.temporaryFailure), (486, Q850Cause.userBusy), 486),
            ((486, .userBusy), (503, .temporaryFailure), 486),
            ((486, .userBusy), (600, .userBusy), 600),
            ((480, .noUserResponding), (484, .invalidNumberFormat), 484),
            ((404, .unallocatedNumber), (480, .noUserResponding), 480),
            ((480, .noUserResponding), (408, .noUserResponding), 480),
        ] as [((UInt16, Q850Cause), (UInt16, Q850Cause), UInt16)]
    )
    func `of two failures the more telling one is kept`(
        first: (UInt16, Q850Cause),
        second: (UInt16, Q850Cause),
        expected: UInt16
    ) {
        let better = self.policy.better(.status(first.0, first.1), .status(second.0, second.1))
        #expect(better.origin == .sipStatus(expected, phrase: ""))
    }

    @Test
    func `every row of the table names its clause once`() {
        #expect(FailoverPolicy.table.allSatisfy { !$0.clause.isEmpty })
        #expect(Set(FailoverPolicy.table.map(\.cause)).count == FailoverPolicy.table.count)
    }

    @Test
    func `only a refusal for every place stops a hunt, unless more classes are told to`() {
        var policy = FailoverPolicy()
        #expect(policy.continues(after: .status(486, .userBusy)))
        #expect(!policy.continues(after: .status(603, .callRejected)))
        policy.stoppingClasses.insert(.busy)
        #expect(!policy.continues(after: .status(486, .userBusy)))
    }
}
