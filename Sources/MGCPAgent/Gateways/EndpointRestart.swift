package import MGCPSyntax
package import ProtocolKit

/// What a RSIP says (RFC 3435 §2.3.12).
package struct EndpointRestart: Hashable, Sendable {
    /// The endpoints; a pattern may cover many.
    package let endpoints: EndpointName

    /// What happens to them.
    package let consequence: RestartConsequence

    /// Why, when the gateway says so.
    package let reason: MGCPReasonCode?

    package init(_ endpoints: EndpointName, _ consequence: RestartConsequence, reason: MGCPReasonCode? = nil) {
        self.endpoints = endpoints
        self.consequence = consequence
        self.reason = reason
    }

    /// Reads a RSIP; the error has the code to refuse it with.
    package init(reading command: MGCPCommand) throws(MGCPParseError) {
        guard let method = try command.parameters.first(RestartMethod.self) else {
            throw MGCPParseError(.missing, .parameter(.restartMethod))
        }
        guard !command.endpoint.namesAny else {
            throw MGCPParseError(.malformed, .endpoint)
        }
        let delay = try command.parameters.first(RestartDelay.self)
        guard let consequence = RestartConsequence(method, Duration.seconds(Int64(delay?.seconds ?? 0))) else {
            throw MGCPParseError(.malformed, .parameter(.restartMethod))
        }
        self.init(
            command.endpoint,
            consequence,
            reason: try command.parameters.first(MGCPReasonCode.self)
        )
    }

    /// The answer to a RSIP that concerns endpoints of ours.
    ///
    /// It may name who is to be notified only after restarts and disconnections (§2.3.12).
    package func answer(notifiedEntity: ByteString?) -> MGCPReply {
        guard let notifiedEntity, self.consequence.mayHandOver else {
            return MGCPReply(.executed)
        }
        var writer = MGCPMessageWriter(reservingCapacity: notifiedEntity.count + 8)
        writer.parameter(.notifiedEntity, notifiedEntity.bytes)
        return MGCPReply(.executed, body: writer.bytes)
    }

    /// The answer to a RSIP that concerns no endpoint of ours.
    package static let unknownEndpoint = MGCPReply(.unknownEndpoint)
}

/// What a RSIP means for an endpoint and its calls (RFC 3435 §2.3.12, §4.4.5).
package enum RestartConsequence: Hashable, Sendable {
    /// `restart`: it is in service after the delay, on hook or not, without any connection and any request.
    case restarted(in: Duration)
    /// `forced`: it is out of service now; connections are lost.
    case outOfService
    /// `graceful`: no new calls; those that stand end by themselves, or by force after the delay, if there is one.
    case retiring(within: Duration?)
    /// `cancel-graceful`: it is not retiring after all.
    case kept
    /// `disconnected`: it reached nobody for this long and is as it was; what it told meanwhile is lost.
    case contactRegained(after: Duration)

    /// The consequence of a method of RFC 3435; `nil` for any other.
    init?(_ method: RestartMethod, _ delay: Duration) {
        switch method {
        case .restart: self = .restarted(in: delay)
        case .forced: self = .outOfService
        case .graceful: self = .retiring(within: delay == .zero ? nil : delay)
        case .cancelGraceful: self = .kept
        case .disconnected: self = .contactRegained(after: delay)
        case .other: return nil
        }
    }

    /// Whether every connection of the endpoint is gone, so that its call has to end.
    package var losesConnections: Bool {
        switch self {
        case .restarted, .outOfService: true
        case .retiring, .kept, .contactRegained: false
        }
    }

    /// Whether commands that wait for the endpoint's answer have become pointless: ``MGCPTransactionLayer/abandon(_:)``.
    package var abandonsCommands: Bool {
        self.losesConnections
    }

    /// Whether the endpoint has to be audited: at once, or when ``EndpointService`` says that its delay is over.
    package var needsAudit: Bool {
        switch self {
        case .restarted, .contactRegained: true
        case .outOfService, .retiring, .kept: false
        }
    }

    /// Whether the answer may name another notified entity.
    var mayHandOver: Bool {
        self.needsAudit
    }
}
