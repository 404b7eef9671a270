package import CallModel
package import H323Syntax
import ProtocolKit

/// Keys as H.245 carries them (clause B.13) and their neutral form.
package enum KeyInput {
    /// The keys that an indication reports; empty for what is no key, and for the end of one that was reported.
    package static func digits(_ indication: H245.UserInputIndication) -> [Digit] {
        switch indication {
        case .alphanumeric(let text):
            return text.bytes.prefix(Self.mostKeys).filter(Self.isKey).map { Digit(symbol: $0) }
        case .extendedAlphanumeric(let extended):
            return extended.alphanumeric.bytes.prefix(Self.mostKeys).filter(Self.isKey).map { Digit(symbol: $0) }
        case .signal(let signal):
            let duration = signal.duration.map { Duration.milliseconds(Int($0)) }
            return signal.signalType.bytes.prefix(1).filter(Self.isKey).map { Digit(symbol: $0, duration: duration) }
        case .nonStandard, .userInputSupportIndication, .signalUpdate, .encryptedAlphanumeric, .genericInformation,
            .unrecognized:
            return []
        }
    }

    /// The indications that report keys to a peer with these capabilities.
    ///
    /// A peer that has not said what it takes gets the characters, which every endpoint must know (H.323 clause 8.5).
    package static func indications(
        _ digits: [Digit],
        to peer: CapabilitySet.UserInput
    ) -> [H245.UserInputIndication] {
        let keys = digits.filter { Self.isKey($0.symbol) }
        guard peer.contains(.dtmf) else {
            return keys.map { .alphanumeric(ByteString([$0.symbol])) }
        }
        return keys.map { digit in
            guard digit.symbol != Self.flash || peer.contains(.hookflash) else {
                return .alphanumeric(ByteString([digit.symbol]))
            }
            var signal = H245.UserInputIndication.Signal(signalType: ByteString([digit.symbol]))
            let milliseconds = (digit.duration ?? Self.defaultDuration).nanoseconds / 1_000_000
            signal.duration = UInt16(min(max(milliseconds, 1), 65_535))
            return .signal(signal)
        }
    }

    /// `!`, which stands for a hook flash.
    private static let flash: UInt8 = 0x21

    /// How long a key is held when nobody knows.
    private static let defaultDuration = Duration.milliseconds(100)

    /// The most keys of one message.
    private static let mostKeys = 64

    private static func isKey(_ octet: UInt8) -> Bool {
        octet.isASCIIDigit || (0x41...0x44).contains(octet) || [0x2A, 0x23, Self.flash].contains(octet)
    }
}
