package import CallModel
package import ProtocolKit

/// After which causes hunting goes on, and which of several failures the caller hears of.
package struct FailoverPolicy: Hashable, Sendable {
    /// What a cause says about the target that failed.
    package enum CauseClass: UInt8, Hashable, Sendable, CaseIterable {
        /// The called user has spoken for every place it may be at.
        case everywhere
        /// It is somewhere else.
        case redirected
        /// The caller must ask differently: number incomplete, media not supported.
        case request
        /// The called user, or a rule on its behalf, does not want the call.
        case rejected
        /// It is in another call.
        case busy
        /// It does not answer.
        case noAnswer
        /// It is not there.
        case absent
        /// The number leads nowhere.
        case unknownNumber
        /// The way is too crowded.
        case congestion
        /// The next hop cannot be reached or does not work.
        case unreachable
        /// Nothing more is known.
        case other
    }

    /// One row of the table.
    package struct Row: Hashable, Sendable {
        /// The cause value.
        package let cause: Q850Cause
        /// What it says about the target.
        package let group: CauseClass
        /// Where the meaning stands.
        package let clause: ByteString
    }

    /// The class of every cause value that has one; all others are ``CauseClass/other``.
    package static let table: [Row] = [
        Row(cause: .unallocatedNumber, group: .unknownNumber, clause: "Q.850 §2.2.7.1.1"),
        Row(cause: Q850Cause(rawValue: 2), group: .unknownNumber, clause: "Q.850 §2.2.7.1.2"),
        Row(cause: .noRouteToDestination, group: .unknownNumber, clause: "Q.850 §2.2.7.1.3"),
        Row(cause: .userBusy, group: .busy, clause: "Q.850 §2.2.7.1.17"),
        Row(cause: .noUserResponding, group: .noAnswer, clause: "Q.850 §2.2.7.1.18"),
        Row(cause: .noAnswer, group: .noAnswer, clause: "Q.850 §2.2.7.1.19"),
        Row(cause: .subscriberAbsent, group: .absent, clause: "Q.850 §2.2.7.1.20"),
        Row(cause: .callRejected, group: .rejected, clause: "Q.850 §2.2.7.1.21"),
        Row(cause: .numberChanged, group: .redirected, clause: "Q.850 §2.2.7.1.22"),
        Row(cause: .redirection, group: .redirected, clause: "Q.850 §2.2.7.1.23"),
        Row(cause: .exchangeRoutingError, group: .unreachable, clause: "Q.850 §2.2.7.1.25"),
        Row(cause: .destinationOutOfOrder, group: .unreachable, clause: "Q.850 §2.2.7.1.27"),
        Row(cause: .invalidNumberFormat, group: .request, clause: "Q.850 §2.2.7.1.28; RFC 3261 §16.7 (484)"),
        Row(cause: Q850Cause(rawValue: 34), group: .congestion, clause: "Q.850 §2.2.7.2.1"),
        Row(cause: Q850Cause(rawValue: 38), group: .unreachable, clause: "Q.850 §2.2.7.2.2"),
        Row(cause: Q850Cause(rawValue: 41), group: .unreachable, clause: "Q.850 §2.2.7.2.5"),
        Row(cause: .congestion, group: .congestion, clause: "Q.850 §2.2.7.2.6"),
        Row(cause: Q850Cause(rawValue: 44), group: .congestion, clause: "Q.850 §2.2.7.2.8"),
        Row(cause: .resourceUnavailable, group: .congestion, clause: "Q.850 §2.2.7.2.10"),
        Row(cause: .bearerCapabilityNotAuthorized, group: .rejected, clause: "Q.850 §2.2.7.3.4"),
        Row(cause: .bearerCapabilityNotAvailable, group: .request, clause: "Q.850 §2.2.7.3.5"),
        Row(cause: .bearerCapabilityNotImplemented, group: .request, clause: "Q.850 §2.2.7.4.1; RFC 3261 §16.7 (415)"),
        Row(cause: .serviceNotImplemented, group: .request, clause: "Q.850 §2.2.7.4.5"),
        Row(cause: .incompatibleDestination, group: .request, clause: "Q.850 §2.2.7.5.6"),
        Row(cause: .recoveryOnTimerExpiry, group: .unreachable, clause: "Q.850 §2.2.7.6.7"),
    ]

    /// The classes after which no further target is tried.
    package var stoppingClasses: Set<CauseClass> = [.everywhere]

    private let classes: [CauseClass]

    package init() {
        var classes = [CauseClass](repeating: .other, count: 128)
        for row in Self.table {
            classes[Int(row.cause.rawValue & 127)] = row.group
        }
        self.classes = classes
    }

    /// What `cause` says about the target that failed with it.
    package func group(of cause: ReleaseCause) -> CauseClass {
        if cause.isFinalEverywhere {
            return .everywhere
        }
        return self.classes[Int(cause.value.rawValue & 127)]
    }

    /// Whether a further target may be tried after `cause`.
    package func continues(after cause: ReleaseCause) -> Bool {
        !self.stoppingClasses.contains(self.group(of: cause))
    }

    /// The one of two failures that tells the caller more (RFC 3261 §16.7 step 6); the earlier one when they are equal.
    package func better(_ earlier: ReleaseCause?, _ later: ReleaseCause) -> ReleaseCause {
        guard let earlier else {
            return later
        }
        return self.group(of: later).rawValue < self.group(of: earlier).rawValue ? later : earlier
    }
}

extension ReleaseCause {
    /// Whether the called user has refused for every place it may be at (RFC 3261 §21.6).
    package var isFinalEverywhere: Bool {
        if case .sipStatus(let status, _) = self.origin {
            return status >= 600
        }
        return false
    }
}
