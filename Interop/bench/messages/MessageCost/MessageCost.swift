import CMeter
import CallModel
import DialplanEngine
import GatewayCore
import MGCPSyntax
import ProtocolKit
import SDP
import SIPAgent
import SIPSyntax

/// What messages cost: the ordinary one to parse, and the worst ones to a whole gateway.
///
/// Prints `measure:peer value` lines for the report of the benchmarks; with `--all` every hostile message too, and with
/// `--calls COUNT sip-sip sip-line` only what calls cost, for a look with callgrind.
@main
enum MessageCost {
    static func main() throws {
        if let calls = self.number(after: "--calls") {
            let ways = CallCost.Way.allCases.filter { CommandLine.arguments.contains($0.rawValue) }
            return try CallCost.measure(calls: calls, of: ways)
        }
        self.measureParsing()
        try self.measureHostility(printsAll: CommandLine.arguments.contains("--all"))
        try CallCost.measure(calls: 1_000, of: CallCost.Way.allCases)
        try EndpointCost.measure()
    }

    private static func number(after option: String) -> Int? {
        let words = CommandLine.arguments
        return words.firstIndex(of: option).flatMap { words.dropFirst($0 + 1).first }.flatMap { Int($0) }
    }

    // MARK: The ordinary message

    private static func measureParsing() {
        self.measure(Samples.invite, "parse", self.parse)
        self.measure(Samples.createConnection, "mgcp-parse", self.parseConnection)
    }

    /// What it costs to parse one message again and again.
    private static func measure(_ sample: [UInt8], _ name: String, _ parse: ([UInt8]) -> Void) {
        let rounds = 20_000
        for _ in 0..<rounds {
            parse(sample)
        }
        // The octets of each arrive in an array of their own, which parsing takes over and need not copy.
        let arrived = (0..<rounds).map { _ in sample.map { $0 } }
        cmeter_reset()
        let start = cmeter_cpu()
        for octets in arrived {
            parse(octets)
        }
        let time = cmeter_cpu() - start
        print("ns-per-\(name):tandem \(time / Int64(rounds))")
        print("allocations-per-\(name):tandem \(cmeter_allocations() / UInt64(rounds))")
    }

    @inline(never)
    private static func parse(_ octets: [UInt8]) {
        guard case .message(let message) = SIPMessage.parse(octets) else {
            preconditionFailure("the sample is a message")
        }
        precondition(message.fields.count == 13)
    }

    @inline(never)
    private static func parseConnection(_ octets: [UInt8]) {
        var datagram = MGCPDatagram(octets)
        guard case .command(let command) = datagram.next() else {
            preconditionFailure("the sample is a command")
        }
        precondition(command.parameters.lines.count == 7 && command.parameters.descriptionCount == 1)
    }

    // MARK: The worst ones

    private struct Cost {
        let name: String
        let nanoseconds: Int64
        let octets: Int64
    }

    private static func measureHostility(printsAll: Bool) throws {
        var costs: [Cost] = []
        for message in HostileMessages.requests {
            costs.append(try self.cost(ofRequest: message, media: "direct"))
            costs.append(try self.cost(ofRequest: message, media: "anchor"))
        }
        for excess in HostileMessages.excesses {
            let answer = HostileAnswer(name: excess.name, lines: excess.lines)
            costs.append(try self.cost(ofAnswer: answer))
        }
        for description in HostileMessages.descriptions {
            let answer = HostileAnswer(name: description.name, type: description.type, body: description.body)
            costs.append(try self.cost(ofAnswer: answer))
        }
        let slowest = costs.max { $0.nanoseconds < $1.nanoseconds }
        let largest = costs.max { $0.octets < $1.octets }
        print("ms-of-worst-message:tandem \(Double(slowest?.nanoseconds ?? 0) / 1e6)")
        print("kib-of-worst-message:tandem \((largest?.octets ?? 0) / 1_024)")
        if printsAll {
            for cost in costs.sorted(by: { $0.nanoseconds > $1.nanoseconds }) {
                print("# \(cost.nanoseconds / 1_000) us, \(cost.octets / 1_024) KiB: \(cost.name)")
            }
        }
    }

    private static func cost(ofRequest message: HostileMessage, media: String) throws -> Cost {
        try self.cost("request, \(media), \(message.name)") {
            Stage(gateway: try Stage.gateway(media: media), event: Stage.fromCaller(message.octets))
        }
    }

    private static func cost(ofAnswer answer: HostileAnswer) throws -> Cost {
        try self.cost("answer, \(answer.name)") {
            var gateway = try Stage.gateway(media: "anchor")
            let placed = Stage.placeCall(&gateway)
            return Stage(gateway: gateway, event: Stage.fromCallee(answer.octets(to: placed)))
        }
    }

    /// The cheapest of a few runs, each on a stage of its own: the first may pay for what is made once.
    private static func cost(_ name: String, _ stage: () throws -> Stage) throws -> Cost {
        var time = Int64.max
        var peak = Int64.max
        for _ in 0..<5 {
            var stage = try stage()
            cmeter_reset()
            let start = cmeter_cpu()
            stage.play()
            time = min(time, cmeter_cpu() - start)
            peak = min(peak, cmeter_peak())
        }
        return Cost(name: name, nanoseconds: time, octets: peak)
    }
}
