import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SDP
import Testing

/// Whatever gateways and users do, every leg ends, once, and nothing is left.
struct HostileGatewayTests {
    /// A gateway and call control that do what comes to their mind.
    private struct Chaos {
        var driver = AgentDriver.ready()
        var random: IdentifierSource

        /// The legs that call control knows of, and those that have ended.
        var known: [LegID] = []
        var ended: Set<LegID> = []
        var exchanges: [LegID: ExchangeID] = [:]
        private var nextLeg: UInt64 = 100

        init(seed: UInt64) {
            self.random = IdentifierSource(seed: seed)
        }

        mutating func pick<Element>(_ choices: [Element]) -> Element {
            choices[Int(self.random.number(below: UInt64(choices.count)))]
        }

        mutating func step() {
            switch self.random.number(below: 10) {
            case 0: self.place()
            case 1, 2: self.command()
            case 3, 4: self.notify()
            case 5: self.misbehave()
            case 6: self.driver.wait(.milliseconds(Int64(self.random.number(below: 8000))))
            default: self.answer()
            }
            self.readReports()
        }

        private mutating func place() {
            self.nextLeg += 1
            let isOffered = self.random.number(below: 4) > 0
            let target = Target.line(self.pick(["carol", "dave"]))
            let leg = self.driver.places(target, offer: isOffered ? Script.offer : nil, number: self.nextLeg)
            self.known.append(leg)
        }

        private mutating func command() {
            guard !self.known.isEmpty else {
                return
            }
            let leg = self.pick(self.known)
            let exchange = ExchangeID(.gateway, UInt32(self.random.number(below: 5)))
            let direction = self.pick(["sendrecv", "inactive", "sendonly"])
            let description = Script.description(port: 7000 + Int(exchange.number), direction: direction)
            let commands: [LegCommand] = [
                .alert(inBand: .none), .progress(inBand: .present), .accept(nil), .offer(description, exchange),
                .requestOffer(exchange), .answer(description, self.exchanges[leg] ?? .incomingSetup),
                .answer(description, .outgoingSetup), .send([Digit(symbol: 0x31)]), .release(.normal),
                .transferred(.refused(.local(.limit, .facilityRejected))), .transferred(.completed),
                .refuse(exchange, .normal), .activate(.callWaiting(true)),
                .change(HeaderChange(name: "X-A", replaces: false, value: "b")),
            ]
            self.driver.perform(self.pick(commands), on: leg)
        }

        private mutating func notify() {
            let events = ["L/hd", "L/hu", "L/hf", "D/2,D/0,D/1", "D/9", "L/oc(L/dl)", "L/hu,L/hd", "L/hf,D/2,D/0,D/2"]
            self.driver.notifies(self.pick(events), on: self.pick(["aaln/1", "aaln/2"]))
        }

        private mutating func misbehave() {
            let endpoint = self.pick(["aaln/1", "aaln/2", "aaln/*", "*"])
            switch self.random.number(below: 4) {
            case 0:
                let method = self.pick(["restart", "forced", "graceful", "disconnected", "cancel-graceful"])
                self.driver.gatewaySends("RSIP", endpoint, ["RM: \(method)"])
            case 1: self.driver.gatewaySends("DLCX", self.pick(["aaln/1", "aaln/2"]), ["C: 1", "I: F1", "E: 900"])
            case 2: self.driver.receive("200 77 OK\r\n\r\nv=0\r\n")
            default: self.driver.gatewaySends("NTFY", "aaln/1", ["X: BAD", "O: L/hd"])
            }
        }

        private mutating func answer() {
            guard !self.driver.commands.isEmpty else {
                return
            }
            let place = Int(self.random.number(below: UInt64(self.driver.commands.count)))
            let command = self.driver.commands.remove(at: place)
            if let request = command[.requestID] {
                self.driver.requests[String(decoding: command.localName, as: UTF8.self)] = request
            }
            let code = self.pick([200, 200, 200, 200, 200, 401, 402, 403, 500, 501, 515, 519, 522, 534])
            let connection = "I: F\(self.random.number(below: 4))"
            switch command.verb {
            case .createConnection: self.driver.respond(to: command, code, [connection], sdp: Script.local)
            case .auditEndpoint: self.driver.respond(to: command, code, [self.pick(["I:", connection]), "ES: L/hu"])
            case .deleteConnection: self.driver.respond(to: command, self.pick([250, 200, 515]), ["P: PS=1"])
            default: self.driver.respond(to: command, code)
            }
        }

        mutating func readReports() {
            let reports = self.driver.reports
            self.driver.reports = []
            for (event, leg) in reports {
                #expect(!self.ended.contains(leg), "\(event) after the end of a leg")
                switch event {
                case .incoming: self.known.append(leg)
                case .offer(_, let exchange, _): self.exchanges[leg] = exchange
                case .released, .redirected:
                    self.ended.insert(leg)
                    self.known.removeAll { $0 == leg }
                default: break
                }
            }
        }

        /// Everybody hangs up, and nobody answers any more.
        mutating func finish() {
            for leg in self.known {
                self.driver.perform(.release(.normal), on: leg)
            }
            self.driver.wait(.seconds(120))
            self.readReports()
        }
    }

    @Test(arguments: UInt64(1)...60)
    func `every leg ends once in bounded time`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        for _ in 0..<250 {
            chaos.step()
        }
        chaos.finish()

        #expect(chaos.known.isEmpty, "seed \(seed)")
        let isIdle = chaos.driver.isIdle
        #expect(isIdle, "seed \(seed)")
    }
}
