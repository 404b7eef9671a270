import MGCPSyntax
import ProtocolKit
import RTP
import SDP
import SimulationKit

extension MediaGatewayLab {
    /// The place of an endpoint that a script names by its number, counted from 1, or by its name.
    func endpointIndex(_ word: String) -> Int? {
        if let number = Int(word) {
            return self.gateway.endpoints.indices.contains(number - 1) ? number - 1 : nil
        }
        return self.gateway.index(of: ByteString(word))
    }

    /// Does what a script says.
    func perform(_ step: LabStep, at now: Instant) {
        let name = { (index: Int) in self.gateway.endpoints[index].name.localName.text }
        switch step {
        case .offHook(let index): self.gateway.goOffHook(name(index), at: now)
        case .onHook(let index): self.gateway.goOnHook(name(index), at: now)
        case .flash(let index): self.gateway.flash(name(index), at: now)
        case .dial(let index, let digits, let gap): self.gateway.dial(digits, on: name(index), gap: gap, at: now)
        case .seize(let index, let number): self.gateway.seize(name(index), dialing: number, at: now)
        case .answer(let index): self.gateway.answerCircuit(name(index), at: now)
        case .release(let index, let cause): self.gateway.releaseCircuit(name(index), cause: cause, at: now)
        case .deleteConnection(let index, let reason):
            if let connection = self.gateway.endpoints[index].connections.last {
                self.gateway.deleteConnection(connection.id, on: name(index), reason: reason, at: now)
            }
        case .reset(let index):
            for stream in self.streams(of: index) {
                stream.forgetHeard()
            }
        case .restart(let method, let pattern, let delay):
            self.gateway.restart(method, of: pattern, delay: delay, at: now)
        case .fault(let order): self.set(order)
        case .expect, .status, .wait, .help, .quit: break
        }
        self.carryOut(at: now)
    }

    private func set(_ order: LabFaultOrder) {
        switch order {
        case .none: self.gateway.faults = LabFaults()
        case .silent: self.gateway.faults.isSilent = true
        case .slow(let duration): self.gateway.faults.executionTime = duration
        case .twice: self.gateway.faults.sendsTwice = true
        case .lose(let numbers): self.gateway.loseDatagrams(numbers)
        case .answer(let verb, let code, let count):
            self.gateway.faults.answers[verb] = LabFaults.ForcedAnswer(code, count: count)
        }
    }

    // MARK: Expectations

    /// Whether what a script expects is so.
    func meets(_ expectation: LabExpectation, at index: Int, now: Instant) -> Bool {
        let endpoint = self.gateway.endpoints[index]
        let streams = self.streams(of: index)
        switch expectation {
        case .ring: return endpoint.rings != nil
        case .noRing: return endpoint.rings == nil
        case .caller(let number): return endpoint.rings?.number == number
        case .tone(let hertz): return streams.contains { $0.meter.hears(hertz) && $0.isFresh(now) }
        case .silence: return streams.contains { $0.isFresh(now) && $0.meter.hearsSilence() }
        case .noMedia: return !streams.contains { $0.isFresh(now) }
        case .hears(let tone): return endpoint.hears.contains(tone)
        case .hearsNothing: return endpoint.hears.isEmpty
        case .connected: return endpoint.connections.contains { $0.sends && $0.receives }
        case .mode(let mode): return endpoint.connections.last?.mode == mode
        case .idle: return endpoint.connections.isEmpty
        case .digits(let digits): return streams.contains { $0.digits.hasSuffix(digits) }
        case .packets(let count): return streams.contains { $0.packetsReceived >= count }
        case .lamp(let isOn): return endpoint.signals.contains { $0.event == "vmwi" } == isOn
        case .seized(let number): return endpoint.circuit == .seizedByCallAgent(number)
        case .circuitIdle: return endpoint.circuit == .idle
        }
    }

    // MARK: For people

    /// The state of an endpoint, or of all, in one line for each and one for each connection.
    func status(of index: Int?) -> [String] {
        let indices = index.map { [$0] } ?? Array(self.gateway.endpoints.indices)
        return indices.flatMap { index in
            [self.summary(of: index)] + self.streams(of: index).map { "  \(self.summary(of: $0))" }
        }
    }

    /// The state of an endpoint in one line.
    func summary(of index: Int) -> String {
        let endpoint = self.gateway.endpoints[index]
        var parts = ["\(endpoint.name.localName)"]
        switch endpoint.settings.kind {
        case .line: parts.append(endpoint.isOffHook ? "off hook" : "on hook")
        case .bearer: break
        case .trunk: parts.append("\(endpoint.circuit)")
        }
        if let ring = endpoint.rings {
            parts.append("rings (\(ring.pattern)) for \(ring.number?.description ?? "an unknown caller")")
        }
        if !endpoint.hears.isEmpty {
            parts.append("hears " + endpoint.hears.map(\.description).sorted().joined(separator: " "))
        }
        if !endpoint.isInService {
            parts.append("out of service")
        }
        parts.append("\(endpoint.connections.count) connections, says \(Int(self.voices[index].hertz)) Hz")
        return parts.joined(separator: ", ")
    }

    private func summary(of stream: MediaStream) -> String {
        let connection = self.gateway.endpoints[stream.endpoint].connections.first { $0.id == stream.id }
        let destination = connection?.destination.map { "\($0)" } ?? "nowhere"
        let reading = stream.meter.readings.last.map { "\(Int($0.hertz.rounded())) Hz \(Int($0.decibels)) dB" }
        return "connection \(stream.id) \(connection.map { "\($0.mode.word)" } ?? "?"), to \(destination), "
            + "\(connection?.codec?.name.description ?? "no codec"), "
            + "\(stream.packetsReceived) packets came, \(stream.packetsLost) lost, "
            + "\(stream.parameters.packetsSent ?? 0) sent, hears \(reading ?? "nothing"), "
            + "\(stream.events.count) events\(stream.digits.isEmpty ? "" : " " + stream.digits)"
    }
}

extension MediaStream {
    /// Whether media came within the last half second.
    func isFresh(_ now: Instant) -> Bool {
        self.lastPacket.map { $0.duration(to: now) < .milliseconds(500) } ?? false
    }
}
