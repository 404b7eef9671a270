import CallModel
import MGCPSyntax
import ProtocolKit

/// Groups of circuits.
extension MGCPCallAgent {
    /// Adds a group of the configuration, with a circuit for each name that its ranges stand for.
    mutating func add(_ settings: CircuitGroupSettings) {
        guard let gateway = self.gateway(named: settings.gateway), self.groups[settings.name] == nil else {
            return
        }
        var group = CircuitGroup(settings: settings)
        let limit = self.services.configuration.limits.circuitsOfGroup
        for pattern in settings.endpoints {
            for localName in CircuitRange.names(of: pattern, limit: limit) {
                if let name = self.endpointName(localName, gateway),
                    let index = self.add(name, gateway, { $0.circuit = Circuit(settings) })
                {
                    group.circuits.append(index)
                }
            }
        }
        self.groups[settings.name] = group
    }

    /// Places a leg on an idle circuit of the group.
    mutating func placeOnCircuit(_ placement: CircuitPlacement, leg: LegID) {
        guard let group = self.groups[placement.group] else {
            self.services.report(.released(.local(.noRoute, .noRouteToDestination)), from: leg)
            return
        }
        guard let index = self.idleCircuit(of: group, except: placement.tried) else {
            self.services.legs[leg] = nil
            self.services.report(.released(.local(.limit, .noCircuitAvailable)), from: leg)
            return
        }
        self.change(index) { endpoint, services in
            endpoint.placeOnCircuit(placement, leg: leg, &services)
        }
    }

    /// A circuit has refused a leg: the next one is tried, a bounded number of times.
    mutating func placeElsewhere(_ retry: CircuitRetry) {
        guard retry.placement.tried.count < CircuitPlacement.mostTries,
            let group = self.groups[retry.placement.group],
            self.idleCircuit(of: group, except: retry.placement.tried) != nil
        else {
            self.services.legs[retry.leg] = nil
            self.services.report(.released(retry.cause), from: retry.leg)
            return
        }
        self.placeOnCircuit(retry.placement, leg: retry.leg)
    }

    private func idleCircuit(of group: CircuitGroup, except tried: [SlabIndex]) -> SlabIndex? {
        if let limit = group.settings.callLimit, self.busyCount(of: group) >= limit {
            return nil
        }
        let idle = group.circuits.lazy.filter { !tried.contains($0) && self.isFree($0) }
        switch group.settings.selection {
        case .ascending, .gateway: return idle.first
        case .descending: return group.circuits.last { !tried.contains($0) && self.isFree($0) }
        case .longestIdle:
            return idle.min { self.idleSince($0) < self.idleSince($1) }
        }
    }

    private func isFree(_ index: SlabIndex) -> Bool {
        self.endpoints[index]?.isFree(self.services) ?? false
    }

    private func busyCount(of group: CircuitGroup) -> Int {
        group.circuits.count { self.endpoints[$0]?.legs.isEmpty == false }
    }

    private func idleSince(_ index: SlabIndex) -> Instant {
        self.endpoints[index]?.circuit?.idleSince ?? .start
    }
}

extension MGCPEndpoint {
    /// Whether a call can take the circuit.
    func isFree(_ services: CallAgentServices) -> Bool {
        self.legs.isEmpty && self.circuit?.phase == .idle && self.orphans.isEmpty && !self.mustClear
            && self.admitsCalls(services) && (self.outstanding == nil || self.outstanding?.verb == .auditEndpoint)
    }
}

/// The names that a pattern with a range stands for, as `ds/e1-1/[1-15,17-31]` (RFC 3435 appendix E.5).
enum CircuitRange {
    /// The names in the order of the range, at most `limit`; a pattern without a range is one name.
    static func names(of pattern: ByteString, limit: Int) -> [ByteString] {
        let bytes = pattern.bytes
        guard let open = bytes.firstIndex(of: 0x5B), let close = bytes[open...].firstIndex(of: 0x5D) else {
            return [pattern]
        }
        let (head, tail) = (bytes[..<open], bytes[(close + 1)...])
        var names: [ByteString] = []
        for part in bytes[(open + 1)..<close].split(separator: 0x2C) {
            let bounds = part.split(separator: 0x2D).map(Self.number)
            guard let first = bounds.first, let last = bounds.last, let low = first, let high = last, low <= high else {
                return []
            }
            for number in low...high {
                guard names.count < limit else {
                    return names
                }
                var name = Array(head)
                name.appendDecimal(number)
                name.append(contentsOf: tail)
                names.append(contentsOf: Self.names(of: ByteString(name), limit: limit - names.count))
            }
        }
        return names
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
        guard (1...6).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + UInt32($1 &- 0x30) }
    }
}
