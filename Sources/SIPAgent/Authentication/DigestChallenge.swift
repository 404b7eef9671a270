import ProtocolKit
import SIPSyntax

/// A challenge that a peer sent us (RFC 7616 §3.3).
struct DigestChallenge: Sendable {
    let realm: ByteString
    let nonce: ByteString
    let opaque: ByteString?
    let isStale: Bool
    let algorithm: DigestAlgorithm
    let quality: DigestComputation.Quality

    /// Reads a WWW-Authenticate or Proxy-Authenticate value; `nil` when we cannot answer it.
    init?(_ value: ByteString) {
        guard let parameters = AuthenticationParameters(digest: value), let realm = parameters["realm"],
            let nonce = parameters["nonce"], let algorithm = DigestAlgorithm(parameters["algorithm"]),
            let quality = Self.quality(parameters["qop"])
        else {
            return nil
        }
        self.realm = realm
        self.nonce = nonce
        self.opaque = parameters["opaque"]
        self.isStale = parameters["stale"]?.isEqualIgnoringCase(to: "true") ?? false
        self.algorithm = algorithm
        self.quality = quality
    }

    /// The quality to use of those offered; `auth` is preferred as `auth-int` breaks where a body is rewritten.
    private static func quality(_ offered: ByteString?) -> DigestComputation.Quality? {
        guard let offered else {
            return DigestComputation.Quality.none
        }
        let names = offered.bytes.split { $0 == 0x2C || $0 == 0x20 || $0 == 0x09 }.map { ByteString($0) }
        if names.contains(where: { $0.isEqualIgnoringCase(to: "auth") }) {
            return .auth
        }
        return names.contains { $0.isEqualIgnoringCase(to: "auth-int") } ? .authInt : nil
    }
}
