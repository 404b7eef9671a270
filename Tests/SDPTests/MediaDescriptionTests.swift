import ProtocolKit
import SDP
import Testing

struct MediaDescriptionTests {
    @Test
    func `an m-line gives media, port, transport and formats`() throws {
        let description = try offered(
            "m=audio 4000/2 RTP/AVP 0 8 101",
            "m=video 0 RTP/SAVPF 96",
            "m=image 4004 udptl t38",
            "m=x-data 9 UDP/TLS/RTP/SAVPF 1",
            "m=message 9 TCP/MSRP *"
        )
        let media = description.media

        #expect(media.map(\.kind) == [.audio, .video, .image, .other("x-data"), .message])
        #expect(
            media.map(\.transport)
                == [.rtpAVP, .rtpSAVPF, .udptl, .other("UDP/TLS/RTP/SAVPF"), .other("TCP/MSRP")]
        )
        #expect(media.map(\.port) == [4000, 0, 4004, 9, 9])
        #expect(media[0].portCount == 2)
        #expect(media.map(\.isRejected) == [false, true, false, false, false])
        #expect(media[0].formats == ["0", "8", "101"])
        #expect(media[2].formats == ["t38"])
        #expect(media.map(\.transport.isRTP) == [true, true, false, true, false])
        #expect(media.map(\.transport.isUDP) == [true, true, true, true, false])
        #expect(media.map(\.transport.isSecure) == [false, true, false, true, false])
    }

    @Test
    func `payload types are read from rtpmap, else from RFC 3551`() throws {
        let media = try offered(
            "m=audio 4000 RTP/AVP 0 8 9 18 96 97 98 99 128 x",
            "a=rtpmap:8 PCMA/0",
            "a=rtpmap:96 opus/48000/2",
            "a=rtpmap:97 telephone-event/8000",
            "a=rtpmap:98 nonsense",
            "a=fmtp:97 0-15",
            "a=fmtp:96 useinbandfec=1; minptime=10"
        ).media[0]

        #expect(
            media.payloads == [
                PayloadFormat(0, "PCMU", clockRate: 8000), PayloadFormat(8, "PCMA", clockRate: 8000),
                PayloadFormat(9, "G722", clockRate: 8000), PayloadFormat(18, "G729", clockRate: 8000),
                PayloadFormat(96, "opus", clockRate: 48000, channels: 2),
                PayloadFormat(97, "telephone-event", clockRate: 8000),
            ]
        )
        #expect(media.formatParameters(96) == "useinbandfec=1; minptime=10")
        #expect(media.formatParameters(97) == "0-15")
        #expect(media.formatParameters(0) == nil)
    }

    @Test
    func `a long section is read like a short one`() throws {
        let types = Array(UInt8(96)...127)
        let line = "m=video 4000 RTP/AVP 34 " + types.map { String($0) }.joined(separator: " ")
        let maps = types.flatMap {
            ["a=rtpmap:\($0) codec\($0)/90000", "a=fmtp:\($0) x=\($0)", "a=rtpmap:\($0) late/1"]
        }
        let media = try offered(([line] + maps).joined(separator: "\r\n")).media[0]

        #expect(media.payloads.map(\.payloadType) == [34] + types)
        #expect(media.payloads.map(\.clockRate) == Array(repeating: 90000, count: 33))
        #expect(media.payloads.last?.name == "codec127")
        #expect(media.formatParameters(100) == "x=100")
        #expect(media.payloadSummary.clockRate == 90000)
        #expect(media.payloadSummary.low == 1 << 34)
        #expect(media.payloadSummary.high == 0xFFFF_FFFF_0000_0000)
    }

    @Test
    func `the summary of payload types says what the list says`() throws {
        let media = try offered(
            "m=audio 4000 RTP/AVP 13 101 0 96 x 200",
            "a=rtpmap:101 Telephone-Event/8000",
            "a=rtpmap:96 opus/48000/2"
        ).media[0]

        #expect(media.payloadSummary.low == 1 << 13 | 1)
        #expect(media.payloadSummary.high == 1 << 37 | 1 << 32)
        #expect(media.payloadSummary.highEvents == 1 << 37)
        #expect(media.payloadSummary.lowEvents == 0)
        #expect(media.payloadSummary.clockRate == 8000)
        #expect(media.payloadSummary.event == PayloadSummary.EventFormat(payloadType: 101, clockRate: 8000))
    }

    @Test(
        arguments: [
            ("m=audio 9 RTP/AVP 0 101", ["a=rtpmap:101 telephone-event/8000"], 101),
            ("m=audio 9 RTP/AVP 0 8", [], nil),
            (
                "m=audio 9 RTP/AVP 96 97 98",
                ["a=rtpmap:96 speex/16000", "a=rtpmap:97 telephone-event/8000", "a=rtpmap:98 telephone-event/16000"], 98
            ),
            ("m=audio 9 RTP/AVP 0 97", ["a=rtpmap:97 TELEPHONE-EVENT/16000"], 97),
        ] as [(String, [String], UInt8?)]
    )
    func `telephone events go with the clock of the first codec`(line: String, more: [String], type: UInt8?) throws {
        let description = try offered(([line] + more).joined(separator: "\r\n"))

        #expect(description.media[0].telephoneEventPayloadType == type)
        #expect(description.media[0].payloadSummary.event?.payloadType == type)
    }

    @Test(
        arguments: [
            ("20", 20), ("0", nil), ("-20", nil), ("99999999999", 200), ("99999999999999999999999999", 200), ("x", nil),
            (" 30", 30),
        ] as [(String, UInt16?)]
    )
    func `a packet time is positive and bounded`(value: String, expected: UInt16?) throws {
        #expect(try offered("m=audio 9 RTP/AVP 0", "a=ptime:" + value).media[0].ptime == expected)
    }

    @Test
    func `the direction of a section is its own, else that of the session, else sendrecv`() throws {
        let description = try described(
            "v=0",
            "o=- 1 1 IN IP4 192.0.2.1",
            "s=-",
            "c=IN IP4 192.0.2.1",
            "t=0 0",
            "a=sendonly",
            "m=audio 9 RTP/AVP 0",
            "m=audio 9 RTP/AVP 0",
            "a=inactive"
        )

        #expect(description.direction(of: 0) == .sendonly)
        #expect(description.direction(of: 1) == .inactive)
        #expect(try offered("m=audio 9 RTP/AVP 0").direction(of: 0) == .sendrecv)
    }

    @Test(
        arguments: [
            ([], 4001, nil),
            (["a=rtcp:53020"], 53020, nil),
            (["a=rtcp:53020 IN IP4 192.0.2.9"], 53020, "192.0.2.9"),
            (["a=rtcp:53020 IN IP6 2001:db8::9"], 53020, "2001:db8::9"),
            (["a=rtcp:0"], 4001, nil),
            (["a=rtcp:70000"], 4001, nil),
        ] as [([String], UInt16, String?)]
    )
    func `RTCP goes to the next port unless RFC 3605 says otherwise`(
        more: [String],
        port: UInt16,
        address: String?
    ) throws {
        let media = try offered((["m=audio 4000 RTP/AVP 0"] + more).joined(separator: "\r\n")).media[0]

        #expect(media.remoteAddress == TransportAddress("192.0.2.1:4000"))
        #expect(media.rtcpPort == port)
        #expect(media.rtcpAddress?.port == port)
        #expect(media.rtcpAddress?.ip == IPAddress(address ?? "192.0.2.1"))
    }

    @Test
    func `RTCP has no port after the last one and none without RTP`() throws {
        #expect(try offered("m=audio 65535 RTP/AVP 0").media[0].rtcpAddress == nil)
        #expect(try offered("m=image 4000 udptl t38").media[0].rtcpAddress == nil)
        #expect(try offered("m=audio 4000 RTP/AVP 0", "a=rtcp-mux").media[0].hasRTCPMux)
    }

    private static let key30 = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd"

    @Test(
        arguments: [
            ("c=IN IP4 192.0.2.1", "RTP/AVP", "a=x", nil),
            ("c=IN IP4 host.invalid", "RTP/AVP", "a=x", .hostName),
            ("c=IN IP4 224.2.1.1/127", "RTP/AVP", "a=x", .multicast),
            ("c=IN IP6 ff15::101/3", "RTP/AVP", "a=x", .multicast),
            ("c=IN IP4 255.255.255.255", "RTP/AVP", "a=x", .multicast),
            ("c=IN IP4 0.0.0.0", "RTP/AVP", "a=x", nil),
            ("c=TN RFC2543 +1-201-406-4090", "RTP/AVP", "a=x", .hostName),
            ("c=IN IP4 192.0.2.1", "TCP/MSRP", "a=x", .unsupportedTransport),
            ("c=IN IP4 192.0.2.1", "RTP/SAVP", key30, nil),
            ("c=IN IP4 192.0.2.1", "RTP/SAVP", key30 + "|2^20|1:32", nil),
            ("c=IN IP4 192.0.2.1", "RTP/SAVP", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAAA", .noUsableKey),
            ("c=IN IP4 192.0.2.1", "RTP/SAVP", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 AAAA", .noUsableKey),
            ("c=IN IP4 192.0.2.1", "RTP/SAVP", "a=crypto:1", .noUsableKey),
            ("c=IN IP4 192.0.2.1", "RTP/SAVP", "a=crypto:1 NEW_SUITE inline:AAAA", nil),
            ("c=IN IP4 192.0.2.1", "RTP/SAVP", "a=x", .noUsableKey),
            ("c=IN IP4 192.0.2.1", "UDP/TLS/RTP/SAVPF", "a=fingerprint:sha-256 00", nil),
        ] as [(String, String, String, MediaObstacle?)]
    )
    func `what nothing can be relayed to is named`(
        connection: String,
        transport: String,
        attribute: String,
        obstacle: MediaObstacle?
    ) throws {
        let description = try described(
            "v=0",
            "o=- 1 1 IN IP4 192.0.2.1",
            "s=-",
            connection,
            "t=0 0",
            "m=audio 4000 \(transport) 0",
            attribute
        )

        #expect(description.media[0].obstacle == obstacle)
        #expect(description.isUsable == (obstacle == nil))
    }

    @Test
    func `without a connection line there is no address`() throws {
        let description = try described("v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "t=0 0", "m=audio 4000 RTP/AVP 0")

        #expect(description.media[0].obstacle == .noConnection)
        #expect(description.media[0].remoteAddress == nil)
    }

    @Test
    func `a multicast connection keeps its time to live`() throws {
        let description = try described("v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "c=IN IP4 224.2.1.1/127/3", "t=0 0")

        #expect(description.connection?.ip == IPAddress("224.2.1.1"))
        #expect(description.connection?.timeToLive == 127)
        #expect(description.connection?.suffix == "127/3")
    }
}
