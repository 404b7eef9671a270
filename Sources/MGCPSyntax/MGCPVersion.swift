import ProtocolKit

/// What a command line says of the protocol (RFC 3435 §3.2.1.4).
package struct MGCPVersion: Hashable, Sendable {
    /// The protocol.
    package enum Dialect: Hashable, Sendable {
        /// `MGCP 1.0`, or `MGCP 0.1` of old gateways.
        case mgcp
        /// `SGCP 1.x`, the predecessor, whose messages mean the same as far as they go.
        case sgcp
    }

    /// A community's set of rules upon the protocol.
    package enum Profile: Hashable, Sendable {
        /// RFC 3435 as it is.
        case none
        /// PacketCable network-based call signaling.
        case ncs
        /// PacketCable trunking gateway control.
        case tgcp
    }

    /// The protocol.
    package let dialect: Dialect
    /// The number before the dot.
    package let major: UInt8
    /// The number after the dot.
    package let minor: UInt8
    /// The rules upon it.
    package let profile: Profile
    /// The number before the dot of the profile's own version.
    package let profileMajor: UInt8
    /// The number after the dot of the profile's own version.
    package let profileMinor: UInt8

    package init(
        _ dialect: Dialect = .mgcp,
        _ version: (major: UInt8, minor: UInt8) = (1, 0),
        profile: Profile = .none,
        _ profileVersion: (major: UInt8, minor: UInt8) = (0, 0)
    ) {
        self.dialect = dialect
        self.major = version.major
        self.minor = version.minor
        self.profile = profile
        self.profileMajor = profileVersion.major
        self.profileMinor = profileVersion.minor
    }

    /// `MGCP 1.0`.
    package static let mgcp = MGCPVersion()

    /// `MGCP 1.0 NCS 1.0`.
    package static let ncs = MGCPVersion(profile: .ncs, (1, 0))

    /// `MGCP 1.0 TGCP 1.0`.
    package static let tgcp = MGCPVersion(profile: .tgcp, (1, 0))

    /// Whether we speak it: MGCP 1.0 and 0.1, and any SGCP 1.
    var isSupported: Bool {
        switch self.dialect {
        case .mgcp: (self.major, self.minor) == (1, 0) || (self.major, self.minor) == (0, 1)
        case .sgcp: self.major == 1
        }
    }

    /// Appends it as a command line ends.
    package func append(to bytes: inout [UInt8]) {
        guard self != .mgcp else {
            bytes.append("MGCP 1.0")
            return
        }
        switch self.dialect {
        case .mgcp: bytes.append("MGCP ")
        case .sgcp: bytes.append("SGCP ")
        }
        bytes.append(dotted: self.major, self.minor)
        switch self.profile {
        case .none: return
        case .ncs: bytes.append(" NCS ")
        case .tgcp: bytes.append(" TGCP ")
        }
        bytes.append(dotted: self.profileMajor, self.profileMinor)
    }
}

extension [UInt8] {
    fileprivate mutating func append(dotted major: UInt8, _ minor: UInt8) {
        self.appendDecimal(major)
        self.append(0x2E)
        self.appendDecimal(minor)
    }
}
