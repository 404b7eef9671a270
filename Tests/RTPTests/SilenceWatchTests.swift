import ProtocolKit
import RTP
import Testing

struct SilenceWatchTests {
    private static func at(_ seconds: Int) -> Instant {
        .start.advanced(by: .seconds(seconds))
    }

    @Test
    func `a silence is told each time the timeout has passed`() {
        var watch = SilenceWatch(timeout: .seconds(10), at: .start)

        #expect(watch.check(at: Self.at(9)) == nil)
        #expect(watch.check(at: Self.at(10)) == .seconds(10))
        #expect(watch.check(at: Self.at(19)) == nil)
        #expect(watch.check(at: Self.at(20)) == .seconds(20))
    }

    @Test
    func `a packet ends it`() {
        var watch = SilenceWatch(timeout: .seconds(10), at: .start)
        _ = watch.check(at: Self.at(10))
        watch.hear(at: Self.at(12))

        #expect(watch.check(at: Self.at(21)) == nil)
        #expect(watch.check(at: Self.at(23)) == .seconds(11))
    }

    @Test
    func `without a timeout it never tells`() {
        var watch = SilenceWatch(timeout: nil, at: .start)

        #expect(watch.check(at: Self.at(1_000_000)) == nil)
    }
}
