package import ProtocolKit

/// A SIP message: the octets as they came, and where its parts stand in them (RFC 3261 §7).
///
/// The parser makes one pass and one allocation, the table of fields. What every message is asked for (top Via, From,
/// To, Call-ID, CSeq) has been read and checked by then; any other header is decoded when it is asked for.
///
/// Folded lines have been unfolded in place (RFC 3261 §7.3.1): each CRLF before white space is two spaces, so no value
/// contains CR or LF.
package struct SIPMessage: Sendable {
    /// The octets, from the start of the datagram to the end of the body.
    package let bytes: [UInt8]

    /// The first line.
    package let startLine: SIPStartLine

    /// The header fields in their order.
    package let fields: [SIPField]

    /// Where the body stands; empty when there is none.
    package let bodyRange: Range<Int>

    let present: KnownHeaderSet
    let essentials: SIPEssentials

    init(_ bytes: [UInt8], _ startLine: SIPStartLine, _ parser: consuming SIPMessageParser) {
        self.startLine = startLine
        self.fields = parser.fields
        self.bodyRange = parser.body
        self.present = parser.present
        self.essentials = parser.essentials
        self.bytes = bytes
    }

    /// Reads one message that fills `bytes`, as a datagram does (RFC 3261 §18.3).
    ///
    /// Octets after the body that Content-Length announces are ignored.
    package init(parsing bytes: [UInt8], limits: SIPLimits = SIPLimits()) throws(SIPParseError) {
        switch Self.parse(bytes, limits: limits) {
        case .message(let message):
            self = message
        case .answerable(_, let error), .unanswerable(let error):
            throw error
        case .keepAlive:
            throw SIPParseError(.notSIP)
        }
    }

    /// Whether this is a request.
    package var isRequest: Bool {
        if case .request = self.startLine {
            return true
        }
        return false
    }

    /// The method of a request; of a response, the method in its CSeq.
    package var method: SIPMethod {
        if case .request(let method, _) = self.startLine {
            return method
        }
        return self.essentials.cseqMethod
    }

    /// The status of a response.
    package var status: SIPStatus? {
        if case .response(let status, _) = self.startLine {
            return status
        }
        return nil
    }

    /// The Request-URI; `nil` in a response and in a request that was refused for it.
    package var requestURI: SIPURI? {
        guard case .request = self.startLine, !self.essentials.requestURI.isEmpty else {
            return nil
        }
        return SIPURI(self.bytes, known: self.essentials.requestURI)
    }

    /// The reason phrase of a response, as it was written.
    package var reasonPhrase: ByteString {
        guard case .response(_, let reason) = self.startLine else {
            return ByteString()
        }
        return self.text(in: reason)
    }

    /// The body.
    package var body: ArraySlice<UInt8> {
        self.bytes[self.bodyRange]
    }

    /// A copy of the octets at `range`.
    package func text(in range: Range<Int>) -> ByteString {
        ByteString(self.bytes[range.clamped(to: 0..<self.bytes.count)])
    }
}
