import CallModel
import Dispatch
import MediaRelay
import ProtocolKit
import Synchronization
import Testing

/// A relay with what a test needs around it: anchors, their ports, and the reports that came.
final class Switchboard: Sendable {
    /// What one side of a call is lent.
    struct Side {
        let anchor: MediaAnchor
        let media: TransportAddress
        let control: TransportAddress
    }

    private struct Reports {
        var all: [MediaReport] = []
        var fences: UInt64 = 0
    }

    static let relayIP = IPAddress(v4: 0x7F00_4D01)
    static let aliceIP = IPAddress(v4: 0x7F00_4D02)
    static let bobIP = IPAddress(v4: 0x7F00_4D03)
    static let malloryIP = IPAddress(v4: 0x7F00_4D04)

    let relay: MediaRelay
    private let reports: Collected
    private let fence = Mutex(UInt64(1) << 60)

    /// Where the relay's thread puts reports.
    private final class Collected: Sendable {
        let reports = Mutex<[MediaReport]>([])
        let arrived = DispatchSemaphore(value: 0)

        func add(_ new: [MediaReport]) {
            self.reports.withLock { $0 += new }
            self.arrived.signal()
        }
    }

    init(_ configuration: MediaRelayConfiguration = MediaRelayConfiguration()) throws {
        let reports = Collected()
        self.reports = reports
        self.relay = try MediaRelay(configuration: configuration) { reports.add($0) }
    }

    deinit {
        self.relay.shutdown()
    }

    /// Submits orders and waits until they are carried out.
    func perform(_ orders: [MediaOrder]) throws {
        // Closing an anchor that never was is answered like any other, after everything before it.
        let fence = self.fence.withLock { number in
            number += 1
            return MediaAnchor(number: number, thread: 0)
        }
        // To play wakes the thread, even where there is nobody to play to.
        let alarm = MediaOrder.play(fence, .tone(hertz: 400, payloadType: 0, duration: nil))
        self.relay.submit(orders + [alarm, .close(fence)])
        _ = try self.report { if case .counters(fence, _) = $0 { true } else { false } }
    }

    /// The first report that matches, which is waited for and taken out.
    func report(within seconds: Int = 10, _ matches: (MediaReport) -> Bool) throws -> MediaReport {
        let deadline = DispatchTime.now() + .seconds(seconds)
        while true {
            let found = self.reports.reports.withLock { reports in
                reports.firstIndex(where: matches).map { reports.remove(at: $0) }
            }
            if let found {
                return found
            }
            try #require(self.reports.arrived.wait(timeout: deadline) == .success, "no such report came")
        }
    }

    /// Whether a report that matches has come by now.
    func hasReport(_ matches: (MediaReport) -> Bool) -> Bool {
        self.reports.reports.withLock { $0.contains(where: matches) }
    }

    /// Waits until the packets are handled that were sent before, of each sender as many as this.
    func settle(_ packets: Int = 8) throws {
        // Orders come before packets, and a turn takes one packet from each socket.
        for _ in 0...packets {
            try self.perform([])
        }
    }

    /// Closes an anchor and returns what passed.
    func close(_ side: Side) throws -> [StreamCounters] {
        try self.settle()
        self.relay.submit([.close(side.anchor)])
        let report = try self.report { if case .counters(side.anchor, _) = $0 { true } else { false } }
        guard case .counters(_, let counters) = report else {
            return []
        }
        return counters
    }

    /// Opens an anchor with one stream.
    func open(
        _ number: UInt64,
        on ip: IPAddress = Switchboard.relayIP,
        kind: StreamKind = .rtp,
        rule: SourceRule = .strict,
        isShared: Bool = false,
        silenceTimeout: Duration? = nil,
        formats: StreamFormats = StreamFormats()
    ) throws -> Side {
        let (media, control) = Phone.freePair(on: ip)
        let side = Side(anchor: MediaAnchor(number: number, thread: 0), media: media, control: control)
        let plan = StreamPlan(
            index: 0,
            kind: kind,
            local: media,
            localRTCP: isShared || kind == .udptl ? nil : control,
            dscp: 46,
            sourceRule: rule,
            silenceTimeout: silenceTimeout,
            formats: formats
        )
        try self.perform([.open(side.anchor, streams: [plan])])
        return side
    }
}

extension MediaOrder {
    /// The far end of an anchor's only stream.
    static func remote(
        _ side: Switchboard.Side,
        _ phone: Phone,
        control: Phone? = nil,
        receives: Bool = true,
        sends: Bool = true
    ) -> MediaOrder {
        .setRemotes(
            side.anchor,
            [.init(answerer: nil, streams: [.of(phone, control: control, receives: receives, sends: sends)])]
        )
    }
}

extension RemoteStream {
    static func of(_ phone: Phone, control: Phone? = nil, receives: Bool = true, sends: Bool = true) -> RemoteStream {
        RemoteStream(
            index: 0,
            remote: phone.address,
            remoteRTCP: (control ?? phone).address,
            receives: receives,
            sends: sends
        )
    }
}
