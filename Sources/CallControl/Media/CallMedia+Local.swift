package import CallModel
import ProtocolKit
package import SDP

/// Media that ends in the gateway itself: echo and tones.
extension CallMedia {
    /// Answers a party's offer for media that ends here, and plays to it.
    ///
    /// One audio stream is taken, with one codec; a tone is played in the payload type of that codec.
    package mutating func answerLocally(
        _ offer: SessionDescription,
        of place: Int,
        playing signal: Signal,
        session: inout LocalSession,
        on plane: inout MediaPlane
    ) -> MediaOutcome {
        self.add(place, profile: plane.settings.profile)
        let streams = DescribedStream.all(of: offer, plane.settings)
        let wanted = self.toneStream(streams, offer)
        guard wanted != nil || streams.allSatisfy(\.isRejected) else {
            return .notAcceptable
        }
        let thread = self.anchor(of: place)?.thread ?? plane.ports.idlestThread
        guard self.legs[place]?.lend(for: streams, family: offer.family, thread: thread, on: &plane) == true else {
            return .noPorts
        }
        let addresses = offer.media.map { $0.index == wanted ? self.legs[place]?.address($0.index) : nil }
        let answer = session.answer(to: offer, with: [.telephony], at: addresses, breadth: .oneCodec)
        self.agreeLocally(place, theirs: offer, ours: answer, playing: signal, on: &plane)
        return .passed(answer)
    }

    /// Whether ``answerLocally(_:of:playing:session:on:)`` finds something in an offer that it can take.
    func mayAnswerLocally(_ offer: SessionDescription, _ plane: MediaPlane) -> Bool {
        self.toneStream(DescribedStream.all(of: offer, plane.settings), offer) != nil
    }

    /// Offers media that ends here to a party that wants to be offered; ``takeLocalAnswer(_:of:offered:playing:on:)``
    /// takes its answer.
    package mutating func offerLocally(
        to place: Int,
        session: inout LocalSession,
        on plane: inout MediaPlane
    ) -> MediaOutcome {
        self.add(place, profile: plane.settings.profile)
        let thread = self.anchor(of: place)?.thread ?? plane.ports.idlestThread
        let isLent = self.legs[place]?.lendFirst(thread: thread, on: &plane) == true
        guard isLent, let address = self.legs[place]?.address(0) else {
            return .noPorts
        }
        return .passed(session.offer([MediaCapability.telephony.offer(at: address)]))
    }

    /// A party answers what was offered to it by ``offerLocally(to:session:on:)``, and is played to.
    package mutating func takeLocalAnswer(
        _ answer: SessionDescription,
        of place: Int,
        offered offer: SessionDescription,
        playing signal: Signal,
        on plane: inout MediaPlane
    ) {
        self.add(place, profile: plane.settings.profile)
        self.agreeLocally(place, theirs: answer.aligned(with: offer), ours: offer, playing: signal, on: &plane)
    }

    private mutating func agreeLocally(
        _ place: Int,
        theirs: SessionDescription,
        ours: SessionDescription,
        playing signal: Signal,
        on plane: inout MediaPlane
    ) {
        let their = DescribedStream.all(of: theirs, plane.settings)
        let our = DescribedStream.all(of: ours, plane.settings)
        self.legs[place]?.describeLocally(their, with: our, isFinal: true, on: &plane)
        let codec = theirs.agreedStreams(with: ours).first?.offererPayloads.first { !$0.isAuxiliary }
        self.play(codec.map { signal.inPayloadType($0.payloadType) } ?? signal, to: place, on: &plane)
    }
}
