import FuzzDriver
import MGCPSyntax
import ProtocolKit

/// Decodes every line as every parameter there is, and checks that what was decoded can be written and read.
@main
enum FuzzMGCPParameters: FuzzTarget {
    private static let types: [any MGCPParameterValue.Type] = [
        ResponseAck.self, BearerInformation.self, MGCPCallID.self, ConnectionIDs.self, NotifiedEntity.self,
        MGCPRequestID.self, LocalConnectionOptions.self, ConnectionModes.self, RequestedEvents.self,
        SignalRequests.self, DigitMap.self, ObservedEvents.self, ConnectionParameters.self, MGCPReasonCode.self,
        SpecificEndpoint.self, SecondEndpoint.self, SecondConnectionID.self, RequestedInfo.self,
        QuarantineHandling.self, DetectEvents.self, RestartMethod.self, RestartDelay.self, EndpointCapabilities.self,
        EventStates.self, PackageList.self, MaximumDatagram.self, PersistentEvents.self, NotificationState.self,
    ]

    static func run(_ octets: [UInt8]) {
        for line in octets.split(separator: 0x0A).prefix(64) {
            let value = line.firstIndex(of: 0x3A).map { line[($0 + 1)...] } ?? line
            for type in self.types {
                self.decode(type, ByteString(value))
            }
        }
    }

    private static func decode<Value: MGCPParameterValue>(_ type: Value.Type, _ text: ByteString) {
        guard let value = try? Value(parsing: text) else {
            return
        }
        let written = value.written
        // Spaces after commas may make a text longer than a limit that it met.
        var limits = MGCPLimits()
        limits.digitMapOctets = .max
        if written.isEmpty, Value.mayBeAbsent {
            return
        }
        guard let copy = try? Value(parsing: written, limits: limits) else {
            preconditionFailure("what \(Value.name) writes can be read: \(written)")
        }
        precondition(copy.written == written, "\(Value.name) is written twice alike: \(written)")
    }
}
