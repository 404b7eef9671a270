import CallControl
import CallModel
import ProtocolKit
import SDP
import Testing

/// A line brings two parties together who both talk to it (RFC 5589 §7, RFC 3725 §4.1).
struct TransferTests {
    private typealias Parts = TransferStage.Parts

    private static func gateway(_ number: UInt32) -> ExchangeID {
        ExchangeID(.gateway, number)
    }

    private static func name(_ leg: LegID) -> String {
        switch leg.origin {
        case .incoming: leg.number == 1 ? "A" : "A\(leg.number)"
        case .outgoing: "B\(leg.number)"
        }
    }

    /// A line that has put X on hold and talks to Y.
    private func stage(
        _ parts: Parts = Parts.all[0],
        _ plan: String = TransferStage.plan,
        configure: (inout CallConfiguration) -> Void = { _ in }
    ) throws -> TransferStage {
        var stage = try TransferStage(parts, plan, configure: configure)
        stage.hold()
        stage.call()
        stage.answer()
        return stage
    }

    /// Ends the call of X and Y and expects two records and nothing else.
    private func finish(_ stage: inout TransferStage, sourceLocation: SourceLocation = #_sourceLocation) {
        stage.leave()
        for leg in [stage.y, stage.x] {
            _ = stage.script.report(.released(.normal), from: leg)
        }
        _ = stage.script.wait(.seconds(3))
        #expect(stage.script.records.count == 2, sourceLocation: sourceLocation)
        #expect(stage.script.controller.isEmpty, sourceLocation: sourceLocation)
        #expect(stage.script.controller.nextDeadline == nil, sourceLocation: sourceLocation)
    }

    @Test(arguments: Parts.all)
    private func `the others talk to each other, whoever called whom`(parts: Parts) throws {
        var stage = try self.stage(parts)
        let (x, y) = (Self.name(stage.x), Self.name(stage.y))
        let (first, second) = (Self.name(stage.first), Self.name(stage.second))
        #expect(
            stage.transfer() == [
                "\(first) transferred completed", "\(first) release 16 transferred",
                "\(second) transferred completed", "\(second) release 16 transferred",
                "\(x) update \(parts.lineCalledY ? 300 : 100)", "\(y) update \(parts.lineCalledX ? 200 : 100)",
                "\(y) wish g1",
            ]
        )
        let ports = (x: parts.lineCalledX ? 30_002 : 30_000, y: parts.lineCalledY ? 30_006 : 30_004)
        #expect(
            stage.script.report(.offer(CallScript.sdp(6000), Self.gateway(1), nil), from: stage.y) == [
                "\(x) offer g2 \(ports.x)"
            ]
        )
        #expect(
            stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(2), nil), from: stage.x) == [
                "\(y) answer g1 \(ports.y)"
            ]
        )
        // Both change the session and send digits from here as in any other call.
        #expect(stage.script.report(.digits([Digit(symbol: 0x35)]), from: stage.x) == ["\(y) send 5"])
        #expect(
            stage.script.report(.offer(CallScript.sdp(6000, "sendonly"), ExchangeID(.peer, 9), nil), from: stage.y)
                == ["\(x) offer g3 \(ports.x) sendonly"]
        )
        stage.leave()
        #expect(
            stage.script.report(.released(.normal), from: stage.y) == [
                "\(x) release 16 BYE"
            ]
        )
        self.finish(&stage)
    }

    @Test(arguments: Parts.all)
    private func `whose media was anchored hear each other at once, by the ports they have`(parts: Parts) throws {
        var stage = try self.stage(parts)
        let before = stage.script.orders.count
        _ = stage.transfer()
        let x = MediaAnchor(number: parts.lineCalledX ? 2 : 1, thread: 0)
        let y = MediaAnchor(number: parts.lineCalledY ? 4 : 3, thread: 0)
        let joins = stage.script.orders[before...].filter { $0.word == "join" }
        #expect(joins == [parts.lineCalledY ? .join(x, y) : .join(y, x)])
        #expect(stage.script.orders[before...].filter { $0.word == "open" }.isEmpty)
        stage.leave()
        let closed = stage.script.orders.filter { $0.word == "close" }
        #expect(closed.count == 2)
        #expect(!closed.contains(.close(x)) && !closed.contains(.close(y)))
        self.finish(&stage)
    }

    @Test
    func `each call has its record, and the leg that went stands in both`() throws {
        var stage = try self.stage()
        _ = stage.transfer()
        stage.leave()
        _ = stage.script.report(.counters(MediaAnchor(number: 2, thread: 0), [StreamCounters(index: 0)]))
        let former = try #require(stage.script.records.first)
        #expect(former.legs.map(\.leg) == [stage.x, stage.first])
        #expect(former.legs.allSatisfy { $0.cause == .local(.transferred, .normalClearing) })
        #expect(former.legs.map(\.media.count) == [0, 1])
        _ = stage.script.report(.released(.normal), from: stage.y)
        _ = stage.script.report(.released(.normal), from: stage.x)
        for number in [1, 3, 4] {
            var counters = StreamCounters(index: 0)
            counters.packetsReceived = UInt64(number)
            _ = stage.script.report(.counters(MediaAnchor(number: UInt64(number), thread: 0), [counters]))
        }
        let latter = try #require(stage.script.records.last)
        #expect(latter.call != former.call)
        #expect(latter.legs.map(\.leg) == [stage.second, stage.y, stage.x])
        #expect(latter.legs.map(\.party.user) == ["100", "300", "100"])
        #expect(latter.legs.map { $0.media.first?.packetsReceived } == [3, 4, 1])
        #expect(latter.legs[0].cause == .local(.transferred, .normalClearing))
        #expect(stage.script.controller.isEmpty)
    }

    @Test
    func `ports on another media thread are lent anew`() throws {
        var stage = try self.stage { $0.media.threads = 2 }
        let former = MediaAnchor(number: 1, thread: 0)
        _ = stage.transfer()
        #expect(stage.script.orders.contains(.close(former)))
        #expect(
            stage.script.report(.offer(CallScript.sdp(6000), Self.gateway(1), nil), from: stage.y) == [
                "A offer g2 35004"
            ]
        )
        _ = stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(2), nil), from: stage.x)
        #expect(
            stage.script.orders.last { $0.word == "join" }
                == .join(MediaAnchor(number: 5, thread: 1), MediaAnchor(number: 4, thread: 1))
        )
        var counters = StreamCounters(index: 0)
        counters.packetsReceived = 7
        _ = stage.script.report(.counters(former, [counters]))
        self.finish(&stage)
        #expect(stage.script.records.first?.legs.first?.media.first?.packetsReceived == 7)
    }

    @Test
    func `without ports on the other media thread both calls go on as before`() throws {
        var stage = try self.stage {
            $0.media.threads = 2
            $0.media.interfaces = [MediaInterface(address: .loopbackV4, ports: 30_000...30_007)]
        }
        #expect(stage.transfer() == ["B1 transferred refused"])
        #expect(
            stage.script.report(.offer(CallScript.sdp(5000), ExchangeID(.peer, 2), nil), from: stage.first) == [
                "A offer g2 30000"
            ]
        )
        #expect(stage.script.report(.digits([Digit(symbol: 0x31)]), from: stage.second) == ["B2 send 1"])
        self.finish(&stage)
    }

    @Test(arguments: Parts.all)
    private func `parties that send to each other learn each other's addresses`(parts: Parts) throws {
        var stage = try self.stage(parts, "<action application='bridge' data='sip:b@b' media='direct'/>")
        let (x, y) = (Self.name(stage.x), Self.name(stage.y))
        #expect(stage.transfer().last == "\(y) wish g1")
        #expect(
            stage.script.report(.offer(CallScript.sdp(6000), Self.gateway(1), nil), from: stage.y) == [
                "\(x) offer g2 6000"
            ]
        )
        #expect(
            stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(2), nil), from: stage.x) == [
                "\(y) answer g1 4000"
            ]
        )
        #expect(stage.script.orders.isEmpty)
        self.finish(&stage)
    }

    // MARK: Refusals

    @Test
    func `what cannot be is refused, and nothing has changed`() throws {
        var stage = try self.stage()
        let refused = ["B1 transferred refused"]
        for leg in [CallScript.incoming(7), stage.first, stage.x] {
            #expect(stage.script.report(.transferRequested(.join(leg)), from: stage.first) == refused)
        }
        #expect(stage.script.report(.digits([Digit(symbol: 0x31)]), from: stage.x) == ["B1 send 1"])
        // A call that is ending takes nobody in.
        _ = stage.script.report(.released(.normal), from: stage.y)
        #expect(stage.transfer() == refused)
        self.finish(&stage)
    }

    @Test
    func `a party that was called and has not answered cannot be brought into another call`() throws {
        var stage = try TransferStage(Parts.all[0])
        stage.call()
        #expect(
            stage.script.report(.transferRequested(.join(stage.first)), from: stage.second) == [
                "A2 transferred refused"
            ]
        )
        #expect(
            stage.script.report(.transferRequested(.join(stage.y)), from: stage.first) == ["B1 transferred refused"]
        )
        self.finish(&stage)
    }

    @Test
    func `a call takes in a bounded number of legs`() throws {
        var stage = try self.stage { $0.maximumLegs = 1 }
        #expect(stage.transfer() == ["B1 transferred refused"])
        self.finish(&stage)
    }

    // MARK: Exchanges under way

    @Test
    func `an offer that the line has not answered is refused, and X may make it again`() throws {
        var stage = try self.stage()
        #expect(
            stage.script.report(.offer(CallScript.sdp(4002), ExchangeID(.peer, 1), nil), from: stage.x) == [
                "B1 offer g1 30002"
            ]
        )
        let said = stage.transfer()
        #expect(said.first == "A refuse p1 127 offerPending")
        #expect(said.last == "B2 wish g1")
        _ = stage.script.report(.offer(CallScript.sdp(6000), Self.gateway(1), nil), from: stage.y)
        _ = stage.script.report(.answer(CallScript.sdp(4000), Self.gateway(2), nil), from: stage.x)
        #expect(
            stage.script.report(.offer(CallScript.sdp(4002), ExchangeID(.peer, 2), nil), from: stage.x) == [
                "B2 offer g2 30006"
            ]
        )
        self.finish(&stage)
    }

    @Test(arguments: [true, false])
    func `what the line has offered is waited for before the parties agree`(isTaken: Bool) throws {
        var stage = try self.stage()
        let resume = LegEvent.offer(CallScript.sdp(5000), ExchangeID(.peer, 2), nil)
        #expect(stage.script.report(resume, from: stage.first) == ["A offer g2 30000"])
        #expect(!stage.transfer().contains { $0.contains("wish") })
        let result: LegEvent =
            isTaken
            ? .answer(CallScript.sdp(4000), Self.gateway(2), nil)
            : .offerRefused(Self.gateway(2), .status(491, .interworking))
        #expect(stage.script.report(result, from: stage.x) == ["B2 wish g1"])
        #expect(
            stage.script.report(.offer(CallScript.sdp(6000), Self.gateway(1), nil), from: stage.y) == [
                "A offer g3 30000"
            ]
        )
        self.finish(&stage)
    }

    @Test
    func `what X offers at the line's wish passes to Y`() throws {
        var stage = try self.stage()
        #expect(stage.script.report(.offerRequested(ExchangeID(.peer, 2)), from: stage.first) == ["A wish g2"])
        _ = stage.transfer()
        #expect(
            stage.script.report(.offer(CallScript.sdp(4000), Self.gateway(2), nil), from: stage.x) == [
                "B2 offer g1 30006"
            ]
        )
        #expect(
            stage.script.report(.answer(CallScript.sdp(6000), Self.gateway(1), nil), from: stage.y).first
                == "A answer g2 30000"
        )
        self.finish(&stage)
    }

    @Test
    func `a caller that has not acknowledged is offered nothing before`() throws {
        var stage = try TransferStage(Parts.all[2])
        stage.call()
        _ = stage.script.placed(2, .answer(CallScript.sdp(5002), .outgoingSetup, TransferStage.callee))
        _ = stage.script.placed(2, .answered(TransferStage.callee))
        #expect(!stage.transfer().contains { $0.contains("wish") })
        #expect(stage.script.report(.confirmed, from: stage.y) == ["A wish g1"])
        self.finish(&stage)
    }

    // MARK: No agreement

    @Test
    func `a party that makes no offer gets that of the other`() throws {
        var stage = try self.stage()
        _ = stage.transfer()
        let refusal = LegEvent.offerRefused(Self.gateway(1), .status(488, .bearerCapabilityNotImplemented))
        #expect(stage.script.report(refusal, from: stage.y) == ["A wish g3"])
        #expect(
            stage.script.report(.offer(CallScript.sdp(4000), Self.gateway(3), nil), from: stage.x) == [
                "B2 offer g2 30006"
            ]
        )
        #expect(
            stage.script.report(.answer(CallScript.sdp(6000), Self.gateway(2), nil), from: stage.y) == [
                "A answer g3 30000"
            ]
        )
        self.finish(&stage)
    }

    @Test(arguments: [true, false])
    func `parties that do not agree go on as they are, unless one is on hold`(isHeld: Bool) throws {
        var stage = try TransferStage(Parts.all[0])
        if isHeld {
            stage.hold()
        }
        stage.call()
        stage.answer()
        _ = stage.transfer()
        let cause = ReleaseCause.status(488, .bearerCapabilityNotImplemented)
        _ = stage.script.report(.offer(CallScript.sdp(6000), Self.gateway(1), nil), from: stage.y)
        let own: UInt32 = isHeld ? 2 : 1
        #expect(
            stage.script.report(.offerRefused(Self.gateway(own), cause), from: stage.x) == [
                "B2 refuse g1 65 488", "A wish g\(own + 1)",
            ]
        )
        #expect(
            stage.script.report(.offerRefused(Self.gateway(own + 1), cause), from: stage.x)
                == (isHeld ? ["B2 release 88 mediaMismatch", "A release 88 mediaMismatch"] : [])
        )
        self.finish(&stage)
    }

    // MARK: Limits, ends, more transfers

    @Test
    func `a user's and a trunk's places go with the leg`() throws {
        var script = try CallScript("<action application='bridge' data='trunk/carrier/1'/>") {
            $0.limits.callsOfUser = 1
            $0.limits.trunks["carrier"] = CallLimitSettings.Trunk(calls: 2)
        }
        let line = CallScript.setup(source: CallScript.source(user: "line"))
        let other = CallScript.setup(source: CallScript.source(user: "other"))
        // The line calls X by the trunk, then another user calls the line's second leg by the trunk.
        for (number, setup) in [(UInt64(1), line), (2, other)] {
            _ = script.call(setup, from: CallScript.incoming(number))
            _ = script.placed(number, .answer(CallScript.sdp(6000), .outgoingSetup, CallScript.one))
            _ = script.placed(number, .answered(CallScript.one))
            _ = script.report(.confirmed, from: CallScript.incoming(number))
        }
        #expect(script.call(line, from: CallScript.incoming(3)) == ["A3 release 42 limit"])
        _ = script.report(.transferRequested(.join(CallScript.placed(2))), from: CallScript.incoming(1))
        _ = script.report(.released(.normal), from: CallScript.incoming(1))
        // The line's leg is over, that of the trunk is not.
        #expect(script.call(line, from: CallScript.incoming(4)) == ["A4 release 42 limit"])
        _ = script.report(.released(.normal), from: CallScript.incoming(4))
        _ = script.report(.released(.normal), from: CallScript.placed(2))
        #expect(script.call(line, from: CallScript.incoming(5)) == ["B3 place trunk/carrier/1 offer 30010"])
        #expect(script.call(other, from: CallScript.incoming(6)) == ["A6 release 42 limit"])
        for leg in [CallScript.placed(1), CallScript.incoming(2), CallScript.incoming(5), CallScript.placed(3)] {
            _ = script.report(.released(.normal), from: leg)
        }
        _ = script.wait(.seconds(3))
        #expect(script.controller.isEmpty)
    }

    @Test
    func `the line may be gone before it has heard that the transfer is done`() throws {
        var stage = try self.stage()
        _ = stage.transfer()
        _ = stage.script.report(.released(.normal), from: stage.first)
        _ = stage.script.report(.released(.normal), from: stage.second)
        #expect(stage.script.report(.digits([Digit(symbol: 0x31)]), from: stage.y) == ["A send 1"])
        self.finish(&stage)
    }

    @Test
    func `a party that came by a transfer may bring its partner into a third call`() throws {
        var stage = try self.stage()
        _ = stage.transfer()
        stage.leave()
        // Y calls Z, and X shall talk to Z.
        _ = stage.script.call(CallScript.setup("400", offer: CallScript.sdp(6002)), from: CallScript.incoming(3))
        _ = stage.script.placed(3, .answer(CallScript.sdp(7000), .outgoingSetup, CallScript.one))
        _ = stage.script.placed(3, .answered(CallScript.one))
        _ = stage.script.report(.confirmed, from: CallScript.incoming(3))
        let said = stage.script.report(.transferRequested(.join(CallScript.incoming(3))), from: stage.y)
        // X was to answer Y's offer, which nobody has made yet; Y still has to say what it offers.
        #expect(said.contains("A update 400"))
        #expect(said.last == "B3 wish g1")
        for leg in [stage.y, CallScript.incoming(3), CallScript.placed(3), stage.x] {
            _ = stage.script.report(.released(.normal), from: leg)
        }
        _ = stage.script.wait(.seconds(3))
        #expect(stage.script.records.count == 3)
        let last = stage.script.records.first { $0.legs.first?.leg == CallScript.incoming(3) }
        #expect(last?.legs.map(\.leg) == [CallScript.incoming(3), CallScript.placed(3), stage.x])
        #expect(stage.script.controller.isEmpty)
    }
}
