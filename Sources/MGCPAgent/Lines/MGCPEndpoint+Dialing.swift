import CallModel
import MGCPSyntax
import ProtocolKit

/// From the dial tone to a call.
extension MGCPEndpoint {
    /// The handset is off the hook: a number is expected.
    mutating func startDialing(_ services: inout CallAgentServices) {
        guard let lineClass = self.line?.lineClass, let context = self.line?.settings.context else {
            return
        }
        self.line?.digitMap = services.digitMap(context, gateway: self.gateway)
        self.line?.phase = .dialing
        self.line?.digits = []
        self.line?.hasDialed = false
        var patience = lineClass.firstDigitTimeout
        if self.digitMap != nil {
            // Digits that the gateway collects are not heard of: the end of the dial tone tells that there are none, and
            // where that is not reported, a number that is never complete is given up later (RFC 3660 §2.2, T-partial).
            patience = patience + Self.partialDigit * 4
        }
        self.line?.deadline = services.now.advanced(by: patience)
    }

    /// How long a gateway waits for the next digit of a number that cannot be complete (RFC 3660 §2.2, T-partial).
    private static let partialDigit = Duration.seconds(16)

    /// Digits were dialed.
    mutating func receiveDigits(_ symbols: [DigitSymbol], _ services: inout CallAgentServices) {
        guard let line = self.line else {
            return
        }
        switch line.phase {
        case .dialing:
            if self.digitMap == nil {
                self.receiveSingleDigits(symbols, &services)
            } else {
                self.receiveNumber(symbols, &services)
            }
        case .calling, .talking:
            self.reportDigits(symbols, &services)
        case .idle, .ringing, .telling, .warned, .silent:
            break
        }
    }

    /// The dial tone has ended by itself: nothing was dialed.
    mutating func toneCompleted(_ services: inout CallAgentServices) {
        if self.line?.phase == .dialing, self.line?.hasDialed == false {
            self.dialingExpired(&services)
        }
    }

    /// Dialing has taken too long: what has come so far is the number, or the user is told.
    mutating func dialingExpired(_ services: inout CallAgentServices) {
        if let digits = self.line?.digits, !digits.isEmpty {
            self.dial(ByteString(digits), &services)
        } else {
            self.tell(.reorder, &services)
        }
    }

    // MARK: Numbers

    /// Digits come one by one: the number ends with `#`, or when no further one comes in time.
    private mutating func receiveSingleDigits(_ symbols: [DigitSymbol], _ services: inout CallAgentServices) {
        for symbol in symbols where symbol != .timer {
            let digits = self.line?.digits ?? []
            if symbol.character == 0x23, let first = digits.first, first != 0x2A, first != 0x23 {
                self.dial(ByteString(digits), &services)
                return
            }
            self.line?.digits.append(symbol.character)
        }
        self.line?.hasDialed = true
        guard let count = self.line?.digits.count, count < services.configuration.limits.digits else {
            self.dialingExpired(&services)
            return
        }
        self.line?.deadline = services.now.advanced(by: services.configuration.timers.criticalDigit)
    }

    /// The gateway has collected a number by the digit map (RFC 3435 §2.1.5).
    private mutating func receiveNumber(_ symbols: [DigitSymbol], _ services: inout CallAgentServices) {
        let digits = symbols.filter { $0 != .timer }.map(\.character)
        self.line?.hasDialed = true
        if symbols.last == .timer, !self.isDecided(symbols, services.configuration.limits) {
            // The user has stopped before the number was complete.
            self.tell(.reorder, &services)
        } else if digits.isEmpty || digits.count > services.configuration.limits.digits {
            self.tell(.reorder, &services)
        } else {
            self.dial(ByteString(digits), &services)
        }
    }

    private func isDecided(_ symbols: [DigitSymbol], _ limits: MGCPAgentLimits) -> Bool {
        guard let map = self.line?.digitMap else {
            return true
        }
        var matcher = DigitMapMatcher(map.value.map)
        var outcome = matcher.outcome
        for symbol in symbols.prefix(limits.digits + 1) {
            outcome = matcher.feed(symbol)
        }
        if case .match = outcome {
            return true
        }
        return false
    }

    /// A number is complete: a connection is made, and what it describes is offered with the call.
    private mutating func dial(_ number: ByteString, _ services: inout CallAgentServices) {
        guard let line = self.line else {
            return
        }
        services.observe(.dialed(line: line.settings.name, number: number))
        var leg = EndpointLeg(
            id: services.mintLeg(on: self.index),
            callID: services.mintCallID(),
            stage: .opening,
            connection: MGCPConnection(mode: .receiveOnly)
        )
        leg.number = number
        leg.isKnownToCallControl = false
        self.line?.active = leg.id
        self.line?.phase = .calling
        self.line?.deadline = nil
        self.line?.digits = []
        self.legs.append(leg)
    }

    /// Digits while a call is under way, where they do not travel within the media (§5.3 of the tables, D6).
    private mutating func reportDigits(_ symbols: [DigitSymbol], _ services: inout CallAgentServices) {
        guard let place = self.place(of: self.line?.active), self.legs[place].isKnownToCallControl else {
            return
        }
        let digits = symbols.filter { $0 != .timer }.map { Digit(symbol: $0.character) }
        if !digits.isEmpty {
            services.report(.digits(digits), from: self.legs[place].id)
        }
    }
}
