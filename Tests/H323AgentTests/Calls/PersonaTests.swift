import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import SDP
import Testing

/// What real endpoints do that no standard tells, played to one end of ours.
struct PersonaTests {
    private var call: H323Call
    private var events: [H323CallEvent] = []
    private var sent: [SignalingMessage] = []
    private var identifiers = IdentifierSource(seed: 11)

    private static let identity = CallIdentity(
        reference: 5,
        callIdentifier: Array(repeating: 1, count: 16),
        conference: Array(repeating: 2, count: 16)
    )
    private let peer = SignalingWriter(PersonaTests.identity, isDestination: true, tunnels: true)

    init() {
        self.call = H323Call(.caller, Self.identity, identifiers: IdentifierSource(seed: 12))
    }

    @Test
    mutating func `an acceptance that comes twice counts once`() throws {
        // ooh323c sends it in Alerting and in Connect.
        let elements = try self.placeWithFastConnect()
        self.receive(try self.peer.alerting(inBand: true, elements))
        self.receive(try self.peer.connect(nil, elements))

        #expect(self.agreements.count == 1)
        #expect(self.call.state == .active)
        #expect(self.sent.map(\.type) == [.setup])
    }

    @Test
    mutating func `refusing what nobody proposed starts H.245`() throws {
        // h323plus says fastConnectRefused in every Connect of a slow start, with its first H.245 messages beside it.
        var settings = H323CallSettings()
        settings.usesFastConnect = false
        self.call = H323Call(.caller, Self.identity, settings: settings, identifiers: IdentifierSource(seed: 12))
        self.call.place(SetupContent.sample, offer: try SessionText.speech(), at: .start)
        var negotiation = MediaNegotiation(identifiers: IdentifierSource(seed: 13))
        negotiation.describe(StreamOptions.all(of: try SessionText.speech()), at: .start)
        negotiation.start(at: .start)
        var elements = MediaElements()
        elements.refusesFastConnect = true
        elements.control = try Self.messages(&negotiation)
        #expect(elements.control.count == 2)
        self.receive(try self.peer.connect(nil, elements))

        #expect(self.sent.dropFirst().allSatisfy { $0.type == .facility && !$0.media.control.isEmpty })
        for message in self.sent.dropFirst() {
            for octets in message.media.control {
                negotiation.receive(try H245.MultimediaSystemControlMessage(decoding: octets), at: .start)
            }
        }
        elements = MediaElements()
        elements.control = try Self.messages(&negotiation)
        // ooh323c puts H.245 into a Facility with a body of its own.
        self.receive(try self.facility(elements, reason: .transportedInformation))
        #expect(!elements.control.isEmpty && self.call.isOpen)
    }

    @Test
    mutating func `a callee that ignores H.245 before it answers is asked again`() throws {
        var settings = H323CallSettings()
        settings.usesFastConnect = false
        self.call = H323Call(.caller, Self.identity, settings: settings, identifiers: IdentifierSource(seed: 12))
        self.call.place(SetupContent.sample, offer: try SessionText.speech(), at: .start)
        // A first message in the tunnel makes us begin before the answer; what we say then goes unheard.
        var elements = MediaElements()
        elements.control = [
            try H245.MultimediaSystemControlMessage.request(
                .roundTripDelayRequest(H245.RoundTripDelayRequest(sequenceNumber: 1))
            ).encoded()
        ]
        self.receive(try self.peer.alerting(inBand: false, elements))
        let before = self.sent.flatMap(\.media.control).count
        self.receive(try self.peer.connect(nil, MediaElements()))
        let after = self.sent.flatMap(\.media.control).count

        #expect(before == 3)
        #expect(after == before + 2)
    }

    @Test
    mutating func `an H.245 address in any message is connected to once`() throws {
        var settings = H323CallSettings()
        settings.usesTunnelling = false
        self.call = H323Call(.caller, Self.identity, settings: settings, identifiers: IdentifierSource(seed: 12))
        self.call.place(SetupContent.sample, offer: nil, at: .start)
        var elements = MediaElements()
        elements.controlAddress = .lab(9, 3456)
        let connections = [
            try self.peer.callProceeding(elements), try self.peer.alerting(inBand: false, elements),
            try self.peer.connect(nil, elements), try self.peer.facility(elements),
        ].map { self.receive($0) }

        #expect(connections == [[.lab(9, 3456)], [], [], []])
    }

    @Test
    mutating func `a peer that denies the tunnel is not spoken to in it`() throws {
        _ = try self.placeWithFastConnect()
        var elements = MediaElements()
        elements.controlAddress = .lab(9, 3456)
        let denying = SignalingWriter(Self.identity, isDestination: true, tunnels: false)
        let connections = self.receive(try denying.connect(nil, elements))

        #expect(connections == [.lab(9, 3456)])
        #expect(self.sent.dropFirst().allSatisfy { $0.media.control.isEmpty })
    }

    @Test
    mutating func `a release with the end of H.245 beside it ends the call once`() throws {
        let elements = try self.placeWithFastConnect()
        self.receive(try self.peer.connect(nil, elements))
        var end = MediaElements()
        end.control = [try H245.MultimediaSystemControlMessage.command(.endSessionCommand(.disconnect)).encoded()]
        self.receive(try self.peer.releaseComplete(SignalingClearing(.userBusy), end))
        self.receive(try self.peer.releaseComplete(SignalingClearing(.normalClearing), end))

        let causes = self.events.compactMap { event -> Q850Cause? in
            guard case .released(let clearing) = event else {
                return nil
            }
            return clearing.cause
        }
        #expect(causes == [.userBusy])
        #expect(self.call.nextDeadline == nil)
    }

    @Test
    mutating func `octets that are no H.245 change nothing`() throws {
        let elements = try self.placeWithFastConnect()
        self.receive(try self.peer.connect(nil, elements))
        for _ in 0..<300 {
            var odd = MediaElements()
            odd.control = [self.identifiers.octets(24), []]
            odd.fastStart = [self.identifiers.octets(40)]
            self.receive(try self.peer.facility(odd))
        }
        #expect(self.call.channelCount <= 16)
        self.call.release(SignalingClearing(.normalClearing), at: .start)
        self.drain()
        self.call.advance(to: Instant.start.advanced(by: .seconds(600)))
        #expect(!self.call.isOpen && self.call.nextDeadline == nil)
    }

    // MARK: Driving

    private var agreements: [[StreamOptions?]] {
        self.events.compactMap { event in
            guard case .agreed(let streams) = event else {
                return nil
            }
            return streams
        }
    }

    /// Places a call and returns what accepts its first proposal each way, as h323plus numbers it.
    private mutating func placeWithFastConnect() throws -> MediaElements {
        let offer = try SessionText.speech()
        self.call.place(SetupContent.sample, offer: offer, at: .start)
        self.drain()
        let setup = try #require(self.sent.first)
        let proposal = try #require(FastConnectProposal(reading: setup.media.fastStart))
        let answer = try SessionText.session("m=audio 5000 RTP/AVP 8")
        let agreement = try #require(proposal.accept(answer, firstNumber: 101))
        var elements = MediaElements()
        elements.fastStart = try FastConnectProposal.elements(agreement)
        return elements
    }

    /// Plays a message to the call and returns the H.245 connections that it wants.
    @discardableResult
    private mutating func receive(_ octets: [UInt8]) -> [TransportAddress] {
        if let message = try? SignalingMessage(decoding: octets) {
            self.call.receive(message, at: .start)
        }
        return self.drain()
    }

    @discardableResult
    private mutating func drain() -> [TransportAddress] {
        var connections: [TransportAddress] = []
        while let output = self.call.nextOutput() {
            switch output {
            case .signal(let octets):
                if let message = try? SignalingMessage(decoding: octets) {
                    self.sent.append(message)
                }
            case .connectControl(let address): connections.append(address)
            case .report(let event): self.events.append(event)
            case .control, .closeControl: break
            }
        }
        return connections
    }

    private func facility(_ elements: MediaElements, reason: H225.FacilityReason) throws -> [UInt8] {
        let body = H225.FacilityUUIE(protocolIdentifier: .h225Version7, reason: reason)
        var unit = H225.H323UUPDU(h323MessageBody: .facility(body))
        unit.h245Tunnelling = true
        unit.h245Control = elements.control
        var message = Q931Message(.facility, Q931CallReference(5, isFromDestination: true))
        try message.setUserInformation(H225.H323UserInformation(h323UuPdu: unit))
        return try message.encoded()
    }

    private static func messages(_ negotiation: inout MediaNegotiation) throws -> [[UInt8]] {
        var messages: [[UInt8]] = []
        while let output = negotiation.nextOutput() {
            if case .send(let message) = output {
                messages.append(try message.encoded())
            }
        }
        return messages
    }
}
