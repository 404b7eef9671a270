import CallControl
import CallModel
import ProtocolKit
import SDP
import Testing

/// Offers and answers between two parties who talk: hold, refusals, crossing offers, ends in the middle.
struct ExchangeTests {
    private var script: CallScript

    init() throws {
        self.script = try CallScript("<action application='bridge' data='sip:bob@b' media='direct'/>")
        _ = self.script.call()
        _ = self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = self.script.placed(1, .answered(CallScript.one))
        _ = self.script.caller(.confirmed)
    }

    private static func peer(_ number: UInt32) -> ExchangeID {
        ExchangeID(.peer, number)
    }

    private static func gateway(_ number: UInt32) -> ExchangeID {
        ExchangeID(.gateway, number)
    }

    /// Holder's direction and what the other side may say; the first passes as it is, the second too.
    @Test(
        arguments: [
            ("sendonly", "recvonly"), ("inactive", "inactive"), ("recvonly", "sendonly"), ("sendrecv", "sendrecv"),
            ("sendrecv", "inactive"),
        ]
    )
    mutating func `a direction passes as it is, both ways`(offered: String, answered: String) {
        #expect(
            self.script.caller(.offer(CallScript.sdp(4000, offered), Self.peer(1), nil)) == [
                "B1 offer g1 4000\(Self.word(offered))"
            ]
        )
        #expect(
            self.script.placed(1, .answer(CallScript.sdp(5000, answered), Self.gateway(1), nil)) == [
                "A answer p1 5000\(Self.word(answered))"
            ]
        )
        #expect(
            self.script.placed(1, .offer(CallScript.sdp(5000, offered), Self.peer(1), nil)) == [
                "A offer g1 5000\(Self.word(offered))"
            ]
        )
        #expect(
            self.script.caller(.answer(CallScript.sdp(4000, answered), Self.gateway(1), nil)) == [
                "B1 answer p1 4000\(Self.word(answered))"
            ]
        )
    }

    /// The mirror of §8.4 of RFC 3264 through ports of ours, for a caller of either protocol: what the holder says passes
    /// as it is, and what the other answers is what that allows, so that `inactive` never becomes `recvonly`.
    @Test(arguments: MediaDirection.allCases, MediaDirection.allCases)
    func `an answer passes as far as its offer allows`(offered: MediaDirection, answered: MediaDirection) throws {
        for signaling in SignalingProtocol.allCases {
            let caller = LegID(signaling, .incoming, number: 1)
            let callee = CallScript.placed(1)
            var script = try CallScript("<action application='bridge' data='sip:bob@b'/>")
            _ = script.call(from: caller)
            _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
            _ = script.placed(1, .answered(CallScript.one))
            _ = script.report(.confirmed, from: caller)
            let heard = answered.intersection(offered.mirrored)
            for (holder, other, names) in [(caller, callee, ("B1", "A")), (callee, caller, ("A", "B1"))] {
                let ports = holder == caller ? (30_002, 30_000) : (30_000, 30_002)
                let offer = LegEvent.offer(CallScript.sdp(4000, "\(offered.token)"), Self.peer(1), nil)
                #expect(
                    script.report(offer, from: holder) == [
                        "\(names.0) offer g1 \(ports.0)\(Self.word("\(offered.token)"))"
                    ]
                )
                let answer = LegEvent.answer(CallScript.sdp(5000, "\(answered.token)"), Self.gateway(1), nil)
                #expect(
                    script.report(answer, from: other) == [
                        "\(names.1) answer p1 \(ports.1)\(Self.word("\(heard.token)"))"
                    ]
                )
            }
        }
    }

    @Test
    mutating func `a refused offer is refused at its origin and what was agreed stands`() {
        _ = self.script.caller(.offer(CallScript.sdp(4000, "sendonly"), Self.peer(1), nil))
        #expect(
            self.script.placed(1, .offerRefused(Self.gateway(1), .status(488, .bearerCapabilityNotImplemented))) == [
                "A refuse p1 65 488"
            ]
        )
        #expect(self.script.caller(.offerRequested(Self.peer(2))) == ["B1 wish g2"])
        #expect(self.script.placed(1, .offer(CallScript.sdp(5000), Self.gateway(2), nil)) == ["A offer p2 5000"])
        #expect(self.script.caller(.answer(CallScript.sdp(4000), Self.peer(2), nil)) == ["B1 answer g2 4000"])
    }

    @Test
    mutating func `an offer without a description passes, and its refusals do at every step`() {
        #expect(self.script.placed(1, .offerRequested(Self.peer(1))) == ["A wish g1"])
        #expect(
            self.script.caller(.offerRefused(Self.gateway(1), .status(488, .bearerCapabilityNotImplemented))) == [
                "B1 refuse p1 65 488"
            ]
        )
        #expect(self.script.placed(1, .offerRequested(Self.peer(2))) == ["A wish g2"])
        #expect(self.script.caller(.offer(CallScript.sdp(4000), Self.gateway(2), nil)) == ["B1 offer p2 4000"])
        let refusal = ReleaseCause.local(.protocolViolation, .protocolError)
        #expect(
            self.script.placed(1, .offerRefused(Self.peer(2), refusal)) == ["A refuse g2 111 protocolViolation"]
        )
    }

    @Test
    mutating func `an offer that crosses another one is refused and the other one goes on`() {
        #expect(self.script.caller(.offer(CallScript.sdp(4002), Self.peer(1), nil)) == ["B1 offer g1 4002"])
        #expect(
            self.script.placed(1, .offer(CallScript.sdp(5002), Self.peer(1), nil)) == [
                "B1 refuse p1 127 offerPending"
            ]
        )
        #expect(self.script.caller(.offerRequested(Self.peer(2))) == ["A refuse p2 127 offerPending"])
        #expect(
            self.script.placed(1, .answer(CallScript.sdp(5000), Self.gateway(1), nil)) == ["A answer p1 5000"]
        )
    }

    @Test
    mutating func `answers and refusals to nothing are ignored`() {
        #expect(self.script.placed(1, .answer(CallScript.sdp(5000), Self.gateway(7), nil)) == [])
        #expect(self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, nil)) == [])
        #expect(self.script.caller(.answer(CallScript.sdp(5000), .incomingSetup, nil)) == [])
        #expect(self.script.caller(.offerRefused(Self.gateway(7), .normal)) == [])
    }

    @Test
    mutating func `an end in the middle of an exchange ends both legs`() {
        _ = self.script.caller(.offer(CallScript.sdp(4002), Self.peer(1), nil))
        #expect(self.script.placed(1, .released(.normal)) == ["A refuse p1 16 BYE", "A release 16 BYE"])
        self.script.finish(CallScript.caller)
    }

    @Test
    mutating func `an offer to a leg that is being released changes nothing`() {
        _ = self.script.caller(.released(.normal))
        #expect(
            self.script.placed(1, .offer(CallScript.sdp(5002), Self.peer(1), nil)) == [
                "B1 refuse p1 127 offerPending"
            ]
        )
        self.script.finish(CallScript.placed(1))
    }

    private static func word(_ direction: String) -> String {
        direction == "sendrecv" ? "" : " \(direction)"
    }
}
