package import CallModel

/// The names by which dialplans know the causes of ITU-T Q.850 §2.2.7.
package enum CauseName {
    /// Every name with its value; each is the cause's title in Q.850, shortened.
    package static let all: [(name: String, value: UInt8)] = [
        ("unallocated-number", 1), ("no-route-to-transit-network", 2), ("no-route-to-destination", 3),
        ("normal-clearing", 16), ("user-busy", 17), ("no-user-responding", 18), ("no-answer", 19),
        ("subscriber-absent", 20), ("call-rejected", 21), ("number-changed", 22), ("redirection", 23),
        ("exchange-routing-error", 25), ("destination-out-of-order", 27), ("invalid-number-format", 28),
        ("facility-rejected", 29), ("normal-unspecified", 31), ("no-circuit-available", 34),
        ("network-out-of-order", 38), ("temporary-failure", 41), ("switching-equipment-congestion", 42),
        ("access-information-discarded", 43), ("requested-circuit-not-available", 44),
        ("resource-unavailable", 47), ("facility-not-subscribed", 50), ("outgoing-calls-barred", 52),
        ("incoming-calls-barred", 54), ("bearer-capability-not-authorized", 57),
        ("bearer-capability-not-available", 58), ("service-not-available", 63),
        ("bearer-capability-not-implemented", 65), ("facility-not-implemented", 69),
        ("service-not-implemented", 79), ("incompatible-destination", 88), ("invalid-message", 95),
        ("recovery-on-timer-expiry", 102), ("protocol-error", 111), ("interworking", 127),
    ]

    /// The causes of each class by which fail-over may be written.
    static let classes: [(name: String, values: ClosedRange<UInt8>)] = [
        ("any", 0...127), ("congestion", 32...47), ("service", 48...79), ("protocol", 80...127),
    ]

    /// The cause that `text` names or numbers.
    package static func cause(_ text: String) -> Q850Cause? {
        if let number = UInt8(text) {
            return (1...127).contains(number) ? Q850Cause(rawValue: number) : nil
        }
        return self.all.first { $0.name == text }.map { Q850Cause(rawValue: $0.value) }
    }

    /// The name of `cause`, or its number.
    package static func name(of cause: Q850Cause) -> String {
        self.all.first { $0.value == cause.rawValue }?.name ?? String(cause.rawValue)
    }
}
