import H323Agent
import H323Syntax
import ProtocolKit
import SDP
import Testing

/// Encodings between SDP and H.245, one by one.
struct ChannelFormatTests {
    @Test(arguments: AudioFormat.Coding.allCases)
    func `every audio format comes back from its capability`(_ coding: AudioFormat.Coding) throws {
        let format = AudioFormat(coding, milliseconds: 60, suppressesSilence: coding == .g7231)
        let octets = try format.capability.encoded()

        #expect(AudioFormat(try H245.AudioCapability(decoding: octets)) == format)
        #expect(format.milliseconds == 60)
    }

    @Test
    func `frames are counted as the standard counts them`() {
        #expect(AudioFormat(.pcmu, milliseconds: 20).frames == 20)
        #expect(AudioFormat(.g729A, milliseconds: 20).frames == 2)
        #expect(AudioFormat(.g7231, milliseconds: 20).frames == 1)
        #expect(AudioFormat(.g7231, milliseconds: 20).milliseconds == 30)
        #expect(
            AudioFormat(.gsm, milliseconds: 40).capability
                == .gsmFullRate(
                    H245.GSMAudioCapability(audioUnitSize: 66, comfortNoise: false, scrambled: false)
                )
        )
        #expect(AudioFormat(.pcma, frames: 0).frames == 1)
        #expect(AudioFormat(.pcma, frames: .max).milliseconds == 200)
    }

    @Test
    func `annex B is stated where it may be sent`() throws {
        let with = try SessionText.session("m=audio 4000 RTP/AVP 18")
        let without = try SessionText.session("m=audio 4000 RTP/AVP 18", "a=fmtp:18 annexb=no")

        #expect(Self.codings(with) == [.g729AB, .g729B, .g729A, .g729])
        #expect(Self.codings(without) == [.g729A, .g729])
        #expect(AudioFormat(.g729A, frames: 2).parameters == "annexb=no")
        #expect(AudioFormat(.g729AB, frames: 2).parameters == nil)
        #expect(AudioFormat(.g729A, frames: 2).isSameEncoding(as: AudioFormat(.g729, frames: 6)))
        #expect(!AudioFormat(.g729A, frames: 2).isSameEncoding(as: AudioFormat(.g729AB, frames: 2)))
    }

    @Test
    func `silence of G.723.1 follows annex A`() throws {
        let plain = try SessionText.session("m=audio 4000 RTP/AVP 4", "a=fmtp:4 annexa=no;bitrate=6.3", "a=ptime:60")
        let expected = AudioFormat(.g7231, frames: 2, suppressesSilence: false)

        #expect(StreamOptions.all(of: plain).first?.choices.map(\.format) == [.audio(expected)])
        #expect(expected.parameters == "annexa=no")
    }

    @Test
    func `what SDP cannot name is left out`() {
        #expect(AudioFormat(.g728(4)) == nil)
        #expect(ChannelFormat(.nullData) == nil)
        #expect(VideoFormat(.nonStandard(Self.unknown)) == nil)
    }

    @Test(arguments: [
        ("31", "H261", "CIF=2;QCIF=1", "CIF=2;QCIF=1"),
        ("31", "H261", "", "QCIF=1"),
        ("34", "H263", "CIF4=2;CIF=1;QCIF=1", "CIF4=2;CIF=1;QCIF=1"),
        ("34", "H263", "QCIF=99", "QCIF=1"),
        ("97", "H264", "profile-level-id=42e01f;packetization-mode=1", "profile-level-id=42e01f;packetization-mode=1"),
        ("97", "H264", "profile-level-id=64001F", "profile-level-id=64001f"),
        ("97", "H264", "profile-level-id=42f00b", "profile-level-id=42f00b"),
        ("97", "H264", "profile-level-id=nonsense", "profile-level-id=42e00a"),
    ])
    func `video comes back from its channel`(_ type: String, _ name: String, _ written: String, _ read: String) throws {
        let description = try SessionText.session(
            "m=video 4002 RTP/AVP \(type)",
            "b=AS:512",
            "a=rtpmap:\(type) \(name)/90000",
            "a=fmtp:\(type) \(written)"
        )
        let choice = try #require(StreamOptions.all(of: description).first?.choices.first)
        var proposal = ChannelProposal(.forward, number: 7, choice.format)
        proposal.payloadType = choice.payloadType
        let octets = try proposal.message.encoded()

        let received = try #require(ChannelProposal(try H245.OpenLogicalChannel(decoding: octets)))
        guard case .video(let video) = received.format else {
            Issue.record("no video came back")
            return
        }
        #expect(received == proposal)
        #expect(video.parameters.map(\.description) == read)
        #expect(video.maxBitRate == 5120)
    }

    @Test
    func `fax keeps its profile`() throws {
        let description = try SessionText.session(
            "m=image 4004 udptl t38",
            "a=T38FaxVersion:3",
            "a=T38MaxBitRate:9600",
            "a=T38FaxFillBitRemoval",
            "a=T38FaxTranscodingMMR:0",
            "a=T38FaxRateManagement:transferredTCF",
            "a=T38FaxMaxBuffer:1024",
            "a=T38FaxMaxDatagram:400",
            "a=T38FaxUdpEC:t38UDPFEC"
        )
        let stream = try #require(StreamOptions.all(of: description).first)
        let format = try #require(stream.choices.first?.format)
        let octets = try ChannelProposal(.forward, number: 3, format).message.encoded()
        let received = try #require(ChannelProposal(try H245.OpenLogicalChannel(decoding: octets)))
        var session = LocalSession(sessionID: 1, address: .loopbackV4)
        let written = session.describe([stream.localMedia(placeholder: .loopbackV4)])

        #expect(received.format == format)
        #expect(received.session == 3)
        #expect(StreamOptions.all(of: written) == [stream])
        #expect(written.description.contains("a=T38MaxBitRate:9600\r\na=T38FaxFillBitRemoval\r\n"))
        #expect(!written.description.contains("MMR"))
    }

    private static func codings(_ description: SessionDescription) -> [AudioFormat.Coding] {
        (StreamOptions.all(of: description).first?.choices ?? []).compactMap { choice in
            guard case .audio(let format) = choice.format else {
                return nil
            }
            return format.coding
        }
    }

    private static let unknown = H245.NonStandardParameter(
        nonStandardIdentifier: .object(OID(1, 3, 6)),
        data: [1]
    )
}
