package import CallModel
package import ProtocolKit

/// Keeps the latest steps of all calls in a ring whose memory is taken once.
///
/// The octets of messages and notes lie in one ring, a fixed-size description of each step in another; the older of
/// what they overwrite is gone. Adding a step allocates nothing.
package struct TraceStore: Sendable {
    enum Content: Sendable {
        case message(TracedMessage.Direction, TransportProtocol, local: TransportAddress, remote: TransportAddress)
        case note
    }

    struct Step: Sendable {
        var call: CallID?
        var leg: LegID?
        var cause: TraceCause
        var instant: Instant
        var content: Content
        /// Where the octets begin, counted since the ring was new.
        var start: UInt64
        var count: UInt32
    }

    /// About how many octets a step has; how much memory the ring of steps gets follows from it.
    private static let typicalOctets = 400

    private var octets: [UInt8]
    private var written: UInt64 = 0
    private var steps: [Step?]
    private var added: UInt64 = 0

    /// Rings of `capacity` octets together, of which each is touched at once; less than 64 KiB keeps nothing.
    package init(capacity: Int) {
        let count = capacity < 1 << 16 ? 0 : capacity / (Self.typicalOctets + MemoryLayout<Step?>.stride)
        self.octets = Array(repeating: 0, count: count * Self.typicalOctets)
        self.steps = Array(repeating: nil, count: count)
    }

    /// Whether steps are kept at all.
    package var isKeeping: Bool {
        !self.octets.isEmpty
    }

    /// Adds a message.
    package mutating func add(_ message: TracedMessage, cause: TraceCause, at instant: Instant) {
        guard self.isKeeping else {
            return
        }
        let content = Content.message(
            message.direction,
            message.transport,
            local: message.local,
            remote: message.remote
        )
        self.add(message.bytes, content, call: nil, leg: message.leg, cause: cause, at: instant)
    }

    /// Adds something that is no message; a note with both a call and a leg joins the leg to the call.
    package mutating func add(note: [UInt8], call: CallID?, leg: LegID?, cause: TraceCause, at instant: Instant) {
        guard self.isKeeping else {
            return
        }
        self.add(note, .note, call: call, leg: leg, cause: cause, at: instant)
    }

    /// The steps of a call that are still kept, the oldest first.
    ///
    /// The message that brings a call is seen before its leg has an identity, and so is what came before it: an INVITE
    /// that was challenged, its 401 and ACK. What belongs to no leg and has the Call-ID of that message, or came of the
    /// same input, is taken for the caller's; so is an MGCP command whose answer is a leg's.
    package func entries(of call: CallID, clock: WallClock) -> [TraceEntry] {
        var legs: Set<LegID> = []
        var beginnings: [UInt64: LegID] = [:]
        self.forEachKept { step in
            if step.call == call, let leg = step.leg, legs.insert(leg).inserted, leg.origin == .incoming {
                beginnings[step.cause.input] = leg
            }
        }
        var names: [ArraySlice<UInt8>: LegID] = [:]
        self.forEachKept { step in
            if step.leg == nil, let leg = beginnings[step.cause.input], let name = self.callID(of: step) {
                names[name] = leg
            }
        }
        let transactions = self.transactions(of: legs)
        var found: [TraceEntry] = []
        self.forEachKept { step in
            if step.call == call || step.leg.map(legs.contains) == true {
                found.append(self.entry(step, leg: step.leg, clock: clock))
            } else if step.leg == nil, step.call == nil,
                let leg = beginnings[step.cause.input] ?? self.callID(of: step).flatMap({ names[$0] })
                    ?? self.transactions(in: step).lazy.compactMap({ transactions[$0] }).first
            {
                found.append(self.entry(step, leg: leg, clock: clock))
            }
        }
        return found
    }

    /// The Call-ID of a message that is kept, if it is a SIP message.
    private func callID(of step: Step) -> ArraySlice<UInt8>? {
        guard case .message = step.content else {
            return nil
        }
        let lines = self.read(from: step.start, count: Int(step.count)).split(separator: 0x0A)
        for line in lines.dropFirst().prefix(while: { $0.count > 1 }) {
            let name = ByteString(line.prefix { $0 != 0x3A }.filter { $0 > 0x20 })
            if name.isEqualIgnoringCase(to: "Call-ID") || name.isEqualIgnoringCase(to: "i") {
                return line.drop { $0 != 0x3A }.dropFirst().drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
            }
        }
        return nil
    }

    /// The call that started last.
    package var latestCall: CallID? {
        var latest: CallID?
        var started: Set<CallID> = []
        self.forEachKept { step in
            if let call = step.call, started.insert(call).inserted {
                latest = call
            }
        }
        return latest
    }

    private mutating func add(
        _ bytes: [UInt8],
        _ content: Content,
        call: CallID?,
        leg: LegID?,
        cause: TraceCause,
        at instant: Instant
    ) {
        let count = min(bytes.count, self.octets.count / 4)
        let step = Step(
            call: call,
            leg: leg,
            cause: cause,
            instant: instant,
            content: content,
            start: self.written,
            count: UInt32(count)
        )
        self.steps[Int(self.added % UInt64(self.steps.count))] = step
        self.added += 1
        self.copy(bytes, count: count)
    }

    private mutating func copy(_ bytes: [UInt8], count: Int) {
        let place = Int(self.written % UInt64(self.octets.count))
        let head = min(count, self.octets.count - place)
        // Both ranges lie inside their arrays: `head` is at most what is left of the ring, `count - head` less than it.
        unsafe bytes.withUnsafeBytes { source in
            unsafe self.octets.withUnsafeMutableBytes { ring in
                unsafe UnsafeMutableRawBufferPointer(rebasing: ring[place...]).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[..<head])
                )
                unsafe ring.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[head..<count]))
            }
        }
        self.written += UInt64(count)
    }

    func forEachKept(_ visit: (Step) -> Void) {
        let capacity = UInt64(self.steps.count)
        let oldestOctet = self.written > UInt64(self.octets.count) ? self.written - UInt64(self.octets.count) : 0
        var number = self.added > capacity ? self.added - capacity : 0
        while number < self.added {
            if let step = self.steps[Int(number % capacity)], step.start >= oldestOctet {
                visit(step)
            }
            number += 1
        }
    }

    func entry(_ step: Step, leg: LegID?, clock: WallClock) -> TraceEntry {
        let octets = self.read(from: step.start, count: Int(step.count))
        let event: TraceEntry.Event
        switch step.content {
        case .message(let direction, let transport, let local, let remote):
            event = .message(direction, transport, local: local, remote: remote, octets)
        case .note:
            event = .note(String(decoding: octets, as: UTF8.self))
        }
        return TraceEntry(
            call: step.call,
            leg: leg,
            cause: step.cause,
            instant: step.instant,
            time: clock.time(at: step.instant),
            event: event
        )
    }

    func read(from start: UInt64, count: Int) -> [UInt8] {
        guard count > 0 else {
            return []
        }
        let place = Int(start % UInt64(self.octets.count))
        let head = min(count, self.octets.count - place)
        return Array(self.octets[place..<place + head] + self.octets[..<(count - head)])
    }
}
