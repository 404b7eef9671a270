import CallModel
import GatewayCore
import ProtocolKit
import SignalingShell
import Testing

struct SignalingLoopTests {
    @Test
    func `a deadline is served by the turn that finds it due`() throws {
        let station = try Station([.udp])
        station.loop.core.deadline = SystemClock.now.advanced(by: .seconds(3600))
        station.loop.turn(waitingAtMost: 0)
        #expect(station.loop.core.served.isEmpty)
        station.loop.core.deadline = SystemClock.now
        station.loop.turn(waitingAtMost: 0)
        #expect(station.loop.core.served.count == 1)
    }

    @Test
    func `what is held back for the end of a turn is sent by that turn`() throws {
        let (alice, bob) = (try Station([.udp]), try Station([.udp]))
        for number in UInt8(0)..<3 {
            alice.request(.send([number], to: bob.addresses[0], via: ListenerID(0)))
        }
        alice.loop.turn(waitingAtMost: 0)
        bob.loop.core.farewell = ([9], alice.addresses[0], ListenerID(0))
        bob.loop.turn(waitingAtMost: 1000)
        #expect(bob.loop.core.inputsOfTurns == [3])
        #expect(run(alice) { alice.events.count == 1 })
    }

    @Test
    func `letters of other threads are inputs of their kind`() throws {
        let station = try Station([.udp])
        let anchor = MediaAnchor(number: 1, thread: 0)
        station.loop.mailbox.post([.counters(anchor, []), .failed(anchor, .socketError)])
        station.loop.mailbox.post(ResolutionID(4), .failed)
        station.loop.mailbox.post(DecisionID(6), .noOpinion)
        station.loop.mailbox.post { loop in
            loop.perform { core, _ in core.effects.append(.observe(.trunkReachable("t", true))) }
        }
        station.loop.turn(waitingAtMost: 1000)
        #expect(station.loop.core.reports.count == 2)
        guard case .resolved(ResolutionID(4), .failed) = station.events.first else {
            Issue.record("expected a resolution")
            return
        }
        #expect(station.loop.core.results == [.noOpinion])
        #expect(station.sink.causes == [InputCause(number: 5, kind: .command)])
        #expect(station.sink.turns == 1)
    }

    @Test
    func `a loop that is told to stop ends its run`() throws {
        let station = try Station([.udp])
        station.loop.mailbox.stop()
        station.loop.run()
        #expect(station.sink.turns == 1)
    }

    @Test
    func `what decision servers are asked goes to the sink`() throws {
        let station = try Station([.udp])
        station.loop.perform { core, _ in core.effects.append(.decide(.withdraw(DecisionID(6)))) }
        #expect(station.sink.decisions == [.withdraw(DecisionID(6))])
    }

    @Test
    func `a question is put to the resolver`() throws {
        let station = try Station([.udp])
        let mailbox = station.loop.mailbox
        station.resolver.answer = { mailbox.post($0, .nothing(timeToLive: .seconds(5))) }
        station.request(.resolve(ResolutionID(9), DNSQuestion("example.com", .srv)))
        #expect(run(station) { !station.events.isEmpty })
        guard case .resolved(ResolutionID(9), .nothing(timeToLive: .seconds(5))) = station.events.first else {
            Issue.record("expected an answer")
            return
        }
    }
}
