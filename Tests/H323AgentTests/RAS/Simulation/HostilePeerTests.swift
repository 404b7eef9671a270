import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Whatever a peer sends, even one that is believed: nothing traps, grows without bound or is left over.
struct HostilePeerTests {
    private typealias Driver = GatekeeperDriver

    /// A message of any kind that the peer may make up, with numbers and names that are partly those in use.
    private static func message(_ dice: inout IdentifierSource, _ identifier: BMPString) -> any RASMessageBody {
        let player = dice.number(below: 2) == 0 ? Driver.alice : Driver.bob
        let call = UInt8(dice.number(below: 4))
        let name: BMPString = dice.number(below: 4) == 0 ? "nobody" : identifier
        let number = H225.RequestSeqNum(1 + dice.number(below: 40))
        let endpointType = H225.EndpointType(mc: false, undefinedNode: false)
        var information = H225.InfoRequest(requestSeqNum: number, callReferenceValue: UInt16(call))
        information.nextSegmentRequested = .max
        let bodies: [any RASMessageBody] = [
            Driver.gatekeeperRequest(player), Driver.registrationRequest(player, prefixes: ["0"]),
            Driver.keepAlive(player, name), Driver.unregistrationRequest(player, name),
            Driver.admissionRequest(name, to: "1002", isAnswer: call == 1, call: call, bandwidth: .max),
            Driver.admissionRequest(name, to: "77", call: call), Driver.disengageRequest(name, call: call),
            Driver.locationRequest("1001", replyTo: Driver.stranger), Sample.bandwidthRequest(.max),
            Sample.informationResponse(), information, Sample.gatekeeperConfirm(), Sample.gatekeeperReject(),
            ClientDriver.registrationConfirm(), ClientDriver.registrationReject(.discoveryRequired),
            ClientDriver.registrationReject(.fullRegistrationRequired), ClientDriver.admissionConfirm(),
            H225.AdmissionReject(requestSeqNum: 1, rejectReason: .callerNotRegistered), Sample.bandwidthConfirm(),
            H225.BandwidthReject(requestSeqNum: 1, rejectReason: .notBound, allowedBandWidth: .max),
            H225.DisengageConfirm(requestSeqNum: 1), H225.UnregistrationConfirm(requestSeqNum: 1),
            H225.RequestInProgress(requestSeqNum: 1, delay: .max), H225.UnknownMessageResponse(requestSeqNum: 1),
            H225.InfoRequestNak(requestSeqNum: 1, nakReason: .notRegistered),
            H225.LocationReject(requestSeqNum: 1, rejectReason: .notRegistered),
            H225.ResourcesAvailableIndicate(
                requestSeqNum: 1,
                protocolIdentifier: .h225Version7,
                endpointIdentifier: name,
                protocols: [],
                almostOutOfResources: true
            ),
            H225.InfoRequestResponse(
                requestSeqNum: 1,
                endpointType: endpointType,
                endpointIdentifier: name,
                rasAddress: H225.TransportAddress(player.ras),
                callSignalAddress: []
            ),
        ]
        var body = bodies[Int(dice.number(below: UInt64(bodies.count)))]
        body.requestSeqNum = number
        return body
    }

    /// The octets of a message, some of them changed now and then.
    private static func octets(_ dice: inout IdentifierSource, _ identifier: BMPString) -> [UInt8] {
        var octets = (try? Self.message(&dice, identifier).message.encoded()) ?? []
        if dice.number(below: 3) == 0, !octets.isEmpty {
            for _ in 0...dice.number(below: 4) {
                octets[Int(dice.number(below: UInt64(octets.count)))] = UInt8(dice.number(below: 256))
            }
        }
        return octets
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a gatekeeper bears what endpoints and neighbours make up`(seed: UInt64) {
        var dice = IdentifierSource(seed: seed)
        var settings = Driver.settings()
        settings.neighbours = [NeighbourGatekeeper("n", at: Driver.neighbour, prefixes: ["7"])]
        settings.limits.calls = 3
        settings.limits.transactions.history = 50
        settings.limits.locations = 2
        var driver = GatekeeperDriver(settings)
        let sources = [Driver.alice.ras, Driver.bob.ras, Driver.neighbour, Driver.stranger]
        var identifier: BMPString = "?"
        for round in 0..<300 {
            if round % 50 == 0 {
                identifier = driver.register(Driver.alice)
            }
            let source = sources[Int(dice.number(below: UInt64(sources.count)))]
            driver.gatekeeper.receive(
                Self.octets(&dice, identifier),
                from: source,
                viaGroup: dice.number(below: 10) == 0,
                at: driver.now
            )
            driver.drain()
            driver.sent = []
            #expect(driver.gatekeeper.callCount <= 3)
            driver.wait(dice.duration(below: .seconds(2)))
        }
        driver.wait(.seconds(400))
        #expect(driver.gatekeeper.isIdle)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a client bears what its gatekeeper makes up`(seed: UInt64) {
        var dice = IdentifierSource(seed: seed)
        var settings = ClientDriver.settings()
        settings.limits.transactions.history = 50
        settings.limits.admissions = 5
        var driver = ClientDriver(settings)
        driver.start()
        var admissions: [AdmissionID] = []
        for _ in 0..<300 {
            switch dice.number(below: 8) {
            case 0: admissions.append(driver.admit(ClientDriver.question(call: UInt8(dice.number(below: 4)))))
            case 1 where !admissions.isEmpty: driver.disengage(admissions.removeLast())
            case 2:
                // An answer to what was asked, which is believed.
                var body = Self.message(&dice, ClientDriver.endpoint)
                body.requestSeqNum = driver.sent.last?.message.body?.requestSeqNum ?? 1
                driver.receive(body)
            default:
                let octets = Self.octets(&dice, ClientDriver.endpoint)
                driver.client.receive(octets, from: ClientDriver.gatekeeper, at: driver.now)
                driver.drain()
            }
            #expect(driver.client.admissionCount <= 5)
            driver.wait(dice.duration(below: .seconds(3)))
        }
        driver.client.stop(at: driver.now)
        driver.drain()
        driver.wait(.seconds(200))
        #expect(driver.news.last == "stopped")
        #expect(driver.client.isIdle)
    }
}
