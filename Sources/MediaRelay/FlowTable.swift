import CDatagram

/// The flows of one thread, in memory that is reserved once and never moves.
///
/// On the packet path an array would be counted, or checked for exclusive access. Untouched parts of the reservation
/// cost no memory.
@safe
final class FlowTable {
    private let base: UnsafeMutablePointer<Flow>
    private let capacity: FlowNumber
    private var free: [FlowNumber] = []

    /// One past the highest number that was ever in use.
    private(set) var end: FlowNumber = 0

    init(capacity: Int) {
        self.capacity = FlowNumber(clamping: max(1, capacity))
        unsafe self.base = .allocate(capacity: Int(self.capacity))
    }

    deinit {
        // Flows are plain values: nothing to deinitialize.
        unsafe self.base.deallocate()
    }

    /// Whether no number is left.
    var isFull: Bool {
        self.free.isEmpty && self.end >= self.capacity
    }

    /// Gives a flow a number; the table must not be full.
    func insert(_ flow: Flow) -> FlowNumber {
        precondition(!self.isFull, "the caller makes room first")
        let number = self.free.popLast() ?? self.end
        self.end = max(self.end, number + 1)
        // Safe: below capacity; memory of plain values may be initialized again.
        unsafe (self.base + Int(number)).initialize(to: flow)
        return number
    }

    /// Takes a number back.
    ///
    /// A packet may still be announced for it in the turn that is under way; nothing is read from its descriptor, which may
    /// be somebody else's by then.
    func remove(_ number: FlowNumber) {
        self[number] = Flow(descriptor: -1, local: self[number].local)
        self.free.append(number)
    }

    /// Sends octets from a flow's socket to its far end; `false` when there is none or the kernel does not take them.
    ///
    /// What the kernel does not take is lost, as it would be on the way: a full buffer, an unreachable port that ICMP
    /// told of, a route that went away.
    @unsafe
    @inline(__always)
    func send(_ octets: UnsafeRawPointer?, count: Int, from number: FlowNumber) -> Bool {
        precondition(number >= 0 && number < self.capacity, "flow numbers come from insert")
        // Safe: as in the subscript; the address is read in place, which a call through the subscript would copy.
        let flow = unsafe self.base + Int(number)
        guard unsafe flow.pointee.hasDestination else {
            return false
        }
        return unsafe cdatagram_send(flow.pointee.descriptor, octets, count, &flow.pointee.destination) >= 0
    }

    /// The flow with a number that ``insert(_:)`` gave.
    subscript(number: FlowNumber) -> Flow {
        @inline(__always)
        _read {
            precondition(number >= 0 && number < self.capacity, "flow numbers come from insert")
            // Safe: inside the reservation; initialized, as the number came from insert; one thread owns the table.
            yield unsafe self.base[Int(number)]
        }
        @inline(__always)
        _modify {
            precondition(number >= 0 && number < self.capacity, "flow numbers come from insert")
            // Safe: as above.
            yield unsafe &self.base[Int(number)]
        }
    }
}

@available(*, unavailable)
extension FlowTable: Sendable {}
