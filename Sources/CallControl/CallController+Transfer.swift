import CallModel
import ProtocolKit

/// Transfers: the only thing that changes two calls at once.
extension CallController {
    /// A party wants the others that it talks to in two calls to talk to each other (RFC 5589 §6 and §7).
    ///
    /// The call of the leg that it names goes on, with the other party of the requesting leg's call in place of the party
    /// that asks. Where that cannot be, nothing has changed.
    mutating func transfer(_ request: TransferRequest, from leg: LegID, of first: SlabIndex) {
        switch request {
        case .join(let other):
            if let cause = self.join(leg, of: first, with: other) {
                self.environment.command(.transferred(.refused(cause)), on: leg)
            }
        }
    }

    /// Joins the others of two legs; the cause when it cannot be.
    private mutating func join(_ leg: LegID, of first: SlabIndex, with other: LegID) -> ReleaseCause? {
        let limit = self.environment.configuration.maximumLegs
        guard let second = self.environment.legs[other], second != first,
            let place = self.calls.with(first, { $0?.transferee(askedBy: leg) ?? nil }),
            self.calls.with(second, { $0?.mayReplace(other, limit: limit) == true })
        else {
            return .local(.protocolViolation, .facilityRejected)
        }
        let thread = self.calls.with(second) { $0?.media.thread }
        let transferred = self.calls.with(first, &self.environment) { call, environment in
            call?.handOver(place, to: thread ?? nil, in: &environment) ?? nil
        }
        guard let transferred else {
            self.environment.observe(.limitReached(.mediaPorts, by: ByteString()))
            return .local(.limit, .resourceUnavailable)
        }
        self.change(first) { $0.leave(leg, in: &$1) }
        self.change(second) { $0.admit(transferred, for: other, in: &$1) }
        return nil
    }
}
