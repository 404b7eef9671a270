import MGCPAgent
import MGCPSyntax
import ProtocolKit

/// The endpoints that the lines and circuits of the configuration stand for, each for one of them only.
struct ConfiguredEndpoints {
    private let circuitsOfGroup: Int
    private let domains: [ByteString: ByteString]
    private var owners: [EndpointName: String] = [:]

    init(_ gateways: [MediaGatewaySettings], circuitsOfGroup: Int) {
        self.circuitsOfGroup = circuitsOfGroup
        self.domains = Dictionary(gateways.map { ($0.name, $0.domain) }) { first, _ in first }
    }

    /// Takes an endpoint, or all of a range, for its owner; returns what is wrong, and what to do.
    ///
    /// `isOne` tells that the name may stand for one endpoint only.
    mutating func claim(_ endpoint: ByteString, of gateway: ByteString, for owner: String, isOne: Bool) -> String? {
        guard !endpoint.isEmpty, let domain = self.domains[gateway] else {
            return nil
        }
        guard !endpoint.bytes.contains(0x40), let name = Self.name(endpoint, domain), !name.namesAny else {
            return "`\(endpoint)` is no endpoint; write the part before the at sign, as aaln/1 or ds/e1-1/1"
        }
        guard name.namesSeveral || endpoint.bytes.contains(0x5B) else {
            return self.claim(name, for: owner)
        }
        guard !isOne else {
            return "`\(endpoint)` names several endpoints; a line has one"
        }
        guard let all = EndpointRanges.expanded(endpoint, atMost: self.circuitsOfGroup) else {
            return "`\(endpoint)` is no range of at most \(self.circuitsOfGroup) endpoints, as ds/e1-1/[1-15,17-31]"
        }
        for one in all {
            if let name = Self.name(one, domain), let problem = self.claim(name, for: owner) {
                return problem
            }
        }
        return nil
    }

    private static func name(_ endpoint: ByteString, _ domain: ByteString) -> EndpointName? {
        EndpointName(ByteString("\(endpoint)@\(domain)"))
    }

    private mutating func claim(_ name: EndpointName, for owner: String) -> String? {
        if let other = self.owners.updateValue(owner, forKey: name) {
            return "\(name) is \(other)'s already"
        }
        return nil
    }
}

/// Endpoint names with ranges in their terms (RFC 3435 appendix E.5).
enum EndpointRanges {
    /// Every name that `text` stands for; `nil` when it is not one, has another wildcard, or stands for too many.
    static func expanded(_ text: ByteString, atMost bound: Int) -> [ByteString]? {
        guard let open = text.bytes.firstIndex(of: 0x5B) else {
            return text.bytes.contains(0x2A) ? nil : [text]
        }
        guard let close = text.bytes[open...].firstIndex(of: 0x5D),
            let tails = Self.expanded(ByteString(text.bytes[(close + 1)...]), atMost: bound),
            let numbers = Self.numbers(in: text.bytes[(open + 1)..<close], atMost: bound),
            numbers.count * tails.count <= bound
        else {
            return nil
        }
        let head = ByteString(text.bytes[..<open])
        return numbers.flatMap { number in tails.map { ByteString("\(head)\(number)\($0)") } }
    }

    private static func numbers(in list: ArraySlice<UInt8>, atMost bound: Int) -> [Int]? {
        var numbers: [Int] = []
        for part in list.split(separator: 0x2C, omittingEmptySubsequences: false) {
            let bounds = part.split(separator: 0x2D, omittingEmptySubsequences: false)
                .map { Int(String(decoding: $0, as: UTF8.self)) }
            guard (1...2).contains(bounds.count), let low = bounds.first ?? nil, let high = bounds.last ?? nil,
                low >= 0, low <= high, high - low < bound, numbers.count < bound
            else {
                return nil
            }
            numbers += low...high
        }
        return numbers
    }
}
