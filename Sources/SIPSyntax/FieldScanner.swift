import ProtocolKit

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

    /// Keeps the first error; a later one is not even made, since a hostile message may hold one in every octet.
    mutating func note(_ error: @autoclosure () -> SIPParseError) {
        self.error = self.error ?? error()
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
        let octets = octets.extracting(first: self.end)
        var place = self.position
        defer { self.position = place }
        while place < octets.count {
            if octets[place] == 0x0D, Self.isLineEnd(octets, place) {
                place += 2
                return
            }
            Self.scanField(octets, &place, names, into: &table)
        }
        if octets.count < 2 || octets[octets.count - 2] != 0x0D || octets[octets.count - 1] != 0x0A {
            table.note(.expected("header end"))
        }
    }

    @inline(__always)
    private static func isLineEnd(_ octets: Span<UInt8>, _ place: Int) -> Bool {
        place + 1 < octets.count && octets[place] == 0x0D && octets[place + 1] == 0x0A
    }

    @inline(__always)
    private static func scanField(
        _ octets: Span<UInt8>,
        _ place: inout Int,
        _ names: HeaderNameTable,
        into table: inout FieldTable
    ) {
        let start = place
        var hash = HeaderNameTable.seed
        while place < octets.count, OctetSet.token.contains(octets[place]) {
            hash = HeaderNameTable.mix(hash, octets[place])
            place += 1
        }
        let name = Extent(start, place)
        while place < octets.count, octets[place] == 0x20 || octets[place] == 0x09 {
            place += 1
        }
        let isField = !name.isEmpty && name.count <= 0xFFFF && place < octets.count && octets[place] == 0x3A
        if isField {
            place += 1
        }
        let value = Self.scanValue(octets, &place, into: &table)
        if isField {
            table.append(name: name, value: value, known: names.find(octets, name, hash: hash))
        } else {
            table.note(.expected("header field"))
        }
    }

    /// Takes the rest of the line and the lines that go on with it, and the CRLF after them.
    @inline(__always)
    private static func scanValue(_ octets: Span<UInt8>, _ place: inout Int, into table: inout FieldTable) -> Extent {
        let start = place
        var end: Int
        repeat {
            while place < octets.count, octets[place] > 0x0D || (octets[place] != 0x0D && octets[place] != 0x0A) {
                place += 1
            }
            end = place
        } while place < octets.count && Self.endsLine(octets, &place, &table)
        return octets.trimmed(Extent(start, end))
    }

    /// Takes a CRLF or a stray CR or LF; returns whether the value goes on.
    private static func endsLine(_ octets: Span<UInt8>, _ place: inout Int, _ table: inout FieldTable) -> Bool {
        guard Self.isLineEnd(octets, place) else {
            table.note(.expected("line end"))
            place += 1
            return false
        }
        place += 2
        guard place < octets.count, octets[place] == 0x20 || octets[place] == 0x09 else {
            return false
        }
        table.folds.append(place - 2)
        return true
    }
}

extension Span where Element == UInt8 {
    /// The same extent without the white space, folding included, at both its ends.
    @inline(__always)
    fileprivate func trimmed(_ extent: Extent) -> Extent {
        var start = Int(extent.start)
        var end = Int(extent.end)
        while start < end, self.isWhiteSpace(self[start]) {
            start += 1
        }
        while end > start, self.isWhiteSpace(self[end - 1]) {
            end -= 1
        }
        return Extent(start, end)
    }

    @inline(__always)
    private func isWhiteSpace(_ octet: UInt8) -> Bool {
        octet == 0x20 || octet == 0x09 || octet == 0x0D || octet == 0x0A
    }
}
