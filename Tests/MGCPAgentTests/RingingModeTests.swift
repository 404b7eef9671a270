import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SDP
import Testing

/// Connections of telephones that ring: both ways already where a relay keeps what they send from the caller, so that the
/// answer needs no command (RFC 3435 §2.3.5).
struct RingingModeTests {
    private var driver = AgentDriver.ready()

    /// A call to carol through the relay, whose connection stands.
    private mutating func rings(_ offer: SessionDescription? = Script.offer) throws -> (LegID, MGCPCommand) {
        let leg = self.driver.places(.line("carol"), offer: offer, isAnchored: true)
        let create = try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        self.driver.reports = []
        return (leg, create)
    }

    /// Carol talks to somebody who has called her.
    private mutating func talks() throws -> LegID {
        let (leg, _) = try self.rings()
        self.driver.notifies("L/hd")
        try self.driver.answer(.notificationRequest)
        self.driver.reports = []
        return leg
    }

    @Test
    mutating func `the answer only says what is looked for next`() throws {
        let (leg, create) = try self.rings()
        #expect(create[.connectionMode] == "sendrecv")
        #expect(create[.signalRequests]?.hasPrefix("L/rg") == true)

        self.driver.notifies("L/hd")

        #expect(self.driver.takeReports() == ["answer", "answered"])
        let request = try self.driver.answer(.notificationRequest)
        #expect(request[.requestedEvents] == "L/hu(N),L/hf(N)")
        #expect(self.driver.commands.isEmpty)
        self.driver.perform(.release(.normal), on: leg)
        try self.driver.answer(.deleteConnection, with: 250)
        #expect(self.driver.takeReports() == ["released"])
    }

    @Test
    mutating func `a gateway that notifies in loops needs no command at all`() throws {
        self.driver = AgentDriver.ready { $0.gateways[0].takesLoops = true }
        let (_, create) = try self.rings()
        #expect(create[.connectionMode] == "sendrecv")

        self.driver.notifies("L/hd")

        #expect(self.driver.takeReports() == ["answer", "answered"])
        #expect(self.driver.commands.isEmpty)
    }

    @Test(arguments: [("sendonly", "recvonly"), ("recvonly", "sendonly"), ("inactive", "inactive")])
    mutating func `a caller who holds before the answer is heeded`(direction: String, mode: String) throws {
        let (_, create) = try self.rings(Script.description(direction: direction))
        #expect(create[.connectionMode] == mode)

        self.driver.notifies("L/hd")

        guard case .answer(let answer, _, _) = try self.driver.nextReport() else {
            Issue.record("no answer")
            return
        }
        #expect("\(answer.media.first?.direction ?? .sendrecv)" == mode)
        try self.driver.answer(.notificationRequest)
        #expect(self.driver.commands.isEmpty)
    }

    @Test
    mutating func `what the caller changes before the answer is told and answered`() throws {
        let (leg, _) = try self.rings()
        let held = Script.description(port: 7000, direction: "sendonly")

        self.driver.perform(.offer(held, ExchangeID(.gateway, 1)), on: leg)

        let modify = try self.driver.answer(.modifyConnection)
        #expect(modify[.connectionMode] == "recvonly")
        #expect(modify.sdp?.media.first?.port == 7000)
        guard case .answer(let answer, ExchangeID(.gateway, 1), _) = try self.driver.nextReport() else {
            Issue.record("no answer")
            return
        }
        #expect(answer.media.first?.direction == .recvonly)
    }

    // MARK: Where it stays closed

    @Test
    mutating func `without a relay nothing is sent before the answer`() throws {
        _ = self.driver.places(.line("carol"), isAnchored: false)
        let create = try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        #expect(create[.connectionMode] == "inactive")

        self.driver.notifies("L/hd")

        #expect(try self.driver.answer(.modifyConnection)[.connectionMode] == "sendrecv")
    }

    @Test
    mutating func `a gateway may be told to send nothing while it rings`() throws {
        self.driver = AgentDriver.ready { $0.gateways[0].opensWhileRinging = false }
        let (_, create) = try self.rings()
        #expect(create[.connectionMode] == "inactive")

        self.driver.notifies("L/hd")

        #expect(try self.driver.answer(.modifyConnection)[.connectionMode] == "sendrecv")
    }

    @Test
    mutating func `a telephone whose caller has not described anything is not opened`() throws {
        let (leg, create) = try self.rings(nil)
        #expect(create[.connectionMode] == "inactive")
        self.driver.notifies("L/hd")
        try self.driver.answer(.notificationRequest)

        self.driver.perform(.answer(Script.description(), .outgoingSetup), on: leg)

        #expect(try self.driver.answer(.modifyConnection)[.connectionMode] == "sendrecv")
    }

    @Test
    mutating func `a call that waits is closed until its turn`() throws {
        let first = try self.talks()
        _ = self.driver.places(.line("carol"), number: 2, isAnchored: true)
        let create = try self.driver.answer(.createConnection, ["I: F2"], sdp: Script.local)
        #expect(create[.connectionMode] == "inactive")
        #expect(create[.signalRequests] == "L/wt")
        self.driver.reports = []

        self.driver.notifies("L/hf")

        #expect(self.driver.takeReports() == ["offer", "answer", "answered"])
        let hold = try self.driver.answer(.modifyConnection)
        let talk = try self.driver.answer(.modifyConnection)
        let modes = [hold, talk].map { "\($0[.connectionID] ?? "") \($0[.connectionMode] ?? "")" }
        #expect(modes.sorted() == ["F1 inactive", "F2 sendrecv"])
        self.driver.perform(.release(.normal), on: first)
    }

    @Test
    mutating func `a call that has waited is opened as the telephone rings for it`() throws {
        _ = try self.talks()
        _ = self.driver.places(.line("carol"), number: 2, isAnchored: true)
        try self.driver.answer(.createConnection, ["I: F2"], sdp: Script.local)

        self.driver.notifies("L/hu")

        try self.driver.answer(.deleteConnection, with: 250)
        let ring = try self.driver.answer(.modifyConnection)
        #expect(ring[.connectionID] == "F2")
        #expect(ring[.connectionMode] == "sendrecv")
        self.driver.reports = []
        self.driver.notifies("L/hd")
        #expect(self.driver.takeReports() == ["answer", "answered"])
        try self.driver.answer(.notificationRequest)
        #expect(self.driver.commands.isEmpty)
    }

    @Test
    mutating func `a party on hold stays closed while the telephone rings for it`() throws {
        let first = try self.talks()
        self.driver.notifies("L/hf")
        guard case .offer(_, let hold, _) = try self.driver.nextReport() else {
            Issue.record("not held")
            return
        }
        try self.driver.answer(.modifyConnection)
        self.driver.perform(.answer(Script.description(direction: "inactive"), hold), on: first)
        self.driver.acceptAll()

        self.driver.notifies("L/hu")

        let ring = try self.driver.next(.notificationRequest)
        #expect(ring[.signalRequests]?.hasPrefix("L/rg") == true)
        self.driver.respond(to: ring)
        #expect(self.driver.commands.isEmpty)
    }
}
