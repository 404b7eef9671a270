package import H323Syntax
package import ProtocolKit

extension H225.TransportAddress {
    /// An IPv4 or IPv6 address with its port.
    package init(_ address: TransportAddress) {
        let octets = address.ip.octets
        if address.ip.isV4 {
            self = .ipAddress(IpAddress(ip: Array(octets.suffix(4)), port: address.port))
        } else {
            self = .ip6Address(Ip6Address(ip: octets, port: address.port))
        }
    }

    /// The address, if it is one of IPv4 or IPv6.
    package var address: TransportAddress? {
        switch self {
        case .ipAddress(let address):
            IPAddress(v4Octets: address.ip).map { TransportAddress($0, address.port) }
        case .ip6Address(let address):
            IPAddress(v6Octets: address.ip).map { TransportAddress($0, address.port) }
        case .ipSourceRoute, .ipxAddress, .netBios, .nsap, .nonStandardAddress, .unrecognized:
            nil
        }
    }

    /// The address, if a datagram or a connection could go there: not "any", not a group, and with a port.
    package var reachableAddress: TransportAddress? {
        guard let address = self.address, address.port > 0, !address.ip.isUnspecified,
            !address.ip.isMulticastOrBroadcast
        else {
            return nil
        }
        return address
    }
}
