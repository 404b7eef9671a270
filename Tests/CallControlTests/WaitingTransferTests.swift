import CallControl
import CallModel
import ProtocolKit
import SDP
import Testing

/// A line hands a party over to a call that nobody has answered yet (RFC 5589 §7.3): the party waits and hears ringing.
struct WaitingTransferTests {
    private typealias Parts = TransferStage.Parts

    private static let parts = [Parts.all[0], Parts.all[1]]
    private static let released = [
        "B1 transferred completed", "B1 release 16 transferred", "A2 transferred completed",
        "A2 release 16 transferred",
    ]

    private static func gateway(_ number: UInt32) -> ExchangeID {
        ExchangeID(.gateway, number)
    }

    private func signals(_ script: CallScript) -> [String] {
        script.orders.compactMap { order in
            switch order {
            case .play(let anchor, .cadence(_, let type)): "ring \(anchor.number) \(type)"
            case .play(let anchor, .silence): "silence \(anchor.number)"
            case .join(let first, let second): "join \(first.number) \(second.number)"
            case .open, .replan, .setRemotes, .select, .part, .play, .listen, .close: nil
            }
        }
    }

    /// The line talks to X and calls Y, who is alerted.
    private func stage(
        _ parts: Parts = Parts.all[0],
        _ plan: String = TransferStage.plan,
        isHeld: Bool = false
    ) throws -> TransferStage {
        var stage = try TransferStage(parts, plan)
        if isHeld {
            stage.hold()
        }
        stage.call()
        _ = stage.script.placed(2, .alerting(TransferStage.callee, inBand: .none))
        return stage
    }

    private func finish(_ stage: inout TransferStage, sourceLocation: SourceLocation = #_sourceLocation) {
        stage.leave()
        for number in UInt64(2)...3 {
            _ = stage.script.placed(number, .released(.normal))
        }
        _ = stage.script.report(.released(.normal), from: stage.x)
        _ = stage.script.wait(.seconds(3))
        #expect(stage.script.records.count == 2, sourceLocation: sourceLocation)
        #expect(stage.script.controller.isEmpty, sourceLocation: sourceLocation)
        #expect(stage.script.controller.nextDeadline == nil, sourceLocation: sourceLocation)
    }

    @Test(arguments: Self.parts)
    private func `the party hears ringing until the answer`(parts: Parts) throws {
        var stage = try self.stage(parts)
        let x = parts.lineCalledX ? "B1" : "A"
        let anchor = parts.lineCalledX ? 2 : 1
        #expect(stage.transfer().count == 4)
        #expect(self.signals(stage.script).suffix(1) == ["ring \(anchor) 0"])
        #expect(stage.script.placed(2, .alerting(TransferStage.callee, inBand: .none)) == [])
        _ = stage.script.placed(2, .answer(CallScript.sdp(6000), .outgoingSetup, TransferStage.callee))
        #expect(
            stage.script.placed(2, .answered(TransferStage.callee)) == [
                "B2 accept 1", "\(x) update 300", "B2 update \(parts.lineCalledX ? 200 : 100)",
            ]
        )
        #expect(self.signals(stage.script).suffix(2) == ["join \(anchor) 4", "silence \(anchor)"])
        #expect(stage.script.report(.digits([Digit(symbol: 0x31)]), from: stage.x) == ["B2 send 1"])
        #expect(stage.script.placed(2, .released(.normal)) == ["\(x) release 16 BYE"])
        self.finish(&stage)
    }

    @Test
    func `nobody rings before a target does`() throws {
        var stage = try TransferStage(Parts.all[0])
        stage.call()
        #expect(stage.transfer() == Self.released)
        #expect(self.signals(stage.script).filter { $0.hasPrefix("ring") } == [])
        #expect(stage.script.placed(2, .alerting(TransferStage.callee, inBand: .none)) == [])
        #expect(self.signals(stage.script).last == "ring 1 0")
        self.finish(&stage)
    }

    @Test
    func `a party on hold that may listen hears ringing, and is taken off hold by the answer`() throws {
        var stage = try self.stage(isHeld: true)
        #expect(stage.transfer() == Self.released)
        #expect(self.signals(stage.script).last == "ring 1 0")
        _ = stage.script.placed(2, .answer(CallScript.sdp(6000), .outgoingSetup, TransferStage.callee))
        #expect(
            stage.script.placed(2, .answered(TransferStage.callee)) == [
                "B2 accept 1", "A update 300", "B2 update 100", "A offer g2 30000",
            ]
        )
        #expect(stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(2), nil), from: stage.x) == [])
        self.finish(&stage)
    }

    @Test(arguments: [true, false])
    func `a party that may not listen is offered the ringing`(isTaken: Bool) throws {
        var stage = try self.stage()
        let hold = LegEvent.offer(CallScript.sdp(5000, "inactive"), ExchangeID(.peer, 1), nil)
        _ = stage.script.report(hold, from: stage.first)
        _ = stage.script.report(.answer(CallScript.sdp(4000, "inactive"), Self.gateway(1), nil), from: stage.x)
        #expect(stage.transfer() == Self.released + ["A offer g2 30000"])
        let result: LegEvent =
            isTaken
            ? .answer(CallScript.sdp(4000), Self.gateway(2), nil)
            : .offerRefused(Self.gateway(2), .status(488, .bearerCapabilityNotImplemented))
        #expect(stage.script.report(result, from: stage.x) == [])
        #expect(self.signals(stage.script).contains("ring 1 0") == isTaken)
        _ = stage.script.placed(2, .answer(CallScript.sdp(6000), .outgoingSetup, TransferStage.callee))
        #expect(stage.script.placed(2, .answered(TransferStage.callee)).last == "A offer g3 30000")
        #expect(stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(3), nil), from: stage.x) == [])
        self.finish(&stage)
    }

    @Test
    func `an answer while the ringing is being offered waits for it`() throws {
        var stage = try self.stage(Parts.all[0], "<action application='bridge' data='sip:b@b' media='direct'/>")
        #expect(stage.transfer() == Self.released + ["A offer g1 30000"])
        _ = stage.script.placed(2, .answer(CallScript.sdp(6000), .outgoingSetup, TransferStage.callee))
        #expect(
            stage.script.placed(2, .answered(TransferStage.callee)) == ["B2 accept 1", "A update 300", "B2 update 100"]
        )
        // Both had sent to the line: they agree on the relay's ports.
        #expect(
            stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(1), nil), from: stage.x) == ["B2 wish g1"]
        )
        #expect(
            stage.script.placed(2, .offer(CallScript.sdp(6000), Self.gateway(1), nil)) == ["A offer g2 30000"]
        )
        #expect(
            stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(2), nil), from: stage.x) == [
                "B2 answer g1 30002"
            ]
        )
        #expect(self.signals(stage.script).last == "join 1 2")
        self.finish(&stage)
    }

    @Test
    func `what a target plays before its answer is heard`() throws {
        var stage = try TransferStage(Parts.all[0])
        stage.call()
        _ = stage.script.placed(2, .answer(CallScript.sdp(6000), .outgoingSetup, TransferStage.callee))
        _ = stage.script.placed(2, .progress(TransferStage.callee, inBand: .present))
        #expect(stage.transfer() == Self.released)
        #expect(self.signals(stage.script).last == "join 1 4")
        #expect(stage.script.placed(2, .progress(TransferStage.callee, inBand: .present)) == [])
        #expect(
            stage.script.placed(2, .answered(TransferStage.callee)) == ["B2 accept 1", "A update 300", "B2 update 100"]
        )
        self.finish(&stage)
    }

    @Test
    func `the party that waits changes its session with the gateway`() throws {
        var stage = try self.stage()
        _ = stage.transfer()
        let hold = LegEvent.offer(CallScript.sdp(4000, "sendonly"), ExchangeID(.peer, 1), nil)
        #expect(stage.script.report(hold, from: stage.x) == ["A answer p1 30000 recvonly"])
        let resume = LegEvent.offer(CallScript.sdp(4000), ExchangeID(.peer, 2), nil)
        #expect(stage.script.report(resume, from: stage.x) == ["A answer p2 30000"])
        #expect(self.signals(stage.script).last == "ring 1 0")
        #expect(stage.script.report(.offerRequested(ExchangeID(.peer, 3)), from: stage.x) == ["A offer p3 30000"])
        #expect(stage.script.report(.answer(CallScript.sdp(4000), ExchangeID(.peer, 3), nil), from: stage.x) == [])
        self.finish(&stage)
    }

    @Test
    func `a party that still has to say whether it takes the ringing is waited for in a further call`() throws {
        var stage = try self.stage(Parts.all[0], "<action application='bridge' data='sip:b@b' media='direct'/>")
        #expect(stage.transfer() == Self.released + ["A offer g1 30000"])
        _ = stage.script.placed(2, .answer(CallScript.sdp(6000), .outgoingSetup, TransferStage.callee))
        _ = stage.script.placed(2, .answered(TransferStage.callee))
        // Y calls Z, and X shall talk to Z.
        _ = stage.script.call(CallScript.setup("400", offer: CallScript.sdp(6002)), from: CallScript.incoming(3))
        _ = stage.script.placed(3, .answer(CallScript.sdp(7000), .outgoingSetup, CallScript.one))
        _ = stage.script.placed(3, .answered(CallScript.one))
        _ = stage.script.report(.confirmed, from: CallScript.incoming(3))
        let said = stage.script.report(.transferRequested(.join(CallScript.incoming(3))), from: CallScript.placed(2))
        #expect(said.last == "B3 update 100")
        #expect(
            stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(1), nil), from: stage.x) == ["B3 wish g1"]
        )
        #expect(
            stage.script.placed(3, .offer(CallScript.sdp(7000), Self.gateway(1), nil)) == ["A offer g2 30000"]
        )
        stage.leave()
        for leg in [CallScript.placed(2), CallScript.incoming(3), CallScript.placed(3), stage.x] {
            _ = stage.script.report(.released(.normal), from: leg)
        }
        _ = stage.script.wait(.seconds(3))
        #expect(stage.script.records.count == 3)
        #expect(stage.script.controller.isEmpty)
    }

    // MARK: No answer

    @Test
    func `when nobody answers the party is released with the reason`() throws {
        var stage = try self.stage()
        _ = stage.transfer()
        #expect(stage.script.placed(2, .released(.status(486, .userBusy))) == ["A release 17 486"])
        self.finish(&stage)
        #expect(stage.script.records.last?.answered == nil)
    }

    @Test
    func `a party that gives up releases those who ring`() throws {
        var stage = try self.stage()
        _ = stage.transfer()
        #expect(stage.script.report(.released(.normal), from: stage.x) == ["B2 release 16 callerGaveUp"])
        self.finish(&stage)
    }

    @Test
    func `a further target is asked for an offer, which the party answers`() throws {
        var stage = try self.stage(Parts.all[0], "<action application='bridge' data='sip:b@b|sip:c@c'/>")
        _ = stage.transfer()
        #expect(stage.script.placed(2, .released(.status(486, .userBusy))) == ["B3 place sip:c@c bare"])
        _ = stage.script.placed(3, .offer(CallScript.sdp(7000), .outgoingSetup, TransferStage.callee))
        #expect(
            stage.script.placed(3, .answered(TransferStage.callee)) == [
                "B3 accept 1", "A update 300", "B3 update 100", "A offer g1 30000",
            ]
        )
        #expect(
            stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(1), nil), from: stage.x) == [
                "B3 answer g0 30008"
            ]
        )
        #expect(self.signals(stage.script).last == "join 1 5")
        self.finish(&stage)
    }

    @Test
    func `the dialplan's next action serves the party that waits`() throws {
        var stage = try self.stage(
            Parts.all[0],
            "<action application='bridge' data='sip:b@b'/><action application='answer-and-play-tone' frequency='440'/>"
        )
        _ = stage.transfer()
        // It hears the relay already.
        #expect(stage.script.placed(2, .released(.status(486, .userBusy))) == [])
        #expect(stage.script.orders.contains { if case .play(_, .tone(440, 0, _)) = $0 { true } else { false } })
        self.finish(&stage)
    }

    @Test
    func `a party that was handed over can be handed over again`() throws {
        var stage = try self.stage()
        _ = stage.transfer()
        // X asks that who calls it in a third call takes its place: it waits in its own call, so only as the second leg.
        #expect(
            stage.script.report(.transferRequested(.join(stage.second)), from: stage.x) == ["A transferred refused"]
        )
        _ = stage.script.call(CallScript.setup("400", offer: CallScript.sdp(7000)), from: CallScript.incoming(3))
        _ = stage.script.placed(3, .answer(CallScript.sdp(4002), .outgoingSetup, CallScript.one))
        _ = stage.script.placed(3, .answered(CallScript.one))
        _ = stage.script.report(.confirmed, from: CallScript.incoming(3))
        let said = stage.script.report(.transferRequested(.join(stage.x)), from: CallScript.placed(3))
        #expect(said.contains("A transferred completed"))
        #expect(self.signals(stage.script).last == "ring 5 0")
        #expect(stage.script.report(.released(.normal), from: CallScript.incoming(3)) == ["B2 release 16 callerGaveUp"])
        stage.leave()
        for leg in [stage.x, CallScript.placed(3), CallScript.placed(2)] {
            _ = stage.script.report(.released(.normal), from: leg)
        }
        _ = stage.script.wait(.seconds(3))
        #expect(stage.script.records.count == 3)
        #expect(stage.script.controller.isEmpty)
    }
}
