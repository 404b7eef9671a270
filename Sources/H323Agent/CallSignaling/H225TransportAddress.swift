package import H323Syntax
package import ProtocolKit

extension H225.TransportAddress {
    /// An address of either family for call signaling.
    package init(signaling address: TransportAddress) {
        let octets = address.ip.octets
        self =
            address.ip.isV4
            ? .ipAddress(H225.TransportAddress.IpAddress(ip: Array(octets.suffix(4)), port: address.port))
            : .ip6Address(H225.TransportAddress.Ip6Address(ip: octets, port: address.port))
    }

    /// The address; `nil` when it is none of IP, or is source-routed.
    package var signalingAddress: TransportAddress? {
        switch self {
        case .ipAddress(let address):
            return IPAddress(networkOctets: address.ip).map { TransportAddress($0, address.port) }
        case .ip6Address(let address):
            return IPAddress(networkOctets: address.ip).map { TransportAddress($0, address.port) }
        case .ipSourceRoute, .ipxAddress, .netBios, .nsap, .nonStandardAddress, .unrecognized:
            return nil
        }
    }
}
