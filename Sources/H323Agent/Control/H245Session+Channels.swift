package import H323Syntax
package import ProtocolKit

/// The channels of both ends.
extension H245Session {
    /// Proposes a channel that we send on and returns its number; `nil` when there are too many.
    package mutating func open(_ proposal: ChannelProposal, at now: Instant) -> UInt16? {
        guard self.isRunning, self.outgoing.count < self.settings.outgoingChannels else {
            return nil
        }
        var proposal = proposal
        proposal.number = self.nextNumber()
        self.outgoing[proposal.number] = OutgoingChannel(
            proposal,
            timeout: self.settings.channelTimeout,
            at: now
        )
        self.send(.request(.openLogicalChannel(proposal.message)))
        return proposal.number
    }

    /// Closes a channel that we send on.
    package mutating func close(_ number: UInt16, at now: Instant) {
        guard let action = self.outgoing[number]?.close(at: now) else {
            return
        }
        self.perform(action, on: number)
    }

    /// Takes a channel that the peer proposed, and receives at these addresses.
    package mutating func accept(_ number: UInt16, media: TransportAddress, control: TransportAddress?) {
        guard self.incoming[number]?.accept(media: media, control: control) == true,
            let channel = self.incoming[number]?.channel
        else {
            return
        }
        var parameters = H245.H2250LogicalChannelAckParameters()
        parameters.sessionID = channel.session == 0 ? channel.format.defaultSession : channel.session
        parameters.mediaChannel = H245.TransportAddress(media)
        parameters.mediaControlChannel = control.map { H245.TransportAddress($0) }
        parameters.dynamicRTPPayloadType = channel.payloadType.flatMap { (96...127).contains($0) ? $0 : nil }
        var ack = H245.OpenLogicalChannelAck(forwardLogicalChannelNumber: number)
        ack.forwardMultiplexAckParameters = .h2250LogicalChannelAckParameters(parameters)
        self.send(.response(.openLogicalChannelAck(ack)))
    }

    /// Refuses a channel that the peer proposed.
    package mutating func reject(_ number: UInt16, _ cause: H245.OpenLogicalChannelReject.Cause) {
        guard let channel = self.incoming[number], !channel.isEstablished else {
            return
        }
        self.incoming[number] = nil
        self.refuse(number, cause)
    }

    /// Asks the peer to close a channel that it sends on.
    package mutating func askToClose(_ number: UInt16, at now: Instant) {
        let until = now.advanced(by: self.settings.closeRequestTimeout)
        guard self.isRunning, self.incoming[number]?.askToClose(until: until) == true else {
            return
        }
        var request = H245.RequestChannelClose(forwardLogicalChannelNumber: number)
        request.reason = .normal
        self.send(.request(.requestChannelClose(request)))
    }

    /// Takes over the channels that fast connect has opened; whoever proposed them sends on the forward ones.
    package mutating func adopt(_ agreement: ChannelAgreement, asProposer: Bool) {
        for channel in agreement.channels {
            let isOurs = (channel.direction == .forward) == asProposer
            var channel = channel
            channel.direction = .forward
            if isOurs, self.outgoing.count < self.settings.outgoingChannels {
                self.outgoing[channel.number] = OutgoingChannel(
                    established: channel,
                    timeout: self.settings.channelTimeout
                )
            } else if !isOurs, self.incoming.count < self.settings.incomingChannels {
                self.incoming[channel.number] = IncomingChannel(established: channel)
            }
        }
    }

    /// The channels that we send on and do not mean to close.
    package var wantedChannels: [ChannelProposal] {
        self.outgoing.values.filter(\.isWanted).map(\.channel)
    }

    /// The channels that we may send on now.
    package var establishedOutgoing: [ChannelProposal] {
        self.outgoing.values.filter(\.isEstablished).map(\.channel)
    }

    /// The channels that the peer may send on now.
    package var establishedIncoming: [ChannelProposal] {
        self.incoming.values.filter(\.isEstablished).map(\.channel)
    }

    // MARK: Receiving

    mutating func receive(_ message: H245.OpenLogicalChannel) {
        let number = message.forwardLogicalChannelNumber
        if let former = self.incoming.removeValue(forKey: number) {
            // The peer has given the number to another channel, and the former one is gone (clause C.4.3).
            self.report(.closedByPeer(former.channel))
        }
        guard let proposal = ChannelProposal(message), proposal.direction == .forward else {
            let isBidirectional = message.reverseLogicalChannelParameters != nil
            self.refuse(number, isBidirectional ? .unsuitableReverseParameters : .unknownDataType)
            return
        }
        guard self.incoming.count < self.settings.incomingChannels else {
            self.refuse(number, .unspecified)
            return
        }
        self.incoming[number] = IncomingChannel(proposed: proposal)
        self.report(.proposed(proposal))
    }

    mutating func receive(_ ack: H245.OpenLogicalChannelAck) {
        if let action = self.outgoing[ack.forwardLogicalChannelNumber]?.receive(ack) {
            self.perform(action, on: ack.forwardLogicalChannelNumber)
        }
    }

    mutating func receive(_ reject: H245.OpenLogicalChannelReject) {
        if let action = self.outgoing[reject.forwardLogicalChannelNumber]?.receiveReject() {
            self.perform(action, on: reject.forwardLogicalChannelNumber)
        }
    }

    mutating func receive(_ ack: H245.CloseLogicalChannelAck) {
        if let action = self.outgoing[ack.forwardLogicalChannelNumber]?.receiveCloseAck() {
            self.perform(action, on: ack.forwardLogicalChannelNumber)
        }
    }

    mutating func receive(_ close: H245.CloseLogicalChannel) {
        let number = close.forwardLogicalChannelNumber
        // It is confirmed whether we know the channel or not (clause C.4.3).
        let ack = H245.CloseLogicalChannelAck(forwardLogicalChannelNumber: number)
        self.send(.response(.closeLogicalChannelAck(ack)))
        if let channel = self.incoming.removeValue(forKey: number) {
            self.report(.closedByPeer(channel.channel))
        }
    }

    mutating func receive(_ request: H245.RequestChannelClose, at now: Instant) {
        let number = request.forwardLogicalChannelNumber
        guard self.outgoing[number]?.isEstablished == true else {
            let reject = H245.RequestChannelCloseReject(forwardLogicalChannelNumber: number, cause: .unspecified)
            self.send(.response(.requestChannelCloseReject(reject)))
            return
        }
        let ack = H245.RequestChannelCloseAck(forwardLogicalChannelNumber: number)
        self.send(.response(.requestChannelCloseAck(ack)))
        self.close(number, at: now)
    }

    // MARK: Time

    mutating func advanceChannels(to now: Instant) {
        for number in self.outgoing.keys.sorted() {
            if let action = self.outgoing[number]?.advance(to: now) {
                self.perform(action, on: number)
            }
        }
        for number in self.incoming.keys.sorted() where self.incoming[number]?.advance(to: now) == true {
            let release = H245.RequestChannelCloseRelease(forwardLogicalChannelNumber: number)
            self.send(.indication(.requestChannelCloseRelease(release)))
        }
    }

    // MARK: Details

    /// The one place where outgoing channels end.
    private mutating func perform(_ action: OutgoingChannel.Action, on number: UInt16) {
        guard let channel = self.outgoing[number]?.channel else {
            return
        }
        if self.outgoing[number]?.isReleased == true {
            self.outgoing[number] = nil
        }
        switch action {
        case .established:
            self.report(.opened(channel))
        case .refused:
            self.report(.refused(channel))
        case .sendClose:
            self.sendClose(number, .user)
        case .giveUp:
            self.sendClose(number, .lcse)
            self.report(.refused(channel))
        case .released:
            self.report(.closed(channel))
        }
    }

    private mutating func sendClose(_ number: UInt16, _ source: H245.CloseLogicalChannel.Source) {
        let close = H245.CloseLogicalChannel(forwardLogicalChannelNumber: number, source: source)
        self.send(.request(.closeLogicalChannel(close)))
    }

    private mutating func refuse(_ number: UInt16, _ cause: H245.OpenLogicalChannelReject.Cause) {
        let reject = H245.OpenLogicalChannelReject(forwardLogicalChannelNumber: number, cause: cause)
        self.send(.response(.openLogicalChannelReject(reject)))
    }
}
