/// The timer values of RFC 3261 §17.1.1.1 and Table 4, in milliseconds.
package struct SIPTimers: Hashable, Sendable {
    /// The estimate of the round-trip time: 500 ms.
    package var t1: UInt32

    /// The longest interval between retransmissions of a non-INVITE request or an INVITE response: 4 s.
    package var t2: UInt32

    /// The longest time that a message stays in the network: 5 s.
    package var t4: UInt32

    package init(t1: UInt32 = 500, t2: UInt32 = 4_000, t4: UInt32 = 5_000) {
        self.t1 = t1
        self.t2 = t2
        self.t4 = t4
    }

    /// T1 as a duration.
    package var roundTrip: Duration {
        .milliseconds(self.t1)
    }

    /// T2 as a duration.
    package var longestInterval: Duration {
        .milliseconds(self.t2)
    }

    /// 64·T1: timers B, F, H, J, L and M.
    package var transactionLifetime: Duration {
        .milliseconds(UInt64(self.t1) * 64)
    }

    /// Timer D: at least 32 s, so that a retransmitted final response still finds its ACK.
    package var finalResponseLinger: Duration {
        max(self.transactionLifetime, .seconds(32))
    }

    /// T4: timers I and K.
    package var messageLifetime: Duration {
        .milliseconds(self.t4)
    }
}
