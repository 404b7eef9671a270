import MGCPSyntax
package import ProtocolKit

/// The state of a circuit with channel-associated signaling (RFC 3064).
package enum LabCircuit: Hashable, Sendable {
    /// Nobody has seized it.
    case idle
    /// The far side of the circuit has, and wants this number.
    case seizedByFarSide(ByteString)
    /// The call agent has, and wants this number.
    case seizedByCallAgent(ByteString)
    /// The called side has answered.
    case answered
    /// The far side has released it, and the call agent has not yet.
    case releasing
}

extension LabEndpoint {
    /// The package whose events the circuit has; `nil` for one that signals nothing.
    private var circuitPackage: MGCPName? {
        switch self.settings.kind {
        case .trunk(let package): package
        case .line, .bearer: nil
        }
    }

    // MARK: The far side

    /// The far side seizes the circuit; the digits come with that, or follow when they are asked for
    /// (RFC 3064 §2.1, §2.2).
    mutating func seize(_ number: ByteString, tellsNumber: Bool, at now: Instant) {
        guard let package = self.circuitPackage, self.circuit == .idle else {
            return
        }
        self.circuit = .seizedByFarSide(number)
        self.owesDigits = !tellsNumber
        let address = tellsNumber ? [EventParameter.group("addr", Self.digits(number))] : []
        self.occur(MGCPSignal(EventName(package, "sup"), address), at: now)
        self.sendOwedDigits(at: now)
    }

    /// The far side answers.
    mutating func answerCircuit(at now: Instant) {
        guard let package = self.circuitPackage, case .seizedByCallAgent = self.circuit else {
            return
        }
        self.circuit = .answered
        self.occur(MGCPSignal(EventName(package, "ans")), at: now)
    }

    /// The far side releases the circuit.
    mutating func releaseCircuit(cause: ByteString?, at now: Instant) {
        guard let package = self.circuitPackage, self.circuit != .idle, self.circuit != .releasing else {
            return
        }
        self.circuit = .releasing
        self.owesDigits = false
        let parameters = cause.map { [EventParameter(text: $0)] } ?? []
        self.occur(MGCPSignal(EventName(package, "rel"), parameters), at: now)
    }

    /// Sends the digits of a seizure in the form that is asked for: in one event, or key by key.
    mutating func sendOwedDigits(at now: Instant) {
        guard self.owesDigits, let package = self.circuitPackage, self.notification == .open,
            case .seizedByFarSide(let number) = self.circuit
        else {
            return
        }
        let information = EventName(package, "inf")
        if self.request.events.contains(where: { $0.name.covers(information, defaultPackage: package) }) {
            self.owesDigits = false
            self.occur(MGCPSignal(information, Self.digits(number)), at: now)
        } else if self.request.events.contains(where: { $0.name.packageName(package) == "D" }) {
            self.owesDigits = false
            self.dial(number.bytes.compactMap { DigitSymbol($0) }, gap: .milliseconds(100), at: now)
        }
    }

    /// A number as multi-frequency digits, with what begins and ends them.
    private static func digits(_ number: ByteString) -> [EventParameter] {
        [.word("k0")] + number.bytes.map { .word(ByteString([$0])) } + [.word("s0")]
    }

    // MARK: The call agent's side

    /// A signal of the call agent reaches the circuit.
    mutating func carryOnCircuit(_ signal: LabSignal, at now: Instant) {
        guard let package = self.circuitPackage, signal.name.packageName(package) == package else {
            return
        }
        switch signal.event {
        case "sup":
            let number = Self.digits(of: signal.parameters)
            self.circuit = .seizedByCallAgent(number)
            self.actions.append(.note(.seized(number)))
        case "ans" where self.awaitsAnswer:
            self.circuit = .answered
        case "rel" where self.circuit == .releasing, "rlc":
            self.circuit = .idle
        case "rel" where self.circuit != .idle:
            self.circuit = .idle
            self.occur(MGCPSignal(EventName(package, "rlc")), at: now)
        default:
            break
        }
    }

    /// Whether the far side waits for an answer.
    private var awaitsAnswer: Bool {
        if case .seizedByFarSide = self.circuit {
            return true
        }
        return false
    }

    /// The digits of `addr(k0,5,5,5,s0)`; what begins and ends them is not among them.
    private static func digits(of parameters: [EventParameter]) -> ByteString {
        var digits: [UInt8] = []
        for parameter in parameters {
            guard case .group("addr", let values) = parameter else {
                continue
            }
            for value in values {
                if let text = value.text?.bytes, text.count == 1, let digit = text.first, DigitSymbol(digit) != nil {
                    digits.append(digit)
                }
            }
        }
        return ByteString(digits)
    }
}
