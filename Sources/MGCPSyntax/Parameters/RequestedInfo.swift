import ProtocolKit

/// What an audit asks for: `F:` (RFC 3435 §3.2.2.17).
package struct RequestedInfo: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.requestedInfo

    /// One thing to tell.
    package enum Item: Hashable, Sendable {
        /// A parameter that RFC 3435 defines; RC and LC ask for the session descriptions.
        case parameter(MGCPParameterName)
        /// A parameter that it does not define.
        case other(MGCPName)
    }

    /// What is asked for, in this order.
    package let items: [Item]

    package init(_ items: [Item]) {
        self.items = items
    }

    /// Asks for parameters that RFC 3435 defines.
    package init(_ parameters: MGCPParameterName...) {
        self.items = parameters.map { .parameter($0) }
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.items = try reader.list { (entry) throws(MGCPParseError) in
            let name = try entry.qualifiedName(plus: true)
            return MGCPParameterName(name.text).map { .parameter($0) } ?? .other(name)
        }
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(list: self.items) { item, bytes in
            switch item {
            case .parameter(let name): bytes.append(name.code)
            case .other(let name): bytes.append(contentsOf: name.text.bytes)
            }
        }
    }
}

/// What becomes of events while the gateway waits for the next request: `Q:` (RFC 3435 §3.2.2.14, §4.4.1).
package struct QuarantineHandling: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.quarantineHandling

    /// Whether one request allows several notifications; otherwise each needs a request of its own.
    package let isLooping: Bool

    /// Whether events from the time of waiting are forgotten when the next request comes.
    package let discards: Bool

    package init(isLooping: Bool = false, discards: Bool = false) {
        self.isLooping = isLooping
        self.discards = discards
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        var isLooping: Bool?
        var discards: Bool?
        let words = try reader.list { (entry) throws(MGCPParseError) in MGCPName(try entry.name()) }
        for word in words {
            switch word {
            case "loop" where isLooping == nil: isLooping = true
            case "step" where isLooping == nil: isLooping = false
            case "discard" where discards == nil: discards = true
            case "process" where discards == nil: discards = false
            default: throw reader.malformed
            }
        }
        guard !words.isEmpty else {
            throw reader.malformed
        }
        self.init(isLooping: isLooping ?? false, discards: discards ?? false)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(self.isLooping ? "loop" : "step")
        bytes.append(self.discards ? ",discard" : ",process")
    }
}
