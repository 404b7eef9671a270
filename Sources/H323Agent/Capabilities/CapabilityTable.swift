package import H323Syntax
import SDP

/// The capabilities that a peer has stated so far (H.245 clause B.2.2): later sets change earlier ones.
package struct CapabilityTable: Sendable {
    private var entries: [UInt16: H245.Capability] = [:]
    private var order: [UInt16] = []
    private var descriptors: [UInt8: [H245.AlternativeCapabilitySet]] = [:]
    private var usesNonInterleavedPackets = false

    /// The most entries that are kept; a message cannot have more.
    private static let mostEntries = 256

    package init() {}

    /// Takes a set over; one without a table takes everything back.
    ///
    /// Returns `false` when there would be more entries than are kept, with those that fit taken over.
    package mutating func receive(_ message: H245.TerminalCapabilitySet) -> Bool {
        guard message.capabilityTable != nil || message.capabilityDescriptors != nil else {
            self = CapabilityTable()
            return true
        }
        if case .h2250Capability(let multiplex) = message.multiplexCapability {
            let packets = multiplex.mediaPacketizationCapability.rtpPayloadType ?? []
            self.usesNonInterleavedPackets = packets.contains { type in
                guard case .oid(let identifier) = type.payloadDescriptor else {
                    return false
                }
                return identifier == H264Level.nonInterleavedPackets
            }
        }
        for entry in message.capabilityTable ?? [] {
            let number = entry.capabilityTableEntryNumber
            guard let capability = entry.capability else {
                self.entries[number] = nil
                self.order.removeAll { $0 == number }
                continue
            }
            if self.entries[number] == nil {
                guard self.order.count < Self.mostEntries else {
                    return false
                }
                self.order.append(number)
            }
            self.entries[number] = capability
        }
        for descriptor in message.capabilityDescriptors ?? [] {
            self.descriptors[descriptor.capabilityDescriptorNumber] = descriptor.simultaneousCapabilities
        }
        return true
    }

    /// What can be received now.
    ///
    /// Where there are descriptors, what stands in none of them cannot be used, and their order is the order of
    /// preference (clause C.3).
    package var current: CapabilitySet {
        var set = CapabilitySet()
        var formats: [UInt16: ChannelFormat] = [:]
        for number in self.order {
            guard let capability = self.entries[number] else {
                continue
            }
            formats[number] = self.format(capability)
            set.addControl(capability)
        }
        let sets = self.simultaneousSets
        let used = sets.isEmpty ? [[self.order]] : sets
        var mentioned: Set<UInt16> = []
        for number in used.joined().joined() where mentioned.insert(number).inserted {
            if let format = formats[number] {
                set.add(format)
            }
        }
        set.setDescriptors(
            used.map { descriptor in
                sets.isEmpty
                    ? Self.byKind(descriptor.joined().compactMap { formats[$0] })
                    : descriptor.map { $0.compactMap { formats[$0] } }.filter { !$0.isEmpty }
            }
        )
        set.finishEvents(self.entries.values)
        return set
    }

    private var simultaneousSets: [[H245.AlternativeCapabilitySet]] {
        self.descriptors.sorted { $0.key < $1.key }.prefix(CapabilitySet.mostSets)
            .map { Array($0.value.prefix(CapabilitySet.mostSets)) }
    }

    /// Without descriptors each kind can be used beside the others.
    private static func byKind(_ formats: [ChannelFormat]) -> [[ChannelFormat]] {
        var sets: [[ChannelFormat]] = []
        for format in formats {
            if let index = sets.firstIndex(where: { $0.first?.kind == format.kind }) {
                sets[index].append(format)
            } else {
                sets.append([format])
            }
        }
        return sets
    }

    private func format(_ capability: H245.Capability) -> ChannelFormat? {
        guard let format = ChannelFormat(receivable: capability) else {
            return nil
        }
        guard case .video(var video) = format, case .h264(var level) = video.coding else {
            return format
        }
        level.isNonInterleaved = self.usesNonInterleavedPackets
        video.coding = .h264(level)
        return .video(video)
    }
}

extension CapabilitySet {
    fileprivate mutating func add(_ format: ChannelFormat) {
        guard let index = self.streams.firstIndex(where: { $0.kind == format.kind }) else {
            var stream = StreamOptions(format.kind)
            stream.choices = [StreamOptions.Choice(format)]
            self.streams.append(stream)
            return
        }
        if !self.streams[index].choices.contains(where: { $0.format == format }) {
            self.streams[index].choices.append(StreamOptions.Choice(format))
        }
    }

    fileprivate mutating func addControl(_ capability: H245.Capability) {
        switch capability {
        case .receiveUserInputCapability(let input), .receiveAndTransmitUserInputCapability(let input):
            switch input {
            case .basicString, .iA5String, .generalString: self.userInput.insert(.basicString)
            case .dtmf: self.userInput.insert(.dtmf)
            case .hookflash: self.userInput.insert(.hookflash)
            case .nonStandard, .extendedAlphanumeric, .encryptedBasicString, .encryptedIA5String,
                .encryptedGeneralString, .secureDTMF, .genericUserInputCapability, .unrecognized:
                break
            }
        default:
            // Media is read elsewhere; everything else changes nothing here.
            break
        }
    }

    fileprivate mutating func finishEvents(_ capabilities: some Sequence<H245.Capability>) {
        guard let audio = self.streams.firstIndex(where: { $0.kind == .audio }) else {
            return
        }
        for case .receiveRTPAudioTelephonyEventCapability(let events) in capabilities
        where (96...127).contains(events.dynamicRTPPayloadType) {
            self.streams[audio].events = events.dynamicRTPPayloadType
        }
    }
}
