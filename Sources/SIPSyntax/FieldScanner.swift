/// The fields of a header block as they are found.
struct FieldTable {
    private(set) var fields: [SIPField] = []
    private(set) var present = KnownHeaderSet()
    private(set) var repeated = KnownHeaderSet()

    /// Where the CRLFs that fold a line stand.
    var folds: [Int] = []
    private(set) var error: SIPParseError?
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
        self.fields.reserveCapacity(min(24, limit))
    }

    @inline(__always)
    mutating func append(name: Extent, value: Extent, known: KnownHeaderName?) {
        guard self.fields.count < self.limit else {
            self.note(.tooLarge("Header"))
            return
        }
        self.fields.append(SIPField(name: name, value: value, known: known))
        if let known {
            if self.present.contains(known) {
                self.repeated.insert(known)
            } else {
                self.present.insert(known)
            }
        }
    }

    mutating func note(_ error: SIPParseError) {
        self.error = self.error ?? error
    }
}

/// Walks the lines of a header block once, each octet a fixed number of times.
///
/// Only CRLF ends a line. A CR or LF alone is an error, because another element might take it for the end of a line
/// and see a header that this one does not.
struct FieldScanner {
    private(set) var position: Int
    private let end: Int

    init(_ start: Int, _ end: Int) {
        self.position = start
        self.end = end
    }

    /// Goes on after the next line end.
    mutating func skipLine(_ octets: Span<UInt8>) {
        while self.position < self.end, octets[self.position] != 0x0A {
            self.position += 1
        }
        self.position = min(self.position + 1, self.end)
    }

    /// Finds the fields up to and including the empty line, which may be missing at the end of a datagram.
    mutating func scan(_ octets: Span<UInt8>, into table: inout FieldTable) {
        let names = HeaderNameTable.shared
        while self.position < self.end {
            if octets[self.position] == 0x0D, self.isLineEnd(octets) {
                self.position += 2
                return
            }
            self.scanField(octets, names, into: &table)
        }
        if self.end < 2 || octets[self.end - 2] != 0x0D || octets[self.end - 1] != 0x0A {
            table.note(.expected("header end"))
        }
    }

    @inline(__always)
    private func isLineEnd(_ octets: Span<UInt8>) -> Bool {
        self.position + 1 < self.end && octets[self.position] == 0x0D && octets[self.position + 1] == 0x0A
    }

    @inline(__always)
    private mutating func scanField(_ octets: Span<UInt8>, _ names: HeaderNameTable, into table: inout FieldTable) {
        let start = self.position
        var hash = HeaderNameTable.seed
        while self.position < self.end, OctetSet.token.contains(octets[self.position]) {
            hash = HeaderNameTable.mix(hash, octets[self.position])
            self.position += 1
        }
        let name = Extent(start, self.position)
        while self.position < self.end, octets[self.position] == 0x20 || octets[self.position] == 0x09 {
            self.position += 1
        }
        let isField =
            !name.isEmpty && name.count <= 0xFFFF && self.position < self.end && octets[self.position] == 0x3A
        if isField {
            self.position += 1
        }
        let value = self.scanValue(octets, into: &table)
        if isField {
            table.append(name: name, value: value, known: names.find(octets, name, hash: hash))
        } else {
            table.note(.expected("header field"))
        }
    }

    /// Takes the rest of the line and the lines that go on with it, and the CRLF after them.
    @inline(__always)
    private mutating func scanValue(_ octets: Span<UInt8>, into table: inout FieldTable) -> Extent {
        var start = self.position
        var last = start
        repeat {
            var place = self.position
            if last == start {
                while place < self.end, octets[place] == 0x20 || octets[place] == 0x09 {
                    place += 1
                }
                start = place
                last = place
            }
            while place < self.end, octets[place] != 0x0D, octets[place] != 0x0A {
                if octets[place] != 0x20, octets[place] != 0x09 {
                    last = place + 1
                }
                place += 1
            }
            self.position = place
        } while self.position < self.end && self.endsLine(octets, &table)
        return Extent(start, last)
    }

    /// Takes a CRLF or a stray CR or LF; returns whether the value goes on.
    private mutating func endsLine(_ octets: Span<UInt8>, _ table: inout FieldTable) -> Bool {
        guard self.isLineEnd(octets) else {
            table.note(.expected("line end"))
            self.position += 1
            return false
        }
        self.position += 2
        guard self.position < self.end, octets[self.position] == 0x20 || octets[self.position] == 0x09 else {
            return false
        }
        table.folds.append(self.position - 2)
        return true
    }
}
