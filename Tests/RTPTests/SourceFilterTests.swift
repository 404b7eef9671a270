import ProtocolKit
import RTP
import Testing

struct SourceFilterTests {
    private static let described = TransportAddress(IPAddress(v4: 0xC000_0201), 4000)
    private static let otherPort = TransportAddress(IPAddress(v4: 0xC000_0201), 4002)
    private static let otherHost = TransportAddress(IPAddress(v4: 0xC633_6401), 4000)

    @Test(arguments: [
        (Self.described, SourceFilter.Verdict.accepted), (Self.otherPort, .refused), (Self.otherHost, .refused),
    ])
    func `strict wants address and port`(source: TransportAddress, verdict: SourceFilter.Verdict) {
        var filter = SourceFilter(.strict, described: Self.described)

        #expect(filter.judge(source) == verdict)
    }

    @Test(arguments: [
        (Self.described, SourceFilter.Verdict.accepted), (Self.otherPort, .accepted), (Self.otherHost, .refused),
    ])
    func `address leaves the port free`(source: TransportAddress, verdict: SourceFilter.Verdict) {
        var filter = SourceFilter(.address, described: Self.described)

        #expect(filter.judge(source) == verdict)
    }

    @Test(arguments: [SourceFilter.Rule.strict, .address])
    func `nothing is accepted before the far end is known`(rule: SourceFilter.Rule) {
        var filter = SourceFilter(rule, described: nil)

        #expect(filter.judge(Self.described) == .refused)
    }

    @Test
    func `a latch learns once and keeps to it after the window`() {
        var filter = SourceFilter(.latch(window: 3, within: nil), described: Self.described)

        #expect(filter.judge(Self.otherHost) == .learned)
        #expect(filter.judge(Self.otherHost) == .accepted)
        #expect(filter.judge(Self.otherHost) == .accepted)
        #expect(filter.windowLeft == 0)
        #expect(filter.judge(Self.described) == .refused)
        #expect(filter.judge(Self.otherPort) == .refused)
        #expect(filter.judge(Self.otherHost) == .accepted)
        #expect(filter.expected == Self.otherHost)
    }

    @Test
    func `packets of the described source use the window up`() {
        var filter = SourceFilter(.latch(window: 2, within: nil), described: Self.described)

        #expect(filter.judge(Self.described) == .accepted)
        #expect(filter.judge(Self.described) == .accepted)
        #expect(filter.judge(Self.otherHost) == .refused)
    }

    @Test
    func `a latch bounded to an address learns only its ports`() {
        var filter = SourceFilter(.latch(window: 5, within: Self.described.ip), described: Self.described)

        #expect(filter.judge(Self.otherHost) == .refused)
        #expect(filter.judge(Self.otherPort) == .learned)
        #expect(filter.windowLeft == 4)
    }

    @Test
    func `a window of zero is strict`() {
        var filter = SourceFilter(.latch(window: 0, within: nil), described: Self.described)

        #expect(filter.judge(Self.otherPort) == .refused)
        #expect(filter.judge(Self.described) == .accepted)
    }
}
