extension SessionDescription {
    /// Whether a party that was told `other` does nothing differently when it is told this: the same streams in the
    /// same directions, with the same payload types for the same encodings.
    ///
    /// Addresses, packet times and the parameters of telephone events are not compared.
    package func describesSameMedia(as other: SessionDescription) -> Bool {
        self.matches(other) { $0.isSame(as: $1, in: $1.effectiveDirection) }
    }

    /// Whether this, as an answer, takes all of `offer` and leaves nothing of it out: every m-line that is not refused
    /// there, with every encoding, in the direction that was wanted.
    package func takesAll(of offer: SessionDescription) -> Bool {
        self.matches(offer) { $0.isSame(as: $1, in: $1.effectiveDirection.mirrored) }
    }

    /// Whether the media of both flows to the same addresses and ports.
    package func hasSameAddresses(as other: SessionDescription) -> Bool {
        self.matches(other) { mine, theirs in
            mine.isRejected && theirs.isRejected
                || mine.remoteAddress == theirs.remoteAddress && mine.rtcpAddress == theirs.rtcpAddress
        }
    }

    /// Whether a party that was told this understands the speech of one that says `other`: where both have an audio
    /// stream, the codec that `other` names first is one of those named here.
    package func understandsSpeech(of other: SessionDescription) -> Bool {
        for (mine, theirs) in zip(self.media, other.media) where mine.kind == .audio && !mine.isRejected {
            guard !theirs.isRejected, theirs.transport == mine.transport,
                let codec = theirs.payloads.first(where: { !$0.isAuxiliary })
            else {
                return false
            }
            return mine.payloads.contains { $0.payloadType == codec.payloadType && $0.isSameEncoding(as: codec) }
        }
        return false
    }

    /// Whether both have the same number of m-lines, and each fits the one in its place.
    private func matches(
        _ other: SessionDescription,
        by fits: (MediaDescription, MediaDescription) -> Bool
    ) -> Bool {
        self.media.count == other.media.count && zip(self.media, other.media).allSatisfy(fits)
    }
}

extension MediaDescription {
    fileprivate func isSame(as other: MediaDescription, in direction: MediaDirection) -> Bool {
        if self.isRejected || other.isRejected {
            return self.isRejected == other.isRejected
        }
        guard self.kind == other.kind, self.transport == other.transport, self.hasRTCPMux == other.hasRTCPMux,
            self.effectiveDirection == direction, self.transport.isRTP, !self.transport.isSecure
        else {
            return false
        }
        let (mine, theirs) = (self.payloads, other.payloads)
        return mine.count == theirs.count && mine.count == self.payloadTypes.count
            && mine.allSatisfy { payload in
                theirs.contains { $0.payloadType == payload.payloadType && $0.isSameEncoding(as: payload) }
                    && (payload.isTelephoneEvent
                        || self.formatParameters(payload.payloadType) == other.formatParameters(payload.payloadType))
            }
    }
}
