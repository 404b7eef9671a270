package import MGCPSyntax
package import ProtocolKit

/// What people do at the telephones, and what comes over the circuits.
extension LabGateway {
    /// The receiver is lifted.
    package mutating func goOffHook(_ endpoint: ByteString, at now: Instant) {
        self.act(on: endpoint, at: now) { $0.goOffHook(at: now) }
    }

    /// The receiver is put down.
    package mutating func goOnHook(_ endpoint: ByteString, at now: Instant) {
        self.act(on: endpoint, at: now) { $0.goOnHook(at: now) }
    }

    /// The hook is tapped.
    package mutating func flash(_ endpoint: ByteString, at now: Instant) {
        self.act(on: endpoint, at: now) { $0.flash(at: now) }
    }

    /// Keys are pressed, the first one after `gap`; characters that no key has are left out.
    package mutating func dial(_ digits: ByteString, on endpoint: ByteString, gap: Duration, at now: Instant) {
        self.act(on: endpoint, at: now) { endpoint in
            endpoint.dial(digits.bytes.compactMap { DigitSymbol($0) }, gap: gap, at: now)
        }
    }

    /// The far side of a circuit seizes it and wants this number.
    package mutating func seize(
        _ endpoint: ByteString,
        dialing number: ByteString,
        tellsNumber: Bool = false,
        at now: Instant
    ) {
        self.act(on: endpoint, at: now) { $0.seize(number, tellsNumber: tellsNumber, at: now) }
    }

    /// The far side of a circuit answers.
    package mutating func answerCircuit(_ endpoint: ByteString, at now: Instant) {
        self.act(on: endpoint, at: now) { $0.answerCircuit(at: now) }
    }

    /// The far side of a circuit releases it.
    package mutating func releaseCircuit(_ endpoint: ByteString, cause: ByteString? = nil, at now: Instant) {
        self.act(on: endpoint, at: now) { $0.releaseCircuit(cause: cause, at: now) }
    }

    /// An event happens that no telephone makes, as `FXR/…` or one that the call agent did not expect.
    package mutating func observe(_ event: MGCPSignal, on endpoint: ByteString, at now: Instant) {
        self.act(on: endpoint, at: now) { $0.occur(event, at: now) }
    }

    private mutating func act(on endpoint: ByteString, at now: Instant, _ body: (inout LabEndpoint) -> Void) {
        guard let index = self.index(of: endpoint) else {
            return
        }
        body(&self.endpoints[index])
        self.settle(at: now)
    }
}
