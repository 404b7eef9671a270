package import CallModel
import Dispatch
import ProtocolKit
import Synchronization

/// Writes call detail records as JSON lines, on a queue of its own so that a slow disk never delays signaling.
///
/// A record is acknowledged once `write(2)` has returned for its whole line. When the disk refuses, records wait in a
/// bounded queue and are tried again; when that is full, new ones are counted and dropped.
package final class CallRecordWriter: Sendable {
    /// What becomes of records, for logs and the status command.
    package struct Statistics: Hashable, Sendable {
        /// Records whose line is in the file.
        package var written: UInt64 = 0
        /// Records that wait.
        package var waiting = 0
        /// Records that were dropped because too many waited.
        package var dropped: UInt64 = 0
        /// Attempts that the disk refused.
        package var failures: UInt64 = 0
    }

    /// What is worth a log line.
    package enum Event: Hashable, Sendable {
        /// The disk refuses records; they wait.
        case stalled(CallRecordError)
        /// The disk takes records again; this many were dropped meanwhile.
        case resumed(dropped: UInt64)
        /// The queue is full and records are dropped from now on.
        case overflowing
    }

    private struct Waiting {
        var records: [CallRecord] = []
        var statistics = Statistics()
        var isDraining = false
        var droppedBefore: UInt64 = 0
    }

    private let capacity: Int
    private let delay: DispatchTimeInterval
    private let retryDelay: DispatchTimeInterval
    private let report: @Sendable (Event) -> Void
    private let queue = DispatchQueue(label: "call-records")
    private let waiting = Mutex(Waiting())
    private let drain: Mutex<Drain>

    /// What only the queue touches.
    private struct Drain {
        var sink: any CallRecordSink
        var isStalled = false
    }

    /// Writes to a file; the line that a crash left torn at its end is cut off first.
    ///
    /// A record is written `delay` milliseconds after the first that it is written with.
    package convenience init(
        path: String,
        syncs: Bool,
        capacity: Int = 10_000,
        delayMilliseconds: Int = 50,
        report: @escaping @Sendable (Event) -> Void = { _ in }
    ) throws(CallRecordError) {
        let file = try CallRecordFile(path: path, syncs: syncs)
        self.init(
            sink: file,
            capacity: capacity,
            delayMilliseconds: delayMilliseconds,
            retryMilliseconds: 1000,
            report: report
        )
    }

    /// Writes to any sink and tries again after the given time when it refuses.
    package init(
        sink: any CallRecordSink,
        capacity: Int,
        delayMilliseconds: Int = 50,
        retryMilliseconds: Int,
        report: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.capacity = capacity
        self.delay = .milliseconds(delayMilliseconds)
        self.retryDelay = .milliseconds(retryMilliseconds)
        self.report = report
        self.drain = Mutex(Drain(sink: sink))
    }

    /// What has become of the records so far.
    package var statistics: Statistics {
        self.waiting.withLock { waiting in
            var statistics = waiting.statistics
            statistics.waiting = waiting.records.count
            return statistics
        }
    }

    /// Takes a record; it is written soon, on another thread.
    package func append(_ record: CallRecord) {
        let (starts, overflows) = self.waiting.withLock { waiting -> (Bool, Bool) in
            guard waiting.records.count < self.capacity else {
                waiting.statistics.dropped += 1
                return (false, waiting.statistics.dropped == waiting.droppedBefore + 1)
            }
            waiting.records.append(record)
            defer { waiting.isDraining = true }
            return (!waiting.isDraining, false)
        }
        if overflows {
            self.report(.overflowing)
        }
        if starts {
            // Records of a while are written together: waking a thread for each costs more than the record.
            self.queue.asyncAfter(deadline: .now() + self.delay) { self.writeWaiting() }
        }
    }

    /// Writes what waits, once more if the disk refuses, and closes the file; returns how many records are lost.
    package func finish() -> Int {
        self.queue.sync {
            self.writeWaiting(isLast: true)
            self.drain.withLock { $0.sink.close() }
        }
        return self.waiting.withLock { $0.records.count }
    }

    private static let batch = 256

    private func writeWaiting(isLast: Bool = false) {
        self.drain.withLock { drain in
            while let records = self.nextBatch() {
                var json = JSONWriter(reservingCapacity: records.count * CallRecord.typicalOctets)
                let ends = records.map { record in
                    record.writeLine(to: &json)
                    return json.bytes.count
                }
                let result = drain.sink.append(json.bytes)
                let octets = (try? result.get()) ?? 0
                let written = ends.prefix { $0 <= octets }.count
                self.acknowledge(written, failed: written < records.count)
                guard written < records.count else {
                    self.resume(&drain)
                    continue
                }
                self.stall(&drain, because: result)
                if !isLast {
                    self.queue.asyncAfter(deadline: .now() + self.retryDelay) { self.writeWaiting() }
                }
                return
            }
        }
    }

    private func nextBatch() -> [CallRecord]? {
        self.waiting.withLock { waiting in
            guard !waiting.records.isEmpty else {
                waiting.isDraining = false
                return nil
            }
            return Array(waiting.records.prefix(Self.batch))
        }
    }

    private func acknowledge(_ count: Int, failed: Bool) {
        self.waiting.withLock { waiting in
            waiting.records.removeFirst(count)
            waiting.statistics.written += UInt64(count)
            waiting.statistics.failures += failed ? 1 : 0
        }
    }

    private func stall(_ drain: inout Drain, because result: Result<Int, CallRecordError>) {
        guard !drain.isStalled else {
            return
        }
        drain.isStalled = true
        switch result {
        case .success:
            self.report(.stalled(.diskFull))
        case .failure(let error):
            self.report(.stalled(error))
        }
    }

    private func resume(_ drain: inout Drain) {
        guard drain.isStalled else {
            return
        }
        drain.isStalled = false
        let dropped = self.waiting.withLock { waiting in
            defer { waiting.droppedBefore = waiting.statistics.dropped }
            return waiting.statistics.dropped - waiting.droppedBefore
        }
        self.report(.resumed(dropped: dropped))
    }
}
