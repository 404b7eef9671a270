import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SDP
import Testing

/// Sessions that change, hold, flash and transfer while a line talks.
struct MidCallTests {
    private var driver = AgentDriver.ready()

    /// Carol has taken a call; her connection is `F1`.
    private mutating func talks(number: UInt64 = 1) throws -> LegID {
        let leg = self.driver.places(.line("carol"), number: number)
        try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        self.driver.notifies("L/hd")
        try self.driver.answer(.modifyConnection)
        self.driver.reports = []
        return leg
    }

    /// Carol flashes, dials 202 and hears it ring, while the first party is held.
    private mutating func consults(from first: LegID) throws -> LegID {
        self.driver.notifies("L/hf")
        try self.answersHold(on: first)
        self.driver.notifies("D/2,D/0,D/2")
        try self.driver.answer(.createConnection, ["I: F2"], sdp: Script.local)
        let second = try #require(self.driver.reports.last).leg
        self.driver.reports = []
        return second
    }

    /// The held party agrees; the gateway is told.
    private mutating func answersHold(on leg: LegID) throws {
        guard case .offer(let offer, let exchange, nil) = try self.driver.nextReport() else {
            Issue.record("no offer")
            return
        }
        #expect(offer.media.first?.direction == .inactive)
        self.driver.perform(.answer(Script.description(direction: "inactive"), exchange), on: leg)
        let hold = try self.driver.answer(.modifyConnection)
        #expect(hold[.connectionMode] == "inactive")
        #expect(hold[.signalRequests] == "L/dl")
        try self.driver.answer(.modifyConnection)
    }

    @Test(arguments: [
        ("sendonly", "recvonly"), ("recvonly", "sendonly"), ("inactive", "inactive"), ("sendrecv", "sendrecv"),
    ])
    mutating func `an offer of the far side is answered with its direction mirrored`(
        direction: String,
        mode: String
    ) throws {
        let leg = try self.talks()
        let exchange = ExchangeID(.gateway, 1)

        self.driver.perform(.offer(Script.description(port: 7000, direction: direction), exchange), on: leg)

        let modify = try self.driver.answer(.modifyConnection)
        #expect(modify[.connectionMode] == mode)
        #expect(modify.sdp?.media.first?.port == 7000)
        guard case .answer(let answer, exchange, nil) = try self.driver.nextReport() else {
            Issue.record("no answer")
            return
        }
        #expect("\(answer.media.first?.direction ?? .sendrecv)" == mode)
    }

    @Test
    mutating func `an offer that says nothing new costs no command`() throws {
        let leg = try self.talks()

        self.driver.perform(.offer(Script.description(), ExchangeID(.gateway, 1)), on: leg)

        #expect(self.driver.takeReports() == ["answer"])
        #expect(self.driver.commands.isEmpty)
    }

    @Test(arguments: [534, 505, 527])
    mutating func `what the gateway refuses leaves the session as it was`(code: Int) throws {
        let leg = try self.talks()
        self.driver.perform(.offer(Script.description(port: 7000), ExchangeID(.gateway, 1)), on: leg)

        try self.driver.answer(.modifyConnection, with: code)

        guard case .offerRefused(ExchangeID(.gateway, 1), let cause) = try self.driver.nextReport() else {
            Issue.record("not refused")
            return
        }
        #expect(cause.value == .bearerCapabilityNotImplemented)
        #expect(self.driver.commands.isEmpty)
        self.driver.perform(.offer(Script.description(port: 7002), ExchangeID(.gateway, 2)), on: leg)
        try self.driver.answer(.modifyConnection)
        #expect(self.driver.takeReports() == ["answer"])
    }

    @Test
    mutating func `two changes never wait on one connection`() throws {
        let leg = try self.talks()

        self.driver.perform(.offer(Script.description(port: 7000), ExchangeID(.gateway, 1)), on: leg)
        self.driver.perform(.release(.normal), on: leg)

        #expect(self.driver.commands.count == 1)
        try self.driver.answer(.modifyConnection)
        try self.driver.answer(.deleteConnection, with: 250)
        #expect(self.driver.takeReports() == ["released"])
    }

    @Test
    mutating func `a party that is asked for an offer describes itself in full`() throws {
        let leg = try self.talks()

        self.driver.perform(.requestOffer(ExchangeID(.gateway, 4)), on: leg)

        guard case .offer(let offer, ExchangeID(.gateway, 4), nil) = try self.driver.nextReport() else {
            Issue.record("no offer")
            return
        }
        #expect(offer.media.first?.direction == .sendrecv)
        self.driver.perform(.answer(Script.description(port: 7008), ExchangeID(.gateway, 4)), on: leg)
        #expect(try self.driver.answer(.modifyConnection).sdp?.media.first?.port == 7008)
    }

    @Test
    mutating func `video is refused and the audio goes to the gateway alone`() throws {
        let leg = try self.talks()
        let offer = Script.description(port: 7000, more: "m=video 7010 RTP/AVP 31\r\n")

        self.driver.perform(.offer(offer, ExchangeID(.gateway, 1)), on: leg)

        #expect(try self.driver.answer(.modifyConnection).sdp?.media.count == 1)
        guard case .answer(let answer, _, _) = try self.driver.nextReport() else {
            Issue.record("no answer")
            return
        }
        #expect(answer.media.count == 2)
        #expect(answer.media[1].isRejected)
    }

    @Test
    mutating func `digits for a telephone are played to it`() throws {
        let leg = try self.talks()

        self.driver.perform(.send([Digit(symbol: 0x35), Digit(symbol: 0x23)]), on: leg)

        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == "D/5,D/#")
        #expect(self.driver.commands.isEmpty)
    }

    @Test
    mutating func `digits of a telephone are reported where its codec carries no tones`() throws {
        _ = self.driver.places(.line("carol"), offer: Script.description(payloads: "18"))
        let g729 = Script.local.replacing("AVP 0", with: "AVP 18")
        try self.driver.answer(.createConnection, Script.open, sdp: g729)
        self.driver.notifies("L/hd")
        #expect(try self.driver.answer(.modifyConnection)[.requestedEvents] == "L/hu(N),L/hf(N),D/[0-9*#A-D](N)")
        self.driver.reports = []

        self.driver.notifies("D/7")

        guard case .digits(let digits) = try self.driver.nextReport() else {
            Issue.record("no digits")
            return
        }
        #expect(digits == [Digit(symbol: 0x37)])
        #expect(try self.driver.answer(.notificationRequest)[.requestedEvents]?.contains("D/") == true)
    }

    // MARK: Flash

    @Test
    mutating func `a flash holds the party and brings dial tone, a second one brings it back`() throws {
        let leg = try self.talks()
        self.driver.notifies("L/hf")
        try self.answersHold(on: leg)

        self.driver.notifies("L/hf")

        guard case .offer(let offer, let exchange, nil) = try self.driver.nextReport() else {
            Issue.record("no offer")
            return
        }
        #expect(offer.media.first?.direction == .sendrecv)
        self.driver.perform(.answer(Script.description(), exchange), on: leg)
        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == nil)
        #expect(try self.driver.answer(.modifyConnection)[.connectionMode] == "sendrecv")
    }

    @Test
    mutating func `hanging up with one party held and another called asks for a transfer`() throws {
        let first = try self.talks()
        let second = try self.consults(from: first)

        self.driver.notifies("L/hu")

        guard case .transferRequested(.join(second)) = try self.driver.nextReport() else {
            Issue.record("no transfer")
            return
        }
        self.driver.perform(.transferred(.completed), on: first)
        for leg in [first, second] {
            self.driver.perform(.release(.local(.transferred, .normalClearing)), on: leg)
        }
        try self.driver.answer(.notificationRequest)
        #expect(try self.driver.answer(.deleteConnection, with: 250)[.connectionID] == "F1")
        #expect(try self.driver.answer(.deleteConnection, with: 250)[.connectionID] == "F2")
        #expect(self.driver.takeReports() == ["released", "released"])
        #expect(self.driver.commands.isEmpty)
        #expect(self.driver.isIdle)
    }

    @Test
    mutating func `a transfer that is refused rings for the party that was held`() throws {
        let first = try self.talks()
        _ = try self.consults(from: first)
        self.driver.notifies("L/hu")
        self.driver.reports = []

        self.driver.perform(.transferred(.refused(.local(.limit, .facilityRejected))), on: first)

        try self.driver.answer(.notificationRequest)
        let delete = try self.driver.answer(.deleteConnection, with: 250)
        #expect(delete[.connectionID] == "F2")
        #expect(delete[.signalRequests] == "L/rg,L/ci(01/01/00/00,\"100\",\"Alice\")")
        self.driver.reports = []
        self.driver.notifies("L/hd")
        #expect(self.driver.takeReports() == ["offer"])
    }

    @Test
    mutating func `without the right to transfer the telephone rings for the held party`() throws {
        self.driver = AgentDriver.ready { configuration in
            var lineClass = LineClass()
            lineClass.hasTransfer = false
            configuration.lineClasses[""] = lineClass
        }
        let first = try self.talks()
        _ = try self.consults(from: first)

        self.driver.notifies("L/hu")

        let delete = try self.driver.answer(.deleteConnection, with: 250)
        #expect(delete[.connectionID] == "F2")
        #expect(delete[.signalRequests]?.hasPrefix("L/rg") == true)
        #expect(self.driver.takeReports() == ["released"])
    }

    @Test(arguments: [true, false])
    mutating func `two flashes in a hurry end the hold once it is agreed, or refused`(isAgreed: Bool) throws {
        let leg = try self.talks()
        self.driver.notifies("L/hf")
        guard case .offer(_, let hold, nil) = try self.driver.nextReport() else {
            Issue.record("no hold")
            return
        }
        try self.driver.answer(.modifyConnection)
        self.driver.notifies("L/hf")
        #expect(self.driver.reports.isEmpty)

        let agreement = LegCommand.answer(Script.description(direction: "inactive"), hold)
        self.driver.perform(isAgreed ? agreement : .refuse(hold, .local(.offerPending, .interworking)), on: leg)

        guard case .offer(let offer, let resumption, nil) = try self.driver.nextReport() else {
            Issue.record("nothing ends the hold")
            return
        }
        #expect(offer.media.first?.direction == .sendrecv)
        #expect(resumption != hold)
    }

    @Test
    mutating func `a second call is announced by a tone and taken by a flash`() throws {
        let first = try self.talks()

        let second = self.driver.places(.line("carol"), number: 2)
        let create = try self.driver.answer(.createConnection, ["I: F2"], sdp: Script.local)
        #expect(create[.signalRequests] == "L/wt")
        #expect(self.driver.takeReports() == ["alerting"])
        self.driver.notifies("L/hf")

        guard case .offer(_, let hold, nil) = try self.driver.nextReport() else {
            Issue.record("the first party is not held")
            return
        }
        #expect(self.driver.takeReports() == ["answer", "answered"])
        let modes = try (0..<2).map { _ in
            let modify = try self.driver.answer(.modifyConnection)
            return "\(modify[.connectionID] ?? "") \(modify[.connectionMode] ?? "")"
        }
        #expect(modes.sorted() == ["F1 inactive", "F2 sendrecv"])
        self.driver.perform(.answer(Script.description(direction: "inactive"), hold), on: first)
        try self.driver.answer(.modifyConnection)
        self.driver.perform(.release(.normal), on: second)
        try self.driver.answer(.deleteConnection, with: 250)
        self.driver.notifies("L/hf")
        #expect(self.driver.takeReports() == ["released", "offer"])
    }

    @Test
    mutating func `a third call is busy`() throws {
        _ = try self.talks()
        _ = self.driver.places(.line("carol"), number: 2)
        try self.driver.answer(.createConnection, ["I: F2"], sdp: Script.local)
        self.driver.reports = []

        _ = self.driver.places(.line("carol"), number: 3)

        #expect(self.driver.takeReports() == ["released"])
    }

    @Test
    mutating func `hanging up with a call waiting rings for it`() throws {
        _ = try self.talks()
        let second = self.driver.places(.line("carol"), number: 2)
        try self.driver.answer(.createConnection, ["I: F2"], sdp: Script.local)
        self.driver.reports = []

        self.driver.notifies("L/hu")
        let delete = try self.driver.answer(.deleteConnection, with: 250)
        #expect(delete[.signalRequests]?.hasPrefix("L/rg") == true)
        self.driver.notifies("L/hd")

        #expect(self.driver.takeReports() == ["released", "answer", "answered"])
        #expect(try self.driver.answer(.modifyConnection)[.connectionMode] == "sendrecv")
        _ = second
    }

    @Test
    mutating func `a flash with both answered joins all three, or lets them take turns`() throws {
        let first = try self.talks()
        let second = try self.consults(from: first)
        self.driver.perform(.answer(Script.description(port: 6100), .incomingSetup), on: second)
        self.driver.perform(.accept(nil), on: second)
        try self.driver.answer(.modifyConnection)
        try self.driver.answer(.modifyConnection)
        self.driver.reports = []

        self.driver.notifies("L/hf")

        let join = try self.driver.answer(.modifyConnection)
        #expect(join[.connectionMode] == "confrnce")
        #expect(self.driver.takeReports() == ["offer"])
        // The other one is refused: this gateway cannot join two.
        try self.driver.answer(.modifyConnection, with: 517)
        #expect(self.driver.takeReports().contains("offer"))
    }

    @Test
    mutating func `a flash is passed on where the class says so`() throws {
        self.driver = AgentDriver.ready { configuration in
            var lineClass = LineClass()
            lineClass.flash = .pass
            configuration.lineClasses[""] = lineClass
        }
        _ = try self.talks()

        self.driver.notifies("L/hf")

        guard case .digits(let digits) = try self.driver.nextReport() else {
            Issue.record("no digits")
            return
        }
        #expect(digits == [Digit(symbol: 0x21)])
    }
}
