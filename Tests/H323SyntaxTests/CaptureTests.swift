import Foundation
import H323Syntax
import TestCorpora
import Testing

/// Every H.323 message that real endpoints and gatekeepers sent each other in the captures.
@Suite(.enabled(if: Corpora.arePresent))
struct CaptureTests {
    /// How many messages of each kind were understood.
    private struct Count: Equatable {
        var signaling = 0
        var h245 = 0
        var ras = 0
        var channels = 0
    }

    static let calls = [
        "fast_notunnel", "fast_tunnel", "gk_direct", "gk_routed", "oo_fr_fast", "oo_tofast", "oo_toslow",
        "slow_notunnel",
        "slow_tunnel", "te_busy", "te_cancel", "te_fast_early", "te_q931dtmf", "te_slow_tone",
    ].map { "h323_\($0)" }

    @Test
    func `no capture is left out`() throws {
        let names = try Corpora.paths(below: "pcap").filter { $0.hasPrefix("pcap/h323_") }
        #expect(Set(names) == Set(Self.calls.map { "pcap/\($0).pcap" }))
    }

    @Test(arguments: calls)
    func `a call between real peers is understood completely`(_ name: String) throws {
        let count = try Self.check(CapturedTraffic(try Corpora.octets("pcap/\(name).pcap")))

        #expect(count.signaling >= 3)
        #expect(count.ras > 0 || !name.contains("gk"))
        #expect(count.channels > 0 || !name.contains("fast"))
        #expect(count.h245 > 0 || !name.contains("slow"))
    }

    @Test
    func `a call of old endpoints is understood completely`() throws {
        let file = try Self.decompressed(try Corpora.octets("pcap/wireshark-wiki_rtp_example_h323.raw.gz"))
        let count = try Self.check(CapturedTraffic(file))

        #expect(count.signaling == 4 && count.h245 == 12)
    }

    @Test
    func `generated messages come through their packets`() throws {
        var count = Count()
        for kind in MessageKind.allCases {
            let traffic = try CapturedTraffic(try Corpora.octets("pcap/pycrate_\(kind.rawValue).pcap"))
            let next = try Self.check(traffic, hasSignaling: kind != .h245)
            count.signaling += next.signaling
            count.h245 += next.h245
            count.ras += next.ras
        }
        #expect(count.signaling > 200 && count.h245 > 200 && count.ras > 200)
    }

    @Test
    func `a packet without content is a keep-alive`() throws {
        let traffic = try CapturedTraffic(try Corpora.octets("pcap/ndpi_h323-overflow.pcap"))
        var framer = TPKTFramer()
        framer.receive(try #require(traffic.streams.first))

        #expect(framer.next() == .keepAlive)
        #expect(framer.next() == nil)
    }

    // MARK: Checking

    private static func check(_ traffic: CapturedTraffic, hasSignaling: Bool = true) throws -> Count {
        var count = Count()
        for stream in traffic.streams where stream.starts(with: [3, 0]) {
            var framer = TPKTFramer()
            framer.receive(stream)
            while let frame = framer.next() {
                switch frame {
                case .packet(let packet) where hasSignaling && packet.starts(with: [8, 2]):
                    try self.checkSignaling(packet, &count)
                case .packet(let packet): try self.checkH245(packet, &count)
                case .keepAlive: continue
                case .failure(let error): throw error
                }
            }
            #expect(framer.pending == 0, "a stream ends with a packet")
        }
        for datagram in traffic.datagrams where [datagram.sourcePort, datagram.destinationPort].contains(1719) {
            let message = try H225.RasMessage(decoding: datagram.octets)
            #expect(try message.encoded() == datagram.octets)
            #expect(try message.survivesCoding())
            count.ras += 1
        }
        return count
    }

    private static func checkSignaling(_ packet: [UInt8], _ count: inout Count) throws {
        let message = try Q931Message(decoding: packet)
        #expect(try message.encoded() == packet)
        let userUser = try #require(message.first(Q931UserUser.self))
        let information = try #require(try message.userInformation())
        #expect(try information.encoded() == userUser.information)
        #expect(try information.survivesCoding())
        count.signaling += 1
        for octets in information.h323UuPdu.h245Control ?? [] {
            try self.checkH245(octets, &count)
        }
        for octets in self.fastStart(of: information.h323UuPdu.h323MessageBody) {
            let channel = try H245.OpenLogicalChannel(decoding: octets)
            #expect(try channel.encoded() == octets)
            count.channels += 1
        }
    }

    private static func checkH245(_ octets: [UInt8], _ count: inout Count) throws {
        let message = try H245.MultimediaSystemControlMessage(decoding: octets)
        #expect(try message.encoded() == octets)
        #expect(try message.survivesCoding())
        count.h245 += 1
    }

    private static func fastStart(of body: H225.H323UUPDU.H323MessageBody) -> [[UInt8]] {
        switch body {
        case .setup(let setup): setup.fastStart ?? []
        case .callProceeding(let proceeding): proceeding.fastStart ?? []
        case .alerting(let alerting): alerting.fastStart ?? []
        case .progress(let progress): progress.fastStart ?? []
        case .connect(let connect): connect.fastStart ?? []
        case .facility(let facility): facility.fastStart ?? []
        default: []
        }
    }

    private static func decompressed(_ octets: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
        try Data(octets).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dc", file.path(percentEncoded: false)]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return [UInt8](data)
    }
}
