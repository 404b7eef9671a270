package import ProtocolKit

/// The digits of a party and what is said about them; four information elements have this form.
package struct Q931PartyNumber: Hashable, Sendable {
    /// Type of number (Q.931 table 4-10): 0 unknown, 1 international, 2 national, 4 subscriber.
    package var type: UInt8 = 0

    /// Numbering plan: 0 unknown, 1 E.164, 9 private.
    package var plan: UInt8 = 1

    /// Presentation: 0 allowed, 1 restricted, 2 not available; `nil` when octet 3a is not there.
    package var presentation: UInt8?

    /// Screening: 0 user provided, 1 verified, 2 failed, 3 network provided; comes with ``presentation``.
    package var screening: UInt8 = 0

    /// Reason for redirection (clause 4.6.7): 1 busy, 2 no reply, 15 unconditional; only in a redirecting number.
    package var reason: UInt8?

    /// The digits, without the NUL that some peers send at their end.
    package var digits: ByteString

    package init(_ digits: ByteString) {
        self.digits = digits
    }

    /// Reads the contents of an element; `nil` when its first octets have no end.
    init?(contents: [UInt8]) {
        var cursor = ByteCursor(contents)
        guard let octets = cursor.takeOctetGroup(), let first = octets.first else {
            return nil
        }
        self.type = first >> 4 & 7
        self.plan = first & 0xF
        if octets.count > 1 {
            self.presentation = octets[1] >> 5 & 3
            self.screening = octets[1] & 3
        }
        if octets.count > 2 {
            self.reason = octets[2] & 0xF
        }
        self.digits = cursor.takeText()
    }

    /// The contents to write, with the reason only where one may stand.
    func contents(withReason: Bool) -> [UInt8] {
        var octets = [self.type << 4 & 0x70 | self.plan & 0xF]
        let reason = withReason ? self.reason : nil
        if self.presentation != nil || reason != nil {
            octets.append((self.presentation ?? 0) << 5 & 0x60 | self.screening & 3)
        }
        if let reason {
            octets.append(reason & 0xF)
        }
        octets[octets.count - 1] |= 0x80
        return octets + self.digits.bytes
    }
}

/// Calling party number (Q.931 clause 4.5.10).
package struct Q931CallingPartyNumber: Q931Value {
    package static let identifier = Q931ElementIdentifier.callingPartyNumber

    /// The number.
    package let number: Q931PartyNumber

    package init(_ number: Q931PartyNumber) {
        self.number = number
    }

    package init?(contents: [UInt8]) {
        guard let number = Q931PartyNumber(contents: contents) else {
            return nil
        }
        self.number = number
    }

    package var contents: [UInt8] {
        self.number.contents(withReason: false)
    }
}

/// Called party number (Q.931 clause 4.5.8).
package struct Q931CalledPartyNumber: Q931Value {
    package static let identifier = Q931ElementIdentifier.calledPartyNumber

    /// The number; presentation has no meaning here.
    package let number: Q931PartyNumber

    package init(_ number: Q931PartyNumber) {
        self.number = number
    }

    package init?(contents: [UInt8]) {
        guard let number = Q931PartyNumber(contents: contents) else {
            return nil
        }
        self.number = number
    }

    package var contents: [UInt8] {
        self.number.contents(withReason: false)
    }
}

/// Connected number (Q.951.5 clause 5.4.1): who answered.
package struct Q931ConnectedNumber: Q931Value {
    package static let identifier = Q931ElementIdentifier.connectedNumber

    /// The number.
    package let number: Q931PartyNumber

    package init(_ number: Q931PartyNumber) {
        self.number = number
    }

    package init?(contents: [UInt8]) {
        guard let number = Q931PartyNumber(contents: contents) else {
            return nil
        }
        self.number = number
    }

    package var contents: [UInt8] {
        self.number.contents(withReason: false)
    }
}

/// Redirecting number (Q.931 clause 4.6.7): who diverted the call, and why.
package struct Q931RedirectingNumber: Q931Value {
    package static let identifier = Q931ElementIdentifier.redirectingNumber

    /// The number and the reason.
    package let number: Q931PartyNumber

    package init(_ number: Q931PartyNumber) {
        self.number = number
    }

    package init?(contents: [UInt8]) {
        guard let number = Q931PartyNumber(contents: contents) else {
            return nil
        }
        self.number = number
    }

    package var contents: [UInt8] {
        self.number.contents(withReason: true)
    }
}
