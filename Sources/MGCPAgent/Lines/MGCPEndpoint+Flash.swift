import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// What a hook flash does: hold, second call, call waiting, three parties; and what hanging up does then: transfer.
///
/// ```
///   talking A ──flash──> dialing, A held ──number──> calling B, A held ──answer──> talking B, A held
///      ^                     │ flash                     │ flash                    │ flash: three, else B and A swap
///      └─────────────────────┴───────────────────────────┘                          v
///   talking A, B waits ──flash──> talking B, A held <──────flash (B ends)── talking A and B
/// ```
/// Hanging up while A is held joins A with B, where the class allows; otherwise the telephone rings for A.
extension MGCPEndpoint {
    /// The hook was flashed.
    mutating func flashed(_ services: inout CallAgentServices) {
        guard let line = self.line else {
            return
        }
        switch line.lineClass.flash {
        case .ignore: return
        case .pass:
            if line.phase == .talking, let active = line.active {
                services.report(.digits([Digit(symbol: 0x21)]), from: active)
            }
            return
        case .features: break
        }
        switch line.phase {
        case .talking:
            self.flashedWhileTalking(line, &services)
        case .calling:
            if line.held != nil, let place = self.place(of: line.active) {
                self.end(place, ReleaseCause(event: "L/hf", .normalClearing), &services)
                self.resumeHeld(&services)
            }
        case .dialing, .telling, .warned, .silent:
            self.resumeHeld(&services)
        case .idle, .ringing:
            break
        }
    }

    private mutating func flashedWhileTalking(_ line: Line, _ services: inout CallAgentServices) {
        if line.isConference {
            // The party that came last leaves.
            if let place = self.place(of: line.active) {
                self.end(place, ReleaseCause(event: "L/hf", .normalClearing), &services)
            }
            self.line?.isConference = false
            self.line?.active = line.held
            self.line?.held = nil
        } else if let waiting = line.waiting, let place = self.place(of: waiting) {
            self.holdActive(&services)
            self.line?.waiting = nil
            self.line?.active = waiting
            self.answer(place, &services)
        } else if line.held == nil {
            self.holdActive(&services)
            self.line?.active = nil
            self.startDialing(&services)
        } else if line.lineClass.hasThreeWayCalling, !self.lacks.contains(.conferences) {
            self.line?.isConference = true
            if let place = self.place(of: line.held) {
                self.offer(.sendrecv, place, &services)
            }
        } else {
            self.swap(&services)
        }
    }

    /// The gateway cannot join the two: they take turns.
    mutating func leaveConference(_ services: inout CallAgentServices) {
        guard self.line?.isConference == true else {
            return
        }
        self.line?.isConference = false
        self.swap(&services)
    }

    private mutating func swap(_ services: inout CallAgentServices) {
        let former = self.line?.held
        self.holdActive(&services)
        self.line?.active = former
        if let place = self.place(of: former) {
            self.offer(.sendrecv, place, &services)
        }
    }

    /// The party that the user speaks to is held: nothing flows, and it is told so (RFC 3264 §8.4).
    private mutating func holdActive(_ services: inout CallAgentServices) {
        let active = self.line?.active
        self.line?.held = active
        if let place = self.place(of: active) {
            self.offer(.inactive, place, &services)
        }
    }

    private mutating func resumeHeld(_ services: inout CallAgentServices) {
        guard let held = self.line?.held, let place = self.place(of: held) else {
            return
        }
        self.line?.held = nil
        self.line?.active = held
        self.line?.phase = .talking
        self.line?.deadline = nil
        self.line?.hasDialed = false
        self.offer(.sendrecv, place, &services)
    }

    // MARK: Transfer

    /// The user hangs up with one party held and another called or talking: the two shall talk to each other; `false`
    /// when there are not two, or the class does not allow it.
    mutating func transfers(_ services: inout CallAgentServices) -> Bool {
        guard let line = self.line, line.lineClass.hasTransfer, let first = line.held, let second = line.active,
            let held = self.place(of: first), let active = self.place(of: second),
            self.legs[held].stage == .talking,
            self.legs[active].stage == .talking || self.legs[active].stage == .calling
        else {
            return false
        }
        self.line?.held = nil
        self.rest(&services)
        self.line?.transfer = Line.Transfer(first: first, second: second)
        self.line?.deadline = services.now.advanced(by: services.configuration.timers.releaseAnswer)
        services.report(.transferRequested(.join(second)), from: first)
        return true
    }

    /// Call control says what has become of the transfer.
    mutating func receiveTransferOutcome(
        _ outcome: TransferOutcome,
        _ place: Int,
        _ services: inout CallAgentServices
    ) {
        guard let transfer = self.line?.transfer, transfer.first == self.legs[place].id else {
            return
        }
        switch outcome {
        case .completed:
            self.line?.transfer = nil
            self.line?.deadline = nil
        case .refused:
            self.transferRefused(&services)
        }
    }

    /// The two cannot talk to each other: the second call ends, and the telephone rings for who was held.
    mutating func transferRefused(_ services: inout CallAgentServices) {
        guard let transfer = self.line?.transfer else {
            return
        }
        self.line?.transfer = nil
        self.line?.deadline = nil
        if let second = self.place(of: transfer.second) {
            self.end(second, ReleaseCause(event: "L/hu", .normalClearing), &services)
        }
        if self.line?.phase == .idle {
            self.ringBack(transfer.first, &services)
        } else if let first = self.place(of: transfer.first) {
            self.end(first, ReleaseCause(event: "L/hu", .normalClearing), &services)
        }
    }
}
