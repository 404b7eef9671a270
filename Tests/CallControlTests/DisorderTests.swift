import CallControl
import CallModel
import ProtocolKit
import Testing

/// Any events in any order: no call is left, none is recorded twice, and every leg is told to end or ends by itself.
struct DisorderTests {
    private static let actions = """
        <action application='bridge' data='[timeout=20]sip:b@b,user/bob|trunk/carrier/1,sip:c@c' media='direct'/>
        <action application='bridge' data='sip:d@d' media='direct' early-media='ignore'/>
        """

    @Test(arguments: 0..<60)
    func `whatever agents report, every call ends once and completely`(seed: UInt64) throws {
        var script = try CallScript(Self.actions) {
            $0.earlyMedia = seed % 2 == 0 ? .first : .last
            $0.redirection = seed % 5 == 0 ? .relay : .follow
        }
        var random = IdentifierSource(seed: seed)
        let calls = (1...3).map { LegID(.sip, .incoming, number: $0) }
        for leg in calls {
            _ = script.call(
                CallScript.setup(offer: random.number(below: 3) == 0 ? nil : CallScript.sdp(4000)),
                from: leg
            )
        }
        for _ in 0..<60 {
            self.step(&script, &random, calls)
        }
        for _ in 0..<40 where !script.controller.isEmpty {
            for leg in script.controller.summaries.flatMap(\.legs) {
                script.controller.receive(.released(.normal), from: leg, at: script.now)
            }
            _ = script.drain()
            _ = script.wait(.seconds(10))
        }
        #expect(script.controller.isEmpty, "seed \(seed)")
        #expect(script.controller.nextDeadline == nil, "seed \(seed)")
        #expect(Set(script.records.map(\.call)).count == 3, "seed \(seed)")
        #expect(script.records.count == 3, "seed \(seed)")
    }

    private func step(_ script: inout CallScript, _ random: inout IdentifierSource, _ callers: [LegID]) {
        let legs = script.controller.summaries.flatMap(\.legs)
        guard let leg = legs.isEmpty ? nil : legs[Int(random.number(below: UInt64(legs.count)))] else {
            return
        }
        switch random.number(below: 20) {
        case 0:
            _ = script.wait(.seconds(Int(random.number(below: 30))))
        case 1, 2, 3:
            let contact = RegisteredContact(user: "bob", uri: "sip:1@x", listener: ListenerID(0))
            _ = script.answer(random.number(below: 2) == 0 ? .unknownUser : .contacts([contact]))
        default:
            script.controller.receive(self.event(&random), from: leg, at: script.now)
            _ = script.drain()
        }
    }

    private func event(_ random: inout IdentifierSource) -> LegEvent {
        let answerer = AnswererID(UInt32(random.number(below: 3)))
        let initiator: ExchangeID.Initiator = random.number(below: 2) == 0 ? .peer : .gateway
        let exchange = ExchangeID(initiator, UInt32(random.number(below: 3)))
        let description = CallScript.sdp(5000 + Int(random.number(below: 4)) * 2)
        switch random.number(below: 20) {
        case 0: return .trying
        case 1: return .alerting(answerer, inBand: .present)
        case 2: return .progress(answerer, inBand: .present)
        case 3: return .forwarded(to: nil)
        case 4, 5: return .offer(description, exchange, answerer)
        case 6: return .offer(description, .outgoingSetup, answerer)
        case 7: return .offerRequested(exchange)
        case 8, 9, 10: return .answer(description, .outgoingSetup, answerer)
        case 11: return .answer(description, exchange, nil)
        case 12: return .offerRefused(exchange, .status(488, .bearerCapabilityNotImplemented))
        case 13, 14: return .answered(answerer)
        case 15: return .answererLost(answerer, .normal)
        case 16: return .confirmed
        case 17: return .redirected([.uri("sip:new@n"), .user("carol")], .status(302, .redirection))
        case 18: return .digits([Digit(symbol: 0x31)])
        default: return .released(random.number(below: 2) == 0 ? .normal : .status(486, .userBusy))
        }
    }
}
