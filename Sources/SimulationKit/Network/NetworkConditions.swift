/// How badly the virtual network treats packets.
package struct NetworkConditions: Hashable, Sendable {
    /// Datagrams lost, of a hundred.
    package var loss: UInt64

    /// Datagrams delivered twice, of a hundred.
    package var duplication: UInt64

    /// Datagrams held back long enough for later ones to overtake them, of a hundred.
    package var reordering: UInt64

    /// The shortest time that a packet takes.
    package var latency: Duration

    /// The most that is added to it at random.
    package var jitter: Duration

    package init(
        loss: UInt64 = 0,
        duplication: UInt64 = 0,
        reordering: UInt64 = 0,
        latency: Duration = .milliseconds(1),
        jitter: Duration = .zero
    ) {
        self.loss = loss
        self.duplication = duplication
        self.reordering = reordering
        self.latency = latency
        self.jitter = jitter
    }

    /// Nothing is lost and nothing overtaken.
    package static let perfect = NetworkConditions()
}
