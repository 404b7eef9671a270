import ProtocolKit
import RTP
import Testing

struct SilenceWatchTests {
    private static func at(_ seconds: Int) -> Instant {
        .start.advanced(by: .seconds(seconds))
    }

    @Test
    func `one silence is told once`() {
        var watch = SilenceWatch(timeout: .seconds(10), at: .start)

        #expect(watch.check(at: Self.at(9)) == nil)
        #expect(watch.check(at: Self.at(10)) == .seconds(10))
        #expect(watch.check(at: Self.at(20)) == nil)
    }

    @Test
    func `a packet arms it again`() {
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
        #expect(!watch.isActive)
    }
}
