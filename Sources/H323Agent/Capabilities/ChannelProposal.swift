package import H323Syntax
package import ProtocolKit

/// One logical channel as an OpenLogicalChannel proposes it, with addresses of RTP (H.245 clause B.3.1, H.225.0 §6.2).
package struct ChannelProposal: Hashable, Sendable {
    /// Which way media flows, seen by the end that proposes the channel.
    package enum Direction: UInt8, Hashable, Sendable {
        /// From the proposer.
        case forward
        /// To the proposer; only fast connect proposes so (H.323 clause 8.1.7.1).
        case reverse
    }

    /// The number of the channel; peers give one number to several proposals of fast connect.
    package var number: UInt16

    /// Which way it is.
    package var direction: Direction

    /// What it carries.
    package var format: ChannelFormat

    /// The RTP session; 0 asks the master to choose.
    package var session: UInt8

    /// The payload type, where the format has none of its own.
    package var payloadType: UInt8?

    /// Where the receiver of the channel takes RTP.
    package var mediaAddress: TransportAddress?

    /// Where the end that wrote this takes RTCP.
    package var controlAddress: TransportAddress?

    package init(_ direction: Direction, number: UInt16, _ format: ChannelFormat) {
        self.direction = direction
        self.number = number
        self.format = format
        self.session = format.defaultSession
    }

    /// Reads a message.
    ///
    /// `nil` for channels of other multiplexes, bidirectional ones, and those that carry what we do not know.
    package init?(_ message: H245.OpenLogicalChannel) {
        let forward = message.forwardLogicalChannelParameters
        let parameters: H245.H2250LogicalChannelParameters
        let dataType: H245.DataType
        if let reverse = message.reverseLogicalChannelParameters {
            guard case .nullData = forward.dataType,
                case .h2250LogicalChannelParameters(let reverseParameters) = reverse.multiplexParameters
            else {
                return nil
            }
            self.direction = .reverse
            (dataType, parameters) = (reverse.dataType, reverseParameters)
        } else {
            guard case .h2250LogicalChannelParameters(let forwardParameters) = forward.multiplexParameters else {
                return nil
            }
            self.direction = .forward
            (dataType, parameters) = (forward.dataType, forwardParameters)
        }
        guard let format = ChannelFormat(dataType) else {
            return nil
        }
        self.number = message.forwardLogicalChannelNumber
        self.format = Self.completed(format, parameters.mediaPacketization)
        self.session = parameters.sessionID
        self.payloadType = parameters.dynamicRTPPayloadType
        self.mediaAddress = parameters.mediaChannel?.transportAddress
        self.controlAddress = parameters.mediaControlChannel?.transportAddress
    }

    /// Adds what H.264's data type does not say but the channel does: how pictures are put into packets (H.241 §7.1.3).
    private static func completed(
        _ format: ChannelFormat,
        _ packetization: H245.H2250LogicalChannelParameters.MediaPacketization?
    ) -> ChannelFormat {
        guard case .video(var video) = format, case .h264(var level) = video.coding,
            case .rtpPayloadType(let type) = packetization, case .oid(let identifier) = type.payloadDescriptor
        else {
            return format
        }
        level.isNonInterleaved = identifier == H264Level.nonInterleavedPackets
        video.coding = .h264(level)
        return .video(video)
    }

    /// The message.
    package var message: H245.OpenLogicalChannel {
        var parameters = H245.H2250LogicalChannelParameters(sessionID: self.session)
        parameters.mediaChannel = self.mediaAddress.map { H245.TransportAddress($0) }
        parameters.mediaControlChannel = self.controlAddress.map { H245.TransportAddress($0) }
        parameters.dynamicRTPPayloadType = self.payloadType.flatMap { (96...127).contains($0) ? $0 : nil }
        parameters.mediaPacketization = self.packetization
        switch self.direction {
        case .forward:
            return H245.OpenLogicalChannel(
                forwardLogicalChannelNumber: self.number,
                forwardLogicalChannelParameters: H245.OpenLogicalChannel.ForwardLogicalChannelParameters(
                    dataType: self.format.dataType,
                    multiplexParameters: .h2250LogicalChannelParameters(parameters)
                )
            )
        case .reverse:
            var message = H245.OpenLogicalChannel(
                forwardLogicalChannelNumber: self.number,
                forwardLogicalChannelParameters: H245.OpenLogicalChannel.ForwardLogicalChannelParameters(
                    dataType: .nullData,
                    multiplexParameters: .none
                )
            )
            var reverse = H245.OpenLogicalChannel.ReverseLogicalChannelParameters(dataType: self.format.dataType)
            reverse.multiplexParameters = .h2250LogicalChannelParameters(parameters)
            message.reverseLogicalChannelParameters = reverse
            return message
        }
    }

    private var packetization: H245.H2250LogicalChannelParameters.MediaPacketization? {
        guard case .video(let video) = self.format, case .h264(let level) = video.coding, level.isNonInterleaved else {
            return nil
        }
        var type = H245.RTPPayloadType(payloadDescriptor: .oid(H264Level.nonInterleavedPackets))
        type.payloadType = self.payloadType
        return .rtpPayloadType(type)
    }

    /// Whether an answer to fast connect means this proposal: numbers are changed by those who accept.
    package func isMeant(by accepted: ChannelProposal) -> Bool {
        self.direction == accepted.direction && self.format.isSameEncoding(as: accepted.format)
            && (self.session == accepted.session || self.format.kind == accepted.format.kind)
    }
}

extension ChannelProposal {
    /// Reads the elements of a `fastStart`; what cannot be read or is not understood is left out.
    package static func all(in fastStart: [[UInt8]], limits: PERLimits = PERLimits()) -> [ChannelProposal] {
        fastStart.prefix(Self.mostProposals).compactMap { octets in
            (try? H245.OpenLogicalChannel(decoding: octets, limits: limits)).flatMap { ChannelProposal($0) }
        }
    }

    /// The most proposals of one message that are looked at; real endpoints send up to 22.
    package static let mostProposals = 64
}
