import CSocket
import CallModel
import ProtocolKit

/// One TCP socket that listens.
final class StreamListener {
    let listener: ListenerID
    let address: TransportAddress
    let descriptor: Int32
    let dscp: UInt8

    init(_ listener: ListenerID, address: TransportAddress, descriptor: Int32, dscp: UInt8) {
        self.listener = listener
        self.address = address
        self.descriptor = descriptor
        self.dscp = dscp
    }

    deinit {
        csocket_close(self.descriptor)
    }
}
