import ProtocolKit

/// Responses that were received and need not be kept: `K:` (RFC 3435 §3.2.2.19, §3.5.2).
///
/// In a final response it says nothing but that a 000 is wanted.
package struct ResponseAck: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.responseAck

    /// The ranges of transactions in their order.
    package let ranges: [ClosedRange<MGCPTransactionID>]

    package init(_ ranges: [ClosedRange<MGCPTransactionID>] = []) {
        self.ranges = ranges
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.ranges = try reader.list { (entry) throws(MGCPParseError) in
            let range = try entry.range(upTo: MGCPTransactionID.maximum)
            guard let low = MGCPTransactionID(range.lowerBound),
                let high = MGCPTransactionID(range.upperBound)
            else {
                throw entry.error(.outOfRange)
            }
            return low...high
        }
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(list: self.ranges) { range, bytes in
            bytes.appendDecimal(range.lowerBound.number)
            if range.lowerBound != range.upperBound {
                bytes.append(0x2D)
                bytes.appendDecimal(range.upperBound.number)
            }
        }
    }
}

/// How the lines of an endpoint are coded: `B:` (RFC 3435 §3.2.2.1).
package struct BearerInformation: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.bearerInformation
    package static let mayBeAbsent = true

    /// The companding law.
    package enum Encoding: Hashable, Sendable {
        case aLaw
        case muLaw
    }

    /// `e:` the companding law.
    package let encoding: Encoding?

    /// What packages add.
    package let others: [LocalConnectionOptions.Option]

    package init(_ encoding: Encoding?, others: [LocalConnectionOptions.Option] = []) {
        self.encoding = encoding
        self.others = others
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        var encoding: Encoding?
        var others: [LocalConnectionOptions.Option] = []
        for option in try reader.list(of: LocalConnectionOptions.Option.self) {
            guard option.name == "e" else {
                others.append(option)
                continue
            }
            guard encoding == nil else {
                throw reader.error(.duplicate)
            }
            encoding = try option.choice(["A": .aLaw, "mu": .muLaw], reader)
        }
        self.init(encoding, others: others)
    }

    package func append(to bytes: inout [UInt8]) {
        var options = self.others
        switch self.encoding {
        case .aLaw: options.insert(LocalConnectionOptions.Option("e", [.word("A")]), at: 0)
        case .muLaw: options.insert(LocalConnectionOptions.Option("e", [.word("mu")]), at: 0)
        case nil: break
        }
        bytes.append(list: options)
    }
}
