import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Digits of the dialplan on their way to phones.
struct DigitTests {
    private static let plan = """
        <dialplan><context name="default"><extension name="all"><condition field="destination-number" expression="bob">
        <action application="bridge" data="[digits=12]sip:bob@127.0.0.3:5060"/>
        </condition></extension></context></dialplan>
        """

    private static func signals(_ simulation: Simulation) -> [Signal] {
        simulation.relay.orders.compactMap { order in
            if case .play(_, let signal) = order, signal != .silence { signal } else { nil }
        }
    }

    @Test
    func `a callee that has agreed on telephone-events gets them`() throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let call = try simulation.connect(simulation.alice(), simulation.bob())
        simulation.run(for: .seconds(2))
        let digits = [Digit(symbol: 0x31), Digit(symbol: 0x32)]
        #expect(Self.signals(simulation) == [.digits(digits, payloadType: 101, clockRate: 8000)])
        #expect(call.incoming.count(of: .info) == 0)
        try call.hangUp()
        try simulation.finish()
    }

    /// A call whose callee knows no telephone-events.
    private static func connect(_ simulation: Simulation, allowing methods: String) throws -> Connection {
        let (alice, bob) = (simulation.alice(), simulation.bob())
        bob.allowedMethods = methods
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio(formats: [0]))
        try out.expect(200)
        try incoming.expectACK()
        return Connection(out: out, incoming: incoming)
    }

    @Test
    func `a callee without telephone-events gets INFO`() throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let call = try Self.connect(simulation, allowing: "INVITE, ACK, BYE, CANCEL, INFO")
        for _ in 0..<2 {
            let information = try call.incoming.expectRequest(.info)
            #expect(information.header(.contentType) == "application/dtmf-relay")
            call.incoming.reply(200, to: .info)
        }
        #expect(Self.signals(simulation) == [])
        try call.hangUp()
        try simulation.finish()
    }

    @Test
    func `a callee without either hears tones`() throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let call = try Self.connect(simulation, allowing: "INVITE, ACK, BYE, CANCEL")
        simulation.run(for: .seconds(2))
        #expect(call.incoming.count(of: .info) == 0)
        guard case .tones(let tones, payloadType: 0) = Self.signals(simulation).first else {
            Issue.record("no tones were played")
            return
        }
        #expect(tones.tones.map(\.hertz) == [697, 697])
        #expect(tones.tones.map(\.secondHertz) == [1209, 1336])
        try call.hangUp()
        try simulation.finish()
    }
}
