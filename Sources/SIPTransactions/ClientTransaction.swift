import CallModel
import ProtocolKit
import SIPSyntax

/// One client transaction as the layer keeps it: the automaton, and the request while it may be needed again.
struct ClientTransaction: Sendable {
    enum Machine: Sendable {
        case invite(InviteClientTransaction)
        case nonInvite(NonInviteClientTransaction)
    }

    /// What a CANCEL that came too early waits with (RFC 3261 §9.1).
    struct PendingCancel: Sendable {
        let headers: [UInt8]
    }

    var machine: Machine

    /// The random part of its branch, so that a guessed slot number finds nothing.
    let nonce: UInt64

    /// The method, which a response's CSeq must name.
    let method: SIPMethod

    /// The whole request with its Via; empty once no repetition, ACK or CANCEL can need it.
    var request: [UInt8]

    /// Where it went.
    var destination: Destination

    /// The leg it belongs to, for the trace.
    let leg: LegID?

    /// Whether it was moved from UDP to TCP for its size, so that it may go back (RFC 3261 §18.1.1).
    var mayFallBack = false

    /// The branch of the INVITE that this CANCEL ends, which is its own branch too.
    var cancels: Branch?

    /// Whether a CANCEL was asked for before a provisional response came.
    var pendingCancel: PendingCancel?

    /// The next moment the automaton has something to do.
    var nextDeadline: Instant? {
        switch self.machine {
        case .invite(let machine): machine.nextDeadline
        case .nonInvite(let machine): machine.nextDeadline
        }
    }

    /// What the layer asks after each change, where the transaction is stored.
    var standing: (isTerminated: Bool, deadline: Instant?) {
        (self.isTerminated, self.nextDeadline)
    }

    /// Whether nothing more can happen.
    var isTerminated: Bool {
        switch self.machine {
        case .invite(let machine): machine.isTerminated
        case .nonInvite(let machine): machine.isTerminated
        }
    }

    /// Whether a final response is still missing; a request of its own needs its flow until then.
    var awaitsFinalResponse: Bool {
        switch self.machine {
        case .invite(let machine): machine.awaitsFinalResponse
        case .nonInvite(let machine): machine.awaitsFinalResponse
        }
    }

    /// Whether not even a provisional response has come.
    var isUnanswered: Bool {
        switch self.machine {
        case .invite(let machine): machine.isCalling
        case .nonInvite(let machine): machine.isTrying
        }
    }

    /// Its CANCEL was sent.
    mutating func sendCancel(at now: Instant) {
        if case .invite(var machine) = self.machine {
            machine.sendCancel(at: now)
            self.machine = .invite(machine)
        }
    }

    /// Nobody waits for an answer any more.
    mutating func stopRepeating() {
        if case .invite(var machine) = self.machine {
            machine.stopRepeating()
            self.machine = .invite(machine)
        }
    }

    /// A response matched.
    mutating func receiveResponse(status: UInt16, at now: Instant) -> InviteClientTransaction.Action? {
        switch self.machine {
        case .invite(var machine):
            let action = machine.receiveResponse(status: status, at: now)
            self.machine = .invite(machine)
            return action
        case .nonInvite(var machine):
            let passes = machine.receiveResponse(status: status, at: now)
            self.machine = .nonInvite(machine)
            return passes ? .passResponse : nil
        }
    }

    /// Acts on a deadline that has come.
    mutating func advance(to now: Instant) -> InviteClientTransaction.Action? {
        switch self.machine {
        case .invite(var machine):
            let action = machine.advance(to: now)
            self.machine = .invite(machine)
            return action
        case .nonInvite(var machine):
            let action = machine.advance(to: now)
            self.machine = .nonInvite(machine)
            switch action {
            case .repeatRequest: return .repeatRequest
            case .reportTimeout: return .reportTimeout
            case nil: return nil
            }
        }
    }

    /// The transport failed; whether the transaction user still has to be told.
    mutating func receiveTransportFailure() -> Bool {
        switch self.machine {
        case .invite(var machine):
            let reports = machine.receiveTransportFailure()
            self.machine = .invite(machine)
            return reports
        case .nonInvite(var machine):
            let reports = machine.receiveTransportFailure()
            self.machine = .nonInvite(machine)
            return reports
        }
    }
}
