package import H323Syntax
import ProtocolKit

/// What an H.264 decoder takes: profile, level and packetization (H.241 clause 8, RFC 6184 §8.1).
package struct H264Level: Hashable, Sendable {
    /// The profiles that H.241 can name, by `profile_idc`.
    package enum Profile: UInt8, Hashable, Sendable, CaseIterable {
        case baseline = 66
        case main = 77
        case extended = 88
        case high = 100

        /// The bit of H.241 table 8-4.
        var bit: UInt8 {
            switch self {
            case .baseline: 64
            case .main: 32
            case .extended: 16
            case .high: 8
            }
        }

        /// The octet of constraint flags that goes with it: a baseline stream of ours is one of all three profiles.
        var constraints: UInt8 {
            self == .baseline ? 0xE0 : 0
        }
    }

    /// The profile.
    package var profile: Profile

    /// `level_idc`, ten times the number of the level; 9 stands for 1b.
    package var level: UInt8

    /// Whether pictures may be sent in aggregates and fragments (`packetization-mode=1`).
    package var isNonInterleaved: Bool

    package init(profile: Profile = .baseline, level: UInt8 = 10, isNonInterleaved: Bool = false) {
        self.profile = profile
        self.level = level
        self.isNonInterleaved = isNonInterleaved
    }

    /// Whether one decoder serves both; the level says how much of it only.
    package func isSameEncoding(as other: H264Level) -> Bool {
        self.profile == other.profile && self.isNonInterleaved == other.isNonInterleaved
    }
}

// MARK: H.245

extension H264Level {
    /// H.264 video (H.241 table 8-1).
    private static let identifier = OID(0, 0, 8, 241, 0, 0, 1)

    /// Non-interleaved packets (H.241 clause 7.1.3).
    package static let nonInterleavedPackets = OID(0, 0, 8, 241, 0, 0, 0, 1)

    private static let profileParameter: UInt8 = 41
    private static let levelParameter: UInt8 = 42

    /// `level_idc` and the number of H.241 table 8-5 for it, from the lowest on.
    private static let levels: [(idc: UInt8, number: UInt16)] = [
        (10, 15), (9, 19), (11, 22), (12, 29), (13, 36), (20, 43), (21, 50), (22, 57), (30, 64), (31, 71), (32, 78),
        (40, 85), (41, 92), (42, 99), (50, 106), (51, 113),
    ]

    /// Reads a generic capability; `nil` when it is not H.264 or says no profile.
    package init?(_ generic: H245.GenericCapability) {
        guard case .standard(Self.identifier) = generic.capabilityIdentifier else {
            return nil
        }
        var profile: Profile?
        var level: UInt8 = 10
        for parameter in generic.collapsing ?? [] {
            switch (parameter.parameterIdentifier, parameter.parameterValue) {
            case (.standard(Self.profileParameter), .booleanArray(let bits)):
                profile = Profile.allCases.first { bits & $0.bit != 0 }
            case (.standard(Self.levelParameter), .unsignedMin(let number)),
                (.standard(Self.levelParameter), .unsignedMax(let number)):
                level = Self.levels.last { $0.number <= number }?.idc ?? 10
            default:
                // Custom picture rates only widen what the level allows.
                break
            }
        }
        guard let profile else {
            return nil
        }
        self.init(profile: profile, level: level)
    }

    /// The generic capability.
    package func capability(maxBitRate: UInt32) -> H245.GenericCapability {
        var generic = H245.GenericCapability(capabilityIdentifier: .standard(Self.identifier))
        generic.maxBitRate = maxBitRate
        let number = Self.levels.first { $0.idc == self.level }?.number ?? 15
        generic.collapsing = [
            H245.GenericParameter(
                parameterIdentifier: .standard(Self.profileParameter),
                parameterValue: .booleanArray(self.profile.bit)
            ),
            H245.GenericParameter(
                parameterIdentifier: .standard(Self.levelParameter),
                parameterValue: .unsignedMin(number)
            ),
        ]
        return generic
    }
}

// MARK: SDP

extension H264Level {
    /// Reads the parameters of RFC 6184 §8.1; without them it is baseline at level 1.
    init(_ parameters: FormatParameters) {
        self.init(isNonInterleaved: parameters.number("packetization-mode") == 1)
        let digits = (parameters["profile-level-id"]?.bytes ?? []).compactMap(\.hexDigitValue)
        guard digits.count == 6 else {
            return
        }
        self.profile = Profile(rawValue: digits[0] << 4 | digits[1]) ?? .baseline
        let level = digits[4] << 4 | digits[5]
        // Level 1b of the first three profiles is 1.1 with the third constraint flag (RFC 6184 §8.1).
        let isOneB = level == 11 && self.profile != .high && digits[2] & 1 != 0
        self.level = isOneB ? 9 : level
    }

    /// The value of `a=fmtp`.
    var parameters: ByteString {
        let isOneB = self.level == 9 && self.profile != .high
        let octets = [
            self.profile.rawValue, self.profile.constraints | (isOneB ? 0x10 : 0), isOneB ? 11 : self.level,
        ]
        var text = Array("profile-level-id=".utf8)
        for octet in octets {
            text.append(Self.hexadecimal(octet >> 4))
            text.append(Self.hexadecimal(octet & 0xF))
        }
        if self.isNonInterleaved {
            text.appendParameter("packetization-mode", 1)
        }
        return ByteString(text)
    }

    private static func hexadecimal(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x57 + value
    }
}
