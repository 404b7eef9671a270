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
        try reader.eachEntry { (entry) throws(MGCPParseError) in
            let name = try entry.qualifiedWord(plus: true)
            guard entry.takeSeparator(0x3D), let value = entry.decimal() else {
                throw entry.malformed
            }
            if value > Self.largest {
                entry.note(.longCounter)
            }
            self.store(name, value)
        }
    }

    private mutating func store(_ name: ArraySlice<UInt8>, _ value: UInt64) {
        // Letters of names that are known are compared in one number, without case.
        let packed = name.count == 2 ? name.reduce(UInt16(0)) { $0 << 8 | UInt16($1.asciiUppercased) } : 0
        switch packed {
        case 0x5053: self.packetsSent = value
        case 0x4F53: self.octetsSent = value
        case 0x5052: self.packetsReceived = value
        case 0x4F52: self.octetsReceived = value
        case 0x504C: self.packetsLost = value
        case 0x4A49: self.jitter = value
        case 0x4C41: self.latency = value
        default: self.others.append(Counter(MGCPName(ByteString(name)), value))
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
