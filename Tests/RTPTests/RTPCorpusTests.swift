import RTP
import TestCorpora
import Testing

/// Hostile packets from the shared corpus, each with the verdict that its index gives.
@Suite(.enabled(if: Corpora.arePresent, "there are no corpora beside the package"))
struct RTPCorpusTests {
    private static func packet(_ name: String) throws -> [UInt8] {
        try Corpora.octets("rtp/hostile/\(name).bin")
    }

    @Test(arguments: ["1byte", "ext-len-ffff", "pad-255", "v0"])
    func `RTP that is to be dropped is refused`(name: String) throws {
        #expect(RTPHeader(bytes: try Self.packet(name)) == nil)
    }

    @Test(arguments: ["g729-odd", "hdr-only", "jumbo", "seq-jump", "ssrc-change"])
    func `RTP that is strange but well-formed is read`(name: String) throws {
        #expect(RTPHeader(bytes: try Self.packet(name)) != nil)
    }

    @Test(arguments: ["rtcp-app", "rtcp-rc31", "rtcp-sdes-noend"])
    func `RTCP that is to be dropped is refused`(name: String) throws {
        #expect(RTCPCompound(bytes: try Self.packet(name)) == nil)
    }

    @Test
    func `five hundred reports are read one by one`() throws {
        #expect(RTCPCompound(bytes: try Self.packet("rtcp-500-blocks"))?.count == 500)
    }

    @Test
    func `an event of three octets is refused`() throws {
        let packet = try Self.packet("tev-3bytes")
        let header = try #require(RTPHeader(bytes: packet))

        #expect(TelephoneEvent(bytes: packet, payload: header.payload) == nil)
    }

    @Test(arguments: ["udptl-fec-bomb", "udptl-short"])
    func `UDPTL that is to be dropped is refused`(name: String) throws {
        #expect(UDPTLDatagram(bytes: try Self.packet(name)) == nil)
    }

    @Test(arguments: ["pjproject-rtcp", "pjproject-rtp", "pjproject-srtp"])
    func `seeds of other fuzzers end in a verdict`(name: String) throws {
        let paths = try Corpora.paths(below: "rtp/\(name)")
        #expect(!paths.isEmpty)
        for path in paths {
            let packet = try Corpora.octets(path)
            _ = RTPHeader(bytes: packet)
            _ = RTPHeader(bytes: packet, isEncrypted: true)
            _ = RTCPCompound(bytes: packet)
            _ = UDPTLDatagram(bytes: packet)
        }
    }
}
