import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Discovery and registration, arc by arc (H.323 clauses 7.2.1, 7.2.2 and 7.2.6).
struct RegistrationTests {
    private var driver = ClientDriver()

    private static let three = [
        GatekeeperContact(ClientDriver.gatekeeper, firstStep: .registration),
        GatekeeperContact(ClientDriver.second),
        GatekeeperContact(ClientDriver.third),
    ]

    // MARK: Discovery

    @Test
    mutating func `a unicast GRQ is confirmed and followed to the RAS address of the GCF`() {
        self.driver = ClientDriver(ClientDriver.settings([GatekeeperContact(ClientDriver.gatekeeper)]))
        self.driver.start()
        var confirm = Sample.gatekeeperConfirm()
        confirm.rasAddress = H225.TransportAddress(ClientDriver.second)
        confirm.gatekeeperIdentifier = "GK"
        self.driver.answer(confirm)
        #expect(self.driver.takeSent() == ["GRQ 10.0.0.1", "RRQ 10.0.0.2"])

        self.driver = ClientDriver(ClientDriver.settings([GatekeeperContact(ClientDriver.gatekeeper)]))
        self.driver.start()
        self.driver.answer(confirm)
        guard case .registrationRequest(let request) = self.driver.sent.last?.message else {
            Issue.record("no RRQ")
            return
        }
        #expect(request.discoveryComplete)
        #expect(request.gatekeeperIdentifier == "GK")
        #expect(request.terminalAlias == [.h323ID("tandem"), .dialledDigits("4912")])
        #expect(request.terminalType.gateway?.protocol?.count == 1)
        #expect(request.keepAlive == false)
        #expect(request.protocolIdentifier.description == "0.0.8.2250.0.7")
    }

    @Test
    mutating func `a multicast GRQ goes to 224·0·1·41 port 1718 and is confirmed by whoever is there`() {
        self.driver = ClientDriver(ClientDriver.settings([.everybody]))
        self.driver.start()
        #expect(self.driver.sent.last?.to.description == "224.0.1.41:1718")
        self.driver.answer(Sample.gatekeeperReject(), from: ClientDriver.third)
        self.driver.answer(Sample.gatekeeperConfirm(), from: ClientDriver.gatekeeper)
        self.driver.answer(ClientDriver.registrationConfirm())
        #expect(self.driver.takeSent() == ["GRQ 224.0.1.41", "RRQ 10.0.0.1"])
        #expect(self.driver.takeNews() == ["registered"])
        #expect(self.driver.client.gatekeeper?.address == ClientDriver.gatekeeper)
    }

    @Test
    mutating func `silence and GRJ lead to the next gatekeeper, and after the last one to a wait`() {
        self.driver = ClientDriver(ClientDriver.settings(Self.three))
        self.driver.start()
        self.driver.wait(.seconds(9))
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1", "RRQ 10.0.0.1", "RRQ 10.0.0.1", "GRQ 10.0.0.2"])
        self.driver.sent = []
        self.driver.wait(.seconds(5))
        self.driver.answer(Sample.gatekeeperReject())
        #expect(self.driver.takeSent() == ["GRQ 10.0.0.2", "GRQ 10.0.0.3"])
        self.driver.wait(.milliseconds(14_999))
        #expect(self.driver.takeSent() == ["GRQ 10.0.0.3", "GRQ 10.0.0.3"])

        self.driver.wait(.milliseconds(5_001))
        #expect(self.driver.takeSent().isEmpty)
        self.driver.wait(.milliseconds(1_250))
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1"])
        #expect(
            self.driver.takeNews() == [
                "registration refused: no answer",
                "registration refused: terminalExcluded",
                "registration refused: no answer",
            ]
        )
    }

    @Test
    mutating func `waits double up to two minutes`() {
        self.driver.start()
        var rounds: [Int64] = []
        for _ in 0..<8 {
            self.driver.answer(ClientDriver.registrationReject(.securityDenial))
            self.driver.sent = []
            let before = self.driver.now
            while self.driver.sent.isEmpty {
                self.driver.wait(.milliseconds(100))
            }
            rounds.append(before.duration(to: self.driver.now).components.seconds)
        }
        #expect(zip(rounds, [5, 10, 20, 40, 80, 120, 120, 120]).allSatisfy { $0 >= $1 && $0 <= $1 * 5 / 4 })
    }

    // MARK: Keeping it

    @Test
    mutating func `a lightweight RRQ goes out after two thirds of the time to live`() {
        self.driver.register()
        self.driver.sent = []
        self.driver.wait(.milliseconds(39_999))
        #expect(self.driver.sent.isEmpty)
        self.driver.wait(.milliseconds(1))
        guard case .registrationRequest(let request) = self.driver.sent.last?.message else {
            Issue.record("no RRQ")
            return
        }
        #expect(request.keepAlive == true)
        #expect(request.endpointIdentifier == ClientDriver.endpoint)
        #expect(request.terminalAlias == nil)

        var confirm = ClientDriver.registrationConfirm()
        confirm.callSignalAddress = []
        self.driver.answer(confirm)
        self.driver.wait(.seconds(40))
        #expect(self.driver.takeSent() == ["RRQ+ 10.0.0.1", "RRQ+ 10.0.0.1"])
        #expect(self.driver.takeNews() == ["registered"])
    }

    @Test
    mutating func `without a time to live nothing is repeated`() {
        self.driver.register { $0.timeToLive = nil }
        self.driver.sent = []
        self.driver.wait(.seconds(100_000))
        #expect(self.driver.sent.isEmpty)
    }

    @Test
    mutating func `fullRegistrationRequired leads to a full RRQ`() {
        self.driver.register()
        self.driver.wait(.seconds(40))
        self.driver.answer(ClientDriver.registrationReject(.fullRegistrationRequired))
        self.driver.answer(ClientDriver.registrationConfirm())
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1", "RRQ+ 10.0.0.1", "RRQ 10.0.0.1"])
        #expect(self.driver.takeNews() == ["registered", "unregistered: fullRegistrationRequired", "registered"])
    }

    @Test
    mutating func `discoveryRequired leads to a GRQ, once in a round`() {
        self.driver.register()
        self.driver.wait(.seconds(40))
        self.driver.sent.removeFirst(1)
        self.driver.answer(ClientDriver.registrationReject(.discoveryRequired))
        self.driver.answer(Sample.gatekeeperConfirm())
        #expect(self.driver.takeSent() == ["RRQ+ 10.0.0.1", "GRQ 10.0.0.1", "RRQ 10.0.0.1"])

        self.driver = ClientDriver()
        self.driver.start()
        self.driver.answer(ClientDriver.registrationReject(.discoveryRequired))
        self.driver.answer(Sample.gatekeeperConfirm())
        self.driver.answer(ClientDriver.registrationReject(.discoveryRequired))
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1", "GRQ 10.0.0.1", "RRQ 10.0.0.1"])
    }

    // MARK: Alternates

    @Test
    mutating func `a gatekeeper that falls silent is followed by its alternates, the least priority number first`() {
        self.driver.register {
            $0.alternateGatekeeper = [
                ClientDriver.alternate(ClientDriver.third, priority: 9),
                ClientDriver.alternate(ClientDriver.second, priority: 1),
            ]
        }
        self.driver.wait(.seconds(48))
        self.driver.sent = []
        self.driver.wait(.seconds(1))
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.2"])
        self.driver.wait(.seconds(9))
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.2", "RRQ 10.0.0.2", "RRQ 10.0.0.3"])
        #expect(
            self.driver.takeNews() == ["registered", "unregistered: no answer", "registration refused: no answer"]
        )
    }

    @Test
    mutating func `an alternate that need not be registered with is sent a lightweight RRQ`() {
        self.driver.register {
            $0.alternateGatekeeper = [ClientDriver.alternate(ClientDriver.second, mustRegister: false)]
        }
        self.driver.wait(.seconds(49))
        guard case .registrationRequest(let request) = self.driver.sent.last?.message else {
            Issue.record("no RRQ")
            return
        }
        #expect(self.driver.sent.last?.to == ClientDriver.second)
        #expect(request.keepAlive == true)
        #expect(request.endpointIdentifier == ClientDriver.endpoint)

        self.driver.sent.removeFirst(self.driver.sent.count - 1)
        self.driver.answer(ClientDriver.registrationReject(.fullRegistrationRequired))
        self.driver.answer(ClientDriver.registrationConfirm())
        #expect(self.driver.takeSent() == ["RRQ+ 10.0.0.2", "RRQ 10.0.0.2"])
        #expect(self.driver.client.gatekeeper?.address == ClientDriver.second)
    }

    @Test
    mutating func `an RRJ with alternates leads there, and two that name each other to a wait`() {
        self.driver.start()
        var reject = ClientDriver.registrationReject(.resourceUnavailable)
        for next in [ClientDriver.second, ClientDriver.gatekeeper] {
            let alternate = ClientDriver.alternate(next)
            reject.altGKInfo = H225.AltGKInfo(alternateGatekeeper: [alternate], altGKisPermanent: true)
            self.driver.answer(reject)
        }
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1", "RRQ 10.0.0.2"])
    }

    // MARK: The end

    @Test
    mutating func `a gatekeeper that wants us to register again is obeyed`() {
        self.driver.register()
        self.driver.wait(.seconds(20))
        self.driver.sent = []
        var request = H225.UnregistrationRequest(requestSeqNum: 77, callSignalAddress: [])
        request.endpointIdentifier = ClientDriver.endpoint
        request.reason = .reregistrationRequired
        self.driver.receive(request)
        #expect(self.driver.takeSent() == ["UCF 10.0.0.1", "RRQ 10.0.0.1"])
        #expect(self.driver.takeNews() == ["registered", "unregistered: reregistrationRequired"])
    }

    @Test
    mutating func `one that takes and drops us at once is left alone for a while`() {
        self.driver.register()
        self.driver.sent = []
        var request = H225.UnregistrationRequest(requestSeqNum: 77, callSignalAddress: [])
        request.reason = .ttlExpired
        self.driver.receive(request)
        #expect(self.driver.takeSent() == ["UCF 10.0.0.1"])
        self.driver.wait(.milliseconds(6_250))
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1"])
    }

    @Test
    mutating func `a forged URQ changes nothing`() {
        self.driver.register()
        self.driver.sent = []
        let request = H225.UnregistrationRequest(requestSeqNum: 77, callSignalAddress: [])
        self.driver.receive(request, from: ClientDriver.stranger)
        self.driver.wait(.seconds(10))
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.violations == 1)
        #expect(self.driver.client.gatekeeper != nil)

        var other = request
        other.requestSeqNum = 78
        other.endpointIdentifier = "somebody"
        self.driver.receive(other)
        #expect(self.driver.takeSent() == ["URJ 10.0.0.1"])
        #expect(self.driver.client.gatekeeper != nil)
    }

    @Test
    mutating func `a gatekeeper that we have left is told so`() {
        self.driver.register {
            $0.alternateGatekeeper = [ClientDriver.alternate(ClientDriver.second)]
        }
        self.driver.wait(.seconds(49))
        self.driver.answer(ClientDriver.registrationConfirm())
        #expect(self.driver.client.gatekeeper?.address == ClientDriver.second)
        self.driver.sent = []
        self.driver.receive(H225.UnregistrationRequest(requestSeqNum: 77, callSignalAddress: []))
        var drop = H225.DisengageRequest(
            requestSeqNum: 78,
            endpointIdentifier: ClientDriver.endpoint,
            conferenceID: Sample.guid,
            callReferenceValue: 1,
            disengageReason: .forcedDrop
        )
        drop.callIdentifier = H225.CallIdentifier(guid: Sample.guid)
        self.driver.receive(drop)
        self.driver.receive(Sample.bandwidthRequest(number: 79))
        self.driver.receive(H225.InfoRequest(requestSeqNum: 80, callReferenceValue: 0))
        self.driver.wait(.seconds(10))
        #expect(self.driver.takeSent() == ["URJ 10.0.0.1", "DRJ 10.0.0.1", "BRJ 10.0.0.1"])
        #expect(self.driver.violations == 0)
        #expect(self.driver.client.gatekeeper?.address == ClientDriver.second)
    }

    @Test
    mutating func `stopping unregisters and leaves nothing`() {
        self.driver.register()
        _ = self.driver.admitted()
        self.driver.client.stop(at: self.driver.now)
        self.driver.drain()
        self.driver.answer(H225.UnregistrationConfirm(requestSeqNum: 1))
        #expect(self.driver.takeSent().last == "URQ 10.0.0.1")
        #expect(self.driver.takeNews() == ["registered", "admitted", "disengaged", "stopped"])
        self.driver.wait(.seconds(60))
        #expect(self.driver.client.isIdle)
    }

    @Test
    mutating func `stopping ends also when nobody answers`() {
        self.driver.register()
        self.driver.client.stop(at: self.driver.now)
        self.driver.wait(.seconds(6))
        #expect(self.driver.takeNews() == ["registered", "stopped"])
        #expect(self.driver.client.isIdle)

        self.driver = ClientDriver()
        self.driver.start()
        self.driver.client.stop(at: self.driver.now)
        self.driver.drain()
        #expect(self.driver.takeNews() == ["stopped"])
        #expect(self.driver.client.isIdle)
    }

    // MARK: Credentials

    @Test
    mutating func `credentials are offered in GRQ, sent as the GCF chooses, and renewed`() {
        var settings = ClientDriver.settings([GatekeeperContact(ClientDriver.gatekeeper)])
        settings.credentials = RASCredentials(name: "tandem", password: "secret")
        self.driver = ClientDriver(settings)
        self.driver.start()
        guard case .gatekeeperRequest(let request) = self.driver.sent.last?.message else {
            Issue.record("no GRQ")
            return
        }
        #expect(request.authenticationCapability == [.pwdHash, .authenticationBES(.radius)])
        #expect(request.algorithmOIDs?.count == 2)
        #expect(request.tokens == nil && request.cryptoTokens == nil)

        var confirm = Sample.gatekeeperConfirm()
        confirm.authenticationMode = .pwdHash
        self.driver.answer(confirm)
        self.driver.wait(.seconds(1))
        self.driver.answer(ClientDriver.registrationConfirm())
        _ = self.driver.admit()
        let stamps = self.driver.sent.compactMap { sent -> UInt32? in
            guard case .cryptoEPPwdHash(let token) = sent.message.body?.cryptoTokens?.first else {
                return nil
            }
            return token.timeStamp
        }
        #expect(stamps == [1_700_000_000, 1_700_000_001])
        #expect(self.driver.sent.allSatisfy { $0.message.body?.tokens == nil })
    }
}
