import Digests
package import H323Syntax
package import ProtocolKit

/// How an endpoint proves who it is by a password (H.235.0 clause 8; the two forms that gatekeepers know).
package enum RASMechanism: UInt8, Hashable, Sendable, CaseIterable {
    /// `cryptoEPPwdHash`: MD5 of a token with the name, the password and the time.
    case md5
    /// Cisco access token: a clear token whose challenge is MD5 of a random octet, the password and the time.
    case accessToken

    /// The object identifier that GRQ and GCF name it by: RSA's of MD5, and Cisco's own.
    package var algorithm: OID {
        switch self {
        case .md5: OID(1, 2, 840, 113549, 2, 5)
        case .accessToken: OID(1, 2, 840, 113548, 10, 1, 2, 1)
        }
    }

    /// What `authenticationCapability` and `authenticationMode` call it.
    package var mechanism: H235.AuthenticationMechanism {
        switch self {
        case .md5: .pwdHash
        case .accessToken: .authenticationBES(.radius)
        }
    }
}

/// The name and password of an endpoint.
package struct RASCredentials: Hashable, Sendable {
    /// The alias that it proves to be, up to 127 UTF-16 units.
    package let name: String

    /// The password, up to 127 UTF-16 units.
    package let password: String

    package init(name: String, password: String) {
        self.name = name
        self.password = password
    }

    /// Adds the token of one mechanism to a message.
    ///
    /// `octet` is the random part of an access token.
    package func sign<Body: RASMessageBody>(
        _ body: inout Body,
        by mechanism: RASMechanism,
        at time: CivilTime,
        octet: UInt8
    ) {
        let stamp = Self.stamp(time)
        switch mechanism {
        case .md5:
            guard let hash = self.hash(stamp: stamp, terminated: true) else {
                return
            }
            let token = H235.Hashed(
                algorithmOID: mechanism.algorithm,
                paramS: H235.Params(),
                hash: BitString(hash, count: hash.count * 8)
            )
            let crypto = H225.CryptoH323Token.CryptoEPPwdHash(
                alias: RASAlias(self.name).address,
                timeStamp: stamp,
                token: token
            )
            body.cryptoTokens = (body.cryptoTokens ?? []) + [.cryptoEPPwdHash(crypto)]
        case .accessToken:
            var token = H235.ClearToken(tokenOID: mechanism.algorithm)
            token.generalID = BMPString(units: Array(self.name.utf16) + [0])
            token.timeStamp = stamp
            token.random = Int(octet)
            token.challenge = self.challenge(stamp: stamp, octet: octet)
            body.tokens = (body.tokens ?? []) + [token]
        }
    }

    /// Whether a hash is that of this name and password; strings with and without a NUL at their end are both in use.
    func accepts(hash: BitString, stamp: H235.TimeStamp) -> Bool {
        [true, false].contains { terminated in
            self.hash(stamp: stamp, terminated: terminated)?.equalsInConstantTime(hash.octets) ?? false
        }
    }

    /// Whether a challenge is that of this password.
    func accepts(challenge: [UInt8], random: Int, stamp: H235.TimeStamp) -> Bool {
        self.challenge(stamp: stamp, octet: UInt8(truncatingIfNeeded: random)).equalsInConstantTime(challenge)
    }

    /// Seconds since 1970; the type has no zero.
    private static func stamp(_ time: CivilTime) -> H235.TimeStamp {
        max(1, H235.TimeStamp(clamping: time.seconds))
    }

    /// MD5 of the token as it is encoded (H.235.0 clause 8.2, `EncodedPwdCertToken`).
    private func hash(stamp: H235.TimeStamp, terminated: Bool) -> [UInt8]? {
        let end: [UInt16] = terminated ? [0] : []
        var token = H235.ClearToken(tokenOID: OID(0, 0))
        token.timeStamp = stamp
        token.password = BMPString(units: Array(self.password.utf16) + end)
        token.generalID = BMPString(units: Array(self.name.utf16) + end)
        do throws(H323SyntaxError) {
            return HashAlgorithm.md5.digest(of: try token.encoded())
        } catch {
            return nil
        }
    }

    private func challenge(stamp: H235.TimeStamp, octet: UInt8) -> [UInt8] {
        let seconds = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: stamp >> UInt32($0)) }
        return HashAlgorithm.md5.digest(of: [octet] + Array(self.password.utf8) + seconds)
    }
}
