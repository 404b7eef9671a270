import H323Agent
import H323Syntax
import ProtocolKit
import SDP
import Testing

/// TerminalCapabilitySet in both directions.
struct CapabilitySetTests {
    private var table = CapabilityTable()

    @Test
    mutating func `a description comes back from its capability set`() throws {
        let description = try SessionText.session(
            "m=audio 4000 RTP/AVP 8 0 18 101",
            "a=rtpmap:101 telephone-event/8000",
            "a=fmtp:18 annexb=no",
            "a=ptime:30",
            "m=video 4002 RTP/AVP 97",
            "a=rtpmap:97 H264/90000",
            "a=fmtp:97 profile-level-id=42e01f;packetization-mode=1",
            "m=image 4004 udptl t38"
        )
        let sent = CapabilitySet(StreamOptions.all(of: description))
        let octets = try sent.message(sequence: 9).encoded()
        let taken = self.table.receive(try H245.TerminalCapabilitySet(decoding: octets))
        let received = self.table.current

        #expect(taken)
        #expect(received.streams.map(\.kind) == [.audio, .image, .video])
        for stream in received.streams {
            let other = sent.streams.first { $0.kind == stream.kind }
            #expect(stream.choices.map(\.format) == other?.choices.map(\.format))
        }
        #expect(received.events == 101)
        #expect(received.userInput == [.basicString, .dtmf, .hookflash])
    }

    @Test
    mutating func `fax takes the place of speech and video stands beside it`() throws {
        let description = try SessionText.session(
            "m=audio 4000 RTP/AVP 0",
            "m=video 4002 RTP/AVP 34",
            "m=image 4004 udptl t38"
        )
        let set = CapabilitySet(StreamOptions.all(of: description))
        let speech = ChannelFormat.audio(AudioFormat(.pcmu, frames: 20))
        let fax = ChannelFormat.fax(FaxFormat())
        let video = try #require(set.streams.first { $0.kind == .video }?.choices.first?.format)

        #expect(set.allows([speech, video]))
        #expect(set.allows([fax, video]))
        #expect(!set.allows([speech, fax]))
        #expect(!set.allows([.audio(AudioFormat(.gsm, frames: 1))]))
    }

    @Test
    mutating func `what stands in no descriptor cannot be used`() {
        var message = Self.message([(1, .g711Ulaw64k(20)), (2, .g729(2)), (3, .g711Alaw64k(20))])
        var descriptor = H245.CapabilityDescriptor(capabilityDescriptorNumber: 0)
        descriptor.simultaneousCapabilities = [[3, 1, 77]]
        message.capabilityDescriptors = [descriptor]

        let taken1 = self.table.receive(message)
        #expect(taken1)
        #expect(self.codings == [.pcma, .pcmu])
    }

    @Test
    mutating func `later sets change earlier ones and an empty one takes all back`() {
        let taken2 = self.table.receive(Self.message([(1, .g711Ulaw64k(20)), (2, .g729(2))]))
        #expect(taken2)
        #expect(self.codings == [.pcmu, .g729])

        let taken3 = self.table.receive(Self.message([(1, nil), (3, .gsmFullRate(Self.gsm))]))
        #expect(taken3)
        #expect(self.codings == [.g729, .gsm])

        let empty = CapabilitySet().message(sequence: 4)
        #expect(empty.capabilityTable == nil && empty.multiplexCapability == nil)
        let taken4 = self.table.receive(empty)
        #expect(taken4)
        #expect(self.table.current.isEmpty)
        #expect(!self.table.current.allows([.audio(AudioFormat(.pcmu, frames: 20))]))
    }

    @Test
    mutating func `a table has an end`() {
        let first = (1...256).map { (UInt16($0), Optional(H245.AudioCapability.g711Ulaw64k(20))) }
        let taken5 = self.table.receive(Self.message(first))
        #expect(taken5)
        let taken6 = self.table.receive(Self.message([(300, .g729(2))]))
        #expect(!taken6)
        #expect(self.codings == [.pcmu])
    }

    @Test
    mutating func `transmit capabilities are nothing that can be received`() {
        var message = H245.TerminalCapabilitySet(
            sequenceNumber: 1,
            protocolIdentifier: .h245Version13
        )
        var entry = H245.CapabilityTableEntry(capabilityTableEntryNumber: 1)
        entry.capability = .transmitAudioCapability(.g711Ulaw64k(20))
        message.capabilityTable = [entry]

        let taken7 = self.table.receive(message)
        #expect(taken7)
        #expect(self.table.current.isEmpty)
    }

    private var codings: [AudioFormat.Coding] {
        self.table.current.streams.flatMap(\.choices).compactMap { choice in
            guard case .audio(let format) = choice.format else {
                return nil
            }
            return format.coding
        }
    }

    private static let gsm = H245.GSMAudioCapability(audioUnitSize: 33, comfortNoise: false, scrambled: false)

    private static func message(_ entries: [(UInt16, H245.AudioCapability?)]) -> H245.TerminalCapabilitySet {
        var message = H245.TerminalCapabilitySet(
            sequenceNumber: 1,
            protocolIdentifier: .h245Version13
        )
        message.capabilityTable = entries.map { number, audio in
            var entry = H245.CapabilityTableEntry(capabilityTableEntryNumber: number)
            entry.capability = audio.map { .receiveAudioCapability($0) }
            return entry
        }
        return message
    }
}
