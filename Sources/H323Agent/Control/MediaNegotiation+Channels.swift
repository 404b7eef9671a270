import H323Syntax
import ProtocolKit
import SDP

/// How channels follow from what both ends have said.
extension MediaNegotiation {
    /// Brings the channels to what both ends want, and reports when that is reached.
    mutating func settle(at now: Instant) {
        self.drain(at: now)
        guard self.session.isRunning, let local = self.local else {
            return
        }
        if self.isReportDue, self.expiresAt == nil {
            self.expiresAt = now.advanced(by: self.session.settings.negotiationTimeout)
        }
        if self.session.stated == nil {
            self.session.state(Self.receivable(local), at: now)
        }
        if self.session.isMaster != nil, let peer = self.session.peer {
            self.decideProposals(local, peer, at: now)
            self.closeUnwanted(local, peer, at: now)
            self.openMissing(local, peer, at: now)
            self.drain(at: now)
            self.evaluate(local, peer, at: now)
        }
        self.drain(at: now)
    }

    /// What of a description can be received.
    private static func receivable(_ local: [StreamOptions]) -> CapabilitySet {
        CapabilitySet(local.filter { $0.direction.receives && !$0.choices.isEmpty })
    }

    // MARK: The peer's channels

    private mutating func decideProposals(_ local: [StreamOptions], _ peer: CapabilitySet, at now: Instant) {
        let proposed = self.proposed
        self.proposed = []
        for channel in proposed {
            guard let stream = local.first(where: { $0.kind == channel.format.kind }),
                stream.direction.receives, let address = stream.address
            else {
                self.session.reject(channel.number, .dataTypeNotAvailable)
                continue
            }
            guard stream.choice(for: channel.format) != nil else {
                self.session.reject(channel.number, .dataTypeNotSupported)
                continue
            }
            let ours = self.session.wantedChannels.first { $0.format.kind == channel.format.kind }
            if let ours, !ours.format.isSameEncoding(as: channel.format) {
                guard self.session.isMaster == false, Self.canReceive(channel.format, peer) else {
                    self.session.reject(channel.number, .masterSlaveConflict)
                    continue
                }
                // The slave follows: its own channel is opened anew in the encoding of the master.
                self.session.close(ours.number, at: now)
            }
            self.session.accept(channel.number, media: address, control: stream.effectiveControlAddress)
        }
    }

    private static func canReceive(_ format: ChannelFormat, _ peer: CapabilitySet) -> Bool {
        peer.stream(format)?.choice(for: format) != nil
    }

    // MARK: Our channels

    private mutating func closeUnwanted(_ local: [StreamOptions], _ peer: CapabilitySet, at now: Instant) {
        for channel in self.session.wantedChannels.sorted(by: { $0.number < $1.number }) {
            let stream = local.first { $0.kind == channel.format.kind }
            let isWanted = stream?.direction.sends == true && stream?.choice(for: channel.format) != nil
            if !isWanted || !Self.canReceive(channel.format, peer) {
                self.session.close(channel.number, at: now)
            }
        }
    }

    private mutating func openMissing(_ local: [StreamOptions], _ peer: CapabilitySet, at now: Instant) {
        var used = self.session.wantedChannels.map(\.format)
        for stream in local where stream.direction.sends && !used.contains(where: { $0.kind == stream.kind }) {
            guard let (choice, format) = self.choose(stream, peer, beside: used) else {
                continue
            }
            used.append(format)
            var channel = ChannelProposal(.forward, number: 0, format)
            channel.controlAddress = stream.effectiveControlAddress
            channel.payloadType = choice.payloadType
            _ = self.session.open(channel, at: now)
        }
    }

    /// The encoding for a stream: that of the peer's channel, else the first of ours that the peer takes beside the
    /// others; packets are as short as either end wants them.
    private func choose(
        _ stream: StreamOptions,
        _ peer: CapabilitySet,
        beside used: [ChannelFormat]
    ) -> (StreamOptions.Choice, ChannelFormat)? {
        let incoming = self.session.establishedIncoming.first { $0.format.kind == stream.kind }
        let preferred = incoming.flatMap { stream.choice(for: $0.format) }
        for choice in [preferred].compactMap({ $0 }) + stream.choices {
            guard let theirs = peer.stream(choice.format)?.choice(for: choice.format),
                peer.allows(used + [theirs.format]),
                !self.refused.contains(where: { $0.isSameEncoding(as: choice.format) })
            else {
                continue
            }
            return (choice, Self.narrowed(choice.format, theirs.format))
        }
        return nil
    }

    private static func narrowed(_ ours: ChannelFormat, _ theirs: ChannelFormat) -> ChannelFormat {
        switch (ours, theirs) {
        case (.audio(let ours), .audio(var theirs)):
            // The peer's word for the encoding is used; Annex A of G.729 is the same to us.
            theirs.frames = min(ours.frames, theirs.frames)
            return .audio(theirs)
        case (.video(let ours), .video(var theirs)):
            theirs.maxBitRate = min(ours.maxBitRate, theirs.maxBitRate)
            return .video(theirs)
        case (.audio, _), (.video, _), (.fax, _):
            return ours
        }
    }

    // MARK: Changes of ours

    /// Tells the peer of a changed description.
    ///
    /// A channel of the peer that goes to another address now, or is to stop, is stopped by an empty set, which every
    /// endpoint must know (H.323 clause 8.4.6); one whose medium is gone is asked to be closed.
    mutating func restate(at now: Instant) {
        guard let local = self.local, let former = self.session.stated, self.session.isRunning else {
            return
        }
        let wanted = Self.receivable(local)
        var mustStop = wanted.isEmpty
        for channel in self.session.establishedIncoming {
            guard let stream = local.first(where: { $0.kind == channel.format.kind }) else {
                self.session.askToClose(channel.number, at: now)
                continue
            }
            mustStop =
                mustStop || !stream.direction.receives || stream.address != channel.mediaAddress
                || stream.choice(for: channel.format) == nil
        }
        if case .fax(let fax) = local.first(where: { $0.kind == .image })?.choices.first?.format,
            !local.contains(where: { $0.kind == .audio })
        {
            self.session.requestFax(fax, at: now)
        }
        self.restated = nil
        if mustStop, !former.isEmpty {
            self.restated = wanted.isEmpty ? nil : wanted
            self.session.state(CapabilitySet(), at: now)
        } else if wanted != former {
            self.session.state(wanted, at: now)
        }
    }

    // MARK: Results

    /// What the peer receives by the channels that are open, for each of our streams.
    var answer: [StreamOptions?] {
        var agreement = ChannelAgreement()
        for channel in self.session.establishedOutgoing.sorted(by: { $0.number < $1.number }) {
            agreement.add(channel)
        }
        for channel in self.session.establishedIncoming.sorted(by: { $0.number < $1.number }) {
            var channel = channel
            channel.direction = .reverse
            channel.mediaAddress = nil
            channel.controlAddress = nil
            agreement.add(channel)
        }
        let local = self.local ?? []
        return zip(local, agreement.answer(to: local, events: self.session.peer?.events)).map { stream, answer in
            guard var answer else {
                return self.pausedAnswer(to: stream)
            }
            // What we no longer want may still come for a moment.
            answer.direction = answer.direction.intersection(stream.direction.mirrored)
            return answer
        }
    }

    /// A stream without channels stays agreed while an end has stopped it; else it is refused.
    private func pausedAnswer(to stream: StreamOptions) -> StreamOptions? {
        let isPaused = self.session.peer?.isEmpty == true || stream.direction == .inactive
        guard isPaused, let former = self.reported?.lazy.compactMap({ $0 }).first(where: { $0.kind == stream.kind })
        else {
            return nil
        }
        var answer = former
        answer.direction = .inactive
        return answer
    }

    /// Reports once nothing is on its way any more.
    private mutating func evaluate(_ local: [StreamOptions], _ peer: CapabilitySet, at now: Instant) {
        let open = self.session.establishedOutgoing
        guard self.restated == nil, self.session.wantedChannels.count == open.count else {
            return
        }
        guard self.isReportDue else {
            self.reportChange()
            return
        }
        let isPaused = peer.isEmpty
        let isUseless =
            !isPaused
            && local.allSatisfy { stream in
                !stream.direction.sends || self.choose(stream, peer, beside: []) == nil
            }
        if open.isEmpty, isUseless, local.contains(where: \.direction.sends) {
            self.reportIsDone()
            self.reported = self.answer
            self.report(.nothingInCommon)
            return
        }
        let received = self.session.establishedIncoming.map(\.format.kind)
        let isComplete = local.allSatisfy { stream in
            let isAgreed = !stream.direction.sends || open.contains { $0.format.kind == stream.kind }
            return !stream.direction.receives || received.contains(stream.kind) || !isAgreed
        }
        guard isComplete || self.hasSettled else {
            self.settlesAt = self.settlesAt ?? now.advanced(by: self.session.settings.settlingTime)
            return
        }
        self.reportIsDone()
        let answer = self.answer
        self.reported = answer
        self.report(.agreed(answer))
    }

    private mutating func reportChange() {
        let answer = self.answer
        if self.reported != answer {
            self.reported = answer
            self.report(.agreed(answer))
        }
    }
}
