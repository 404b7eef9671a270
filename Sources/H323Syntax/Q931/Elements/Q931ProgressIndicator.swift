import ProtocolKit

/// Progress indicator (Q.931 clause 4.5.23): what happens to the call on its way.
package struct Q931ProgressIndicator: Q931Value {
    package static let identifier = Q931ElementIdentifier.progressIndicator

    /// The coding standard, 0 for ITU-T.
    package let codingStandard: UInt8

    /// Where it was noticed, by the values of ``Q931Cause/location``.
    package let location: UInt8

    /// What it is: 1 not ISDN end to end, 2 the destination is not, 3 the origin is not, 8 inband information.
    package let description: UInt8

    package init(_ description: UInt8, location: UInt8 = 0) {
        self.codingStandard = 0
        self.location = location & 0xF
        self.description = description & 0x7F
    }

    package init?(contents: [UInt8]) {
        var cursor = ByteCursor(contents)
        guard let source = cursor.takeOctetGroup(), let first = source.first, let description = cursor.take() else {
            return nil
        }
        self.codingStandard = first >> 5 & 3
        self.location = first & 0xF
        self.description = description & 0x7F
    }

    package var contents: [UInt8] {
        [0x80 | self.codingStandard << 5 | self.location, 0x80 | self.description]
    }
}
