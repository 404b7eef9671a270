package import ProtocolKit

/// Why a gateway deletes a connection or restarts, the `E:` parameter (RFC 3435 §2.5, §3.2.2.15).
package struct MGCPReasonCode: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.reasonCode

    /// The code, 0 to 999.
    package let number: UInt16

    /// The package that defines a code from 800 to 899.
    package let packageName: MGCPName?

    /// What follows for people.
    package let commentary: ByteString

    package init(_ registered: Registered, commentary: ByteString = "") {
        self.number = registered.rawValue
        self.packageName = nil
        self.commentary = commentary
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        guard let digits = reader.take(count: 3, while: \.isASCIIDigit) else {
            throw reader.malformed
        }
        self.number = digits.reduce(0) { $0 * 10 + UInt16($1 &- 0x30) }
        reader.skipBlanks()
        if self.number / 100 == 8, reader.take(0x2F) {
            self.packageName = MGCPName(try reader.name())
            reader.skipBlanks()
        } else {
            self.packageName = nil
        }
        self.commentary = ByteString(reader.rest())
    }

    package func append(to bytes: inout [UInt8]) {
        for divisor in [UInt16(100), 10, 1] {
            bytes.append(0x30 &+ UInt8(truncatingIfNeeded: self.number / divisor % 10))
        }
        if let packageName {
            bytes.append(" /")
            bytes.append(contentsOf: packageName.text.bytes)
        }
        if !self.commentary.isEmpty {
            bytes.append(0x20)
            bytes.append(contentsOf: self.commentary.bytes)
        }
    }

    /// The codes that RFC 3435 §2.5 defines.
    package enum Registered: UInt16, CaseIterable, Sendable {
        /// The state is normal; only in answers to audits.
        case normal = 0
        /// The endpoint malfunctions.
        case malfunction = 900
        /// The endpoint was taken out of service.
        case outOfService = 901
        /// A lower layer is gone, as downstream synchronization.
        case lowerLayerLost = 902
        /// The resources reserved for quality of service are gone.
        case reservationLost = 903
        /// A person did it.
        case manualIntervention = 904
        /// The facility failed, as a DS0.
        case facilityFailure = 905

        /// What it means, in a few words; also the commentary that we send.
        package var meaning: StaticString {
            switch self {
            case .normal: "Endpoint state is normal"
            case .malfunction: "Endpoint malfunctioning"
            case .outOfService: "Endpoint taken out of service"
            case .lowerLayerLost: "Loss of lower layer connectivity"
            case .reservationLost: "Loss of resource reservation"
            case .manualIntervention: "Manual intervention"
            case .facilityFailure: "Facility failure"
            }
        }
    }

    /// The registered code; `nil` for one of a package or one that nobody defines.
    package var registered: Registered? {
        Registered(rawValue: self.number)
    }
}
