import CallModel
import H323Syntax
package import ProtocolKit

/// How H.245 travels, and what its messages and those of call signaling do to each other.
extension H323Call {
    // MARK: Inputs

    /// Takes a call signaling message of the peer.
    package mutating func receive(_ message: SignalingMessage, at now: Instant) {
        self.signaling.receive(message, at: now)
        self.settle(at: now)
    }

    /// The call signaling connection is gone.
    package mutating func loseConnection(at now: Instant) {
        self.signaling.loseConnection()
        self.settle(at: now)
    }

    /// The H.245 connection is open, whoever opened it.
    package mutating func openControl(at now: Instant) {
        guard self.signaling.isOpen else {
            self.outputs.append(.closeControl)
            return
        }
        self.control = .connection
        self.negotiation.start(at: now)
        self.settle(at: now)
    }

    /// Takes what came on the H.245 connection; what cannot be read is left out.
    package mutating func receiveControl(_ octets: [UInt8], at now: Instant) {
        self.receive(control: [octets], at: now)
        self.settle(at: now)
    }

    /// The H.245 connection is gone, or could not be opened.
    ///
    /// The channels of fast connect go on without it; a call that has no others ends (H.323 clause 8.2).
    package mutating func loseControl(at now: Instant) {
        switch self.control {
        case .none, .tunnel:
            return
        case .connecting:
            self.control = .none
        case .connection:
            self.control = .none
            self.waiting = []
            if case .agreed = self.fastConnect {
                self.negotiation.abandon(at: now)
                self.discardEnd()
            } else {
                self.release(SignalingClearing(.temporaryFailure), at: now)
            }
        }
        self.settle(at: now)
    }

    /// The end of H.245 is not the end of this call.
    private mutating func discardEnd() {
        while self.negotiation.nextOutput() != nil {
            continue
        }
    }

    // MARK: Beginning

    /// H.245 is needed: in a tunnel where both ends have one, else on a connection that the peer is told of.
    mutating func beginControl(_ elements: inout MediaElements, at now: Instant) {
        guard case .none = self.control else {
            return
        }
        if self.settings.usesTunnelling, self.peerTunnels == true {
            self.control = .tunnel
            self.negotiation.start(at: now)
        } else if let address = self.controlAddress {
            elements.controlAddress = address
            self.control = .connecting
        }
    }

    /// The same, by a Facility.
    mutating func wantControl(at now: Instant) {
        guard case .none = self.control else {
            return
        }
        var elements = MediaElements()
        self.beginControl(&elements, at: now)
        if !elements.isEmpty {
            self.signaling.sendFacility(elements)
        }
    }

    // MARK: Settling

    /// Carries out what signaling and H.245 have put out, until neither has anything left.
    mutating func settle(at now: Instant) {
        while true {
            if let output = self.signaling.nextOutput() {
                switch output {
                case .send(let octets): self.outputs.append(.signal(octets))
                case .report(let event): self.receive(event, at: now)
                }
            } else if !self.collectControl(at: now) {
                break
            }
        }
        self.flushControl()
    }

    /// Takes what H.245 has put out; whether that was anything.
    @discardableResult
    mutating func collectControl(at now: Instant) -> Bool {
        var hasOutput = false
        while let output = self.negotiation.nextOutput() {
            hasOutput = true
            switch output {
            case .send(let message):
                if let octets = try? message.encoded() {
                    self.waiting.append(octets)
                }
            case .report(let event):
                self.receive(event, at: now)
            }
        }
        return hasOutput
    }

    /// Sends the H.245 messages that wait, the way that there is.
    private mutating func flushControl() {
        guard !self.waiting.isEmpty else {
            return
        }
        switch self.control {
        case .connection:
            for octets in self.waiting {
                self.outputs.append(.control(octets))
            }
            self.waiting = []
        case .tunnel:
            var elements = MediaElements()
            elements.control = self.waiting
            self.waiting = []
            self.signaling.sendFacility(elements)
            while case .send(let octets) = self.signaling.nextOutput() {
                self.outputs.append(.signal(octets))
            }
        case .none, .connecting:
            break
        }
    }

    /// What the next message to the caller carries: channels that fast connect has opened, and H.245 that waits.
    mutating func outgoingElements() -> MediaElements {
        var elements = MediaElements()
        if case .agreed(let fastStart) = self.fastConnect, self.signaling.role == .callee {
            elements.fastStart = fastStart
        }
        if case .tunnel = self.control {
            elements.control = self.waiting
            self.waiting = []
        }
        return elements
    }

    /// From the answer on there must be media some time, by whatever path.
    mutating func waitForMedia(at now: Instant) {
        if case .agreed = self.fastConnect {
            return
        }
        self.mediaBy = now.advanced(by: self.settings.control.negotiationTimeout)
    }

    // MARK: What media elements do

    mutating func receive(_ elements: MediaElements, at now: Instant) {
        if let tunnels = elements.tunnels {
            // Once denied, it stays so for the call (H.323 clause 8.2.1).
            self.peerTunnels = tunnels && self.peerTunnels != false
            if !tunnels {
                self.signaling.tunnels = false
            }
        }
        self.receiveFastStart(elements)
        if !elements.control.isEmpty, self.settings.usesTunnelling, elements.tunnels != false {
            if case .none = self.control {
                self.control = .tunnel
            }
            if case .tunnel = self.control {
                self.receive(control: elements.control, at: now)
            }
        }
        if let address = elements.controlAddress, case .none = self.control {
            self.control = .connecting
            self.outputs.append(.connectControl(address))
        }
    }

    mutating func receive(control messages: [[UInt8]], at now: Instant) {
        for octets in messages {
            if let message = try? H245.MultimediaSystemControlMessage(decoding: octets) {
                self.negotiation.receive(message, at: now)
            }
        }
    }

    /// The first acceptance counts; others repeat it (H.323 clause 8.1.7.2).
    private mutating func receiveFastStart(_ elements: MediaElements) {
        guard case .offered(let offer) = self.fastConnect else {
            return
        }
        if elements.refusesFastConnect {
            self.fastConnect = .none
        } else if let agreement = offer.agreement(reading: elements.fastStart) {
            self.negotiation.adopt(agreement, asProposer: true, local: offer.streams)
            self.fastConnect = .agreed(elements: [])
            self.hasAgreed = true
            self.report(.agreed(agreement.answer(to: offer.streams)))
        }
    }
}
