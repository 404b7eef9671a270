package import ProtocolKit

/// The name of an endpoint, or a pattern of several: `local/name@domain` (RFC 3435 §2.1.2, §3.2.1.3).
///
/// Both parts are compared without case. Different forms of a domain that mean the same gateway are different names.
package struct EndpointName: Hashable, Sendable {
    /// The terms before the at sign with their slashes.
    package let localName: MGCPName

    /// What stands after the at sign: a domain name, or an address in brackets.
    package let domain: MGCPName

    /// A name whose parts were checked where they came from.
    init(checked localName: ByteString, _ domain: ByteString) {
        self.localName = MGCPName(localName)
        self.domain = MGCPName(domain)
    }

    /// Reads a name; `nil` when it is none.
    package init?(_ text: ByteString) {
        var check = EndpointCheck()
        check.read(text.bytes.span, 0..<text.count)
        guard let at = check.at else {
            return nil
        }
        self.init(checked: ByteString(text.bytes[..<at]), ByteString(text.bytes[(at + 1)...]))
    }

    /// Appends the name.
    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.localName.text.bytes)
        bytes.append(0x40)
        bytes.append(contentsOf: self.domain.text.bytes)
    }

    /// The terms between the slashes, the least specific first.
    package var terms: [ArraySlice<UInt8>] {
        self.localName.text.bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
    }

    /// Whether a term is `*`, "all of", or a range of appendix E.5.
    package var namesSeveral: Bool {
        self.terms.contains { $0.elementsEqual([0x2A]) || EndpointRange.isPart(of: $0) }
    }

    /// Whether a term is `$`, "any of".
    package var namesAny: Bool {
        self.terms.contains { $0.elementsEqual([0x24]) }
    }

    /// Whether it names exactly one endpoint.
    package var isSpecific: Bool {
        !self.namesSeveral && !self.namesAny
    }

    /// Whether this pattern covers the specific endpoint `name`.
    ///
    /// A local name of nothing but a wildcard covers every endpoint of the gateway, however many terms it has.
    package func covers(_ name: EndpointName) -> Bool {
        guard self.domain == name.domain else {
            return false
        }
        let patterns = self.terms
        if patterns.count == 1, let only = patterns.first, only.elementsEqual([0x2A]) || only.elementsEqual([0x24]) {
            return true
        }
        let terms = name.terms
        return patterns.count == terms.count
            && zip(patterns, terms).allSatisfy { pattern, term in EndpointRange.covers(pattern, term) }
    }
}

extension EndpointName: CustomStringConvertible {
    package var description: String {
        "\(self.localName)@\(self.domain)"
    }
}

/// The range wildcards of a term, as `ds1-[1-2]` or `[1,3,20-24]` (RFC 3435 appendix E.5).
enum EndpointRange {
    /// Whether a term has a range.
    static func isPart(of term: ArraySlice<UInt8>) -> Bool {
        guard let parts = Self.parts(of: term) else {
            return false
        }
        return !Self.ranges(in: parts.list).isEmpty
    }

    /// Whether a term of a pattern covers a term of a name.
    static func covers(_ pattern: ArraySlice<UInt8>, _ term: ArraySlice<UInt8>) -> Bool {
        if pattern.elementsEqual([0x2A]) || pattern.elementsEqual([0x24]) || pattern.isEqualIgnoringCase(to: term) {
            return true
        }
        guard let parts = Self.parts(of: pattern), term.count > parts.head.count + parts.tail.count,
            term.prefix(parts.head.count).isEqualIgnoringCase(to: parts.head),
            term.suffix(parts.tail.count).isEqualIgnoringCase(to: parts.tail)
        else {
            return false
        }
        let digits = term.dropFirst(parts.head.count).dropLast(parts.tail.count)
        guard let number = digits.decimal(digits: 9) else {
            return false
        }
        return Self.ranges(in: parts.list).contains { $0.contains(number) }
    }

    /// What stands before the brackets, between them and after them.
    private static func parts(
        of term: ArraySlice<UInt8>
    ) -> (head: ArraySlice<UInt8>, list: ArraySlice<UInt8>, tail: ArraySlice<UInt8>)? {
        guard let open = term.firstIndex(of: 0x5B), let close = term[open...].firstIndex(of: 0x5D) else {
            return nil
        }
        return (term[..<open], term[(open + 1)..<close], term[(close + 1)...])
    }

    /// The ranges of a list; none when it is malformed.
    private static func ranges(in list: ArraySlice<UInt8>) -> [ClosedRange<UInt32>] {
        var ranges: [ClosedRange<UInt32>] = []
        for part in list.split(separator: 0x2C, omittingEmptySubsequences: false) {
            let bounds = part.split(separator: 0x2D, omittingEmptySubsequences: false)
            guard (1...2).contains(bounds.count), let first = bounds.first, let low = first.decimal(digits: 9),
                let last = bounds.last, let high = last.decimal(digits: 9), low <= high
            else {
                return []
            }
            ranges.append(low...high)
        }
        return ranges
    }
}

extension ArraySlice<UInt8> {
    func isEqualIgnoringCase(to other: ArraySlice<UInt8>) -> Bool {
        self.count == other.count && zip(self, other).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }
}
