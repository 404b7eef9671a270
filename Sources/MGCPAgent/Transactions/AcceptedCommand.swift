import MGCPSyntax
import ProtocolKit

/// What tells the repetition of a peer's command: who sent it and the number that they gave it (RFC 3435 §3.2.1.2,
/// §3.5.1).
///
/// The port belongs to it, although the RFC asks only for the gateway: gateways that share an address number their
/// commands each for itself, and somebody who sends from another port cannot use up the numbers of the gateway.
struct AcceptedCommandKey: Hashable, Sendable {
    let source: TransportAddress
    let id: MGCPTransactionID
}

/// A command of a peer: being executed, or remembered.
struct AcceptedCommand<Owner: Hashable & Sendable>: Sendable {
    /// What tells a repetition.
    let key: AcceptedCommandKey

    /// The verb and endpoint in short: the same number with another one is a new command of a gateway that has
    /// forgotten what it used.
    let fingerprint: UInt64

    /// Whose its answer is.
    var owner: Owner?

    /// The answer; empty while there is none, and again once it is confirmed.
    var answer: [UInt8] = []

    /// The automaton.
    var transaction: MGCPServerTransaction
}

extension MGCPCommand {
    /// The verb and endpoint in small letters, in short (FNV-1a).
    var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(self.verb.code)
        for part in [self.localName, self.domain] {
            for octet in part {
                hash = (hash ^ UInt64(octet.asciiLowercased)) &* 0x100_0000_01B3
            }
            hash = (hash ^ 0x40) &* 0x100_0000_01B3
        }
        return hash
    }
}
