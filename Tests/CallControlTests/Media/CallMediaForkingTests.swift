import CallControl
import CallModel
import ProtocolKit
import SDP
import Testing

/// Several parties that may answer, of one leg or of several.
struct CallMediaForkingTests {
    private var call = MediaFixture()
    private let audio = "m=audio 4000 RTP/AVP 0"
    private let video = "m=video 4002 RTP/AVP 31"
    private let noVideo = "m=video 0 RTP/AVP 31"

    @Test
    mutating func `early answerers of one leg stand beside each other until one answers`() throws {
        _ = self.call.offer(try MediaFixture.party("192.0.2.1", self.audio, self.video), 0, to: 1)
        _ = self.call.answer(try MediaFixture.party("192.0.2.2", self.audio, self.noVideo), 1, 1, to: 0)
        self.call.select(1, 1)
        _ = self.call.takeOrders()
        #expect(self.call.plane.ports.lentCount == 4)

        _ = self.call.answer(try MediaFixture.party("192.0.2.3", self.audio, self.video), 1, 2, to: 0)
        #expect(self.call.takeOrders().last?.remotes.map(\.answerer) == [AnswererID(1), AnswererID(2)])
        #expect(self.call.plane.ports.lentCount == 4)

        self.call.select(1, 2)
        self.call.settle(1, 2)
        let settled = self.call.takeOrders()
        #expect(settled.map(\.word) == ["select", "setRemotes"])
        #expect(settled.last?.remotes.map(\.answerer) == [AnswererID(2)])
        #expect(self.call.plane.ports.lentCount == 4)
    }

    @Test
    mutating func `after the answer a leg's descriptions come without the party's name`() throws {
        let alice = try MediaFixture.party("192.0.2.1", self.audio)
        self.call.establish(alice, try MediaFixture.party("192.0.2.2", self.audio))
        _ = self.call.offer(try MediaFixture.party("192.0.2.4", self.audio), 1, to: 0)
        _ = self.call.answer(alice, 0, to: 1)
        let changed = self.call.takeOrders().last?.remotes

        #expect(changed?.map(\.answerer) == [AnswererID(1)])
        #expect(changed?.first?.streams.first?.remote?.ip == IPAddress("192.0.2.4"))
    }

    @Test
    mutating func `the winner's refusals give ports back`() throws {
        _ = self.call.offer(try MediaFixture.party("192.0.2.1", self.audio, self.video), 0, to: 1)
        _ = self.call.answer(try MediaFixture.party("192.0.2.2", self.audio, self.noVideo), 1, 1, to: 0)
        #expect(self.call.plane.ports.lentCount == 4)
        self.call.settle(1, 1)
        #expect(self.call.plane.ports.lentCount == 2)
    }

    @Test
    mutating func `a lost answerer is forgotten`() throws {
        _ = self.call.offer(try MediaFixture.party("192.0.2.1", self.audio), 0, to: 1)
        _ = self.call.answer(try MediaFixture.party("192.0.2.2", self.audio), 1, 1, to: 0)
        _ = self.call.answer(try MediaFixture.party("192.0.2.3", self.audio), 1, 2, to: 0)
        _ = self.call.takeOrders()
        self.call.media.lose(MediaSource(leg: 1, answerer: AnswererID(1)), on: &self.call.plane)

        #expect(self.call.takeOrders().flatMap(\.remotes).map(\.answerer) == [AnswererID(2)])
    }

    @Test
    mutating func `a hunt lends each leg its own ports and takes back the losers'`() throws {
        let alice = try MediaFixture.party("192.0.2.1", self.audio)
        let bob = try MediaFixture.party("192.0.2.2", self.audio)
        _ = self.call.offer(alice, 0, to: 1)
        _ = self.call.offer(alice, 0, to: 2)
        #expect(self.call.takeOrders().map(\.word) == ["open", "setRemotes", "open", "open"])
        #expect(self.call.plane.ports.lentCount == 3)
        let told = self.call.answer(bob, 1, 1, to: 0).description
        self.call.select(1, 1)
        self.call.media.close(1, on: &self.call.plane)
        #expect(self.call.takeOrders().map(\.word) == ["setRemotes", "join", "select", "part", "close"])

        // What the caller was told still holds for the winner.
        #expect(self.call.answer(bob, 2, 1, to: 0).description == told)
        self.call.select(2, 1)
        self.call.settle(2, 1)
        #expect(self.call.takeOrders().map(\.word) == ["setRemotes", "join", "select"])
        self.call.end()
        #expect(self.call.plane.ports.lentCount == 0)
        #expect(self.call.takeOrders().map(\.word) == ["close", "close"])
    }

    @Test(arguments: 0..<50)
    mutating func `whatever happens, every port comes back`(seed: Int) throws {
        var random = IdentifierSource(seed: UInt64(seed))
        self.call = MediaFixture(ports: 30_000...30_019)
        let descriptions = try [
            MediaFixture.party("192.0.2.1", self.audio),
            MediaFixture.party("192.0.2.2", self.audio, self.video),
            MediaFixture.party("192.0.2.3", "m=image 4000 udptl t38"),
            MediaFixture.party("192.0.2.4", self.audio, self.noVideo, self.video),
            MediaFixture.party("host.invalid", self.audio),
            MediaFixture.party("192.0.2.5"),
        ]
        for _ in 0..<60 {
            let description = descriptions[Int(random.number(below: 6))]
            let leg = Int(random.number(below: 4))
            let place = (leg + 1 + Int(random.number(below: 3))) % 4
            let answerer: UInt32? = leg == 0 ? nil : UInt32(random.number(below: 2))
            switch random.number(below: 9) {
            case 0, 1: _ = self.call.offer(description, leg, answerer, to: place)
            case 2, 3: _ = self.call.answer(description, leg, answerer, to: place)
            case 4: self.call.media.restore(leg, place, on: &self.call.plane)
            case 5: self.call.select(leg, answerer)
            case 6: self.call.settle(leg, answerer)
            case 7: self.call.media.lose(MediaSource(leg: leg, answerer: nil), on: &self.call.plane)
            default: self.call.media.close(leg, on: &self.call.plane)
            }
        }
        self.call.end()
        #expect(self.call.plane.ports.lentCount == 0, "seed \(seed)")
        let words = self.call.takeOrders().map(\.word)
        #expect(words.filter { $0 == "close" }.count == words.filter { $0 == "open" }.count, "seed \(seed)")
    }
}
