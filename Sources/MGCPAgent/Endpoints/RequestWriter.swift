import MGCPSyntax
import ProtocolKit

/// Writes requests in the words of one endpoint: its profile, and what it lacks.
struct RequestWriter: Sendable {
    let profile: MediaGatewaySettings.Profile
    let lacks: EndpointLacks

    /// The digit map for the context that is dialed in; `nil` when numbers come digit by digit.
    let digitMap: [UInt8]?

    /// Whether the endpoint notifies in loops, so that a request says what is looked for after its events, too.
    let loops: Bool

    /// How seizure and release pass, where the endpoint is a circuit.
    let signaling: CircuitGroupSettings.Signaling

    init(
        profile: MediaGatewaySettings.Profile,
        lacks: EndpointLacks,
        digitMap: [UInt8]?,
        takesLoops: Bool = false,
        signaling: CircuitGroupSettings.Signaling = .line
    ) {
        self.profile = profile
        self.lacks = lacks
        self.loops = takesLoops && !lacks.contains(.loops)
        self.signaling = signaling
        self.digitMap = lacks.contains(.digitMaps) ? nil : digitMap
    }

    /// The same for an endpoint that lacks one thing more.
    init(_ other: RequestWriter, lacking more: EndpointLacks) {
        self.init(
            profile: other.profile,
            lacks: other.lacks.union(more),
            digitMap: other.digitMap,
            takesLoops: other.loops,
            signaling: other.signaling
        )
    }

    /// Appends X, R, S and D.
    func append(_ request: EndpointRequest, _ id: MGCPRequestID, to writer: inout MGCPMessageWriter) {
        writer.parameter(id)
        writer.parameter(.requestedEvents) { self.append(request.watch, to: &$0) }
        writer.parameter(.signalRequests) { self.append(request.signals, to: &$0) }
        if let digitMap = self.digitMap(for: request.watch) {
            writer.parameter(.digitMap, digitMap)
        }
        if self.loops, request.watch != .nothing {
            writer.parameter(.quarantineHandling) { $0.append("loop") }
        }
    }

    /// What decides that a number is complete: the dialplan for a line, a pause for a circuit.
    private func digitMap(for watch: EndpointRequest.Watch) -> [UInt8]? {
        switch watch {
        case .number: self.digitMap
        case .circuitNumber(let signaling): signaling == .multiFrequency ? nil : Array("(x.T)".utf8)
        case .nothing, .offHook, .onHook, .hook, .hookAndDigits, .circuit: nil
        }
    }

    /// The text of everything but X, by which two requests are told apart.
    func text(_ request: EndpointRequest) -> [UInt8] {
        var bytes: [UInt8] = []
        self.append(request.watch, to: &bytes)
        bytes.append(0x0A)
        self.append(request.signals, to: &bytes)
        bytes.append(self.loops ? "\nloop\n" : "\n")
        return bytes + (self.digitMap(for: request.watch) ?? [])
    }

    // MARK: Events

    private func append(_ watch: EndpointRequest.Watch, to bytes: inout [UInt8]) {
        switch watch {
        case .nothing: break
        case .offHook: self.appendLifting(to: &bytes)
        case .onHook: self.appendHangingUp(to: &bytes)
        case .hook: self.appendHook(to: &bytes)
        case .hookAndDigits:
            self.appendHook(to: &bytes)
            bytes.append(",D/[0-9*#A-D](N)")
        case .number:
            self.appendHook(to: &bytes)
            if self.digitMap == nil {
                bytes.append(",D/[0-9*#](N)")
            } else {
                bytes.append(",D/[0-9*#T](D)")
                if !self.lacks.contains(.completion) {
                    // The end of the dial tone tells that nothing was dialed at all.
                    bytes.append(",L/oc(N)")
                }
            }
        case .circuit(let signaling): bytes.append(Self.circuitEvents(signaling))
        case .circuitNumber(let signaling):
            bytes.append(Self.circuitEvents(signaling))
            bytes.append(signaling == .multiFrequency ? ",MS/inf(N)" : ",D/[0-9#*T](D)")
        }
    }

    /// The handset is lifted; from then on it may be put down, or the hook be flashed.
    private func appendLifting(to bytes: inout [UInt8]) {
        guard self.loops else {
            bytes.append("L/hd(N)")
            return
        }
        bytes.append(self.lacks.contains(.flash) ? "L/hd(N,E(R(L/hu(N))))" : "L/hd(N,E(R(L/hu(N),L/hf(N))))")
    }

    /// The handset is put down; from then on it may be lifted.
    private func appendHangingUp(to bytes: inout [UInt8]) {
        bytes.append(self.loops ? "L/hu(N,E(R(L/hd(N))))" : "L/hu(N)")
    }

    private func appendHook(to bytes: inout [UInt8]) {
        self.appendHangingUp(to: &bytes)
        if !self.lacks.contains(.flash) {
            bytes.append(",L/hf(N)")
        }
    }

    /// The events of RFC 3064 §2; an analog circuit is a telephone to the other side (RFC 3660 §2.5).
    private static func circuitEvents(_ signaling: CircuitGroupSettings.Signaling) -> StaticString {
        switch signaling {
        case .bearer: ""
        case .line: "H/rg(N),H/osi(N)"
        case .multiFrequency: "MS/sup(N),MS/ans(N),MS/rel(N),MS/rlc(N),MS/of(N)"
        case .dtmf: "DT/sup(N),DT/ans(N),DT/rel(N),DT/rlc(N),DT/of(N)"
        case .operatorServices: "MO/ans(N),MO/rel(N),MO/rlc(N),MO/of(N)"
        }
    }

    /// The package that a circuit's signals are of.
    private var circuitPackage: StaticString {
        switch self.signaling {
        case .bearer, .line: "H/"
        case .multiFrequency: "MS/"
        case .dtmf: "DT/"
        case .operatorServices: "MO/"
        }
    }

    // MARK: Signals

    private func append(_ signals: [EndpointSignal], to bytes: inout [UInt8]) {
        let first = bytes.count
        for signal in signals {
            let length = bytes.count
            if length > first {
                bytes.append(0x2C)
            }
            let start = bytes.count
            self.append(signal, to: &bytes)
            if bytes.count == start {
                bytes.removeSubrange(length...)
            }
        }
    }

    private func append(_ signal: EndpointSignal, to bytes: inout [UInt8]) {
        let hasGenericTones = self.profile == .mgcp && !self.lacks.contains(.genericTones)
        switch signal {
        case .dialTone: bytes.append("L/dl")
        case .stutterDialTone: bytes.append("L/sl")
        case .ringback:
            if self.signaling == .line || self.signaling == .bearer {
                bytes.append(hasGenericTones ? "G/rt" : "L/rt")
            } else {
                self.append(circuit: "rt", to: &bytes)
            }
        case .busy: bytes.append("L/bz")
        case .congestion: bytes.append(hasGenericTones ? "G/cg" : "L/ro")
        case .reorder: bytes.append("L/ro")
        case .offHookWarning: bytes.append("L/ot")
        case .confirmation: bytes.append(hasGenericTones ? "G/cf" : "L/cf")
        case .callWaiting: bytes.append("L/wt")
        case .ring(let number): self.append(ring: number, to: &bytes)
        case .callerID(let caller): self.append(caller, to: &bytes)
        case .messageLamp(let isOn):
            if !self.lacks.contains(.messageLamp) {
                bytes.append(isOn ? "L/vmwi(+)" : "L/vmwi(-)")
            }
        case .announcement(let url): self.append(announcement: url, to: &bytes)
        case .digits(let digits):
            for (place, digit) in digits.enumerated() {
                bytes.append(place == 0 ? "D/" : ",D/")
                bytes.append(digit)
            }
        case .seize(let number): self.append(seize: number, to: &bytes)
        case .answerSupervision: self.append(circuit: self.signaling == .line ? "hd" : "ans", to: &bytes)
        case .releaseCircuit: self.append(circuit: self.signaling == .line ? "hu" : "rel", to: &bytes)
        case .releaseComplete: self.append(circuit: self.signaling == .line ? "hu" : "rlc", to: &bytes)
        }
    }

    private func append(circuit event: StaticString, to bytes: inout [UInt8]) {
        bytes.append(self.circuitPackage)
        bytes.append(event)
    }

    /// `sup(addr(…))`: digits one by one, multi-frequency ones between their marks (RFC 3064 §2.1).
    private func append(seize number: ByteString, to bytes: inout [UInt8]) {
        guard self.signaling != .line else {
            self.append(circuit: "hd", to: &bytes)
            for digit in number.bytes where DigitSymbol(digit) != nil {
                bytes.append(",D/")
                bytes.append(digit)
            }
            return
        }
        let isMultiFrequency = self.signaling == .multiFrequency || self.signaling == .operatorServices
        self.append(circuit: isMultiFrequency ? "sup(addr(K0" : "sup(addr(", to: &bytes)
        var isFirst = !isMultiFrequency
        for digit in number.bytes where DigitSymbol(digit) != nil {
            if !isFirst {
                bytes.append(0x2C)
            }
            isFirst = false
            bytes.append(digit)
        }
        bytes.append(isMultiFrequency ? ",S0))" : "))")
    }

    private func append(ring number: UInt8?, to bytes: inout [UInt8]) {
        guard let number, number < 8, !self.lacks.contains(.distinctiveRings) else {
            bytes.append("L/rg")
            return
        }
        bytes.append("L/r")
        bytes.append(0x30 &+ number)
    }

    private func append(_ caller: CallerIdentity, to bytes: inout [UInt8]) {
        guard !self.lacks.contains(.callerID) else {
            return
        }
        bytes.append("L/ci(")
        bytes.append(contentsOf: caller.time.bytes)
        for field in [caller.number, caller.name] {
            bytes.append(0x2C)
            Self.append(quoted: field, to: &bytes)
        }
        bytes.append(0x29)
    }

    private func append(announcement url: ByteString, to bytes: inout [UInt8]) {
        guard !self.lacks.contains(.announcements) else {
            bytes.append("L/ro")
            return
        }
        bytes.append("A/ann(")
        Self.append(quoted: url, to: &bytes)
        bytes.append(0x29)
    }

    /// A text in quotes; a quote inside it is doubled, and what cannot stand in a line is left out (appendix A).
    private static func append(quoted text: ByteString, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        for octet in text.bytes where octet >= 0x20 && octet != 0x7F {
            bytes.append(octet)
            if octet == 0x22 {
                bytes.append(0x22)
            }
        }
        bytes.append(0x22)
    }
}
