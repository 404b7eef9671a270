package import CallModel
package import H323Syntax
package import ProtocolKit

/// What ``RegistrationClient`` tells its user, or wants sent.
package enum RegistrationOutput: Sendable {
    /// A datagram to send from our RAS address.
    case send([UInt8], to: TransportAddress)
    /// A gatekeeper has registered us, for a time or until something happens.
    case registered(with: GatekeeperContact, timeToLive: Duration?)
    /// The gatekeeper knows us no more; another registration is tried unless we have stopped.
    case unregistered(RASRefusal)
    /// A gatekeeper would not have us; others, or the same one later, are tried.
    case registrationRefused(RASRefusal, by: TransportAddress)
    /// The gatekeeper has been told that we are gone, or nobody had to be.
    case stopped
    /// A call may go on.
    case admitted(AdmissionID, AdmissionGrant)
    /// A call may not go on; the admission is over.
    case refused(AdmissionID, RASRefusal)
    /// The bandwidth of a call from now on: what was asked for, or what the gatekeeper wants.
    case bandwidth(AdmissionID, H225.BandWidth)
    /// A call keeps its bandwidth; the gatekeeper would allow this much.
    case bandwidthRefused(AdmissionID, allowed: H225.BandWidth, RASRefusal)
    /// The gatekeeper wants the call ended; the admission is over.
    case dropped(AdmissionID)
    /// The gatekeeper has been told that a call has ended; the admission is over.
    case disengaged(AdmissionID)
    /// The peer did what the standard does not allow.
    case violation(PeerViolation)
}

/// Whose a request of the client is.
enum RegistrationRequestOwner: Hashable, Sendable {
    case discovery(GatekeeperContact)
    case registration(GatekeeperContact)
    case keepAlive(GatekeeperContact)
    case unregistration
    case admission(AdmissionID)
    case bandwidth(AdmissionID, H225.BandWidth)
    case disengage(AdmissionID)
    case informationReport
    case resources
}
