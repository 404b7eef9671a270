extension MarkedText {
    /// The parts between delimiters, as FreeSWITCH separates arguments: what stands in `'…'` or after `\` is no
    /// delimiter, and both are taken out; `^^;` in front makes `;` the delimiter.
    ///
    /// At most `limit` parts, the last with all that is left. Several spaces are one delimiter; other delimiters with
    /// nothing between make an empty part, except at the very end.
    func arguments(separatedBy delimiter: MarkedOctet, limit: Int) -> [MarkedText] {
        var text = self
        var delimiter = delimiter
        if self.octets.starts(with: ["^", "^"]), let own = self.octets.dropFirst(2).first, self.count > 3 {
            delimiter = own
            text = self.dropFirst(3)
        }
        var cursor = MarkedCursor(text)
        var parts: [MarkedText] = []
        while !cursor.isAtEnd, parts.count < limit {
            if parts.count == limit - 1 {
                parts.append(MarkedText(cursor.rest))
                break
            }
            parts.append(MarkedText(Self.part(&cursor, delimiter)))
            if delimiter == " " {
                _ = cursor.take { $0 == " " }
            }
        }
        return parts.map { $0.unquoted(delimiter: delimiter == " " ? nil : delimiter) }
    }

    /// Takes one part and the delimiter behind it.
    private static func part(_ cursor: inout MarkedCursor, _ delimiter: MarkedOctet) -> ArraySlice<MarkedOctet> {
        let isBlank = delimiter == " "
        let start = cursor.position
        if isBlank {
            _ = cursor.take { $0 == " " }
        }
        var isInQuotes = false
        while let octet = cursor.take() {
            if octet == "\\" {
                cursor.skip()
            } else if octet == "'", isBlank || isInQuotes || cursor.rest.contains("'") {
                isInQuotes.toggle()
            } else if octet == delimiter, !isInQuotes {
                return cursor.octets(from: start, to: cursor.position - 1)
            }
        }
        return cursor.octets(from: start, to: cursor.position)
    }

    /// Without quotes, escapes and the spaces around it.
    private func unquoted(delimiter: MarkedOctet?) -> MarkedText {
        var cursor = MarkedCursor(self.droppingSpaces)
        var result: [MarkedOctet] = []
        var end = 0
        var isInQuotes = false
        while let octet = cursor.take() {
            if octet == "\\", let escaped = Self.escaped(cursor.peek(), delimiter) {
                cursor.skip()
                result.append(escaped)
                end = result.count
            } else if octet == "'", isInQuotes || cursor.rest.contains("'") {
                isInQuotes.toggle()
                end = isInQuotes ? result.count : end
            } else {
                result.append(octet)
                end = octet != " " || isInQuotes ? result.count : end
            }
        }
        return MarkedText(result[..<end])
    }

    /// What `\` and `octet` stand for; `nil` when they stand for themselves.
    private static func escaped(_ octet: MarkedOctet?, _ delimiter: MarkedOctet?) -> MarkedOctet? {
        switch octet {
        case "'", "\"", "\\":
            octet
        case "n":
            "\n"
        case "r":
            "\r"
        case "t":
            "\t"
        case "s":
            " "
        default:
            octet != nil && octet == delimiter ? octet : nil
        }
    }
}
