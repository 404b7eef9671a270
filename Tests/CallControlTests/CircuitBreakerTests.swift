import CallControl
import ProtocolKit
import Testing

struct CircuitBreakerTests {
    private var breaker: CircuitBreaker
    private let later = Instant.start.advanced(by: .seconds(10))

    init() {
        var settings = BreakerSettings()
        settings.failures = 3
        settings.rest = .seconds(10)
        self.breaker = CircuitBreaker(settings)
    }

    private mutating func fail(_ times: Int) -> [CircuitBreaker.Change] {
        (0..<times).compactMap { _ in self.breaker.fail(.ordinary, at: .start) }
    }

    @Test
    mutating func `failures in a row open it, and nobody may ask until the rest is over`() {
        #expect(self.fail(2) == [])
        #expect(self.breaker.begin(at: .start) == .ordinary)
        #expect(self.fail(1) == [.opened])
        #expect(self.breaker.begin(at: .start) == nil)
        #expect(self.breaker.begin(at: .start.advanced(by: .milliseconds(9_999))) == nil)
        #expect(self.breaker.begin(at: self.later) == .trial)
    }

    @Test
    mutating func `a success in between begins the count anew`() {
        #expect(self.fail(2) == [])
        #expect(self.breaker.succeed(.ordinary) == nil)
        #expect(self.fail(2) == [])
        #expect(self.fail(1) == [.opened])
    }

    @Test
    mutating func `one attempt tries, and its success closes it`() {
        _ = self.fail(3)
        #expect(self.breaker.begin(at: self.later) == .trial)
        #expect(self.breaker.begin(at: self.later) == nil)
        #expect(self.breaker.succeed(.trial) == .closed)
        #expect(self.breaker.begin(at: self.later) == .ordinary)
        #expect(self.fail(2) == [])
    }

    @Test
    mutating func `a trial that fails opens it for another rest, which is no news`() {
        _ = self.fail(3)
        #expect(self.breaker.begin(at: self.later) == .trial)
        #expect(self.breaker.fail(.trial, at: self.later) == nil)
        #expect(self.breaker.begin(at: self.later.advanced(by: .seconds(9))) == nil)
        #expect(self.breaker.begin(at: self.later.advanced(by: .seconds(10))) == .trial)
    }

    @Test
    mutating func `what comes of attempts from before it opened does not count`() {
        _ = self.fail(3)
        #expect(self.breaker.succeed(.ordinary) == nil)
        #expect(self.breaker.begin(at: .start) == nil)
        #expect(self.breaker.begin(at: self.later) == .trial)
        #expect(self.breaker.fail(.ordinary, at: self.later) == nil)
        #expect(self.breaker.succeed(.ordinary) == nil)
        #expect(self.breaker.begin(at: self.later) == nil)
        #expect(self.breaker.succeed(.trial) == .closed)
    }

    @Test
    mutating func `a trial that is withdrawn leaves the next attempt to try`() {
        _ = self.fail(3)
        #expect(self.breaker.begin(at: self.later) == .trial)
        self.breaker.withdraw(.trial, at: self.later)
        #expect(self.breaker.begin(at: self.later) == .trial)
    }
}
