extension PERReader {
    /// Takes a list (X.691 clause 20), `SEQUENCE OF` and `SET OF` alike; without `upper` its length has no bound.
    mutating func takeList<Element>(
        _ lower: Int,
        _ upper: Int?,
        of element: (inout PERReader) throws(H323SyntaxError) -> Element
    ) throws(H323SyntaxError) -> [Element] {
        if let upper, upper < 65_536 {
            let count = try self.takeInteger(lower, upper)
            var list: [Element] = []
            try self.takeElements(count, into: &list, of: element)
            return list
        }
        var list: [Element] = []
        while true {
            let part = try self.takeLengthPart()
            try self.takeElements(part.count, into: &list, of: element)
            guard part.isFragment else {
                return list
            }
        }
    }

    private mutating func takeElements<Element>(
        _ count: Int,
        into list: inout [Element],
        of element: (inout PERReader) throws(H323SyntaxError) -> Element
    ) throws(H323SyntaxError) {
        try self.chargeElements(count, stride: MemoryLayout<Element>.stride)
        list.reserveCapacity(list.count + count)
        for _ in 0..<count {
            list.append(try element(&self))
        }
    }
}

extension PERWriter {
    /// Writes a list (X.691 clause 20).
    mutating func putList<Element>(
        _ list: [Element],
        _ lower: Int,
        _ upper: Int?,
        of element: (Element, inout PERWriter) -> Void
    ) {
        var rest = list[...]
        if let upper, upper < 65_536 {
            self.putInteger(list.count, lower, upper)
        } else {
            for multiple in Self.fragments(of: list.count) {
                self.putFragmentLength(multiple)
                for value in rest.prefix(multiple << 14) {
                    element(value, &self)
                }
                rest = rest.dropFirst(multiple << 14)
            }
            self.putLength(rest.count)
        }
        for value in rest {
            element(value, &self)
        }
    }

    /// Writes a list of values that write themselves.
    mutating func putList<Element: PERValue>(_ list: [Element], _ lower: Int, _ upper: Int?) {
        self.putList(list, lower, upper) { $0.encode(into: &$1) }
    }
}
