import MGCPSyntax
import ProtocolKit
import SimulationKit

/// A media gateway of the lab with a call agent that is a test: it writes octets and reads octets.
struct CommandedGateway {
    static let address = TransportAddress(IPAddress(v4: 0x0A00_0032), 2427)
    static let callAgent = TransportAddress(IPAddress(v4: 0x0A00_0001), 2727)

    var gateway: LabGateway
    private(set) var now = Instant.start
    private(set) var sent: [(text: String, to: TransportAddress)] = []
    private(set) var notes: [LabNote] = []

    init(
        endpoints: [LabGatewayConfiguration.Endpoint] = [.init("aaln/1"), .init("aaln/2")],
        change: (inout LabGatewayConfiguration) -> Void = { _ in }
    ) {
        var configuration = LabGatewayConfiguration(
            domain: "rgw",
            address: Self.address,
            callAgent: Self.callAgent,
            endpoints: endpoints
        )
        change(&configuration)
        self.gateway = LabGateway(configuration, seed: 1)
    }

    /// Sends a message and returns what comes back at once.
    @discardableResult
    mutating func send(_ text: String, from source: TransportAddress = Self.callAgent) -> [String] {
        let bytes = Array((text + "\n").replacing("\n", with: "\r\n").utf8)
        return self.change { $0.receive(bytes, from: source, at: $1) }
    }

    /// Does something to it and returns what it sends at once.
    @discardableResult
    mutating func change(_ body: (inout LabGateway, Instant) -> Void) -> [String] {
        let first = self.sent.count
        body(&self.gateway, self.now)
        self.drain()
        return self.sent[first...].map(\.text)
    }

    /// Lets time pass and returns what it sent meanwhile.
    @discardableResult
    mutating func wait(_ duration: Duration) -> [String] {
        let first = self.sent.count
        let end = self.now.advanced(by: duration)
        while let next = self.gateway.nextDeadline, next <= end {
            self.now = max(self.now, next)
            self.gateway.advance(to: self.now)
            self.drain()
        }
        self.now = end
        return self.sent[first...].map(\.text)
    }

    /// Answers the command that it sent last.
    @discardableResult
    mutating func answer(_ code: String = "200", _ lines: String = "") -> [String] {
        guard let command = self.sent.last(where: { !$0.text.prefix(1).allSatisfy(\.isNumber) })?.text else {
            return []
        }
        let id = command.split(separator: " ")[1]
        return self.send("\(code) \(id) OK" + (lines.isEmpty ? "" : "\n" + lines))
    }

    /// An endpoint.
    func endpoint(_ name: ByteString = "aaln/1") -> LabEndpoint {
        self.gateway.endpoints[self.gateway.index(of: name) ?? 0]
    }

    private mutating func drain() {
        while let output = self.gateway.nextOutput() {
            switch output {
            case .send(let bytes, let destination):
                self.sent.append((String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n"), destination))
            case .note(let note, _):
                self.notes.append(note)
            }
        }
    }
}

extension String {
    /// The value of a parameter line.
    func value(_ name: String) -> String? {
        self.split(separator: "\n").first { $0.hasPrefix("\(name): ") || $0 == "\(name):" }
            .map { String($0.dropFirst(name.count + 2)) }
    }
}
