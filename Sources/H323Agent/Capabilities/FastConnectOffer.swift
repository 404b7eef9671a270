package import H323Syntax
import ProtocolKit
package import SDP

/// The channels that we propose in a Setup for a session description, and what a peer's acceptance makes of them
/// (H.323 clause 8.1.7).
///
/// For each encoding there is a channel either way. All channels of a medium have one port, because endpoints send to
/// the last port that they saw for a session.
package struct FastConnectOffer: Sendable {
    /// The media that are offered.
    package let streams: [StreamOptions]

    /// The proposals.
    package let proposals: [ChannelProposal]

    /// Makes the proposals; reverse channels all have number 1, as nobody may refer to them by it.
    package init(_ offer: SessionDescription) {
        self.streams = StreamOptions.all(of: offer)
        var proposals: [ChannelProposal] = []
        var number: UInt16 = 100
        for stream in self.streams where stream.kind != .image {
            for choice in stream.choices {
                number += 1
                if stream.direction.receives, let address = stream.address {
                    var proposal = ChannelProposal(.reverse, number: 1, choice.format)
                    proposal.mediaAddress = address
                    proposal.controlAddress = stream.effectiveControlAddress
                    proposal.payloadType = choice.payloadType
                    proposals.append(proposal)
                }
                if stream.direction.sends {
                    var proposal = ChannelProposal(.forward, number: number, choice.format)
                    proposal.controlAddress = stream.effectiveControlAddress
                    proposal.payloadType = choice.payloadType
                    proposals.append(proposal)
                }
            }
        }
        self.proposals = Array(proposals.prefix(ChannelProposal.mostProposals))
    }

    /// The elements of `fastStart`.
    package func elements() throws(H323SyntaxError) -> [[UInt8]] {
        var elements: [[UInt8]] = []
        for proposal in self.proposals {
            elements.append(try proposal.message.encoded())
        }
        return elements
    }

    /// What the peer has accepted of this; `nil` when nothing of it.
    package func agreement(reading fastStart: [[UInt8]], limits: PERLimits = PERLimits()) -> ChannelAgreement? {
        var agreement = ChannelAgreement()
        for accepted in ChannelProposal.all(in: fastStart, limits: limits) {
            guard let proposal = self.proposals.first(where: { $0.isMeant(by: accepted) }) else {
                continue
            }
            var channel = proposal
            channel.number = accepted.number
            channel.controlAddress = accepted.controlAddress
            channel.format = accepted.format
            if accepted.direction == .forward {
                channel.mediaAddress = accepted.mediaAddress
            }
            agreement.add(channel)
        }
        return agreement.isEmpty ? nil : agreement
    }
}

/// The channels that both ends have agreed on: at most one each way for a medium.
package struct ChannelAgreement: Hashable, Sendable {
    /// The channels; directions are seen by the end that proposed them.
    package private(set) var channels: [ChannelProposal] = []

    package init() {}

    /// Whether there is none.
    package var isEmpty: Bool {
        self.channels.isEmpty
    }

    /// Adds a channel unless its medium has one this way.
    package mutating func add(_ channel: ChannelProposal) {
        if self.channel(channel.direction, channel.format) == nil {
            self.channels.append(channel)
        }
    }

    /// The channel of a medium.
    package func channel(_ direction: ChannelProposal.Direction, _ medium: ChannelFormat) -> ChannelProposal? {
        self.channels.first { $0.direction == direction && $0.format.kind == medium.kind }
    }

    /// Whether a medium has one encoding forth and another one back, which SDP cannot promise to keep.
    package var isAsymmetric: Bool {
        self.channels.contains { channel in
            guard channel.direction == .forward, let back = self.channel(.reverse, channel.format) else {
                return false
            }
            return !back.format.isSameEncoding(as: channel.format)
        }
    }

    /// What the peer of the proposer receives, as the answer to `offered`: one m-line for each that was offered.
    ///
    /// A medium without any channel is refused. Telephone events go on in RTP when both ends want them.
    package func answer(to offered: [StreamOptions], events: UInt8? = nil) -> [StreamOptions?] {
        offered.map { stream in
            let forward = self.channels.first { $0.direction == .forward && $0.format.kind == stream.kind }
            let reverse = self.channels.first { $0.direction == .reverse && $0.format.kind == stream.kind }
            guard let main = forward ?? reverse else {
                return nil
            }
            var answer = StreamOptions(stream.kind)
            answer.choices = [main, reverse].compactMap { $0 }.reduce(into: []) { choices, channel in
                if !choices.contains(where: { $0.format.isSameEncoding(as: channel.format) }) {
                    let payloadType = channel.payloadType ?? stream.choice(for: channel.format)?.payloadType
                    choices.append(StreamOptions.Choice(channel.format, payloadType: payloadType))
                }
            }
            answer.address = forward?.mediaAddress
            let control = main.controlAddress
            if let control, control.port != (answer.address?.port ?? 0) &+ 1 {
                answer.controlAddress = control
            }
            answer.direction = MediaDirection(sends: reverse != nil, receives: forward?.mediaAddress != nil)
            answer.events = stream.events == nil ? nil : events
            return answer
        }
    }
}
