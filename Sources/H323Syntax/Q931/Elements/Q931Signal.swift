/// Signal (Q.931 clause 4.5.28): the tone that the user should hear.
package struct Q931Signal: Q931Value {
    package static let identifier = Q931ElementIdentifier.signal

    /// The tone: 0 dial, 1 ring back, 3 network congestion, 4 busy, 63 off, 64 and more alerting patterns.
    package let value: UInt8

    package init(_ value: UInt8) {
        self.value = value
    }

    package init?(contents: [UInt8]) {
        guard let value = contents.first else {
            return nil
        }
        self.value = value
    }

    package var contents: [UInt8] {
        [self.value]
    }
}
