package import ProtocolKit

/// The parameters that RFC 3435 defines (§3.2.2, appendix B.2); extensions have names of their own.
package enum MGCPParameterName: UInt8, CaseIterable, Hashable, Sendable {
    case responseAck
    case bearerInformation
    case callID
    case connectionID
    case notifiedEntity
    case requestID
    case localConnectionOptions
    case connectionMode
    case requestedEvents
    case signalRequests
    case digitMap
    case observedEvents
    case connectionParameters
    case reasonCode
    case specificEndpoint
    case secondEndpoint
    case secondConnection
    case requestedInfo
    case quarantineHandling
    case detectEvents
    case restartMethod
    case restartDelay
    case capabilities
    case eventStates
    case packageList
    case maximumDatagram
    /// RC: only a code of RequestedInfo; the description itself follows the parameters.
    case remoteDescriptor
    /// LC: only a code of RequestedInfo; the description itself follows the parameters.
    case localDescriptor
    case persistentEvents
    case notificationState

    /// The name as it is written on the wire.
    package var code: StaticString {
        switch self {
        case .responseAck: "K"
        case .bearerInformation: "B"
        case .callID: "C"
        case .connectionID: "I"
        case .notifiedEntity: "N"
        case .requestID: "X"
        case .localConnectionOptions: "L"
        case .connectionMode: "M"
        case .requestedEvents: "R"
        case .signalRequests: "S"
        case .digitMap: "D"
        case .observedEvents: "O"
        case .connectionParameters: "P"
        case .reasonCode: "E"
        case .specificEndpoint: "Z"
        case .secondEndpoint: "Z2"
        case .secondConnection: "I2"
        case .requestedInfo: "F"
        case .quarantineHandling: "Q"
        case .detectEvents: "T"
        case .restartMethod: "RM"
        case .restartDelay: "RD"
        case .capabilities: "A"
        case .eventStates: "ES"
        case .packageList: "PL"
        case .maximumDatagram: "MD"
        case .remoteDescriptor: "RC"
        case .localDescriptor: "LC"
        case .persistentEvents: "B/PR"
        case .notificationState: "B/NS"
        }
    }

    /// The parameter of this name, whose octets `packed` holds in capitals, the last one lowest.
    @inline(__always)
    init?(packed: UInt32, count: Int) {
        switch count {
        case 1: self.init(letter: UInt8(truncatingIfNeeded: packed))
        case 2: self.init(letters: packed)
        case 4 where packed == 0x422F_5052: self = .persistentEvents
        case 4 where packed == 0x422F_4E53: self = .notificationState
        default: return nil
        }
    }

    /// The parameter of this name, in any case.
    package init?(_ name: ByteString) {
        guard name.count <= 4 else {
            return nil
        }
        let packed = name.bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1.asciiUppercased) }
        self.init(packed: packed, count: name.count)
    }

    private init?(letter: UInt8) {
        switch letter {
        case 0x41: self = .capabilities
        case 0x42: self = .bearerInformation
        case 0x43: self = .callID
        case 0x44: self = .digitMap
        case 0x45: self = .reasonCode
        case 0x46: self = .requestedInfo
        case 0x49: self = .connectionID
        case 0x4B: self = .responseAck
        case 0x4C: self = .localConnectionOptions
        case 0x4D: self = .connectionMode
        case 0x4E: self = .notifiedEntity
        case 0x4F: self = .observedEvents
        case 0x50: self = .connectionParameters
        case 0x51: self = .quarantineHandling
        case 0x52: self = .requestedEvents
        case 0x53: self = .signalRequests
        case 0x54: self = .detectEvents
        case 0x58: self = .requestID
        case 0x5A: self = .specificEndpoint
        default: return nil
        }
    }

    private init?(letters: UInt32) {
        switch letters {
        case 0x4553: self = .eventStates
        case 0x4932: self = .secondConnection
        case 0x4C43: self = .localDescriptor
        case 0x4D44: self = .maximumDatagram
        case 0x504C: self = .packageList
        case 0x5243: self = .remoteDescriptor
        case 0x5244: self = .restartDelay
        case 0x524D: self = .restartMethod
        case 0x5A32: self = .secondEndpoint
        default: return nil
        }
    }
}
