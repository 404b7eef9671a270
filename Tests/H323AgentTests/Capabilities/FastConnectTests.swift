import H323Agent
import H323Syntax
import ProtocolKit
import SDP
import Testing

/// Offers and answers as the proposals of fast connect, between our two roles and with what peers really send.
struct FastConnectTests {
    private var session = LocalSession(sessionID: 1, address: IPAddress(v4: 0xC000_0202))

    @Test
    func `an offer becomes a channel either way for each encoding`() throws {
        let offer = FastConnectOffer(try SessionText.speech())
        let reverse = offer.proposals.filter { $0.direction == .reverse }
        let forward = offer.proposals.filter { $0.direction == .forward }

        #expect(reverse.map(\.format) == [Self.pcma, Self.pcmu])
        #expect(forward.map(\.format) == [Self.pcma, Self.pcmu])
        #expect(reverse.allSatisfy { $0.number == 1 && $0.mediaAddress == .lab(1, 4000) })
        #expect(Set(forward.map(\.number)).count == 2)
        #expect(forward.allSatisfy { $0.mediaAddress == nil && $0.controlAddress == .lab(1, 4001) })
    }

    @Test
    mutating func `caller and callee agree on one codec and on each other's ports`() throws {
        let offer = FastConnectOffer(try SessionText.speech())
        let proposal = try #require(FastConnectProposal(reading: try offer.elements()))
        let description = self.session.describe(proposal.streams.map { $0.localMedia(placeholder: .anyV4) })
        let answer = try SessionText.session("m=audio 6000 RTP/AVP 0")

        let accepted = try #require(proposal.accept(answer, firstNumber: 501))
        let elements = try FastConnectProposal.elements(accepted)
        let agreement = try #require(offer.agreement(reading: elements))
        let streams = agreement.answer(to: offer.streams)

        #expect(StreamOptions.all(of: description).first?.address == .lab(1, 4000))
        #expect(!agreement.isAsymmetric)
        #expect(streams.count == 1)
        #expect(streams.first??.choices.map(\.format) == [Self.pcmu])
        #expect(streams.first??.address == .lab(1, 6000))
        #expect(streams.first??.direction == .sendrecv)
        #expect(proposal.corrected(by: accepted) == nil)
    }

    @Test
    func `a one-way offer has channels one way`() throws {
        let offer = FastConnectOffer(try SessionText.session("m=audio 4000 RTP/AVP 0", "a=sendonly"))
        let proposal = try #require(FastConnectProposal(reading: try offer.elements()))

        #expect(offer.proposals.map(\.direction) == [.forward])
        #expect(proposal.streams.map(\.direction) == [.sendonly])
        #expect(proposal.streams.first?.address == nil)
    }

    @Test
    func `an answer that renumbers channels and leaves addresses out is understood`() throws {
        // h323plus answers reverse channel 1001 as 101, without a media channel.
        let offer = FastConnectOffer(try SessionText.speech())
        var forward = ChannelProposal(.forward, number: 102, Self.pcmu)
        forward.mediaAddress = .lab(9, 5004)
        forward.controlAddress = .lab(9, 5005)
        let reverse = ChannelProposal(.reverse, number: 777, Self.pcmu)
        let elements = [try reverse.message.encoded(), try forward.message.encoded()]

        let agreement = try #require(offer.agreement(reading: elements))
        let answer = agreement.answer(to: offer.streams).first
        #expect(agreement.channel(.reverse, Self.pcmu)?.number == 777)
        #expect(answer??.address == .lab(9, 5004))
        #expect(answer??.controlAddress == nil)
    }

    @Test
    func `different encodings forth and back are noticed`() throws {
        let offer = FastConnectOffer(try SessionText.speech())
        var forward = ChannelProposal(.forward, number: 102, Self.pcmu)
        forward.mediaAddress = .lab(9, 5004)
        let elements = [
            try forward.message.encoded(), try ChannelProposal(.reverse, number: 3, Self.pcma).message.encoded(),
        ]
        let agreement = try #require(offer.agreement(reading: elements))

        #expect(agreement.isAsymmetric)
        #expect(agreement.answer(to: offer.streams).first??.choices.map(\.format) == [Self.pcmu, Self.pcma])
    }

    @Test
    func `a port for each encoding is corrected by the choice`() throws {
        // ooh323c receives µ-law and A-law at different ports.
        var elements: [[UInt8]] = []
        for (format, port): (ChannelFormat, UInt16) in [(Self.pcmu, 14030), (Self.pcma, 14034)] {
            var reverse = ChannelProposal(.reverse, number: 1, format)
            reverse.mediaAddress = .lab(7, port)
            reverse.controlAddress = .lab(7, port + 1)
            elements.append(try reverse.message.encoded())
            elements.append(try ChannelProposal(.forward, number: port, format).message.encoded())
        }
        let proposal = try #require(FastConnectProposal(reading: elements))
        let accepted = try #require(
            proposal.accept(try SessionText.session("m=audio 6000 RTP/AVP 8"), firstNumber: 1)
        )
        let corrected = try #require(proposal.corrected(by: accepted))

        #expect(proposal.streams.first?.address == .lab(7, 14030))
        #expect(corrected.first?.address == .lab(7, 14034))
        #expect(corrected.first?.choices.map(\.format) == [Self.pcma])
    }

    @Test
    func `proposals that nobody understands are no offer and nothing in common is no answer`() throws {
        let odd = H245.OpenLogicalChannel(
            forwardLogicalChannelNumber: 1,
            forwardLogicalChannelParameters: H245.OpenLogicalChannel.ForwardLogicalChannelParameters(
                dataType: .audioData(.g728(4)),
                multiplexParameters: .h2250LogicalChannelParameters(H245.H2250LogicalChannelParameters(sessionID: 1))
            )
        )
        #expect(FastConnectProposal(reading: [try odd.encoded(), [0xFF, 0xFF], []]) == nil)

        let offer = FastConnectOffer(try SessionText.speech())
        let proposal = try #require(FastConnectProposal(reading: try offer.elements()))
        #expect(proposal.accept(try SessionText.session("m=audio 6000 RTP/AVP 3"), firstNumber: 1) == nil)
        #expect(proposal.accept(try SessionText.session("m=audio 0 RTP/AVP 0"), firstNumber: 1) == nil)
        #expect(offer.agreement(reading: [try odd.encoded()]) == nil)
    }

    @Test
    func `fax and refused lines are not offered in fast connect`() throws {
        let offer = FastConnectOffer(
            try SessionText.session("m=audio 4000 RTP/AVP 0", "m=image 4004 udptl t38", "m=video 0 RTP/AVP 34")
        )
        #expect(offer.proposals.allSatisfy { $0.format.kind == .audio })
    }

    private static let pcmu = ChannelFormat.audio(AudioFormat(.pcmu, frames: 20))
    private static let pcma = ChannelFormat.audio(AudioFormat(.pcma, frames: 20))
}
