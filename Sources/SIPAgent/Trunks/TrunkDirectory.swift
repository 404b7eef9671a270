package import ProtocolKit

/// Finds the trunk that a request comes from or a call goes to.
package struct TrunkDirectory: Sendable {
    private let trunks: [SIPTrunkConfiguration]
    private let places: [ByteString: Int]
    private var resolved: [Int: [ByteString: [IPAddress]]] = [:]

    /// Addresses of one source host that are taken.
    private static let addressesPerHost = 32

    /// A directory of the configured trunks.
    package init(_ trunks: [SIPTrunkConfiguration]) {
        self.trunks = trunks
        self.places = Dictionary(trunks.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
    }

    /// The trunk of this name.
    package func trunk(named name: ByteString) -> SIPTrunkConfiguration? {
        self.places[name].map { self.trunks[$0] }
    }

    /// The place of the trunk of this name in the configuration's list.
    package func place(of name: ByteString) -> Int? {
        self.places[name]
    }

    /// The place of the first trunk that lists this address as a source.
    package func place(from source: IPAddress) -> Int? {
        self.trunks.indices.first { place in
            self.trunks[place].sources.contains { $0.contains(source) }
                || self.resolved[place]?.values.contains { $0.contains(source) } == true
        }
    }

    /// The first trunk that lists this address as a source.
    package func trunk(from source: IPAddress) -> SIPTrunkConfiguration? {
        self.place(from: source).map { self.trunks[$0] }
    }

    /// The host names whose addresses are sources, each with the place of its trunk.
    package var sourceHosts: [(place: Int, host: ByteString)] {
        self.trunks.enumerated().flatMap { place, trunk in trunk.sourceHosts.map { (place, $0) } }
    }

    /// Replaces the addresses of a source host by those that it has now.
    package mutating func update(_ place: Int, host: ByteString, addresses: [IPAddress]) {
        self.resolved[place, default: [:]][host] = Array(addresses.prefix(Self.addressesPerHost))
    }
}
