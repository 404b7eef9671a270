import CallModel
import ProtocolKit
import SDP

/// The relay ports that one leg is lent, and what the relay has been told about them.
///
/// Ports that an offer needs are lent when it is passed on. The relay learns of a change when the answer comes, so a
/// refused offer leaves it as it was; only the first description opens the anchor at once, since nothing was agreed
/// before and early media shall flow.
struct LegMedia: Sendable {
    /// The far end of the leg, or one of several before it is answered.
    private struct Party: Sendable {
        let answerer: AnswererID?
        var own: [DescribedStream]
        var other: [DescribedStream]?
        var streams: [RemoteStream]
    }

    let profile: MediaProfile

    /// The ports of the leg; `nil` until the first stream is anchored.
    private(set) var anchor: MediaAnchor?

    /// Whether one party has been chosen; from then on it is the only one.
    private(set) var isSettled: Bool

    /// The offer that was passed on to this leg last, and whose it was.
    var passed: PassedOffer?

    /// The relay's last word on the streams; `nil` until it comes after the anchor was closed.
    var counters: [StreamCounters]?

    /// The streams that the relay reported silent and that have not been described anew since.
    var silent: [Int] = []

    /// Whether the leg is over.
    private(set) var isClosed = false

    private var interface: Int?
    private var lent: [PortPair?] = []
    private var plans: [StreamPlan] = []
    private var parties: [Party] = []

    /// A leg whose far end is one party from the beginning is settled.
    init(profile: MediaProfile, isSettled: Bool) {
        self.profile = profile
        self.isSettled = isSettled
    }

    /// Where the leg sends the stream of an m-line; `nil` when it has no port.
    func address(_ index: Int) -> MediaAddress? {
        guard index < self.lent.count, let pair = self.lent[index] else {
            return nil
        }
        return MediaAddress(pair.address, port: pair.port)
    }

    /// Whether there are streams whose far end may send, and all of them are silent.
    var isSilent: Bool {
        let watched = self.parties.flatMap { $0.streams.filter(\.sends).map(\.index) }
        return !watched.isEmpty && watched.allSatisfy { self.silent.contains($0) }
    }

    /// Whether a far end wants to receive an RTP stream.
    var receives: Bool {
        self.parties.contains { $0.streams.contains(where: \.receives) }
    }

    /// Whether a party has described itself.
    func knows(_ answerer: AnswererID?) -> Bool {
        let key = self.key(of: answerer)
        return self.parties.contains { $0.answerer == key }
    }

    /// What a party described last, and the description that it goes with.
    func exchange(of answerer: AnswererID?) -> (own: [DescribedStream], other: [DescribedStream])? {
        let key = self.key(of: answerer)
        for party in self.parties where party.answerer == key {
            return party.other.map { (party.own, $0) }
        }
        return nil
    }

    // MARK: Ports

    /// Lends what the usable m-lines of `offer` lack; `false`, with nothing lent, when the pool cannot.
    mutating func lend(
        for offer: [DescribedStream],
        family: MediaProfile.Family?,
        thread: UInt16,
        on plane: inout MediaPlane
    ) -> Bool {
        if self.interface == nil {
            self.interface = plane.ports.interface(self.profile.family ?? family)
        }
        guard let interface, !self.isClosed else {
            return false
        }
        while self.lent.count < offer.count {
            self.lent.append(nil)
        }
        for stream in offer where stream.isUsable && self.lent[stream.index] == nil {
            guard let pair = plane.lend(interface: interface, thread: self.anchor?.thread ?? thread) else {
                self.takeBackUnplanned(on: &plane)
                return false
            }
            self.lent[stream.index] = pair
        }
        return true
    }

    /// Lends what an offer of our own with one m-line needs.
    mutating func lendFirst(thread: UInt16, on plane: inout MediaPlane) -> Bool {
        self.interface = self.interface ?? plane.ports.interface(self.profile.family)
        if self.lent.isEmpty {
            self.lent.append(nil)
        }
        if let interface, self.lent[0] == nil, !self.isClosed {
            self.lent[0] = plane.lend(interface: interface, thread: self.anchor?.thread ?? thread)
        }
        return self.lent[0] != nil
    }

    /// The same leg with ports on another thread, of which its far end is not told yet; `nil` when none is free.
    func moved(to thread: UInt16, on plane: inout MediaPlane) -> LegMedia? {
        var moved = LegMedia(profile: self.profile, isSettled: true)
        moved.interface = self.interface
        return moved.lendFirst(thread: thread, on: &plane) ? moved : nil
    }

    /// Gives back what was lent for an offer that came to nothing.
    mutating func takeBackUnplanned(on plane: inout MediaPlane) {
        for index in self.lent.indices where !self.plans.contains(where: { $0.index == index }) {
            self.takeBack(index, on: &plane)
        }
    }

    private mutating func takeBack(_ index: Int, on plane: inout MediaPlane) {
        if let pair = self.lent[index].take() {
            plane.takeBack(pair)
        }
    }

    // MARK: What the relay is told

    /// Opens the anchor for the m-lines of the first offer that concerns the leg; does nothing once it is open.
    mutating func open(for offer: [DescribedStream], on plane: inout MediaPlane) {
        if self.anchor == nil {
            self.tell(self.plans(offer, with: nil), on: &plane)
        }
    }

    /// The far end described itself: `own` is its description, `other` the one it goes with, if there is one yet.
    mutating func describe(
        _ answerer: AnswererID?,
        as own: [DescribedStream],
        with other: [DescribedStream]?,
        on plane: inout MediaPlane
    ) {
        var streams: [RemoteStream] = []
        streams.reserveCapacity(own.count)
        for (index, stream) in own.enumerated() {
            let counterpart = other.flatMap { index < $0.count ? $0[index] : nil }
            streams.append(RemoteStream(stream, other: counterpart))
        }
        let key = self.key(of: answerer)
        guard let place = self.parties.firstIndex(where: { $0.answerer == key }) else {
            self.parties.append(Party(answerer: key, own: own, other: other, streams: streams))
            self.tellParties(on: &plane)
            return
        }
        self.parties[place].own = own
        self.parties[place].other = other
        if self.parties[place].streams != streams {
            self.parties[place].streams = streams
            self.tellParties(on: &plane)
        }
    }

    /// The streams are these now, as two descriptions agree.
    ///
    /// While other parties may still answer, streams are added but none is taken away.
    mutating func replan(
        _ first: [DescribedStream],
        _ second: [DescribedStream],
        isFinal: Bool,
        on plane: inout MediaPlane
    ) {
        var plans = self.plans(first, with: second)
        if !isFinal, plans.count < self.plans.count {
            let old = self.plans.filter { old in !plans.contains { $0.index == old.index } }
            plans = (plans + old).sorted { $0.index < $1.index }
        }
        self.tell(plans, on: &plane)
        if isFinal {
            self.takeBackUnplanned(on: &plane)
        }
    }

    /// The far end and the gateway itself have described themselves to each other.
    mutating func describeLocally(
        _ theirs: [DescribedStream],
        with ours: [DescribedStream],
        isFinal: Bool,
        on plane: inout MediaPlane
    ) {
        self.replan(theirs, ours, isFinal: isFinal, on: &plane)
        self.describe(nil, as: theirs, with: ours, on: &plane)
    }

    /// One party answered the leg: the others are gone.
    mutating func settle(on answerer: AnswererID?, on plane: inout MediaPlane) {
        guard !self.isSettled else {
            return
        }
        self.isSettled = true
        guard self.parties.count > 1 || self.parties.first?.answerer != answerer else {
            return
        }
        self.parties.removeAll { $0.answerer != answerer }
        self.tellParties(on: &plane)
    }

    /// One party of several is gone.
    mutating func lose(_ answerer: AnswererID?, on plane: inout MediaPlane) {
        guard !self.isSettled, let place = self.parties.firstIndex(where: { $0.answerer == answerer }) else {
            return
        }
        self.parties.remove(at: place)
        self.tellParties(on: &plane)
    }

    /// The name by which the relay knows a party: once one has been chosen, every later description is its own.
    func key(of answerer: AnswererID?) -> AnswererID? {
        guard self.isSettled, let settled = self.parties.first else {
            return answerer
        }
        return settled.answerer
    }

    /// The leg is over: its ports go back and the relay closes its anchor.
    mutating func close(on plane: inout MediaPlane) {
        guard !self.isClosed else {
            return
        }
        self.isClosed = true
        for index in self.lent.indices {
            self.takeBack(index, on: &plane)
        }
        self.plans = []
        self.parties = []
        self.passed = nil
        if let anchor {
            plane.orders.append(.close(anchor))
        }
    }

    private mutating func tell(_ plans: [StreamPlan], on plane: inout MediaPlane) {
        guard plans != self.plans, !self.isClosed else {
            return
        }
        self.plans = plans
        if let anchor {
            plane.orders.append(.replan(anchor, streams: plans))
            return
        }
        let anchor = plane.mintAnchor(thread: self.lent.lazy.compactMap { $0?.thread }.first ?? 0)
        self.anchor = anchor
        plane.orders.append(.open(anchor, streams: plans))
        if !self.parties.isEmpty {
            self.tellParties(on: &plane)
        }
    }

    private mutating func tellParties(on plane: inout MediaPlane) {
        self.silent = []
        guard let anchor, !self.isClosed else {
            return
        }
        let streams = self.parties.map { AnswererStreams(answerer: $0.answerer, streams: $0.streams) }
        plane.orders.append(.setRemotes(anchor, streams))
    }

    /// The streams of the m-lines that have ports and that neither side refuses.
    private func plans(_ streams: [DescribedStream], with others: [DescribedStream]?) -> [StreamPlan] {
        var plans: [StreamPlan] = []
        for (index, stream) in streams.enumerated() {
            let other = others.flatMap { index < $0.count ? $0[index] : nil }
            guard !stream.isRejected, others == nil || other?.isRejected == false, index < self.lent.count,
                let pair = self.lent[index]
            else {
                continue
            }
            plans.append(self.plan(stream, with: other, pair))
        }
        return plans
    }

    /// `other` is what the m-line was answered with, or answers, once that is known.
    private func plan(_ stream: DescribedStream, with other: DescribedStream?, _ pair: PortPair) -> StreamPlan {
        let isMultiplexed = stream.hasRTCPMux && other?.hasRTCPMux == true
        return StreamPlan(
            index: stream.index,
            kind: stream.isRTP ? .rtp : .udptl,
            local: pair.media,
            localRTCP: stream.isRTP && !isMultiplexed ? pair.control : nil,
            dscp: stream.isAudio || !stream.isRTP ? self.profile.audioCodePoint : self.profile.videoCodePoint,
            sourceRule: self.profile.sourceRule,
            silenceTimeout: stream.isRTP ? self.profile.silenceTimeout : nil,
            formats: stream.isRTP ? StreamFormats(stream, other) : StreamFormats()
        )
    }
}
