package import MGCPSyntax
import ProtocolKit

/// How much an endpoint is asked by AUEP (RFC 3435 §2.3.10).
package enum EndpointAuditScope: Hashable, Sendable, CaseIterable {
    /// What it is doing and what it can do.
    case whole
    /// Its connections and its hook.
    case essential
    /// Whether it is there.
    case existence

    /// The scope to begin with; gateways that know little of audits are asked for existence only.
    package init(for settings: MediaGatewaySettings) {
        self = settings.isMinimal ? .existence : .whole
    }

    /// The scope to try when this one was refused; `nil` when even existence was.
    package var narrower: EndpointAuditScope? {
        switch self {
        case .whole: .essential
        case .essential: .existence
        case .existence: nil
        }
    }

    /// The command.
    package func command(_ endpoint: EndpointName, version: MGCPVersion) -> MGCPOutgoingCommand {
        guard let items = self.items else {
            return MGCPOutgoingCommand(.auditEndpoint, endpoint, version: version)
        }
        var writer = MGCPMessageWriter(reservingCapacity: 32)
        writer.parameter(items)
        return MGCPOutgoingCommand(.auditEndpoint, endpoint, version: version, body: writer.bytes)
    }

    private var items: RequestedInfo? {
        switch self {
        case .whole:
            RequestedInfo(.connectionID, .eventStates, .requestID, .notifiedEntity, .reasonCode, .capabilities)
        case .essential: RequestedInfo(.connectionID, .eventStates)
        case .existence: nil
        }
    }
}

/// What the answer to an AUEP says (RFC 3435 §2.3.10, §3.3.10).
package enum EndpointAuditAnswer: Sendable {
    /// The endpoint is there; what it told of itself.
    case facts(EndpointFacts)
    /// It does not know some of what it was asked: ask again for less.
    case askForLess(EndpointAuditScope)
    /// There is no such endpoint at the gateway: the configuration is wrong.
    case unknownEndpoint
    /// It does not work now; a RSIP will say when it does (RFC 3661 §2.3, service failure).
    case outOfService(MGCPReturnCode)
    /// It cannot say now: ask again later.
    case later(MGCPReturnCode)

    /// Reads the answer to an audit of this scope.
    package init(_ response: MGCPResponse, to scope: EndpointAuditScope) {
        let code = response.code.understood
        switch response.code.kind {
        case .success:
            self = .facts(EndpointFacts(response.parameters))
        case .acknowledgement, .provisional, .transientError, .permanentError, .package:
            if code == .unknownEndpoint {
                self = .unknownEndpoint
            } else if code.category == .serviceFailure {
                self = .outOfService(code)
            } else if response.code.kind == .transientError {
                self = .later(code)
            } else {
                self = scope.narrower.map { .askForLess($0) } ?? .later(code)
            }
        }
    }
}

/// What an endpoint told of itself.
package struct EndpointFacts: Sendable {
    /// Where the telephone's handset is.
    package enum Hook: Hashable, Sendable {
        case on
        case off
    }

    /// Its connections; `nil` when it did not say, which is not the same as none.
    package let connections: [MGCPConnectionID]?

    /// Where the handset is; `nil` when it did not say, as circuits do not.
    package let hook: Hook?

    /// The request that it works on, `X:`.
    package let requestID: MGCPRequestID?

    /// Whom it notifies, `N:`.
    package let notifiedEntity: NotifiedEntity?

    /// Why it is in the state that it is in, `E:`; 000 stands for normal.
    package let reason: MGCPReasonCode?

    /// What it can do, `A:`.
    package let capabilities: [EndpointCapabilities]

    /// The endpoints that a wildcard stands for, `Z:`.
    package let endpoints: [EndpointName]

    /// Reads the parameters of the answer; what cannot be read counts as not said.
    package init(_ parameters: MGCPParameters) {
        self.connections = Self.connections(parameters)
        self.hook = (try? parameters.first(EventStates.self)).flatMap { Self.hook($0) }
        self.requestID = try? parameters.first(MGCPRequestID.self)
        self.notifiedEntity = try? parameters.first(NotifiedEntity.self)
        self.reason = try? parameters.first(MGCPReasonCode.self)
        self.capabilities = (try? parameters.all(EndpointCapabilities.self)) ?? []
        self.endpoints = ((try? parameters.all(SpecificEndpoint.self)) ?? []).map(\.endpoint)
    }

    /// One list, or a line for each; a line without a value says that there is none.
    private static func connections(_ parameters: MGCPParameters) -> [MGCPConnectionID]? {
        guard parameters.contains(.connectionID) else {
            return nil
        }
        var connections: [MGCPConnectionID] = []
        for line in parameters.lines where line.known == .connectionID {
            let value = parameters.value(of: line)
            guard !value.isEmpty else {
                continue
            }
            guard let list = try? ConnectionIDs(parsing: ByteString(value)) else {
                return nil
            }
            connections += list.connections
        }
        return connections
    }

    /// The state that the events of the line and handset packages led to (RFC 3660 §2.4, §2.6).
    private static func hook(_ states: EventStates) -> Hook? {
        for signal in states.signals {
            if case .named("hd") = signal.name.event {
                return .off
            }
            if case .named("hu") = signal.name.event {
                return .on
            }
        }
        return nil
    }
}
