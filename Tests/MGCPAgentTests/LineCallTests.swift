import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SDP
import Testing

/// Calls from lines and to lines, as the gateway sees them (F1 to F3 of the mission).
struct LineCallTests {
    private var driver = AgentDriver.ready()

    // MARK: A line calls

    /// Carol has dialed 202 and her connection stands.
    private mutating func dials(_ digits: String = "D/2,D/0,D/2") throws -> LegID {
        self.driver.notifies("L/hd")
        try self.driver.answer(.notificationRequest)
        self.driver.notifies(digits)
        try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        return try #require(self.driver.reports.last).leg
    }

    @Test
    mutating func `an idle line is watched for the handset`() throws {
        var driver = AgentDriver()
        driver.agent.start(at: driver.now)
        driver.drain()
        let audit = try driver.answer(.auditEndpoint, ["I:", "ES: L/hu"])
        #expect(audit[.requestedInfo] == "I, ES, X, N, E, A")

        let request = try driver.next(.notificationRequest)
        #expect(request[.requestedEvents] == "L/hd(N)")
        #expect(request[.signalRequests] == nil)
    }

    @Test
    mutating func `off hook brings dial tone and the digit map of the context`() throws {
        self.driver.notifies("L/hd")

        #expect(self.driver.responses.map(\.code) == [.executed])
        let request = try self.driver.next(.notificationRequest)
        #expect(request[.requestedEvents] == "L/hu(N),L/hf(N),D/[0-9*#T](D),L/oc(N)")
        #expect(request[.signalRequests] == "L/dl")
        #expect(request[.digitMap] == "(2xx|00xx.T)")
    }

    @Test
    mutating func `a number makes a connection, and the gateway's description is offered with the call`() throws {
        self.driver.notifies("L/hd")
        try self.driver.answer(.notificationRequest)
        self.driver.notifies("D/2,D/0,D/2")

        let create = try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        #expect(create[.connectionMode] == "recvonly")
        #expect(create[.localConnectionOptions] == "p:20, a:PCMU;PCMA;telephone-event, fmtp:\"telephone-event 0-15\"")
        #expect(create[.requestedEvents] == "L/hu(N),L/hf(N)")
        guard case .incoming(let setup) = try self.driver.nextReport() else {
            Issue.record("no call")
            return
        }
        #expect(setup.called.user == "202")
        #expect(setup.caller == Party(user: "201", displayName: "Carol", isTelephoneNumber: true))
        #expect(setup.source.user == "carol")
        #expect(setup.source.context == "home")
        #expect(setup.source.signaling == .mgcp)
        #expect(setup.offer?.media.first?.port == 4000)
    }

    @Test
    mutating func `the caller hears ringback, then the callee`() throws {
        let leg = try self.dials()

        self.driver.perform(.alert(inBand: .none), on: leg)
        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == "G/rt")
        self.driver.perform(.answer(Script.description(), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)

        let early = try self.driver.answer(.modifyConnection)
        #expect(early[.connectionMode] == "recvonly")
        #expect(early.sdp?.media.first?.port == 6000)
        let answered = try self.driver.answer(.modifyConnection)
        #expect(answered[.connectionMode] == "sendrecv")
        #expect(answered[.signalRequests] == nil)
        #expect(answered.sdp == nil)
        #expect(self.driver.commands.isEmpty)
    }

    @Test
    mutating func `early media replaces the ringback and is only heard`() throws {
        let leg = try self.dials()

        self.driver.perform(.answer(Script.description(), .incomingSetup), on: leg)
        self.driver.perform(.progress(inBand: .present), on: leg)

        let early = try self.driver.answer(.modifyConnection)
        #expect(early[.connectionMode] == "recvonly")
        #expect(self.driver.commands.isEmpty)
    }

    @Test(arguments: [
        (17, "L/bz"), (34, "G/cg"), (42, "G/cg"), (41, "G/cg"), (1, "L/ro"), (21, "L/ro"), (19, "L/ro"), (16, "L/ro"),
    ])
    mutating func `the caller hears why the call has failed`(cause: Int, tone: String) throws {
        let leg = try self.dials()
        self.driver.reports = []

        self.driver.perform(.release(.local(.noRoute, Q850Cause(rawValue: UInt8(cause)))), on: leg)

        let delete = try self.driver.answer(.deleteConnection, with: 250, ["P: PS=1, OS=160, PR=2, OR=320, PL=0"])
        #expect(delete[.signalRequests] == tone)
        #expect(delete[.connectionID] == "F1")
        #expect(self.driver.takeReports() == ["statistics", "released"])
        self.driver.wait(.seconds(30))
        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == "L/ot")
        self.driver.wait(.seconds(60))
        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == nil)
        self.driver.notifies("L/hu")
        #expect(try self.driver.answer(.notificationRequest)[.requestedEvents] == "L/hd(N)")
        #expect(self.driver.isIdle)
    }

    @Test
    mutating func `a caller who hangs up while it rings ends the call`() throws {
        _ = try self.dials()
        self.driver.reports = []

        self.driver.notifies("L/hu")

        let delete = try self.driver.answer(.deleteConnection, with: 250)
        #expect(delete[.requestedEvents] == "L/hd(N)")
        guard case .released(let cause) = try self.driver.nextReport() else {
            Issue.record("not released")
            return
        }
        #expect(cause == ReleaseCause(.normalClearing, location: .user, origin: .mgcpEvent("L/hu")))
        #expect(self.driver.isIdle)
    }

    @Test
    mutating func `a user who does not dial is told so`() throws {
        self.driver.notifies("L/hd")
        try self.driver.answer(.notificationRequest)

        self.driver.notifies("L/oc(L/dl)")

        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == "L/ro")
    }

    @Test
    mutating func `a number that is not finished is told so`() throws {
        self.driver.notifies("L/hd")
        try self.driver.answer(.notificationRequest)

        self.driver.notifies("D/2,D/0,D/T")

        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == "L/ro")
        #expect(self.driver.reports.isEmpty)
    }

    @Test
    mutating func `without a digit map numbers come digit by digit`() throws {
        self.driver = AgentDriver.ready { $0.digitMaps = [:] }
        self.driver.notifies("L/hd")
        #expect(try self.driver.answer(.notificationRequest)[.requestedEvents] == "L/hu(N),L/hf(N),D/[0-9*#](N)")

        for digit in ["2", "0"] {
            self.driver.notifies("D/\(digit)")
            #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == nil)
        }
        self.driver.wait(.seconds(4))

        try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        guard case .incoming(let setup) = try self.driver.nextReport() else {
            Issue.record("no call")
            return
        }
        #expect(setup.called.user == "20")
    }

    // MARK: A line is called

    @Test
    mutating func `a called line rings with the caller's name and number`() throws {
        _ = self.driver.places(.line("carol"))

        let create = try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        #expect(create[.connectionMode] == "inactive")
        #expect(create[.signalRequests] == "L/rg,L/ci(01/01/00/00,\"100\",\"Alice\")")
        #expect(create[.requestedEvents] == "L/hd(N)")
        #expect(create.sdp?.media.first?.port == 6000)
        #expect(self.driver.takeReports() == ["alerting"])
        #expect(self.driver.commands.isEmpty)
    }

    @Test
    mutating func `lifting the handset answers the call`() throws {
        _ = self.driver.places(.line("carol"))
        try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        self.driver.reports = []

        self.driver.notifies("L/hd")

        #expect(self.driver.takeReports() == ["answer", "answered"])
        let modify = try self.driver.answer(.modifyConnection)
        #expect(modify[.connectionMode] == "sendrecv")
        #expect(modify[.requestedEvents] == "L/hu(N),L/hf(N)")
        #expect(modify[.signalRequests] == nil)
    }

    @Test
    mutating func `a callee without an offer makes one when it answers`() throws {
        let leg = self.driver.places(.line("carol"), offer: nil)
        try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        self.driver.notifies("L/hd")

        #expect(self.driver.takeReports() == ["alerting", "offer", "answered"])
        #expect(try self.driver.answer(.notificationRequest)[.requestedEvents]?.hasPrefix("L/hu(N)") == true)
        self.driver.perform(.answer(Script.description(), .outgoingSetup), on: leg)
        let modify = try self.driver.answer(.modifyConnection)
        #expect(modify[.connectionMode] == "sendrecv")
        #expect(modify.sdp != nil)
    }

    @Test
    mutating func `a line that talks is busy`() throws {
        _ = try self.dials()
        self.driver.reports = []

        _ = self.driver.places(.line("carol"))

        guard case .released(let cause) = try self.driver.nextReport() else {
            Issue.record("not refused")
            return
        }
        #expect(cause.value == .userBusy)
    }

    @Test
    mutating func `a telephone that is off the hook when it shall ring is busy and gets dial tone`() throws {
        _ = self.driver.places(.line("carol"))
        try self.driver.answer(.createConnection, with: 401)

        guard case .released(let cause) = try self.driver.nextReport() else {
            Issue.record("not refused")
            return
        }
        #expect(cause.value == .userBusy)
        #expect(cause.origin == .mgcpReturnCode(401, comment: "OK"))
        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == "L/dl")
    }

    @Test
    mutating func `a caller who gives up stops the ringing`() throws {
        let leg = self.driver.places(.line("carol"))
        try self.driver.answer(.createConnection, Script.open, sdp: Script.local)
        self.driver.reports = []

        self.driver.perform(.release(.local(.callerGaveUp, .normalClearing)), on: leg)

        let delete = try self.driver.answer(.deleteConnection, with: 250)
        #expect(delete[.signalRequests] == nil)
        #expect(delete[.requestedEvents] == "L/hd(N)")
        #expect(self.driver.takeReports() == ["released"])
        #expect(self.driver.isIdle)
    }

    @Test
    mutating func `an unknown line is an unallocated number`() throws {
        _ = self.driver.places(.line("nobody"))

        guard case .released(let cause) = try self.driver.nextReport() else {
            Issue.record("not refused")
            return
        }
        #expect(cause.value == .unallocatedNumber)
    }
}
