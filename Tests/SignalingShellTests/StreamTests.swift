import CallModel
import GatewayCore
import ProtocolKit
import SignalingShell
import Testing

struct StreamTests {
    private let flow = FlowID(requested: 1)

    private func octets(_ events: [NetworkEvent]) -> [UInt8] {
        events.flatMap { event in
            if case .received(_, let bytes) = event {
                return bytes
            }
            return []
        }
    }

    private func accepted(_ events: [NetworkEvent]) -> FlowID? {
        for case .accepted(let flow, _, _, _) in events {
            return flow
        }
        return nil
    }

    private func end(_ events: [NetworkEvent]) -> FlowEnd? {
        for case .closed(_, let end) in events {
            return end
        }
        return nil
    }

    @Test(arguments: [IPAddress.loopbackV4, IPAddress(high: 0, low: 1)])
    func `what is written before a flow is open arrives, and the answer comes back`(ip: IPAddress) throws {
        let (alice, bob) = (try Station([.tcp], ip: ip), try Station([.tcp], ip: ip))
        alice.request(.connect(self.flow, to: bob.addresses[0], via: ListenerID(0)))
        alice.request(.write(Array("INVITE".utf8), self.flow))
        #expect(run(alice, bob) { self.octets(bob.events) == Array("INVITE".utf8) })
        let answered = try #require(self.accepted(bob.events))
        #expect(answered == FlowID(accepted: 1))
        bob.request(.write(Array("200".utf8), answered))
        #expect(run(alice, bob) { self.octets(alice.events) == Array("200".utf8) })
        guard case .connected(self.flow, let local) = alice.events.first,
            case .accepted(_, let remote, bob.addresses[0], ListenerID(0)) = bob.events.first
        else {
            Issue.record("expected a flow")
            return
        }
        #expect(local == remote)
        #expect(local.ip == ip)
    }

    @Test
    func `a flow is closed once everything has been written, and both sides learn of it`() throws {
        let (alice, bob) = (try Station([.tcp]), try Station([.tcp]))
        let large = [UInt8](repeating: 5, count: 900_000)
        alice.request(.connect(self.flow, to: bob.addresses[0], via: ListenerID(0)))
        alice.request(.write(large, self.flow))
        alice.request(.close(self.flow))
        #expect(run(alice, bob) { self.end(bob.events) != nil })
        #expect(self.octets(bob.events).count == large.count)
        #expect(self.end(bob.events) == .byPeer)
        #expect(self.end(alice.events) == .byUs)
        #expect(alice.loop.flowCount == 0 && bob.loop.flowCount == 0)
    }

    @Test
    func `a port that nobody listens on refuses`() throws {
        let alice = try Station([.tcp])
        let closed = try Station([.udp]).addresses[0]
        alice.request(.connect(self.flow, to: closed, via: ListenerID(0)))
        #expect(run(alice) { self.end(alice.events) == .refused })
    }

    @Test
    func `one source may not open more flows than it is allowed`() throws {
        let alice = try Station([.tcp])
        let bob = try Station([.tcp]) { $0.flowsPerSource = 2 }
        for number in UInt64(1)...5 {
            alice.request(.connect(FlowID(requested: number), to: bob.addresses[0], via: ListenerID(0)))
        }
        #expect(run(alice, bob) { bob.loop.refusedFlows == 3 && alice.loop.flowCount == 2 })
        #expect(bob.loop.flowCount == 2)
    }

    @Test
    func `a peer that does not read loses its flow when too much waits`() throws {
        let (alice, bob) = (try Station([.tcp]) { $0.flowBuffer = 100_000 }, try Station([.tcp]))
        alice.request(.connect(self.flow, to: bob.addresses[0], via: ListenerID(0)))
        #expect(run(alice, bob) { self.accepted(bob.events) != nil })
        for _ in 0..<400 {
            alice.request(.write([UInt8](repeating: 1, count: 50_000), self.flow))
            alice.loop.turn(waitingAtMost: 0)
        }
        #expect(self.end(alice.events) == .failed)
    }

    @Test
    func `an idle flow is closed`() throws {
        let (alice, bob) = (try Station([.tcp]), try Station([.tcp]) { $0.flowIdle = .milliseconds(1) })
        alice.request(.connect(self.flow, to: bob.addresses[0], via: ListenerID(0)))
        #expect(run(alice, bob) { self.end(bob.events) == .byUs })
    }
}
