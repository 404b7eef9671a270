package import H323Syntax
package import ProtocolKit

/// What the peer's messages do.
extension H245Session {
    /// Takes a message of the peer.
    package mutating func receive(_ message: H245.MultimediaSystemControlMessage, at now: Instant) {
        switch self.state {
        case .ended:
            return
        case .idle:
            // The peer begins; our own procedures start when they are wanted.
            self.start(at: now)
        case .running, .ending:
            break
        }
        switch message {
        case .request(let request):
            if self.isRunning {
                self.receive(request, at: now)
            }
        case .response(let response):
            if self.isRunning {
                self.receive(response, at: now)
            }
        case .command(let command):
            self.receive(command, at: now)
        case .indication(let indication):
            if self.isRunning {
                self.receive(indication, at: now)
            }
        case .unrecognized:
            // Nothing says what it wants, so nothing can be answered.
            break
        }
    }

    private mutating func receive(_ request: H245.RequestMessage, at now: Instant) {
        switch request {
        case .masterSlaveDetermination(let determination):
            let next = UInt32(self.identifiers.number(below: 1 << 24))
            self.perform(self.determination.receive(determination, nextNumber: next, at: now))
        case .terminalCapabilitySet(let set): self.receive(set)
        case .openLogicalChannel(let open): self.receive(open)
        case .closeLogicalChannel(let close): self.receive(close)
        case .requestChannelClose(let request): self.receive(request, at: now)
        case .requestMode(let mode): self.receive(mode)
        case .roundTripDelayRequest(let probe):
            let response = H245.RoundTripDelayResponse(sequenceNumber: probe.sequenceNumber)
            self.send(.response(.roundTripDelayResponse(response)))
        case .nonStandard, .multiplexEntrySend, .requestMultiplexEntry, .maintenanceLoopRequest,
            .communicationModeRequest, .conferenceRequest, .multilinkRequest, .logicalChannelRateRequest,
            .genericRequest, .unrecognized:
            // Whoever asks must not wait for an answer that never comes (clause B.14.1).
            let answer = H245.FunctionNotSupported(cause: .unknownFunction)
            self.send(.indication(.functionNotSupported(answer)))
        }
    }

    private mutating func receive(_ response: H245.ResponseMessage, at now: Instant) {
        switch response {
        case .masterSlaveDeterminationAck(let ack):
            if let action = self.determination.receive(ack, at: now) {
                self.perform(action)
            }
        case .masterSlaveDeterminationReject:
            let next = UInt32(self.identifiers.number(below: 1 << 24))
            if let action = self.determination.receiveReject(nextNumber: next, at: now) {
                self.perform(action)
            }
        case .terminalCapabilitySetAck(let ack):
            if self.exchange.receiveAck(ack.sequenceNumber) != nil {
                self.report(.capabilitiesAcknowledged)
            }
        case .terminalCapabilitySetReject(let reject):
            if self.exchange.receiveReject(reject.sequenceNumber) != nil {
                self.report(.failed(.capabilityExchange))
            }
        case .openLogicalChannelAck(let ack): self.receive(ack)
        case .openLogicalChannelReject(let reject): self.receive(reject)
        case .closeLogicalChannelAck(let ack): self.receive(ack)
        case .requestChannelCloseReject(let reject):
            self.incoming[reject.forwardLogicalChannelNumber]?.receiveCloseRejection()
        case .requestModeAck(let ack): self.receiveMode(ack.sequenceNumber, isGranted: true)
        case .requestModeReject(let reject): self.receiveMode(reject.sequenceNumber, isGranted: false)
        case .roundTripDelayResponse(let response):
            if let outcome = self.roundTrip.receiveResponse(response.sequenceNumber, at: now) {
                self.report(.roundTrip(outcome))
            }
        case .requestChannelCloseAck:
            // The channel is closed by the Close that follows.
            break
        case .nonStandard, .multiplexEntrySendAck, .multiplexEntrySendReject, .requestMultiplexEntryAck,
            .requestMultiplexEntryReject, .maintenanceLoopAck, .maintenanceLoopReject, .communicationModeResponse,
            .conferenceResponse, .multilinkResponse, .logicalChannelRateAcknowledge, .logicalChannelRateReject,
            .genericResponse, .unrecognized:
            // We never ask for these.
            break
        }
    }

    private mutating func receive(_ command: H245.CommandMessage, at now: Instant) {
        switch command {
        case .endSessionCommand:
            if self.isRunning {
                self.send(.command(.endSessionCommand(.disconnect)))
            }
            self.finish()
        case .sendTerminalCapabilitySet:
            // One that still waits for its answer is on its way already.
            if self.isRunning, self.exchange.nextDeadline == nil, let stated = self.stated {
                self.state(stated, at: now)
            }
        case .nonStandard, .maintenanceLoopOffCommand, .encryptionCommand, .flowControlCommand,
            .miscellaneousCommand, .communicationModeCommand, .conferenceCommand, .h223MultiplexReconfiguration,
            .newATMVCCommand, .mobileMultilinkReconfigurationCommand, .genericCommand, .unrecognized:
            // They ask senders of media for something, and we send none of our own.
            break
        }
    }

    private mutating func receive(_ indication: H245.IndicationMessage, at now: Instant) {
        switch indication {
        case .userInput(let input):
            let digits = KeyInput.digits(input)
            if !digits.isEmpty {
                self.report(.digits(digits))
            }
        case .masterSlaveDeterminationRelease:
            if let action = self.determination.receiveRelease() {
                self.perform(action)
            }
        case .requestModeRelease:
            self.modeSequence = nil
        case .nonStandard, .functionNotUnderstood, .terminalCapabilitySetRelease, .openLogicalChannelConfirm,
            .requestChannelCloseRelease, .multiplexEntrySendRelease, .requestMultiplexEntryRelease,
            .miscellaneousIndication, .jitterIndication, .h223SkewIndication, .newATMVCIndication,
            .h2250MaximumSkewIndication, .mcLocationIndication, .conferenceIndication, .vendorIdentification,
            .functionNotSupported, .multilinkIndication, .logicalChannelRateRelease, .flowControlIndication,
            .mobileMultilinkReconfigurationIndication, .genericIndication, .unrecognized:
            // They tell of what concerns no call of two parties, or of procedures that their timers end.
            break
        }
    }

    private mutating func receive(_ set: H245.TerminalCapabilitySet) {
        guard self.peerTable.receive(set) else {
            let reject = H245.TerminalCapabilitySetReject(
                sequenceNumber: set.sequenceNumber,
                cause: .descriptorCapacityExceeded
            )
            self.send(.response(.terminalCapabilitySetReject(reject)))
            return
        }
        let ack = H245.TerminalCapabilitySetAck(sequenceNumber: set.sequenceNumber)
        self.send(.response(.terminalCapabilitySetAck(ack)))
        let peer = self.peerTable.current
        self.peer = peer
        self.report(.capabilities(peer))
    }

    private mutating func receive(_ mode: H245.RequestMode) {
        // A new request takes the place of an earlier one (clause C.9.3).
        self.modeSequence = mode.sequenceNumber
        let formats = mode.requestedModes.prefix(8).compactMap { $0.lazy.compactMap(ChannelFormat.init(mode:)).first }
        guard !formats.isEmpty else {
            self.answerMode(isGranted: false)
            return
        }
        self.report(.modeRequested(formats))
    }

    private mutating func receiveMode(_ sequence: UInt8, isGranted: Bool) {
        if let outcome = self.mode.receiveResponse(sequence, isGranted: isGranted) {
            self.report(.modeAnswered(outcome))
        }
    }
}

extension ChannelFormat {
    /// What a mode stands for; modes do not say how much a packet holds.
    fileprivate init?(mode element: H245.ModeElement) {
        switch element.type {
        case .dataMode(let data):
            guard case .t38fax(let fax) = data.application, case .udp = fax.t38FaxProtocol else {
                return nil
            }
            self = .fax(FaxFormat(fax.t38FaxProfile, maxBitRate: data.bitRate))
        case .audioMode(let audio):
            let coding: AudioFormat.Coding
            switch audio {
            case .g711Ulaw64k: coding = .pcmu
            case .g711Alaw64k: coding = .pcma
            case .g722At64k: coding = .g722
            case .g729: coding = .g729
            case .g729AnnexA: coding = .g729A
            case .g729wAnnexB: coding = .g729B
            case .g729AnnexAwAnnexB: coding = .g729AB
            case .gsmFullRate: coding = .gsm
            case .g7231: coding = .g7231
            case .nonStandard, .g711Alaw56k, .g711Ulaw56k, .g722At56k, .g722At48k, .g728, .is11172AudioMode,
                .is13818AudioMode, .g7231AnnexCMode, .gsmHalfRate, .gsmEnhancedFullRate, .genericAudioMode,
                .g729Extensions, .vbd, .unrecognized:
                return nil
            }
            self = .audio(AudioFormat(coding, milliseconds: AudioFormat.defaultMilliseconds))
        case .nonStandard, .videoMode, .encryptionMode, .h235Mode, .multiplexedStreamMode, .redundancyEncodingDTMode,
            .multiplePayloadStreamMode, .depFecMode, .fecMode, .unrecognized:
            return nil
        }
    }
}
