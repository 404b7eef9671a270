import CallControl
import CallModel
import ProtocolKit
import SDP
import Testing

/// Echo, tones, and what the relay reports.
struct CallMediaLocalTests {
    private var call = MediaFixture()

    @Test
    mutating func `echo takes one audio stream with one codec`() throws {
        let audio = "m=audio 4000 RTP/AVP 9 8 0 101\r\na=rtpmap:101 telephone-event/8000"
        let offer = try MediaFixture.party("192.0.2.1", audio, "m=video 4002 RTP/AVP 31")
        let answer = self.call.answerLocally(offer, playing: .echo).description

        #expect(answer?.media.map(\.isRejected) == [false, true])
        #expect(answer?.media[0].payloadTypes == [8, 101])
        #expect(self.call.takeOrders().map(\.word) == ["open", "setRemotes", "play"])
        #expect(self.call.plane.ports.lentCount == 1)

        // On hold: the same ports.
        let hold = try MediaFixture.party("192.0.2.1", "m=audio 4000 RTP/AVP 8", "a=sendonly", "m=video 0 RTP/AVP 31")
        let held = self.call.answerLocally(hold, playing: .echo).description
        #expect(held?.direction(of: 0) == .recvonly)
        #expect(held?.media[0].port == answer?.media[0].port)
        #expect(held?.origin.version == 2)
    }

    @Test
    mutating func `a tone is played in the payload type of the agreed codec`() throws {
        let offer = try MediaFixture.party("192.0.2.1", "m=audio 4000 RTP/AVP 8 0")
        _ = self.call.answerLocally(offer, playing: .tone(hertz: 440, payloadType: 0, duration: nil))
        let anchor = try #require(self.call.media.anchor(of: 0))

        #expect(self.call.takeOrders().last == .play(anchor, .tone(hertz: 440, payloadType: 8, duration: nil)))
    }

    @Test
    mutating func `a caller without a codec of ours is not answered`() throws {
        let offer = try MediaFixture.party("192.0.2.1", "m=audio 4000 RTP/AVP 18")

        #expect(self.call.answerLocally(offer, playing: .echo) == .notAcceptable)
        #expect(self.call.plane.ports.lentCount == 0)
    }

    @Test
    mutating func `a caller that wants to be offered gets what we can`() throws {
        let outcome = self.call.media.offerLocally(to: 0, session: &self.call.sessions[0], on: &self.call.plane)
        let offer = try #require(outcome.description)
        #expect(offer.media[0].payloadTypes == [0, 8, 101])
        self.call.media.takeLocalAnswer(
            try MediaFixture.party("192.0.2.1", "m=audio 4000 RTP/AVP 0"),
            of: 0,
            offered: offer,
            playing: .echo,
            on: &self.call.plane
        )

        #expect(self.call.takeOrders().map(\.word) == ["open", "setRemotes", "play"])
        self.call.end()
        #expect(self.call.plane.ports.lentCount == 0)
    }

    @Test
    mutating func `a leg is silent when all of its sending streams are`() throws {
        let audio = "m=audio 4000 RTP/AVP 0"
        let video = "m=video 4002 RTP/AVP 31"
        let alice = try MediaFixture.party("192.0.2.1", audio, video)
        let bob = try MediaFixture.party("192.0.2.2", audio, video)
        self.call.establish(alice, bob)
        let anchor = try #require(self.call.media.anchor(of: 0))
        #expect(self.call.media.place(of: anchor) == 0)

        self.call.media.receiveSilence(of: 0, on: anchor)
        #expect(!self.call.media.isSilent(0))
        self.call.media.receiveSilence(of: 1, on: anchor)
        #expect(self.call.media.isSilent(0))
        #expect(!self.call.media.isSilent(1))

        // Described anew, a leg is given another chance.
        _ = self.call.offer(try MediaFixture.party("192.0.2.9", audio, video), 0, to: 1)
        _ = self.call.answer(bob, 1, to: 0)
        #expect(!self.call.media.isSilent(0))
    }
}
