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
            self.step(&script, &random, transfers: 2)
        }
        self.end(&script, calls: 3, seed)
    }

    @Test(arguments: 0..<80)
    func `whoever is transferred wherever, every call ends once and every anchor is closed`(seed: UInt64) throws {
        let media = seed % 3 == 0 ? " media='direct'" : ""
        var script = try CallScript("<action application='bridge' data='sip:b@b|sip:c@c'\(media)/>") {
            $0.media.threads = seed % 2 == 0 ? 2 : 1
            $0.media.interfaces = [MediaInterface(address: .loopbackV4, ports: 30_000...30_047)]
        }
        var random = IdentifierSource(seed: seed)
        for number in 1...UInt64(5) {
            self.call(&script, &random, from: LegID(number % 4 == 0 ? .mgcp : .sip, .incoming, number: number))
        }
        for _ in 0..<80 {
            self.step(&script, &random, transfers: 8)
        }
        self.end(&script, calls: 5, seed)
        var account = RelayAccount()
        for order in script.orders {
            account.follow(order)
        }
        #expect(account.faults == [], "seed \(seed)")
        #expect(account.ports.isEmpty, "seed \(seed)")
    }

    /// A call that is answered, more often than not.
    private func call(_ script: inout CallScript, _ random: inout IdentifierSource, from leg: LegID) {
        _ = script.call(from: leg)
        guard random.number(below: 5) != 0, let placed = script.controller.summaries.flatMap(\.legs).last else {
            return
        }
        _ = script.report(.answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one), from: placed)
        _ = script.report(.answered(CallScript.one), from: placed)
        if random.number(below: 5) != 0 {
            _ = script.report(.confirmed, from: leg)
        }
    }

    private func end(_ script: inout CallScript, calls: Int, _ seed: UInt64) {
        for _ in 0..<40 where !script.controller.isEmpty {
            for leg in script.controller.summaries.flatMap(\.legs) {
                script.controller.receive(.released(.normal), from: leg, at: script.now)
            }
            _ = script.drain()
            _ = script.wait(.seconds(10))
        }
        #expect(script.controller.isEmpty, "seed \(seed)")
        #expect(script.controller.nextDeadline == nil, "seed \(seed)")
        #expect(Set(script.records.map(\.call)).count == calls, "seed \(seed)")
        #expect(script.records.count == calls, "seed \(seed)")
    }

    private func step(_ script: inout CallScript, _ random: inout IdentifierSource, transfers: UInt64) {
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
            if random.number(below: 22) < transfers {
                let other = LegID.any(of: legs, random.number(below: UInt64(legs.count) + 1))
                script.controller.receive(.transferRequested(.join(other)), from: leg, at: script.now)
            } else {
                script.controller.receive(self.event(&random), from: leg, at: script.now)
            }
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

/// What a relay would know of its anchors, and what it could not do.
private struct RelayAccount {
    private(set) var ports: [MediaAnchor: [UInt16]] = [:]
    private(set) var faults: [String] = []

    mutating func follow(_ order: MediaOrder) {
        switch order {
        case .open(let anchor, let streams):
            self.expect(self.ports[anchor] == nil, order)
            self.take(streams, for: anchor, order)
        case .replan(let anchor, let streams):
            self.expect(self.ports[anchor] != nil, order)
            self.take(streams, for: anchor, order)
        case .join(let first, let second):
            self.expect(self.ports[first] != nil && self.ports[second] != nil, order)
            self.expect(first != second && first.thread == second.thread, order)
        case .setRemotes(let anchor, _), .select(let anchor, _), .part(let anchor), .play(let anchor, _),
            .listen(let anchor):
            self.expect(self.ports[anchor] != nil, order)
        case .close(let anchor):
            self.expect(self.ports.removeValue(forKey: anchor) != nil, order)
        }
    }

    private mutating func take(_ streams: [StreamPlan], for anchor: MediaAnchor, _ order: MediaOrder) {
        self.ports[anchor] = streams.map(\.local.port)
        let all = self.ports.values.flatMap { $0 }
        self.expect(Set(all).count == all.count, order)
    }

    private mutating func expect(_ isRight: Bool, _ order: MediaOrder) {
        if !isRight {
            self.faults.append(order.word)
        }
    }
}

extension LegID {
    /// One of these legs, or one that there never was.
    fileprivate static func any(of legs: [LegID], _ number: UInt64) -> LegID {
        number < legs.count ? legs[Int(number)] : CallScript.incoming(99)
    }
}
