import H323Syntax
import ProtocolKit

/// An endpoint that is registered.
struct RegisteredEndpoint: Sendable {
    /// Our name for it.
    let identifier: H225.EndpointIdentifier

    /// The place of its rule in the configuration.
    let rule: Int

    /// Where it registered from, where its RAS channel is, and where calls for it go.
    let source: TransportAddress
    let rasAddress: TransportAddress
    let callSignalAddress: TransportAddress

    var aliases: [RASAlias]
    let prefixes: [ByteString]

    /// When it is gone unless it registers again.
    var expiresAt: Instant

    /// Whether it has said that its resources are nearly used up (RAI).
    var isAlmostOutOfResources = false

    /// Its calls.
    var calls: Set<SlabIndex> = []

    /// Whether it may have sent something from this address.
    func isAt(_ address: TransportAddress) -> Bool {
        address == self.source || address == self.rasAddress
    }
}

/// The endpoints that are registered, by everything that they are looked up by.
struct EndpointTable: Sendable {
    private(set) var endpoints = Slab<RegisteredEndpoint>()
    private var byIdentifier: [H225.EndpointIdentifier: SlabIndex] = [:]
    private var byAlias: [RASAlias: SlabIndex] = [:]
    private var byCallSignalAddress: [TransportAddress: SlabIndex] = [:]
    private var byPrefix: [ByteString: [SlabIndex]] = [:]
    private var byRule: [Int: SlabIndex] = [:]
    private var deadlines = SlabDeadlineQueue()

    /// The number of endpoints.
    var count: Int {
        self.endpoints.count
    }

    /// Whether nothing is left; for leak checks.
    var isEmpty: Bool {
        self.endpoints.isEmpty && self.byIdentifier.isEmpty && self.byAlias.isEmpty
            && self.byCallSignalAddress.isEmpty && self.byPrefix.isEmpty && self.byRule.isEmpty
            && self.deadlines.next == nil
    }

    subscript(index: SlabIndex) -> RegisteredEndpoint? {
        self.endpoints[index]
    }

    // MARK: Looking up

    func index(of identifier: H225.EndpointIdentifier) -> SlabIndex? {
        self.byIdentifier[identifier]
    }

    func index(of alias: RASAlias) -> SlabIndex? {
        self.byAlias[alias]
    }

    func index(at callSignalAddress: TransportAddress) -> SlabIndex? {
        self.byCallSignalAddress[callSignalAddress]
    }

    func index(ofRule rule: Int) -> SlabIndex? {
        self.byRule[rule]
    }

    /// The gateway for a number: of those with the longest fitting prefix the first that has resources left, but not
    /// the one that calls.
    func gateway(for number: ByteString, besides caller: SlabIndex?) -> SlabIndex? {
        guard !self.byPrefix.isEmpty else {
            return nil
        }
        for length in stride(from: number.count, through: 0, by: -1) {
            let gateways = (self.byPrefix[ByteString(number.bytes.prefix(length))] ?? []).filter { $0 != caller }
            let free = gateways.first { self.endpoints[$0]?.isAlmostOutOfResources == false }
            if let found = free ?? gateways.first {
                return found
            }
        }
        return nil
    }

    // MARK: Changing

    /// Adds an endpoint none of whose names, and whose rule, another one has.
    mutating func insert(_ endpoint: RegisteredEndpoint) -> SlabIndex {
        let index = self.endpoints.insert(endpoint)
        self.byIdentifier[endpoint.identifier] = index
        self.byCallSignalAddress[endpoint.callSignalAddress] = index
        self.byRule[endpoint.rule] = index
        for alias in endpoint.aliases {
            self.byAlias[alias] = index
        }
        for prefix in endpoint.prefixes {
            self.byPrefix[prefix, default: []].append(index)
        }
        self.deadlines.set(endpoint.expiresAt, for: index)
        return index
    }

    /// Takes an endpoint out.
    mutating func remove(_ index: SlabIndex) -> RegisteredEndpoint? {
        guard let endpoint = self.endpoints.remove(index) else {
            return nil
        }
        self.deadlines.set(nil, for: index)
        self.byIdentifier[endpoint.identifier] = nil
        self.byCallSignalAddress[endpoint.callSignalAddress] = nil
        self.byRule[endpoint.rule] = nil
        for alias in endpoint.aliases {
            self.byAlias[alias] = nil
        }
        for prefix in endpoint.prefixes {
            self.byPrefix[prefix]?.removeAll { $0 == index }
            if self.byPrefix[prefix]?.isEmpty ?? false {
                self.byPrefix[prefix] = nil
            }
        }
        return endpoint
    }

    /// Takes some names of an endpoint away.
    mutating func remove(_ aliases: [RASAlias], of index: SlabIndex) {
        for alias in aliases where self.byAlias[alias] == index {
            self.byAlias[alias] = nil
        }
        self.endpoints[index]?.aliases.removeAll { aliases.contains($0) }
    }

    /// An endpoint has registered again until this moment.
    mutating func refresh(_ index: SlabIndex, until moment: Instant) {
        self.endpoints[index]?.expiresAt = moment
        self.deadlines.set(moment, for: index)
    }

    mutating func setAlmostOutOfResources(_ isAlmostOut: Bool, of index: SlabIndex) {
        self.endpoints[index]?.isAlmostOutOfResources = isAlmostOut
    }

    mutating func add(call: SlabIndex, to index: SlabIndex) {
        self.endpoints[index]?.calls.insert(call)
    }

    mutating func remove(call: SlabIndex, of index: SlabIndex) {
        self.endpoints[index]?.calls.remove(call)
    }

    // MARK: Time

    /// When the next registration ends.
    var nextDeadline: Instant? {
        self.deadlines.next
    }

    /// An endpoint whose registration has ended; it is still in the table.
    mutating func popExpired(at now: Instant) -> SlabIndex? {
        self.deadlines.popDue(at: now)
    }
}
