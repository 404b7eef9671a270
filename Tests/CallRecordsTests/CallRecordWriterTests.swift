import CallModel
import CallRecords
import Foundation
import ProtocolKit
import Synchronization
import Testing

/// A disk of a given size that takes what fits, as a full file system does.
final class LimitedDisk: CallRecordSink {
    private let state = Mutex((free: 0, lines: [UInt8]()))

    init(free: Int) {
        self.state.withLock { $0.free = free }
    }

    var text: String {
        self.state.withLock { String(decoding: $0.lines, as: UTF8.self) }
    }

    func grow(by octets: Int) {
        self.state.withLock { $0.free += octets }
    }

    func append(_ lines: [UInt8]) -> Result<Int, CallRecordError> {
        self.state.withLock { state in
            guard state.free > 0 else {
                return .failure(CallRecordError(path: "disk", operation: .write, code: 28))
            }
            let part = lines.prefix(state.free)
            let whole = part.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            state.lines += lines.prefix(whole)
            state.free -= whole
            if whole < lines.count {
                state.free = 0
            }
            return .success(whole)
        }
    }

    func close() {}
}

/// Lets a test wait for what another thread does, up to a bound.
func eventually(_ condition: () -> Bool) -> Bool {
    let end = ContinuousClock.now + .seconds(10)
    while !condition() {
        guard ContinuousClock.now < end else {
            return false
        }
        sched_yield()
    }
    return true
}

func record(_ number: UInt64) -> CallRecord {
    CallRecord(
        call: CallID(shard: 0, sequence: number),
        started: .epoch,
        answered: nil,
        ended: .epoch,
        talkTime: .zero,
        sessionID: "",
        context: "default",
        extension: "local",
        dialplan: DialplanVersion(number: 7, digest: 0x3F9A_2C00_0000_0000),
        legs: []
    )
}

struct CallRecordWriterTests {
    @Test
    func `every record becomes one line in the order given`() {
        let disk = LimitedDisk(free: .max)
        let writer = CallRecordWriter(sink: disk, capacity: 1000, retryMilliseconds: 1)
        for number in 1...600 {
            writer.append(record(UInt64(number)))
        }
        #expect(writer.finish() == 0)
        let lines = disk.text.split(separator: "\n")
        #expect(lines.count == 600)
        #expect(lines.first?.hasPrefix(#"{"call":"1","#) == true)
        #expect(lines.last?.hasPrefix(#"{"call":"go","#) == true)
        #expect(writer.statistics.written == 600)
        #expect(writer.statistics.dropped == 0)
    }

    @Test
    func `a full disk holds records back and none is lost or written twice`() {
        let disk = LimitedDisk(free: 300)
        let events = Mutex([CallRecordWriter.Event]())
        let writer = CallRecordWriter(sink: disk, capacity: 20, retryMilliseconds: 1) { event in
            events.withLock { $0.append(event) }
        }
        for number in 1...10 {
            writer.append(record(UInt64(number)))
        }
        #expect(eventually { writer.statistics.failures > 1 })
        let written = writer.statistics.written
        #expect(written > 0 && written < 10)
        #expect(disk.text.split(separator: "\n").count == Int(written))
        disk.grow(by: 1_000_000)
        #expect(eventually { writer.statistics.written == 10 })
        #expect(disk.text.split(separator: "\n").count == 10)
        #expect(writer.finish() == 0)
        #expect(events.withLock { $0.contains(.resumed(dropped: 0)) })
    }

    @Test
    func `what exceeds the bounded queue is counted and dropped`() {
        let disk = LimitedDisk(free: 0)
        let writer = CallRecordWriter(sink: disk, capacity: 5, retryMilliseconds: 1)
        for number in 1...8 {
            writer.append(record(UInt64(number)))
        }
        #expect(writer.statistics.dropped == 3)
        #expect(writer.statistics.waiting == 5)
        #expect(writer.finish() == 5)
    }
}

/// Files in a folder of the test's own.
struct CallRecordFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "records-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
    }

    private var path: String {
        self.folder + "/cdr.jsonl"
    }

    private func content() throws -> String {
        try String(contentsOfFile: self.path, encoding: .utf8)
    }

    private func write(_ text: String) throws {
        try text.write(toFile: self.path, atomically: false, encoding: .utf8)
    }

    private func cleanUp() {
        try? FileManager.default.removeItem(atPath: self.folder)
    }

    @Test
    func `a line that a crash left torn is cut off`() throws {
        defer { self.cleanUp() }
        try self.write("{\"call\":\"1\"}\n{\"call\":\"2")
        let writer = try CallRecordWriter(path: self.path, syncs: true)
        writer.append(record(3))
        #expect(writer.finish() == 0)
        let lines = try self.content().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 3)
        #expect(lines[0] == "{\"call\":\"1\"}")
        #expect(lines[1].hasPrefix("{\"call\":\"3\""))
        #expect(lines[2].isEmpty)
    }

    @Test
    func `a file that holds something else is left alone`() throws {
        defer { self.cleanUp() }
        try self.write("dear diary")
        #expect(throws: CallRecordError(path: self.path, operation: .recognize, code: 0)) {
            try CallRecordWriter(path: self.path, syncs: false)
        }
        #expect(try self.content() == "dear diary")
    }

    @Test
    func `a file that was moved away is followed by a new one`() throws {
        defer { self.cleanUp() }
        let writer = try CallRecordWriter(path: self.path, syncs: false)
        writer.append(record(1))
        #expect(eventually { writer.statistics.written == 1 })
        try FileManager.default.moveItem(atPath: self.path, toPath: self.path + ".1")
        writer.append(record(2))
        #expect(writer.finish() == 0)
        #expect(try self.content().hasPrefix("{\"call\":\"2\""))
    }

    @Test
    func `a full disk is met by whole lines only`() throws {
        defer { self.cleanUp() }
        guard FileManager.default.fileExists(atPath: "/dev/full") else {
            return
        }
        let writer = try CallRecordWriter(path: "/dev/full", syncs: false)
        writer.append(record(1))
        #expect(eventually { writer.statistics.failures > 0 })
        #expect(writer.finish() == 1)
    }

    @Test
    func `a record says who ended each leg and why, in its own words and mapped`() throws {
        var call = record(7)
        var leg = LegRecord(
            leg: LegID(.sip, .outgoing, number: 3),
            party: Party(user: "bob", displayName: "Bob \"B\""),
            place: "user bob",
            started: .epoch,
            ended: .epoch,
            cause: ReleaseCause(.userBusy, location: .user, origin: .sipStatus(486, phrase: "Busy Here"))
        )
        leg.releasedByPeer = true
        leg.codecs = ["PCMA"]
        leg.media = [StreamCounters(index: 0)]
        call.legs = [leg]
        let line = String(decoding: call.jsonLine, as: UTF8.self)
        #expect(line.hasSuffix("}\n"))
        #expect(line.contains(#""extension":"local","dialplan":"7-3f9a2c","legs""#))
        #expect(line.contains(#""name":"Bob \"B\"""#))
        #expect(line.contains(#""cause":{"q850":17,"location":"user","sip_status":486,"sip_phrase":"Busy Here"}"#))
        let parsed = try JSONSerialization.jsonObject(with: Data(call.jsonLine)) as? [String: Any]
        #expect((parsed?["legs"] as? [[String: Any]])?.first?["leg"] as? String == "sip-o3")
    }
}
