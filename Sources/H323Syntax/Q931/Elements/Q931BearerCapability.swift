import ProtocolKit

/// Bearer capability (Q.931 clause 4.5.5, H.225.0 clause 7.2.2.1): what the call carries.
///
/// Peers disagree on it for one and the same call, so it decides nothing about media.
package struct Q931BearerCapability: Q931Value {
    package static let identifier = Q931ElementIdentifier.bearerCapability

    /// The coding standard, 0 for ITU-T.
    package let codingStandard: UInt8

    /// Information transfer capability: 0 speech, 8 unrestricted digital, 16 3.1 kHz audio, 24 video.
    package let transferCapability: UInt8

    /// Transfer mode: 0 circuit, 2 packet.
    package let transferMode: UInt8

    /// Transfer rate: 0 for packet mode, 16 for 64 kbit/s, 24 for multiples of it.
    package let transferRate: UInt8

    /// How many times 64 kbit/s, when ``transferRate`` is 24.
    package let rateMultiplier: UInt8?

    /// User information layer 1 protocol: 2 G.711 µ-law, 3 G.711 A-law, 5 H.221 and thus H.323; `nil` when not told.
    package let layer1Protocol: UInt8?

    private static let multirate: UInt8 = 0x18

    /// Speech or video between packet endpoints, as H.225.0 asks for.
    package init(
        transferCapability: UInt8,
        transferMode: UInt8 = 0,
        transferRate: UInt8 = 0x10,
        rateMultiplier: UInt8? = nil,
        layer1Protocol: UInt8? = 5
    ) {
        self.codingStandard = 0
        self.transferCapability = transferCapability & 0x1F
        self.transferMode = transferMode & 3
        self.transferRate = rateMultiplier == nil ? transferRate & 0x1F : Self.multirate
        self.rateMultiplier = rateMultiplier.map { $0 & 0x7F }
        self.layer1Protocol = layer1Protocol.map { $0 & 0x1F }
    }

    package init?(contents: [UInt8]) {
        var cursor = ByteCursor(contents)
        guard let capability = cursor.takeOctetGroup()?.first, let mode = cursor.take() else {
            return nil
        }
        self.codingStandard = capability >> 5 & 3
        self.transferCapability = capability & 0x1F
        self.transferMode = mode >> 5 & 3
        self.transferRate = mode & 0x1F
        if mode & 0x1F == Self.multirate {
            guard let multiplier = cursor.take() else {
                return nil
            }
            self.rateMultiplier = multiplier & 0x7F
        } else {
            self.rateMultiplier = nil
        }
        // Layers 1, 2 and 3 tell by two bits which they are; only the first matters here.
        let layer = cursor.take().flatMap { $0 >> 5 & 3 == 1 ? $0 & 0x1F : nil }
        self.layer1Protocol = layer
    }

    package var contents: [UInt8] {
        var contents = [
            0x80 | self.codingStandard << 5 | self.transferCapability,
            0x80 | self.transferMode << 5 | self.transferRate,
        ]
        if let multiplier = self.rateMultiplier {
            contents.append(0x80 | multiplier)
        }
        if let layer1 = self.layer1Protocol {
            contents.append(0x80 | 1 << 5 | layer1)
        }
        return contents
    }
}
