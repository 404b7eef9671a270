/// The bounds within which the relay works, each for one thread.
package struct MediaRelayConfiguration: Hashable, Sendable {
    /// How many media threads there are.
    package var threads: Int

    /// How many anchors a thread holds at most.
    package var anchorsPerThread: Int

    /// How many sockets a thread holds at most, those kept for reuse included.
    package var socketsPerThread: Int

    /// How many bound sockets a thread keeps for the next call when a call ends.
    package var keptSocketsPerThread: Int

    /// How often silence is looked for; nothing wakes while no anchor is open.
    package var tick: Duration

    package init(
        threads: Int = 1,
        anchorsPerThread: Int = 20_000,
        socketsPerThread: Int = 65_536,
        keptSocketsPerThread: Int = 4096,
        tick: Duration = .seconds(1)
    ) {
        self.threads = threads
        self.anchorsPerThread = anchorsPerThread
        self.socketsPerThread = socketsPerThread
        self.keptSocketsPerThread = keptSocketsPerThread
        self.tick = tick
    }
}
