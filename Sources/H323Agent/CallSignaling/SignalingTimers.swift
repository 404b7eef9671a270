/// The timers of call signaling (Q.931 clause 9.5, H.225.0 clause 7.4).
package struct SignalingTimers: Hashable, Sendable {
    /// T301: how long a called party may ring.
    package var alerting = Duration.seconds(180)

    /// T302: how long the called side waits for more digits.
    package var overlapReceiving = Duration.seconds(15)

    /// T303: how long any answer to a Setup may take.
    package var setup = Duration.seconds(4)

    /// T304: how long the calling side waits for news after a digit that it has sent.
    package var overlapSending = Duration.seconds(30)

    /// T310: how long a call may proceed without ringing.
    package var proceeding = Duration.seconds(60)

    package init() {}
}
