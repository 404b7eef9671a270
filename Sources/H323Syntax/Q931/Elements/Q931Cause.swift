import ProtocolKit

/// Cause (Q.931 clause 4.5.12, Q.850): why a call ends or something is told.
package struct Q931Cause: Q931Value {
    package static let identifier = Q931ElementIdentifier.cause

    /// The coding standard, 0 for ITU-T.
    package let codingStandard: UInt8

    /// Where the cause was set (Q.850 table 2-2): 0 user, 2 local public network, 10 beyond an interworking point.
    package let location: UInt8

    /// The value (Q.850 table 1), 0 to 127.
    package let value: UInt8

    /// What follows the value.
    package let diagnostics: [UInt8]

    package init(_ value: UInt8, location: UInt8 = 0, diagnostics: [UInt8] = []) {
        self.codingStandard = 0
        self.location = location & 0xF
        self.value = value & 0x7F
        self.diagnostics = diagnostics
    }

    package init?(contents: [UInt8]) {
        var cursor = ByteCursor(contents)
        guard let source = cursor.takeOctetGroup(), let first = source.first, let value = cursor.take() else {
            return nil
        }
        self.codingStandard = first >> 5 & 3
        self.location = first & 0xF
        self.value = value & 0x7F
        self.diagnostics = Array(contents[cursor.takeRest()])
    }

    package var contents: [UInt8] {
        [0x80 | self.codingStandard << 5 | self.location, 0x80 | self.value] + self.diagnostics
    }
}
