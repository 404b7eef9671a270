import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SDP
import Testing

/// Restarts, silence, hostile gateways, and what users of lines have asked for.
struct ServiceTests {
    private var driver = AgentDriver.ready()

    private mutating func talks() throws -> LegID {
        let leg = self.driver.places(.line("carol"))
        try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        self.driver.notifies("L/hd")
        try self.driver.answer(.modifyConnection)
        self.driver.reports = []
        return leg
    }

    private mutating func releaseCause() throws -> ReleaseCause? {
        while !self.driver.reports.isEmpty {
            if case .released(let cause) = try self.driver.nextReport() {
                return cause
            }
        }
        return nil
    }

    // MARK: Restarts

    @Test
    mutating func `a restart ends the call and the endpoint is audited`() throws {
        _ = try self.talks()

        self.driver.gatewaySends("RSIP", "aaln/*", ["RM: restart"])

        #expect(self.driver.responses.last?.code == .executed)
        #expect(try self.releaseCause()?.value == .temporaryFailure)
        try self.driver.answer(.auditEndpoint, ["I:", "ES: L/hu"])
        #expect(try self.driver.answer(.notificationRequest)[.requestedEvents] == "L/hd(N)")
        #expect(self.driver.isIdle)
    }

    @Test
    mutating func `an endpoint that is taken out of service ends its call and gets no new one`() throws {
        _ = try self.talks()

        self.driver.gatewaySends("RSIP", "aaln/1", ["RM: forced", "E: 901"])

        let cause = try self.releaseCause()
        #expect(cause?.value == .destinationOutOfOrder)
        #expect(cause?.origin == .mgcpReasonCode(901))
        _ = self.driver.places(.line("carol"), number: 2)
        #expect(try self.releaseCause()?.value == .destinationOutOfOrder)
        #expect(self.driver.commands.isEmpty)
    }

    @Test
    mutating func `a restart while a command waits drops the command`() throws {
        _ = self.driver.places(.line("carol"))
        let create = try self.driver.next(.createConnection)

        self.driver.gatewaySends("RSIP", "aaln/1", ["RM: restart"])
        #expect(try self.releaseCause()?.value == .temporaryFailure)
        self.driver.respond(to: create, 200, Script.open, sdp: Script.local)

        try self.driver.answer(.auditEndpoint, ["I: F1", "ES: L/hu"])
        let delete = try self.driver.answer(.deleteConnection)
        #expect(delete[.connectionID] == nil)
        let isDeleted = self.driver.observations.contains { observation in
            if case .orphanDeleted = observation { true } else { false }
        }
        #expect(isDeleted)
    }

    @Test
    mutating func `an audit finds connections of nobody and deletes them, never that of a call`() throws {
        _ = try self.talks()

        self.driver.gatewaySends("RSIP", "aaln/1", ["RM: disconnected"])
        try self.driver.answer(.auditEndpoint, ["I: F1, F9", "ES: L/hd"])

        #expect(try self.driver.answer(.auditConnection, ["C: BEEF"])[.connectionID] == "F9")
        let delete = try self.driver.answer(.deleteConnection)
        #expect(delete[.connectionID] == "F9")
        #expect(delete[.callID] == "BEEF")
        #expect(self.driver.reports.isEmpty)
    }

    @Test
    mutating func `an audit that does not find the connection of a call ends the call`() throws {
        _ = try self.talks()

        self.driver.gatewaySends("RSIP", "aaln/1", ["RM: disconnected"])
        try self.driver.answer(.auditEndpoint, ["I:", "ES: L/hd"])

        #expect(try self.releaseCause()?.value == .temporaryFailure)
    }

    @Test
    mutating func `an audit that finds the handset down ends the call`() throws {
        _ = try self.talks()

        self.driver.gatewaySends("RSIP", "aaln/1", ["RM: disconnected"])
        try self.driver.answer(.auditEndpoint, ["I: F1", "ES: L/hu"])

        try self.driver.answer(.deleteConnection, with: 250)
        #expect(try self.releaseCause()?.value == .normalClearing)
    }

    // MARK: Silence

    @Test
    mutating func `a call to a gateway that does not answer ends in bounded time`() throws {
        self.driver.wait(.seconds(60))
        _ = self.driver.places(.line("carol"))

        self.driver.wait(.seconds(25))

        #expect(try self.releaseCause()?.value == .recoveryOnTimerExpiry)
        _ = self.driver.places(.line("carol"), number: 2)
        #expect(try self.releaseCause()?.value == .destinationOutOfOrder)
        let isLost = self.driver.observations.contains { observation in
            if case .gatewayReachable("house", false) = observation { true } else { false }
        }
        #expect(isLost)
    }

    @Test
    mutating func `a call that has waited behind a command without answer ends with it`() throws {
        self.driver.wait(.seconds(60))
        self.driver.notifies("L/hd")
        self.driver.notifies("L/hu")
        #expect(self.driver.commands.count == 1)
        _ = self.driver.places(.line("carol"))

        self.driver.wait(.seconds(45))

        #expect(try self.releaseCause()?.value == .recoveryOnTimerExpiry)
    }

    @Test
    mutating func `a leg ends in bounded time though nobody answers its DLCX`() throws {
        let leg = try self.talks()

        self.driver.perform(.release(.normal), on: leg)
        self.driver.wait(.seconds(4))

        #expect(self.driver.takeReports() == ["released"])
    }

    @Test
    mutating func `a gateway may take its connection away`() throws {
        _ = try self.talks()

        self.driver.gatewaySends("DLCX", "aaln/1", ["C: 1", "I: F1", "E: 900", "P: PS=9, OS=1440"])

        #expect(self.driver.responses.last?.code == .connectionDeleted)
        #expect(self.driver.takeReports() == ["statistics", "released"])
        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == "L/ro")
    }

    @Test
    mutating func `a DLCX that crosses ours is no error`() throws {
        let leg = try self.talks()
        self.driver.perform(.release(.normal), on: leg)
        let ours = try self.driver.next(.deleteConnection)

        self.driver.gatewaySends("DLCX", "aaln/1", ["C: 1", "I: F1", "E: 900"])
        self.driver.respond(to: ours, 515)

        #expect(self.driver.takeReports() == ["released"])
    }

    // MARK: Strangers

    @Test
    mutating func `nobody but a configured gateway gets an answer`() {
        let stranger = TransportAddress(IPAddress(v4: 0x7F00_0009), 2427)

        self.driver.gatewaySends("NTFY", "aaln/1", ["X: 0", "O: L/hd"], from: stranger)
        self.driver.gatewaySends("RSIP", "*", ["RM: forced"], from: stranger)

        #expect(self.driver.responses.isEmpty)
        #expect(self.driver.commands.isEmpty)
        #expect(self.driver.observations.isEmpty)
    }

    @Test
    mutating func `a notification of an unknown request is answered and changes nothing`() {
        self.driver.gatewaySends("NTFY", "aaln/1", ["X: DEAD", "O: L/hd"])

        #expect(self.driver.responses.map(\.code) == [.executed])
        #expect(self.driver.commands.isEmpty)
    }

    @Test
    mutating func `an event without a request is a persistent one`() throws {
        self.driver.gatewaySends("NTFY", "aaln/1", ["X: 0", "O: L/hd"])

        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == "L/dl")
    }

    @Test(arguments: [("NTFY", 500), ("DLCX", 500), ("RSIP", 500), ("CRCX", 504)])
    mutating func `commands for unknown endpoints are refused`(verb: String, code: UInt16) {
        self.driver.gatewaySends(verb, "aaln/77", ["RM: restart", "X: 1", "O: L/hd", "C: 1", "I: 1"])

        #expect(self.driver.responses.map(\.code.number) == [code])
    }

    // MARK: What a gateway lacks

    @Test
    mutating func `what a telephone cannot show is left out, once and for all`() throws {
        _ = self.driver.places(.line("carol"))
        try self.driver.answer(.createConnection, with: 522)
        let again = try self.driver.answer(.createConnection, Script.open, sdp: Script.local)

        #expect(again[.signalRequests] == "L/rg")
        #expect(self.driver.takeReports() == ["alerting"])
    }

    @Test
    mutating func `a gateway that refuses the codecs is asked for the one that all have`() throws {
        _ = self.driver.places(.line("carol"))
        try self.driver.answer(.createConnection, with: 534)

        #expect(try self.driver.answer(.createConnection, with: 534)[.localConnectionOptions] == "a:PCMU")
        #expect(try self.releaseCause()?.value == .bearerCapabilityNotImplemented)
        #expect(try self.driver.answer(.notificationRequest)[.requestedEvents] == "L/hd(N)")
    }

    @Test
    mutating func `a command is followed to another address of the gateway, not to a stranger`() throws {
        let other = TransportAddress(IPAddress(v4: 0x7F00_0012), 2427)
        self.driver = AgentDriver.ready { configuration in
            configuration.gateways[0].addresses.append(other)
        }
        _ = self.driver.places(.line("carol"))

        try self.driver.answer(.createConnection, with: 521, ["N: gw@[127.0.0.18]:2427"])

        let command = try self.driver.next(.createConnection, on: "aaln/1")
        self.driver.receive("521 \(command.transactionID) OK\r\nN: gw@[127.0.0.99]:2427\r\n", from: other)
        #expect(try self.releaseCause()?.value == .protocolError)
    }

    // MARK: Wishes

    /// Carol dials, and her call turns a service on.
    private mutating func activates(_ service: LineService) throws {
        self.driver.notifies("L/hd")
        try self.driver.answer(.notificationRequest)
        self.driver.notifies("D/2,D/1,D/1")
        try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        let leg = try #require(self.driver.reports.last).leg
        self.driver.perform(.activate(service), on: leg)
        self.driver.perform(.release(.local(.dialplan, .normalClearing)), on: leg)
        let delete = try self.driver.answer(.deleteConnection, with: 250)
        #expect(delete[.signalRequests] == "G/cf")
        self.driver.notifies("L/hu")
        try self.driver.answer(.notificationRequest)
        self.driver.reports = []
    }

    @Test(arguments: [LineService.Forwarding.unconditional, .noAnswer])
    mutating func `calls of a line go where its user wants`(when: LineService.Forwarding) throws {
        try self.activates(.forward(when, to: "301"))
        _ = self.driver.places(.line("carol"))

        if when == .noAnswer {
            try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
            self.driver.reports = []
            self.driver.wait(.seconds(20))
            try self.driver.answer(.deleteConnection, with: 250)
        }
        guard case .redirected(let targets, let cause) = try self.driver.nextReport() else {
            Issue.record("not forwarded")
            return
        }
        #expect(targets == [.dialed("301", context: "home")])
        #expect(cause.value == (when == .noAnswer ? .noAnswer : .redirection))
        #expect(self.driver.reports.isEmpty)
        #expect(self.driver.isIdle)
    }

    @Test
    mutating func `a line that wants quiet is busy`() throws {
        try self.activates(.doNotDisturb(true))

        _ = self.driver.places(.line("carol"))

        #expect(try self.releaseCause()?.value == .userBusy)
    }
}
