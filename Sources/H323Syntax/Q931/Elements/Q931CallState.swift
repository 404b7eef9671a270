/// Call state (Q.931 clause 4.5.7): where the sender of a Status believes the call to be.
package struct Q931CallState: Q931Value {
    package static let identifier = Q931ElementIdentifier.callState

    /// The coding standard, 0 for ITU-T.
    package let codingStandard: UInt8

    /// The number of the state, 0 to 63; 0 is null, 10 active.
    package let value: UInt8

    package init(_ value: UInt8) {
        self.codingStandard = 0
        self.value = value & 0x3F
    }

    package init?(contents: [UInt8]) {
        guard let octet = contents.first else {
            return nil
        }
        self.codingStandard = octet >> 6
        self.value = octet & 0x3F
    }

    package var contents: [UInt8] {
        [self.codingStandard << 6 | self.value]
    }
}
