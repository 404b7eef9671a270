import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// Every final response that a callee may give, and what the caller gets (RFC 3398 §7.2.4.1, §8.2.6.1).
struct CauseMappingTests {
    /// A status of the callee, the Q.850 value in the record, and the status for the caller where none is handed through.
    struct Cell: Sendable, CustomTestStringConvertible {
        let status: UInt16
        let cause: UInt8
        let mapped: UInt16

        var testDescription: String {
            "\(self.status) is cause \(self.cause) and \(self.mapped)"
        }
    }

    static let cells: [Cell] = [
        (400, 41, 503), (403, 21, 403), (404, 1, 404), (405, 63, 500), (406, 79, 501),
        (408, 102, 504), (410, 22, 410), (413, 127, 500), (414, 127, 500), (415, 79, 501), (416, 127, 500),
        (420, 127, 500), (421, 127, 500), (423, 127, 500), (480, 18, 408), (481, 41, 503), (482, 25, 483),
        (483, 25, 483), (484, 28, 484), (485, 1, 404), (486, 17, 486), (488, 65, 488), (500, 41, 503),
        (501, 79, 501), (502, 38, 503), (503, 41, 503), (504, 102, 504), (505, 127, 500), (513, 127, 500),
        (600, 17, 486), (603, 21, 603), (604, 1, 404), (606, 65, 488), (499, 31, 480), (599, 31, 480),
    ].map { Cell(status: $0, cause: $1, mapped: $2) }

    /// What only says something about the hop between the gateway and the callee is never handed through.
    static let hopStatuses: Set<UInt16> = [405, 413, 414, 415, 416, 420, 421, 423, 481, 482, 505, 513]

    @Test(arguments: Self.cells, [true, false])
    func `cause cell`(cell: Cell, passesStatus: Bool) throws {
        let simulation = try Scenario.simulation { configuration in
            configuration.sip.legPolicy.passesStatus = passesStatus
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        try bob.expectCall().respond(cell.status)
        _ = simulation.run(until: { (out.statuses.last ?? 0) >= 300 }, within: .seconds(10))
        let isPassed = passesStatus && !Self.hopStatuses.contains(cell.status)
        let final = out.responses.last { $0.status?.isFinal == true }
        #expect(final?.status?.code == (isPassed ? cell.status : cell.mapped))
        #expect(simulation.records.isEmpty || simulation.records.first?.legs.last?.cause.value.rawValue == cell.cause)
        // RFC 6432 §3: what the Reason says agrees with the status line.
        if let reason = final?.header(.reason), reason.contains("Q.850") {
            #expect(reason.contains("cause=\(cell.cause)"))
        }
        try simulation.finish(allowsDirectMedia: true)
        #expect(simulation.records.first?.legs.last?.cause.value.rawValue == cell.cause)
    }
}
