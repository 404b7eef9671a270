import MGCPSyntax
import ProtocolKit
import SimulationKit
import Testing

/// RFC 3064: circuits with channel-associated signaling of a media gateway of the lab.
struct LabTrunkTests {
    private var agent = CommandedGateway(endpoints: [
        .init("ds/e1-1/1", kind: .trunk("MS")), .init("ds/e1-1/2", kind: .trunk("DT")),
    ])

    @Test
    mutating func `a call comes in with its digits in one event`() {
        self.agent.send("RQNT 1 ds/e1-1/1@rgw MGCP 1.0\nX: 1\nR: MS/sup(N)")
        #expect(self.agent.change { $0.seize("ds/e1-1/1", dialing: "200", at: $1) }.first?.value("O") == "MS/sup")
        self.agent.answer()
        let told = self.agent.send("RQNT 2 ds/e1-1/1@rgw MGCP 1.0\nX: 2\nR: MS/inf(N)")
        #expect(told.contains { $0.value("O") == "MS/inf(k0,2,0,0,s0)" })
        self.agent.answer()
        self.agent.send("RQNT 3 ds/e1-1/1@rgw MGCP 1.0\nX: 3\nS: MS/ans\nR: MS/rel(N)")
        #expect(self.agent.endpoint("ds/e1-1/1").circuit == .answered)
        let released = self.agent.change { $0.releaseCircuit("ds/e1-1/1", cause: "16", at: $1) }
        #expect(released.first?.value("O") == "MS/rel(16)")
        self.agent.answer()
        self.agent.send("RQNT 4 ds/e1-1/1@rgw MGCP 1.0\nX: 4\nS: MS/rel\nR: MS/sup(N)")
        #expect(self.agent.endpoint("ds/e1-1/1").circuit == .idle)
    }

    @Test
    mutating func `a call comes in with its digits key by key`() {
        self.agent.send("RQNT 1 ds/e1-1/2@rgw MGCP 1.0\nX: 1\nR: DT/sup(N)")
        self.agent.change { $0.seize("ds/e1-1/2", dialing: "31", at: $1) }
        self.agent.answer()
        self.agent.send("RQNT 2 ds/e1-1/2@rgw MGCP 1.0\nX: 2\nR: D/[0-9](D)\nD: xx")
        #expect(self.agent.wait(.seconds(1)).first?.value("O") == "D/3, D/1")
    }

    @Test
    mutating func `a call goes out, is answered and released`() {
        self.agent.send("RQNT 1 ds/e1-1/1@rgw MGCP 1.0\nX: 1\nS: MS/sup(addr(k0,5,5,1,s0))\nR: MS/ans(N),MS/rel(N)")
        #expect(self.agent.endpoint("ds/e1-1/1").circuit == .seizedByCallAgent("551"))
        #expect(self.agent.change { $0.answerCircuit("ds/e1-1/1", at: $1) }.first?.value("O") == "MS/ans")
        self.agent.answer()
        let told = self.agent.send("RQNT 2 ds/e1-1/1@rgw MGCP 1.0\nX: 2\nS: MS/rel\nR: MS/rlc(N)")
        #expect(told.contains { $0.value("O") == "MS/rlc" })
    }
}
