package import MGCPSyntax
package import ProtocolKit

/// Who is meant by an address or a name.
extension MediaGateway {
    /// Whether what comes from this address is listened to.
    package func listens(to source: TransportAddress) -> Bool {
        self.settings.value.addresses.contains { address in
            address.ip == source.ip && (self.settings.value.acceptsAnyPort || address.port == source.port)
        }
    }

    /// Whether the part of an endpoint's name after the at sign means this gateway: its domain, or one of its addresses
    /// with brackets or, as some write it, without.
    package func isNamed(_ domain: MGCPName) -> Bool {
        if domain == MGCPName(self.settings.value.domain) {
            return true
        }
        guard let ip = NotifiedEntity(domain: domain)?.address else {
            return false
        }
        return self.settings.value.addresses.contains { $0.ip == ip }
    }

    /// Where a command goes after a 521, whose `N:` says it (RFC 3435 §2.4).
    ///
    /// The RFC leaves that open for commands of a call agent. Only addresses of the gateway itself are followed, so that
    /// nobody can send us anywhere; `nil` when there is none, or after `redirections` of them.
    package func redirection(
        _ response: MGCPResponse,
        after redirections: Int,
        limits: MGCPAgentLimits
    )
        -> TransportAddress?
    {
        guard response.code == .redirected, redirections < limits.redirections,
            let value = response.parameters.value(of: .notifiedEntity),
            let entity = try? NotifiedEntity(parsing: ByteString(value)), let ip = entity.address
        else {
            return nil
        }
        let addresses = self.settings.value.addresses.filter { $0.ip == ip && $0 != self.address }
        return addresses.first { entity.port == nil || $0.port == entity.port }
    }
}
