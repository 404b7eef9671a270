import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SDP
import Testing

/// Calls by the circuits of a trunk gateway.
struct CircuitTests {
    private static func ready(
        _ signaling: CircuitGroupSettings.Signaling = .bearer,
        _ change: (inout CircuitGroupSettings) -> Void = { _ in }
    ) -> AgentDriver {
        AgentDriver.ready { configuration in
            var group = CircuitGroupSettings(
                name: "pstn",
                gateway: "house",
                endpoints: ["ds/e1-1/[1-3]"],
                context: "trunk"
            )
            group.signaling = signaling
            change(&group)
            configuration.lines = []
            configuration.circuitGroups = [group]
        }
    }

    private static let target = Target.circuits("pstn", number: "4930")

    @Test
    mutating func `a circuit that carries media only answers at once`() throws {
        var driver = Self.ready()

        _ = driver.places(Self.target)

        let create = try driver.answer(.createConnection, on: "ds/e1-1/1", Script.open, sdp: Script.local)
        #expect(create[.connectionMode] == "sendrecv")
        #expect(create[.requestID] == nil)
        #expect(driver.takeReports() == ["answer", "answered"])
        #expect(driver.commands.isEmpty)
    }

    @Test(arguments: [
        (CircuitGroupSettings.Selection.ascending, "ds/e1-1/1"), (.descending, "ds/e1-1/3"),
    ])
    mutating func `circuits are taken from the end that is configured`(
        selection: CircuitGroupSettings.Selection,
        endpoint: String
    ) throws {
        var driver = Self.ready { $0.selection = selection }

        _ = driver.places(Self.target)

        try driver.answer(.createConnection, on: endpoint, Script.open, sdp: Script.local)
    }

    @Test
    mutating func `a circuit without resources gives way to the next`() throws {
        var driver = Self.ready()

        _ = driver.places(Self.target)
        try driver.answer(.createConnection, on: "ds/e1-1/1", with: 403)

        #expect(driver.reports.isEmpty)
        try driver.answer(.createConnection, on: "ds/e1-1/2", with: 502)
        try driver.answer(.createConnection, on: "ds/e1-1/3", with: 500)
        #expect(driver.takeReports() == ["released"])
        #expect(driver.isIdle)
    }

    @Test
    mutating func `a full group is congested`() throws {
        var driver = Self.ready { $0.callLimit = 1 }
        _ = driver.places(Self.target, number: 1)
        try driver.answer(.createConnection, on: "ds/e1-1/1", Script.open, sdp: Script.local)
        driver.reports = []

        _ = driver.places(Self.target, number: 2)

        guard case .released(let cause) = try driver.nextReport() else {
            Issue.record("not refused")
            return
        }
        #expect(cause.value == .noCircuitAvailable)
    }

    @Test
    mutating func `a gateway may choose the circuit`() throws {
        var driver = Self.ready { $0.selection = .gateway }
        let leg = driver.places(Self.target)

        let chosen = ["Z: ds/e1-1/2@house", "I: F1"]
        try driver.answer(.createConnection, on: "ds/e1-1/$", chosen, sdp: Script.local)
        #expect(driver.takeReports() == ["answer", "answered"])
        driver.perform(.release(.normal), on: leg)

        #expect(try driver.answer(.deleteConnection, on: "ds/e1-1/2", with: 250)[.connectionID] == "F1")
        #expect(driver.isIdle)
    }

    @Test
    mutating func `a continuity test loops`() throws {
        var driver = Self.ready { $0.isLoopback = true }

        _ = driver.places(Self.target)

        #expect(
            try driver.answer(.createConnection, on: "ds/e1-1/1", Script.open, sdp: Script.local)[.connectionMode]
                == "loopback"
        )
    }

    @Test
    mutating func `a multi-frequency trunk is seized, answered and released`() throws {
        var driver = Self.ready(.multiFrequency)
        let leg = driver.places(Self.target)

        let create = try driver.answer(.createConnection, on: "ds/e1-1/1", Script.open, sdp: Script.local)
        #expect(create[.signalRequests] == "MS/sup(addr(K0,4,9,3,0,S0))")
        #expect(driver.takeReports() == ["answer", "progress"])
        driver.notifies("MS/ans", on: "ds/e1-1/1")
        #expect(driver.takeReports() == ["answer", "answered"])
        try driver.answer(.notificationRequest, on: "ds/e1-1/1")
        driver.perform(.release(.normal), on: leg)
        #expect(try driver.answer(.deleteConnection, on: "ds/e1-1/1", with: 250)[.signalRequests] == "MS/rel")
        driver.notifies("MS/rlc", on: "ds/e1-1/1")
        try driver.answer(.notificationRequest, on: "ds/e1-1/1")
        #expect(driver.isIdle)
    }

    @Test
    mutating func `a trunk that is seized by the other side brings a call`() throws {
        var driver = Self.ready(.multiFrequency)

        driver.notifies("MS/sup(addr(K0,1,2,3,S0))", on: "ds/e1-1/2")

        try driver.answer(.createConnection, on: "ds/e1-1/2", Script.open, sdp: Script.local)
        guard case .incoming(let setup) = driver.reports.first?.event, let leg = driver.reports.first?.leg else {
            Issue.record("no call")
            return
        }
        #expect(setup.called.user == "123")
        #expect(setup.source.trunk == "pstn")
        #expect(setup.source.context == "trunk")
        driver.perform(.answer(Script.description(), .incomingSetup), on: leg)
        driver.perform(.accept(nil), on: leg)
        try driver.answer(.modifyConnection, on: "ds/e1-1/2")
        let answered = try driver.answer(.modifyConnection, on: "ds/e1-1/2")
        #expect(answered[.signalRequests] == "MS/ans")
        driver.reports = []
        driver.notifies("MS/rel", on: "ds/e1-1/2")
        #expect(try driver.answer(.deleteConnection, on: "ds/e1-1/2", with: 250)[.signalRequests] == "MS/rlc")
        #expect(driver.takeReports() == ["released"])
    }

    @Test
    mutating func `when both sides seize a circuit, ours gives way`() throws {
        var driver = Self.ready(.multiFrequency)
        let leg = driver.places(Self.target)
        try driver.answer(.createConnection, on: "ds/e1-1/1", Script.open, sdp: Script.local)
        driver.reports = []

        driver.notifies("MS/sup(addr(K0,1,2,3,S0))", on: "ds/e1-1/1")

        // Call control has heard of the circuit's media, so the leg ends.
        try driver.answer(.deleteConnection, on: "ds/e1-1/1", with: 250)
        #expect(driver.reports.map(\.leg) == [leg])
        #expect(driver.takeReports() == ["released"])
        try driver.answer(.createConnection, on: "ds/e1-1/1", ["I: F2"], sdp: Script.local)
        #expect(driver.takeReports() == ["incoming"])
    }
}
