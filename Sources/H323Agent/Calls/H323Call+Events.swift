import CallModel
import H323Syntax
import ProtocolKit

/// What signaling and H.245 report, turned into news of the call.
extension H323Call {
    mutating func receive(_ event: SignalingEvent, at now: Instant) {
        switch event {
        case .setup(let content): self.receiveSetup(content, at: now)
        case .media(let elements): self.receive(elements, at: now)
        case .connected(let party): self.receiveConnected(party, at: now)
        case .released(let clearing): self.receiveReleased(clearing, at: now)
        case .proceeding: self.report(.proceeding)
        case .alerting(let inBand): self.report(.alerting(inBand: inBand))
        case .progress(let inBand): self.report(.progress(inBand: inBand))
        case .wantsDigits: self.report(.wantsDigits)
        case .moreDigits(let digits, let isComplete): self.report(.moreDigits(digits, isComplete: isComplete))
        case .keys(let digits): self.report(.digits(digits))
        case .forwarded(let party, let address): self.report(.forwarded(to: party, address: address))
        case .notified(let description): self.report(.notified(description))
        }
    }

    private mutating func receiveSetup(_ content: SetupContent, at now: Instant) {
        if self.settings.usesFastConnect, let proposal = FastConnectProposal(reading: content.media.fastStart) {
            self.fastConnect = .received(proposal)
            self.report(.incoming(content, offer: proposal.streams))
        } else {
            self.report(.incoming(content, offer: nil))
        }
        self.receive(content.media, at: now)
    }

    private mutating func receiveConnected(_ party: SignalingParty?, at now: Instant) {
        self.isAnswered = true
        self.report(.connected(party))
        if case .agreed = self.fastConnect {
            return
        }
        // Fast connect is over when the answer does not take it (H.323 clause 8.1.7.1).
        self.fastConnect = .none
        if let local = self.local {
            self.negotiation.describe(local, at: now)
        }
        self.waitForMedia(at: now)
        self.wantControl(at: now)
        // What a peer did not look at before it answered is said again.
        self.negotiation.repeatUnanswered(at: now)
    }

    private mutating func receiveReleased(_ clearing: SignalingClearing, at now: Instant) {
        if self.negotiation.isRunning {
            self.negotiation.end(at: now)
        }
        self.negotiation.abandon(at: now)
        self.flushAtEnd()
        switch self.control {
        case .connecting, .connection: self.outputs.append(.closeControl)
        case .none, .tunnel: break
        }
        self.control = .none
        self.mediaBy = nil
        self.fastConnect = .none
        self.report(.released(clearing))
    }

    /// The end of the session still goes out on a connection of its own.
    private mutating func flushAtEnd() {
        while let output = self.negotiation.nextOutput() {
            if case .send(let message) = output, let octets = try? message.encoded() {
                self.waiting.append(octets)
            }
        }
        if case .connection = self.control {
            for octets in self.waiting {
                self.outputs.append(.control(octets))
            }
        }
        self.waiting = []
    }

    mutating func receive(_ event: NegotiationEvent, at now: Instant) {
        switch event {
        case .offered(let streams):
            // Fast connect has said the same already, with addresses.
            if self.local == nil, case .none = self.fastConnect {
                self.report(.offered(streams))
            }
        case .agreed(let streams):
            self.mediaBy = nil
            self.hasAgreed = true
            self.report(.agreed(streams))
        case .digits(let digits): self.report(.digits(digits))
        case .faxRequested: self.report(.faxRequested)
        case .faxAnswered(let isGranted): self.report(.faxAnswered(isGranted: isGranted))
        case .roundTrip(.answered(let delay)): self.report(.alive(after: delay))
        case .roundTrip(.timedOut):
            self.release(SignalingClearing(.destinationOutOfOrder), at: now)
        case .nothingInCommon:
            // Some endpoints leave such a call connected and silent.
            self.fail(SignalingClearing(.bearerCapabilityNotAvailable), at: now)
        case .failed:
            self.fail(SignalingClearing(.recoveryOnTimerExpiry), at: now)
        case .ended:
            // H.245 is over, so the call is (H.323 clause 8.5).
            self.release(SignalingClearing(.normalClearing), at: now)
        }
    }

    /// A call that has media goes on with it; one that never had any ends.
    private mutating func fail(_ clearing: SignalingClearing, at now: Instant) {
        if self.hasAgreed {
            self.report(.descriptionRefused)
        } else {
            self.release(clearing, at: now)
        }
    }
}
