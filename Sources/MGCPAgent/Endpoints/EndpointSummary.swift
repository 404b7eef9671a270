package import CallModel
import MGCPSyntax
package import ProtocolKit

/// How a line or a circuit is, for operators.
package struct EndpointSummary: Hashable, Sendable {
    /// Whether calls can be placed to it (RFC 3435 §4.4).
    package enum Service: UInt8, Hashable, Sendable {
        /// It has said nothing yet and could not be asked.
        case unknown
        case inService
        /// Its calls go on, and it takes no new ones.
        case retiring
        case outOfService
        /// Its gateway does not answer.
        case disconnected
    }

    /// What goes on at it.
    package enum Phase: UInt8, Hashable, Sendable {
        case idle
        case dialing
        case calling
        case ringing
        case talking
        /// The call is over and the handset still off the hook.
        case afterCall
    }

    /// Something about it that has a time.
    package struct News: Hashable, Sendable {
        /// What, in the protocol's word.
        package let word: ByteString
        package let at: Instant
    }

    /// The name of the line, or of the circuit's group.
    package let name: ByteString

    /// Whether it is a line.
    package let isLine: Bool

    /// The name of the gateway.
    package let gateway: ByteString

    /// The whole name of the endpoint.
    package let endpoint: ByteString

    package let service: Service
    package let phase: Phase

    /// Where the handset of a line is, once that is known.
    package let isOffHook: Bool?

    /// How many connections the gateway has for it.
    package let connections: Int

    /// The legs that end at it.
    package let legs: [LegID]

    /// The last RSIP, with its method.
    package let restarted: News?

    /// The last audit that was answered.
    package let audited: Instant?
}

extension MGCPCallAgent {
    /// Every line and every circuit, in the order of the configuration.
    package var summaries: [EndpointSummary] {
        self.endpoints.indices.compactMap { index in
            self.endpoints[index].map { endpoint in
                EndpointSummary(endpoint, self.services)
            }
        }
    }
}

extension EndpointSummary {
    fileprivate init(_ endpoint: MGCPEndpoint, _ services: CallAgentServices) {
        self.name = endpoint.line?.settings.name ?? endpoint.circuit?.settings.name ?? ByteString()
        self.isLine = endpoint.line != nil
        self.gateway = services.settings(endpoint.gateway).value.name
        self.endpoint = ByteString(endpoint.name.description)
        self.service = Service(endpoint, services.directory[endpoint.gateway]?.reachability)
        self.phase = endpoint.line.map { Phase($0.phase) } ?? Phase(ofCircuit: endpoint.legs)
        self.isOffHook =
            switch endpoint.hook {
            case .unknown: nil
            case .onHook: false
            case .offHook: true
            }
        self.connections = endpoint.legs.count { $0.connection.isOpen }
        self.legs = endpoint.legs.map(\.id)
        self.restarted = endpoint.lastRestart.map { News(word: $0.method, at: $0.at) }
        self.audited = endpoint.lastAudit
    }
}

extension EndpointSummary.Service {
    fileprivate init(_ endpoint: MGCPEndpoint, _ gateway: MediaGateway.Reachability?) {
        switch gateway {
        case .disconnected, .lost:
            self = .disconnected
        case .untested, .reachable, nil:
            if endpoint.service.isOut {
                self = .outOfService
            } else if !endpoint.service.admitsCalls {
                self = .retiring
            } else {
                self = endpoint.isKnown ? .inService : .unknown
            }
        }
    }
}

extension EndpointSummary.Phase {
    fileprivate init(_ phase: Line.Phase) {
        switch phase {
        case .idle: self = .idle
        case .dialing: self = .dialing
        case .calling: self = .calling
        case .ringing: self = .ringing
        case .talking: self = .talking
        case .telling, .warned, .silent: self = .afterCall
        }
    }

    fileprivate init(ofCircuit legs: [EndpointLeg]) {
        switch legs.first?.stage {
        case nil, .ending, .over: self = .idle
        case .opening, .calling: self = .calling
        case .ringing: self = .ringing
        case .answering, .talking: self = .talking
        }
    }
}

extension MGCPConnection {
    /// Whether the gateway has it.
    fileprivate var isOpen: Bool {
        switch self.state {
        case .wanted, .creating, .gone: false
        case .open, .deleting: true
        }
    }
}
