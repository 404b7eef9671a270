package import ProtocolKit

/// What a call signaling message carries for H.245 and media; every message may (H.323 clauses 8.1.7, 8.2).
package struct MediaElements: Hashable, Sendable {
    /// Where the sender takes an H.245 connection.
    package var controlAddress: TransportAddress?

    /// The elements of `fastStart`, which propose channels or accept them.
    package var fastStart: [[UInt8]] = []

    /// Whether the sender refuses fast connect.
    package var refusesFastConnect = false

    /// H.245 messages in this one.
    package var control: [[UInt8]] = []

    /// Whether the sender can have H.245 in call signaling messages; `nil` when it says nothing.
    package var tunnels: Bool?

    package init() {}

    /// Whether nothing is carried.
    package var isEmpty: Bool {
        self == MediaElements()
    }
}
