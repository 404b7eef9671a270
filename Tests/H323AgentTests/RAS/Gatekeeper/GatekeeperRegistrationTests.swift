import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Who is registered by a gatekeeper, and for how long.
struct GatekeeperRegistrationTests {
    private typealias Driver = GatekeeperDriver
    private var driver = GatekeeperDriver()

    // MARK: Discovery

    @Test
    mutating func `GRQ is confirmed to endpoints of the configuration only`() {
        #expect(self.driver.send(Driver.gatekeeperRequest(Driver.alice), from: Driver.alice.ras).words == ["GCF"])
        #expect(
            self.driver.send(Driver.gatekeeperRequest(Driver.alice), from: Driver.stranger).words
                == ["GRJ terminalExcluded"]
        )
        #expect(self.driver.sent.last?.to == Driver.stranger)
        var other = Driver.gatekeeperRequest(Driver.alice)
        other.gatekeeperIdentifier = "somebody else"
        #expect(self.driver.send(other, from: Driver.alice.ras).words == ["GRJ terminalExcluded"])
    }

    @Test
    mutating func `a GRQ to the group is answered only by who would register the endpoint`() {
        let request = Driver.gatekeeperRequest(Driver.alice)
        #expect(self.driver.send(request, from: Driver.alice.ras, viaGroup: true).words == ["GCF"])
        #expect(self.driver.send(request, from: Driver.stranger, viaGroup: true).isEmpty)
        let registration = Driver.registrationRequest(Driver.alice)
        #expect(self.driver.send(registration, from: Driver.alice.ras, viaGroup: true).isEmpty)
        self.driver.wait(.seconds(60))
        #expect(self.driver.sent.count == 1)
        #expect(self.driver.gatekeeper.isIdle)
    }

    // MARK: Registration

    @Test
    mutating func `by default nobody is served`() {
        var settings = Driver.settings()
        settings.endpoints = [EndpointRule("open", aliases: [RASAlias("alice"), RASAlias("1001")])]
        self.driver = GatekeeperDriver(settings)
        let request = Driver.registrationRequest(Driver.alice)
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["RRJ securityDenial"])
        #expect(self.driver.takeNews() == ["refused: not allowed"])
    }

    @Test
    mutating func `an endpoint registers with some of its names, or gets them all`() {
        var request = Driver.registrationRequest(Driver.alice)
        request.terminalAlias = nil
        guard case .registrationConfirm(let confirm) = self.driver.send(request, from: Driver.alice.ras).first else {
            Issue.record("no RCF")
            return
        }
        #expect(confirm.terminalAlias?.count == 2)
        #expect(confirm.timeToLive == 60)
        #expect(confirm.gatekeeperIdentifier == "tandem")
        #expect(confirm.callSignalAddress == [H225.TransportAddress(Driver.signaling)])

        request = Driver.registrationRequest(Driver.bob)
        request.terminalAlias = [.dialledDigits("1002")]
        #expect(self.driver.send(request, from: Driver.bob.ras).words == ["RCF"])
        #expect(self.driver.gatekeeper.registrations.map(\.aliases.count) == [2, 1])

        request.terminalAlias = [.dialledDigits("1002"), .dialledDigits("9")]
        #expect(self.driver.send(request, from: Driver.bob.ras).words == ["RRJ securityDenial"])
    }

    @Test
    mutating func `who has another's name or address is refused`() {
        var settings = Driver.settings()
        settings.endpoints[1].aliases.append(RASAlias("1001"))
        self.driver = GatekeeperDriver(settings)
        self.driver.register(Driver.alice)

        var request = Driver.registrationRequest(Driver.bob)
        request.terminalAlias?.append(.dialledDigits("1001"))
        guard case .registrationReject(let reject) = self.driver.send(request, from: Driver.bob.ras).first else {
            Issue.record("no RRJ")
            return
        }
        #expect(reject.rejectReason == .duplicateAlias([.dialledDigits("1001")]))

        request = Driver.registrationRequest(Driver.bob)
        request.callSignalAddress = [H225.TransportAddress(Driver.alice.signaling)]
        #expect(self.driver.send(request, from: Driver.bob.ras).words == ["RRJ invalidCallSignalAddress"])
        request.callSignalAddress = []
        #expect(self.driver.send(request, from: Driver.bob.ras).words == ["RRJ invalidCallSignalAddress"])
    }

    @Test
    mutating func `an endpoint that registers again keeps its name and calls; one that restarts begins anew`() {
        let first = self.driver.register(Driver.alice)
        self.driver.register(Driver.bob)
        self.driver.send(Driver.admissionRequest(first), from: Driver.alice.ras)
        #expect(self.driver.register(Driver.alice) == first)
        #expect(self.driver.gatekeeper.callCount == 1)
        _ = self.driver.takeNews()

        var request = Driver.registrationRequest(Driver.alice)
        request.restart = true
        self.driver.send(request, from: Driver.alice.ras)
        #expect(self.driver.gatekeeper.callCount == 0)
        #expect(
            self.driver.takeNews() == ["alice ended endpointGone", "alice unregistered replaced", "alice registered"]
        )
    }

    @Test
    mutating func `beyond the limit nobody is registered`() {
        var settings = Driver.settings()
        settings.limits.registrations = 1
        self.driver = GatekeeperDriver(settings)
        self.driver.register(Driver.alice)
        let discovery = Driver.gatekeeperRequest(Driver.bob)
        #expect(self.driver.send(discovery, from: Driver.bob.ras).words == ["GRJ resourceUnavailable"])
        let registration = Driver.registrationRequest(Driver.bob)
        #expect(self.driver.send(registration, from: Driver.bob.ras).words == ["RRJ resourceUnavailable"])
        self.driver.register(Driver.alice)
        #expect(self.driver.news.contains("limit: registrations"))
    }

    @Test
    mutating func `more names than are allowed are refused before they are looked at`() {
        var request = Driver.registrationRequest(Driver.alice)
        request.terminalAlias = Array(repeating: .dialledDigits("1001"), count: 65)
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["RRJ resourceUnavailable"])
    }

    @Test
    mutating func `names are not added one by one`() {
        self.driver.register(Driver.alice)
        var request = Driver.registrationRequest(Driver.alice)
        request.additiveRegistration = true
        request.terminalAlias = [.dialledDigits("1001")]
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["RRJ additiveRegistrationNotSupported"])
        #expect(self.driver.gatekeeper.registrations.first?.aliases.count == 2)
    }

    // MARK: Time to live

    @Test
    mutating func `a lightweight RRQ keeps the registration, from where it was made only`() {
        let identifier = self.driver.register(Driver.alice)
        for _ in 0..<5 {
            self.driver.wait(.seconds(50))
            #expect(
                self.driver.send(Driver.keepAlive(Driver.alice, identifier), from: Driver.alice.ras).words == ["RCF"]
            )
        }
        #expect(
            self.driver.send(Driver.keepAlive(Driver.alice, identifier), from: Driver.stranger).words
                == ["RRJ fullRegistrationRequired"]
        )
        #expect(self.driver.violations == 1)
        #expect(
            self.driver.send(Driver.keepAlive(Driver.alice, "nobody"), from: Driver.alice.ras).words
                == ["RRJ fullRegistrationRequired"]
        )
    }

    @Test
    mutating func `a registration that is not kept ends, with its calls, and its endpoint is told`() {
        let identifier = self.driver.register(Driver.alice)
        self.driver.register(Driver.bob)
        self.driver.send(Driver.admissionRequest(identifier), from: Driver.alice.ras)
        _ = self.driver.takeSent()
        _ = self.driver.takeNews()
        self.driver.wait(.milliseconds(69_999))
        #expect(self.driver.takeNews().isEmpty)
        self.driver.wait(.milliseconds(1))
        #expect(self.driver.takeSent() == ["URQ 10.0.0.11", "URQ 10.0.0.12"])
        #expect(
            self.driver.takeNews() == [
                "alice ended endpointGone", "alice unregistered expired", "bob unregistered expired",
            ]
        )
        self.driver.wait(.seconds(30))
        #expect(self.driver.gatekeeper.isIdle)
    }

    @Test
    mutating func `a longer time to live than ours is cut`() {
        var request = Driver.registrationRequest(Driver.alice)
        request.timeToLive = .max
        guard case .registrationConfirm(let confirm) = self.driver.send(request, from: Driver.alice.ras).first else {
            Issue.record("no RCF")
            return
        }
        #expect(confirm.timeToLive == 120)
    }

    // MARK: URQ

    @Test
    mutating func `a forged URQ changes nothing`() {
        let identifier = self.driver.register(Driver.alice)
        for known in [identifier, nil] {
            let request = Driver.unregistrationRequest(Driver.alice, known)
            #expect(self.driver.send(request, from: Driver.stranger).words == ["URJ notCurrentlyRegistered"])
            let port = TransportAddress(Driver.alice.ras.ip, 5_000)
            #expect(self.driver.send(request, from: port).words == ["URJ notCurrentlyRegistered"])
        }
        #expect(self.driver.gatekeeper.registrations.count == 1)
        #expect(self.driver.violations == 4)
    }

    @Test
    mutating func `an endpoint ends its registration, or gives up some names`() {
        let identifier = self.driver.register(Driver.alice)
        var request = Driver.unregistrationRequest(Driver.alice, identifier)
        request.endpointAlias = [.dialledDigits("1001")]
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["UCF"])
        #expect(self.driver.gatekeeper.registrations.first?.aliases == [RASAlias("alice")])

        request = Driver.unregistrationRequest(Driver.alice, nil)
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["UCF"])
        #expect(self.driver.takeNews().last == "alice unregistered byEndpoint")
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["URJ notCurrentlyRegistered"])
    }

    @Test
    mutating func `an operator ends a registration`() {
        self.driver.register(Driver.alice)
        self.driver.gatekeeper.unregister("alice", at: self.driver.now)
        self.driver.drain()
        #expect(self.driver.takeSent().last == "URQ 10.0.0.11")
        #expect(self.driver.takeNews().last == "alice unregistered byOperator")
    }

    // MARK: Passwords

    private static func secured() -> GatekeeperSettings {
        var settings = Driver.settings()
        settings.endpoints[0].addresses = []
        settings.endpoints[0].credentials = RASCredentials(name: "alice", password: "secret")
        return settings
    }

    @Test(arguments: RASMechanism.allCases)
    mutating func `a password is proven by either mechanism`(mechanism: RASMechanism) {
        self.driver = GatekeeperDriver(Self.secured())
        let right = RASCredentials(name: "alice", password: "secret")
        let wrong = RASCredentials(name: "alice", password: "guess")
        let plain = Driver.registrationRequest(Driver.alice)
        #expect(self.driver.send(plain, from: Driver.stranger).words == ["RRJ securityDenial"])
        for (credentials, seconds, word) in [
            (wrong, 0, "RRJ securityDenial"), (right, 601, "RRJ securityDenial"), (right, -601, "RRJ securityDenial"),
            (right, 600, "RCF"), (right, 0, "RCF"),
        ] as [(RASCredentials, Int64, String)] {
            var request = plain
            let time = CivilTime(nanoseconds: Driver.start.nanoseconds + seconds * 1_000_000_000)
            credentials.sign(&request, by: mechanism, at: time, octet: 200)
            #expect(self.driver.send(request, from: Driver.stranger).words == [word])
        }
        #expect(self.driver.gatekeeper.registrations.count == 1)
    }

    @Test
    mutating func `a call needs the password too, its end only the address`() {
        self.driver = GatekeeperDriver(Self.secured())
        let credentials = RASCredentials(name: "alice", password: "secret")
        var registration = Driver.registrationRequest(Driver.alice)
        credentials.sign(&registration, by: .accessToken, at: Driver.start, octet: 1)
        self.driver.register(Driver.bob)
        guard
            case .registrationConfirm(let confirm) = self.driver.send(registration, from: Driver.alice.ras).first
        else {
            Issue.record("no RCF")
            return
        }
        var admission = Driver.admissionRequest(confirm.endpointIdentifier)
        #expect(self.driver.send(admission, from: Driver.alice.ras).words == ["ARJ securityDenial"])
        credentials.sign(&admission, by: .accessToken, at: Driver.start, octet: 2)
        #expect(self.driver.send(admission, from: Driver.alice.ras).words == ["ACF 10.0.0.12:1720"])
        let end = Driver.disengageRequest(confirm.endpointIdentifier)
        #expect(self.driver.send(end, from: Driver.alice.ras).words == ["DCF"])
    }

    @Test
    mutating func `a GCF chooses a mechanism that both know`() {
        self.driver = GatekeeperDriver(Self.secured())
        var request = Driver.gatekeeperRequest(Driver.alice)
        request.authenticationCapability = [.certSign, .authenticationBES(.radius)]
        guard case .gatekeeperConfirm(let confirm) = self.driver.send(request, from: Driver.stranger).first else {
            Issue.record("no GCF")
            return
        }
        #expect(confirm.authenticationMode == .authenticationBES(.radius))
        #expect(confirm.algorithmOID == RASMechanism.accessToken.algorithm)
    }

    // MARK: Others

    @Test
    mutating func `what a gatekeeper is not asked is not understood`() {
        let request = H225.InfoRequest(requestSeqNum: 1, callReferenceValue: 0)
        #expect(self.driver.send(request, from: Driver.stranger).words == ["XRS"])
    }
}
