import ProtocolKit

/// Where the parts of a URI stand.
struct SIPURILayout: Sendable {
    var scheme = SIPURI.Scheme.other
    var schemeName = Extent.none
    var user = Extent.none
    var password = Extent.none
    var host = HostLayout()
    var port: UInt16?

    /// The parameters, each with its semicolon.
    var parameters = Extent.none

    /// The headers, without the question mark.
    var headers = Extent.none

    /// What follows the scheme of a URI that is not SIP: the number of a tel URI, else everything.
    var opaque = Extent.none
    var whole = Extent.none

    init() {}

    /// Reads the URI that stands at exactly `extent` (RFC 3261 §19.1, RFC 3966, RFC 3986).
    init(_ octets: Span<UInt8>, _ extent: Extent) throws(SIPParseError) {
        self.whole = extent
        var scanner = Scanner(extent)
        guard !scanner.isAtEnd, octets[scanner.position].isASCIILetter else {
            throw .expected("URI")
        }
        self.schemeName = scanner.run(.scheme, octets)
        guard scanner.take(0x3A, octets) else {
            throw .expected("URI")
        }
        self.scheme = SIPURI.Scheme(octets, self.schemeName)
        switch self.scheme {
        case .sip, .sips:
            try self.scanSIP(octets, &scanner)
        case .tel:
            self.opaque = try scanner.telephoneNumber(octets)
            try self.scanParameters(octets, &scanner)
        case .other:
            self.opaque = try scanner.escapedRun(.opaqueURI, octets)
        }
        guard scanner.isAtEnd, self.scheme == .sip || self.scheme == .sips || !self.opaque.isEmpty else {
            throw .expected("URI")
        }
    }

    private mutating func scanSIP(_ octets: Span<UInt8>, _ scanner: inout Scanner) throws(SIPParseError) {
        if octets.contains(0x40, in: scanner.position..<scanner.end) {
            self.user = try scanner.escapedRun(.user, octets)
            guard !self.user.isEmpty else {
                throw .expected("user")
            }
            if scanner.take(0x3A, octets) {
                self.password = try scanner.escapedRun(.password, octets)
            }
            guard scanner.take(0x40, octets) else {
                throw .expected("user")
            }
        }
        self.host = try scanner.host(octets)
        self.port = try scanner.port(octets)
        try self.scanParameters(octets, &scanner)
        if scanner.take(0x3F, octets) {
            try self.scanHeaders(octets, &scanner)
        }
    }

    private mutating func scanParameters(_ octets: Span<UInt8>, _ scanner: inout Scanner) throws(SIPParseError) {
        let start = scanner.position
        while scanner.take(0x3B, octets) {
            let name = try scanner.escapedRun(.uriParameter, octets)
            guard !name.isEmpty else {
                throw .expected("URI parameter")
            }
            if scanner.take(0x3D, octets), try scanner.escapedRun(.uriParameter, octets).isEmpty {
                throw .expected("URI parameter")
            }
        }
        self.parameters = scanner.extent(from: start)
    }

    private mutating func scanHeaders(_ octets: Span<UInt8>, _ scanner: inout Scanner) throws(SIPParseError) {
        let start = scanner.position
        repeat {
            let name = try scanner.escapedRun(.uriHeader, octets)
            guard !name.isEmpty, scanner.take(0x3D, octets) else {
                throw .expected("URI header")
            }
            _ = try scanner.escapedRun(.uriHeader, octets)
        } while scanner.take(0x26, octets)
        self.headers = scanner.extent(from: start)
    }
}

extension Scanner {
    /// Takes the number of a tel URI (RFC 3966 §3), which must not be empty.
    fileprivate mutating func telephoneNumber(_ octets: Span<UInt8>) throws(SIPParseError) -> Extent {
        let start = self.position
        _ = self.take(0x2B, octets)
        guard !self.run(.phone, octets).isEmpty else {
            throw .expected("telephone number")
        }
        return self.extent(from: start)
    }
}

extension Span where Element == UInt8 {
    func contains(_ octet: UInt8, in range: Range<Int>) -> Bool {
        for index in range where self[index] == octet {
            return true
        }
        return false
    }
}
