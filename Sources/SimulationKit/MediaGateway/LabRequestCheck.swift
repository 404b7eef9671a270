import MGCPSyntax
import ProtocolKit

/// Whether an endpoint can do what a request asks for (RFC 3435 §2.3.3, §2.4).
struct LabRequestCheck {
    let endpoint: LabEndpoint
    let isOffHook: Bool
    let createsConnection: Bool

    // MARK: Events

    /// Checks events to look for, and those of the requests inside them.
    func check(_ events: [RequestedEvent], hasDigitMap: Bool) throws(LabRefusal) {
        for event in events {
            try self.checkEvent(event.name)
            guard RequestedAction.areCombinable(event.actions) else {
                throw LabRefusal(.unknownAction)
            }
            for action in event.actions {
                switch action {
                case .accumulateByDigitMap:
                    guard hasDigitMap else {
                        throw LabRefusal(.noDigitMap)
                    }
                case .embedded(let request):
                    try self.check(request.events, hasDigitMap: hasDigitMap || request.digitMap != nil)
                    try self.check(request.signals)
                case .extended:
                    throw LabRefusal(.unknownAction)
                case .notify, .accumulate, .swap, .ignore, .keepSignals:
                    break
                }
            }
        }
    }

    private func checkEvent(_ name: EventName) throws(LabRefusal) {
        try self.checkPackage(of: name)
        try self.checkPlace(of: name)
        switch name.event {
        case .all, .range: return
        case .named:
            guard case .all = name.package else {
                break
            }
            return
        }
        guard let definition = self.endpoint.definition(of: name) else {
            throw LabRefusal(.unknownEvent)
        }
        guard definition.isEvent else {
            throw LabRefusal(.undetectableEvent)
        }
    }

    // MARK: Signals

    /// Checks signals to apply.
    func check(_ signals: [MGCPSignal]) throws(LabRefusal) {
        for signal in signals {
            try self.checkPackage(of: signal.name)
            try self.checkPlace(of: signal.name)
            guard let definition = self.endpoint.definition(of: signal.name) else {
                throw LabRefusal(.unknownEvent)
            }
            guard definition.isSignal else {
                throw LabRefusal(.ungeneratableSignal)
            }
            if signal.name.place != .endpoint, !definition.appliesToConnections {
                throw LabRefusal(.ungeneratableSignal)
            }
            try self.checkParameters(of: signal)
        }
    }

    private func checkParameters(of signal: MGCPSignal) throws(LabRefusal) {
        switch signal.name.event {
        case .named("ann") where signal.parameters.isEmpty,
            .named("ci") where !signal.parameters.isEmpty && signal.parameters.count > 3:
            throw LabRefusal(.eventParameterError)
        case .named, .all, .range:
            break
        }
    }

    // MARK: Both

    private func checkPackage(of name: EventName) throws(LabRefusal) {
        guard let package = name.packageName(self.endpoint.defaultPackage) else {
            return
        }
        guard self.endpoint.packages.contains(package) else {
            throw LabRefusal(.unsupportedPackage)
        }
    }

    private func checkPlace(of name: EventName) throws(LabRefusal) {
        switch name.place {
        case .endpoint, .allConnections:
            break
        case .connection(let id):
            guard self.endpoint.connections.contains(where: { $0.id == id }) else {
                throw LabRefusal(.incorrectConnection)
            }
        case .currentConnection:
            guard self.createsConnection || !self.endpoint.connections.isEmpty else {
                throw LabRefusal(.incorrectConnection)
            }
        }
    }

    // MARK: The hook

    /// A hook that is already as the call agent waits for it to become, and signals that need it otherwise: 401, 402
    /// (§2.4, §4.4.1).
    func checkHook(_ request: LabRequest) throws(LabRefusal) {
        guard case .line = self.endpoint.settings.kind else {
            return
        }
        let names = request.events.map(\.name.event)
        let signals = request.signals.map { LabSignal(name: $0.name, parameters: [], kind: .brief) }
        if self.isOffHook, names.contains(.named("hd")) || signals.contains(where: \.isRinging) {
            throw LabRefusal(.offHook)
        }
        if !self.isOffHook,
            names.contains(.named("hu")) || names.contains(.named("hf"))
                || signals.contains(where: \.needsOffHook)
        {
            throw LabRefusal(.onHook)
        }
    }
}
