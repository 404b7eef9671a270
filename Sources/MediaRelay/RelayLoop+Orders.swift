import CDatagram
import CallModel
import ProtocolKit
import RTP

extension RelayLoop {
    /// Carries out one order of call control.
    func perform(_ order: MediaOrder) {
        switch order {
        case .open(let anchor, let streams):
            self.open(anchor, streams)
        case .replan(let anchor, let streams):
            self.replan(anchor.number, streams)
        case .setRemotes(let anchor, let answerers):
            self.anchors[anchor.number]?.answerers = answerers
            self.applyRemotes(anchor.number, isSignaled: true)
        case .select(let anchor, let answerer):
            self.anchors[anchor.number]?.selection = .some(answerer)
            self.applyRemotes(anchor.number, isSignaled: true)
        case .join(let first, let second):
            self.join(first.number, second.number)
        case .part(let anchor):
            self.part(anchor.number)
        case .play(let anchor, let signal):
            self.play(signal, on: anchor.number)
        case .listen(let anchor):
            self.listen(anchor.number)
        case .close(let anchor):
            self.close(anchor)
        }
    }

    private func listen(_ number: UInt64) {
        for stream in self.anchors[number]?.streams ?? [] {
            self.flows[stream.media].awaitsFirst = true
        }
    }

    // MARK: - Opening, changing, closing

    private func open(_ id: MediaAnchor, _ plans: [StreamPlan]) {
        guard self.anchors[id.number] == nil, self.anchors.count < self.configuration.anchorsPerThread else {
            self.reports.append(.failed(id, .tableFull))
            return
        }
        var anchor = Anchor(id: id)
        if let failure = self.lend(plans, to: &anchor) {
            self.giveBack(anchor.streams)
            self.reports.append(.failed(id, failure))
            return
        }
        self.anchors[id.number] = anchor
        if self.nextTick.nanoseconds == .max {
            self.nextTick = self.now.advanced(by: self.configuration.tick)
        }
    }

    private func replan(_ number: UInt64, _ plans: [StreamPlan]) {
        guard var anchor = self.anchors[number] else {
            return
        }
        let former = anchor.streams
        anchor.streams = []
        for plan in plans {
            if var stream = former.first(where: { $0.plan.index == plan.index && $0.canCarry(plan) }) {
                stream.plan = plan
                self.configure(stream, of: anchor.id)
                anchor.streams.append(stream)
            }
        }
        // Sockets are given back first, since a new stream may be lent the same port.
        let gone = former.filter { stream in !anchor.streams.contains { $0.media == stream.media } }
        anchor.ended += gone.map { self.flows[$0.media].counters }
        self.giveBack(gone)
        let failure = self.lend(plans, to: &anchor)
        self.anchors[number] = anchor
        self.applyRemotes(number, isSignaled: false)
        if let failure {
            self.reports.append(.failed(anchor.id, failure))
        }
    }

    private func close(_ id: MediaAnchor) {
        self.part(id.number)
        self.toneAnchors.remove(id.number)
        guard let anchor = self.anchors.removeValue(forKey: id.number) else {
            self.reports.append(.counters(id, []))
            return
        }
        let counters = anchor.ended + anchor.streams.map { self.flows[$0.media].counters }
        self.giveBack(anchor.streams)
        self.reports.append(.counters(id, Anchor.merge(counters)))
        if self.anchors.isEmpty {
            self.nextTick = Instant(nanoseconds: .max)
        }
    }

    /// Lends what the streams that the anchor does not have yet need.
    private func lend(_ plans: [StreamPlan], to anchor: inout Anchor) -> MediaFailure? {
        do throws(MediaFailure) {
            for plan in plans where !anchor.streams.contains(where: { $0.plan.index == plan.index }) {
                anchor.streams.append(try self.lend(plan, to: anchor.id))
            }
            return nil
        } catch {
            return error
        }
    }

    private func lend(_ plan: StreamPlan, to id: MediaAnchor) throws(MediaFailure) -> Anchor.Stream {
        let media = try self.lend(plan.local)
        var control: FlowNumber?
        if let local = plan.localRTCP {
            do throws(MediaFailure) {
                control = try self.lend(local)
            } catch {
                self.giveBack(media)
                throw error
            }
        }
        let stream = Anchor.Stream(plan: plan, media: media, control: control)
        self.configure(stream, of: id)
        return stream
    }

    private func giveBack(_ streams: [Anchor.Stream]) {
        for number in streams.flatMap(\.flows) {
            self.giveBack(number)
        }
    }

    /// Puts a plan into its flows; counters and far end stay.
    private func configure(_ stream: Anchor.Stream, of id: MediaAnchor) {
        let plan = stream.plan
        for number in stream.flows {
            self.mark(number, dscp: plan.dscp)
            self.flows[number].anchor = id
            self.flows[number].stream = plan.index
            self.flows[number].media = stream.media
            self.flows[number].formats = plan.formats
            self.flows[number].role = plan.kind == .udptl ? .udptl : number == stream.media ? .rtp : .rtcp
        }
        self.flows[stream.media].sharesPort = plan.kind == .rtp && stream.control == nil
    }

    // MARK: - Far ends

    /// Puts the far ends that count now into the flows; new signaling opens the window for learning again.
    private func applyRemotes(_ number: UInt64, isSignaled: Bool) {
        guard var anchor = self.anchors[number] else {
            return
        }
        let remotes = anchor.remotes
        for place in anchor.streams.indices {
            let index = anchor.streams[place].plan.index
            let remote = remotes.first { $0.index == index }
            let isNew = isSignaled || anchor.streams[place].remote != remote
            anchor.streams[place].remote = remote
            self.apply(remote, to: anchor.streams[place], isSignaled: isNew)
        }
        self.anchors[number] = anchor
        self.rewire(number)
        if let partner = anchor.partner {
            self.rewire(partner)
        }
    }

    private func apply(_ remote: RemoteStream?, to stream: Anchor.Stream, isSignaled: Bool) {
        guard isSignaled else {
            return
        }
        self.direct(stream.media, to: remote?.remote, by: stream.plan.sourceRule)
        if let control = stream.control {
            self.direct(control, to: remote?.remoteRTCP, by: stream.plan.sourceRule)
        }
        self.flows[stream.media].awaitsFirst = true
        self.watch(stream)
    }

    /// Begins anew to watch for silence, as after signaling.
    private func watch(_ stream: Anchor.Stream) {
        let mayTalk = stream.remote?.sends == true
        self.flows[stream.media].silence = SilenceWatch(
            timeout: mayTalk ? stream.plan.silenceTimeout : nil,
            at: self.now
        )
        self.flows[stream.media].isWatched = mayTalk && stream.plan.silenceTimeout != nil
    }

    private func direct(_ number: FlowNumber, to remote: TransportAddress?, by sourceRule: SourceRule) {
        let described = remote.flatMap { $0.ip.isUnspecified || $0.ip.isMulticastOrBroadcast ? nil : $0 }
        let rule = SourceFilter.Rule(sourceRule)
        let follows = if case .latch = rule { true } else { false }
        // A far end that signaling describes as before stays where it was learned; the window opens all the same.
        let isSame = described != nil && follows && self.flows[number].described == described
        let expected = isSame ? self.flows[number].filter.expected : described
        self.flows[number].described = described
        self.flows[number].filter = SourceFilter(rule, described: expected)
        self.flows[number].followsSource = follows
        self.flows[number].hasDestination = expected != nil
        if let expected {
            self.flows[number].destination = cdatagram_address(expected)
        }
    }

    // MARK: - Joining

    private func join(_ first: UInt64, _ second: UInt64) {
        guard first != second, self.anchors[first] != nil, self.anchors[second] != nil else {
            return
        }
        for number in [first, second] {
            self.part(number)
        }
        self.anchors[first]?.partner = second
        self.anchors[second]?.partner = first
        for number in [first, second] {
            for stream in self.anchors[number]?.streams ?? [] {
                self.watch(stream)
            }
            self.rewire(number)
        }
    }

    private func part(_ number: UInt64) {
        guard let partner = self.anchors[number]?.partner else {
            return
        }
        self.anchors[number]?.partner = nil
        self.anchors[partner]?.partner = nil
        self.rewire(number)
        self.rewire(partner)
    }

    /// Works out anew where the packets of an anchor go.
    func rewire(_ number: UInt64) {
        guard let anchor = self.anchors[number] else {
            return
        }
        let partner = anchor.partner.flatMap { self.anchors[$0] }
        for stream in anchor.streams {
            let other = partner?.streams.first {
                $0.plan.index == stream.plan.index && $0.plan.kind == stream.plan.kind
            }
            let isHeard = other?.remote?.receives == true && partner?.playing.isAnything == false
            var target = isHeard ? other?.media : nil
            if case .echo = anchor.playing, stream.remote?.receives == true {
                target = stream.media
            }
            // RTCP goes on while media is held (RFC 3264 §5.1).
            let controlTarget = other.map { $0.control ?? $0.media } ?? -1
            self.flows[stream.media].target = target ?? -1
            self.flows[stream.media].controlTarget = controlTarget
            if let control = stream.control {
                self.flows[control].controlTarget = controlTarget
            }
        }
    }
}

extension SourceFilter.Rule {
    fileprivate init(_ rule: SourceRule) {
        switch rule {
        case .strict: self = .strict
        case .address: self = .address
        case .latch(let window, let within): self = .latch(window: window, within: within)
        }
    }
}
