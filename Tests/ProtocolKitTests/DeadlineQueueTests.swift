import ProtocolKit
import Testing

struct DeadlineQueueTests {
    private var queue = DeadlineQueue<Int>()

    @Test
    mutating func `deadlines come out in order whatever moved or left in between`() {
        var random = IdentifierSource(seed: 7)
        var expected: [Int: Int64] = [:]
        for _ in 0..<5000 {
            let key = Int(random.number(below: 300))
            let at = random.number(below: 4) == 0 ? nil : Int64(random.number(below: 1000))
            self.queue.set(at.map { Instant(nanoseconds: $0) }, for: key)
            expected[key] = at
        }
        #expect(self.queue.count == expected.count)
        var last: Int64 = -1
        while let next = self.queue.next {
            let key = self.queue.popDue(at: next)
            #expect(key.flatMap { expected.removeValue(forKey: $0) } == next.nanoseconds)
            #expect(next.nanoseconds >= last)
            last = next.nanoseconds
        }
        #expect(expected.isEmpty)
    }

    @Test
    mutating func `nothing is due before its time`() {
        self.queue.set(Instant(nanoseconds: 10), for: 1)
        #expect(self.queue.popDue(at: Instant(nanoseconds: 9)) == nil)
        #expect(self.queue.popDue(at: Instant(nanoseconds: 10)) == 1)
        #expect(self.queue.next == nil)
    }
}
