/// Notification indicator (Q.931 clause 4.5.22): what the user may be told of.
package struct Q931NotificationIndicator: Q931Value {
    package static let identifier = Q931ElementIdentifier.notificationIndicator

    /// What it is: 0 user suspended, 1 user resumed, 121 remote hold, 122 remote retrieval.
    package let description: UInt8

    package init(_ description: UInt8) {
        self.description = description & 0x7F
    }

    package init?(contents: [UInt8]) {
        guard let octet = contents.first else {
            return nil
        }
        self.description = octet & 0x7F
    }

    package var contents: [UInt8] {
        [0x80 | self.description]
    }
}
