package import CallModel

/// Where a peer departs from the tables between SIP statuses and Q.850 values.
package struct SIPCauseOverrides: Hashable, Sendable {
    /// The value for a status that the peer sends.
    package var causes: [UInt16: Q850Cause] = [:]

    /// The status that the peer is sent for a value.
    package var statuses: [Q850Cause: UInt16] = [:]

    package init() {}
}
