package import CallModel
import H323Syntax
import ProtocolKit

/// A party of a call as Q.931 numbers, aliases and display state it (H.225.0 clause 7.2.2, annex to table 18).
package struct SignalingParty: Hashable, Sendable {
    /// The number or name, and whether it may be shown.
    package var party: Party

    /// Screening (Q.931 table 4-11): 0 user provided, 1 verified, 2 failed, 3 network provided.
    package var screening: UInt8

    /// Type of number (Q.931 table 4-10): 0 unknown, 1 international, 2 national, 4 subscriber.
    package var numberType: UInt8

    package init(_ party: Party, screening: UInt8 = 0, numberType: UInt8 = 0) {
        self.party = party
        self.screening = screening
        self.numberType = numberType
    }

    /// Reads a party: the number stands in the element or among the aliases, the name in the display or among them.
    init(
        _ number: Q931PartyNumber?,
        aliases: [H225.AliasAddress]?,
        display: ByteString?,
        presentation: H225.PresentationIndicator? = nil
    ) {
        let aliases = aliases ?? []
        let digits = number.flatMap { $0.digits.isEmpty ? nil : $0.digits } ?? Self.digits(aliases)
        let name = Self.name(aliases)
        var party = Party(
            user: digits ?? name ?? ByteString(),
            displayName: display ?? (digits == nil ? nil : name) ?? ByteString(),
            isTelephoneNumber: digits != nil
        )
        switch (number?.presentation, presentation) {
        case (1, _), (nil, .presentationRestricted): party.presentation = .restricted
        case (2, _), (nil, .addressNotAvailable): party.presentation = .unavailable
        default: party.presentation = .allowed
        }
        self.init(party, screening: number?.screening ?? 0, numberType: number?.type ?? 0)
    }

    private static func digits(_ aliases: [H225.AliasAddress]) -> ByteString? {
        for alias in aliases.prefix(Self.mostAliases) {
            switch alias {
            case .dialledDigits(let digits) where !digits.isEmpty: return digits
            case .partyNumber(.e164Number(let number)): return number.publicNumberDigits
            default: continue
            }
        }
        return nil
    }

    private static func name(_ aliases: [H225.AliasAddress]) -> ByteString? {
        for alias in aliases.prefix(Self.mostAliases) {
            switch alias {
            case .h323ID(let name):
                let text = Self.text(name)
                if !text.isEmpty {
                    return text
                }
            case .urlID(let url) where !url.isEmpty: return url
            case .emailID(let mail) where !mail.isEmpty: return mail
            default: continue
            }
        }
        return nil
    }

    /// UTF-8 of a name without what ends or breaks it on its way to other protocols.
    private static func text(_ name: BMPString) -> ByteString {
        ByteString(name.description.utf8.filter { $0 >= 0x20 && $0 != 0x7F })
    }

    private static let mostAliases = 16

    // MARK: Writing

    /// The number element; `nil` when the party has no number.
    var number: Q931PartyNumber? {
        guard let digits = self.dialledDigits else {
            return nil
        }
        var number = Q931PartyNumber(digits)
        number.type = self.numberType
        number.screening = self.screening
        switch self.party.presentation {
        case .allowed: number.presentation = 0
        case .restricted: number.presentation = 1
        case .unavailable: number.presentation = 2
        }
        return number
    }

    /// The digits of a number, without the plus sign that aliases cannot have.
    var dialledDigits: ByteString? {
        let octets = self.party.user.bytes
        let digits = octets.first == 0x2B ? Array(octets.dropFirst()) : octets
        let isNumber =
            !digits.isEmpty && digits.count <= 128
            && digits.allSatisfy { $0.isASCIIDigit || $0 == 0x2A || $0 == 0x23 || $0 == 0x2C }
        return isNumber ? ByteString(digits) : nil
    }

    /// The aliases: the number, or the name of a party that has none.
    ///
    /// What may not be shown stands in the number element only, whose presentation every endpoint knows.
    var aliases: [H225.AliasAddress]? {
        guard self.party.presentation == .allowed else {
            return nil
        }
        if let digits = self.dialledDigits {
            return [.dialledDigits(digits)]
        }
        let units = Array(self.party.user.description.utf16.prefix(256))
        return units.isEmpty ? nil : [.h323ID(BMPString(units: units))]
    }

    /// The display element, of 82 octets at most (H.225.0 clause 7.2.2.11); `nil` when it may not be shown.
    var display: Q931Display? {
        let name = self.party.displayName
        guard !name.isEmpty, self.party.presentation == .allowed else {
            return nil
        }
        return Q931Display(ByteString(name.bytes.prefix(82)))
    }

    /// What aliases may be shown.
    var presentation: H225.PresentationIndicator {
        switch self.party.presentation {
        case .allowed: .presentationAllowed
        case .restricted: .presentationRestricted
        case .unavailable: .addressNotAvailable
        }
    }

    /// How far the caller has been checked.
    var screeningIndicator: H225.ScreeningIndicator {
        switch self.screening {
        case 1: .userProvidedVerifiedAndPassed
        case 2: .userProvidedVerifiedAndFailed
        case 3: .networkProvided
        default: .userProvidedNotScreened
        }
    }
}
