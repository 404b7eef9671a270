import ProtocolKit

/// What a connection carried: `P:` (RFC 3435 §3.2.2.7).
package struct ConnectionParameters: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.connectionParameters
    package static let mayBeAbsent = true

    /// The largest value that nine digits give; a counter stays there.
    package static let largest: UInt64 = 999_999_999

    /// PS.
    package var packetsSent: UInt64?
    /// OS; whether headers count differs between gateways.
    package var octetsSent: UInt64?
    /// PR.
    package var packetsReceived: UInt64?
    /// OR; whether headers count differs between gateways.
    package var octetsReceived: UInt64?
    /// PL, from gaps in the RTP sequence numbers.
    package var packetsLost: UInt64?
    /// JI: the average interarrival jitter in milliseconds.
    package var jitter: UInt64?
    /// LA: the average latency in milliseconds.
    package var latency: UInt64?

    /// Those of packages and vendors, as `FXR/PGS` and `X-…`, in their order.
    package var others: [Counter] = []

    /// A counter that RFC 3435 does not define.
    package struct Counter: Hashable, Sendable {
        /// Its name.
        package let name: MGCPName
        /// Its value.
        package let value: UInt64

        package init(_ name: MGCPName, _ value: UInt64) {
            self.name = name
            self.value = value
        }
    }

    package init() {}

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.init()
        let counters = try reader.list { (entry) throws(MGCPParseError) in
            let name = try entry.qualifiedName(plus: true)
            guard entry.takeSeparator(0x3D), let value = entry.decimal() else {
                throw entry.malformed
            }
            if value > Self.largest {
                entry.note(.longCounter)
            }
            return Counter(name, value)
        }
        for counter in counters {
            self.store(counter)
        }
    }

    private mutating func store(_ counter: Counter) {
        switch counter.name {
        case "PS": self.packetsSent = counter.value
        case "OS": self.octetsSent = counter.value
        case "PR": self.packetsReceived = counter.value
        case "OR": self.octetsReceived = counter.value
        case "PL": self.packetsLost = counter.value
        case "JI": self.jitter = counter.value
        case "LA": self.latency = counter.value
        default: self.others.append(counter)
        }
    }

    package func append(to bytes: inout [UInt8]) {
        let known: [(name: MGCPName, value: UInt64?)] = [
            ("PS", self.packetsSent), ("OS", self.octetsSent), ("PR", self.packetsReceived),
            ("OR", self.octetsReceived), ("PL", self.packetsLost), ("JI", self.jitter), ("LA", self.latency),
        ]
        let counters = known.compactMap { name, value in value.map { Counter(name, $0) } } + self.others
        bytes.append(list: counters) { counter, bytes in
            bytes.append(contentsOf: counter.name.text.bytes)
            bytes.append(0x3D)
            bytes.appendDecimal(min(counter.value, Self.largest))
        }
    }
}
