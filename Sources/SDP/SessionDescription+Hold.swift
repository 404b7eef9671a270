import ProtocolKit

extension SessionDescription {
    /// Whether whoever made this wants to hear nothing: no accepted audio or video section receives (RFC 3264 §8.4).
    ///
    /// `sendonly`, `inactive` and an address of 0.0.0.0 all hold; a description without such a section holds nothing.
    package var isHeld: Bool {
        var hasMedia = false
        for media in self.media where !media.isRejected && (media.kind == .audio || media.kind == .video) {
            if media.effectiveDirection.receives {
                return false
            }
            hasMedia = true
        }
        return hasMedia
    }

    /// The direction of a section with hold by an address of 0.0.0.0 counted in.
    package func effectiveDirection(of media: Int) -> MediaDirection {
        self.media.indices.contains(media) ? self.media[media].effectiveDirection : .inactive
    }

    /// The m-lines that nothing can be relayed to, with the reason.
    package var obstacles: [(index: Int, obstacle: MediaObstacle)] {
        self.media.compactMap { media in media.obstacle.map { (media.index, $0) } }
    }

    /// Whether at least one m-line is accepted and can be relayed to; an offer without one is answered 488.
    package var isUsable: Bool {
        self.media.contains { !$0.isRejected && $0.obstacle == nil }
    }

    /// The value of the `t=` line, which an answer repeats (RFC 3264 §6).
    var timing: ByteString {
        ByteString(self.storage.sessionLine(0x74).map { self.storage.value($0) } ?? [])
    }
}

extension MediaDirection {
    /// What a party would say of itself if it were free to: for an offer made in its name while the other side holds.
    ///
    /// A half that the other side's offer forbade counts as wished for, so that a held party does not stay held when
    /// it is asked for a fresh offer (RFC 3264 §8.4, RFC 6337 §5.3). What a party offered itself is its wish already.
    package static func wish(answered: MediaDirection, to offered: MediaDirection) -> MediaDirection {
        MediaDirection(
            sends: answered.sends || !offered.receives,
            receives: answered.receives || !offered.sends
        )
    }
}
