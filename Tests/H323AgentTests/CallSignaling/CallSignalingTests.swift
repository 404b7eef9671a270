import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Call signaling by itself: states, timers, overlap, and what peers say in odd ways.
struct CallSignalingTests {
    private var caller = CallSignaling(.caller, Self.identity)
    private var callee = CallSignaling(.callee, Self.identity)
    private var now = Instant.start

    // MARK: States

    @Test
    mutating func `a call goes through the states of Q.931`() throws {
        self.caller.place(SetupContent.sample, at: self.now)
        #expect(self.caller.state == .callInitiated)
        let setup = try self.toCallee()
        #expect(self.callee.state == .callPresent)
        guard case .setup(let content) = setup.first else {
            Issue.record("no Setup was reported")
            return
        }
        #expect(content.caller.party.user == "1001" && content.caller.party.displayName == "Alice")
        #expect(content.caller.screening == 3 && content.called.user == "2002")

        self.callee.proceed()
        _ = try self.toCaller()
        #expect(self.caller.state == .outgoingProceeding)
        self.callee.alert(inBand: true)
        let alerting = try self.toCaller()
        guard case .alerting(inBand: true) = alerting.last else {
            Issue.record("no inband Alerting was reported")
            return
        }
        #expect(self.caller.state == .callDelivered && self.callee.state == .callReceived)
        self.callee.connect(SignalingParty(Party(user: "2003", displayName: "Bob")))
        let connected = try self.toCaller()
        guard case .connected(let party) = connected.last else {
            Issue.record("no Connect was reported")
            return
        }
        #expect(party?.party.user == "2003" && party?.party.displayName == "Bob")
        #expect(self.caller.state == .active && self.callee.state == .active)
        #expect(self.caller.nextDeadline == nil && self.callee.nextDeadline == nil)
    }

    @Test
    mutating func `digits follow one by one where the callee asks for them`() throws {
        self.caller.place(SetupContent.sample, at: self.now)
        _ = try self.toCallee()
        self.callee.askForDigits(at: self.now)
        _ = try self.toCaller()
        #expect(self.caller.state == .overlapSending && self.callee.state == .overlapReceiving)

        self.caller.sendDigits("3", at: self.now)
        self.caller.sendDigits("45", at: self.now)
        let more = try self.toCallee().compactMap { event -> ByteString? in
            guard case .moreDigits(let digits, isComplete: false) = event else {
                return nil
            }
            return digits
        }
        #expect(more == ["3", "45"])

        self.callee.advance(to: self.now.advanced(by: .seconds(15)))
        guard case .report(.moreDigits(let none, isComplete: true)) = self.callee.nextOutput() else {
            Issue.record("T302 did not end the number")
            return
        }
        #expect(none.isEmpty)
        self.callee.proceed()
        _ = try self.toCaller()
        #expect(self.caller.state == .outgoingProceeding)
    }

    /// A step of the callee, and how long the caller waits after it.
    struct Wait: Sendable {
        let step: @Sendable (inout CallSignaling) -> Void
        let limit: Duration
        let cause: Q850Cause
    }

    static let waits = [
        Wait(step: { _ in }, limit: .seconds(4), cause: .recoveryOnTimerExpiry),
        Wait(step: { $0.proceed() }, limit: .seconds(60), cause: .recoveryOnTimerExpiry),
        Wait(step: { $0.alert(inBand: false) }, limit: .seconds(180), cause: .noAnswer),
        Wait(step: { $0.progress(inBand: true) }, limit: .seconds(180), cause: .recoveryOnTimerExpiry),
        Wait(step: { $0.askForDigits(at: .start) }, limit: .seconds(30), cause: .recoveryOnTimerExpiry),
    ]

    @Test(arguments: waits.indices)
    mutating func `no state of the caller waits for ever`(_ index: Int) throws {
        let wait = Self.waits[index]
        self.caller.place(SetupContent.sample, at: self.now)
        _ = try self.toCallee()
        wait.step(&self.callee)
        _ = try self.toCaller()
        #expect(self.caller.nextDeadline == self.now.advanced(by: wait.limit))

        self.caller.advance(to: self.now.advanced(by: wait.limit))
        let released = try self.toCallee().contains { event in
            guard case .released(let clearing) = event else {
                return false
            }
            return clearing.cause == wait.cause
        }
        #expect(released && !self.caller.isOpen && !self.callee.isOpen)
    }

    @Test
    mutating func `what comes late or goes back changes nothing`() throws {
        self.caller.place(SetupContent.sample, at: self.now)
        _ = try self.toCallee()
        self.callee.alert(inBand: false)
        self.callee.connect(nil)
        _ = try self.toCaller()
        let writer = SignalingWriter(Self.identity, isDestination: true, tunnels: true)
        for octets in [try writer.callProceeding(MediaElements()), try writer.alerting(inBand: true, MediaElements())] {
            self.caller.receive(try SignalingMessage(decoding: octets), at: self.now)
        }
        #expect(self.caller.state == .active)
        #expect(self.caller.nextDeadline == nil)
        self.callee.proceed()
        self.callee.alert(inBand: false)
        let silence = Self.events(&self.callee)
        #expect(silence.isEmpty)
    }

    @Test
    mutating func `an enquiry is answered with the state and a Status of null ends the call`() throws {
        self.caller.place(SetupContent.sample, at: self.now)
        _ = try self.toCallee()
        self.callee.alert(inBand: false)
        _ = try self.toCaller()
        var enquiry = Q931Message(.statusEnquiry, Q931CallReference(77, isFromDestination: true))
        self.caller.receive(try SignalingMessage(decoding: try enquiry.encoded()), at: self.now)
        let answers = try Self.sent(&self.caller)
        let status = try #require(answers.last)
        #expect(status.type == .status)
        #expect(status.q931.first(Q931CallState.self)?.value == 4)
        #expect(status.q931.first(Q931Cause.self)?.value == 30)

        enquiry.type = .status
        enquiry.add(Q931CallState(0))
        self.caller.receive(try SignalingMessage(decoding: try enquiry.encoded()), at: self.now)
        #expect(!self.caller.isOpen)
    }

    // MARK: Peers

    @Test
    func `texts that end with a NUL are read without it`() throws {
        var message = Q931Message(.information, Q931CallReference(77, isFromDestination: true))
        message.add(Q931Element(.keypadFacility, Array("4\0".utf8)))
        let read = try SignalingMessage(decoding: try message.encoded())
        #expect(read.keys == Array("4".utf8))
    }

    @Test
    mutating func `keys of a connected call are reported`() throws {
        self.caller.place(SetupContent.sample, at: self.now)
        _ = try self.toCallee()
        self.callee.connect(nil)
        _ = try self.toCaller()
        self.caller.sendKeys([Digit(symbol: 0x34), Digit(symbol: 0x2A)])
        let keys = try self.toCallee().flatMap { event -> [UInt8] in
            guard case .keys(let digits) = event else {
                return []
            }
            return digits.map(\.symbol)
        }
        #expect(keys == [0x34, 0x2A])
    }

    @Test
    mutating func `a Setup without a number names nobody`() throws {
        var content = SetupContent.sample
        content.called = Party(user: "")
        content.caller = SignalingParty(Party(user: "alice"))
        self.caller.place(content, at: self.now)
        guard case .setup(let read) = try self.toCallee().first else {
            Issue.record("no Setup was reported")
            return
        }
        #expect(read.called.user.isEmpty)
        #expect(read.caller.party.user == "alice" && !read.caller.party.isTelephoneNumber)
    }

    @Test(arguments: [Party.Presentation.restricted, .unavailable])
    mutating func `a caller that is not to be shown stays so and has no name`(
        _ presentation: Party.Presentation
    ) throws {
        var content = SetupContent.sample
        content.caller.party.presentation = presentation
        let writer = SignalingWriter(Self.identity, isDestination: false, tunnels: true)
        let message = try SignalingMessage(decoding: try writer.setup(content))
        guard case .setup(let body) = message.body, let read = message.setup else {
            Issue.record("no Setup was written")
            return
        }
        #expect(body.sourceAddress == nil && read.caller.party.user == "1001")
        #expect(read.caller.party.presentation == presentation)
        #expect(read.caller.party.displayName.isEmpty)
    }

    @Test
    mutating func `a diversion keeps its number and its reason`() throws {
        for reason in [Diversion.Reason.userBusy, .noAnswer, .unconditional, .deflection, .unknown] {
            var pair = Self()
            var content = SetupContent.sample
            content.diversion = Diversion(party: Party(user: "3003", isTelephoneNumber: true), reason: reason)
            pair.caller.place(content, at: .start)
            guard case .setup(let read) = try pair.toCallee().first else {
                Issue.record("no Setup was reported")
                return
            }
            #expect(read.diversion?.party.user == "3003")
            #expect(read.diversion?.reason == reason)
        }
    }

    @Test
    mutating func `a Facility sends the call elsewhere`() throws {
        self.caller.place(SetupContent.sample, at: self.now)
        _ = try self.toCallee()
        var facility = H225.FacilityUUIE(
            protocolIdentifier: .h225Version7,
            reason: .callForwarded
        )
        facility.alternativeAliasAddress = [.dialledDigits("4004")]
        facility.alternativeAddress = H225.TransportAddress(.lab(4, 1720))
        var message = Q931Message(.facility, Q931CallReference(77, isFromDestination: true))
        try message.setUserInformation(
            H225.H323UserInformation(h323UuPdu: H225.H323UUPDU(h323MessageBody: .facility(facility)))
        )
        self.caller.receive(try SignalingMessage(decoding: try message.encoded()), at: self.now)
        let event = Self.events(&self.caller).last
        guard case .forwarded(let party, let address) = event else {
            Issue.record("no forwarding was reported")
            return
        }
        #expect(party?.user == "4004" && address == .lab(4, 1720))
    }

    // MARK: Causes

    @Test
    func `a reason alone is as good as a cause and a cause wins`() throws {
        for cause in [Q850Cause.userBusy, .noRouteToDestination, .subscriberAbsent, .congestion, .temporaryFailure] {
            let reason = try #require(cause.clearingReason)
            #expect(Q850Cause(clearing: reason) == cause)
        }
        let writer = SignalingWriter(Self.identity, isDestination: true, tunnels: true)
        let clearing = SignalingClearing(.numberChanged, location: 10, reason: .inConf)
        let octets = try writer.releaseComplete(clearing, MediaElements())
        let read = try SignalingMessage(decoding: octets).clearing
        #expect(read.cause == .numberChanged && read.location == 10 && read.reason == .inConf)

        var bare = Q931Message(.releaseComplete, Q931CallReference(77, isFromDestination: true))
        #expect(try SignalingMessage(decoding: try bare.encoded()).clearing.cause == .normalClearing)
        bare.add(Q931Cause(17))
        #expect(try SignalingMessage(decoding: try bare.encoded()).clearing.cause == .userBusy)
    }

    // MARK: Driving

    private static let identity = CallIdentity(
        reference: 77,
        callIdentifier: Array(repeating: 7, count: 16),
        conference: Array(repeating: 9, count: 16)
    )

    private mutating func toCallee() throws -> [SignalingEvent] {
        for message in try Self.sent(&self.caller) {
            self.callee.receive(message, at: self.now)
        }
        return Self.events(&self.callee)
    }

    private mutating func toCaller() throws -> [SignalingEvent] {
        for message in try Self.sent(&self.callee) {
            self.caller.receive(message, at: self.now)
        }
        return Self.events(&self.caller)
    }

    private static func sent(_ end: inout CallSignaling) throws -> [SignalingMessage] {
        var messages: [SignalingMessage] = []
        while let output = end.nextOutput() {
            if case .send(let octets) = output {
                messages.append(try SignalingMessage(decoding: octets))
            }
        }
        return messages
    }

    private static func events(_ end: inout CallSignaling) -> [SignalingEvent] {
        var events: [SignalingEvent] = []
        while let output = end.nextOutput() {
            if case .report(let event) = output, !event.isMedia {
                events.append(event)
            }
        }
        return events
    }
}

extension SignalingEvent {
    /// Whether it only tells what a message carries.
    fileprivate var isMedia: Bool {
        guard case .media = self else {
            return false
        }
        return true
    }
}
