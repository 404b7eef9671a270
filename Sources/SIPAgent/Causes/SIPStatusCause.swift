package import CallModel

/// One row of the table from SIP statuses to Q.850 values, with the clause that it follows.
package struct SIPStatusCause: Hashable, Sendable {
    /// The statuses.
    package let statuses: [UInt16]

    /// The value.
    package let cause: Q850Cause

    /// The value when the far side was alerted or made progress before.
    package let afterProgress: Q850Cause?

    /// The clause.
    package let clause: StaticClause

    private init(_ statuses: [UInt16], _ cause: UInt8, afterProgress: UInt8? = nil, _ clause: StaticClause) {
        self.statuses = statuses
        self.cause = Q850Cause(rawValue: cause)
        self.afterProgress = afterProgress.map { Q850Cause(rawValue: $0) }
        self.clause = clause
    }

    /// The table; a status that is in no row has ``unlisted``.
    package static let table: [SIPStatusCause] = [
        SIPStatusCause([400], 41, .isup),
        SIPStatusCause([401, 402, 403, 407], 21, .isup),
        SIPStatusCause([404], 1, .isup),
        SIPStatusCause([405], 63, .isup),
        SIPStatusCause([406], 79, .isup),
        SIPStatusCause([408], 102, afterProgress: 18, .isup),
        SIPStatusCause([410], 22, .isup),
        SIPStatusCause([413, 414, 416, 420, 421, 423, 505, 513], 127, .isup),
        SIPStatusCause([415], 79, .isup),
        SIPStatusCause([480], 18, afterProgress: 19, .isup),
        SIPStatusCause([481], 41, .isup),
        SIPStatusCause([482, 483], 25, .isup),
        SIPStatusCause([484], 28, .isup),
        SIPStatusCause([485], 1, .isup),
        SIPStatusCause([486, 600], 17, .isup),
        SIPStatusCause([487], 16, .cancelled),
        SIPStatusCause([488, 606], 65, .qsig),
        SIPStatusCause([500], 41, .isup),
        SIPStatusCause([501], 79, .isup),
        SIPStatusCause([502], 38, .isup),
        SIPStatusCause([503], 41, .isup),
        SIPStatusCause([504], 102, .isup),
        SIPStatusCause([603], 21, .isup),
        SIPStatusCause([604], 1, .isup),
    ]

    /// The value of every other status (RFC 3398 §8.2.6.1).
    package static let unlisted = Q850Cause.normalUnspecified

    /// The row of a status.
    static func row(_ status: UInt16) -> SIPStatusCause? {
        self.table.first { $0.statuses.contains(status) }
    }
}

/// The clause that a row of a mapping table follows.
package enum StaticClause: UInt8, Hashable, Sendable {
    /// RFC 3398 §8.2.6.1 and §7.2.4.1, ISUP.
    case isup
    /// RFC 4497 §8.4, QSIG.
    case qsig
    /// RFC 3261 §9.1: the response to a cancelled INVITE has no cause of its own.
    case cancelled
    /// No RFC has a row; the nearest value of the same Q.850 class.
    case ours
}
