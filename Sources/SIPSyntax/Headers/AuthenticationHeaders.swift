package import ProtocolKit

/// A header that asks for credentials (RFC 3261 §20.27, §20.44).
package struct ChallengeHeader<Kind: SIPHeaderKind>: SIPHeader {
    package static var name: SIPHeaderName { Kind.name }
    package static var occurrence: SIPHeaderOccurrence { .fields }

    /// Scheme and parameters.
    package let parameters: AuthenticationParameters

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.parameters = try AuthenticationParameters(from: &value)
        try self.parameters.requireOfDigest(["realm", "nonce"])
    }
}

/// A header that carries credentials (RFC 3261 §20.7, §20.28).
package struct CredentialsHeader<Kind: SIPHeaderKind>: SIPHeader {
    package static var name: SIPHeaderName { Kind.name }
    package static var occurrence: SIPHeaderOccurrence { .fields }

    /// Scheme and parameters.
    package let parameters: AuthenticationParameters

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.parameters = try AuthenticationParameters(from: &value)
        try self.parameters.requireOfDigest(["username", "realm", "nonce", "uri", "response"])
    }
}

extension AuthenticationParameters {
    /// Throws when the scheme is Digest and one of these is missing.
    fileprivate func requireOfDigest(_ names: [ByteString]) throws(SIPParseError) {
        if self.isDigest, names.contains(where: { self[$0] == nil }) {
            throw .expected("authentication parameter")
        }
    }
}

/// A challenge by a server (RFC 3261 §20.44).
package typealias WWWAuthenticate = ChallengeHeader<WWWAuthenticateKind>

/// A challenge by a proxy (RFC 3261 §20.27).
package typealias ProxyAuthenticate = ChallengeHeader<ProxyAuthenticateKind>

/// Credentials for a server (RFC 3261 §20.7).
package typealias Authorization = CredentialsHeader<AuthorizationKind>

/// Credentials for a proxy (RFC 3261 §20.28).
package typealias ProxyAuthorization = CredentialsHeader<ProxyAuthorizationKind>

/// ``WWWAuthenticate``.
package enum WWWAuthenticateKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .wwwAuthenticate }
}

/// ``ProxyAuthenticate``.
package enum ProxyAuthenticateKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .proxyAuthenticate }
}

/// ``Authorization``.
package enum AuthorizationKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .authorization }
}

/// ``ProxyAuthorization``.
package enum ProxyAuthorizationKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .proxyAuthorization }
}
