import CallModel
import MGCPAgent
import ProtocolKit
import SIPAgent
import SignalingShell

extension TandemConfiguration {
    /// Every socket: those of SIP, then the call agent's.
    var sockets: [ListenerConfiguration] {
        self.listeners + [self.mgcpListener].compactMap { $0 }
    }

    /// Takes the addresses that the sockets are bound to, in their order.
    mutating func take(bound addresses: [TransportAddress]) {
        for (index, address) in zip(self.sip.listeners.indices, addresses) {
            self.sip.listeners[index].address = address
        }
        if self.mgcpListener != nil, let address = addresses.last {
            self.mgcp.address = address
            self.mgcp.listener = ListenerID(UInt16(clamping: self.sip.listeners.count))
        }
    }

    /// Every socket for people.
    var listenerTexts: [String] {
        let sip = self.sip.listeners.map { "\($0.name) \($0.transport) \($0.address)" }
        return sip
            + [self.mgcpListener].compactMap { $0 }.map { _ in
                "\(self.mgcp.listenerName) udp \(self.mgcp.address)"
            }
    }
}
