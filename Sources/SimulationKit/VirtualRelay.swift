package import CallModel
package import ProtocolKit

/// A relay that forwards nothing but keeps account: which anchors are open, on which ports, with which far ends.
package struct VirtualRelay {
    /// What is known of one open anchor.
    package struct Anchor {
        /// Its streams.
        package var streams: [StreamPlan] = []
        /// The far ends it was told last.
        package var remotes: [AnswererStreams] = []
        /// The anchor it is joined to.
        package var partner: MediaAnchor?
        /// The answering party that was selected, once one was.
        package var selection: AnswererID??
        /// What it plays.
        package var signal: Signal?

        /// The far end of a stream that counts: that of the selected party, or of the first while none is.
        package func remote(of stream: Int) -> RemoteStream? {
            let chosen =
                self.selection.flatMap { selection in self.remotes.first { $0.answerer == selection } }
                ?? (self.selection.flatMap { $0 } == nil ? self.remotes.first : nil)
            return chosen?.streams.first { $0.index == stream }
        }
    }

    /// The anchors that are open.
    package private(set) var anchors: [MediaAnchor: Anchor] = [:]

    /// Every order in its order.
    package private(set) var orders: [MediaOrder] = []

    /// What call control did that a real relay could not have done: a port in use twice, an order for no anchor.
    package private(set) var faults: [String] = []

    /// How many packets each stream claims to have seen when it is closed.
    package var packets: UInt64 = 100

    private var reports = DeadlineQueue<UInt64>()
    private var pending: [UInt64: MediaReport] = [:]
    private var sequence: UInt64 = 0

    package init() {}

    /// The time of the next report.
    package var nextDeadline: Instant? {
        self.reports.next
    }

    /// Whether no port is in use and no report under way.
    package var isIdle: Bool {
        self.anchors.isEmpty && self.pending.isEmpty
    }

    /// Where a packet of media goes that comes from `source` to a port of ours: out of which port of ours, and to whom;
    /// `nil` for one that is dropped.
    package func passage(
        from source: TransportAddress,
        to local: TransportAddress,
        payloadType: UInt8? = nil
    ) -> (from: TransportAddress, to: TransportAddress)? {
        for anchor in self.anchors.values {
            guard let stream = anchor.streams.first(where: { $0.local == local }) else {
                continue
            }
            guard self.admits(source, stream, anchor), payloadType.map(stream.formats.accepted.contains) ?? true,
                let partner = anchor.partner.flatMap({ self.anchors[$0] }), partner.signal ?? .silence == .silence,
                let onward = partner.streams.first(where: { $0.index == stream.index && $0.kind == stream.kind }),
                let remote = partner.remote(of: stream.index), remote.receives, let destination = remote.remote
            else {
                return nil
            }
            return (onward.local, destination)
        }
        return nil
    }

    private func admits(_ source: TransportAddress, _ stream: StreamPlan, _ anchor: Anchor) -> Bool {
        let expected = anchor.remote(of: stream.index)?.remote
        switch stream.sourceRule {
        case .strict: return source == expected
        case .address: return source.ip == expected?.ip
        case .latch(_, let within): return within.map { $0 == source.ip } ?? true
        }
    }

    /// Forgets what was ordered; what is open stays.
    mutating func forgetOrders() {
        self.orders = []
    }

    /// Reports something at a given time; for scenarios.
    package mutating func report(_ report: MediaReport, at time: Instant) {
        self.sequence += 1
        self.pending[self.sequence] = report
        self.reports.set(time, for: self.sequence)
    }

    mutating func takeDue(at now: Instant) -> MediaReport? {
        self.reports.popDue(at: now).flatMap { self.pending.removeValue(forKey: $0) }
    }

    mutating func perform(_ order: MediaOrder, at now: Instant) {
        self.orders.append(order)
        switch order {
        case .open(let anchor, let streams):
            self.open(anchor, streams)
        case .replan(let anchor, let streams):
            self.change(anchor) { $0.streams = streams }
            self.checkPorts(of: anchor)
        case .setRemotes(let anchor, let remotes):
            self.change(anchor) { $0.remotes = remotes }
        case .join(let first, let second):
            self.part(first)
            self.part(second)
            self.change(first) { $0.partner = second }
            self.change(second) { $0.partner = first }
            if first.thread != second.thread {
                self.faults.append("anchors \(first.number) and \(second.number) are on different threads")
            }
        case .part(let anchor):
            self.part(anchor)
        case .play(let anchor, let signal):
            self.change(anchor) { $0.signal = signal }
        case .select(let anchor, let answerer):
            self.change(anchor) { $0.selection = .some(answerer) }
        case .listen(let anchor):
            self.change(anchor) { _ in }
        case .close(let anchor):
            self.close(anchor, at: now)
        }
    }

    private mutating func open(_ anchor: MediaAnchor, _ streams: [StreamPlan]) {
        if self.anchors[anchor] != nil {
            self.faults.append("anchor \(anchor.number) was opened twice")
        }
        self.anchors[anchor] = Anchor(streams: streams)
        self.checkPorts(of: anchor)
    }

    private mutating func close(_ anchor: MediaAnchor, at now: Instant) {
        guard let closed = self.anchors.removeValue(forKey: anchor) else {
            self.faults.append("anchor \(anchor.number) was closed and is not open")
            return
        }
        let counters = closed.streams.map { stream in
            var counters = StreamCounters(index: stream.index)
            counters.packetsReceived = self.packets
            counters.packetsSent = self.packets
            return counters
        }
        self.report(.counters(anchor, counters), at: now.advanced(by: .milliseconds(1)))
    }

    private mutating func part(_ anchor: MediaAnchor) {
        if let partner = self.anchors[anchor]?.partner {
            self.anchors[partner]?.partner = nil
        }
        self.change(anchor) { $0.partner = nil }
    }

    private mutating func change(_ anchor: MediaAnchor, _ body: (inout Anchor) -> Void) {
        guard self.anchors[anchor] != nil else {
            self.faults.append("an order names anchor \(anchor.number), which is not open")
            return
        }
        self.anchors[anchor].map { anchor in
            var changed = anchor
            body(&changed)
            return changed
        }.map { self.anchors[anchor] = $0 }
    }

    private mutating func checkPorts(of anchor: MediaAnchor) {
        let mine = self.anchors[anchor]?.streams.flatMap { [$0.local] + ($0.localRTCP.map { [$0] } ?? []) } ?? []
        if Set(mine).count != mine.count {
            self.faults.append("anchor \(anchor.number) uses a port twice")
        }
        for (other, state) in self.anchors where other != anchor {
            let theirs = state.streams.flatMap { [$0.local] + ($0.localRTCP.map { [$0] } ?? []) }
            if !Set(mine).isDisjoint(with: theirs) {
                self.faults.append("anchors \(anchor.number) and \(other.number) share a port")
            }
        }
    }
}
