import CallControl
import CallModel
import DialplanEngine
import ProtocolKit
import SDP
import Testing

struct CallMediaTests {
    private var call = MediaFixture()

    private let audio = "m=audio 4000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000"
    private let video = "m=video 4002 RTP/AVP 31"
    private let fax = "m=image 4010 udptl t38\r\na=T38FaxVersion:0"
    private let alice: SessionDescription
    private let bob: SessionDescription

    init() throws {
        self.alice = try MediaFixture.party("192.0.2.1", self.audio)
        self.bob = try MediaFixture.party("192.0.2.2", self.audio)
    }

    @Test
    mutating func `a basic call opens two anchors and joins them`() {
        let offer = self.call.offer(self.alice, 0, to: 1).description
        let opened = self.call.takeOrders()
        #expect(opened.map(\.word) == ["open", "setRemotes", "open"])
        #expect(opened[0].plans.map(\.local.port) == [30_000])
        #expect(opened[0].plans.map(\.localRTCP?.port) == [30_001])
        #expect(opened[0].plans[0].formats.events.contains(101))
        #expect(opened[0].plans[0].formats.accepted.contains(0))
        #expect(!opened[0].plans[0].formats.accepted.contains(8))
        #expect(opened[2].plans.map(\.local.port) == [30_002])
        #expect(opened[1].remotes.first?.streams.first?.remote == TransportAddress("192.0.2.1:4000"))
        #expect(opened[1].remotes.first?.streams.first?.remoteRTCP == TransportAddress("192.0.2.1:4001"))
        #expect(offer?.media[0].remoteAddress == TransportAddress("127.0.0.1:30002"))

        let answer = self.call.answer(self.bob, 1, 1, to: 0).description
        #expect(answer?.media[0].remoteAddress == TransportAddress("127.0.0.1:30000"))
        #expect(answer?.violations(asAnswerTo: self.alice) == [])
        self.call.select(1, 1)
        self.call.settle(1, 1)
        #expect(self.call.takeOrders().map(\.word) == ["setRemotes", "join", "select"])
    }

    @Test
    mutating func `a call that ends gives its ports back and waits for the counters`() {
        self.call.establish(self.alice, self.bob)
        self.call.end()
        let closed = self.call.takeOrders()
        #expect(closed.map(\.word) == ["close", "close"])
        #expect(self.call.plane.ports.lentCount == 0)
        #expect(!self.call.media.isClosed)

        for case .close(let anchor) in closed {
            self.call.media.receive([StreamCounters(index: 0)], of: anchor)
        }
        #expect(self.call.media.isClosed)
        #expect(self.call.media.counters(of: 1).count == 1)
    }

    @Test
    mutating func `without free ports nothing is lent and nothing is ordered`() {
        self.call = MediaFixture(ports: 30_000...30_001)

        #expect(self.call.offer(self.alice, 0, to: 1) == .noPorts)
        #expect(self.call.plane.ports.lentCount == 0)
        #expect(self.call.takeOrders().isEmpty)
    }

    @Test(arguments: [
        ("host.invalid", "m=audio 4000 RTP/AVP 0"), ("224.2.1.1", "m=audio 4000 RTP/AVP 0"),
        ("255.255.255.255", "m=audio 4000 RTP/AVP 0"), ("192.0.2.1", "m=message 9 TCP/MSRP *"),
    ])
    mutating func `an offer that cannot be relayed is not acceptable`(address: String, media: String) throws {
        #expect(self.call.offer(try MediaFixture.party(address, media), 0, to: 1) == .notAcceptable)
        #expect(self.call.plane.ports.lentCount == 0)
    }

    @Test
    mutating func `what cannot be relayed is refused in its place`() throws {
        let offer = try MediaFixture.party("192.0.2.1", self.audio, "m=message 9 TCP/MSRP *", self.fax)
        let passed = self.call.offer(offer, 0, to: 1).description

        #expect(passed?.media.map(\.port) == [30_004, 0, 30_006])
        #expect(passed?.media.map(\.kind) == [.audio, .message, .image])
    }

    @Test
    mutating func `a refresh with the same descriptions tells the relay nothing`() {
        self.call.establish(self.alice, self.bob)
        let before = self.call.sessions[1].latest

        #expect(self.call.offer(self.alice, 0, to: 1).description == before)
        _ = self.call.answer(self.bob, 1, to: 0)
        #expect(self.call.takeOrders().isEmpty)
        #expect(self.call.sessions[0].version == 1)
    }

    @Test(arguments: [
        ("a=sendonly", "a=recvonly", true), ("a=inactive", "a=inactive", false),
        ("c=IN IP4 0.0.0.0", "a=recvonly", true),
    ])
    mutating func `hold in every form stops what the holder would hear`(
        hold: String,
        answer: String,
        holderSends: Bool
    ) throws {
        self.call.establish(self.alice, self.bob)
        let offer = self.call.offer(try MediaFixture.party("192.0.2.1", self.audio, hold), 0, to: 1).description
        #expect(offer?.isHeld == true)
        #expect(offer?.media[0].ip == .loopbackV4)
        #expect(self.call.takeOrders().isEmpty)

        let answered = self.call.answer(try MediaFixture.party("192.0.2.2", self.audio, answer), 1, to: 0).description
        #expect(answered?.direction(of: 0).sends == false)
        let remotes = self.call.takeOrders().flatMap(\.remotes).flatMap(\.streams)
        #expect(remotes.map(\.sends) == [holderSends, false])
        #expect(remotes.map(\.receives) == [false, holderSends])

        _ = self.call.offer(self.alice, 0, to: 1)
        _ = self.call.answer(self.bob, 1, to: 0)
        let resumed = self.call.takeOrders().flatMap(\.remotes).flatMap(\.streams)
        #expect(resumed.map(\.sends) == [true, true])
        #expect(resumed.map(\.receives) == [true, true])
    }

    @Test
    mutating func `a refused offer restores what was agreed exactly`() throws {
        self.call.establish(self.alice, self.bob)
        let more = try MediaFixture.party("192.0.2.9", self.audio, self.video)

        #expect(self.call.offer(more, 0, to: 1).description?.media.count == 2)
        #expect(self.call.plane.ports.lentCount == 4)
        self.call.restore()
        #expect(self.call.plane.ports.lentCount == 2)
        #expect(self.call.takeOrders().isEmpty)

        // The next offer keeps the m-line that leg 1 has seen, refused (RFC 3264 §8).
        let again = self.call.offer(self.alice, 0, to: 1).description
        #expect(again?.media.map(\.isRejected) == [false, true])
        let answer = try MediaFixture.party("192.0.2.2", self.audio, "m=video 0 RTP/AVP 31")
        #expect(self.call.answer(answer, 1, to: 0).description?.media.count == 1)
        #expect(self.call.takeOrders().isEmpty)
    }

    @Test
    mutating func `an m-line comes and goes`() throws {
        self.call.establish(self.alice, self.bob)
        _ = self.call.offer(try MediaFixture.party("192.0.2.1", self.audio, self.video), 0, to: 1)
        _ = self.call.answer(try MediaFixture.party("192.0.2.2", self.audio, self.video), 1, to: 0)
        let added = self.call.takeOrders()
        #expect(added.map(\.word) == ["replan", "replan", "setRemotes", "setRemotes"])
        #expect(added[0].plans.map(\.index) == [0, 1])
        #expect(added[0].plans[1].dscp == 34)
        #expect(self.call.plane.ports.lentCount == 4)

        let gone = "m=video 0 RTP/AVP 31"
        _ = self.call.offer(try MediaFixture.party("192.0.2.2", self.audio, gone), 1, to: 0)
        _ = self.call.answer(try MediaFixture.party("192.0.2.1", self.audio, gone), 0, to: 1)
        let removed = self.call.takeOrders().filter { $0.word == "replan" }
        #expect(removed.map { $0.plans.map(\.index) } == [[0], [0]])
        #expect(self.call.plane.ports.lentCount == 2)
    }

    @Test
    mutating func `a switch to fax and back changes the stream in its place`() throws {
        self.call.establish(self.alice, self.bob)
        let faxAlice = try MediaFixture.party("192.0.2.1", self.fax)
        let faxBob = try MediaFixture.party("192.0.2.2", self.fax)
        _ = self.call.offer(faxBob, 1, to: 0)
        self.call.restore()
        #expect(self.call.takeOrders().isEmpty)

        let offer = self.call.offer(faxBob, 1, to: 0).description
        #expect(offer?.media.map(\.kind) == [.image])
        #expect(offer?.description.contains("a=T38FaxVersion:0") == true)
        #expect(self.call.answer(faxAlice, 0, to: 1).description?.media[0].kind == .image)
        let orders = self.call.takeOrders()
        #expect(orders.flatMap(\.plans).map(\.kind) == [.udptl, .udptl])
        #expect(orders.flatMap(\.plans).map(\.localRTCP) == [nil, nil])
        #expect(orders.flatMap(\.remotes).flatMap(\.streams).map(\.remote?.port) == [4010, 4010])

        _ = self.call.offer(self.bob, 1, to: 0)
        _ = self.call.answer(self.alice, 0, to: 1)
        #expect(self.call.takeOrders().flatMap(\.plans).map(\.kind) == [.rtp, .rtp])
    }

    @Test
    mutating func `an answer that breaks the rules is mended`() throws {
        let offer = try MediaFixture.party("192.0.2.1", self.audio, self.video)
        _ = self.call.offer(offer, 0, to: 1)
        let answer = self.call.answer(self.bob, 1, 1, to: 0).description

        #expect(answer?.media.map(\.isRejected) == [false, true])
        #expect(answer?.violations(asAnswerTo: offer) == [])
        self.call.settle(1, 1)
        #expect(self.call.plane.ports.lentCount == 2)
    }

    @Test
    mutating func `RTCP shares the port once both sides say so`() throws {
        let muxed = self.audio + "\r\na=rtcp-mux"
        _ = self.call.offer(try MediaFixture.party("192.0.2.1", muxed), 0, to: 1)
        #expect(self.call.takeOrders()[0].plans[0].localRTCP != nil)
        _ = self.call.answer(try MediaFixture.party("192.0.2.2", muxed), 1, 1, to: 0)
        let orders = self.call.takeOrders()

        #expect(orders.flatMap(\.plans).map(\.localRTCP) == [nil, nil])
        let remotes = orders.flatMap(\.remotes).flatMap(\.streams).map(\.remoteRTCP)
        #expect(remotes == [TransportAddress("192.0.2.1:4000"), TransportAddress("192.0.2.2:4000")])
    }

    @Test
    mutating func `IPv4 meets IPv6`() throws {
        var profile = MediaProfile()
        profile.family = .ipv6
        self.call.media.add(1, profile: profile)
        let offer = self.call.offer(self.alice, 0, to: 1).description
        #expect(offer?.description.contains("c=IN IP6 ::1") == true)

        let answer = self.call.answer(try MediaFixture.party("2001:db8::2", self.audio), 1, 1, to: 0).description
        #expect(answer?.media[0].ip == .loopbackV4)
        #expect(self.call.takeOrders().last?.remotes[0].streams[0].remote?.ip == IPAddress("2001:db8::2"))
    }

    @Test
    mutating func `direct media asks nothing of the relay`() {
        self.call.media.choose(.direct)
        self.call.media.choose(.anchor)
        let offer = self.call.offer(self.alice, 0, to: 1).description
        let answer = self.call.answer(self.bob, 1, 1, to: 0).description
        self.call.select(1, 1)
        self.call.settle(1, 1)
        self.call.end()

        #expect(offer?.media[0].remoteAddress == TransportAddress("192.0.2.1:4000"))
        #expect(answer?.media[0].remoteAddress == TransportAddress("192.0.2.2:4000"))
        #expect(self.call.takeOrders().isEmpty)
        #expect(self.call.plane.ports.lentCount == 0)
        #expect(self.call.media.isClosed)
    }

    @Test
    mutating func `a delayed offer runs the other way round`() {
        let offer = self.call.offer(self.bob, 1, 1, to: 0).description
        #expect(offer?.media[0].ip == .loopbackV4)
        #expect(self.call.takeOrders().map(\.word) == ["open", "setRemotes", "open"])
        self.call.select(1, 1)
        self.call.settle(1, 1)
        let answer = self.call.answer(self.alice, 0, to: 1).description
        #expect(answer?.violations(asAnswerTo: self.bob) == [])
        #expect(self.call.takeOrders().map(\.word) == ["join", "select", "setRemotes"])
    }
}
