import ProtocolKit

extension SIPMessageParser {
    /// Reads the first line; returns it with where the fields start, or `nil` when this cannot be a SIP message.
    mutating func readStartLine(at start: Int, _ octets: Span<UInt8>) -> (SIPStartLine, Int)? {
        var end = start
        while end < octets.count, octets[end] != 0x0D, octets[end] != 0x0A {
            end += 1
        }
        guard end + 1 < octets.count, octets[end] == 0x0D, octets[end + 1] == 0x0A else {
            return nil
        }
        let line = Extent(start, end)
        if line.count >= 4, octets.matches(Extent(start, start + 4), "sip/") {
            return self.readStatusLine(line, octets).map { ($0, end + 2) }
        }
        return self.readRequestLine(line, octets).map { ($0, end + 2) }
    }

    /// Reads `SIP/2.0 SP 3DIGIT SP Reason-Phrase`; the space before an empty phrase may be absent.
    private mutating func readStatusLine(_ line: Extent, _ octets: Span<UInt8>) -> SIPStartLine? {
        let prefix = "sip/2.0 ".utf8.count
        guard line.count > prefix, octets.matches(Extent(Int(line.start), Int(line.start) + prefix), "sip/2.0 ") else {
            return nil
        }
        var scanner = Scanner(Extent(Int(line.start) + prefix, Int(line.end)))
        guard let code = scanner.decimal(octets), let status = SIPStatus(exactly: code),
            scanner.isAtEnd || scanner.take(0x20, octets)
        else {
            self.note(.outOfRange("status code"))
            return nil
        }
        return .response(status, reason: scanner.position..<scanner.end)
    }

    /// Reads `Method SP Request-URI SP SIP-Version`; exactly one space stands at each place (RFC 4475 §3.1.2.8–10).
    private mutating func readRequestLine(_ line: Extent, _ octets: Span<UInt8>) -> SIPStartLine? {
        var scanner = Scanner(line)
        let method = scanner.run(.token, octets)
        guard !method.isEmpty, scanner.take(0x20, octets) else {
            return nil
        }
        let name = SIPMethod(octets, method) { octets.copy(method) }
        var last = Int(line.end)
        while last > scanner.position, octets[last - 1] != 0x20 {
            last -= 1
        }
        let version = Extent(last, Int(line.end))
        guard last > scanner.position else {
            self.note(.expected("Request-Line"))
            return .request(name, uri: scanner.position..<scanner.position)
        }
        let uri = Extent(scanner.position, last - 1)
        self.readVersion(version, octets)
        self.readRequestURI(uri, octets)
        return .request(name, uri: uri.range)
    }

    /// Refuses any version but `SIP/2.0` (RFC 3261 §7.1, RFC 4475 §3.1.2.16).
    private mutating func readVersion(_ version: Extent, _ octets: Span<UInt8>) {
        guard !octets.matches(version, "sip/2.0") else {
            return
        }
        var scanner = Scanner(version)
        scanner.move(to: scanner.position + 4)
        let isSIP = octets.matches(Extent(Int(version.start), scanner.position), "sip/")
        if isSIP, scanner.decimal(octets) != nil, scanner.take(0x2E, octets), scanner.decimal(octets) != nil,
            scanner.isAtEnd
        {
            self.note(SIPParseError(.unsupportedVersion))
        } else {
            self.note(.expected("SIP-Version"))
        }
    }

    /// Reads the Request-URI, which must not carry headers (RFC 3261 §19.1.1 table 1, RFC 4475 §3.1.2.11).
    private mutating func readRequestURI(_ extent: Extent, _ octets: Span<UInt8>) {
        guard extent.count <= self.limits.requestURIOctets else {
            self.note(SIPParseError(.uriTooLong))
            return
        }
        do throws(SIPParseError) {
            let layout = try SIPURILayout(octets, extent)
            guard layout.headers.isEmpty else {
                throw .expected("Request-URI")
            }
            self.essentials.requestURI = extent
        } catch {
            self.note(.expected("Request-URI"))
        }
    }
}
