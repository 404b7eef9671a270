import CallModel
import DialplanEngine
import ProtocolKit
import Testing

struct CallFactsTests {
    private var setup: CallSetup {
        CallSetup(
            caller: Party(user: "stated", displayName: "Stated"),
            called: Party(user: "200"),
            calledHost: "h.example",
            diversions: [
                Diversion(party: Party(user: "300"), reason: .userBusy),
                Diversion(party: Party(user: "400"), reason: .noAnswer),
            ],
            source: CallSource(
                listener: "lan",
                transport: "tcp",
                remote: TransportAddress(.loopbackV4, 5062),
                user: "anna",
                context: "default"
            )
        )
    }

    @Test
    func `facts come from the call as it was set up`() {
        let facts = CallFacts(self.setup, at: .epoch)

        #expect(facts.destinationNumber == "200")
        #expect(facts.destinationHost == "h.example")
        #expect(facts.callerNumber == "stated")
        #expect(facts.callerName == "Stated")
        #expect(facts.divertingNumber == "300")
        #expect(facts.user == "anna")
        #expect(facts.trunk.isEmpty)
        #expect(facts.listener == "lan")
        #expect(facts.transport == "tcp")
        #expect(facts.signaling == .sip)
        #expect(facts.source == TransportAddress(.loopbackV4, 5062))
    }

    @Test
    func `an asserted caller goes before the one that is stated`() {
        var setup = self.setup
        setup.assertedCaller = Party(user: "asserted", displayName: "Asserted")

        #expect(CallFacts(setup, at: .epoch).callerNumber == "asserted")
        #expect(CallFacts(setup, at: .epoch).callerName == "Asserted")
    }
}
