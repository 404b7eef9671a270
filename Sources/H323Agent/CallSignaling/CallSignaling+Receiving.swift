import CallModel
import H323Syntax
package import ProtocolKit

/// What the peer's messages do (Q.931 clause 5, H.225.0 clause 7.3).
extension CallSignaling {
    /// Takes a message of the peer.
    ///
    /// What comes too late, or goes back, changes nothing (Q.931 clause 5.8.4 allows a Status, which some peers take
    /// for a failure); what it carries for media is reported all the same.
    package mutating func receive(_ message: SignalingMessage, at now: Instant) {
        guard self.isOpen || message.type == .setup else {
            return
        }
        if self.isOpen, !message.media.isEmpty, message.type != .setup {
            self.report(.media(message.media))
        }
        switch message.type {
        case .setup: self.receiveSetup(message)
        case .setupAcknowledge: self.receiveSetupAcknowledge(at: now)
        case .callProceeding: self.receiveProceeding(at: now)
        case .alerting: self.receiveAlerting(message, at: now)
        case .progress: self.receiveProgress(message, at: now)
        case .connect: self.receiveConnect(message)
        case .information: self.receiveInformation(message, at: now)
        case .facility: self.receiveFacility(message)
        case .notify:
            if let description = message.q931.first(Q931NotificationIndicator.self)?.description {
                self.report(.notified(description))
            }
        case .statusEnquiry:
            self.sendStatus(cause: 30)
        case .status:
            self.receiveStatus(message)
        case .releaseComplete, .release, .disconnect:
            // H.225.0 has the first only; a peer that came from ISDN may mean it by the others.
            self.enter(.null)
            self.report(.released(message.clearing))
        default:
            // ConnectAcknowledge and UserInformation say nothing; of others it is told that they are not known.
            if message.type != .connectAcknowledge, message.type != .userInformation {
                self.sendStatus(cause: 97)
            }
        }
    }

    private mutating func receiveSetup(_ message: SignalingMessage) {
        // A second Setup of the same call is a repetition.
        guard self.role == .callee, self.state == .null, let content = message.setup else {
            return
        }
        self.enter(.callPresent)
        self.report(.setup(content))
    }

    private var isBeforeConnect: Bool {
        self.role == .caller
            && [.callInitiated, .overlapSending, .outgoingProceeding, .callDelivered].contains(self.state)
    }

    private mutating func receiveSetupAcknowledge(at now: Instant) {
        guard self.role == .caller, self.state == .callInitiated else {
            return
        }
        self.enter(.overlapSending, until: now.advanced(by: self.timers.overlapSending))
        self.report(.wantsDigits)
    }

    private mutating func receiveProceeding(at now: Instant) {
        guard self.isBeforeConnect, self.state != .callDelivered, self.state != .outgoingProceeding else {
            return
        }
        self.enter(.outgoingProceeding, until: now.advanced(by: self.timers.proceeding))
        self.report(.proceeding)
    }

    private mutating func receiveAlerting(_ message: SignalingMessage, at now: Instant) {
        guard self.isBeforeConnect else {
            return
        }
        if self.state != .callDelivered {
            self.enter(.callDelivered, until: now.advanced(by: self.timers.alerting))
        }
        self.report(.alerting(inBand: message.announcesInBand))
    }

    private mutating func receiveProgress(_ message: SignalingMessage, at now: Instant) {
        guard self.isBeforeConnect else {
            return
        }
        if self.state != .callDelivered {
            // What is heard may be long: the call waits as one that rings does (Q.931 clause 5.1.6).
            self.enter(.outgoingProceeding, until: now.advanced(by: self.timers.alerting))
        }
        self.report(.progress(inBand: message.announcesInBand))
    }

    private mutating func receiveConnect(_ message: SignalingMessage) {
        guard self.isBeforeConnect else {
            return
        }
        self.enter(.active)
        self.report(.connected(message.connected))
    }

    private mutating func receiveInformation(_ message: SignalingMessage, at now: Instant) {
        if self.role == .callee, self.state == .overlapReceiving {
            let digits = message.calledDigits ?? ByteString(message.keys)
            let isComplete = message.q931.contains(.sendingComplete)
            self.enter(.overlapReceiving, until: now.advanced(by: self.timers.overlapReceiving))
            self.report(.moreDigits(digits, isComplete: isComplete))
            return
        }
        let keys = KeyInput.digits(.alphanumeric(ByteString(message.keys)))
        if !keys.isEmpty {
            self.report(.keys(keys))
        }
    }

    private mutating func receiveFacility(_ message: SignalingMessage) {
        guard case .facility(let facility) = message.body else {
            return
        }
        switch facility.reason {
        case .callForwarded, .routeCallToGatekeeper, .routeCallToMC:
            let party = SignalingParty(nil, aliases: facility.alternativeAliasAddress, display: nil).party
            let address = facility.alternativeAddress?.address
            if !party.user.isEmpty || address != nil {
                self.report(.forwarded(to: party.user.isEmpty ? nil : party, address: address))
            }
        case .undefinedReason, .conferenceListChoice, .startH245, .noH245, .newTokens, .featureSetUpdate,
            .forwardedElements, .transportedInformation, .unrecognized:
            // What they carry has been reported.
            break
        }
    }

    private mutating func receiveStatus(_ message: SignalingMessage) {
        // A peer that does not know the call has lost it (Q.931 clause 5.8.11).
        if message.q931.first(Q931CallState.self)?.value == 0 {
            self.enter(.null)
            self.report(.released(SignalingClearing(.temporaryFailure, location: 2)))
        }
    }
}
