import CallModel
import GatewayCore
import ProtocolKit
import SignalingShell
import Testing

struct DatagramTests {
    @Test(arguments: [IPAddress.loopbackV4, IPAddress(high: 0, low: 1)])
    func `datagrams go out and come back with the right addresses`(ip: IPAddress) throws {
        let (alice, bob) = (try Station([.udp], ip: ip), try Station([.udp], ip: ip))
        bob.loop.core.echoes = true
        for number in UInt8(0)..<100 {
            alice.request(.send([number, 7], to: bob.addresses[0], via: ListenerID(0)))
        }
        #expect(run(alice, bob) { alice.events.count == 100 })
        for (number, event) in alice.events.enumerated() {
            guard case .datagram(let bytes, let source, let listener) = event else {
                Issue.record("expected a datagram")
                return
            }
            #expect(bytes == [UInt8(number), 7])
            #expect(source == bob.addresses[0])
            #expect(listener == ListenerID(0))
        }
    }

    @Test
    func `the largest datagram passes whole`() throws {
        let (alice, bob) = (try Station([.udp]), try Station([.udp]))
        alice.request(.send([UInt8](repeating: 9, count: 65_507), to: bob.addresses[0], via: ListenerID(0)))
        #expect(run(alice, bob) { bob.events.count == 1 })
        guard case .datagram(let bytes, _, _) = bob.events.first else {
            Issue.record("expected a datagram")
            return
        }
        #expect(bytes.count == 65_507)
    }

    @Test
    func `a port that nobody listens on is reported and other peers are still reached`() throws {
        let (alice, bob) = (try Station([.udp]), try Station([.udp]))
        let closed = try Station([.udp]).addresses[0]
        alice.request(.send([1], to: closed, via: ListenerID(0)))
        alice.loop.turn(waitingAtMost: 0)
        for _ in 0..<40 {
            alice.request(.send([2], to: bob.addresses[0], via: ListenerID(0)))
        }
        #expect(run(alice, bob) { bob.events.count == 40 && !alice.events.isEmpty })
        guard case .unreachable(let address, ListenerID(0)) = alice.events.first else {
            Issue.record("expected an unreachable address")
            return
        }
        #expect(address == closed)
    }

    @Test(arguments: ["127.0.0.1:0", "0.0.0.0:5060", "255.255.255.255:5060", "224.0.1.75:5060", "[::1]:5060"])
    func `what is no single host of the socket's family is refused without a system call`(text: String) throws {
        let alice = try Station([.udp])
        let address = try #require(TransportAddress(text))
        alice.request(.send([1], to: address, via: ListenerID(0)))
        alice.loop.turn(waitingAtMost: 0)
        guard case .unreachable(address, ListenerID(0)) = alice.events.first else {
            Issue.record("expected an unreachable address")
            return
        }
    }

    @Test
    func `an address that is taken is an error that names it`() throws {
        let alice = try Station([.udp])
        let taken = ListenerConfiguration(transport: .udp, address: alice.addresses[0])
        #expect(throws: ShellError("cannot listen for UDP on", alice.addresses[0], code: 98)) {
            try ListeningSockets([taken], buffer: 1 << 20)
        }
    }
}
