package import ProtocolKit

/// A SIP, SIPS or tel URI, or one of an unknown scheme kept as it is (RFC 3261 §19.1, RFC 3966).
///
/// The octets it was read from are kept, a whole message perhaps; ``detached`` keeps no more than the URI's own.
package struct SIPURI: Sendable {
    /// The schemes that are taken apart.
    package enum Scheme: Hashable, Sendable {
        /// `sip:`
        case sip

        /// `sips:`
        case sips

        /// `tel:`
        case tel

        /// Any other, see ``SIPURI/schemeName``.
        case other
    }

    /// The octets that the ranges point into.
    package let bytes: [UInt8]
    let layout: SIPURILayout

    init(_ bytes: [UInt8], _ layout: SIPURILayout) {
        self.bytes = bytes
        self.layout = layout
    }

    /// Reads a URI again that was read before; an empty extent, of a message that is only answerable, gives an empty URI.
    init(_ bytes: [UInt8], known extent: Extent) {
        self.bytes = bytes
        self.layout = (try? SIPURILayout(bytes.span, extent)) ?? SIPURILayout()
    }

    /// Reads a URI that stands at exactly `range`, or is all of `bytes`.
    package init(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(SIPParseError) {
        let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
        self.init(bytes, try SIPURILayout(bytes.span, Extent(range.lowerBound, range.upperBound)))
    }

    /// Reads a URI.
    package init(_ text: ByteString) throws(SIPParseError) {
        try self.init(text.bytes)
    }

    /// The scheme.
    package var scheme: Scheme {
        self.layout.scheme
    }

    /// The scheme as it was written, without the colon.
    package var schemeName: ByteString {
        self.copy(self.layout.schemeName)
    }

    /// The whole URI as it was written.
    package var text: ByteString {
        self.copy(self.layout.whole)
    }

    /// Where the whole URI stands in ``bytes``.
    package var range: Range<Int> {
        self.layout.whole.range
    }

    /// The same URI in octets of its own.
    package var detached: SIPURI {
        let text = self.text.bytes
        return SIPURI(text, known: Extent(0, text.count))
    }

    /// The user part as it was written, with its escapes; `nil` when there is none.
    package var rawUser: ByteString? {
        self.layout.user.rangeIfPresent.map { ByteString(self.bytes[$0]) }
    }

    /// The user part without its escapes, unescaped once (RFC 4475 §3.1.1.3).
    package var user: ByteString? {
        self.layout.user.rangeIfPresent.map { ByteString.unescaping(self.bytes[$0]) }
    }

    /// The password as it was written.
    package var password: ByteString? {
        self.layout.password.rangeIfPresent.map { ByteString(self.bytes[$0]) }
    }

    /// The host as it was written, with the brackets of an IPv6 reference.
    package var host: ByteString {
        self.copy(self.layout.host.extent)
    }

    /// Where the host stands in ``bytes``.
    package var hostRange: Range<Int> {
        self.layout.host.extent.range
    }

    /// The address when the host is a literal.
    package var hostAddress: IPAddress? {
        self.layout.host.address(self.bytes)
    }

    /// The port that is written; `nil` says that RFC 3263 decides.
    package var port: UInt16? {
        self.layout.port
    }

    /// The parameters, such as `transport`, `user`, `lr`, `maddr`.
    package var parameters: SIPParameters {
        SIPParameters(self.bytes, self.layout.parameters, areEscaped: true)
    }

    /// The headers as they were written, without the question mark; `nil` when there is none.
    package var headers: ByteString? {
        self.layout.headers.rangeIfPresent.map { ByteString(self.bytes[$0]) }
    }

    /// What follows the scheme: the number of a tel URI as it was written, or all of an unknown one; empty for SIP.
    package var opaquePart: ByteString {
        self.copy(self.layout.opaque)
    }

    /// Whether this is `sip:` or `sips:`.
    package var isSIP: Bool {
        self.scheme == .sip || self.scheme == .sips
    }

    /// Whether the URI asks for loose routing (RFC 3261 §19.1.1 `lr`).
    package var isLooseRouter: Bool {
        self.parameters.contains("lr")
    }

    private func copy(_ extent: Extent) -> ByteString {
        ByteString(self.bytes[extent.range])
    }
}

extension SIPURI: CustomStringConvertible {
    package var description: String {
        self.text.description
    }
}

extension SIPURI.Scheme {
    init(_ octets: Span<UInt8>, _ extent: Extent) {
        if octets.matches(extent, "sip") {
            self = .sip
        } else if octets.matches(extent, "sips") {
            self = .sips
        } else if octets.matches(extent, "tel") {
            self = .tel
        } else {
            self = .other
        }
    }
}

extension ByteString {
    /// Replaces `%HH` by the octet it stands for, once; what is no escape stays.
    package static func unescaping(_ text: some Collection<UInt8>) -> ByteString {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var rest = text[...]
        while let octet = rest.popFirst() {
            if octet == 0x25, let high = rest.first?.hexDigitValue, let low = rest.dropFirst().first?.hexDigitValue {
                result.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                result.append(octet)
            }
        }
        return ByteString(result)
    }
}
