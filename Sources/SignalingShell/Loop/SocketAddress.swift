import CSocket
import ProtocolKit

extension TransportAddress {
    init(_ address: csocket_address) {
        self.init(IPAddress(high: address.high, low: address.low), address.port)
    }

    var native: csocket_address {
        csocket_address(high: self.ip.high, low: self.ip.low, port: self.port)
    }

    /// Whether a datagram or a connection may go there: a single host, and a port.
    ///
    /// What a peer names as its address decides where we send, so that nothing goes to a group or to everybody.
    var isReachableHost: Bool {
        self.port != 0 && !self.ip.isUnspecified && !self.ip.isMulticastOrBroadcast
    }
}
