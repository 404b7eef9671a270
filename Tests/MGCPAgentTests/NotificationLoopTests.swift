import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Gateways that go on notifying by the request that they have: `Q: loop` and what a request embeds (RFC 3435 §2.3.3,
/// §4.4.1).
struct NotificationLoopTests {
    private static func takesLoops(_ configuration: inout MGCPAgentConfiguration) {
        configuration.gateways[0].takesLoops = true
    }

    private var driver = AgentDriver.ready(Self.takesLoops)

    /// Dave rings, and his connection stands.
    private mutating func rings() throws -> LegID {
        let leg = self.driver.places(.line("dave"))
        let create = try self.driver.answer(.createConnection, on: "aaln/2", Script.open, sdp: Script.local)
        #expect(create[.signalRequests]?.hasPrefix("L/rg") == true)
        return leg
    }

    @Test
    func `a request says what is looked for after its event`() throws {
        var driver = AgentDriver(Self.takesLoops)
        driver.agent.start(at: driver.now)
        driver.drain()
        try driver.answer(.auditEndpoint, ["I:", "ES: L/hu"])

        let request = try driver.next(.notificationRequest)
        #expect(request[.requestedEvents] == "L/hd(N,E(R(L/hu(N),L/hf(N))))")
        #expect(request[.quarantineHandling] == "loop")
    }

    @Test
    mutating func `a call to a line takes three commands`() throws {
        let leg = try self.rings()
        self.driver.notifies("L/hd", on: "aaln/2")
        let answered = try self.driver.answer(.modifyConnection, on: "aaln/2")
        #expect(answered[.requestID] == nil)
        #expect(answered[.connectionMode] == "sendrecv")

        self.driver.perform(.release(.local(.callerGaveUp, .normalClearing)), on: leg)
        let deleted = try self.driver.answer(.deleteConnection, on: "aaln/2", with: 250)
        #expect(deleted[.requestedEvents] == "L/hu(N,E(R(L/hd(N))))")
        self.driver.notifies("L/hu", on: "aaln/2")

        #expect(self.driver.commands.isEmpty)
        #expect(self.driver.isIdle)
    }

    @Test
    mutating func `what was embedded is over with the next event of the hook`() throws {
        _ = try self.rings()
        self.driver.notifies("L/hd", on: "aaln/2")
        try self.driver.answer(.modifyConnection, on: "aaln/2")
        self.driver.notifies("L/hu", on: "aaln/2")

        // The gateway looks for the hook to be put down still.
        let deleted = try self.driver.answer(.deleteConnection, on: "aaln/2", with: 250)
        #expect(deleted[.requestedEvents]?.hasPrefix("L/hd") == true)
    }

    @Test
    mutating func `tones that an event has ended are asked for again where they shall go on`() throws {
        self.driver.notifies("L/hd")
        let dialing = try self.driver.answer(.notificationRequest)
        #expect(dialing[.requestedEvents] == "L/hu(N,E(R(L/hd(N)))),L/hf(N),D/[0-9*#T](D),L/oc(N)")
        // A flash means nothing here, and yet it has ended the dial tone.
        self.driver.notifies("L/hf")

        #expect(try self.driver.answer(.notificationRequest)[.signalRequests] == "L/dl")
    }

    @Test
    mutating func `a notification of the request under way says what holds after it`() throws {
        let leg = try self.rings()
        self.driver.notifies("L/hd", on: "aaln/2")
        try self.driver.answer(.modifyConnection, on: "aaln/2")
        self.driver.perform(.release(.local(.callerGaveUp, .normalClearing)), on: leg)
        let deletion = try self.driver.next(.deleteConnection, on: "aaln/2")
        self.driver.notifies("L/hu", on: "aaln/2")
        self.driver.respond(to: deletion, 250)

        #expect(self.driver.commands.isEmpty)
        #expect(self.driver.isIdle)
    }

    @Test
    mutating func `a gateway that has forgotten its request is asked anew`() throws {
        self.driver.gatewaySends("NTFY", "aaln/1", ["X: 0", "O: L/hf"])

        #expect(try self.driver.answer(.notificationRequest)[.requestedEvents]?.hasPrefix("L/hd") == true)
    }

    @Test(arguments: [508, 523])
    mutating func `a gateway that cannot is asked step by step`(code: Int) throws {
        let leg = self.driver.places(.line("dave"))
        try self.driver.answer(.createConnection, on: "aaln/2", with: code)
        let create = try self.driver.answer(.createConnection, on: "aaln/2", Script.open, sdp: Script.local)

        #expect(create[.requestedEvents] == "L/hd(N)")
        #expect(create[.quarantineHandling] == nil)
        #expect(create[.signalRequests]?.contains("L/ci") == true)
        self.driver.notifies("L/hd", on: "aaln/2")
        #expect(try self.driver.answer(.modifyConnection, on: "aaln/2")[.requestedEvents] == "L/hu(N),L/hf(N)")
        self.driver.perform(.release(.local(.callerGaveUp, .normalClearing)), on: leg)
        #expect(try self.driver.answer(.deleteConnection, on: "aaln/2", with: 250)[.requestedEvents] == "L/hu(N)")
    }
}
