import ProtocolKit

/// What can be dialed, as a gateway can match it: `D:` (RFC 3435 §2.1.5, appendix A `DigitMap`).
///
/// It is a list of alternatives, each a row of places. A place stands for one symbol of a set, or for any number of
/// them, none included.
package struct DigitMap: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.digitMap

    /// A place of an alternative.
    package struct Place: Hashable, Sendable {
        /// What may stand here.
        package let symbols: DigitSymbolSet

        /// Whether it may stand here any number of times, none included: a period follows.
        package let isRepeated: Bool

        package init(_ symbols: DigitSymbolSet, isRepeated: Bool = false) {
            self.symbols = symbols
            self.isRepeated = isRepeated
        }
    }

    /// One numbering scheme.
    package struct Alternative: Hashable, Sendable {
        /// The places in their order; at least one.
        package let places: [Place]

        /// Whether it decides only when no other alternative could still match: a `P` ends it (RFC 3660 §2.7).
        package let yieldsToLonger: Bool

        package init(_ places: [Place], yieldsToLonger: Bool = false) {
            self.places = places
            self.yieldsToLonger = yieldsToLonger
        }
    }

    /// The numbering schemes; none at all stands for no digit map, as an answer to an audit gives it (§3.3.6).
    package let alternatives: [Alternative]

    package init(_ alternatives: [Alternative]) {
        self.alternatives = alternatives
    }

    /// Whether there is no digit map.
    package var isEmpty: Bool {
        self.alternatives.isEmpty
    }

    /// Every symbol that a place stands for; what it lacks can never be part of a match.
    package var symbols: DigitSymbolSet {
        var symbols = DigitSymbolSet()
        for alternative in self.alternatives {
            for place in alternative.places {
                symbols.formUnion(place.symbols)
            }
        }
        return symbols
    }

    /// The letters that RFC 3435 leaves to packages, which a gateway may not know and would then refuse (537).
    package var extensionLetters: DigitSymbolSet {
        DigitSymbolSet(self.symbols.symbols.filter { $0.index > 15 && $0 != .timer })
    }

    // MARK: Writing

    package func append(to bytes: inout [UInt8]) {
        guard !self.alternatives.isEmpty else {
            return
        }
        bytes.append(0x28)
        bytes.append(list: self.alternatives, separator: "|") { $0.append(to: &$1) }
        bytes.append(0x29)
    }
}

extension DigitMap.Alternative {
    fileprivate func append(to bytes: inout [UInt8]) {
        for place in self.places {
            place.append(to: &bytes)
        }
        if self.yieldsToLonger {
            bytes.append(0x50)
        }
    }
}

extension DigitMap.Place {
    fileprivate func append(to bytes: inout [UInt8]) {
        if self.symbols == .digits {
            bytes.append(0x78)
        } else if self.symbols.count == 1, let symbol = self.symbols.symbols.first {
            bytes.append(symbol.character)
        } else {
            bytes.append(0x5B)
            self.symbols.appendContent(to: &bytes)
            bytes.append(0x5D)
        }
        if self.isRepeated {
            bytes.append(0x2E)
        }
    }
}

extension DigitMap: CustomStringConvertible {
    package var description: String {
        self.written.description
    }
}
