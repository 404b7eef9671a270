package import H323Syntax
package import ProtocolKit

/// A call that the gatekeeper is asked about, until it is told that the call has ended.
package struct AdmissionID: Hashable, Sendable {
    let index: SlabIndex

    init(_ index: SlabIndex) {
        self.index = index
    }
}

/// What an ARQ says of a call (H.225.0 clause 7.11.1).
package struct AdmissionQuestion: Sendable {
    /// Whether we are called.
    package var isAnswer: Bool

    /// Who is called; empty when ``destinationAddress`` says it.
    package var destination: [RASAlias] = []
    package var destinationAddress: TransportAddress?

    /// Who calls.
    package var source: [RASAlias] = []
    package var sourceAddress: TransportAddress?

    /// Bandwidth in both directions, in units of 100 bit/s.
    package var bandwidth: H225.BandWidth

    /// The call reference of the call signaling channel.
    package var callReference: H225.CallReferenceValue

    /// 16 octets each.
    package var conferenceID: H225.ConferenceIdentifier
    package var callIdentifier: H225.GloballyUniqueID

    package init(
        isAnswer: Bool,
        bandwidth: H225.BandWidth,
        callReference: H225.CallReferenceValue,
        conferenceID: H225.ConferenceIdentifier,
        callIdentifier: H225.GloballyUniqueID
    ) {
        self.isAnswer = isAnswer
        self.bandwidth = bandwidth
        self.callReference = callReference
        self.conferenceID = conferenceID
        self.callIdentifier = callIdentifier
    }
}

/// What a gatekeeper allows, and where the call goes (H.225.0 clause 7.11.2).
package struct AdmissionGrant: Sendable {
    /// Where Setup goes, or came from through the gatekeeper; `nil` for a call that we are called by and that was
    /// granted beforehand.
    package var destination: TransportAddress?

    /// Whether call signaling goes through the gatekeeper.
    package var isRouted: Bool

    /// The bandwidth in units of 100 bit/s, which may be less than was asked for.
    package var bandwidth: H225.BandWidth

    /// What Setup says as the called party when the gatekeeper has mapped it.
    package var destinationInfo: [H225.AliasAddress]?

    /// Further digits for the far side of a gateway.
    package var extraCallInfo: [H225.AliasAddress]?
    package var remoteExtension: [H225.AliasAddress]?

    /// Where else the call may go.
    package var alternates: [TransportAddress] = []

    /// Tokens that Setup carries to the destination.
    package var tokens: [H235.ClearToken]?
    package var cryptoTokens: [H225.CryptoH323Token]?

    init(destination: TransportAddress?, isRouted: Bool, bandwidth: H225.BandWidth) {
        self.destination = destination
        self.isRouted = isRouted
        self.bandwidth = bandwidth
    }
}

/// What has become of a call at the gatekeeper.
///
/// ```
///  waiting ──registered──▶ asked ──ACF──▶ granted ──end──▶ disengaging ──DCF──▶ gone
///     └── refused, gone ◀──┘ ARJ              └── DRQ of the gatekeeper ─────────▲
/// ```
/// A call that ends while the answer is out stays until it is known whether a DRQ is owed.
struct Admission: Sendable {
    enum State: Sendable {
        /// A registration is under way.
        case waiting(until: Instant)
        case asked(hasEnded: Bool)
        case granted
        case disengaging
    }

    let question: AdmissionQuestion
    var state: State

    /// Whether it is asked once more after the gatekeeper has forgotten us or sent us elsewhere.
    var mayAskAgain = true

    /// The gatekeeper that answers for the call.
    var gatekeeper: GatekeeperContact?

    /// Whether it was granted beforehand, so that no gatekeeper knows of it.
    var isPregranted = false

    var bandwidth: H225.BandWidth
    var isRouted = false

    /// How often the gatekeeper wants to be told of the call, and when it is next (ACF `irrFrequency`).
    var reportInterval: Duration?
    var reportAt: Instant?
    var wantsAcknowledgement = false

    /// The ARQ or BRQ that is under way.
    var request: RASRequestID?

    init(_ question: AdmissionQuestion, state: State) {
        self.question = question
        self.state = state
        self.bandwidth = question.bandwidth
    }

    /// The next moment something is to be done.
    var nextDeadline: Instant? {
        switch self.state {
        case .waiting(let until): until
        case .granted: self.reportAt
        case .asked, .disengaging: nil
        }
    }

    /// Whether the gatekeeper would tell of this call with these values; old peers send no call identifier.
    func isCall(_ identifier: H225.CallIdentifier?, reference: H225.CallReferenceValue, isAnswer: Bool?) -> Bool {
        if let isAnswer, isAnswer != self.question.isAnswer {
            return false
        }
        guard let identifier, identifier.guid.contains(where: { $0 != 0 }) else {
            return self.question.callReference & 0x7FFF == reference & 0x7FFF
        }
        return identifier.guid == self.question.callIdentifier
    }
}
