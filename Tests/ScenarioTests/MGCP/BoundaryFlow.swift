import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// A call of F1 to F4 with one of the ends of F9, as people would play it whatever goes wrong beneath them.
struct BoundaryFlow: Sendable, CustomTestStringConvertible {
    /// Who calls whom.
    enum Way: String, CaseIterable, Sendable {
        /// F1.
        case lineToLine
        /// F2.
        case phoneToLine
        /// F3.
        case lineToPhone
        /// F4, by a circuit with signaling.
        case phoneToCircuit
        case circuitToPhone
        case circuitToLine
        /// F4, by a circuit that carries media only.
        case phoneToBearer
    }

    /// Who ends it.
    enum End: String, CaseIterable, Sendable {
        case callerHangsUp
        case calleeHangsUp
        /// The caller does before anybody answers.
        case abandoned
    }

    let way: Way
    let end: End

    /// Whether the gateway notifies in loops (RFC 3435 §4.4.1).
    var loops = false

    /// Every flow that there is; a circuit without signaling has nobody who hangs up or does not answer.
    static let all =
        Way.allCases.flatMap { way in
            (way == .phoneToBearer ? [.callerHangsUp] : End.allCases).map { BoundaryFlow(way: way, end: $0) }
        }
        + [.lineToLine, .phoneToLine, .lineToPhone, .circuitToLine].flatMap { way in
            End.allCases.map { BoundaryFlow(way: way, end: $0, loops: true) }
        }

    var testDescription: String {
        "\(self.way.rawValue) \(self.end.rawValue)\(self.loops ? " in loops" : "")"
    }

    /// Plays it until everybody has hung up; returns the phone's call, when a phone takes part.
    func play(on stage: BoundaryStage) -> PhoneCall? {
        switch self.way {
        case .lineToLine: self.playLineToLine(stage)
        case .phoneToLine: self.playPhone(stage, to: "100")
        case .phoneToCircuit: self.playPhone(stage, to: "300")
        case .phoneToBearer: self.playPhone(stage, to: "310")
        case .lineToPhone: self.playToPhone(stage) { Self.dial("200", stage) }
        case .circuitToPhone: self.playToPhone(stage) { stage.circuits[1].seizes(dialing: "200") }
        case .circuitToLine: self.playCircuitToLine(stage)
        }
    }

    private static func dial(_ number: String, _ stage: BoundaryStage) {
        stage.carol.goesOffHook()
        stage.waits { stage.carol.hears.contains("dl") }
        stage.carol.dials(number)
    }

    // MARK: From lines and circuits

    private func playLineToLine(_ stage: BoundaryStage) -> PhoneCall? {
        Self.dial("101", stage)
        stage.waits { stage.dave.rings != nil }
        guard self.end != .abandoned else {
            stage.pause()
            stage.carol.hangsUp()
            return nil
        }
        stage.dave.goesOffHook()
        stage.waits { stage.carol.talks && stage.dave.talks }
        stage.pause()
        (self.end == .callerHangsUp ? stage.carol : stage.dave).hangsUp()
        return nil
    }

    private func playCircuitToLine(_ stage: BoundaryStage) -> PhoneCall? {
        stage.circuits[1].seizes(dialing: "100")
        stage.waits { stage.carol.rings != nil }
        if self.end != .abandoned {
            stage.carol.goesOffHook()
            stage.waits { stage.carol.talks && stage.circuits[1].state == .answered }
        }
        stage.pause()
        if self.end == .calleeHangsUp {
            stage.carol.hangsUp()
        } else {
            stage.circuits[1].releases()
        }
        return nil
    }

    // MARK: From and to phones

    private func playPhone(_ stage: BoundaryStage, to number: String) -> PhoneCall? {
        let call = stage.alice.invite(number, offer: stage.alice.audio())
        stage.waits {
            stage.carol.rings != nil || stage.circuits[0].isSeized || call.isEstablished || call.hasFailed
        }
        guard self.end != .abandoned else {
            stage.pause()
            Self.hangUp(call)
            return call
        }
        if number == "100" {
            stage.carol.goesOffHook()
        } else if number == "300" {
            stage.circuits[0].answers()
        }
        stage.waits { call.isEstablished || call.hasFailed }
        stage.pause()
        if self.end == .callerHangsUp {
            Self.hangUp(call)
        } else if number == "100" {
            stage.carol.hangsUp()
        } else {
            stage.circuits[0].releases()
        }
        return call
    }

    private static func hangUp(_ call: PhoneCall) {
        if call.isEstablished {
            call.bye()
        } else {
            call.cancel()
        }
    }

    private func playToPhone(_ stage: BoundaryStage, by calling: () -> Void) -> PhoneCall? {
        var incoming: PhoneCall?
        stage.bob.onCall = { call in
            incoming = call
            call.respond(180)
            guard self.end != .abandoned else {
                return
            }
            stage.simulation.after(.seconds(1)) {
                if !call.isCancelled {
                    call.respond(200, body: stage.bob.audio())
                }
            }
        }
        calling()
        stage.waits { incoming != nil }
        if self.end != .abandoned {
            stage.waits { incoming?.isAcknowledged ?? false }
        }
        stage.pause()
        if self.end == .calleeHangsUp, let incoming, incoming.isAcknowledged {
            incoming.bye()
        } else if self.way == .lineToPhone {
            stage.carol.hangsUp()
        } else {
            stage.circuits[1].releases()
        }
        return incoming
    }
}

extension PhoneCall {
    /// Whether its INVITE was refused, or never answered.
    fileprivate var hasFailed: Bool {
        self.hasTimedOut || self.statuses.contains { $0 >= 300 }
    }
}
