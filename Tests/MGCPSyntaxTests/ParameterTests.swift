import MGCPSyntax
import ProtocolKit
import Testing

/// What each parameter accepts, how it writes it, and what it refuses (RFC 3435 §3.2.2, appendix A).
struct ParameterTests {
    private static func rewrite<Value: MGCPParameterValue>(_ type: Value.Type, _ text: String) throws -> String {
        Samples.written(try Value(reading: text))
    }

    private static func code<Value: MGCPParameterValue>(_ type: Value.Type, _ text: String) -> UInt16? {
        do throws(MGCPParseError) {
            _ = try Value(reading: text)
            return nil
        } catch {
            return error.returnCode.number
        }
    }

    private static func deviations<Value: MGCPParameterValue>(
        _ type: Value.Type,
        _ text: String
    ) throws -> MGCPDeviations {
        let name = String(decoding: Array(Value.name.code.description.utf8), as: UTF8.self)
        let command = try #require(Samples.command("XTST 1 a@b MGCP 1.0\n\(name): \(text)\n"))
        var deviations = MGCPDeviations()
        _ = try command.parameters.first(type, noting: &deviations)
        return deviations
    }

    // MARK: Identifiers

    @Test(arguments: ["1", "A3C47F21456789F0", "08b8b1a5097f000000000000", "0123456789abcdef0123456789ABCDEF"])
    func `an identifier is kept as it was written`(text: String) throws {
        #expect(try Self.rewrite(MGCPCallID.self, text) == text)
        #expect(try Self.rewrite(MGCPRequestID.self, text) == text)
        #expect(try Self.rewrite(SecondConnectionID.self, text) == text)
        #expect(MGCPCallID(ByteString(text)) == MGCPCallID(ByteString(text.lowercased())))
    }

    @Test
    func `an identifier of our own is hexadecimal, that of a peer need not be`() throws {
        #expect(MGCPCallID("xyz") == nil)
        #expect(MGCPCallID("") == nil)
        #expect(try Self.rewrite(MGCPCallID.self, "call-1.x_y") == "call-1.x_y")
        #expect(try Self.deviations(MGCPCallID.self, "call-1") == MGCPDeviations(.nonHexadecimalIdentifier))
        #expect(try Self.deviations(MGCPCallID.self, "cafe") == MGCPDeviations())
    }

    @Test(arguments: [("", 516), ("1 2", 516), ("0123456789abcdef0123456789ABCDEF0", 516), ("a/b", 516), ("1,2", 516)])
    func `what is no call identifier is refused`(text: String, code: UInt16) {
        #expect(Self.code(MGCPCallID.self, text) == code)
    }

    @Test
    func `the request identifier 0 is that of events nobody asked for`() throws {
        #expect(try MGCPRequestID(reading: "0").isUnsolicited)
        #expect(try !MGCPRequestID(reading: "00").isUnsolicited)
    }

    @Test(arguments: [
        ("FDE234C8", "FDE234C8"), ("FDE234C8,DFE233D1", "FDE234C8, DFE233D1"), ("1 , 2", "1, 2"), ("", ""),
    ])
    func `connections may be listed`(text: String, expected: String) throws {
        #expect(try Self.rewrite(ConnectionIDs.self, text) == expected)
    }

    @Test
    func `an empty entry of a list is noted`() throws {
        #expect(try Self.deviations(ConnectionIDs.self, "1,,2") == MGCPDeviations(.emptyListEntry))
        #expect(try Self.deviations(ConnectionIDs.self, "1,") == MGCPDeviations(.emptyListEntry))
    }

    // MARK: Names

    @Test(
        arguments: [
            ("ca@ca1.whatever.net:5678", 5678), ("ca@ca1.whatever.net", nil), ("[128.96.41.12]", nil),
            ("ca1.example.net:2727", 2727),
            ("ca@[2001:db8::1]:2727", 2727), ("[::1]", nil), ("127.0.0.1", nil), ("a/b@#123", nil),
        ] as [(String, UInt16?)]
    )
    func `a notified entity is written as it was read`(text: String, port: UInt16?) throws {
        let entity = try NotifiedEntity(reading: text)

        #expect(Samples.written(entity) == text)
        #expect(entity.port == port)
    }

    @Test
    func `the address of a notified entity is told`() throws {
        #expect(try NotifiedEntity(reading: "ca@[192.0.2.1]:5").address == IPAddress("192.0.2.1"))
        #expect(try NotifiedEntity(reading: "[2001:db8::1]").address == IPAddress("2001:db8::1"))
        #expect(try NotifiedEntity(reading: "192.0.2.1").address == IPAddress("192.0.2.1"))
        #expect(try NotifiedEntity(reading: "ca.example.net").address == nil)
        #expect(NotifiedEntity(domain: "a b") == nil)
    }

    @Test(arguments: ["@", "ca@", "@x", "x:", "x:0", "x:65536", "x:y", "a@b@c", "x y", "[x]"])
    func `what is no notified entity is refused`(text: String) {
        #expect(Self.code(NotifiedEntity.self, text) == 510)
    }

    @Test
    func `an endpoint is named`() throws {
        #expect(try Self.rewrite(SpecificEndpoint.self, "rtpbridge/1@mgw") == "rtpbridge/1@mgw")
        #expect(try Self.rewrite(SecondEndpoint.self, "aaln/$@[10.0.0.1]") == "aaln/$@[10.0.0.1]")
        #expect(Self.code(SpecificEndpoint.self, "rtpbridge/1") == 500)
    }

    @Test(arguments: [
        ("aaln/1@b", "AALN/1@B", true), ("aaln/*@b", "aaln/7@b", true), ("aaln/$@b", "aaln/7@b", true),
        ("*@b", "a/b/c@b", true),
        ("$@b", "a/b/c@b", true), ("*@b", "a/b/c@x", false), ("aaln/*@b", "aaln/1/2@b", false),
        ("*/*@b", "a/b@b", true),
        ("*/2@b", "1/1@b", false), ("ds/ds1-1/[1-12]@b", "ds/ds1-1/12@b", true),
        ("ds/ds1-1/[1-12]@b", "ds/ds1-1/13@b", false),
        ("ds/ds1-1/[1,3,20-24]@b", "ds/DS1-1/22@b", true), ("ds/ds1-1/[1,3,20-24]@b", "ds/ds1-1/2@b", false),
        ("ds/ds1-[1-2]/*@b", "ds/ds1-2/9@b", true), ("ds/ds1-[1-2]/*@b", "ds/ds1-x/9@b", false),
        ("[x]@b", "1@b", false),
        ("[x]@b", "[x]@b", true),
    ])
    func `a pattern covers the names it should`(pattern: String, name: String, isCovered: Bool) throws {
        let pattern = try #require(EndpointName(ByteString(pattern)))
        let name = try #require(EndpointName(ByteString(name)))

        #expect(pattern.covers(name) == isCovered)
    }

    @Test
    func `wildcards are told apart`() throws {
        let names = ["a/1@b", "a/*@b", "a/$@b", "a/[1-2]@b", "a/[x]@b"].compactMap { EndpointName(ByteString($0)) }

        #expect(names.map(\.isSpecific) == [true, false, false, false, true])
        #expect(names.map(\.namesAny) == [false, false, true, false, false])
        #expect(EndpointName(ByteString(String(repeating: "a", count: 256) + "@b")) == nil)
    }

    // MARK: Connections

    @Test(arguments: [
        "sendonly", "recvonly", "sendrecv", "confrnce", "inactive", "loopback", "conttest", "netwloop", "netwtest",
        "data",
        "FXR/fax",
    ])
    func `a mode is written as it was read`(text: String) throws {
        #expect(try Self.rewrite(ConnectionModes.self, text) == text)
        #expect(try ConnectionModes(reading: text.uppercased()).others.isEmpty)
    }

    @Test
    func `a list of modes is noted`() throws {
        #expect(try ConnectionModes(reading: "sendonly, recvonly").others == [.receiveOnly])
        #expect(try Self.deviations(ConnectionModes.self, "sendonly, recvonly") == MGCPDeviations(.listOfValues))
        #expect(Self.code(ConnectionModes.self, "") == 517)
        #expect(Self.code(ConnectionModes.self, "send recv") == 517)
    }

    @Test(arguments: [
        ("p:10, a:PCMU", "p:10, a:PCMU"), ("p:10-20,b:64", "p:10-20, b:64"), ("b:32-64, e:off", "b:32-64, e:off"),
        ("a:PCMU;PCMA;G.nX64 , s:on", "a:PCMU;PCMA;G.nX64, s:on"), ("t:a0,r:cl", "t:A0, r:cl"), ("t:1", "t:01"),
        ("gc:auto", "gc:auto"), ("gc:-12", "gc:-12"), ("k:clear:secret", "k:clear:secret"),
        ("nt:IN;LOCAL", "nt:IN;LOCAL"),
        ("a:image/t38, FXR/fx:t38;off", "a:image/t38, FXR/fx:t38;off"), ("x-foo, x+bar:1;2", "x-foo, x+bar:1;2"),
        (
            "a:G729;red,fmtp:\"red pcmu/g729\", fmtp: \"telephone-event 0-15,16\"",
            "a:G729;red, fmtp:\"red pcmu/g729\", fmtp:\"telephone-event 0-15,16\""
        ),
        ("fmtp:\"a \"\"b\"\"\";\"c\"", "fmtp:\"a \"\"b\"\"\";\"c\""), ("A:pcmu, P:20", "p:20, a:pcmu"),
    ])
    func `options of a connection are written in the order of the RFC`(text: String, expected: String) throws {
        #expect(try Self.rewrite(LocalConnectionOptions.self, text) == expected)
        #expect(try Self.rewrite(LocalConnectionOptions.self, expected) == expected)
    }

    @Test
    func `options of a connection are taken apart`() throws {
        let text = "p:10-30, a:PCMU;G728, b:64, e:on, gc:-3, s:off, t:B8, r:g, nt:IN, x+must:1, x-may"
        let options = try LocalConnectionOptions(reading: text)

        #expect(options.packetization == 10...30)
        #expect(options.codecs == ["pcmu", "g728"])
        #expect(options.bandwidth == 64...64)
        #expect(options.cancelsEcho == true)
        #expect(options.gain == .decibels(-3))
        #expect(options.suppressesSilence == false)
        #expect(options.typeOfService == 0xB8)
        #expect(options.reservation == .guaranteed)
        #expect(options.networks == ["in"])
        #expect(options.others.map(\.isMandatory) == [true, false])
    }

    @Test(arguments: [
        "p:", "p:x", "p:10-", "p:20-10", "p:10000", "p:10;20", "p:10-20-30", "e:maybe", "s:", "t:123", "t:g", "r:x",
        "gc:", "gc:-",
        "gc:loud", "a:PCMU, a:PCMA", "a:;", "a", ":", "p:10 20", "fmtp:\"open", "a:\"PCMU\"",
    ])
    func `options that make no sense are refused`(text: String) {
        #expect(Self.code(LocalConnectionOptions.self, text) == 524, "\(text)")
    }

    @Test
    func `capabilities have packages and modes too`() throws {
        let text = "a:PCMU;G728, p:10-100, e:on, s:off, t:1, v:L;G, m:sendonly;recvonly"
        let capabilities = try EndpointCapabilities(reading: text)

        #expect(capabilities.packages == ["l", "g"])
        #expect(capabilities.modes == [.sendOnly, .receiveOnly])
        #expect(capabilities.options.packetization == 10...100)
        #expect(
            Samples.written(capabilities) == "p:10-100, a:PCMU;G728, e:on, s:off, t:01, v:L;G, m:sendonly;recvonly"
        )
        #expect(Self.code(EndpointCapabilities.self, "v:\"L\"") == 510)
    }

    @Test(arguments: [
        ("PS=1245, OS=62345, PR=0, OR=0, PL=0, JI=0, LA=48", "PS=1245, OS=62345, PR=0, OR=0, PL=0, JI=0, LA=48"),
        ("PS=53,OS=8480,PR=0,OR=0,PL=0", "PS=53, OS=8480, PR=0, OR=0, PL=0"), ("LA = 3, ps=1", "PS=1, LA=3"),
        ("FXR/PGS=3, X-ab=9", "FXR/PGS=3, X-ab=9"), ("OS=99999999999999999999", "OS=999999999"),
    ])
    func `counters are written in the order of the RFC`(text: String, expected: String) throws {
        #expect(try Self.rewrite(ConnectionParameters.self, text) == expected)
    }

    @Test
    func `a counter beyond nine digits is noted`() throws {
        #expect(try Self.deviations(ConnectionParameters.self, "OS=1000000000") == MGCPDeviations(.longCounter))
        for text in ["PS", "PS=", "=1", "PS=x", "PS=-1", "PS=1;OS=2"] {
            #expect(Self.code(ConnectionParameters.self, text) == 510, "\(text)")
        }
    }

    // MARK: Audits, restarts and the rest

    @Test(arguments: [
        ("6234-6255, 6257, 19030-19044", "6234-6255, 6257, 19030-19044"), ("", ""), ("1-1", "1"), ("007", "7"),
    ])
    func `confirmed transactions are written as ranges`(text: String, expected: String) throws {
        #expect(try Self.rewrite(ResponseAck.self, text) == expected)
    }

    @Test(arguments: ["0", "2-1", "1-", "-1", "1000000000", "x", "1 2"])
    func `what are no transactions is refused`(text: String) {
        #expect(Self.code(ResponseAck.self, text) == 510)
    }

    @Test
    func `a list beyond the limit is refused`() {
        var limits = MGCPLimits()
        limits.listEntries = 3
        let error = #expect(throws: MGCPParseError.self) { try ResponseAck(reading: "1,2,3,4", limits: limits) }

        #expect(error?.returnCode == .insufficientResources)
    }

    @Test(arguments: [("e:mu", "e:mu"), ("E:a", "e:A"), ("e:A, foo/bar:1", "e:A, foo/bar:1"), ("foo/bar", "foo/bar")])
    func `the coding of a bearer is written as it was read`(text: String, expected: String) throws {
        #expect(try Self.rewrite(BearerInformation.self, text) == expected)
    }

    @Test(arguments: ["e:x", "e", "e:", "e:A, e:mu"])
    func `what is no coding is refused`(text: String) {
        #expect(Self.code(BearerInformation.self, text) == 510)
    }

    @Test
    func `what an audit asks for is told`() throws {
        let info = try RequestedInfo(reading: "N,x, RC,B/PR, X-a, foo/bar")

        #expect(
            info.items == [
                .parameter(.notifiedEntity), .parameter(.requestID), .parameter(.remoteDescriptor),
                .parameter(.persistentEvents), .other("X-a"), .other("foo/bar"),
            ]
        )
        #expect(Samples.written(info) == "N, X, RC, B/PR, X-a, foo/bar")
        #expect(Samples.written(RequestedInfo(.capabilities, .eventStates)) == "A, ES")
        #expect(Self.code(RequestedInfo.self, "A B") == 510)
    }

    @Test(arguments: [
        ("loop", true, false), ("process", false, false), ("loop,discard", true, true), ("process,loop", true, false),
        ("DISCARD , STEP", false, true),
    ])
    func `quarantine is handled in either order`(text: String, isLooping: Bool, discards: Bool) throws {
        #expect(try QuarantineHandling(reading: text) == QuarantineHandling(isLooping: isLooping, discards: discards))
    }

    @Test(arguments: ["", "loop,step", "process,discard", "x", "loop,loop"])
    func `unknown quarantine handling has a code of its own`(text: String) {
        #expect(Self.code(QuarantineHandling.self, text) == 508)
    }

    @Test(arguments: ["graceful", "forced", "restart", "disconnected", "cancel-graceful", "FOO/bar", "later"])
    func `a restart method is written as it was read`(text: String) throws {
        #expect(try Self.rewrite(RestartMethod.self, text) == text)
        #expect(Self.code(RestartMethod.self, "") == 536)
    }

    @Test(arguments: [("0", "0"), ("300", "300"), ("000010", "10")])
    func `a delay is a number of seconds`(text: String, expected: String) throws {
        #expect(try Self.rewrite(RestartDelay.self, text) == expected)
        #expect(try Self.rewrite(MaximumDatagram.self, text) == expected)
    }

    @Test(arguments: ["-1", "1.5", "x", "1000000", "99999999999999999999999"])
    func `what is no delay is refused`(text: String) {
        #expect(Self.code(RestartDelay.self, text) == 510)
    }

    @Test(arguments: [
        ("900 Endpoint malfunctioning", "900 Endpoint malfunctioning"), ("900", "900"), ("000 fine", "000 fine"),
        ("900 - Hardware error", "900 - Hardware error"), ("801 /FXR no fax", "801 /FXR no fax"), ("903 /x", "903 /x"),
    ])
    func `a reason is written as it was read`(text: String, expected: String) throws {
        #expect(try Self.rewrite(MGCPReasonCode.self, text) == expected)
    }

    @Test
    func `reasons are registered`() throws {
        #expect(try MGCPReasonCode(reading: "901 x").registered == .outOfService)
        #expect(try MGCPReasonCode(reading: "801 /FXR").packageName == "fxr")
        #expect(try MGCPReasonCode(reading: "801 /FXR").registered == nil)
        #expect(Samples.written(MGCPReasonCode(.normal)) == "000")
        #expect(Set(MGCPReasonCode.Registered.allCases.map(\.meaning.description)).count == 7)
        for text in ["", "90", "x", "90x", "801 /"] {
            #expect(Self.code(MGCPReasonCode.self, text) == 510, "\(text)")
        }
    }

    @Test
    func `packages have versions`() throws {
        #expect(try Self.rewrite(PackageList.self, "L:1,G:1,D:0,FOO:2,T") == "L:1, G:1, D:0, FOO:2, T:0")
        for text in ["L:", "-L:1", "L-:1", "L:x", ":1"] {
            #expect(Self.code(PackageList.self, text) == 510, "\(text)")
        }
    }

    @Test
    func `the state of notification is one of three`() throws {
        for text in ["ns", "ls", "o"] {
            #expect(try Self.rewrite(NotificationState.self, text) == text)
        }
        #expect(Self.code(NotificationState.self, "x") == 510)
    }

    @Test
    func `a parameter without a value is told from one that is absent`() throws {
        let parameters = try #require(Samples.command("RQNT 1 a@b MGCP 1.0\nN:\nX: \nR:\nS:\nD:\n")).parameters

        #expect(parameters.contains(.notifiedEntity))
        #expect(try parameters.first(NotifiedEntity.self) == nil)
        #expect(try parameters.first(MGCPRequestID.self) == nil)
        #expect(try parameters.first(RequestedEvents.self) == RequestedEvents([]))
        #expect(try parameters.first(SignalRequests.self) == SignalRequests([]))
        #expect(try parameters.first(DigitMap.self)?.isEmpty == true)
        #expect(try parameters.first(DetectEvents.self) == nil)
        #expect(parameters.value(of: .requestID)?.isEmpty == true)
        #expect(parameters.value(of: .detectEvents) == nil)
    }

    @Test
    func `every parameter is found by its code`() {
        for name in MGCPParameterName.allCases {
            let code = name.code.description
            #expect(MGCPParameterName(ByteString(code)) == name)
            #expect(MGCPParameterName(ByteString(code.lowercased())) == name)
        }
        for code in ["", "Y", "KK", "B/XX", "B/PRX", "Z3"] {
            #expect(MGCPParameterName(ByteString(code)) == nil)
        }
    }
}
