import H323Syntax
package import ProtocolKit

/// The numbers by which both ends know a call (H.225.0 clause 7.6).
package struct CallIdentity: Hashable, Sendable {
    /// The call reference value, which the caller has chosen: 1 to 32767, and 0 of endpoints that choose none.
    package let reference: UInt16

    /// The call identifier, 16 octets; `nil` of peers of the first version.
    package let callIdentifier: [UInt8]?

    /// The conference, 16 octets.
    package let conference: [UInt8]

    package init(reference: UInt16, callIdentifier: [UInt8]?, conference: [UInt8]) {
        self.reference = reference & 0x7FFF
        self.callIdentifier = callIdentifier
        self.conference = conference
    }

    /// The identity that a Setup gives its call; `nil` when the message is none that can be answered.
    package init?(settingUp message: SignalingMessage) {
        guard case .setup(let setup) = message.body, message.type == .setup else {
            return nil
        }
        self.init(
            reference: message.reference.value,
            callIdentifier: message.callIdentifier,
            conference: setup.conferenceID
        )
    }

    /// The identity of a new call of ours.
    package init(minting identifiers: inout IdentifierSource, reference: UInt16) {
        self.init(
            reference: reference,
            callIdentifier: identifiers.octets(16),
            conference: identifiers.octets(16)
        )
    }

    /// The call identifier as messages carry it; those that must have one get zeros without one.
    var required: H225.CallIdentifier {
        H225.CallIdentifier(guid: self.callIdentifier ?? Array(repeating: 0, count: 16))
    }

    /// The call identifier as messages carry it, where they may do without.
    var optional: H225.CallIdentifier? {
        self.callIdentifier.map { H225.CallIdentifier(guid: $0) }
    }
}
