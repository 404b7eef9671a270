import CallModel
import Foundation
import GatewayCore
import ProtocolKit
import Testing

/// One message of a peer, however it is made, costs little time and memory on its way through the whole gateway.
///
/// Each message is tried in a process of its own, whose peak of resident memory nothing else has raised.
@Suite(.serialized)
struct MessageCostTests {
    /// The most that a message may take of memory, everything that it leaves behind included.
    private static let mostOctets = 2 << 20

    /// The most that a message may take of time; code that is not optimized may take more.
    private static let mostTime: Duration = Self.isOptimized ? .milliseconds(10) : .milliseconds(400)

    private static var isOptimized: Bool {
        var isOptimized = true
        assert(
            {
                isOptimized = false
                return true
            }()
        )
        return isOptimized
    }

    @Test(arguments: HostileMessage.allCases)
    func `no request costs more than 2 MB and 10 ms`(message: HostileMessage) async {
        await #expect(processExitsWith: .success) { [message] in
            var line = try Line()
            try line.warmUp()
            try MessageCostTests.expectCheap { line.receive(message.invite) }
        }
    }

    @Test(arguments: HostileMessage.allCases)
    func `no response costs more than 2 MB and 10 ms`(message: HostileMessage) async {
        await #expect(processExitsWith: .success) { [message] in
            var line = try Line()
            try line.warmUp()
            let placed = try line.place("hostile")
            try MessageCostTests.expectCheap { line.receive(message.response(to: placed), from: Line.callee) }
        }
    }

    private static func expectCheap(_ body: () -> Void) throws {
        let before = try ResidentMemory.reset()
        let start = clock()
        body()
        let time = Duration.microseconds(clock() - start)
        let peak = try ResidentMemory.peak()
        #expect(peak - before <= Self.mostOctets, "\((peak - before) >> 10) KiB")
        #expect(time <= Self.mostTime, "\(time)")
    }
}

/// A gateway without a network around it.
private struct Line: ~Copyable {
    static let caller = TransportAddress(IPAddress(v4: 0x7F00_0002), 5060)
    static let callee = TransportAddress(IPAddress(v4: 0x7F00_0003), 5060)

    private var gateway: Gateway
    private var now = Instant.start

    init() throws {
        let configuration = try Scenario.configuration(
            plan: Scenario.plan(
                ["bob": "sip:bob@127.0.0.3:5060"],
                media: "anchor",
                extra: "ringback=\"generate\""
            )
        )
        self.gateway = Gateway(configuration: configuration, key: Array(repeating: 7, count: 32))
        self.gateway.start(at: .start)
        while self.gateway.nextEffect() != nil {}
    }

    /// Plays an ordinary call, so that what every call needs is there.
    mutating func warmUp() throws {
        for number in 0..<20 {
            let placed = try self.place("warm-\(number)")
            self.receive(HostileMessage.plain.response(to: placed), from: Self.callee)
        }
    }

    /// A call of the caller; returns what the callee is sent.
    mutating func place(_ callID: String) throws -> String {
        let sent = self.receive(HostileMessage.invite(callID: callID, headers: "", body: HostileMessage.audio))
        let text = sent.map { String(decoding: $0, as: UTF8.self) }.first { $0.hasPrefix("INVITE ") }
        return try #require(text)
    }

    @discardableResult
    mutating func receive(_ octets: [UInt8], from source: TransportAddress = caller) -> [[UInt8]] {
        self.now = self.now.advanced(by: .milliseconds(10))
        self.gateway.receive(.datagram(octets, from: source, on: ListenerID(0)), at: self.now)
        var sent: [[UInt8]] = []
        while let effect = self.gateway.nextEffect() {
            if case .network(.send(let octets, _, _)) = effect {
                sent.append(octets)
            }
        }
        return sent
    }
}

/// Messages of up to 64 KB that are made to cost much.
enum HostileMessage: String, CaseIterable, Codable, Sendable {
    case plain
    case headerLines
    case viaEntries
    case routeEntries
    case contacts
    case commas
    case optionTags
    case foldedLine
    case longToken
    case quotes
    case escapes
    case digestParameters
    case bodyOfNoise
    case bodyParts
    case nestedParts
    case mediaLines
    case payloadTypes
    case attributeLines
    case formatParameters
    case longLines

    static let audio = Self.session("m=audio 40000 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\n")

    private static let most = 65_000

    /// An INVITE to the callee.
    var invite: [UInt8] {
        Self.invite(callID: self.rawValue, headers: self.headers, body: self.body, type: self.bodyType)
    }

    static func invite(
        callID: String,
        headers: String,
        body: String,
        type: String = "application/sdp"
    ) -> [UInt8] {
        let head = """
            INVITE sip:bob@127.0.0.1:5060 SIP/2.0\r
            Via: SIP/2.0/UDP 127.0.0.2:5060;branch=z9hG4bK-\(callID)\r
            Max-Forwards: 70\r
            From: <sip:alice@127.0.0.2>;tag=a-\(callID)\r
            To: <sip:bob@127.0.0.1>\r
            Call-ID: \(callID)\r
            CSeq: 1 INVITE\r
            Contact: <sip:alice@127.0.0.2:5060>\r

            """
        return self.message(head, headers, body, type)
    }

    /// A 200 to an INVITE of the gateway.
    func response(to invite: String) -> [UInt8] {
        let copied = invite.components(separatedBy: "\r\n").filter { line in
            ["Via:", "From:", "Call-ID:", "CSeq:"].contains { line.hasPrefix($0) }
        }
        let to = invite.components(separatedBy: "\r\n").first { $0.hasPrefix("To:") } ?? ""
        let head = (["SIP/2.0 200 OK"] + copied + ["\(to);tag=b", "Contact: <sip:bob@127.0.0.3:5060>", ""])
            .joined(separator: "\r\n")
        return Self.message(head, self.headers, self.body, self.bodyType)
    }

    private static func message(_ head: String, _ headers: String, _ body: String, _ type: String) -> [UInt8] {
        Array(
            "\(head)\(headers)Content-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8
        )
    }

    private static func session(_ media: String) -> String {
        "v=0\r\no=- 1 1 IN IP4 127.0.0.2\r\ns=-\r\nc=IN IP4 127.0.0.2\r\nt=0 0\r\n\(media)"
    }

    private static func filled(_ unit: String, upTo count: Int = most) -> String {
        String(repeating: unit, count: count / unit.utf8.count)
    }

    private var headers: String {
        switch self {
        case .headerLines: Self.filled("X-A: b\r\n")
        case .viaEntries: Self.filled("Via: SIP/2.0/UDP a;branch=z9hG4bK1\r\n")
        case .routeEntries: Self.filled("Record-Route: <sip:a;lr>\r\n")
        case .contacts: "Contact: " + Self.filled("<sip:a@b>,", upTo: 60_000) + "<sip:a@b>\r\n"
        case .commas: "P-Asserted-Identity: " + Self.filled(",", upTo: 60_000) + "\r\n"
        case .optionTags: "Supported: " + Self.filled("a,", upTo: 60_000) + "b\r\n"
        case .foldedLine: "Subject: a\r\n" + Self.filled(" b\r\n")
        case .longToken: "Supported: " + Self.filled("a") + "\r\n"
        case .quotes: "P-Asserted-Identity: \"" + Self.filled("\\\"", upTo: 60_000) + "\" <sip:a@b>\r\n"
        case .escapes: "Diversion: <sip:" + Self.filled("%41", upTo: 60_000) + "@b>\r\n"
        case .digestParameters: "Authorization: Digest " + Self.filled("a=\"b\",", upTo: 60_000) + "c=d\r\n"
        case .plain, .bodyOfNoise, .bodyParts, .nestedParts, .mediaLines, .payloadTypes, .attributeLines,
            .formatParameters, .longLines:
            ""
        }
    }

    private var bodyType: String {
        switch self {
        case .bodyOfNoise: "application/octet-stream"
        case .bodyParts, .nestedParts: "multipart/mixed;boundary=b"
        default: "application/sdp"
        }
    }

    private var body: String {
        // A description is read up to 32 KiB.
        let most = 32_000
        switch self {
        case .bodyOfNoise:
            return Self.filled("\u{1}")
        case .bodyParts:
            return Self.filled("--b\r\n\r\na\r\n") + "--b--\r\n"
        case .nestedParts:
            return Self.filled("--b\r\nContent-Type: multipart/mixed;boundary=b\r\n\r\n") + "--b--\r\n"
        case .mediaLines:
            return Self.session(Self.filled("m=audio 4000 RTP/AVP 0 8\r\n", upTo: 26 * 32))
        case .payloadTypes:
            let types = (64..<128).map(String.init)
            let one =
                "m=audio 4000 RTP/AVP \(types.joined(separator: " "))\r\n"
                + types.map { "a=rtpmap:\($0) telephone-event/8000\r\n" }.joined()
            return Self.session(Self.filled(one, upTo: most))
        case .attributeLines:
            let one = "m=audio 4000 RTP/AVP 0\r\n" + String(repeating: "a=x\r\n", count: 500)
            return Self.session(Self.filled(one, upTo: most))
        case .formatParameters:
            let types = (64..<128).map(String.init)
            let one =
                "m=audio 4000 RTP/AVP \(types.joined(separator: " "))\r\n"
                + types.map { "a=rtpmap:\($0) PCMU/8000\r\na=fmtp:\($0) a\r\n" }.joined()
                + String(repeating: "a=fmtp:127 x\r\n", count: 380)
            return Self.session(Self.filled(one, upTo: most))
        case .longLines:
            let line = "a=" + String(repeating: "x", count: 8000) + "\r\n"
            return Self.session("m=audio 4000 RTP/AVP 0\r\n" + String(repeating: line, count: 3))
        case .plain, .headerLines, .viaEntries, .routeEntries, .contacts, .commas, .optionTags, .foldedLine, .longToken,
            .quotes, .escapes, .digestParameters:
            return Self.audio
        }
    }
}

/// The resident memory of this process, as the kernel counts it.
private enum ResidentMemory {
    struct Unknown: Error {}

    /// Forgets the peak; returns what is resident now.
    static func reset() throws -> Int {
        let file = try #require(FileHandle(forWritingAtPath: "/proc/self/clear_refs"))
        try file.write(contentsOf: Data("5".utf8))
        try file.close()
        return try self.read("VmRSS:")
    }

    /// The most that was resident since ``reset()``.
    static func peak() throws -> Int {
        try self.read("VmHWM:")
    }

    private static func read(_ name: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        guard let line, let kilobytes = Int(line.filter(\.isNumber)) else {
            throw Unknown()
        }
        return kilobytes << 10
    }
}
