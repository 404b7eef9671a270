import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Clients and gatekeepers of ours with each other: every registration and admission ends, and nothing is left over.
struct RASSimulationTests {
    private static let gatekeeper = RASNetwork.host(1)
    private static let second = RASNetwork.host(2)
    private static let endpoints = (10..<14 as Range<UInt32>).map { RASNetwork.host($0) }

    private static func gatekeeperSettings(
        _ address: TransportAddress,
        serves: [TransportAddress]
    ) -> GatekeeperSettings {
        var settings = GatekeeperSettings(
            identifier: BMPString("\(address.ip)"),
            rasAddress: address,
            callSignalAddress: RASNetwork.signaling(address)
        )
        settings.endpoints = serves.enumerated().map { place, endpoint in
            var rule = EndpointRule(ByteString("\(endpoint.ip)"), aliases: [Self.number(of: endpoint)])
            rule.addresses = [endpoint.ip]
            if place % 2 == 0 {
                rule.credentials = RASCredentials(name: "\(Self.number(of: endpoint))", password: "secret")
            }
            return rule
        }
        return settings
    }

    private static func clientSettings(_ address: TransportAddress, _ place: Int) -> RegistrationSettings {
        var settings = RegistrationSettings(
            gatekeepers: [
                place % 3 == 2
                    ? GatekeeperContact.everybody
                    : GatekeeperContact(Self.gatekeeper, firstStep: place % 3 == 0 ? .discovery : .registration)
            ],
            rasAddress: address,
            callSignalAddresses: [RASNetwork.signaling(address)],
            kind: .terminal,
            aliases: [Self.number(of: address)],
            vendor: H225.VendorIdentifier(
                vendor: H225.H221NonStandard(t35CountryCode: 4, t35Extension: 0, manufacturerCode: 0)
            )
        )
        settings.credentials = RASCredentials(name: "\(Self.number(of: address))", password: "secret")
        return settings
    }

    private static func number(of address: TransportAddress) -> RASAlias {
        .digits(ByteString("\(address.ip.low & 0xFF)"))
    }

    private static func network(seed: UInt64, routed: Bool = false) -> RASNetwork {
        var network = RASNetwork(seed: seed)
        var settings = Self.gatekeeperSettings(Self.gatekeeper, serves: Self.endpoints)
        settings.routesCalls = routed
        network.add(gatekeeper: settings)
        for (place, endpoint) in Self.endpoints.enumerated() {
            network.add(client: Self.clientSettings(endpoint, place))
        }
        return network
    }

    /// Places a call and lets the callee ask, too; returns both sides.
    private static func call(
        _ network: inout RASNetwork,
        number: UInt16
    ) -> [(TransportAddress, AdmissionID)] {
        let caller = Self.endpoints[Int(network.below(UInt64(Self.endpoints.count)))]
        let callee = Self.endpoints[Int(network.below(UInt64(Self.endpoints.count)))]
        var sides: [(TransportAddress, AdmissionID)] = []
        for (address, isAnswer) in [(caller, false), (callee, true)] {
            var question = AdmissionQuestion(
                isAnswer: isAnswer,
                bandwidth: 1_280,
                callReference: number,
                conferenceID: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 16),
                callIdentifier: Array(repeating: 7, count: 14) + [UInt8(number >> 8), UInt8(number & 0xFF)]
            )
            question.destination = [Self.number(of: callee)]
            if let id = network.with(address, { $0.admit(question, at: $1) }) {
                sides.append((address, id))
            }
        }
        return sides
    }

    /// Every side of a call has ended once and was admitted once at most.
    private static func expectBalance(_ network: RASNetwork, sides: Int) {
        let states = network.admissions.values.flatMap(\.values)
        #expect(states.count == sides)
        #expect(states.allSatisfy { $0.ended == 1 && $0.admitted <= 1 })
        #expect(network.clients.values.allSatisfy { $0.admissionCount == 0 })
        #expect(network.gatekeepers.values.allSatisfy { $0.callCount == 0 })
        #expect(network.admittedAtGatekeepers == 0)
        #expect(network.violations.isEmpty)
    }

    /// Stops every client and waits until everything is forgotten.
    private static func expectNothingLeft(_ network: inout RASNetwork) {
        for endpoint in Self.endpoints {
            network.with(endpoint) { $0.stop(at: $1) }
        }
        network.run(for: .seconds(400))
        for endpoint in Self.endpoints {
            #expect(network.clients[endpoint]?.isIdle == true)
            #expect(network.stopped[endpoint] == 1)
        }
        for gatekeeper in network.gatekeepers.values {
            #expect(gatekeeper.isIdle)
        }
    }

    private static func start(_ network: inout RASNetwork) {
        for endpoint in Self.endpoints {
            network.with(endpoint) { $0.start(at: $1) }
        }
    }

    // MARK: Scenarios

    @Test
    func `on a good network everybody registers and every call is admitted`() {
        var network = Self.network(seed: 1)
        Self.start(&network)
        network.run(for: .seconds(1))
        #expect(network.registrations.values.allSatisfy { $0 == 1 })
        #expect(network.registrations.count == Self.endpoints.count)
        var sides: [(TransportAddress, AdmissionID)] = []
        for number in 1...50 as ClosedRange<UInt16> {
            sides += Self.call(&network, number: number)
        }
        network.run(for: .seconds(1))
        #expect(network.gatekeepers[Self.gatekeeper]?.callCount == 100)
        network.run(for: .seconds(200))
        #expect(network.gatekeepers[Self.gatekeeper]?.callCount == 100)
        for (address, id) in sides {
            network.with(address) { $0.disengage(id, cause: .normal, at: $1) }
        }
        network.run(for: .seconds(1))
        Self.expectBalance(network, sides: 100)
        #expect(network.refusals.isEmpty)
        Self.expectNothingLeft(&network)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `on a bad network every registration and admission ends, and nothing is left`(seed: UInt64) {
        var network = Self.network(seed: seed, routed: seed % 2 == 0)
        network.quality = RASNetwork.Quality(
            lossPercent: 5 + seed % 4 * 10,
            doublingPercent: 20,
            delay: .milliseconds(1_500)
        )
        Self.start(&network)
        var sides: [(TransportAddress, AdmissionID)] = []
        for number in 1...40 as ClosedRange<UInt16> {
            sides += Self.call(&network, number: number)
            network.run(for: .milliseconds(Int(network.below(4_000))))
            while sides.count > 10 {
                let (address, id) = sides.remove(at: Int(network.below(UInt64(sides.count))))
                network.with(address) { client, now in
                    if number % 3 == 0 {
                        client.requestBandwidth(640, for: id, at: now)
                    }
                    client.disengage(id, cause: RASCallEnd(.userBusy), at: now)
                }
            }
        }
        for (address, id) in sides {
            network.with(address) { $0.disengage(id, cause: .normal, at: $1) }
        }
        network.run(for: .seconds(300))
        #expect(network.registrations.count == Self.endpoints.count)
        Self.expectBalance(network, sides: 80)
        Self.expectNothingLeft(&network)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a gatekeeper that dies is followed by its alternate, and calls are admitted there`(seed: UInt64) {
        var network = RASNetwork(seed: seed)
        network.quality.lossPercent = 10
        for address in [Self.gatekeeper, Self.second] {
            network.add(gatekeeper: Self.gatekeeperSettings(address, serves: Self.endpoints))
        }
        for (place, endpoint) in Self.endpoints.enumerated() {
            var settings = Self.clientSettings(endpoint, place)
            settings.gatekeepers = [Self.gatekeeper, Self.second].map {
                GatekeeperContact($0, firstStep: .registration)
            }
            network.add(client: settings)
        }
        Self.start(&network)
        network.run(for: .seconds(30))
        network.dead = [Self.gatekeeper]
        network.run(for: .seconds(240))
        #expect(network.clients.values.allSatisfy { $0.gatekeeper?.address == Self.second })

        let sides = Self.call(&network, number: 1)
        network.run(for: .seconds(30))
        for (address, id) in sides {
            network.with(address) { $0.disengage(id, cause: .normal, at: $1) }
        }
        network.run(for: .seconds(30))
        Self.expectBalance(network, sides: 2)
        network.dead = []
        Self.expectNothingLeft(&network)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a client that dies is forgotten with its calls`(seed: UInt64) {
        var network = Self.network(seed: seed)
        Self.start(&network)
        network.run(for: .seconds(1))
        for number in 1...10 as ClosedRange<UInt16> {
            _ = Self.call(&network, number: number)
        }
        network.run(for: .seconds(1))
        #expect(network.gatekeepers[Self.gatekeeper]?.callCount == 20)
        network.dead = Set(Self.endpoints)
        network.run(for: .seconds(300))
        #expect(network.admittedAtGatekeepers == 0)
        #expect(network.gatekeepers[Self.gatekeeper]?.isIdle == true)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a gatekeeper that restarts is registered with again as soon as a call shows it`(seed: UInt64) {
        var network = Self.network(seed: seed)
        Self.start(&network)
        network.run(for: .seconds(30))
        network.add(gatekeeper: Self.gatekeeperSettings(Self.gatekeeper, serves: Self.endpoints))
        var callerIsCallee = true
        var sides: [(TransportAddress, AdmissionID)] = []
        while callerIsCallee {
            sides = Self.call(&network, number: 1)
            callerIsCallee = sides.first?.0 == sides.last?.0
            if callerIsCallee {
                for (address, id) in sides {
                    network.with(address) { $0.disengage(id, cause: .normal, at: $1) }
                }
                network.run(for: .seconds(5))
            }
        }
        network.run(for: .seconds(5))
        for (address, id) in sides {
            network.with(address) { $0.disengage(id, cause: .normal, at: $1) }
        }
        network.run(for: .seconds(5))
        #expect(sides.allSatisfy { (network.registrations[$0.0] ?? 0) >= 2 })
        #expect(network.violations.isEmpty)
        Self.expectNothingLeft(&network)
    }

    @Test
    func `a call to a neighbour's endpoint is located there`() {
        var network = RASNetwork(seed: 3)
        network.quality.lossPercent = 20
        for (address, endpoint, other) in [
            (Self.gatekeeper, Self.endpoints[0], Self.second), (Self.second, Self.endpoints[1], Self.gatekeeper),
        ] {
            var settings = Self.gatekeeperSettings(address, serves: [endpoint])
            settings.neighbours = [NeighbourGatekeeper("other", at: other, prefixes: ["1"])]
            network.add(gatekeeper: settings)
            var client = Self.clientSettings(endpoint, 1)
            client.gatekeepers = [GatekeeperContact(address, firstStep: .registration)]
            network.add(client: client)
            network.with(endpoint) { $0.start(at: $1) }
        }
        network.run(for: .seconds(30))
        var question = ClientDriver.question()
        question.destination = [Self.number(of: Self.endpoints[1])]
        network.with(Self.endpoints[0]) { _ = $0.admit(question, at: $1) }
        question.destination = [.digits("199")]
        question.callIdentifier = Array(repeating: 9, count: 16)
        network.with(Self.endpoints[0]) { _ = $0.admit(question, at: $1) }
        network.run(for: .seconds(60))
        #expect(network.admissions[Self.endpoints[0]]?.values.reduce(0) { $0 + $1.admitted } == 1)
        #expect(network.refusals == ["calledPartyNotRegistered": 1])
    }
}
