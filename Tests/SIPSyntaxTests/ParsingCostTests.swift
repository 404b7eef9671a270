import Glibc
import ProtocolKit
import SIPSyntax
import Testing

/// Hostile messages cost no more than their length.
struct ParsingCostTests {
    private static let head = """
        INVITE sip:b@example.com SIP/2.0\r
        Via: SIP/2.0/UDP h;branch=z9hG4bK1\r
        From: <sip:a@h>;tag=1\r
        To: <sip:b@h>\r
        Call-ID: 1\r
        CSeq: 1 INVITE\r

        """

    /// A message with `count` copies of `unit` in one value.
    private static func message(_ name: String, _ unit: String, _ count: Int) -> [UInt8] {
        Array((Self.head + name + ": " + String(repeating: unit, count: count) + "\r\n\r\n").utf8)
    }

    /// The processor time of this thread in nanoseconds, which other work on the machine does not add to.
    private static func threadTime() -> Int64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// The cost of the cheapest of five goes.
    private static func cost(_ body: () -> Void) -> Int64 {
        (0..<5).map { _ in
            let start = Self.threadTime()
            body()
            return Self.threadTime() - start
        }.min() ?? 0
    }

    @Test(
        arguments: [
            ("Contact", "<sip:a@h>,"), ("Contact", "a "), ("Contact", "\"\\\" "), ("X", "\r\n "),
            ("Via", "SIP/2.0/UDP h,"),
            ("From", ";a=b"), ("X", "a,"), ("Require", "a,"), ("Authorization", "a=\"b\","), ("Contact", "<<<<"),
        ]
    )
    func `four times the length costs no sixteen times`(name: String, unit: String) {
        func work(_ count: Int) -> Int64 {
            let octets = Self.message(name, unit, count)
            return Self.cost {
                if case .message(let message) = SIPMessage.parse(octets) {
                    _ = try? message.all(Contact.self)
                    _ = try? message.all(Via.self)
                    _ = try? message.optionTags(of: .require)
                    _ = try? message.all(Authorization.self)
                }
            }
        }
        let units = 24_000 / unit.utf8.count
        let (short, long) = (work(units / 4), work(units))

        #expect(long < short * 10 + 10_000_000)
    }

    @Test
    func `too many fields, too long a header or too large a body is a 513`() {
        let many = Array((Self.head + String(repeating: "X: 1\r\n", count: 300) + "\r\n").utf8)
        let long = Self.message("X", "a", 40_000)
        var limits = SIPLimits()
        limits.bodyOctets = 10
        let large = Array((Self.head + "Content-Length: 11\r\n\r\n" + String(repeating: "x", count: 11)).utf8)

        for outcome in [SIPMessage.parse(many), SIPMessage.parse(long), SIPMessage.parse(large, limits: limits)] {
            guard case .answerable(_, let error) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(error.suggestedStatus == 513)
        }
    }

    @Test
    func `too long a Request-URI is a 414`() {
        let uri = "sip:" + String(repeating: "a", count: 3000) + "@h"
        let octets = Self.head.split(separator: "sip:b@example.com").joined(separator: uri) + "\r\n"

        guard case .answerable(_, let error) = SIPMessage.parse(Array(octets.utf8)) else {
            Issue.record("not answerable")
            return
        }
        #expect(error.suggestedStatus == 414)
    }

    @Test
    func `keep-alives are told from messages`() {
        for octets in [[], [0x0D, 0x0A], [0x0D, 0x0A, 0x0D, 0x0A], [0], [0, 0, 0, 0]] as [[UInt8]] {
            guard case .keepAlive = SIPMessage.parse(octets) else {
                Issue.record("\(octets)")
                continue
            }
        }
    }
}
