import CallModel
import ProtocolKit
import SIPAgent
import SignalingShell

extension TandemConfiguration {
    /// Where the gateway listens when the file does not say: loopback only.
    private static let defaultListeners: [(name: String, transport: TransportProtocol)] = [
        ("local-udp", .udp), ("local-tcp", .tcp),
    ]

    mutating func readListeners(_ root: Section) {
        guard let sections = root.sections("listeners") else {
            for (name, transport) in Self.defaultListeners {
                let address = TransportAddress(.loopbackV4, 5060)
                self.listeners.append(ListenerConfiguration(transport: transport, address: address, dscp: 24))
                self.sip.listeners.append(
                    SIPListenerConfiguration(name: ByteString(name), transport: transport, address: address)
                )
            }
            return
        }
        for section in sections {
            self.readListener(section)
        }
        for (index, listener) in self.sip.listeners.enumerated()
        where self.sip.listeners[..<index].contains(where: { $0.name == listener.name }) {
            sections[index].report("name", "the name `\(listener.name)` is taken by another listener")
        }
    }

    private mutating func readListener(_ section: Section) {
        let name = section.required("name", "give it a name for logs and dialplans")
        var transport = TransportProtocol.udp
        section.read("transport", of: ["udp": .udp, "tcp": .tcp], into: &transport)
        var address = TransportAddress(.loopbackV4, 5060)
        if let scalar = section.scalar("address") {
            address = section.address(scalar) ?? address
        } else {
            section.reportMissing("address", "write the address and port to listen on, as 127.0.0.1:5060")
        }
        var socket = ListenerConfiguration(transport: transport, address: address, dscp: 24)
        section.read("dscp", in: 0...63, into: &socket.dscp)
        var listener = SIPListenerConfiguration(name: name, transport: transport, address: address)
        section.read("advertised-host", into: &listener.advertisedHost)
        section.read("advertised-port", in: 1...65535, into: &listener.advertisedPort)
        section.read("anonymous-context", into: &listener.anonymousContext)
        if address.ip.isUnspecified, listener.advertisedHost == nil {
            section.reportMissing(
                "advertised-host",
                "peers cannot answer to \(address.ip); name an address of this host"
            )
        }
        section.end()
        if let context = listener.anonymousContext {
            self.contextUses.append(ContextUse("listener `\(name)`", context, section, key: "anonymous-context"))
        }
        self.listeners.append(socket)
        self.sip.listeners.append(listener)
    }
}
