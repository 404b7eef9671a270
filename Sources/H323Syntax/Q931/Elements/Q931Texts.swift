package import ProtocolKit

/// Display (Q.931 clause 4.5.16): characters to show, mostly a name.
package struct Q931Display: Q931Value {
    package static let identifier = Q931ElementIdentifier.display

    /// The characters, without the NUL that some peers send at their end.
    package let text: ByteString

    package init(_ text: ByteString) {
        self.text = text
    }

    package init?(contents: [UInt8]) {
        var cursor = ByteCursor(contents)
        self.text = cursor.takeText()
    }

    package var contents: [UInt8] {
        self.text.bytes
    }
}

/// Keypad facility (Q.931 clause 4.5.18): characters that were pressed.
package struct Q931KeypadFacility: Q931Value {
    package static let identifier = Q931ElementIdentifier.keypadFacility

    /// The characters, without the NUL that some peers send at their end.
    package let text: ByteString

    package init(_ text: ByteString) {
        self.text = text
    }

    package init?(contents: [UInt8]) {
        var cursor = ByteCursor(contents)
        self.text = cursor.takeText()
    }

    package var contents: [UInt8] {
        self.text.bytes
    }
}
