import CallModel
package import H323Syntax
package import ProtocolKit

/// Writes the call signaling messages of one call (H.225.0 clause 7.3).
package struct SignalingWriter: Sendable {
    /// The numbers of the call.
    package let identity: CallIdentity

    /// Whether the other end has chosen the reference.
    package let isDestination: Bool

    /// Whether we say that H.245 may stand in these messages.
    package var tunnels: Bool

    package init(_ identity: CallIdentity, isDestination: Bool, tunnels: Bool) {
        self.identity = identity
        self.isDestination = isDestination
        self.tunnels = tunnels
    }

    /// What we are to others: a gateway.
    private static var endpointType: H225.EndpointType {
        var type = H225.EndpointType(mc: false, undefinedNode: false)
        type.gateway = H225.GatewayInfo()
        var vendor = H225.VendorIdentifier(
            vendor: H225.H221NonStandard(t35CountryCode: 0, t35Extension: 0, manufacturerCode: 0)
        )
        vendor.productId = Array("Tandem".utf8)
        type.vendor = vendor
        return type
    }

    // MARK: Messages

    /// A Setup.
    package func setup(_ content: SetupContent) throws(H323SyntaxError) -> [UInt8] {
        var body = H225.SetupUUIE(
            protocolIdentifier: .h225Version7,
            sourceInfo: Self.endpointType,
            activeMC: false,
            conferenceID: self.identity.conference,
            conferenceGoal: .create,
            callType: .pointToPoint
        )
        let called = SignalingParty(content.called)
        body.callIdentifier = self.identity.optional
        body.sourceAddress = content.caller.aliases
        body.destinationAddress = called.aliases
        body.destCallSignalAddress = content.destination.map { H225.TransportAddress($0) }
        body.sourceCallSignalAddress = content.source.map { H225.TransportAddress($0) }
        body.h245Address = content.media.controlAddress.map { H225.TransportAddress($0) }
        body.fastStart = content.media.fastStart.isEmpty ? nil : content.media.fastStart
        body.mediaWaitForConnect = false
        body.canOverlapSend = content.canOverlapSend
        body.presentationIndicator = content.caller.presentation
        body.screeningIndicator = content.caller.screeningIndicator
        body.hopCount = content.hopsLeft.map { min(max($0, 1), 31) }
        var message = self.message(.setup)
        message.add(Q931BearerCapability(transferCapability: 0))
        if let display = content.caller.display {
            message.add(display)
        }
        if let number = content.caller.number {
            message.add(Q931CallingPartyNumber(number))
        }
        if let digits = called.dialledDigits {
            message.add(Q931CalledPartyNumber(Q931PartyNumber(digits)))
        }
        if let diversion = content.diversion, let redirecting = Self.redirecting(diversion) {
            message.add(Q931RedirectingNumber(redirecting))
        }
        if content.isComplete {
            message.add(Q931Element(.sendingComplete, []))
        }
        return try self.octets(message, .setup(body), content.media)
    }

    /// A CallProceeding.
    package func callProceeding(_ media: MediaElements) throws(H323SyntaxError) -> [UInt8] {
        var body = H225.CallProceedingUUIE(
            protocolIdentifier: .h225Version7,
            destinationInfo: Self.endpointType
        )
        body.callIdentifier = self.identity.optional
        body.h245Address = media.controlAddress.map { H225.TransportAddress($0) }
        body.fastStart = media.fastStart.isEmpty ? nil : media.fastStart
        body.fastConnectRefused = media.refusesFastConnect
        return try self.octets(self.message(.callProceeding), .callProceeding(body), media)
    }

    /// An Alerting.
    package func alerting(inBand: Bool, _ media: MediaElements) throws(H323SyntaxError) -> [UInt8] {
        var body = H225.AlertingUUIE(
            protocolIdentifier: .h225Version7,
            destinationInfo: Self.endpointType
        )
        body.callIdentifier = self.identity.optional
        body.h245Address = media.controlAddress.map { H225.TransportAddress($0) }
        body.fastStart = media.fastStart.isEmpty ? nil : media.fastStart
        body.fastConnectRefused = media.refusesFastConnect
        return try self.octets(self.message(.alerting, inBand: inBand), .alerting(body), media)
    }

    /// A Progress.
    package func progress(inBand: Bool, _ media: MediaElements) throws(H323SyntaxError) -> [UInt8] {
        var body = H225.ProgressUUIE(
            protocolIdentifier: .h225Version7,
            destinationInfo: Self.endpointType,
            callIdentifier: self.identity.required
        )
        body.h245Address = media.controlAddress.map { H225.TransportAddress($0) }
        body.fastStart = media.fastStart.isEmpty ? nil : media.fastStart
        body.fastConnectRefused = media.refusesFastConnect
        return try self.octets(self.message(.progress, inBand: inBand), .progress(body), media)
    }

    /// A Connect.
    package func connect(_ party: SignalingParty?, _ media: MediaElements) throws(H323SyntaxError) -> [UInt8] {
        var body = H225.ConnectUUIE(
            protocolIdentifier: .h225Version7,
            destinationInfo: Self.endpointType,
            conferenceID: self.identity.conference
        )
        body.callIdentifier = self.identity.optional
        body.h245Address = media.controlAddress.map { H225.TransportAddress($0) }
        body.fastStart = media.fastStart.isEmpty ? nil : media.fastStart
        body.fastConnectRefused = media.refusesFastConnect
        var message = self.message(.connect)
        if let party {
            body.connectedAddress = party.aliases
            body.presentationIndicator = party.presentation
            body.screeningIndicator = party.screeningIndicator
            if let display = party.display {
                message.add(display)
            }
            if let number = party.number {
                message.add(Q931ConnectedNumber(number))
            }
        }
        return try self.octets(message, .connect(body), media)
    }

    /// A SetupAcknowledge, which asks for more digits.
    package func setupAcknowledge(_ media: MediaElements) throws(H323SyntaxError) -> [UInt8] {
        let body = H225.SetupAcknowledgeUUIE(
            protocolIdentifier: .h225Version7,
            callIdentifier: self.identity.required
        )
        return try self.octets(self.message(.setupAcknowledge), .setupAcknowledge(body), media)
    }

    /// An Information with more digits of the called number, or with keys of a call that is connected.
    package func information(
        calledDigits: ByteString? = nil,
        keys: ByteString? = nil
    ) throws(H323SyntaxError) -> [UInt8] {
        var body = H225.InformationUUIE(protocolIdentifier: .h225Version7)
        body.callIdentifier = self.identity.optional
        var message = self.message(.information)
        if let keys {
            message.add(Q931KeypadFacility(keys))
        }
        if let calledDigits {
            message.add(Q931CalledPartyNumber(Q931PartyNumber(calledDigits)))
        }
        return try self.octets(message, .information(body), MediaElements())
    }

    /// A Facility that only carries H.245 (H.323 clause 8.2.1), or asks for an H.245 connection (clause 8.2.3).
    package func facility(_ media: MediaElements) throws(H323SyntaxError) -> [UInt8] {
        var message = self.message(.facility)
        message.add(Q931Facility())
        guard let address = media.controlAddress else {
            return try self.octets(message, .empty, media)
        }
        var body = H225.FacilityUUIE(protocolIdentifier: .h225Version7, reason: .startH245)
        body.callIdentifier = self.identity.optional
        body.conferenceID = self.identity.conference
        body.h245Address = H225.TransportAddress(address)
        return try self.octets(message, .facility(body), media)
    }

    /// A Notify.
    package func notify(_ description: UInt8) throws(H323SyntaxError) -> [UInt8] {
        let body = H225.NotifyUUIE(
            protocolIdentifier: .h225Version7,
            callIdentifier: self.identity.required
        )
        var message = self.message(.notify)
        message.add(Q931NotificationIndicator(description))
        return try self.octets(message, .notify(body), MediaElements())
    }

    /// A Status, which answers an enquiry (30) or tells of a message that does not fit (101).
    package func status(cause: UInt8, state: UInt8) throws(H323SyntaxError) -> [UInt8] {
        let body = H225.StatusUUIE(
            protocolIdentifier: .h225Version7,
            callIdentifier: self.identity.required
        )
        var message = self.message(.status)
        message.add(Q931Cause(cause))
        message.add(Q931CallState(state))
        return try self.octets(message, .status(body), MediaElements())
    }

    /// A ReleaseComplete; the cause always stands in it, and the reason when there is one.
    package func releaseComplete(
        _ clearing: SignalingClearing,
        _ media: MediaElements
    ) throws(H323SyntaxError) -> [UInt8] {
        var body = H225.ReleaseCompleteUUIE(protocolIdentifier: .h225Version7)
        body.callIdentifier = self.identity.optional
        body.reason = clearing.reason ?? clearing.cause.clearingReason
        var message = self.message(.releaseComplete)
        message.add(Q931Cause(clearing.cause.rawValue, location: clearing.location))
        return try self.octets(message, .releaseComplete(body), media)
    }

    // MARK: Details

    private func message(_ type: Q931MessageType, inBand: Bool = false) -> Q931Message {
        var message = Q931Message(
            type,
            Q931CallReference(self.identity.reference, isFromDestination: self.isDestination)
        )
        if inBand {
            message.add(Q931ProgressIndicator(8))
        }
        return message
    }

    private func octets(
        _ message: Q931Message,
        _ body: H225.H323UUPDU.H323MessageBody,
        _ media: MediaElements
    ) throws(H323SyntaxError) -> [UInt8] {
        var unit = H225.H323UUPDU(h323MessageBody: body)
        unit.h245Tunnelling = self.tunnels
        unit.h245Control = media.control.isEmpty ? nil : media.control
        var message = message
        try message.setUserInformation(H225.H323UserInformation(h323UuPdu: unit))
        return try message.encoded()
    }

    /// The redirecting number of a diversion; `nil` when the party has no number.
    private static func redirecting(_ diversion: Diversion) -> Q931PartyNumber? {
        guard var number = SignalingParty(diversion.party).number else {
            return nil
        }
        switch diversion.reason {
        case .unknown, .unavailable: number.reason = 0
        case .userBusy: number.reason = 1
        case .noAnswer: number.reason = 2
        case .deflection: number.reason = 4
        case .unconditional: number.reason = 15
        }
        return number
    }
}
