package import ProtocolKit

/// A service of a line that its user turns on and off by dialing.
package enum LineService: Hashable, Sendable {
    /// When calls to a line go elsewhere.
    package enum Forwarding: UInt8, Hashable, Sendable, CaseIterable {
        /// Always (CFU).
        case unconditional
        /// When the line is busy (CFB).
        case busy
        /// When nobody answers (CFNR).
        case noAnswer
    }

    /// Calls to the line go to this number from now on, dialed in the line's own context; `nil` turns it off.
    case forward(Forwarding, to: ByteString?)
    /// A second call is announced by a tone while the line talks, or refused as busy.
    case callWaiting(Bool)
    /// Calls to the line are refused as busy without ringing.
    case doNotDisturb(Bool)
}
