import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Audits and what follows from their answers (RFC 3435 §2.3.10, §2.3.11).
struct AuditTests {
    private let endpoint = EndpointName("aaln/1@gw.example")

    private static func connections(_ names: String) -> [MGCPConnectionID] {
        names.split(separator: " ").compactMap { MGCPConnectionID(ByteString(String($0))) }
    }

    private static func text(_ command: MGCPOutgoingCommand) -> String {
        "\(command.verb) \(command.endpoint)\r\n" + String(decoding: command.body, as: UTF8.self)
    }

    // MARK: Endpoints

    @Test(arguments: [
        (EndpointAuditScope.whole, "F: I, ES, X, N, E, A\r\n"), (.essential, "F: I, ES\r\n"), (.existence, ""),
    ])
    func `an audit asks for what its scope says`(scope: EndpointAuditScope, body: String) throws {
        let command = scope.command(try #require(self.endpoint), version: .mgcp)
        #expect(Self.text(command) == "AUEP aaln/1@gw.example\r\n" + body)
    }

    @Test
    func `a minimal gateway is asked for existence only`() {
        var settings = MediaGatewaySettings(name: "gw", domain: "gw.example", addresses: [])
        #expect(EndpointAuditScope(for: settings) == .whole)
        settings.isMinimal = true
        #expect(EndpointAuditScope(for: settings) == .existence)
    }

    @Test
    func `an answer tells connections, hook, request and abilities`() throws {
        let response = try #require(
            ReceivedMessages.response(
                """
                200 1 OK\r
                I: 32F345E2,A1\r
                ES: L/hd\r
                X: 0123456789AC\r
                N: tandem@[192.0.2.1]:2727\r
                E: 000\r
                A: a:PCMU;PCMA, p:10-100, v:L;S, m:sendonly;recvonly\r
                A: a:G729, v:L\r

                """
            )
        )
        guard case .facts(let facts) = EndpointAuditAnswer(response, to: .whole) else {
            Issue.record("no facts")
            return
        }
        #expect(facts.connections == Self.connections("32F345E2 A1"))
        #expect(facts.hook == .off)
        #expect(facts.requestID == MGCPRequestID("0123456789AC"))
        #expect(facts.notifiedEntity?.port == 2727)
        #expect(facts.reason?.registered == .normal)
        #expect(facts.capabilities.count == 2)
    }

    @Test(arguments: [
        ("I: A1\r\nI: A2\r\n", "A1 A2"), ("I:\r\n", ""), ("I: \r\nES: L/hu\r\n", ""), ("I: A1, A2\r\n", "A1 A2"),
    ])
    func `connections come in one line or several, and an empty line says that there is none`(
        parameters: String,
        names: String
    ) throws {
        let response = try #require(ReceivedMessages.response("200 1 OK\r\n\(parameters)"))
        #expect(EndpointFacts(response.parameters).connections == Self.connections(names))
    }

    @Test(arguments: ["", "ES: L/hu\r\n", "I: A1 A2 )(\r\n"])
    func `connections that are not told, or cannot be read, are unknown`(parameters: String) throws {
        let response = try #require(ReceivedMessages.response("200 1 OK\r\n\(parameters)"))
        #expect(EndpointFacts(response.parameters).connections == nil)
    }

    @Test(arguments: [
        ("ES: L/hd\r\n", EndpointFacts.Hook.off), ("ES: L/hu\r\n", .on), ("ES: hd\r\n", .off),
        ("ES: G/mt, H/HU\r\n", .on), ("ES: G/mt\r\n", nil), ("ES:\r\n", nil), ("", nil),
    ])
    func `the hook is where the last event left it`(parameters: String, hook: EndpointFacts.Hook?) throws {
        let response = try #require(ReceivedMessages.response("200 1 OK\r\n\(parameters)"))
        #expect(EndpointFacts(response.parameters).hook == hook)
    }

    @Test
    func `the answer to a wildcard names endpoints`() throws {
        let response = try #require(
            ReceivedMessages.response("200 1 OK\r\nZ: aaln/1@gw.example\r\nZ: aaln/2@gw.example\r\n")
        )
        #expect(EndpointFacts(response.parameters).endpoints.count == 2)
    }

    @Test(arguments: [
        (500, EndpointAuditScope.whole, "unknown"), (501, .whole, "out"), (520, .whole, "out"), (529, .whole, "out"),
        (510, .whole, "less"), (539, .essential, "less"), (511, .existence, "later"), (400, .whole, "later"),
        (409, .whole, "later"), (599, .whole, "less"), (200, .existence, "facts"), (250, .whole, "facts"),
    ])
    func `each code has its meaning`(code: Int, scope: EndpointAuditScope, meaning: String) throws {
        let response = try #require(ReceivedMessages.response("\(code) 1\r\n"))
        let found =
            switch EndpointAuditAnswer(response, to: scope) {
            case .facts: "facts"
            case .askForLess: "less"
            case .unknownEndpoint: "unknown"
            case .outOfService: "out"
            case .later: "later"
            }
        #expect(found == meaning)
    }

    @Test
    func `scopes narrow down to existence`() {
        #expect(EndpointAuditScope.allCases.map(\.narrower) == [.essential, .existence, nil])
    }

    // MARK: Connections

    @Test(arguments: [
        // told, ours, lost, orphans alone
        ("A1", "A1", "", ConnectionReconciliation.Removal.nothing), ("", "", "", .nothing),
        ("a1", "A1", "", .nothing), ("", "A1", "A1", .nothing), ("A1", "A1 A2", "A2", .nothing),
        ("A1 A2", "", "", .wholeEndpoint), ("B1", "A1", "A1", .wholeEndpoint),
        ("A1 B1 B2 B1", "A1", "", .each(Self.connections("B1 B2"))),
        ("A1 B1", "A1 A2", "A2", .each(Self.connections("B1"))),
    ])
    func `orphans are removed, ours are kept and missing ones are lost`(
        told: String,
        ours: String,
        lost: String,
        removal: ConnectionReconciliation.Removal
    ) {
        let found = ConnectionReconciliation(
            told: Self.connections(told),
            ours: Self.connections(ours),
            isCreating: false
        )
        #expect(found.lost == Self.connections(lost))
        #expect(found.removal == removal)
        #expect(!found.isInconclusive)
    }

    @Test
    func `an audit that tells no connections proves nothing`() {
        let found = ConnectionReconciliation(told: nil, ours: Self.connections("A1"), isCreating: false)
        #expect(found.lost.isEmpty)
        #expect(found.removal == .nothing)
    }

    @Test
    func `while a connection is made with a wildcard an unknown one is left alone and asked for again`() {
        let unknown = ConnectionReconciliation(
            told: Self.connections("A1 B1"),
            ours: Self.connections("A1 A2"),
            isCreating: true
        )
        #expect(unknown.removal == .nothing)
        #expect(unknown.isInconclusive)
        #expect(unknown.lost == Self.connections("A2"))
        let known = ConnectionReconciliation(
            told: Self.connections("A1"),
            ours: Self.connections("A1"),
            isCreating: true
        )
        #expect(!known.isInconclusive)
    }

    @Test
    func `an orphan beside a connection of ours is asked for its call and deleted with it`() throws {
        let endpoint = try #require(self.endpoint)
        let connection = try #require(MGCPConnectionID("B1"))
        let audit = ConnectionAudit.command(endpoint, connection, version: .mgcp)
        #expect(Self.text(audit) == "AUCX aaln/1@gw.example\r\nI: B1\r\nF: C\r\n")
        let deletion = MGCPOutgoingCommand.deletionOfOrphans(
            endpoint,
            connection: connection,
            call: MGCPCallID("C7"),
            version: .mgcp
        )
        #expect(Self.text(deletion) == "DLCX aaln/1@gw.example\r\nC: C7\r\nI: B1\r\n")
        let all = MGCPOutgoingCommand.deletionOfOrphans(endpoint, call: MGCPCallID("C7"), version: .mgcp)
        #expect(Self.text(all) == "DLCX aaln/1@gw.example\r\n")
    }

    @Test(arguments: [
        ("200 1 OK\r\nC: C7\r\n", ConnectionAudit.present(MGCPCallID("C7"))), ("200 1 OK\r\n", .present(nil)),
        ("515 1\r\n", .gone), ("516 1\r\n", .gone), ("500 1\r\n", .gone), ("504 1\r\n", .unknown),
        ("400 1\r\n", .unknown),
    ])
    func `a connection is there, gone, or unknown`(text: String, audit: ConnectionAudit) throws {
        let response = try #require(ReceivedMessages.response(text))
        #expect(ConnectionAudit(response) == audit)
    }
}
