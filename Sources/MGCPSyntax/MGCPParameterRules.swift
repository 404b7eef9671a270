/// Which parameters a command must, may and must not have (RFC 3435 §3.2.2, the table of commands).
package enum MGCPParameterRules {
    /// What the table says.
    package enum Presence: Hashable, Sendable {
        case mandatory
        case optional
        case forbidden
    }

    /// The nine commands of the table, a bit for each in its order.
    private struct Commands: OptionSet {
        let rawValue: UInt16

        static let configure = Commands(rawValue: 1 << 0)
        static let create = Commands(rawValue: 1 << 1)
        static let modify = Commands(rawValue: 1 << 2)
        static let delete = Commands(rawValue: 1 << 3)
        static let request = Commands(rawValue: 1 << 4)
        static let notify = Commands(rawValue: 1 << 5)
        static let auditEndpoint = Commands(rawValue: 1 << 6)
        static let auditConnection = Commands(rawValue: 1 << 7)
        static let restart = Commands(rawValue: 1 << 8)
        static let all = Commands(rawValue: 0x1FF)
        static let connections: Commands = [.create, .modify, .delete]
        static let requests: Commands = [.create, .modify, .delete, .request]

        init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// The bit of a command; none for one that the table does not have.
        init(_ verb: MGCPVerb) {
            switch verb {
            case .endpointConfiguration: self = .configure
            case .createConnection: self = .create
            case .modifyConnection: self = .modify
            case .deleteConnection: self = .delete
            case .notificationRequest: self = .request
            case .notify: self = .notify
            case .auditEndpoint: self = .auditEndpoint
            case .auditConnection: self = .auditConnection
            case .restartInProgress: self = .restart
            case .message, .other: self = []
            }
        }
    }

    /// What the table says of a parameter in a command; everything is optional in a command that it does not have.
    package static func presence(of name: MGCPParameterName, in verb: MGCPVerb) -> Presence {
        let command = Commands(verb)
        guard !command.isEmpty else {
            return .optional
        }
        let (mandatory, optional) = Self.commands(with: name)
        if mandatory.contains(command) {
            return .mandatory
        }
        return optional.contains(command) ? .optional : .forbidden
    }

    /// The commands that must have a parameter, and those that may.
    private static func commands(with name: MGCPParameterName) -> (mandatory: Commands, optional: Commands) {
        switch name {
        case .responseAck: ([], .all)
        case .bearerInformation: ([], [.configure, .requests])
        case .callID: ([.create, .modify], .delete)
        case .connectionID: ([.modify, .auditConnection], .delete)
        case .connectionMode: (.create, .modify)
        case .connectionParameters: ([], .delete)
        case .detectEvents, .persistentEvents, .digitMap, .quarantineHandling, .requestedEvents, .signalRequests:
            ([], .requests)
        case .localConnectionOptions: ([], [.create, .modify])
        case .notifiedEntity: ([], [.requests, .notify])
        case .observedEvents: (.notify, [])
        case .reasonCode: ([], [.delete, .restart])
        case .requestID: ([.request, .notify], .connections)
        case .requestedInfo: (.auditConnection, .auditEndpoint)
        case .restartDelay: ([], .restart)
        case .restartMethod: (.restart, [])
        case .secondEndpoint: ([], .create)
        case .capabilities, .eventStates, .maximumDatagram, .packageList, .secondConnection, .specificEndpoint,
            .remoteDescriptor, .localDescriptor, .notificationState:
            ([], [])
        }
    }

    /// Whether a command may have a session description.
    package static func mayDescribe(_ verb: MGCPVerb) -> Bool {
        switch verb {
        case .createConnection, .modifyConnection, .message, .other: true
        case .endpointConfiguration, .deleteConnection, .notificationRequest, .notify, .auditEndpoint,
            .auditConnection, .restartInProgress:
            false
        }
    }
}

extension MGCPCommand {
    /// The first parameter that is missing or must not be there, with the code to answer.
    ///
    /// Not a part of parsing: real peers leave out what can be done without, and whoever answers decides.
    package var ruleViolation: MGCPParseError? {
        for name in MGCPParameterName.allCases {
            switch MGCPParameterRules.presence(of: name, in: self.verb) {
            case .mandatory where !self.parameters.contains(name):
                return MGCPParseError(.missing, .parameter(name))
            case .forbidden where self.parameters.contains(name):
                return MGCPParseError(.forbidden, .parameter(name))
            case .mandatory, .optional, .forbidden:
                continue
            }
        }
        if self.parameters.descriptionCount > 0, !MGCPParameterRules.mayDescribe(self.verb) {
            return MGCPParseError(.forbidden, .sessionDescription)
        }
        return nil
    }
}

extension MGCPResponse {
    /// The parameter or description that a successful response to `verb` should have and has not (§3.3).
    ///
    /// Real gateways leave out the connection identifier in a repeated response, and the session description of a
    /// connection that has no remote side yet; the call agent then audits or waits.
    package func omissions(asAnswerTo verb: MGCPVerb) -> [MGCPParseError.Element] {
        var omissions: [MGCPParseError.Element] = []
        switch verb {
        case .createConnection where self.code.kind == .success:
            if !self.parameters.contains(.connectionID) {
                omissions.append(.parameter(.connectionID))
            }
            if self.parameters.descriptionCount == 0 {
                omissions.append(.sessionDescription)
            }
        case .restartInProgress where self.code == .redirected && !self.parameters.contains(.notifiedEntity):
            omissions.append(.parameter(.notifiedEntity))
        case .createConnection, .restartInProgress, .endpointConfiguration, .modifyConnection, .deleteConnection,
            .notificationRequest, .notify, .auditEndpoint, .auditConnection, .message, .other:
            break
        }
        return omissions
    }
}
