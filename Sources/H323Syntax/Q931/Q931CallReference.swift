/// The number by which both ends of a signaling channel know a call (Q.931 clause 4.3; H.225.0 uses two octets).
package struct Q931CallReference: Hashable, Sendable {
    /// The number, which the end that sent the Setup has chosen; 0 means all calls.
    package let value: UInt16

    /// The flag: whether the other end sends this message.
    package let isFromDestination: Bool

    /// Keeps the lower fifteen bits of `value`.
    package init(_ value: UInt16, isFromDestination: Bool) {
        self.value = value & 0x7FFF
        self.isFromDestination = isFromDestination
    }

    /// The two octets on the wire.
    var packed: UInt16 {
        self.value | (self.isFromDestination ? 0x8000 : 0)
    }
}
