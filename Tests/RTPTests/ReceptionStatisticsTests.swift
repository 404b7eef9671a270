import ProtocolKit
import RTP
import Testing

/// RFC 3550 §A.1, §A.3 and §A.8.
struct ReceptionStatisticsTests {
    private var statistics = ReceptionStatistics()

    private mutating func receive(
        _ sequence: UInt16,
        at milliseconds: Int,
        timestamp: UInt32? = nil,
        source: UInt32 = 1
    ) {
        let bytes: [UInt8] = [0x80, 0, UInt8(sequence >> 8), UInt8(truncatingIfNeeded: sequence)]
        let time = timestamp ?? UInt32(sequence) * 160
        let words = [time, source].flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - $0 * 8)) }
        }
        guard let header = RTPHeader(bytes: (bytes + words)) else {
            preconditionFailure("the header is well-formed")
        }
        self.statistics.receive(header, at: .start.advanced(by: .milliseconds(milliseconds)), clockRate: 8000)
    }

    @Test
    mutating func `a perfect stream has neither loss nor jitter`() {
        for index in 0..<100 {
            self.receive(UInt16(index), at: index * 20)
        }

        #expect(self.statistics.received == 100)
        #expect(self.statistics.lost == 0)
        #expect(self.statistics.jitter == 0)
    }

    @Test
    mutating func `gaps are losses`() {
        for index in 0..<100 where index % 10 != 5 {
            self.receive(UInt16(index), at: index * 20)
        }

        #expect(self.statistics.lost == 10)
    }

    @Test
    mutating func `reordering is no loss`() {
        for index in [0, 1, 3, 2, 4, 6, 5] {
            self.receive(UInt16(index), at: index * 20)
        }

        #expect(self.statistics.lost == 0)
        #expect(self.statistics.extendedHighest == 6)
    }

    @Test
    mutating func `the sequence number wraps into a new cycle`() {
        for index in 65_530..<65_546 {
            self.receive(UInt16(truncatingIfNeeded: index), at: index * 20, timestamp: UInt32(index) * 160)
        }

        #expect(self.statistics.lost == 0)
        #expect(self.statistics.extendedHighest == 65_545)
        #expect(self.statistics.jitter == 0)
    }

    @Test
    mutating func `one wild packet changes nothing`() {
        for index in 0..<10 {
            self.receive(UInt16(index), at: index * 20)
        }
        self.receive(30_000, at: 200)
        self.receive(10, at: 200)

        #expect(self.statistics.lost == 0)
        #expect(self.statistics.extendedHighest == 10)
    }

    @Test
    mutating func `two wild packets in sequence are a restart that keeps the losses`() {
        for index in [0, 1, 4, 30_000, 30_001, 30_002, 30_004] {
            self.receive(UInt16(index), at: index * 20)
        }

        #expect(self.statistics.lost == 3)
        #expect(self.statistics.extendedHighest == 30_004)
    }

    @Test
    mutating func `another source begins a new count and keeps the losses`() {
        for index in [0, 1, 4] {
            self.receive(UInt16(index), at: index * 20)
        }
        for index in [700, 702] {
            self.receive(UInt16(index), at: index * 20, source: 2)
        }

        #expect(self.statistics.lost == 3)
        #expect(self.statistics.received == 5)
    }

    @Test
    mutating func `packets that come by turns 5 ms early and late have the jitter of their spread`() {
        for index in 0..<400 {
            self.receive(UInt16(index), at: index * 20 + (index % 2 == 0 ? 5 : -5) + 10)
        }

        // Each difference is 10 ms, 80 units; the estimate approaches it from below.
        #expect((78...80).contains(self.statistics.jitter))
        #expect((9_700...10_100).contains(self.statistics.jitterMicroseconds(clockRate: 8000)))
    }
}
