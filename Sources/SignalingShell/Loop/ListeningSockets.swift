import CSocket
import CallModel
import Glibc
package import ProtocolKit

/// The listening sockets of the configuration, opened before the gateway is made so that it knows their ports.
///
/// They belong to the loop that they are given to; nobody else may use them.
package final class ListeningSockets {
    /// The address that each listener is bound to, in the order of the configuration.
    package let addresses: [TransportAddress]

    var datagrams: [DatagramPort] = []
    var streams: [StreamListener] = []

    /// Opens all of them or none.
    package init(_ listeners: [ListenerConfiguration], buffer: Int) throws(ShellError) {
        var addresses: [TransportAddress] = []
        for (index, configuration) in listeners.enumerated() {
            let listener = ListenerID(UInt16(index))
            let wanted = configuration.address.native
            let descriptor =
                switch configuration.transport {
                case .udp: csocket_datagram_open(wanted, Int32(configuration.dscp), Int32(clamping: buffer))
                case .tcp: csocket_listen(wanted, Int32(configuration.dscp), 1024)
                }
            guard descriptor >= 0 else {
                let name = configuration.transport == .udp ? "UDP" : "TCP"
                throw ShellError("cannot listen for \(name) on", configuration.address, code: -descriptor)
            }
            var bound = csocket_address()
            let result = unsafe csocket_local_address(descriptor, &bound)
            guard result == 0 else {
                csocket_close(descriptor)
                throw ShellError("cannot read the address of", configuration.address, code: -result)
            }
            let address = TransportAddress(bound)
            addresses.append(address)
            switch configuration.transport {
            case .udp:
                self.datagrams.append(DatagramPort(listener, address: address, descriptor: descriptor))
            case .tcp:
                self.streams.append(
                    StreamListener(listener, address: address, descriptor: descriptor, dscp: configuration.dscp)
                )
            }
        }
        self.addresses = addresses
    }
}

@available(*, unavailable)
extension ListeningSockets: Sendable {}
