import H323Syntax
import ProtocolKit

/// What the tokens of a message prove.
enum RASProof: Hashable, Sendable {
    /// It comes from who has the password.
    case proven
    /// It has no token that could prove anything.
    case missing
    /// A token is of another name or password.
    case wrong
    /// A token is of a time too far from ours (`securityWrongSyncTime`).
    case wrongTime
}

extension RASCredentials {
    /// What the tokens of a message prove at this time, when clocks may differ by `tolerance`.
    ///
    /// Within the tolerance a token can be sent again by whoever has read it: MD5 and access tokens say when, not what
    /// for. Where a message comes from is checked beside it.
    func proof(in body: any RASMessageBody, at time: CivilTime, tolerance: Duration) -> RASProof {
        var verdict = RASProof.missing
        for case .cryptoEPPwdHash(let token) in body.cryptoTokens ?? [] {
            guard token.token.algorithmOID == RASMechanism.md5.algorithm,
                RASAlias(token.alias) == RASAlias(self.name),
                self.accepts(hash: token.token.hash, stamp: token.timeStamp)
            else {
                verdict = .wrong
                continue
            }
            return Self.isClose(token.timeStamp, to: time, tolerance) ? .proven : .wrongTime
        }
        for token in body.tokens ?? [] where token.tokenOID == RASMechanism.accessToken.algorithm {
            guard let stamp = token.timeStamp, let random = token.random, let challenge = token.challenge,
                token.generalID.map({ $0.units.prefix { $0 != 0 }.elementsEqual(self.name.utf16) }) ?? false,
                self.accepts(challenge: challenge, random: random, stamp: stamp)
            else {
                verdict = .wrong
                continue
            }
            return Self.isClose(stamp, to: time, tolerance) ? .proven : .wrongTime
        }
        return verdict
    }

    private static func isClose(_ stamp: H235.TimeStamp, to time: CivilTime, _ tolerance: Duration) -> Bool {
        (time.seconds - Int64(stamp)).magnitude <= tolerance.components.seconds.magnitude
    }
}
