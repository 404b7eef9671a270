package import ProtocolKit

/// What needs no search and no decoding; in a message that is only answerable, any of it may be empty.
extension SIPMessage {
    /// The topmost Via value.
    package var topVia: Via {
        Via(self.bytes, self.essentials.topVia)
    }

    /// The From header.
    package var from: From {
        From(NameAddress(self.bytes, self.essentials.from))
    }

    /// The To header.
    package var to: To {
        To(NameAddress(self.bytes, self.essentials.to))
    }

    /// A copy of the From tag; `nil` when there is none, as from an RFC 2543 peer.
    package var fromTag: ByteString? {
        self.fromTagRange.map { ByteString(self.bytes[$0]) }
    }

    /// Where the From tag stands.
    package var fromTagRange: Range<Int>? {
        self.essentials.from.tag.rangeIfPresent
    }

    /// A copy of the To tag.
    package var toTag: ByteString? {
        self.toTagRange.map { ByteString(self.bytes[$0]) }
    }

    /// Where the To tag stands.
    package var toTagRange: Range<Int>? {
        self.essentials.to.tag.rangeIfPresent
    }

    /// A copy of the Call-ID.
    package var callID: ByteString {
        ByteString(self.bytes[self.callIDRange])
    }

    /// Where the Call-ID stands.
    package var callIDRange: Range<Int> {
        self.essentials.callID.range
    }

    /// The CSeq.
    package var cseq: CSeq {
        CSeq(number: self.essentials.cseqNumber, method: self.essentials.cseqMethod)
    }

    /// The Max-Forwards; `nil` when there is none, which RFC 2543 allowed and which counts as 70.
    package var maxForwards: UInt8? {
        self.essentials.maxForwards
    }

    /// The Content-Length that is written.
    package var contentLength: Int? {
        self.essentials.contentLength
    }
}
