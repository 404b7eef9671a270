import ProtocolKit

/// A group of circuits, and which of them belong to it, the lowest first.
struct CircuitGroup: Sendable {
    let settings: CircuitGroupSettings
    var circuits: [SlabIndex] = []
}
