package import MGCPSyntax
package import ProtocolKit

/// Whether an endpoint is in service (RFC 3435 §4.4.5).
///
/// ```
///  in service ──graceful──▶ retiring ──delay over──▶ out of service ──restart, delay over──▶ in service
///      └──forced, restart with a delay, 501, 520, 529──────▲
/// ```
package struct EndpointService: Hashable, Sendable {
    private enum State: Hashable, Sendable {
        case inService
        case retiring(until: Instant?)
        case outOfService(until: Instant?)
    }

    /// What the agent must do.
    package enum Action: Hashable, Sendable {
        /// Release its calls: the time to end them is over.
        case endCalls
        /// Audit it: it is in service again.
        case audit
    }

    private var state = State.inService

    /// An endpoint in service: one that has not restarted yet is taken to be as it was.
    package init() {}

    /// A RSIP came.
    package mutating func apply(_ consequence: RestartConsequence, at now: Instant) {
        switch consequence {
        case .restarted(in: .zero), .contactRegained, .kept:
            self.state = .inService
        case .restarted(in: let delay):
            self.state = .outOfService(until: now.advanced(by: delay))
        case .outOfService:
            self.state = .outOfService(until: nil)
        case .retiring(within: let delay):
            self.state = .retiring(until: delay.map(now.advanced))
        }
    }

    /// It refused a command; what says that it does not work takes it out of service until it restarts (RFC 3661 §2.3).
    package mutating func refused(_ code: MGCPReturnCode) {
        switch code {
        case .endpointNotReady, .restarting, .hardwareFailure, .groupFailure: self.state = .outOfService(until: nil)
        default: break
        }
    }

    /// An audit, or any other command, succeeded: it works, whatever was said before.
    ///
    /// Retiring endpoints go on retiring.
    package mutating func succeeded() {
        if case .outOfService = self.state {
            self.state = .inService
        }
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        switch self.state {
        case .inService: nil
        case .retiring(let until), .outOfService(let until): until
        }
    }

    /// Acts on the deadline that has come, if one has.
    package mutating func advance(to now: Instant) -> Action? {
        switch self.state {
        case .retiring(let until?) where until <= now:
            self.state = .outOfService(until: nil)
            return .endCalls
        case .outOfService(let until?) where until <= now:
            self.state = .inService
            return .audit
        case .inService, .retiring, .outOfService:
            return nil
        }
    }

    /// Whether a new call may be tried on it.
    package var admitsCalls: Bool {
        self.state == .inService
    }

    /// Whether it is out of service, so that commands to it are pointless.
    package var isOut: Bool {
        if case .outOfService = self.state {
            return true
        }
        return false
    }
}
