import CallModel
import ProtocolKit

/// The order in which services are tried: by priority, and drawn by weight among equals (RFC 2782 "Weight").
enum ServiceOrder {
    /// The SRV records in a drawn order; other records are left out.
    static func draw(_ records: [DNSRecord], _ identifiers: inout IdentifierSource) -> [DNSRecord] {
        var groups: [UInt16: [(weight: UInt16, record: DNSRecord)]] = [:]
        for record in records {
            if case .service(let priority, let weight, _, _) = record {
                groups[priority, default: []].append((weight, record))
            }
        }
        var ordered: [DNSRecord] = []
        for priority in groups.keys.sorted() {
            // Those of weight 0 stand first, so that they have a small chance too.
            var rest =
                (groups[priority] ?? []).filter { $0.weight == 0 } + (groups[priority] ?? []).filter { $0.weight > 0 }
            while !rest.isEmpty {
                let total = rest.reduce(UInt64(0)) { $0 + UInt64($1.weight) }
                let drawn = identifiers.number(below: total + 1)
                var sum: UInt64 = 0
                let place = rest.firstIndex { entry in
                    sum += UInt64(entry.weight)
                    return sum >= drawn
                }
                ordered.append(rest.remove(at: place ?? 0).record)
            }
        }
        return ordered
    }
}
