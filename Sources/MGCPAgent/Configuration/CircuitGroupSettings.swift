package import ProtocolKit

/// A group of circuits of a trunk gateway that dialplans call `trunk/NAME/NUMBER` (RFC 3435 §2.1.1.2, appendix E.3).
package struct CircuitGroupSettings: Hashable, Sendable {
    /// How seizure, answer and release pass on the circuits.
    package enum Signaling: UInt8, Hashable, Sendable, CaseIterable {
        /// They carry media only: a call is answered as soon as its connection stands.
        case bearer
        /// MF wink or immediate start trunks (RFC 3064 `MS`).
        case multiFrequency
        /// DTMF and dial-pulse PBX trunks (RFC 3064 `DT`, `BL`).
        case dtmf
        /// Operator services trunks (RFC 3064 `MO`).
        case operatorServices
        /// Analog loop- or ground-start circuits with the events of a line (RFC 3660 `L` and `H`).
        case line
    }

    /// Which idle circuit a call takes.
    package enum Selection: UInt8, Hashable, Sendable, CaseIterable {
        /// The lowest.
        case ascending
        /// The highest: where the other side takes the lowest, the two seldom meet.
        case descending
        /// The one that has been idle longest.
        case longestIdle
        /// The gateway chooses: the command names `$` (RFC 3435 §2.1.2).
        case gateway
    }

    /// The configured name.
    package var name: ByteString

    /// The configured name of the gateway.
    package var gateway: ByteString

    /// The local parts of the endpoint names; a term may be a range, as `ds/e1-1/[1-15,17-31]` (RFC 3435 appendix E.5).
    package var endpoints: [ByteString]

    /// How seizure, answer and release pass.
    package var signaling = Signaling.bearer

    /// Which idle circuit a call takes.
    package var selection = Selection.ascending

    /// Whether connections are made in loopback mode, so that a caller hears itself: a continuity test (RFC 3435 §2.1.5).
    package var isLoopback = false

    /// The dialplan context of calls that come in.
    package var context: ByteString

    /// How many calls it may have at once, both ways; `nil` for as many as it has circuits.
    package var callLimit: Int?

    package init(name: ByteString, gateway: ByteString, endpoints: [ByteString], context: ByteString) {
        self.name = name
        self.gateway = gateway
        self.endpoints = endpoints
        self.context = context
    }
}
