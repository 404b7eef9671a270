import CallControl
import CallModel
import DialplanEngine
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax

/// A gateway before something arrives at it.
struct Stage: ~Copyable {
    var gateway: Gateway
    let event: NetworkEvent

    /// Lets it arrive, and takes everything that the gateway wants done about it.
    mutating func play() {
        self.gateway.receive(self.event, at: Self.now)
        while self.gateway.nextEffect() != nil {}
    }

    private static let now = Instant.start.advanced(by: .seconds(1))
    private static let caller = TransportAddress(IPAddress("127.0.0.2") ?? .loopbackV4, 5060)
    private static let callee = TransportAddress(IPAddress("127.0.0.3") ?? .loopbackV4, 5060)

    static func fromCaller(_ octets: [UInt8]) -> NetworkEvent {
        .datagram(octets, from: self.caller, on: ListenerID(0))
    }

    static func fromCallee(_ octets: [UInt8]) -> NetworkEvent {
        .datagram(octets, from: self.callee, on: ListenerID(0))
    }

    /// A gateway that sends every call to the callee.
    static func gateway(media: String) throws -> Gateway {
        let plan = """
            <dialplan><context name="default"><extension name="all">
              <condition field="destination-number" expression=".*">
                <action application="bridge" data="sip:bob@127.0.0.3:5060" media="\(media)"/>
              </condition>
            </extension></context></dialplan>
            """
        let source = DialplanReader.Source(file: "bench.xml", octets: Array(plan.utf8))
        var sip = SIPAgentConfiguration()
        sip.listeners = [
            SIPListenerConfiguration(
                name: "udp",
                transport: .udp,
                address: TransportAddress(.loopbackV4, 5060),
                anonymousContext: "default"
            )
        ]
        let configuration = GatewayConfiguration(
            sip: sip,
            dialplan: try DialplanReader(names: DialplanReader.Names()).read([source])
        )
        var gateway = Gateway(configuration: configuration, key: [UInt8](repeating: 7, count: 32))
        gateway.setWallClock(CivilTime(nanoseconds: 1_767_571_200_000_000_000), at: .start)
        gateway.start(at: .start)
        return gateway
    }

    /// Calls the callee; returns the INVITE that the gateway sent there.
    static func placeCall(_ gateway: inout Gateway) -> [UInt8] {
        gateway.receive(self.fromCaller(Samples.invite), at: .start)
        var placed: [UInt8] = []
        while let effect = gateway.nextEffect() {
            if case .network(.send(let octets, to: self.callee, via: _)) = effect {
                placed = octets
            }
        }
        precondition(!placed.isEmpty, "the gateway sends the call on")
        return placed
    }
}

/// An answer that is large in one way.
struct HostileAnswer {
    let name: String
    var lines = ""
    var type = "application/sdp"
    var body = Samples.offer

    /// The 200 to an INVITE.
    func octets(to invite: [UInt8]) -> [UInt8] {
        let copied = String(decoding: invite, as: UTF8.self).split(separator: "\r\n").filter { line in
            ["Via:", "From:", "Call-ID:", "CSeq:"].contains { line.hasPrefix($0) }
        }
        let head = """
            SIP/2.0 200 OK\r
            \(copied.joined(separator: "\r\n"))\r
            To: <sip:bob@127.0.0.3>;tag=b\r
            Contact: <sip:bob@127.0.0.3>\r
            \(self.lines)Content-Type: \(self.type)\r
            Content-Length: \(self.body.utf8.count)\r
            \r

            """
        return Array((head + self.body).utf8.prefix(65_507))
    }
}
