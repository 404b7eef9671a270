import MGCPSyntax
import ProtocolKit

/// The digit map of a dialplan context, for the gateways of its lines.
struct LineDigitMap: Sendable {
    /// What is matched.
    let map: DigitMap

    /// The map as gateways are told.
    let written: [UInt8]

    init(_ map: DigitMap) {
        self.map = map
        self.written = map.written.bytes
    }
}
