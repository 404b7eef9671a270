package import H323Syntax
import ProtocolKit
import SDP

/// What one end can receive, as a TerminalCapabilitySet says it (H.245 clause B.2, C.3).
package struct CapabilitySet: Hashable, Sendable {
    /// The forms in which keys may be sent to this end (H.245 clause B.2.2.4).
    package struct UserInput: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// `alphanumeric` with the characters of a keypad.
        package static let basicString = UserInput(rawValue: 1)
        /// `signal` and `signalUpdate`.
        package static let dtmf = UserInput(rawValue: 2)
        /// A `signal` of a flash.
        package static let hookflash = UserInput(rawValue: 4)
    }

    /// The media, each kind once; their addresses are not known from here.
    package var streams: [StreamOptions] = []

    /// The forms of keys.
    package var userInput: UserInput = []

    /// Which formats can be used at the same time: of each descriptor one of each set.
    private var descriptors: [[[ChannelFormat]]] = []

    package init() {}

    /// What a session description says, with all forms of keys, and each medium beside the others.
    ///
    /// Fax stands in the set of audio: the one takes the place of the other.
    package init(_ streams: [StreamOptions], userInput: UserInput = [.basicString, .dtmf, .hookflash]) {
        self.streams = streams
        self.userInput = userInput
        let speech = streams.filter { $0.kind != .video }.flatMap(\.choices).map(\.format)
        let video = streams.filter { $0.kind == .video }.flatMap(\.choices).map(\.format)
        self.descriptors = [[speech, video].filter { !$0.isEmpty }]
    }

    /// Whether nothing can be received: the far side has to stop (H.323 clause 8.4.6).
    package var isEmpty: Bool {
        self.streams.isEmpty
    }

    /// The payload type for telephone events sent to this end.
    package var events: UInt8? {
        self.streams.lazy.compactMap(\.events).first
    }

    /// The stream of a kind.
    package func stream(_ format: ChannelFormat) -> StreamOptions? {
        self.streams.first { $0.kind == format.kind }
    }

    /// Whether these formats can be received at the same time.
    package func allows(_ formats: [ChannelFormat]) -> Bool {
        self.descriptors.contains { Self.fits(formats[...], in: $0) }
    }

    /// Finds a set of its own for each format; channels of a call are few.
    private static func fits(_ formats: ArraySlice<ChannelFormat>, in sets: [[ChannelFormat]]) -> Bool {
        guard let format = formats.first else {
            return true
        }
        return sets.indices.contains { index in
            guard sets[index].contains(where: { $0.isSameEncoding(as: format) }) else {
                return false
            }
            var rest = sets
            rest.remove(at: index)
            return Self.fits(formats.dropFirst(), in: rest)
        }
    }

    /// The most descriptors, and sets of one, that are looked at of a peer's.
    static let mostSets = 8

    /// States which formats can be used at the same time.
    mutating func setDescriptors(_ descriptors: [[[ChannelFormat]]]) {
        self.descriptors = descriptors
    }
}

// MARK: Writing

extension CapabilitySet {
    /// The message; an empty set has no table at all (H.323 clause 8.4.6).
    package func message(sequence: UInt8) -> H245.TerminalCapabilitySet {
        var message = H245.TerminalCapabilitySet(
            sequenceNumber: sequence,
            protocolIdentifier: .h245Version13
        )
        guard !self.isEmpty else {
            return message
        }
        var writer = CapabilityTableWriter()
        for set in self.descriptors.first ?? [] {
            writer.add(set.prefix(200).map(\.receiveCapability))
        }
        if let events = self.events {
            writer.add([
                .receiveRTPAudioTelephonyEventCapability(
                    H245.AudioTelephonyEventCapability(dynamicRTPPayloadType: events, audioTelephoneEvent: "0-15")
                )
            ])
        }
        let forms: [(UserInput, H245.UserInputCapability)] = [
            (.basicString, .basicString), (.dtmf, .dtmf), (.hookflash, .hookflash),
        ]
        for (form, capability) in forms where self.userInput.contains(form) {
            writer.add([.receiveUserInputCapability(capability)])
        }
        message.multiplexCapability = .h2250Capability(self.multiplex)
        message.capabilityTable = writer.table
        var descriptor = H245.CapabilityDescriptor(capabilityDescriptorNumber: 0)
        descriptor.simultaneousCapabilities = writer.sets
        message.capabilityDescriptors = [descriptor]
        return message
    }

    private var multiplex: H245.H2250Capability {
        let multipoint = H245.MultipointCapability(
            multicastCapability: false,
            multiUniCastConference: false,
            mediaDistributionCapability: [
                H245.MediaDistributionCapability(
                    centralizedControl: false,
                    distributedControl: false,
                    centralizedAudio: false,
                    distributedAudio: false,
                    centralizedVideo: false,
                    distributedVideo: false
                )
            ]
        )
        var packetization = H245.MediaPacketizationCapability(h261aVideoPacketization: false)
        if self.usesNonInterleavedPackets {
            packetization.rtpPayloadType = [
                H245.RTPPayloadType(payloadDescriptor: .oid(H264Level.nonInterleavedPackets))
            ]
        }
        return H245.H2250Capability(
            maximumAudioDelayJitter: 250,
            receiveMultipointCapability: multipoint,
            transmitMultipointCapability: multipoint,
            receiveAndTransmitMultipointCapability: multipoint,
            mcCapability: H245.H2250Capability.McCapability(
                centralizedConferenceMC: false,
                decentralizedConferenceMC: false
            ),
            rtcpVideoControlCapability: false,
            mediaPacketizationCapability: packetization
        )
    }

    private var usesNonInterleavedPackets: Bool {
        self.streams.lazy.flatMap(\.choices).contains { choice in
            guard case .video(let format) = choice.format, case .h264(let level) = format.coding else {
                return false
            }
            return level.isNonInterleaved
        }
    }
}

/// Numbers the entries of a capability table while they are added.
private struct CapabilityTableWriter {
    private(set) var table: [H245.CapabilityTableEntry] = []
    private(set) var sets: [H245.AlternativeCapabilitySet] = []

    /// Adds capabilities of which one can be used at a time.
    mutating func add(_ capabilities: [H245.Capability]) {
        var set: H245.AlternativeCapabilitySet = []
        for capability in capabilities {
            let number = UInt16(self.table.count + 1)
            var entry = H245.CapabilityTableEntry(capabilityTableEntryNumber: number)
            entry.capability = capability
            self.table.append(entry)
            set.append(number)
        }
        if !set.isEmpty {
            self.sets.append(set)
        }
    }
}
