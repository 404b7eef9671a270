import ProtocolKit
import SIPAgent
import Testing

/// RFC 4028 §9 table 2 and §10.
struct SessionTimerTests {
    private typealias Request = SessionTimerPolicy.Request

    private var timer = SessionTimer()

    @Test(
        arguments: [
            (Request(supportsTimer: false), .none),
            (Request(supportsTimer: true), .agreed(interval: 1800, refresher: .uas)),
            (Request(interval: 600, supportsTimer: true), .agreed(interval: 600, refresher: .uas)),
            (Request(interval: 600, refresher: .uac, supportsTimer: true), .agreed(interval: 600, refresher: .uac)),
            (Request(interval: 600, refresher: .uas, supportsTimer: true), .agreed(interval: 600, refresher: .uas)),
            (Request(interval: 600, supportsTimer: false), .agreed(interval: 600, refresher: .uas)),
            (Request(interval: 7200, supportsTimer: true), .agreed(interval: 1800, refresher: .uas)),
            (
                Request(interval: 7200, minimum: 3600, supportsTimer: true), .agreed(interval: 3600, refresher: .uas)
            ),
            (Request(interval: 30, supportsTimer: true), .tooSmall(minimum: 90)),
            (Request(interval: 30, supportsTimer: false), .agreed(interval: 90, refresher: .uas)),
        ] as [(SessionTimerPolicy.Request, SessionTimerPolicy.Answer)]
    )
    func `a request is answered by table 2`(request: SessionTimerPolicy.Request, answer: SessionTimerPolicy.Answer) {
        #expect(SessionTimerPolicy().answer(to: request) == answer)
    }

    @Test
    mutating func `we refresh after half the interval and expire at its end`() {
        self.timer.agree(interval: 90, refresher: .us, at: .start)

        #expect(self.timer.nextDeadline == .start.advanced(by: .seconds(45)))
        #expect(self.timer.advance(to: .start.advanced(by: .seconds(44))) == nil)
        #expect(self.timer.advance(to: .start.advanced(by: .seconds(45))) == .refresh)
        #expect(self.timer.nextDeadline == .start.advanced(by: .seconds(90)))
        #expect(self.timer.advance(to: .start.advanced(by: .seconds(90))) == .expire)
        #expect(self.timer.nextDeadline == nil)
    }

    @Test
    mutating func `a peer that does not refresh is cleared before the end`() {
        self.timer.agree(interval: 1800, refresher: .peer, at: .start)

        #expect(self.timer.nextDeadline == .start.advanced(by: .seconds(1768)))
        #expect(self.timer.advance(to: .start.advanced(by: .seconds(1768))) == .expire)
    }

    @Test
    mutating func `a short interval leaves a third of itself`() {
        self.timer.agree(interval: 90, refresher: .peer, at: .start)

        #expect(self.timer.nextDeadline == .start.advanced(by: .seconds(60)))
    }

    @Test
    mutating func `a postponed refresh comes again before the end`() {
        self.timer.agree(interval: 90, refresher: .us, at: .start)
        _ = self.timer.advance(to: .start.advanced(by: .seconds(45)))
        self.timer.postpone(by: .seconds(3), at: .start.advanced(by: .seconds(45)))

        #expect(self.timer.advance(to: .start.advanced(by: .seconds(48))) == .refresh)
    }
}
