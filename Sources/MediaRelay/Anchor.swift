import CallModel
import RTP

/// What a thread knows of one anchor beside its flows: what changes with signaling, not with packets.
struct Anchor {
    /// One stream and the flows that carry it.
    struct Stream {
        var plan: StreamPlan
        let media: FlowNumber
        let control: FlowNumber?

        /// What the far end says about it.
        var remote: RemoteStream?

        /// Whether another plan can go on with the same sockets.
        func canCarry(_ other: StreamPlan) -> Bool {
            self.plan.local == other.local && self.plan.localRTCP == other.localRTCP
        }

        /// The flows, that of the media first.
        var flows: [FlowNumber] {
            [self.media] + (self.control.map { [$0] } ?? [])
        }
    }

    /// What it plays by itself.
    enum Playing {
        case nothing
        case echo
        case tone(ToneSource)
        case events(TelephoneEventSource)

        /// Whether something is played in place of what the other leg sends.
        var isAnything: Bool {
            switch self {
            case .nothing: false
            case .echo, .tone, .events: true
            }
        }
    }

    let id: MediaAnchor
    var streams: [Stream] = []
    var answerers: [AnswererStreams] = []

    /// The answerer that was selected, once one was.
    var selection: AnswererID??

    /// The anchor that it is joined with.
    var partner: UInt64?
    var playing = Playing.nothing

    /// The counters of streams that have ended before the anchor.
    var ended: [StreamCounters] = []

    /// The far ends that count: those of the selected answerer, or of the first while none is selected.
    var remotes: [RemoteStream] {
        guard let selection = self.selection else {
            return self.answerers.first?.streams ?? []
        }
        if let chosen = self.answerers.first(where: { $0.answerer == selection }) {
            return chosen.streams
        }
        return selection == nil ? self.answerers.first?.streams ?? [] : []
    }

    /// The final counters, one for each m-line that had a stream.
    static func merge(_ counters: [StreamCounters]) -> [StreamCounters] {
        var merged: [StreamCounters] = []
        for next in counters {
            if let place = merged.firstIndex(where: { $0.index == next.index }) {
                merged[place].add(next)
            } else {
                merged.append(next)
            }
        }
        return merged.sorted { $0.index < $1.index }
    }
}

extension StreamCounters {
    /// Takes in what a later stream of the same m-line counted.
    fileprivate mutating func add(_ later: StreamCounters) {
        self.packetsReceived += later.packetsReceived
        self.octetsReceived += later.octetsReceived
        self.packetsSent += later.packetsSent
        self.octetsSent += later.octetsSent
        self.controlPacketsReceived += later.controlPacketsReceived
        self.packetsRefused += later.packetsRefused
        self.packetsLost += later.packetsLost
        self.eventsReceived += later.eventsReceived
        self.jitterMicroseconds = max(self.jitterMicroseconds, later.jitterMicroseconds)
        self.reportedLost &+= later.reportedLost
        self.reportedJitter = max(self.reportedJitter, later.reportedJitter)
        self.lastPacket = later.lastPacket ?? self.lastPacket
    }
}
