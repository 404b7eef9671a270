package import CallModel
import ProtocolKit
package import SDP

/// Tones that a leg hears while the parties of the call are not joined.
extension CallMedia {
    /// Answers a party's offer so that a tone can be played to it; `nil` when nothing in it can carry one.
    ///
    /// The ports that the offer was lent stay, since whoever answers the call may take more of it.
    package mutating func answerForTone(
        _ offer: SessionDescription,
        of place: Int,
        session: inout LocalSession,
        on plane: inout MediaPlane
    ) -> SessionDescription? {
        guard place < self.legs.count else {
            return nil
        }
        let streams = DescribedStream.all(of: offer, plane.settings)
        guard let wanted = self.toneStream(streams, offer), let address = self.legs[place]?.address(wanted) else {
            return nil
        }
        let addresses = streams.map { $0.index == wanted ? address : nil }
        let answer = session.answer(to: offer, with: [.telephony], at: addresses, breadth: .oneCodec)
        let ours = DescribedStream.all(of: answer, plane.settings)
        self.legs[place]?.describeLocally(streams, with: ours, isFinal: false, on: &plane)
        return answer
    }

    /// The m-line of an offer that a tone can be played on.
    func toneStream(_ streams: [DescribedStream], _ offer: SessionDescription) -> Int? {
        streams.first { $0.isUsable && MediaCapability.telephony.accepts(offer.media[$0.index]) }?.index
    }

    /// The payload type of G.711 that both sides of a leg have named for an audio stream; `nil` when there is none.
    package func tonePayloadType(of place: Int) -> UInt8? {
        guard place < self.legs.count, let exchange = self.legs[place]?.exchange(of: nil) else {
            return nil
        }
        for (own, other) in zip(exchange.own, exchange.other)
        where own.isAudio && own.isRTP && !own.isEncrypted && own.isUsable && !other.isRejected {
            let common = own.payloads.low & other.payloads.low
            return common & 1 != 0 ? 0 : common & 1 << 8 != 0 ? 8 : nil
        }
        return nil
    }

    /// The form of telephone events that a leg takes of us: both sides of it have named them, and it receives.
    func eventFormat(of place: Int) -> PayloadSummary.EventFormat? {
        guard place < self.legs.count, self.legs[place]?.receives == true,
            let exchange = self.legs[place]?.exchange(of: nil)
        else {
            return nil
        }
        for (own, other) in zip(exchange.own, exchange.other)
        where own.isAudio && own.isRTP && !own.isEncrypted && own.isUsable && !other.isRejected {
            return other.payloads.event == nil ? nil : own.payloads.event
        }
        return nil
    }

    /// Whether a tone reaches a leg now: it receives, and both sides have named G.711.
    func hearsTones(_ place: Int) -> Bool {
        place < self.legs.count && self.legs[place]?.receives == true && self.tonePayloadType(of: place) != nil
    }

    /// Plays to a leg in place of what it hears otherwise.
    package func play(_ signal: Signal, to place: Int, on plane: inout MediaPlane) {
        if let anchor = self.anchor(of: place) {
            plane.orders.append(.play(anchor, signal))
        }
    }

    /// Has the relay report the next packet that comes from a leg.
    package func listen(to place: Int, on plane: inout MediaPlane) {
        if let anchor = self.anchor(of: place) {
            plane.orders.append(.listen(anchor))
        }
    }
}

extension Signal {
    /// The same signal in another payload type, if it has one.
    func inPayloadType(_ payloadType: UInt8) -> Signal {
        switch self {
        case .tone(let hertz, _, let duration): .tone(hertz: hertz, payloadType: payloadType, duration: duration)
        case .cadence(let tone, _): .cadence(tone, payloadType: payloadType)
        case .tones(let tones, _): .tones(tones, payloadType: payloadType)
        case .digits, .silence, .echo: self
        }
    }
}
