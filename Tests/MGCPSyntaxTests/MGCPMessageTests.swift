import MGCPSyntax
import ProtocolKit
import SDP
import Testing

/// Commands, responses and datagrams as a whole.
struct MGCPMessageTests {
    private static let start = "CRCX 1204 aaln/1@rgw-2567.whatever.net MGCP 1.0\r\n"

    // MARK: Commands

    @Test
    func `a command is taken apart`() throws {
        let text = Self.start + "C: A3C47F21456789F0\r\nL: p:10, a:PCMU\r\nM: recvonly\r\nX-Flower: Daisy\r\n"
        let command = try #require(Samples.command(text))

        #expect(command.verb == .createConnection)
        #expect(command.transactionID == MGCPTransactionID(1204))
        #expect(command.endpoint == EndpointName("AALN/1@RGW-2567.whatever.net"))
        #expect(command.version == .mgcp)
        #expect(command.parameters.deviations.isEmpty)
        #expect(command.parameters.lines.map(\.known) == [.callID, .localConnectionOptions, .connectionMode, nil])
        #expect(try command.parameters.first(MGCPCallID.self) == MGCPCallID("a3c47f21456789f0"))
        #expect(try command.parameters.first(ConnectionModes.self)?.mode == .receiveOnly)
        #expect(command.parameters.extensions == [MGCPParameters.Extension(name: "X-Flower", value: "Daisy")])
        #expect(command.parameters.descriptionCount == 0)
        #expect(command.ruleViolation == nil)
    }

    @Test(arguments: [
        ("EPCF", MGCPVerb.endpointConfiguration), ("CRCX", .createConnection), ("MDCX", .modifyConnection),
        ("DLCX", .deleteConnection), ("RQNT", .notificationRequest), ("NTFY", .notify), ("AUEP", .auditEndpoint),
        ("AUCX", .auditConnection), ("RSIP", .restartInProgress), ("MESG", .message),
    ])
    func `a verb is known in either case`(text: String, verb: MGCPVerb) {
        #expect(Samples.command("\(text) 1 a@b MGCP 1.0\n")?.verb == verb)
        #expect(Samples.command("\(text.lowercased()) 1 a@b MGCP 1.0\n")?.verb == verb)
        #expect(verb.description == text)
        #expect(MGCPVerb(ByteString(text)) == verb)
    }

    @Test
    func `an experimental verb is kept`() {
        let verb = Samples.command("xpe1 1 a@b MGCP 1.0\n")?.verb

        #expect(verb?.isUnknown == true)
        #expect(verb?.description == "XPE1")
    }

    @Test(arguments: [
        ("MGCP 1.0", MGCPVersion.mgcp), ("mgcp 1.0", .mgcp), ("MGCP 1.0 NCS 1.0", .ncs),
        ("MGCP \t 1.0  TGCP 1.0", .tgcp),
        ("MGCP 1.0 NCS 1.5", MGCPVersion(profile: .ncs, (1, 5))), ("MGCP 0.1", MGCPVersion(.mgcp, (0, 1))),
        ("SGCP 1.1", MGCPVersion(.sgcp, (1, 1))),
    ])
    func `a protocol version that we speak is accepted`(text: String, version: MGCPVersion) {
        #expect(Samples.command("AUEP 1 a@b \(text)\r\n")?.version == version)
    }

    @Test(arguments: [
        ("AUEP 1 a@b MGCP 2.0", 528), ("AUEP 1 a@b MGCP 1.1", 528), ("AUEP 1 a@b MGCP 1.0 OTHER 1.0", 528),
        ("AUEP 1 a@b SGCP 2.0", 528), ("AUEP 1 a@b MGCP 256.0", 510), ("AUEP 1 a@b HTTP 1.0", 510),
        ("AUEP 1 a@b MGCP1.0", 510), ("AUEP 1 a@b", 510), ("AUEP 1", 500), ("AUEP 1 ab MGCP 1.0", 500),
        ("AUEP 1 a@ MGCP 1.0", 500), ("AUEP 1 @b MGCP 1.0", 500), ("AUEP 1 a//b@c MGCP 1.0", 500),
        ("AUEP 1 a*@b MGCP 1.0", 500), ("AUEP 1 *$@b MGCP 1.0", 500), ("AUEP 1 a@b,c MGCP 1.0", 500),
        ("AUE 1 a@b MGCP 1.0", 510), ("AUEPX 1 a@b MGCP 1.0", 510), ("A.EP 1 a@b MGCP 1.0", 510),
        ("AUEP 1 a@b MGCP 1.0\nI: 1\nI: 2", 515), ("AUEP 1 a@b MGCP 1.0\n: 2", 510),
        ("AUEP 1 a@b MGCP 1.0\nX: 1\rY: 2", 510), ("AUEP 1 a@b MGCP 1.0\nX: \u{1}", 510),
    ])
    func `a malformed command is answered`(text: String, code: UInt16) throws {
        let outcomes = Samples.outcomes(text + "\r\n")
        guard outcomes.count == 1, case .answerable(let transaction, let error) = outcomes.first else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(transaction == MGCPTransactionID(1))
        #expect(error.returnCode.number == code, "\(error)")
    }

    @Test(arguments: [
        "", "\r\n", ".\r\n", "\r\n\r\n", "hello\r\n", "AUEP\r\n", "AUEP x a@b MGCP 1.0\r\n", "AUEP -1 a@b MGCP 1.0\r\n",
        "AUEP 0 a@b MGCP 1.0\r\n", "AUEP 1000000000 a@b MGCP 1.0\r\n", "AUEP 0000000001 a@b MGCP 1.0\r\n", "200\r\n",
        "200 OK\r\n", "20 1 OK\r\n", "2000 1 OK\r\n", "200 1234567890\r\n", "2x0 1 OK\r\n", "200 1 \u{0}\r\n",
        "{}\r\n", "OPTIONS sip:a SIP/2.0\r\n",
    ])
    func `what nobody can answer is dropped`(text: String) {
        let outcomes = Samples.outcomes(text)
        guard outcomes.count == 1, case .unanswerable = outcomes.first else {
            Issue.record("\(outcomes)")
            return
        }
    }

    @Test(arguments: [
        ("\r\n\r\nAUEP 1 a@b MGCP 1.0\r\n", MGCPDeviation.leadingWhiteSpace),
        (" AUEP 1 a@b MGCP 1.0\r\n", .leadingWhiteSpace),
        ("AUEP 1 a@b MGCP 1.0", .missingLineEnd), ("AUEP 1 a@b MGCP 1.0\r\nX\r\n", .lineWithoutColon),
        ("AUEP 1 a@b MGCP 1.0\r\nF : X\r\n", .spaceAroundName), ("AUEP 1 a@b MGCP 1.0\r\n F: X\r\n", .spaceAroundName),
        ("AUEP 1 a@b MGCP 0.1\r\n", .oldVersion), ("AUEP 1 a@b SGCP 1.5\r\n", .simpleProtocol),
        ("AUEP 007 a@b MGCP 1.0\r\n", .leadingZeros), ("AUEP 1 a@my_gw MGCP 1.0\r\n", .domainCharacter),
        ("AUEP 1 */1@b MGCP 1.0\r\n", .wildcardOrder), ("AUEP 1 $/*@b MGCP 1.0\r\n", .wildcardOrder),
    ])
    func `a deviation is understood and noted`(text: String, deviation: MGCPDeviation) throws {
        let command = try #require(Samples.command(text))

        #expect(command.parameters.deviations == MGCPDeviations(deviation))
        #expect(deviation.clause.utf8CodeUnitCount > 0)
    }

    @Test
    func `a critical extension without a colon is not overlooked`() throws {
        let command = try #require(Samples.command("AUEP 1 a@b MGCP 1.0\r\nX+Secret 1\r\nx+y: 1\r\nX-z: 2\r\n"))

        #expect(command.parameters.extensions.map(\.name) == ["X+Secret", "X+Y", "X-Z"])
        #expect(command.parameters.extensions.map(\.isCritical) == [true, true, false])
    }

    @Test
    func `any number of blanks separates the words of the first line`() throws {
        let command = try #require(Samples.command("AUEP \t 1   a@[::1]\t\tMGCP  1.0  \r\n"))

        #expect(command.endpoint == EndpointName("a@[::1]"))
        #expect(command.parameters.deviations.isEmpty)
    }

    // MARK: Responses

    @Test
    func `a response is taken apart`() throws {
        let response = try #require(Samples.response("250 1210 OK then\r\nP: PS=1245, OS=62345\r\nK: \r\n"))

        #expect(response.code == .connectionDeleted)
        #expect(response.transactionID == MGCPTransactionID(1210))
        #expect(response.commentary == "OK then")
        #expect(response.packageName == nil)
        #expect(response.wantsAcknowledgement)
        #expect(try response.parameters.first(ConnectionParameters.self)?.octetsSent == 62_345)
        #expect(try response.parameters.first(ResponseAck.self) == ResponseAck())
    }

    @Test(arguments: [
        ("200 1\r\n", ""), ("200 1 \r\n", ""), ("000 1\n", ""), ("200 1 /FOO bar\r\n", "/FOO bar"),
        ("510 2 Protocol Error: x\n", "Protocol Error: x"),
    ])
    func `the commentary of a response may be anything`(text: String, commentary: String) {
        #expect(Samples.response(text)?.commentary.description == commentary)
    }

    @Test
    func `a response of a package names it`() throws {
        let response = try #require(Samples.response("801 7 /FXR no fax here\r\n"))

        #expect(response.code.kind == .package)
        #expect(response.packageName == "fxr")
        #expect(response.commentary == "no fax here")
    }

    @Test
    func `a response to nothing is noted`() throws {
        let response = try #require(Samples.response("510 000000 FAIL\r\n"))

        #expect(response.transactionID == nil)
        #expect(response.parameters.deviations == MGCPDeviations(.zeroTransaction))
    }

    @Test
    func `parameters may be repeated in a response`() throws {
        let text = "200 1200 OK\r\nZ: aaln/1@rgw.whatever.net\r\nZ: aaln/2@rgw.whatever.net\r\nI: 1, 2\r\nI: 3\r\n"
        let parameters = try #require(Samples.response(text)).parameters

        #expect(
            try parameters.all(SpecificEndpoint.self).map(\.endpoint.localName.description) == ["aaln/1", "aaln/2"]
        )
        #expect(try parameters.all(ConnectionIDs.self).flatMap(\.connections).map(\.description) == ["1", "2", "3"])
    }

    @Test
    func `what a successful response leaves out is told`() throws {
        let bare = try #require(Samples.response("200 1 OK\r\n"))
        let redirect = try #require(Samples.response("521 1 Redirect\r\n"))

        #expect(bare.omissions(asAnswerTo: .createConnection) == [.parameter(.connectionID), .sessionDescription])
        #expect(bare.omissions(asAnswerTo: .notify).isEmpty)
        #expect(redirect.omissions(asAnswerTo: .restartInProgress) == [.parameter(.notifiedEntity)])
    }

    // MARK: Session descriptions

    private static let local =
        "v=0\r\no=- 25678 753849 IN IP4 128.96.41.1\r\ns=-\r\nc=IN IP4 128.96.41.1\r\nt=0 0\r\n"
        + "m=audio 1296 RTP/AVP 0\r\n"
    private static let remote =
        "v=0\r\no=- 33343 346463 IN IP4 128.96.63.25\r\ns=-\r\nc=IN IP4 128.96.63.25\r\nt=0 0\r\n"
        + "m=audio 1298 RTP/AVP 8\r\n"

    @Test
    func `an audit of a connection gives both descriptions, the local one first`() throws {
        let response = try #require(
            Samples.response("200 1203 OK\r\nM: sendrecv\r\n\r\n\(Self.local)\r\n\(Self.remote)")
        )

        #expect(response.parameters.descriptionCount == 2)
        #expect(try response.parameters.description(0)?.serialized() == Array(Self.local.utf8))
        #expect(try response.parameters.description(1)?.serialized() == Array(Self.remote.utf8))
        #expect(response.parameters.deviations.isEmpty)
    }

    @Test
    func `a description that does not exist is a version line`() throws {
        let response = try #require(Samples.response("200 1203 OK\r\n\r\nv=0\r\n\r\n\(Self.remote)"))

        #expect(response.parameters.descriptionCount == 2)
        #expect(try response.parameters.description(0) == nil)
        #expect(try response.parameters.description(1) != nil)
        #expect(try response.parameters.description(2) == nil)
    }

    @Test
    func `descriptions without an empty line between them are told apart`() throws {
        let response = try #require(Samples.response("200 1 OK\n\n\(Self.local)\(Self.remote)"))

        #expect(try response.parameters.description(1)?.serialized() == Array(Self.remote.utf8))
        #expect(response.parameters.deviations == MGCPDeviations(.unseparatedDescriptions))
    }

    @Test(arguments: [
        ("", MGCPDeviation.missingOrigin), ("o=- DEADBEEF 23 IN IP4 127.0.0.1\r\n", .malformedOrigin),
    ])
    func `an origin that means nothing to MGCP may be bad`(origin: String, deviation: MGCPDeviation) throws {
        let text = "v=0\r\n\(origin)c=IN IP4 127.0.0.1\r\nm=audio 4000 RTP/AVP 8"
        let response = try #require(Samples.response("200 1 OK\r\nI: 1\r\n\r\n\(text)"))
        var deviations = MGCPDeviations()
        let description = try response.parameters.description(0, noting: &deviations)

        #expect(description?.media.first?.port == 4000)
        #expect(deviations == MGCPDeviations(deviation))
    }

    @Test
    func `a connection inside the gateway is described too`() throws {
        let text =
            "v=0\r\no=- 1 0 LOCAL EPN X35V3+A4/13\r\ns=-\r\nc=LOCAL EPN X35V3+A4/13\r\nt=0 0\r\n"
            + "a=MGCPlocalcx:FDE234C8\r\nm=audio 0 LOCAL 0\r\n"
        let response = try #require(Samples.response("200 1 OK\r\nI: FDE234C8\r\n\r\n\(text)"))

        #expect(try response.parameters.description(0) != nil)
    }

    @Test(arguments: ["x", "v=0\r\nm=audio 99999 RTP/AVP 0\r\n", "v=1\r\n", "v=0\r\no=- 1 1 IN IP4 h\r\nq=x\r\n"])
    func `a broken description is the peer's mistake`(text: String) throws {
        let response = try #require(Samples.response("200 1 OK\r\nI: 1\r\n\r\n\(text)"))
        let error = #expect(throws: MGCPParseError.self) { try response.parameters.description(0) }

        #expect(error?.returnCode == .remoteDescriptorError)
    }

    @Test
    func `too many descriptions are refused`() {
        let both = Self.local + "\r\n" + Self.remote

        #expect(Samples.error(Self.start + "\r\n" + both)?.returnCode == .remoteDescriptorError)
        #expect(Samples.error("200 1 OK\r\n\r\n" + both + "\r\n" + Self.local)?.element == .sessionDescription)
    }

    // MARK: Several messages

    @Test
    func `messages of one datagram are read one by one`() throws {
        let text = "200 2005 OK\r\n.\r\nDLCX 1244 card23/21@tgw-7.example.net MGCP 1.0\r\nC: A3\r\nI: FD\r\n"
        let outcomes = Samples.outcomes(text)

        try #require(outcomes.count == 2)
        guard case .response(let response) = outcomes[0], case .command(let command) = outcomes[1] else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(response.transactionID?.number == 2005)
        #expect(command.verb == .deleteConnection)
        #expect(try command.parameters.first(ConnectionIDs.self)?.connections.count == 1)
    }

    @Test
    func `what is wrong with one message concerns no other`() {
        let text = "nonsense\n.\nAUEP 1 a@b MGCP 9.9\n.\n\n.\n200 3\nP: x\n.\nNTFY 2 a@b MGCP 1.0\nX: 0\nO: L/hd"
        let outcomes = Samples.outcomes(text)
        guard outcomes.count == 4, case .unanswerable = outcomes[0], case .answerable = outcomes[1],
            case .response = outcomes[2], case .command = outcomes[3]
        else {
            Issue.record("\(outcomes)")
            return
        }
    }

    @Test
    func `a dot ends a session description`() throws {
        let outcomes = Samples.outcomes("200 1 OK\r\nI: 1\r\n\r\n\(Self.local).\r\n200 2 OK\r\n\r\n\(Self.remote)")
        try #require(outcomes.count == 2)
        guard case .response(let first) = outcomes[0], case .response(let second) = outcomes[1] else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(Samples.text(first.parameters.descriptionOctets(0)) == Self.local)
        #expect(Samples.text(second.parameters.descriptionOctets(0)) == Self.remote)
    }

    // MARK: Limits

    @Test
    func `beyond a limit a command is answered and the rest is dropped`() {
        var limits = MGCPLimits()
        limits.lineOctets = 40
        limits.parameterLines = 2
        limits.piggybackedMessages = 2

        #expect(
            Samples.error("AUEP 1 a@b MGCP 1.0\nA:1\nB:2\nC:3", limits: limits)?.returnCode == .insufficientResources
        )
        #expect(
            Samples.error("AUEP 1 a@b MGCP 1.0\nF: \(String(repeating: "X", count: 40))", limits: limits)?.returnCode
                == .insufficientResources
        )
        #expect(Samples.outcomes("000 1\n.\n000 2\n.\n000 3\n.\n000 4\n", limits: limits).count == 3)
        limits.datagramOctets = 10
        #expect(Samples.error("AUEP 1 a@b MGCP 1.0\n", limits: limits) == MGCPParseError(.tooLarge, .datagram))
    }

    // MARK: Writing

    @Test
    func `messages are written as they are read`() throws {
        let transaction = try #require(MGCPTransactionID(1204))
        let endpoint = try #require(EndpointName("aaln/1@rgw.whatever.net"))
        var writer = MGCPMessageWriter()
        writer.startResponse(.executed, MGCPTransactionID(7))
        writer.startCommand(.createConnection, transaction, endpoint, version: .ncs)
        writer.parameter(try #require(MGCPCallID("A3C4")))
        writer.parameter(ConnectionModes(.receiveOnly))
        writer.parameter(MGCPParameters.Extension(name: "X-Flower", value: "Daisy"))
        writer.description(try SessionDescription(parsing: Array(Self.local.utf8)))

        let expected =
            "200 7 OK\r\n.\r\nCRCX 1204 aaln/1@rgw.whatever.net MGCP 1.0 NCS 1.0\r\nC: A3C4\r\nM: recvonly\r\n"
            + "X-Flower: Daisy\r\n\r\n\(Self.local)"
        #expect(Samples.text(writer.bytes) == expected)
        #expect(Samples.outcomes(writer.bytes).count == 2)
    }

    @Test
    func `no value adds a line`() {
        var writer = MGCPMessageWriter()
        writer.startResponse(.protocolError, nil, commentary: "no\r\n.\r\nRSIP")
        writer.parameter(.reasonCode, Array("900\nK: 1".utf8))
        writer.parameter(MGCPParameters.Extension(name: "X-a\n", value: "b\r\nc\0"))

        #expect(Samples.text(writer.bytes) == "510 0 no  .  RSIP\r\nE: 900 K: 1\r\nX-a : b  c \r\n")
    }

    @Test(arguments: ["v=0", "v=0\r", "v=0\n", "v=0\r\n"])
    func `a description whose last line does not end gets an end`(text: String) throws {
        var writer = MGCPMessageWriter()
        writer.startResponse(.executed, MGCPTransactionID(1))
        writer.description(octets: Array(text.utf8))
        writer.startResponse(.executed, MGCPTransactionID(2))

        #expect(Samples.outcomes(writer.bytes).count == 2)
        #expect(!Samples.text(writer.bytes).contains("\r\r"))
    }

    @Test
    func `the commentary of a response is the meaning of its code`() {
        var writer = MGCPMessageWriter()
        writer.startResponse(.offHook, MGCPTransactionID(5))
        writer.startResponse(.acknowledgement, MGCPTransactionID(6), commentary: "")

        #expect(Samples.text(writer.bytes) == "401 5 Phone is off hook\r\n.\r\n000 6 \r\n")
    }

    // MARK: Rules

    @Test(arguments: [
        ("CRCX 1 a@b MGCP 1.0\nM: sendrecv", 516), ("CRCX 1 a@b MGCP 1.0\nC: 1", 517),
        ("MDCX 1 a@b MGCP 1.0\nC: 1", 515), ("NTFY 1 a@b MGCP 1.0\nX: 1", 510), ("AUCX 1 a@b MGCP 1.0\nI: 1", 510),
        ("RSIP 1 a@b MGCP 1.0", 536), ("RQNT 1 a@b MGCP 1.0\nX: 1\nO: L/hd", 539),
        ("DLCX 1 a@b MGCP 1.0\nL: a:PCMU", 539), ("RQNT 1 a@b MGCP 1.0\nX: 1\n\nv=0\n", 539),
    ])
    func `a parameter that is missing or forbidden has a code`(text: String, code: UInt16) throws {
        #expect(try #require(Samples.command(text + "\n")).ruleViolation?.returnCode.number == code)
    }

    @Test(arguments: [
        "EPCF 1 a@b MGCP 1.0\nB: e:mu", "DLCX 1 a@b MGCP 1.0", "DLCX 1 a@b MGCP 1.0\nC: 1\nI: 2\nE: 900\nP: PS=1",
        "RQNT 1 a@b MGCP 1.0\nX: 1", "RQNT 1 a@b MGCP 1.0\nX: 1\nB/PR: L/hd(N)\nK: 1-2", "AUEP 1 a@b MGCP 1.0",
        "MESG 1 a@b MGCP 1.0\nO: L/hd", "RSIP 1 a@b MGCP 1.0\nRM: restart\nRD: 0\nE: 900",
        "CRCX 1 a@b MGCP 1.0\nC: 1\nM: inactive\nX: 2\nR: L/hd\nS: L/rg\nZ2: c@d\n\nv=0\n",
    ])
    func `what a command may have is allowed`(text: String) throws {
        #expect(try #require(Samples.command(text + "\n")).ruleViolation == nil)
    }
}
