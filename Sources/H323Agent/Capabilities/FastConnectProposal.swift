package import H323Syntax
import ProtocolKit
package import SDP

/// The channels that a caller proposes in its Setup, read as an offer (H.323 clause 8.1.7).
package struct FastConnectProposal: Sendable {
    /// The proposals that are understood.
    package let proposals: [ChannelProposal]

    /// The offer: for each medium what can be used both ways, or what there is when nothing can.
    package let streams: [StreamOptions]

    /// Reads the elements of `fastStart`; `nil` when none of them is understood.
    package init?(reading fastStart: [[UInt8]], limits: PERLimits = PERLimits()) {
        self.proposals = ChannelProposal.all(in: fastStart, limits: limits)
        self.streams = Self.streams(self.proposals)
        guard !self.streams.isEmpty else {
            return nil
        }
    }

    private static func streams(_ proposals: [ChannelProposal]) -> [StreamOptions] {
        var streams: [StreamOptions] = []
        for kind in [MediaKind.audio, .video] {
            let received = proposals.filter { $0.direction == .reverse && $0.format.kind == kind }
            let sent = proposals.filter { $0.direction == .forward && $0.format.kind == kind }
            let both = received.filter { mine in sent.contains { $0.format.isSameEncoding(as: mine.format) } }
            let used = both.isEmpty ? (received.isEmpty ? sent : received) : both
            guard let first = used.first else {
                continue
            }
            var stream = StreamOptions(kind)
            for proposal in used where !stream.choices.contains(where: { $0.format == proposal.format }) {
                stream.choices.append(StreamOptions.Choice(proposal.format, payloadType: proposal.payloadType))
            }
            if !received.isEmpty {
                stream.address = first.mediaAddress
                stream.controlAddress = first.controlAddress
            }
            stream.direction = MediaDirection(
                sends: received.isEmpty || !both.isEmpty,
                receives: !received.isEmpty
            )
            streams.append(stream)
        }
        return streams
    }

    /// The channels that an answer to this offer accepts; `nil` when it accepts none.
    ///
    /// Our numbers start at `firstNumber`. The channel to the caller keeps what the caller said of its address: it may
    /// have another port for each encoding.
    package func accept(_ answer: SessionDescription, firstNumber: UInt16) -> ChannelAgreement? {
        var agreement = ChannelAgreement()
        var number = firstNumber
        for stream in StreamOptions.all(of: answer) {
            for choice in stream.choices where agreement.channel(.forward, choice.format) == nil {
                let meant = self.proposals.filter { $0.format.isSameEncoding(as: choice.format) }
                if stream.direction.receives, let address = stream.address,
                    var forward = meant.first(where: { $0.direction == .forward })
                {
                    forward.mediaAddress = address
                    forward.controlAddress = stream.effectiveControlAddress
                    agreement.add(forward)
                }
                if stream.direction.sends, var reverse = meant.first(where: { $0.direction == .reverse }) {
                    reverse.number = number
                    number &+= 1
                    reverse.controlAddress = stream.effectiveControlAddress
                    agreement.add(reverse)
                }
            }
        }
        return agreement.isEmpty ? nil : agreement
    }

    /// The elements of `fastStart` that accept these channels: a channel to the caller names no media address.
    package static func elements(_ agreement: ChannelAgreement) throws(H323SyntaxError) -> [[UInt8]] {
        var elements: [[UInt8]] = []
        for channel in agreement.channels {
            var channel = channel
            if channel.direction == .reverse {
                channel.mediaAddress = nil
            }
            elements.append(try channel.message.encoded())
        }
        return elements
    }

    /// What the caller receives with these channels, when that is not where its offer said: the port of the encoding.
    package func corrected(by agreement: ChannelAgreement) -> [StreamOptions]? {
        var corrected = self.streams
        for index in corrected.indices {
            guard let format = corrected[index].choices.first?.format,
                let channel = agreement.channel(.reverse, format), let address = channel.mediaAddress
            else {
                continue
            }
            if corrected[index].address != address {
                corrected[index].address = address
                corrected[index].controlAddress = self.proposals.first { $0.mediaAddress == address }?.controlAddress
                corrected[index].choices = [StreamOptions.Choice(channel.format, payloadType: channel.payloadType)]
            }
        }
        return corrected == self.streams ? nil : corrected
    }
}
