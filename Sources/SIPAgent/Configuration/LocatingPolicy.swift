/// How next hops are found (RFC 3263).
package struct LocatingPolicy: Hashable, Sendable {
    /// Whether NAPTR is asked for when neither transport nor port is given (RFC 3263 §4.1).
    package var asksForPointers = true

    /// Whether IPv6 addresses are tried before IPv4 ones where listeners of both families exist.
    package var prefersIPv6 = true

    /// How long all questions of one resolution may take.
    package var timeout: Duration = .seconds(10)

    /// How long more answers are waited for once there is a place to try.
    package var patience: Duration = .seconds(1)

    /// How long a next hop may stay silent before the next one of the same name is tried (RFC 3263 §4.3), which the
    /// last is not hurried by; `nil` waits for the end of the transaction.
    package var hopTimeout: Duration? = .seconds(5)

    /// Records of one answer that are looked at.
    package var recordsPerAnswer = 500

    /// Addresses that one resolution yields at most.
    package var candidates = 32

    /// Questions that one resolution asks at most.
    package var questions = 40

    /// Answers that are kept.
    package var cachedAnswers = 4096

    /// The longest time that an answer is kept, whatever its TTL says.
    package var maximumTimeToLive: Duration = .seconds(86_400)

    /// The longest time that a name is remembered not to exist (RFC 2308 §5).
    package var maximumNegativeTimeToLive: Duration = .seconds(300)

    /// How long a failure to resolve is remembered (RFC 2308 §7.1).
    package var failureTimeToLive: Duration = .seconds(5)

    /// Resolutions that may wait at once.
    package var pendingResolutions = 2000

    /// Next hops that are remembered to be out of service.
    package var penalizedHops = 1024

    package init() {}
}
