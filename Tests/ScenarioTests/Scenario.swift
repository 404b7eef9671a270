import CallControl
import CallModel
import DialplanEngine
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// The stage that most scenarios play on: a gateway at 127.0.0.1 and phones at 127.0.0.x, one caller, some callees.
enum Scenario {
    /// The gateway's IPv6 address.
    static let loopbackV6 = IPAddress("::1") ?? .loopbackV4

    /// A dialplan of one context that sends each number to the target of that name.
    static func plan(_ targets: [String: String], media: String = "direct", extra: String = "") -> String {
        let extensions = targets.sorted { $0.key < $1.key }.map { name, target in
            """
            <extension name="\(name)">
              <condition field="destination-number" expression="\(name)">
                <action application="bridge" data="\(target)" media="\(media)" \(extra)/>
              </condition>
            </extension>
            """
        }
        return "<dialplan><context name=\"default\">\(extensions.joined())</context></dialplan>"
    }

    /// Bob at 127.0.0.3, who talks to his callers directly.
    static let bob: String = Self.bob(media: "direct")

    /// Bob at 127.0.0.3 with the media through the relay.
    static let anchoredBob: String = Self.bob(media: "anchor")

    /// Bob at 127.0.0.3 with the media as it is given.
    static func bob(media: String) -> String {
        Self.plan(["bob": "sip:bob@127.0.0.3:5060"], media: media)
    }

    /// A gateway with UDP and TCP at 127.0.0.1:5060 that lets anyone on its listener call by the plan.
    static func configuration(plan: String) throws -> GatewayConfiguration {
        let names = DialplanReader.Names(trunks: ["carrier"], circuitGroups: ["pbx"])
        let dialplan = try DialplanReader(names: names).read([
            DialplanReader.Source(file: "scenario.xml", octets: Array(plan.utf8))
        ])
        var sip = SIPAgentConfiguration()
        sip.listeners = [TransportProtocol.udp, .tcp].map { transport in
            SIPListenerConfiguration(
                name: transport == .udp ? "udp" : "tcp",
                transport: transport,
                address: TransportAddress(.loopbackV4, 5060),
                anonymousContext: "default"
            )
        }
        return GatewayConfiguration(sip: sip, dialplan: dialplan)
    }

    /// A simulation on this stage.
    static func simulation(
        plan: String = Self.bob,
        seed: UInt64 = 1,
        conditions: NetworkConditions = .perfect,
        change: (inout GatewayConfiguration) -> Void = { _ in }
    ) throws -> Simulation {
        var configuration = try Self.configuration(plan: plan)
        change(&configuration)
        return Simulation(configuration, seed: seed, conditions: conditions)
    }
}

extension Simulation {
    /// The caller at 127.0.0.2.
    func alice() -> Phone {
        self.phone("alice", at: "127.0.0.2:5060")
    }

    /// The callee at 127.0.0.3.
    func bob() -> Phone {
        self.phone("bob", at: "127.0.0.3:5060")
    }

    /// A further callee at 127.0.0.4.
    func carol() -> Phone {
        self.phone("carol", at: "127.0.0.4:5060")
    }

    /// A call with session timers on both legs, which the gateway refreshes.
    func connectWithTimers(_ alice: Phone, _ bob: Phone) throws -> Connection {
        let out = alice.invite("bob", offer: alice.audio(), headers: ["Supported: timer"])
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio(), headers: Scenario.timerLines)
        try out.expect(200)
        try incoming.expectACK()
        out.answersRefreshes(with: alice.audio())
        incoming.answersRefreshes(with: bob.audio())
        return Connection(out: out, incoming: incoming)
    }

    /// Expects that media from one phone's port reaches the other's by way of the ports that the gateway has told.
    func expectMedia(from source: String, to destination: String, payloadType: UInt8? = nil) throws {
        guard let source = TransportAddress(source), let destination = TransportAddress(destination) else {
            throw Unexpected("\(source) and \(destination) are not both addresses")
        }
        let passages = self.relay.anchors.values.flatMap(\.streams).compactMap { stream in
            self.relay.passage(from: source, to: stream.local, payloadType: payloadType)
        }
        guard passages.map(\.to) == [destination] else {
            throw Unexpected("media from \(source) goes to \(passages.map(\.to)) and not to \(destination)")
        }
    }

    /// Expects that the relay is told nothing of what happens in between.
    func expectNoMediaOrders(in steps: () throws -> Void) rethrows {
        self.run(for: .seconds(1))
        let orders = self.relay.orders.count
        try steps()
        self.run(for: .seconds(1))
        #expect(self.relay.orders.count == orders)
    }

    /// A call from one phone to the other that is up.
    func connect(_ alice: Phone, _ bob: Phone, to user: String = "bob") throws -> Connection {
        let out = alice.invite(user, offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try incoming.expectACK()
        return Connection(out: out, incoming: incoming)
    }
}

/// Both ends of a call that is up.
struct Connection {
    let out: PhoneCall
    let incoming: PhoneCall

    /// The caller hangs up.
    func hangUp() throws {
        self.out.bye()
        try self.incoming.expectBye()
        try self.out.expect(200, to: .bye)
    }
}

extension Phone {
    /// Audio at the phone's own address.
    func audio(
        port: UInt16 = 40_000,
        direction: String = "sendrecv",
        version: Int = 1,
        formats: [Int] = [0, 101]
    ) -> String {
        SDPText.audio(
            "\(self.address.ip)",
            port: port,
            formats: formats,
            direction: direction,
            version: version
        )
    }
}

extension SIPMessage {
    /// The attribute line of this name in the body, as `sendrecv` for directions.
    var direction: String {
        let names = ["sendrecv", "sendonly", "recvonly", "inactive"]
        return names.first { self.bodyText.contains("a=\($0)\r\n") } ?? "none"
    }
}

extension PhoneCall {
    /// Waits for an offer of the gateway, by UPDATE or re-INVITE as it likes.
    func anyOffer() throws -> SIPMessage {
        let found = { self.requests.last { $0.method == .update || $0.method == .invite } }
        guard self.simulation.run(until: { found() != nil }), let offer = found() else {
            throw Unexpected("no offer came\n\(self.simulation.ladder)")
        }
        return try self.expectRequest(offer.method)
    }

    /// Refuses the first offer of the gateway, as one who is offering himself must, and answers every later one.
    func refusesOnce(answer: String) {
        var hasRefused = false
        self.onRequest = { request in
            guard request.method == .update || request.method == .invite else {
                return false
            }
            if hasRefused {
                self.reply(200, to: request.method, body: answer)
            } else {
                self.reply(491, to: request.method)
            }
            hasRefused = true
            return true
        }
    }

    /// Waits for a re-INVITE that offers this direction.
    func expectOffer(_ direction: String) throws -> SIPMessage {
        while true {
            let offer = try self.expectRequest(.invite)
            if offer.direction == direction {
                return offer
            }
        }
    }
}

extension PhoneCall {
    /// Answers session refreshes, by UPDATE or re-INVITE, and leaves the next one to the gateway (RFC 4028 §9).
    func answersRefreshes(with description: String) {
        self.onRequest = { request in
            guard request.method == .update || request.method == .invite else {
                return false
            }
            let body = request.body.isEmpty && request.method == .update ? "" : description
            self.reply(200, to: request.method, body: body, headers: Scenario.timerLines)
            return true
        }
    }

    /// The status of every response that went to the phone, those included that belong to none of its requests.
    func strayStatuses(_ simulation: Simulation, to phone: Phone) -> [UInt16] {
        AuditTrace(simulation.network.wire).entries.filter { $0.isFromGateway && $0.packet.to == phone.address }
            .map(\.status)
    }
}

extension Scenario {
    /// A 2xx that asks the other side to refresh every half an hour (RFC 4028 §9).
    static let timerLines = ["Require: timer", "Session-Expires: 1800;refresher=uac"]

    /// The ACK to a refusal of this INVITE, without the tag that only the refusal knows.
    static func acknowledgement(of invite: String) -> String {
        let lines = invite.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        let kept = lines.filter { line in
            ["INVITE ", "Via:", "From:", "To:", "Call-ID:", "CSeq:", "Max-Forwards:"].contains { line.hasPrefix($0) }
        }
        return (kept + ["Content-Length: 0", "", ""]).joined(separator: "\r\n").replacing("INVITE", with: "ACK")
    }
}
