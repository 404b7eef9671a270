import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SignalingShell

extension TandemConfiguration {
    /// The call agent, and what it controls: gateways with their lines and groups of circuits (RFC 3435 §2.1).
    mutating func readMGCP(_ root: Section) {
        let section = root.section("mgcp")
        let socket = self.readCallAgent(section)
        self.readMediaGateways(root, reachedFrom: socket.address.ip)
        self.readLineClasses(root)
        var endpoints = ConfiguredEndpoints(self.mgcp.gateways, circuitsOfGroup: self.mgcp.limits.circuitsOfGroup)
        self.readLines(root, &endpoints)
        self.readTrunkGroups(root, &endpoints)
        // Nobody is listened to but configured gateways, so that without any there is no socket.
        self.mgcpListener = self.mgcp.gateways.isEmpty ? nil : socket
    }

    private mutating func readCallAgent(_ section: Section) -> ListenerConfiguration {
        var socket = ListenerConfiguration(transport: .udp, address: self.mgcp.address, dscp: 24)
        if let scalar = section.scalar("address") {
            socket.address = section.address(scalar, port: self.mgcp.address.port) ?? socket.address
        }
        section.read("dscp", in: 0...63, into: &socket.dscp)
        section.read("notified-entity", into: &self.mgcp.notifiedEntity)
        if let entity = self.mgcp.notifiedEntity, (try? NotifiedEntity(parsing: entity)) == nil {
            section.report("notified-entity", "`\(entity)` is none; write it as tandem@[192.0.2.1]:2727")
        }
        Self.read(&self.mgcp.timers, section.section("timers"))
        Self.read(&self.mgcp.limits, section.section("limits"))
        section.end()
        self.mgcp.address = socket.address
        return socket
    }

    private static func read(_ timers: inout MGCPTimers, _ section: Section) {
        let short = Duration.milliseconds(10)...(.seconds(60))
        let long = Duration.milliseconds(100)...(.seconds(3600))
        section.read("history", in: long, into: &timers.history)
        section.read("longest-transaction", in: long, into: &timers.longestTransaction)
        section.read("first-retransmission", in: short, into: &timers.initialRetransmission)
        section.read("shortest-retransmission", in: short, into: &timers.shortestRetransmission)
        section.read("longest-retransmission", in: short, into: &timers.longestRetransmission)
        section.read("provisional-response", in: short, into: &timers.provisionalResponse)
        section.read("long-transaction", in: long, into: &timers.longTransaction)
        section.read("repetitions-until-suspected", in: 1...100, into: &timers.suspicionRepetitions)
        section.read("repetitions-until-disconnected", in: 1...100, into: &timers.disconnectionRepetitions)
        section.read("first-probe", in: long, into: &timers.firstProbe)
        section.read("longest-probe", in: long, into: &timers.longestProbe)
        section.read("first-back-off", in: short, into: &timers.firstBackOff)
        section.read("longest-back-off", in: long, into: &timers.longestBackOff)
        section.read("release-answer", in: short, into: &timers.releaseAnswer)
        section.read("critical-digit", in: .milliseconds(500)...(.seconds(60)), into: &timers.criticalDigit)
        section.end()
        Self.check(timers, section)
    }

    /// What must not be longer than what.
    private static func check(_ timers: MGCPTimers, _ section: Section) {
        if timers.shortestRetransmission > timers.longestRetransmission {
            section.report("shortest-retransmission", "must not be longer than longest-retransmission")
        }
        if timers.suspicionRepetitions > timers.disconnectionRepetitions {
            section.report("repetitions-until-suspected", "must not be more than repetitions-until-disconnected")
        }
        if timers.firstProbe > timers.longestProbe {
            section.report("first-probe", "must not be longer than longest-probe")
        }
        if timers.firstBackOff > timers.longestBackOff {
            section.report("first-back-off", "must not be longer than longest-back-off")
        }
        if timers.history < timers.longestTransaction {
            // A repetition that comes later than its answer is kept would be executed again (RFC 3435 §3.5.3).
            section.report("history", "must not be shorter than longest-transaction")
        }
    }

    private static func read(_ limits: inout MGCPAgentLimits, _ section: Section) {
        section.read("transactions", in: 100...10_000_000, into: &limits.transactions)
        section.read("history", in: 100...10_000_000, into: &limits.history)
        section.read("commands-of-gateway", in: 1...1_000_000, into: &limits.commandsOfGateway)
        section.read("audits-per-second", in: 1...100_000, into: &limits.auditsPerSecond)
        section.read("audits", in: 1...10_000, into: &limits.audits)
        section.read("circuits-of-group", in: 1...100_000, into: &limits.circuitsOfGroup)
        section.read("digits", in: 1...1000, into: &limits.digits)
        section.read("redirections", in: 0...100, into: &limits.redirections)
        section.end()
    }
}
