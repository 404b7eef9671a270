/// The durations of the transaction user.
package struct SIPAgentTimers: Hashable, Sendable {
    /// The first interval of retransmissions of 2xx and reliable provisional responses (RFC 3261 §17.1.1.1 T1).
    package var t1: Duration = .milliseconds(500)

    /// The longest interval of retransmissions of 2xx responses (RFC 3261 §17.1.2.2 T2).
    package var t2: Duration = .seconds(4)

    /// The longest time that a message stays in the network (RFC 3261 §17.1.2.2 T4).
    package var t4: Duration = .seconds(5)

    /// How often a provisional response is repeated to keep proxies from giving up (RFC 3261 §13.3.1.1).
    package var provisionalRefresh: Duration = .seconds(60)

    /// How long we leave a next hop alone that did not answer (RFC 3263 §4.3).
    package var unresponsivePenalty: Duration = .seconds(30)

    package init() {}
}
