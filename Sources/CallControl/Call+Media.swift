import CallModel
import ProtocolKit
import SDP

/// Between the descriptions that the legs exchange and the relay.
extension Call {
    /// Turns what one leg describes into what another one may see; `nil` when the relay has no ports left.
    mutating func carry(
        _ description: SessionDescription,
        _ role: DirectMedia.Role,
        from source: MediaSource,
        to place: Int,
        in environment: inout CallEnvironment
    ) -> SessionDescription? {
        self.media.carry(description, role, from: source, to: place, session: &self.legs[place].session)
    }

    /// What was offered between two legs has been refused.
    mutating func restore(_ first: Int, _ second: Int, in environment: inout CallEnvironment) {
        self.media.restore(first, second)
    }

    /// The media of this party is what the caller hears from now on.
    mutating func feedCaller(from source: MediaSource, in environment: inout CallEnvironment) {
        guard self.feed != source else {
            return
        }
        self.feed = source
        self.media.select(source)
    }

    /// A leg is over: its ports go back.
    mutating func closeMedia(of place: Int, in environment: inout CallEnvironment) {
        self.media.close(place)
    }

    /// The caller has answered an offer of ours that no other leg waits for.
    mutating func agreeAlone(
        on answer: SessionDescription,
        from source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        self.legs[source.leg].agreed = answer
    }

    /// The relay reports about an anchor of this call.
    mutating func receive(_ report: MediaReport, in environment: inout CallEnvironment) {
    }
}
