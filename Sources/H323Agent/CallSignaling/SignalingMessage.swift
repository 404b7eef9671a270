import CallModel
package import H323Syntax
package import ProtocolKit

/// A call signaling message as this agent understands it: what Q.931 and H.225.0 say, put together.
package struct SignalingMessage: Sendable {
    /// What it says.
    package let type: Q931MessageType

    /// The call on its connection.
    package let reference: Q931CallReference

    /// The call identifier, if it has one.
    package let callIdentifier: [UInt8]?

    /// What it carries for H.245 and media.
    package let media: MediaElements

    /// The Q.931 part, for the elements.
    package let q931: Q931Message

    /// The H.225.0 part; `empty` when there is none.
    package let body: H225.H323UUPDU.H323MessageBody

    /// Reads a message.
    package init(
        decoding octets: [UInt8],
        limits: Q931Limits = Q931Limits(),
        perLimits: PERLimits = PERLimits()
    ) throws(H323SyntaxError) {
        let q931 = try Q931Message(decoding: octets, limits: limits)
        let information = try q931.userInformation(limits: perLimits)
        self.q931 = q931
        self.type = q931.type
        self.reference = q931.callReference
        self.body = information?.h323UuPdu.h323MessageBody ?? .empty
        var media = Self.elements(self.body)
        media.elements.control = Array((information?.h323UuPdu.h245Control ?? []).prefix(Self.mostControlMessages))
        media.elements.tunnels = information?.h323UuPdu.h245Tunnelling
        self.media = media.elements
        self.callIdentifier = media.callIdentifier
    }

    /// The most H.245 messages of one message that are looked at.
    private static let mostControlMessages = 64

    /// What each body has of the elements that any may have.
    private static func elements(
        _ body: H225.H323UUPDU.H323MessageBody
    ) -> (elements: MediaElements, callIdentifier: [UInt8]?) {
        var media = MediaElements()
        func take(_ address: H225.TransportAddress?, _ fastStart: [[UInt8]]?, _ refuses: Bool = false) {
            media.controlAddress = address?.address.flatMap { $0.port == 0 ? nil : $0 }
            media.fastStart = Array((fastStart ?? []).prefix(ChannelProposal.mostProposals))
            media.refusesFastConnect = refuses
        }
        let identifier: H225.CallIdentifier?
        switch body {
        case .setup(let setup):
            take(setup.h245Address, setup.fastStart)
            identifier = setup.callIdentifier
        case .callProceeding(let message):
            take(message.h245Address, message.fastStart, message.fastConnectRefused)
            identifier = message.callIdentifier
        case .connect(let message):
            take(message.h245Address, message.fastStart, message.fastConnectRefused)
            identifier = message.callIdentifier
        case .alerting(let message):
            take(message.h245Address, message.fastStart, message.fastConnectRefused)
            identifier = message.callIdentifier
        case .information(let message):
            take(nil, message.fastStart, message.fastConnectRefused)
            identifier = message.callIdentifier
        case .facility(let message):
            take(message.h245Address, message.fastStart, message.fastConnectRefused)
            identifier = message.callIdentifier
        case .progress(let message):
            take(message.h245Address, message.fastStart, message.fastConnectRefused)
            identifier = message.callIdentifier
        case .releaseComplete(let message): identifier = message.callIdentifier
        case .status(let message): identifier = message.callIdentifier
        case .statusInquiry(let message): identifier = message.callIdentifier
        case .setupAcknowledge(let message): identifier = message.callIdentifier
        case .notify(let message): identifier = message.callIdentifier
        case .empty, .unrecognized: identifier = nil
        }
        return (media, identifier?.guid)
    }

    // MARK: Elements

    /// Whether inband tones or speech are announced: progress description 8; 1 to 3 tell of networks only.
    package var announcesInBand: Bool {
        self.q931.all(Q931ProgressIndicator.self).contains { $0.description == 8 }
    }

    /// The keys of an Information message.
    package var keys: [UInt8] {
        self.q931.first(Q931KeypadFacility.self)?.text.bytes ?? []
    }

    /// The digits that continue the number of the called party.
    package var calledDigits: ByteString? {
        self.q931.first(Q931CalledPartyNumber.self)?.number.digits
    }

    /// What a ReleaseComplete says.
    package var clearing: SignalingClearing {
        var reason: H225.ReleaseCompleteReason?
        if case .releaseComplete(let message) = self.body {
            reason = message.reason
        }
        return SignalingClearing(cause: self.q931.first(Q931Cause.self), reason: reason)
    }

    /// Who answered, if the Connect says so.
    package var connected: SignalingParty? {
        guard case .connect(let connect) = self.body else {
            return nil
        }
        let number = self.q931.first(Q931ConnectedNumber.self)?.number
        let display = self.q931.first(Q931Display.self)?.text
        guard number != nil || display != nil || connect.connectedAddress != nil else {
            return nil
        }
        return SignalingParty(
            number,
            aliases: connect.connectedAddress,
            display: display,
            presentation: connect.presentationIndicator
        )
    }

    /// What a Setup says; `nil` when this is none, or has no body.
    package var setup: SetupContent? {
        guard self.type == .setup, case .setup(let setup) = self.body else {
            return nil
        }
        let caller = SignalingParty(
            self.q931.first(Q931CallingPartyNumber.self)?.number,
            aliases: setup.sourceAddress,
            display: self.q931.first(Q931Display.self)?.text,
            presentation: setup.presentationIndicator
        )
        let called = SignalingParty(
            self.q931.first(Q931CalledPartyNumber.self)?.number,
            aliases: setup.destinationAddress,
            display: nil
        )
        var content = SetupContent(caller: caller, called: called.party)
        content.diversion = self.q931.first(Q931RedirectingNumber.self).map { Self.diversion($0.number) }
        content.destination = setup.destCallSignalAddress?.address
        content.source = setup.sourceCallSignalAddress?.address
        content.canOverlapSend = setup.canOverlapSend ?? false
        content.isComplete = self.q931.contains(.sendingComplete)
        content.hopsLeft = setup.hopCount
        content.media = self.media
        return content
    }

    private static func diversion(_ number: Q931PartyNumber) -> Diversion {
        let reason: Diversion.Reason =
            switch number.reason {
            case 1: .userBusy
            case 2: .noAnswer
            case 4, 15: number.reason == 15 ? .unconditional : .deflection
            default: .unknown
            }
        return Diversion(party: SignalingParty(number, aliases: nil, display: nil).party, reason: reason)
    }
}
