import CallRecords
import Dispatch
import Foundation
import Logging
import ProtocolKit
import SignalingShell
import Synchronization

/// Writes log lines to standard error from a thread of its own, so that a slow terminal never delays a call.
///
/// A line is the time, the level and the message. When more lines wait than the bound, further ones are counted and dropped.
final class LogWriter: Sendable {
    private struct Waiting {
        var lines: [UInt8] = []
        var dropped = 0
        var isWriting = false
    }

    private static let bound = 1 << 20

    private let queue = DispatchQueue(label: "log")
    private let waiting = Mutex(Waiting())

    /// Takes a line.
    func write(_ level: Logger.Level, _ message: String) {
        var line: [UInt8] = []
        line.append(civilTime: SystemClock.civil)
        line.append(contentsOf: " \(level) ".utf8)
        // What a peer sent may drive a terminal.
        line.append(contentsOf: message.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x3F : $0 })
        line.append(0x0A)
        let starts = self.waiting.withLock { waiting in
            guard waiting.lines.count < Self.bound else {
                waiting.dropped += 1
                return false
            }
            waiting.lines += line
            defer { waiting.isWriting = true }
            return !waiting.isWriting
        }
        if starts {
            // Lines of a moment are written together: waking a thread for each costs more than the line.
            self.queue.asyncAfter(deadline: .now() + .milliseconds(50)) { self.writeWaiting() }
        }
    }

    /// Returns when everything has been written.
    func flush() {
        self.queue.sync { self.writeWaiting() }
    }

    private func writeWaiting() {
        while true {
            let (lines, dropped) = self.waiting.withLock { waiting in
                defer { waiting = Waiting(isWriting: !waiting.lines.isEmpty) }
                return (waiting.lines, waiting.dropped)
            }
            guard !lines.isEmpty else {
                return
            }
            let note = dropped > 0 ? Array("\(dropped) lines were dropped\n".utf8) : []
            try? FileHandle.standardError.write(contentsOf: Data(lines + note))
        }
    }
}

/// Connects swift-log with the writer.
struct LogWriterHandler: LogHandler {
    let writer: LogWriter
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { self.metadata[key] }
        set { self.metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        self.writer.write(event.level, event.message.description)
    }
}
