import CallModel
import ProtocolKit
import SIPSyntax

/// One server transaction as the layer keeps it: the automaton, and what its responses are made of.
struct ServerTransaction: Sendable {
    enum Machine: Sendable {
        case invite(InviteServerTransaction)
        case nonInvite(NonInviteServerTransaction)
    }

    var machine: Machine

    /// The key by which repetitions of the request find it.
    let key: UInt64

    /// Where responses go (RFC 3261 §18.2.2).
    var destination: Destination

    /// The lines that every response copies; empty once the final response is out.
    var head: ResponseHead

    /// The last response, while it may have to be sent again.
    var lastResponse: [UInt8] = []

    /// The leg it belongs to, for the trace.
    var leg: LegID?

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

    /// Whether this is an INVITE's.
    var isInvite: Bool {
        if case .invite = self.machine {
            return true
        }
        return false
    }

    /// The transaction user responds; `false` means that it is too late for this response.
    mutating func respond(status: UInt16, at now: Instant) -> Bool {
        switch self.machine {
        case .invite(var machine):
            let sends = machine.respond(status: status, at: now)
            self.machine = .invite(machine)
            return sends
        case .nonInvite(var machine):
            let sends = machine.respond(status: status, at: now)
            self.machine = .nonInvite(machine)
            return sends
        }
    }

    /// Whether a repetition of the request is answered with the last response.
    var repeatsResponse: Bool {
        switch self.machine {
        case .invite(let machine): machine.receiveRetransmission() == .repeatResponse
        case .nonInvite(let machine): machine.repeatsResponse
        }
    }

    /// Whether an ACK with its branch is for it and not for a 2xx.
    var acceptsACK: Bool {
        guard case .invite(let machine) = self.machine else {
            return false
        }
        return !machine.isAccepted && !machine.isProceeding
    }

    /// Acts on a deadline that has come.
    mutating func advance(to now: Instant) -> InviteServerTransaction.Action? {
        switch self.machine {
        case .invite(var machine):
            let action = machine.advance(to: now)
            self.machine = .invite(machine)
            return action
        case .nonInvite(var machine):
            machine.advance(to: now)
            self.machine = .nonInvite(machine)
            return nil
        }
    }

    /// An ACK found it.
    mutating func receiveACK(at now: Instant) {
        if case .invite(var machine) = self.machine {
            machine.receiveACK(at: now)
            self.machine = .invite(machine)
        }
    }
}

/// The lines of a request that each of its responses repeats (RFC 3261 §8.2.6.2), written once.
struct ResponseHead: Sendable {
    /// `Via`, `From` and `To` without its final line end, then the rest; one buffer and where it is cut.
    private var lines: [UInt8] = []
    private var cut = 0
    private var hasToTag = false

    init() {}

    /// Copies what responses repeat, and notes in the topmost Via where the request really came from (RFC 3261
    /// §18.2.1, RFC 3581 §4).
    init(of request: SIPMessage, from source: MessageSource) {
        var writer = SIPMessageWriter(reservingCapacity: 384)
        writer.copyVias(from: request, source: source.remote)
        Self.copy(.from, of: request, to: &writer)
        Self.copy(.to, of: request, to: &writer)
        self.cut = writer.bytes.count - 2
        self.hasToTag = request.toTagRange != nil
        Self.copy(.callID, of: request, to: &writer)
        Self.copy(.cseq, of: request, to: &writer)
        self.lines = writer.bytes
    }

    private static func copy(_ name: SIPHeaderName, of request: SIPMessage, to writer: inout SIPMessageWriter) {
        writer.copy(name, request, request.firstValue(of: name) ?? 0..<0)
    }

    /// How many octets the lines have.
    var count: Int {
        self.lines.count
    }

    /// Whether the lines are gone.
    var isEmpty: Bool {
        self.lines.isEmpty
    }

    /// Appends the lines to a response, with a tag for To where the request had none.
    func append(to response: inout [UInt8], toTag: ByteString?) {
        response.append(contentsOf: self.lines[..<self.cut])
        if !self.hasToTag, let toTag {
            response.append(";tag=")
            response.append(contentsOf: toTag.bytes)
        }
        response.append(contentsOf: self.lines[self.cut...])
    }
}
