import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Two layers that command each other over a network that loses, doubles and delays.
struct LossyNetworkTests {
    /// The network between the two, its clock and its dice.
    private struct Network {
        struct Flight {
            let arrival: Instant
            let bytes: [UInt8]
            let receiver: Int
        }

        var ends: [LayerDriver]
        var dice: IdentifierSource
        var flights: [Flight] = []
        var executed: [[UInt32: Int]] = [[:], [:]]
        var finished: [[Int: Int]] = [[:], [:]]
        var now = Instant.start

        static let addresses = [LayerDriver.gateway, LayerDriver.other]

        init(seed: UInt64) {
            self.ends = [LayerDriver(first: 1, seed: seed), LayerDriver(first: 500, seed: seed + 1)]
            self.dice = IdentifierSource(seed: seed &+ 7)
        }

        mutating func drain(_ end: Int) {
            while let output = self.ends[end].layer.nextOutput() {
                switch output {
                case .send(let bytes, _): self.fly(bytes, to: 1 - end)
                case .command(let command, let id, _):
                    self.executed[end][command.transactionID.number, default: 0] += 1
                    if self.dice.number(below: 3) > 0 {
                        self.ends[end].layer.respond(to: id, MGCPReply(.executed), at: self.now)
                    } else {
                        self.ends[end].commands.append((command, id))
                    }
                case .response(_, let owner, _), .unanswered(_, let owner):
                    self.finished[end][owner, default: 0] += 1
                case .written, .provisional, .suspected: break
                case .violation(let violation): Issue.record("\(violation)")
                }
            }
        }

        mutating func fly(_ bytes: [UInt8], to receiver: Int) {
            for _ in 0..<(self.dice.number(below: 5) == 0 ? 2 : 1) where self.dice.number(below: 100) >= 30 {
                let delay = self.dice.duration(below: .milliseconds(600))
                self.flights.append(Flight(arrival: self.now.advanced(by: delay), bytes: bytes, receiver: receiver))
            }
        }

        /// Answers what was left for later.
        mutating func answerLate(_ end: Int) {
            for (_, id) in self.ends[end].commands {
                self.ends[end].layer.respond(to: id, MGCPReply(.executed), at: self.now)
            }
            self.ends[end].commands = []
        }

        mutating func run(until end: Instant) {
            while let next = self.nextMoment, next <= end {
                self.now = max(next, self.now)
                if let place = self.flights.firstIndex(where: { $0.arrival <= self.now }) {
                    let flight = self.flights.remove(at: place)
                    self.ends[flight.receiver].layer.receive(
                        flight.bytes,
                        from: Self.addresses[1 - flight.receiver],
                        at: self.now
                    )
                }
                for end in 0...1 {
                    self.ends[end].layer.advance(to: self.now)
                    self.drain(end)
                    if self.dice.number(below: 4) == 0 {
                        self.answerLate(end)
                        self.drain(end)
                    }
                }
            }
            self.now = end
        }

        private var nextMoment: Instant? {
            let layers = self.ends.compactMap(\.layer.nextDeadline)
            return (self.flights.map(\.arrival) + layers).min()
        }
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `every command is executed once at most and ends once`(seed: UInt64) {
        var network = Network(seed: seed)
        for owner in 0..<20 {
            for end in 0...1 {
                network.ends[end].now = network.now
                network.ends[end].send(to: Network.addresses[1 - end], owner: owner)
                network.drain(end)
            }
            network.run(until: network.now.advanced(by: network.dice.duration(below: .milliseconds(300))))
        }
        network.run(until: network.now.advanced(by: .seconds(120)))
        for end in 0...1 {
            #expect(network.executed[end].values.allSatisfy { $0 == 1 })
            #expect(network.executed[end].count >= 18)
            #expect(network.finished[end] == Dictionary(uniqueKeysWithValues: (0..<20).map { ($0, 1) }))
            #expect(network.ends[end].layer.isIdle)
        }
    }
}
