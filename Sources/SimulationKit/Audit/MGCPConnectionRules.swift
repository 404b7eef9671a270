import MGCPSyntax
import ProtocolKit

extension AuditRule {
    /// What the call agent's commands must be like over the life of connections and requests.
    package static var mgcpConnectionRules: [AuditRule] {
        [
            AuditRule("RFC 3435 §2.3.6", "only connections that exist are changed and deleted") { trace in
                MGCPConnectionBook(trace.mgcp).strayCommands
            },
            AuditRule("RFC 3435 §2.3.7", "every connection that was made is deleted") { trace in
                MGCPConnectionBook(trace.mgcp).leftovers
            },
            AuditRule("RFC 3435 §3.2.2.18", "a notification names the last request, and a request names itself anew") {
                trace in
                Self.wrongRequestIDs(in: trace.mgcp)
            },
        ]
    }

    private static func wrongRequestIDs(in trace: MGCPTrace) -> [String] {
        var sent: [EndpointName: Set<MGCPRequestID>] = [:]
        var seen: Set<MGCPTransactionID> = []
        return trace.entries.filter { entry in
            guard let command = entry.command, let id = try? command.parameters.first(MGCPRequestID.self) else {
                return false
            }
            if entry.isFromCallAgent {
                guard seen.insert(command.transactionID).inserted, command.endpoint.isSpecific else {
                    return false
                }
                return !sent[command.endpoint, default: []].insert(id).inserted
            }
            guard command.verb == .notify, trace.isKnown(entry.peer), case .mediaGateway = entry.packet.sender,
                !trace.hasFormerLife
            else {
                return false
            }
            return !id.isUnsolicited && sent[command.endpoint]?.contains(id) != true
        }.map(\.summary)
    }
}

extension MGCPTrace {
    /// Whether this is a gateway that the call agent was told of, or nobody said.
    fileprivate func isKnown(_ address: TransportAddress) -> Bool {
        self.mediaGateways.isEmpty || self.mediaGateways.contains(address)
    }
}

/// Which connections exist, followed through a trace.
struct MGCPConnectionBook {
    private struct Key: Hashable {
        let endpoint: EndpointName
        let connection: MGCPConnectionID
    }

    /// Commands for connections that do not exist.
    private(set) var strayCommands: [String] = []

    private var existing: [Key: String] = [:]
    private var former: Set<Key> = []
    private var commands: [MGCPTransactionID: MGCPCommand] = [:]
    private var counted: Set<MGCPTransactionID> = []

    init(_ trace: MGCPTrace) {
        for entry in trace.entries {
            switch entry.content {
            case .command(let command) where entry.isFromCallAgent: self.takeOwn(command, entry)
            case .command(let command):
                if trace.mediaGateways.isEmpty || trace.mediaGateways.contains(entry.peer) {
                    self.takePeers(command)
                }
            case .response(let response) where !entry.isFromCallAgent:
                self.take(response, entry)
            case .response: break
            }
        }
    }

    /// Connections that nobody deleted: one line for each.
    var leftovers: [String] {
        self.existing.values.sorted()
    }

    private mutating func takeOwn(_ command: MGCPCommand, _ entry: MGCPTrace.Entry) {
        let isRepetition = self.commands.updateValue(command, forKey: command.transactionID) != nil
        guard !isRepetition, command.endpoint.isSpecific,
            command.verb == .modifyConnection || command.verb == .deleteConnection,
            let connections = try? command.parameters.first(ConnectionIDs.self)?.connections
        else {
            return
        }
        for connection in connections {
            let key = Key(endpoint: command.endpoint, connection: connection)
            // What the gateway deleted by itself a moment ago may cross with what the call agent wants of it.
            if self.existing[key] == nil, !self.former.contains(key) {
                self.strayCommands.append(entry.summary)
            }
        }
    }

    /// A deletion or restart of the gateway's own takes connections away.
    private mutating func takePeers(_ command: MGCPCommand) {
        switch command.verb {
        case .deleteConnection:
            for connection in (try? command.parameters.first(ConnectionIDs.self)?.connections) ?? [] {
                self.remove { $0 == Key(endpoint: command.endpoint, connection: connection) }
            }
        case .restartInProgress:
            guard let method = try? command.parameters.first(RestartMethod.self),
                method == .restart || method == .forced
            else {
                return
            }
            self.remove { $0.endpoint == command.endpoint || command.endpoint.covers($0.endpoint) }
        case .createConnection, .modifyConnection, .notificationRequest, .notify, .auditEndpoint, .auditConnection,
            .endpointConfiguration, .message, .other:
            break
        }
    }

    private mutating func take(_ response: MGCPResponse, _ entry: MGCPTrace.Entry) {
        // What was deleted is gone, also when the answer that tells so is lost.
        guard let id = response.transactionID, response.code.kind == .success, let command = self.commands[id],
            !entry.packet.isLost || command.verb == .deleteConnection, self.counted.insert(id).inserted
        else {
            return
        }
        switch command.verb {
        case .createConnection: self.create(response, command, entry)
        case .deleteConnection: self.delete(command)
        case .auditEndpoint: self.learn(response, command, entry)
        case .modifyConnection, .notificationRequest, .notify, .auditConnection, .restartInProgress,
            .endpointConfiguration, .message, .other:
            break
        }
    }

    private mutating func create(_ response: MGCPResponse, _ command: MGCPCommand, _ entry: MGCPTrace.Entry) {
        guard let connection = try? response.parameters.first(ConnectionIDs.self)?.connections.first else {
            return
        }
        let endpoint = (try? response.parameters.first(SpecificEndpoint.self)?.endpoint) ?? command.endpoint
        self.existing[Key(endpoint: endpoint, connection: connection)] = entry.summary
    }

    /// An audit tells of connections from a former life of the call agent.
    private mutating func learn(_ response: MGCPResponse, _ command: MGCPCommand, _ entry: MGCPTrace.Entry) {
        for connection in (try? response.parameters.first(ConnectionIDs.self)?.connections) ?? [] {
            let key = Key(endpoint: command.endpoint, connection: connection)
            if !self.former.contains(key) {
                self.existing[key] = self.existing[key] ?? entry.summary
            }
        }
    }

    private mutating func delete(_ command: MGCPCommand) {
        let connections = (try? command.parameters.first(ConnectionIDs.self)?.connections) ?? []
        self.remove { key in
            command.endpoint.isSpecific
                ? key.endpoint == command.endpoint && (connections.isEmpty || connections.contains(key.connection))
                : command.endpoint.covers(key.endpoint)
        }
    }

    private mutating func remove(where isMeant: (Key) -> Bool) {
        for key in self.existing.keys where isMeant(key) {
            self.existing[key] = nil
            self.former.insert(key)
        }
    }
}
