/// An information element as it came: its identifier, and the octets behind its length (Q.931 clause 4.5.1).
package struct Q931Element: Hashable, Sendable {
    /// The codeset, 0 unless a shift stood before it (clause 4.5.2).
    package let codeset: UInt8

    /// The identifier; of an element of one octet, that octet without its value.
    package let identifier: Q931ElementIdentifier

    /// The contents; of an element of one octet, the value in its lower half, if it has one.
    package let contents: [UInt8]

    package init(_ identifier: Q931ElementIdentifier, _ contents: [UInt8], codeset: UInt8 = 0) {
        self.codeset = codeset & 7
        self.identifier = identifier
        self.contents = contents
    }
}

/// What an information element is about, within its codeset (Q.931 table 4-3).
package struct Q931ElementIdentifier: Hashable, Sendable {
    /// The code.
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Whether the element is one octet, with a value in its lower half unless it is of the group 0xA0.
    var isSingleOctet: Bool {
        self.rawValue & 0x80 != 0
    }

    /// Whether the element is one octet without a value.
    var isMark: Bool {
        self.rawValue & 0xF0 == 0xA0
    }

    /// The precedence in a message: elements follow each other by their codes (clause 4.5.1), single octets first.
    var precedence: Int {
        self.isSingleOctet ? Int(self.rawValue) - 0x100 : Int(self.rawValue)
    }

    /// Bearer capability (0x04).
    package static let bearerCapability = Q931ElementIdentifier(rawValue: 0x04)
    /// Cause (0x08).
    package static let cause = Q931ElementIdentifier(rawValue: 0x08)
    /// Call state (0x14).
    package static let callState = Q931ElementIdentifier(rawValue: 0x14)
    /// Facility (0x1C), which is empty in H.225.0.
    package static let facility = Q931ElementIdentifier(rawValue: 0x1C)
    /// Progress indicator (0x1E).
    package static let progressIndicator = Q931ElementIdentifier(rawValue: 0x1E)
    /// Notification indicator (0x27).
    package static let notificationIndicator = Q931ElementIdentifier(rawValue: 0x27)
    /// Display (0x28).
    package static let display = Q931ElementIdentifier(rawValue: 0x28)
    /// Date and time (0x29).
    package static let dateTime = Q931ElementIdentifier(rawValue: 0x29)
    /// Keypad facility (0x2C).
    package static let keypadFacility = Q931ElementIdentifier(rawValue: 0x2C)
    /// Signal (0x34).
    package static let signal = Q931ElementIdentifier(rawValue: 0x34)
    /// Connected number (0x4C).
    package static let connectedNumber = Q931ElementIdentifier(rawValue: 0x4C)
    /// Connected subaddress (0x4D).
    package static let connectedSubaddress = Q931ElementIdentifier(rawValue: 0x4D)
    /// Calling party number (0x6C).
    package static let callingPartyNumber = Q931ElementIdentifier(rawValue: 0x6C)
    /// Calling party subaddress (0x6D).
    package static let callingPartySubaddress = Q931ElementIdentifier(rawValue: 0x6D)
    /// Called party number (0x70).
    package static let calledPartyNumber = Q931ElementIdentifier(rawValue: 0x70)
    /// Called party subaddress (0x71).
    package static let calledPartySubaddress = Q931ElementIdentifier(rawValue: 0x71)
    /// Redirecting number (0x74).
    package static let redirectingNumber = Q931ElementIdentifier(rawValue: 0x74)
    /// Low layer compatibility (0x7C).
    package static let lowLayerCompatibility = Q931ElementIdentifier(rawValue: 0x7C)
    /// High layer compatibility (0x7D).
    package static let highLayerCompatibility = Q931ElementIdentifier(rawValue: 0x7D)
    /// User-user (0x7E), whose length has two octets in H.225.0.
    package static let userUser = Q931ElementIdentifier(rawValue: 0x7E)
    /// Sending complete (0xA1), a mark.
    package static let sendingComplete = Q931ElementIdentifier(rawValue: 0xA1)
    /// Repeat indicator (0xD0), one octet.
    package static let repeatIndicator = Q931ElementIdentifier(rawValue: 0xD0)
}
