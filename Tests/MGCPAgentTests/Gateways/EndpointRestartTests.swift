import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// RSIP in all its forms (RFC 3435 §2.3.12, §4.4.5).
struct EndpointRestartTests {
    private var service = EndpointService()

    private static func restart(
        _ parameters: String,
        of endpoint: String = "aaln/1@gw.example"
    ) throws
        -> EndpointRestart
    {
        let text = "RSIP 1 \(endpoint) MGCP 1.0\r\n\(parameters)"
        return try EndpointRestart(reading: #require(ReceivedMessages.command(text)))
    }

    private static func at(_ seconds: Int64) -> Instant {
        .start.advanced(by: .seconds(seconds))
    }

    @Test(arguments: [
        ("RM: restart\r\n", RestartConsequence.restarted(in: .zero)),
        ("RM: restart\r\nRD: 0\r\n", .restarted(in: .zero)),
        ("RM: Restart\r\nRD: 30\r\n", .restarted(in: .seconds(30))),
        ("RM: forced\r\n", .outOfService),
        ("RM: forced\r\nRD: 300\r\nE: 901\r\n", .outOfService),
        ("RM: graceful\r\n", .retiring(within: nil)),
        ("RM: graceful\r\nRD: 0\r\n", .retiring(within: nil)),
        ("RM: graceful\r\nRD: 300\r\n", .retiring(within: .seconds(300))),
        ("RM: cancel-graceful\r\n", .kept),
        ("RM: disconnected\r\nRD: 45\r\n", .contactRegained(after: .seconds(45))),
        ("RD: 7\r\nRM: disconnected\r\n", .contactRegained(after: .seconds(7))),
    ])
    func `each method with its delay has its consequence`(
        parameters: String,
        consequence: RestartConsequence
    ) throws {
        let restart = try Self.restart(parameters)
        #expect(restart.consequence == consequence)
    }

    @Test(arguments: [
        (RestartConsequence.restarted(in: .zero), true, true), (.outOfService, true, false),
        (.retiring(within: nil), false, false), (.kept, false, false), (.contactRegained(after: .zero), false, true),
    ])
    func `only what says so loses connections, and what comes back is audited`(
        consequence: RestartConsequence,
        losesConnections: Bool,
        needsAudit: Bool
    ) {
        #expect(consequence.losesConnections == losesConnections)
        #expect(consequence.abandonsCommands == losesConnections)
        #expect(consequence.needsAudit == needsAudit)
    }

    @Test
    func `a RSIP names one endpoint, all, or a range, and may say why`() throws {
        let reason = try Self.restart("RM: forced\r\nE: 904 maintenance\r\n", of: "*@gw.example")
        #expect(reason.reason?.registered == .manualIntervention)
        #expect(reason.endpoints.namesSeveral)
        let range = try Self.restart("RM: restart\r\n", of: "ds/e1-1/[1-15,17-31]@gw.example")
        let names = try [1, 15, 16, 17, 31, 32].map {
            try #require(EndpointName(ByteString("ds/e1-1/\($0)@gw.example")))
        }
        #expect(names.map(range.endpoints.covers) == [true, true, false, true, true, false])
    }

    @Test(arguments: [
        ("", MGCPReturnCode.unsupportedRestartMethod), ("RM: later\r\n", .unsupportedRestartMethod),
        ("RM: restart\r\nRD: soon\r\n", .protocolError), ("RM: restart\r\nE: x\r\n", .protocolError),
    ])
    func `what is no restart is refused with its code`(parameters: String, code: MGCPReturnCode) throws {
        let error = #expect(throws: MGCPParseError.self) {
            try Self.restart(parameters)
        }
        #expect(error?.returnCode == code)
    }

    @Test
    func `any of the endpoints cannot restart`() throws {
        let error = #expect(throws: MGCPParseError.self) {
            try Self.restart("RM: restart\r\n", of: "$@gw.example")
        }
        #expect(error?.returnCode == .unknownEndpoint)
        #expect(EndpointRestart.unknownEndpoint.code == .unknownEndpoint)
    }

    @Test(arguments: [
        ("restart", "N: tandem@[192.0.2.1]:2727\r\n"), ("disconnected", "N: tandem@[192.0.2.1]:2727\r\n"),
        ("graceful", ""), ("forced", ""), ("cancel-graceful", ""),
    ])
    func `the answer hands restarted and disconnected endpoints over`(method: String, body: String) throws {
        let restart = try Self.restart("RM: \(method)\r\n")
        let answer = restart.answer(notifiedEntity: "tandem@[192.0.2.1]:2727")
        #expect(answer.code == .executed)
        #expect(String(decoding: answer.body, as: UTF8.self) == body)
        #expect(restart.answer(notifiedEntity: nil).body.isEmpty)
    }

    // MARK: Service

    @Test
    mutating func `a restart is in service at once, or after its delay and with an audit`() {
        self.service.apply(.restarted(in: .zero), at: .start)
        #expect(self.service.admitsCalls)
        self.service.apply(.restarted(in: .seconds(30)), at: .start)
        #expect(self.service.isOut)
        #expect(self.service.nextDeadline == Self.at(30))
        #expect(self.service.advance(to: Self.at(29)) == nil)
        #expect(self.service.advance(to: Self.at(30)) == .audit)
        #expect(self.service.admitsCalls)
    }

    @Test
    mutating func `a graceful restart takes no calls and ends those that stand when its delay is over`() {
        self.service.apply(.retiring(within: .seconds(300)), at: .start)
        #expect(!self.service.admitsCalls)
        #expect(!self.service.isOut)
        #expect(self.service.advance(to: Self.at(300)) == .endCalls)
        #expect(self.service.isOut)
        #expect(self.service.nextDeadline == nil)
    }

    @Test
    mutating func `a graceful restart without a delay waits for its calls, and can be called off`() {
        self.service.apply(.retiring(within: nil), at: .start)
        #expect(self.service.nextDeadline == nil)
        self.service.succeeded()
        #expect(!self.service.admitsCalls)
        self.service.apply(.kept, at: .start)
        #expect(self.service.admitsCalls)
    }

    @Test
    mutating func `a forced restart lasts until a restart or a sign that the endpoint works`() {
        for end in [RestartConsequence.restarted(in: .zero), .contactRegained(after: .seconds(9))] {
            self.service.apply(.outOfService, at: .start)
            #expect(self.service.isOut)
            self.service.apply(end, at: .start)
            #expect(self.service.admitsCalls)
        }
        self.service.apply(.outOfService, at: .start)
        self.service.succeeded()
        #expect(self.service.admitsCalls)
    }

    @Test(arguments: [
        (MGCPReturnCode.endpointNotReady, true), (.restarting, true), (.hardwareFailure, true), (.groupFailure, true),
        (.overloaded, false), (.offHook, false), (.incorrectConnection, false),
    ])
    mutating func `codes of service failure take an endpoint out of service`(code: MGCPReturnCode, isOut: Bool) {
        self.service.refused(code)
        #expect(self.service.isOut == isOut)
    }
}
