import CallModel
import ProtocolKit
import SIPSyntax

/// How requests find their transactions, and responses their way back.
extension SIPMessage {
    /// What tells this request's server transaction from all others (RFC 3261 §17.2.3); an ACK has its INVITE's.
    var transactionKey: UInt64 {
        self.transactionKey(method: self.method == .ack ? .invite : self.method)
    }

    /// The key of the INVITE that this CANCEL asks to end (RFC 3261 §9.2).
    var inviteKeyOfCancel: UInt64 {
        self.transactionKey(method: .invite)
    }

    private func transactionKey(method: SIPMethod) -> UInt64 {
        let via = self.topVia
        var hasher = Hasher()
        hasher.combine(method)
        hasher.combine(via.port)
        self.combine(via.hostRange, into: &hasher)
        // More than the clause asks for: a branch that two callers happen to share does not join their requests.
        self.combine(self.callIDRange, into: &hasher)
        if via.hasMagicCookie, let branch = via.branchRange {
            self.combine(branch, into: &hasher)
        } else {
            // An RFC 2543 peer: the request's own identity instead of the branch.
            self.combine(via.range, into: &hasher)
            self.combine(self.fromTagRange ?? 0..<0, into: &hasher)
            self.combine(self.requestURI?.range ?? 0..<0, into: &hasher)
            hasher.combine(self.cseq.number)
        }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    private func combine(_ range: Range<Int>, into hasher: inout Hasher) {
        hasher.combine(range.count)
        for octet in self.bytes[range] {
            hasher.combine(octet)
        }
    }

    /// Where the responses to this request go (RFC 3261 §18.2.2, RFC 3581 §4).
    func responseDestination(from source: MessageSource) -> Destination {
        var destination = source.destination
        let via = self.topVia
        guard source.transport == .udp else {
            // When the flow is gone a new one is opened to where the request says it listens.
            destination.address = TransportAddress(source.remote.ip, via.port ?? 5060)
            return destination
        }
        if !via.hasResponsePort {
            destination.address = TransportAddress(source.remote.ip, via.port ?? 5060)
        }
        return destination
    }
}
