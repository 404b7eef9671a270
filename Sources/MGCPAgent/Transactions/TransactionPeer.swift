import MGCPSyntax
import ProtocolKit

/// One address that commands go to, and what is known of who is there.
struct TransactionPeer: Sendable {
    /// How many responses one command may confirm.
    private static let longestConfirmation = 16

    /// The address.
    let address: TransportAddress

    /// How long it takes to answer.
    var roundTrip: RoundTripEstimate

    /// The commands that wait for its answer, in no order.
    private(set) var pending: [SlabIndex] = []

    /// Whether it uses `K:` itself.
    ///
    /// Only then is it sent any: RFC 2705 gateways and osmo-mgw refuse commands with parameters that they do not know.
    var usesConfirmations = false

    /// Whether it reads only the first message of a datagram.
    var isReadOneByOne = false

    /// Final responses that it need not keep any more, the oldest first (RFC 3435 §3.5.2).
    private var received: [MGCPTransactionID] = []

    init(_ address: TransportAddress, timers: Shared<MGCPTimers>) {
        self.address = address
        self.roundTrip = RoundTripEstimate(timers: timers)
    }

    // MARK: Pending commands

    /// Adds a command and returns its place.
    mutating func add(_ command: SlabIndex) -> Int {
        self.pending.append(command)
        return self.pending.count - 1
    }

    /// Takes the command at `place` out; returns the one that stands there now, if another one came to stand there.
    mutating func remove(at place: Int) -> SlabIndex? {
        let last = self.pending.removeLast()
        guard place < self.pending.count else {
            return nil
        }
        self.pending[place] = last
        return last
    }

    // MARK: Confirmations

    /// A final response came that asks for no 000.
    mutating func received(_ response: MGCPTransactionID) {
        guard self.usesConfirmations else {
            return
        }
        if self.received.count == Self.longestConfirmation {
            self.received.removeFirst()
        }
        self.received.append(response)
    }

    /// What the next command says in `K:`, once; `nil` when there is nothing to say.
    mutating func takeConfirmation() -> ResponseAck? {
        guard !self.received.isEmpty else {
            return nil
        }
        var ranges: [ClosedRange<MGCPTransactionID>] = []
        for response in self.received.sorted() {
            if let last = ranges.last, last.upperBound.number + 1 == response.number {
                ranges[ranges.count - 1] = last.lowerBound...response
            } else {
                ranges.append(response...response)
            }
        }
        self.received.removeAll(keepingCapacity: true)
        return ResponseAck(ranges)
    }
}
