package import ProtocolKit

/// The algorithms of digest authentication (RFC 8760 §2, RFC 7616).
package enum DigestAlgorithm: Hashable, Sendable {
    /// `MD5`, also when nothing is said.
    case md5

    /// `MD5-sess`
    case md5Session

    /// `SHA-256`
    case sha256

    /// `SHA-256-sess`
    case sha256Session

    /// `SHA-512-256`
    case sha512Truncated256

    /// `SHA-512-256-sess`
    case sha512Truncated256Session

    /// Any other, which cannot be answered.
    case other(ByteString)

    package init(_ text: ByteString) {
        let match = Self.known.first { ByteString(stringLiteral: $0.knownText).equalsIgnoringCase(text) }
        self = match ?? .other(text)
    }

    /// The algorithm as it is written on the wire.
    package var text: ByteString {
        if case .other(let text) = self {
            return text
        }
        return ByteString(stringLiteral: self.knownText)
    }

    private static var known: [DigestAlgorithm] {
        [.md5, .md5Session, .sha256, .sha256Session, .sha512Truncated256, .sha512Truncated256Session]
    }

    private var knownText: StaticString {
        switch self {
        case .md5: "MD5"
        case .md5Session: "MD5-sess"
        case .sha256: "SHA-256"
        case .sha256Session: "SHA-256-sess"
        case .sha512Truncated256: "SHA-512-256"
        case .sha512Truncated256Session: "SHA-512-256-sess"
        case .other: ""
        }
    }
}

/// An authentication scheme and its parameters, of a challenge or of credentials (RFC 3261 §25.1, RFC 7616 §3).
package struct AuthenticationParameters: Sendable {
    /// The octets that the ranges point into.
    package let bytes: [UInt8]

    /// The scheme as it was written.
    package let scheme: ByteString
    private let rest: Extent

    /// Takes the whole value; parameters of the Digest scheme are checked, those of any other scheme are not.
    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let bytes = value.bytes
        let (scheme, rest) = try value.scan { octets, scanner throws(SIPParseError) in
            let scheme = try scanner.token(octets, "authentication scheme")
            scanner.skipLWS(octets)
            let rest = Extent(scanner.position, scanner.end)
            if octets.matches(scheme, "digest") {
                try scanner.authenticationParameters(octets)
            } else {
                scanner.move(to: scanner.end)
            }
            return (scheme, rest)
        }
        self.bytes = bytes
        self.scheme = ByteString(bytes[scheme.range])
        self.rest = rest
    }

    /// Whether the scheme is Digest.
    package var isDigest: Bool {
        self.scheme.equalsIgnoringCase("Digest")
    }

    /// The value of a parameter without quotes; `name` is in lower case.
    package subscript(_ name: StaticString) -> ByteString? {
        let octets = self.bytes.span
        var scanner = Scanner(self.rest)
        repeat {
            guard let parameter = try? scanner.nameAndValue(octets) else {
                return nil
            }
            if octets.matches(parameter.name, name) {
                return .unquoting(self.bytes[parameter.value.range])
            }
        } while scanner.takeSeparator(0x2C, octets)
        return nil
    }

    /// The algorithm; MD5 when nothing is said (RFC 8760 §2.1).
    package var algorithm: DigestAlgorithm {
        self["algorithm"].map { DigestAlgorithm($0) } ?? .md5
    }

    /// The `realm`.
    package var realm: ByteString? {
        self["realm"]
    }

    /// The `nonce`.
    package var nonce: ByteString? {
        self["nonce"]
    }

    /// The `opaque`, which is sent back as it came.
    package var opaque: ByteString? {
        self["opaque"]
    }

    /// The value as it was written.
    package var text: ByteString {
        self.scheme + " " + ByteString(self.bytes[self.rest.range])
    }
}

extension Scanner {
    /// Takes `name=value` between commas up to the end, at least one and at most 64.
    fileprivate mutating func authenticationParameters(_ octets: Span<UInt8>) throws(SIPParseError) {
        var count = 0
        repeat {
            let parameter = try self.nameAndValue(octets)
            count += 1
            guard !parameter.value.isEmpty, count <= 64 else {
                throw .expected("authentication parameter")
            }
        } while self.takeSeparator(0x2C, octets)
        self.skipLWS(octets)
        guard self.isAtEnd else {
            throw .expected("authentication parameter")
        }
    }
}

/// A header that asks for credentials (RFC 3261 §20.27, §20.44).
package protocol ChallengeHeader: SIPHeader {
    /// Scheme and parameters.
    var parameters: AuthenticationParameters { get }

    init(_ parameters: AuthenticationParameters)
}

extension ChallengeHeader {
    package static var occurrence: SIPHeaderOccurrence { .fields }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let parameters = try AuthenticationParameters(from: &value)
        if parameters.isDigest, parameters.realm == nil || parameters.nonce == nil {
            throw SIPParseError(.expected(Self.name.text))
        }
        self.init(parameters)
    }

    /// Whether the earlier nonce was merely too old (RFC 7616 §3.3).
    package var isStale: Bool {
        self.parameters["stale"]?.equalsIgnoringCase("true") ?? false
    }

    /// Whether quality of protection `auth` is offered.
    package var offersAuth: Bool {
        guard let text = self.parameters["qop"] else {
            return false
        }
        return text.bytes.split(separator: 0x2C).contains { option in
            ByteString(option.filter { $0 != 0x20 && $0 != 0x09 }).equalsIgnoringCase("auth")
        }
    }
}

/// A challenge by a server (RFC 3261 §20.44).
package struct WWWAuthenticate: ChallengeHeader {
    package static let name = SIPHeaderName.wwwAuthenticate
    package let parameters: AuthenticationParameters

    package init(_ parameters: AuthenticationParameters) {
        self.parameters = parameters
    }
}

/// A challenge by a proxy (RFC 3261 §20.27).
package struct ProxyAuthenticate: ChallengeHeader {
    package static let name = SIPHeaderName.proxyAuthenticate
    package let parameters: AuthenticationParameters

    package init(_ parameters: AuthenticationParameters) {
        self.parameters = parameters
    }
}

/// A header that carries credentials (RFC 3261 §20.7, §20.28).
package protocol CredentialsHeader: SIPHeader {
    /// Scheme and parameters.
    var parameters: AuthenticationParameters { get }

    init(_ parameters: AuthenticationParameters)
}

extension CredentialsHeader {
    package static var occurrence: SIPHeaderOccurrence { .fields }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let parameters = try AuthenticationParameters(from: &value)
        if parameters.isDigest {
            guard parameters["username"] != nil, parameters.realm != nil, parameters.nonce != nil,
                parameters["uri"] != nil, parameters["response"] != nil
            else {
                throw SIPParseError(.expected(Self.name.text))
            }
        }
        self.init(parameters)
    }
}

/// Credentials for a server (RFC 3261 §20.7).
package struct Authorization: CredentialsHeader {
    package static let name = SIPHeaderName.authorization
    package let parameters: AuthenticationParameters

    package init(_ parameters: AuthenticationParameters) {
        self.parameters = parameters
    }
}

/// Credentials for a proxy (RFC 3261 §20.28).
package struct ProxyAuthorization: CredentialsHeader {
    package static let name = SIPHeaderName.proxyAuthorization
    package let parameters: AuthenticationParameters

    package init(_ parameters: AuthenticationParameters) {
        self.parameters = parameters
    }
}
