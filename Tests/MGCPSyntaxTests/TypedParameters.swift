import MGCPSyntax
import ProtocolKit

/// Decodes and rewrites every part of a message that has a type.
enum TypedParameters {
    private static let types: [MGCPParameterName: any MGCPParameterValue.Type] = [
        .responseAck: ResponseAck.self, .bearerInformation: BearerInformation.self, .callID: MGCPCallID.self,
        .connectionID: ConnectionIDs.self, .notifiedEntity: NotifiedEntity.self, .requestID: MGCPRequestID.self,
        .localConnectionOptions: LocalConnectionOptions.self, .connectionMode: ConnectionModes.self,
        .requestedEvents: RequestedEvents.self, .signalRequests: SignalRequests.self, .digitMap: DigitMap.self,
        .observedEvents: ObservedEvents.self, .connectionParameters: ConnectionParameters.self,
        .reasonCode: MGCPReasonCode.self, .specificEndpoint: SpecificEndpoint.self,
        .secondEndpoint: SecondEndpoint.self, .secondConnection: SecondConnectionID.self,
        .requestedInfo: RequestedInfo.self, .quarantineHandling: QuarantineHandling.self,
        .detectEvents: DetectEvents.self, .restartMethod: RestartMethod.self, .restartDelay: RestartDelay.self,
        .capabilities: EndpointCapabilities.self, .eventStates: EventStates.self, .packageList: PackageList.self,
        .maximumDatagram: MaximumDatagram.self, .persistentEvents: PersistentEvents.self,
        .notificationState: NotificationState.self,
    ]

    static var names: Set<MGCPParameterName> {
        Set(self.types.keys)
    }

    /// Why any parameter or session description is refused; `nil` when none is.
    static func error(in parameters: MGCPParameters, noting deviations: inout MGCPDeviations) -> MGCPParseError? {
        do throws(MGCPParseError) {
            for line in parameters.lines {
                if let known = line.known, let type = self.types[known] {
                    _ = try self.decode(type, parameters, &deviations)
                }
            }
            for index in 0..<parameters.descriptionCount {
                _ = try parameters.description(index, noting: &deviations)
            }
            return nil
        } catch {
            return error
        }
    }

    private static func decode<Value: MGCPParameterValue>(
        _ type: Value.Type,
        _ parameters: MGCPParameters,
        _ deviations: inout MGCPDeviations
    ) throws(MGCPParseError) -> [ByteString] {
        try parameters.all(type, noting: &deviations).map(\.written)
    }

    /// Appends the lines anew: what has a type is decoded and written, the rest is copied.
    static func rewrite(_ parameters: MGCPParameters, to writer: inout MGCPMessageWriter) throws(MGCPParseError) {
        var done = Set<MGCPParameterName>()
        for line in parameters.lines {
            guard let known = line.known, let type = self.types[known] else {
                let name = MGCPName(parameters.name(of: line))
                let value = ByteString(parameters.value(of: line))
                writer.parameter(MGCPParameters.Extension(name: name, value: value))
                continue
            }
            guard done.insert(known).inserted else {
                continue
            }
            var deviations = MGCPDeviations()
            let values = try self.decode(type, parameters, &deviations)
            if values.isEmpty {
                writer.parameter(known, [])
            }
            for value in values {
                writer.parameter(known, value.bytes)
            }
        }
        for index in 0..<parameters.descriptionCount {
            if let description = try parameters.description(index) {
                writer.description(description)
            } else {
                writer.absentDescription()
            }
        }
    }

    static func rewrite(_ command: MGCPCommand) throws(MGCPParseError) -> [UInt8] {
        var writer = MGCPMessageWriter()
        writer.startCommand(command.verb, command.transactionID, command.endpoint, version: command.version)
        try self.rewrite(command.parameters, to: &writer)
        return writer.bytes
    }

    static func rewrite(_ response: MGCPResponse) throws(MGCPParseError) -> [UInt8] {
        var writer = MGCPMessageWriter()
        writer.startResponse(
            response.code,
            response.transactionID,
            packageName: response.packageName,
            commentary: response.commentary
        )
        try self.rewrite(response.parameters, to: &writer)
        return writer.bytes
    }
}
