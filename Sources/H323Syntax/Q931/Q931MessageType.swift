/// What a Q.931 message says (ITU-T Q.931 table 4-2, H.225.0 table 4); any octet may come.
package struct Q931MessageType: Hashable, Sendable {
    /// The code.
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The called party is alerted.
    package static let alerting = Q931MessageType(rawValue: 0x01)
    /// The call is on its way; no more digits are needed.
    package static let callProceeding = Q931MessageType(rawValue: 0x02)
    /// Something happened on the way, as inband tones.
    package static let progress = Q931MessageType(rawValue: 0x03)
    /// A call.
    package static let setup = Q931MessageType(rawValue: 0x05)
    /// The call is answered.
    package static let connect = Q931MessageType(rawValue: 0x07)
    /// More digits are needed.
    package static let setupAcknowledge = Q931MessageType(rawValue: 0x0D)
    /// The answer was seen; H.225.0 has no use for it.
    package static let connectAcknowledge = Q931MessageType(rawValue: 0x0F)
    /// Information between users.
    package static let userInformation = Q931MessageType(rawValue: 0x20)
    /// Clearing with tones; H.225.0 clears by ``releaseComplete`` alone.
    package static let disconnect = Q931MessageType(rawValue: 0x45)
    /// Clearing that is to be confirmed; H.225.0 does without.
    package static let release = Q931MessageType(rawValue: 0x4D)
    /// The call is over.
    package static let releaseComplete = Q931MessageType(rawValue: 0x5A)
    /// A supplementary service, or H.245 on its way.
    package static let facility = Q931MessageType(rawValue: 0x62)
    /// A notification for the user.
    package static let notify = Q931MessageType(rawValue: 0x6E)
    /// The state is asked for.
    package static let statusEnquiry = Q931MessageType(rawValue: 0x75)
    /// More digits, or what a keypad sent.
    package static let information = Q931MessageType(rawValue: 0x7B)
    /// The state, and why it is told.
    package static let status = Q931MessageType(rawValue: 0x7D)
}
