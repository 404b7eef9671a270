import CallModel
import GatewayCore
import ProtocolKit
import SignalingShell
import Synchronization
import Testing

/// Puts a message of a name server together (RFC 1035 §4.1).
private struct Reply {
    var code: UInt8 = 0
    var answers: [[UInt8]] = []
    var authorities: [[UInt8]] = []

    static func name(_ text: String) -> [UInt8] {
        text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + $0.utf8 } + [0]
    }

    /// A record whose name points to the question's.
    static func record(_ type: UInt16, timeToLive: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xC0, 12, 0, UInt8(type), 0, 1, 0, 0, 0, timeToLive, 0, UInt8(content.count)] + content
    }

    var bytes: [UInt8] {
        [0, 1, 0x81, 0x80 | self.code, 0, 1, 0, UInt8(self.answers.count), 0, UInt8(self.authorities.count), 0, 0]
            + Self.name("_sip._udp.example.com") + [0, 33, 0, 1] + self.answers.joined() + self.authorities.joined()
    }
}

struct DNSMessageTests {
    @Test
    func `service records come with their least time to live, aliases left out`() {
        var reply = Reply()
        reply.answers = [
            Reply.record(5, timeToLive: 30, Reply.name("alias.example.com")),
            Reply.record(33, timeToLive: 60, [0, 10, 0, 60, 0x13, 0xC4] + Reply.name("big.example.com")),
            // The target ends in a pointer to `example.com` of the question.
            Reply.record(33, timeToLive: 50, [0, 20, 0, 0, 0x13, 0xC5, 4] + Array("back".utf8) + [0xC0, 22]),
        ]
        let expected: [DNSRecord] = [
            .service(priority: 10, weight: 60, port: 5060, target: "big.example.com"),
            .service(priority: 20, weight: 0, port: 5061, target: "back.example.com"),
        ]
        #expect(DNSMessage(reply.bytes).answer(.srv) == .records(expected, timeToLive: .seconds(30)))
    }

    @Test
    func `addresses of both families are read`() {
        var reply = Reply()
        reply.answers = [
            Reply.record(1, timeToLive: 9, [192, 0, 2, 1]),
            Reply.record(28, timeToLive: 9, [0x20, 1, 0xD, 0xB8] + [UInt8](repeating: 0, count: 11) + [1]),
        ]
        let message = DNSMessage(reply.bytes)
        #expect(message.answer(.a) == .records([.address(IPAddress(v4: 0xC000_0201))], timeToLive: .seconds(9)))
        let v6 = IPAddress(high: 0x2001_0DB8_0000_0000, low: 1)
        #expect(message.answer(.aaaa) == .records([.address(v6)], timeToLive: .seconds(9)))
    }

    @Test
    func `a pointer record is read, one with a regular expression left out`() {
        var reply = Reply()
        let head: [UInt8] = [0, 50, 0, 50, 1, 0x73, 7] + Array("SIP+D2U".utf8)
        reply.answers = [
            Reply.record(35, timeToLive: 9, head + [0] + Reply.name("_sip._udp.example.com")),
            Reply.record(35, timeToLive: 9, head + [2, 0x21, 0x21] + Reply.name("x")),
        ]
        let expected = DNSRecord.pointer(
            order: 50,
            preference: 50,
            flags: "s",
            service: "SIP+D2U",
            replacement: "_sip._udp.example.com"
        )
        #expect(DNSMessage(reply.bytes).answer(.naptr) == .records([expected], timeToLive: .seconds(9)))
    }

    @Test
    func `a name that does not exist is remembered as long as the authority says`() {
        var reply = Reply(code: 3)
        let numbers: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 20]
        reply.authorities = [Reply.record(6, timeToLive: 100, Reply.name("ns") + Reply.name("admin") + numbers)]
        #expect(DNSMessage(reply.bytes).answer(.srv) == .nothing(timeToLive: .seconds(20)))
    }

    @Test
    func `a refusal and every truncation of an answer are survived`() {
        #expect(DNSMessage(Reply(code: 2).bytes).answer(.srv) == .failed)
        var reply = Reply()
        reply.answers = [Reply.record(33, timeToLive: 60, [0, 10, 0, 60, 0x13, 0xC4] + Reply.name("big.example.com"))]
        for count in 0..<reply.bytes.count {
            #expect(DNSMessage(Array(reply.bytes.prefix(count))).answer(.srv) == .failed)
        }
    }

    @Test
    func `a name that points to itself ends`() {
        let bytes: [UInt8] = [0, 1, 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 12, 0, 33, 0, 1]
        #expect(DNSMessage(bytes).answer(.srv) == .failed)
    }
}

/// The whole way through c-ares, with a name server on loopback.
struct CAresResolverTests {
    @Test
    func `a question reaches the configured name server and its answer the asker`() throws {
        let server = try Station([.udp])
        let answers = Mutex<[DNSAnswer]>([])
        let resolver = try CAresResolver(servers: server.addresses[0].description) { _, answer in
            answers.withLock { $0.append(answer) }
        }
        defer { resolver.stop() }
        resolver.resolve(ResolutionID(1), DNSQuestion("_sip._udp.example.com", .srv))
        #expect(run(server) { !server.events.isEmpty })
        guard case .datagram(let question, let source, _) = server.events.first else {
            Issue.record("expected a question")
            return
        }
        var reply = Reply()
        reply.answers = [Reply.record(33, timeToLive: 60, [0, 10, 0, 60, 0x13, 0xC4] + Reply.name("big.example.com"))]
        server.request(.send(Array(question.prefix(2)) + reply.bytes.dropFirst(2), to: source, via: ListenerID(0)))
        #expect(run(server) { answers.withLock { !$0.isEmpty } })
        let record = DNSRecord.service(priority: 10, weight: 60, port: 5060, target: "big.example.com")
        #expect(answers.withLock { $0 } == [.records([record], timeToLive: .seconds(60))])
    }

    @Test
    func `the hosts file knows localhost`() throws {
        let answers = Mutex<[DNSAnswer]>([])
        let resolver = try CAresResolver { _, answer in
            answers.withLock { $0.append(answer) }
        }
        defer { resolver.stop() }
        resolver.resolve(ResolutionID(1), DNSQuestion("localhost", .a))
        let station = try Station([.udp])
        #expect(run(station) { answers.withLock { !$0.isEmpty } })
        #expect(answers.withLock { $0 } == [.records([.address(.loopbackV4)], timeToLive: .seconds(60))])
    }
}
