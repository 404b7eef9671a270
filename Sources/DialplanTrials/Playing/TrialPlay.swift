import CallModel
import DialplanEngine
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit

/// The calls of one case on their stage.
struct TrialPlay {
    let stage: TrialStage
    let limits: TrialLimits

    private var simulation: Simulation {
        self.stage.simulation
    }

    /// Plays all calls of a case; what comes back is of the last one.
    func play(_ one: TrialCase) -> TrialOutcome {
        var outcome = TrialOutcome()
        do {
            try self.stage.prepare()
            for call in one.before {
                let former = self.play(call)
                if former.obstacle != nil {
                    return former
                }
                self.simulation.run(for: .seconds(2))
            }
            self.stage.setMoods()
            let memory = self.simulation.withGateway { gateway, _ in gateway.memory }
            outcome = self.play(one.call)
            outcome.memory = memory
        } catch {
            outcome.obstacle = "\(error)"
        }
        return outcome
    }

    private func play(_ call: TrialCall) -> TrialOutcome {
        let simulation = self.simulation
        let begin = simulation.now
        let history = History(simulation, self.stage)
        var outcome = TrialOutcome()
        outcome.start = WallClock(simulation.recording.firstMoment).time(at: begin)
        guard let caller = self.start(call, &outcome) else {
            return outcome
        }
        self.giveUp(caller, after: call.givesUpAfter, history)
        let isAnswered = { history.observations.contains(where: \.isAnswer) }
        let isOver = { history.isOver(caller: caller.phoneCall) }
        _ = simulation.run(until: { isAnswered() || isOver() }, within: self.limits.longestCall)
        if isAnswered(), !isOver(), let delay = call.hangsUpAfter {
            simulation.after(delay) { caller.hangUp() }
        }
        let hasEnded = simulation.run(until: isOver, within: self.limits.longestCall)
        // What ended the call may be on its way to somebody.
        simulation.run(for: .milliseconds(50))
        caller.leave()
        if !hasEnded {
            outcome.obstacle = "the call did not end within \(self.limits.longestCall.words) of the simulation"
        }
        history.fill(&outcome)
        outcome.response = caller.phoneCall?.finalResponse
        let names = self.stage.names
        outcome.ladder = { Self.named(simulation.ladder(since: begin, origin: begin), names) }
        return outcome
    }

    /// The lines with the names of those whom each concerns in place of their addresses.
    private static func named(_ lines: [String], _ names: [String: String]) -> [String] {
        let width = names.values.map(\.count).max() ?? 0
        return lines.map { line in
            let address = line.prefix { $0 != " " }
            guard let name = names[String(address)] else {
                return line
            }
            return name + String(repeating: " ", count: width - name.count) + line.dropFirst(address.count)
        }
    }

    private func giveUp(_ caller: TrialCaller, after delay: Duration?, _ history: History) {
        guard let delay else {
            return
        }
        self.simulation.after(delay) {
            if !history.observations.contains(where: \.isAnswer) {
                caller.giveUp()
            }
        }
    }

    // MARK: TrialCallers

    private func start(_ call: TrialCall, _ outcome: inout TrialOutcome) -> TrialCaller? {
        guard let address = TrialAddresses.address(of: call.caller, in: self.stage.world) else {
            outcome.obstacle = "\(call.place): \(call.caller) does not exist; name it at the head of the file"
            return nil
        }
        switch call.caller {
        case .line(let name):
            guard let gateway = self.stage.mediaGateways[ByteString(name)] else {
                outcome.obstacle = "\(call.place): there is no line \(name); add it to `lines`"
                return nil
            }
            let line = gateway.line("aaln/1")
            return self.dial(call.number, on: line, &outcome) ? .line(line) : nil
        case .trunk(let name):
            if let gateway = self.stage.mediaGateways[ByteString(name)] {
                let circuit = gateway.circuit("ds/1")
                circuit.seizes(dialing: call.number, tellsNumber: true)
                return .circuit(circuit)
            }
            return .phone(self.invite(call, self.stage.phone(at: address)))
        case .user:
            let phone = self.stage.phone(at: address)
            phone.password = TrialWorld.password.description
            return .phone(self.invite(call, phone))
        case .address:
            return .phone(self.invite(call, self.stage.phone(at: address)))
        }
    }

    private func dial(_ number: String, on line: LabLine, _ outcome: inout TrialOutcome) -> Bool {
        line.goesOffHook()
        guard self.simulation.run(until: { !line.hears.isEmpty }, within: .seconds(5)) else {
            outcome.obstacle = "the line heard no dial tone"
            return false
        }
        line.dials(number, gap: .zero)
        return true
    }

    private func invite(_ call: TrialCall, _ phone: Phone) -> PhoneCall {
        phone.transport = call.transport == .udp ? .udp : .tcp
        phone.displayName = call.callerName.map(Self.quotable) ?? ""
        var headers = call.headers.map { "\($0.name): \($0.value)" }
        if let number = call.divertingNumber {
            headers.append("Diversion: <sip:\(Self.escaped(number))@\(phone.address.ip)>")
        }
        let name = phone.name
        if case .user = call.caller {
        } else {
            phone.name = Self.escaped(call.callerNumber ?? TrialFacts.anonymous)
        }
        defer {
            phone.name = name
        }
        return phone.invite(
            Self.escaped(call.number),
            at: call.host.map { "\($0)" },
            offer: SDPText.audio(phone.address.ip.description),
            headers: headers
        )
    }

    /// A name as it can stand between quotes (RFC 3261 §25.1 `quoted-string`).
    private static func quotable(_ text: String) -> String {
        text.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }
    }

    /// A number as the user part of a SIP URI (RFC 3261 §25.1 `user`).
    static func escaped(_ text: String) -> String {
        text.utf8.map { octet in
            let isPlain = octet.isASCIILetter || octet.isASCIIDigit || "-_.!~*'()+".utf8.contains(octet)
            let hex = "0123456789ABCDEF".map { String($0) }
            return isPlain
                ? String(decoding: [octet], as: UTF8.self) : "%\(hex[Int(octet >> 4)])\(hex[Int(octet & 15)])"
        }.joined()
    }
}

/// What a simulation has noticed since a moment.
private struct History {
    private let simulation: Simulation
    private let stage: TrialStage
    private let observationCount: Int
    private let recordCount: Int
    private let orderCount: Int
    private let arrivalCount: Int

    init(_ simulation: Simulation, _ stage: TrialStage) {
        self.simulation = simulation
        self.stage = stage
        self.observationCount = simulation.observations.count
        self.recordCount = simulation.records.count
        self.orderCount = simulation.relay.orders.count
        self.arrivalCount = stage.arrivals.count
    }

    var observations: ArraySlice<Observation> {
        self.simulation.observations[self.observationCount...]
    }

    /// Whether the call has its record, or was refused before it became one.
    func isOver(caller: PhoneCall?) -> Bool {
        if self.simulation.records.count > self.recordCount {
            return true
        }
        guard self.observations.contains(where: \.isStart) else {
            let isRefused = self.observations.contains(where: \.isRefusal)
            return isRefused || caller?.finalResponse != nil || caller?.hasTimedOut == true
        }
        return false
    }

    func fill(_ outcome: inout TrialOutcome) {
        if self.simulation.records.count > self.recordCount {
            outcome.record = self.simulation.records[self.recordCount]
        }
        for case .callRefused(_, let cause) in self.observations {
            outcome.refusal = cause
        }
        for case .play(_, let signal) in self.simulation.relay.orders[self.orderCount...] {
            outcome.sounds += signal.word.map { [$0] } ?? []
        }
        self.fillLegs(&outcome)
    }

    private func fillLegs(_ outcome: inout TrialOutcome) {
        var arrivals = Array(self.stage.arrivals[self.arrivalCount...])
        for record in outcome.record?.legs.dropFirst() ?? [] {
            guard let target = self.target(of: record.leg) else {
                continue
            }
            var leg = TrialOutcome.Leg(target: target, record: record)
            if let place = arrivals.firstIndex(where: { $0.target == target }) {
                let arrival = arrivals.remove(at: place)
                leg.invite = arrival.invite
                leg.number = arrival.number
                leg.callerNumber = arrival.callerNumber
                leg.callerName = arrival.callerName
            }
            outcome.legs.append(leg)
        }
    }

    private func target(of leg: LegID) -> String? {
        for case .legPlaced(_, leg, let target) in self.observations {
            return target.planText
        }
        return nil
    }
}

extension Target {
    /// The target as plans write it, without parameters of a URI.
    fileprivate var planText: String {
        switch self {
        case .uri(let text):
            (try? SIPURI(text)).map { TrialStage.text(of: $0) } ?? text.description
        case .user(let name):
            "user/\(name)"
        case .dialed(let number, let context):
            "\(number) in \(context)"
        case .trunk(let name, let number), .circuits(let name, let number):
            "trunk/\(name)/\(number)"
        case .line(let name):
            "line/\(name)"
        case .contact(let contact):
            "user/\(contact.user)"
        }
    }
}

extension Signal {
    /// The word for it in tests.
    fileprivate var word: String? {
        switch self {
        case .silence: nil
        case .echo: "echo"
        case .tone(let hertz, _, _): "tone-\(hertz)"
        case .cadence: "ringback"
        case .digits(let digits, _, _): "digits-" + String(decoding: digits.map(\.symbol), as: UTF8.self)
        case .tones(let sequence, _): "tones-" + sequence.tones.map { "\($0.hertz)" }.joined(separator: "-")
        }
    }
}

extension Observation {
    fileprivate var isAnswer: Bool {
        if case .callAnswered = self { true } else { false }
    }

    fileprivate var isStart: Bool {
        if case .callStarted = self { true } else { false }
    }

    fileprivate var isRefusal: Bool {
        if case .callRefused = self { true } else { false }
    }
}
