package import CallModel

/// One row of the table from Q.850 values to SIP statuses, with the clause that it follows.
package struct CauseStatus: Hashable, Sendable {
    /// The values.
    package let causes: [Q850Cause]

    /// The status.
    package let status: UInt16

    /// The status when the user at the far end decided it (Q.850 location 0).
    package let byUser: UInt16?

    /// The status when a new number or address of the callee is known.
    package let withNewNumber: UInt16?

    /// The status when the parties' media have nothing in common.
    package let byMedia: UInt16?

    /// The clause.
    package let clause: StaticClause

    private init(
        _ causes: [UInt8],
        _ status: UInt16,
        byUser: UInt16? = nil,
        withNewNumber: UInt16? = nil,
        byMedia: UInt16? = nil,
        _ clause: StaticClause
    ) {
        self.causes = causes.map { Q850Cause(rawValue: $0) }
        self.status = status
        self.byUser = byUser
        self.withNewNumber = withNewNumber
        self.byMedia = byMedia
        self.clause = clause
    }

    /// The table; a value that is in no row has ``unlisted``.
    package static let table: [CauseStatus] = [
        CauseStatus([1, 2, 3], 404, .isup),
        CauseStatus([16], 480, .ours),
        CauseStatus([17], 486, .isup),
        CauseStatus([18], 408, .isup),
        CauseStatus([19, 20], 480, .isup),
        CauseStatus([21], 403, byUser: 603, .isup),
        CauseStatus([22], 410, withNewNumber: 301, .isup),
        CauseStatus([23], 410, withNewNumber: 302, .isup),
        CauseStatus([25], 483, .qsig),
        CauseStatus([26], 404, .isup),
        CauseStatus([27], 502, .isup),
        CauseStatus([28], 484, .isup),
        CauseStatus([29], 501, .isup),
        CauseStatus([31], 480, .isup),
        CauseStatus([34, 38, 41, 42, 47], 503, .isup),
        CauseStatus([44], 503, .ours),
        CauseStatus([55, 57, 87], 403, .isup),
        CauseStatus([58], 503, .isup),
        CauseStatus([65, 70], 488, .isup),
        CauseStatus([66], 488, .ours),
        CauseStatus([69, 79], 501, .isup),
        CauseStatus([88], 503, byMedia: 488, .isup),
        CauseStatus([102], 504, .isup),
        CauseStatus([111, 127], 500, .isup),
    ]

    /// The status of every other value (RFC 3398 §7.2.4.1).
    package static let unlisted: UInt16 = 500

    /// The row of a value.
    static func row(_ cause: Q850Cause) -> CauseStatus? {
        self.table.first { $0.causes.contains(cause) }
    }
}
