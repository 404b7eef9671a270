import ProtocolKit

/// Where the parts of a `name-addr` or `addr-spec` with its parameters stand.
struct NameAddressLayout: Sendable {
    /// The display name as it was written, with its quotes if it has any.
    var display = Extent.none

    /// The URI, which was read once and is read again when it is asked for.
    var uri = Extent.none

    /// The parameters of the header, the first semicolon included.
    var parameters = Extent.none
    var tag = Extent.none

    init() {}

    /// Takes one value up to a comma or the end (RFC 3261 §20.10, §20.20, §25.1).
    init(_ octets: Span<UInt8>, _ scanner: inout Scanner) throws(SIPParseError) {
        scanner.skipLWS(octets)
        if scanner.next(is: 0x22, octets) {
            self.display = try scanner.quotedString(octets)
            scanner.skipLWS(octets)
        } else if let display = scanner.displayName(octets) {
            self.display = display
        }
        if scanner.take(0x3C, octets) {
            self.uri = try scanner.bracketedURI(octets)
        } else if self.display.isEmpty {
            self.uri = try scanner.bareURI(octets)
        } else {
            throw .expected("address")
        }
        let start = scanner.position
        while let parameter = try scanner.parameter(octets) {
            if octets.matches(parameter.name, "tag") {
                try self.take(tag: parameter.value, octets)
            }
        }
        self.parameters = scanner.extent(from: start)
    }

    private mutating func take(tag: Extent, _ octets: Span<UInt8>) throws(SIPParseError) {
        guard self.tag.isEmpty else {
            throw .duplicate("tag")
        }
        guard !tag.isEmpty, octets[Int(tag.start)] != 0x22 else {
            throw .expected("tag")
        }
        self.tag = tag
    }
}

extension Scanner {
    /// Takes an unquoted display name, if a `<` follows one; `nil`, with nothing taken, otherwise.
    ///
    /// Wider than the grammar's tokens, since unquoted names in other alphabets are common; a comma, a semicolon and a
    /// quote are still refused (RFC 4475 §3.1.2.15).
    fileprivate mutating func displayName(_ octets: Span<UInt8>) -> Extent? {
        let start = self.position
        var place = start
        var last = start
        while place < self.end {
            let octet = octets[place]
            if octet == 0x3C {
                self.move(to: place)
                return Extent(start, last)
            }
            if octet == 0x2C || octet == 0x3B || octet == 0x22 || octet < 0x20 && octet != 0x09 || octet == 0x7F {
                return nil
            }
            place += 1
            if octet != 0x20, octet != 0x09 {
                last = place
            }
        }
        return nil
    }

    /// Takes a URI and the closing bracket; white space around the URI is let go (RFC 4475 §3.1.2.14).
    fileprivate mutating func bracketedURI(_ octets: Span<UInt8>) throws(SIPParseError) -> Extent {
        self.skipLWS(octets)
        let start = self.position
        while self.position < self.end, octets[self.position] > 0x20, octets[self.position] != 0x3E {
            self.move(to: self.position + 1)
        }
        let extent = self.extent(from: start)
        self.skipLWS(octets)
        guard self.take(0x3E, octets) else {
            throw .expected("closing bracket")
        }
        _ = try SIPURILayout(octets, extent)
        return extent
    }

    /// Takes a URI without brackets, up to white space, a comma or a semicolon (RFC 3261 §20.10).
    ///
    /// A SIP URI with headers must stand in brackets (RFC 4475 §3.1.2.13); of other schemes a question mark is let go.
    fileprivate mutating func bareURI(_ octets: Span<UInt8>) throws(SIPParseError) -> Extent {
        let start = self.position
        while self.position < self.end, octets[self.position] > 0x20, octets[self.position] != 0x2C,
            octets[self.position] != 0x3B
        {
            self.move(to: self.position + 1)
        }
        let extent = self.extent(from: start)
        guard try SIPURILayout(octets, extent).headers.isEmpty else {
            throw .expected("bracketed URI")
        }
        return extent
    }
}
