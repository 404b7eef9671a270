/// An exchange of RAS messages (H.225.0 clauses 7.8 to 7.18).
package enum RASProcedure: UInt8, Hashable, Sendable, CaseIterable {
    /// GRQ, GCF, GRJ.
    case discovery
    /// RRQ, RCF, RRJ.
    case registration
    /// URQ, UCF, URJ.
    case unregistration
    /// ARQ, ACF, ARJ.
    case admission
    /// BRQ, BCF, BRJ.
    case bandwidth
    /// DRQ, DCF, DRJ.
    case disengage
    /// LRQ, LCF, LRJ.
    case location
    /// IRQ and the IRR that answers it.
    case information
    /// An IRR that nobody asked for, IACK, INAK.
    case informationReport
    /// RAI, RAC.
    case resources
    /// SCI, SCR.
    case serviceControl
}

/// What a RAS message is for.
package enum RASRole: Hashable, Sendable {
    /// It asks for something and must be answered.
    case request(RASProcedure)
    /// It grants what was asked for.
    case confirm(RASProcedure)
    /// It refuses what was asked for.
    case reject(RASProcedure)
    /// IRR: the answer to an IRQ that has its number, and a report of its own when there is none.
    case informationResponse
    /// RIP: the answer takes time.
    case inProgress
    /// XRS: the message of this number was not understood.
    case notUnderstood
    /// NSM: for peers of one vendor among themselves.
    case nonStandard
}
