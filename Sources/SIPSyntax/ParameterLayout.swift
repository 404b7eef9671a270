import ProtocolKit

/// Where one `;name=value` of a header field stands.
struct ParameterLayout {
    let name: Extent

    /// The value, with its quotes if it has any; empty when there is none.
    let value: Extent
}

extension Scanner {
    /// Takes the next `;name` or `;name=value`; `nil`, with nothing taken, when no semicolon follows.
    mutating func parameter(_ octets: Span<UInt8>) throws(SIPParseError) -> ParameterLayout? {
        guard self.takeSeparator(0x3B, octets) else {
            return nil
        }
        return try self.nameAndValue(octets)
    }

    /// Takes `name` or `name=value` (RFC 3261 §25.1 `generic-param`); names written like a URI's parameters also pass.
    mutating func nameAndValue(_ octets: Span<UInt8>) throws(SIPParseError) -> ParameterLayout {
        let name = self.run(.parameterName, octets)
        guard !name.isEmpty else {
            throw .expected("parameter")
        }
        guard self.takeSeparator(0x3D, octets) else {
            return ParameterLayout(name: name, value: .none)
        }
        return ParameterLayout(name: name, value: try self.parameterValue(octets))
    }

    /// Takes a token, a host or a quoted string.
    ///
    /// The grammar's token and host are widened to all visible characters that cannot end a parameter, because
    /// addresses and URIs without quotes are common there.
    mutating func parameterValue(_ octets: Span<UInt8>) throws(SIPParseError) -> Extent {
        if self.next(is: 0x22, octets) {
            return try self.quotedString(octets)
        }
        let start = self.position
        while self.position < self.end,
            octets[self.position] >= 0x80 || OctetSet.valueText.contains(octets[self.position])
        {
            self.move(to: self.position + 1)
        }
        guard self.position > start else {
            throw .expected("parameter value")
        }
        return self.extent(from: start)
    }

    /// Takes the parameters that follow and returns where they stand.
    mutating func parameters(_ octets: Span<UInt8>) throws(SIPParseError) -> Extent {
        let start = self.position
        while try self.parameter(octets) != nil {}
        return self.extent(from: start)
    }
}
