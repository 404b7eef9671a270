package import H323Syntax
package import ProtocolKit

extension H245.TransportAddress {
    /// A unicast address of either family.
    package init(_ address: TransportAddress) {
        let octets = address.ip.octets
        if address.ip.isV4 {
            let ip = H245.UnicastAddress.IPAddress(network: Array(octets.suffix(4)), tsapIdentifier: address.port)
            self = .unicastAddress(.iPAddress(ip))
        } else {
            self = .unicastAddress(
                .iP6Address(H245.UnicastAddress.IP6Address(network: octets, tsapIdentifier: address.port))
            )
        }
    }

    /// The address; `nil` when it is none of IP, is multicast, or is source-routed.
    package var transportAddress: TransportAddress? {
        guard case .unicastAddress(let unicast) = self else {
            return nil
        }
        switch unicast {
        case .iPAddress(let address):
            return IPAddress(v4Octets: address.network).map { TransportAddress($0, address.tsapIdentifier) }
        case .iP6Address(let address):
            return IPAddress(v6Octets: address.network).map { TransportAddress($0, address.tsapIdentifier) }
        case .iPXAddress, .netBios, .iPSourceRouteAddress, .nsap, .nonStandardAddress, .unrecognized:
            return nil
        }
    }
}
