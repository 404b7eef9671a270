import ProtocolKit
import SimulationKit

/// Carries out the lines of one source, one after the other, and tells its writer how each of them went.
final class ScriptRunner {
    /// What the line that is under way waits for.
    private enum Waiting {
        case nothing
        case time(Instant, line: String)
        case expectation(Int, LabExpectation, until: Instant, since: Instant, line: String)
    }

    /// Where the lines come from; `nil` for a file that was read whole.
    let stream: LineStream?

    /// How many expectations and lines failed.
    private(set) var failures = 0

    private var lines: [String] = []
    private var waiting = Waiting.nothing
    private let stopsAtFailure: Bool
    private let write: (String) -> Void

    init(stream: LineStream?, lines: [String] = [], stopsAtFailure: Bool, write: @escaping (String) -> Void) {
        self.stream = stream
        self.lines = lines
        self.stopsAtFailure = stopsAtFailure
        self.write = write
    }

    /// Adds lines; far too many of them are not taken.
    func append(_ lines: [String]) {
        self.lines += lines.prefix(max(0, 10_000 - self.lines.count))
    }

    /// Whether nothing is left to do.
    var isDone: Bool {
        if case .nothing = self.waiting {
            return self.lines.isEmpty
        }
        return false
    }

    /// When to look again at the latest.
    func nextLook(_ now: Instant) -> Instant? {
        switch self.waiting {
        case .nothing: return self.lines.isEmpty ? nil : now
        case .time(let time, _): return time
        case .expectation(_, _, let until, _, _): return min(until, now.advanced(by: .milliseconds(20)))
        }
    }

    /// Goes on as far as it can.
    func run(_ lab: MediaGatewayLab, at now: Instant) {
        while true {
            switch self.waiting {
            case .nothing:
                guard !self.lines.isEmpty else {
                    return
                }
                self.begin(self.lines.removeFirst(), lab, at: now)
            case .time(let time, let line):
                guard time <= now else {
                    return
                }
                self.succeed(line)
            case .expectation(let endpoint, let expectation, let until, let since, let line):
                if lab.meets(expectation, at: endpoint, now: now) {
                    self.succeed("\(line) (after \(since.duration(to: now).nanoseconds / 1_000_000) ms)")
                } else if until <= now {
                    self.fail("failed: \(line); \(lab.summary(of: endpoint))")
                } else {
                    return
                }
            }
        }
    }

    private func begin(_ line: String, _ lab: MediaGatewayLab, at now: Instant) {
        do throws(LabFailure) {
            guard let step = try LabStep(line, endpointNamed: lab.endpointIndex) else {
                return
            }
            switch step {
            case .wait(let duration): self.waiting = .time(now.advanced(by: duration), line: line)
            case .expect(let endpoint, let expectation, let within):
                let until = now.advanced(by: within)
                self.waiting = .expectation(endpoint, expectation, until: until, since: now, line: line)
            case .help:
                self.write(LabLanguage.help)
                self.succeed(line)
            case .status(let endpoint):
                for text in lab.status(of: endpoint) {
                    self.write(" \(text)")
                }
                self.succeed(line)
            case .quit:
                self.succeed(line)
                lab.isStopped = true
            case .offHook, .onHook, .flash, .dial, .seize, .answer, .release, .deleteConnection, .reset, .restart,
                .fault:
                lab.perform(step, at: now)
                self.succeed(line)
            }
        } catch {
            self.fail("error: \(line): \(error)")
        }
    }

    private func succeed(_ line: String) {
        self.waiting = .nothing
        self.write("ok: \(line)")
    }

    private func fail(_ text: String) {
        self.waiting = .nothing
        self.failures += 1
        self.write(text)
        if self.stopsAtFailure {
            self.lines = []
        }
    }
}
