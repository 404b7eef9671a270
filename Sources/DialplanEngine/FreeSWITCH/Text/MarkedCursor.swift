/// Reads marked text front to back, and can never run past its end.
struct MarkedCursor {
    private let octets: ArraySlice<MarkedOctet>
    private(set) var position: Int

    init(_ octets: ArraySlice<MarkedOctet>) {
        self.octets = octets
        self.position = octets.startIndex
    }

    init(_ text: MarkedText) {
        self.init(text.octets[...])
    }

    /// Whether nothing is left.
    var isAtEnd: Bool {
        self.position >= self.octets.endIndex
    }

    /// What is left.
    var rest: ArraySlice<MarkedOctet> {
        self.octets[self.position...]
    }

    /// The octet `offset` places after the next one, which stays.
    func peek(at offset: Int = 0) -> MarkedOctet? {
        let index = self.position + offset
        return self.octets.indices.contains(index) ? self.octets[index] : nil
    }

    /// Takes the next octet.
    mutating func take() -> MarkedOctet? {
        guard let next = self.peek() else {
            return nil
        }
        self.position += 1
        return next
    }

    /// Takes the next octet if it is `octet`, as syntax.
    mutating func take(_ octet: MarkedOctet) -> Bool {
        guard self.peek() == octet else {
            return false
        }
        self.position += 1
        return true
    }

    /// Passes over some octets, or what is left.
    mutating func skip(_ count: Int = 1) {
        self.position = min(self.position + count, self.octets.endIndex)
    }

    /// Takes the octets for which `predicate` holds.
    mutating func take(while predicate: (MarkedOctet) -> Bool) -> ArraySlice<MarkedOctet> {
        let start = self.position
        while let next = self.peek(), predicate(next) {
            self.position += 1
        }
        return self.octets[start..<self.position]
    }

    /// What stands between two positions.
    func octets(from start: Int, to end: Int) -> ArraySlice<MarkedOctet> {
        let range = self.octets.indices
        return self.octets[max(start, range.lowerBound)..<max(start, min(end, range.upperBound))]
    }

    /// Where the parenthesis that is next is closed, as an offset from it; `nil` when it never is.
    func endOfParenthesis(_ open: MarkedOctet, _ close: MarkedOctet) -> Int? {
        guard self.peek() == open else {
            return nil
        }
        var depth = 0
        for (offset, octet) in self.rest.enumerated() {
            if octet == open {
                depth += 1
            } else if octet == close {
                depth -= 1
                if depth == 0 {
                    return offset
                }
            }
        }
        return nil
    }
}
