import ProtocolKit

/// Where the parts of one Via value stand (RFC 3261 §20.42, RFC 3581 §3).
struct ViaLayout: Sendable {
    var transport = Via.Transport.other
    var transportName = Extent.none
    var host = HostLayout()
    var port: UInt16?
    var branch = Extent.none
    var received = Extent.none
    var maddr = Extent.none
    var hasResponsePort = false
    var responsePort: UInt16?

    /// The parameters, the first semicolon included.
    var parameters = Extent.none
    var whole = Extent.none

    init() {}

    /// Takes one value up to a comma or the end.
    ///
    /// What was read before an error stays, so that a malformed request can still be answered.
    mutating func scan(_ octets: Span<UInt8>, _ scanner: inout Scanner) throws(SIPParseError) {
        scanner.skipLWS(octets)
        let start = scanner.position
        defer { self.whole = scanner.extent(from: start) }
        try self.scanProtocol(octets, &scanner)
        self.host = try scanner.host(octets)
        self.port = try scanner.port(octets, whiteSpace: true)
        let parameters = scanner.position
        while let parameter = try scanner.parameter(octets) {
            try self.take(parameter, octets)
        }
        self.parameters = scanner.extent(from: parameters)
    }

    private mutating func scanProtocol(_ octets: Span<UInt8>, _ scanner: inout Scanner) throws(SIPParseError) {
        _ = try scanner.token(octets, "Via protocol")
        guard scanner.takeSeparator(0x2F, octets) else {
            throw .expected("Via protocol")
        }
        _ = try scanner.token(octets, "Via version")
        guard scanner.takeSeparator(0x2F, octets) else {
            throw .expected("Via transport")
        }
        self.transportName = try scanner.token(octets, "Via transport")
        self.transport = Via.Transport(octets, self.transportName)
        let gap = scanner.position
        scanner.skipLWS(octets)
        guard scanner.position > gap else {
            throw .expected("Via sent-by")
        }
    }

    private mutating func take(_ parameter: ParameterLayout, _ octets: Span<UInt8>) throws(SIPParseError) {
        switch parameter.name.count {
        case 3 where octets.matches(parameter.name, "ttl"):
            var scanner = Scanner(parameter.value)
            _ = try scanner.decimal(upTo: 255, octets, "ttl")
        case 5 where octets.matches(parameter.name, "rport"):
            try self.take(responsePort: parameter.value, octets)
        case 5 where octets.matches(parameter.name, "maddr"):
            self.maddr = try Self.required(parameter.value, "maddr", after: self.maddr)
        case 6 where octets.matches(parameter.name, "branch"):
            self.branch = try Self.required(parameter.value, "branch", after: self.branch)
        case 8 where octets.matches(parameter.name, "received"):
            self.received = try Self.required(parameter.value, "received", after: self.received)
        default:
            return
        }
    }

    private mutating func take(responsePort value: Extent, _ octets: Span<UInt8>) throws(SIPParseError) {
        self.hasResponsePort = true
        guard !value.isEmpty else {
            return
        }
        var scanner = Scanner(value)
        let port = try scanner.decimal(upTo: 65_535, octets, "rport")
        guard scanner.isAtEnd else {
            throw .expected("rport")
        }
        self.responsePort = UInt16(truncatingIfNeeded: port)
    }

    /// The value of a parameter that must have one; the first counts when it occurs twice.
    private static func required(
        _ value: Extent,
        _ name: StaticString,
        after earlier: Extent
    ) throws(SIPParseError) -> Extent {
        guard !value.isEmpty else {
            throw .expected(name)
        }
        return earlier.isEmpty ? value : earlier
    }
}
