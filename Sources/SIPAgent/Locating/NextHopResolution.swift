import CallModel
import ProtocolKit

/// The way from a name to an ordered list of next hops (RFC 3263 §4.1, §4.2).
///
/// ```
///   name, nothing else ──NAPTR──▶ services of usable transports ──┐
///        (none)     ──▶ _sip._udp, _sip._tcp ──SRV──▶ hosts and ports ──A, AAAA──▶ candidates
///   name, transport ──▶ _sip._transport ─────────────┘      ▲
///   name, port      ─────────────────────────────────────────┘
/// ```
///
/// It keeps the answers and works out after each one what is still missing, so their order does not matter.
struct NextHopResolution: Sendable {
    /// How far it is.
    enum Step: Hashable, Sendable {
        /// Answers to these are missing.
        case asks([DNSQuestion])
        /// Nothing is missing; the list is empty when nothing was found.
        case done([NextHop])
    }

    /// A host and port that a service was found at.
    private struct Service: Hashable, Sendable {
        let transport: TransportProtocol
        let host: ByteString
        let port: UInt16
    }

    /// A list that may be incomplete as answers are missing.
    private struct Partial<Element: Sendable>: Sendable {
        var elements: [Element] = []
        var missing: [DNSQuestion] = []
    }

    private let target: NextHopTarget
    private let capabilities: NextHopCapabilities
    private let policy: LocatingPolicy
    private var answers: [DNSQuestion: [DNSRecord]] = [:]

    init(_ target: NextHopTarget, capabilities: NextHopCapabilities, policy: LocatingPolicy) {
        self.target = target
        self.capabilities = capabilities
        self.policy = policy
    }

    /// What is known and what is missing.
    var step: Step {
        let (hops, missing) = self.evaluate()
        let open = missing.prefix(max(self.policy.questions - self.answers.count, 0))
        return open.isEmpty ? .done(hops) : .asks(Array(open))
    }

    /// What is known, whether or not something is missing.
    var hopsSoFar: [NextHop] {
        self.evaluate().hops
    }

    /// Takes an answer; a failure counts as no record.
    ///
    /// Services of equal priority are drawn by weight here, once.
    mutating func receive(_ answer: DNSAnswer, to question: DNSQuestion, identifiers: inout IdentifierSource) {
        switch answer {
        case .records(let records, _):
            let bounded = Array(records.prefix(self.policy.recordsPerAnswer))
            self.answers[question] = question.type == .srv ? ServiceOrder.draw(bounded, &identifiers) : bounded
        case .nothing, .failed:
            self.answers[question] = []
        }
    }

    private func evaluate() -> (hops: [NextHop], missing: [DNSQuestion]) {
        let services = self.services()
        guard services.missing.isEmpty || !services.elements.isEmpty else {
            return ([], services.missing)
        }
        var hops: [NextHop] = []
        var missing = services.missing
        for service in services.elements {
            let found = self.addresses(of: service)
            for hop in found.elements where !hops.contains(hop) && hops.count < self.policy.candidates {
                hops.append(hop)
            }
            for question in found.missing where !missing.contains(question) {
                missing.append(question)
            }
        }
        return (hops, missing)
    }

    /// §4.1 and the first half of §4.2: hosts and ports in their order.
    private func services() -> Partial<Service> {
        let plain = Service(
            transport: self.target.transport ?? self.capabilities.transports.first ?? .udp,
            host: self.target.host,
            port: self.target.port ?? NextHopTarget.defaultPort
        )
        guard self.target.port == nil else {
            return Partial(elements: [plain])
        }
        let names = self.serviceNames()
        guard names.missing.isEmpty else {
            return Partial(missing: names.missing)
        }
        var services = Partial<Service>()
        var isRefused = false
        for (transport, name) in names.elements {
            let question = DNSQuestion(name, .srv)
            guard let records = self.answers[question] else {
                services.missing.append(question)
                continue
            }
            for case .service(_, _, let port, let host) in records {
                // A target of "." says that the service is decidedly not available (RFC 2782).
                if host.isEmpty || host == "." {
                    isRefused = true
                } else if services.elements.count < self.policy.candidates {
                    services.elements.append(Service(transport: transport, host: Self.canonical(host), port: port))
                }
            }
        }
        if services.missing.isEmpty, services.elements.isEmpty, !isRefused {
            services.elements = [plain]
        }
        return services
    }

    /// §4.1: the names to ask for services, with their transports.
    private func serviceNames() -> Partial<(TransportProtocol, ByteString)> {
        if let transport = self.target.transport {
            return Partial(elements: [(transport, self.serviceName(transport))])
        }
        if self.policy.asksForPointers {
            let question = DNSQuestion(self.target.host, .naptr)
            guard let records = self.answers[question] else {
                return Partial(missing: [question])
            }
            let pointers = self.pointers(records)
            if !pointers.isEmpty {
                return Partial(elements: pointers)
            }
        }
        return Partial(elements: self.capabilities.transports.map { ($0, self.serviceName($0)) })
    }

    /// The usable NAPTR records by order and preference (RFC 3263 §4.1, RFC 3403 §4.1).
    private func pointers(_ records: [DNSRecord]) -> [(TransportProtocol, ByteString)] {
        var usable: [(order: UInt16, preference: UInt16, transport: TransportProtocol, name: ByteString)] = []
        for case .pointer(let order, let preference, let flags, let service, let name) in records {
            guard flags.isEqualIgnoringCase(to: "s"), let transport = Self.transport(ofService: service),
                self.capabilities.transports.contains(transport), !name.isEmpty
            else {
                continue
            }
            usable.append((order, preference, transport, Self.canonical(name)))
        }
        return usable.sorted { ($0.order, $0.preference) < ($1.order, $1.preference) }
            .prefix(Self.maximumPointers)
            .map { ($0.transport, $0.name) }
    }

    /// The second half of §4.2.
    private func addresses(of service: Service) -> Partial<NextHop> {
        var hops = Partial<NextHop>()
        if let address = IPAddress(service.host.bytes) {
            // Not allowed in an SRV record (RFC 2782), but found in the field.
            hops.elements.append(NextHop(service.transport, TransportAddress(address, service.port)))
            return hops
        }
        let types: [DNSQuestion.RecordType] = self.policy.prefersIPv6 ? [.aaaa, .a] : [.a, .aaaa]
        for type in types where self.capabilities.reaches(service.transport, isV4: type == .a) {
            let question = DNSQuestion(service.host, type)
            guard let records = self.answers[question] else {
                hops.missing.append(question)
                continue
            }
            for case .address(let address) in records where !address.isMulticastOrBroadcast && !address.isUnspecified {
                hops.elements.append(NextHop(service.transport, TransportAddress(address, service.port)))
            }
        }
        return hops
    }

    private func serviceName(_ transport: TransportProtocol) -> ByteString {
        var name: [UInt8] = []
        switch transport {
        case .udp:
            name.append("_sip._udp.")
        case .tcp:
            name.append("_sip._tcp.")
        }
        return ByteString(name + self.target.host.bytes)
    }

    /// NAPTR records of one answer that are followed.
    private static let maximumPointers = 8

    private static func transport(ofService service: ByteString) -> TransportProtocol? {
        if service.isEqualIgnoringCase(to: "SIP+D2U") {
            return .udp
        }
        return service.isEqualIgnoringCase(to: "SIP+D2T") ? .tcp : nil
    }

    private static func canonical(_ host: ByteString) -> ByteString {
        let lower = host.lowercased
        return lower.bytes.last == 0x2E && lower.count > 1 ? ByteString(lower.bytes.dropLast()) : lower
    }
}
