import ProtocolKit

/// What an endpoint's name must satisfy (RFC 3435 §2.1.2, appendix A `endpointName`), found in one pass.
struct EndpointCheck {
    /// The place of the at sign; `nil` when the name is none.
    private(set) var at: Int?

    /// Whether the domain has a character that no domain name has.
    private(set) var hasForeignCharacter = false

    /// Whether a wildcard stands to the left of a plain term, or `$` to the left of `*`.
    private(set) var hasUnorderedWildcards = false

    /// The longest part before the at sign, and after it (§3.2.1.3).
    private static let longestPart = 255

    private enum Term: Int {
        case empty
        case plain
        case all
        case any
        case mixed
    }

    /// Reads the name at `range`.
    mutating func read(_ octets: Span<UInt8>, _ range: Range<Int>) {
        guard let at = range.first(where: { octets[$0] == 0x40 }), at - range.lowerBound <= Self.longestPart,
            range.upperBound - at - 1 <= Self.longestPart,
            self.readTerms(octets, range.lowerBound..<at), self.readDomain(octets, at + 1..<range.upperBound)
        else {
            return
        }
        self.at = at
    }

    private mutating func readTerms(_ octets: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var term = Term.empty
        var highest = Term.empty
        for place in range {
            let octet = octets[place]
            switch octet {
            case 0x2F:
                guard self.close(term, &highest) else {
                    return false
                }
                term = .empty
            case 0x2A: term = term == .empty ? .all : .mixed
            case 0x24: term = term == .empty ? .any : .mixed
            default:
                guard octet.isVisible else {
                    return false
                }
                term = term == .empty || term == .plain ? .plain : .mixed
            }
        }
        return self.close(term, &highest)
    }

    private mutating func close(_ term: Term, _ highest: inout Term) -> Bool {
        guard term != .empty, term != .mixed else {
            return false
        }
        if term.rawValue < highest.rawValue {
            self.hasUnorderedWildcards = true
        }
        highest = term.rawValue > highest.rawValue ? term : highest
        return true
    }

    private mutating func readDomain(_ octets: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard let first = range.first, let last = range.last else {
            return false
        }
        if octets[first] == 0x5B {
            return range.count > 2 && octets[last] == 0x5D
                && range.dropFirst().dropLast().allSatisfy { place in
                    octets[place].hexDigitValue != nil || octets[place] == 0x3A || octets[place] == 0x2E
                }
        }
        if octets[first] == 0x23 {
            return range.count > 1 && range.dropFirst().allSatisfy { octets[$0].isASCIIDigit }
        }
        for place in range where !octets[place].isNameCharacter && octets[place] != 0x2E {
            guard octets[place] == 0x5F else {
                return false
            }
            self.hasForeignCharacter = true
        }
        return true
    }
}
