package import ProtocolKit

/// The endpoints that wait for an audit after restarts, drained at a bounded rate (RFC 3435 §4.4.6, seen from the other
/// side).
///
/// Gateways take turns, and within one those with a call or off hook go first. No endpoint waits twice; one that is
/// asked for while it is audited is audited again. Every operation takes the same time however many wait.
package struct AuditQueue<Endpoint: Hashable & Sendable, Gateway: Hashable & Sendable>: Sendable {
    /// Which endpoints of a gateway go first.
    package enum Urgency: UInt8, Hashable, Sendable, CaseIterable {
        /// One with a call, or off hook: somebody waits.
        case busy
        /// Any other.
        case idle
    }

    private struct Entry: Sendable {
        let endpoint: Endpoint
        let gateway: Gateway
        var urgency: Urgency
        /// Waiting entries stand in a list, those under way do not.
        var isUnderWay = false
        var isWantedAgain = false
        var next: SlabIndex?
        var previous: SlabIndex?
    }

    private struct List: Sendable {
        var first: SlabIndex?
        var last: SlabIndex?
    }

    /// The endpoints of one gateway.
    private struct Share: Sendable {
        var busy = List()
        var idle = List()
        var waiting = 0
        var underWay = 0

        var isEmpty: Bool {
            self.waiting == 0 && self.underWay == 0
        }

        subscript(urgency: Urgency) -> List {
            get {
                switch urgency {
                case .busy: self.busy
                case .idle: self.idle
                }
            }
            set {
                switch urgency {
                case .busy: self.busy = newValue
                case .idle: self.idle = newValue
                }
            }
        }
    }

    private let spacing: Duration
    private let most: Int
    private var entries = Slab<Entry>()
    private var places: [Endpoint: SlabIndex] = [:]
    /// The gateways that have endpoints here, and those that do not answer.
    private var shares: [Gateway: Share] = [:]
    private var paused: [Gateway: Share] = [:]
    /// The gateways whose turn it is, one after the other, and those that come after all of them.
    private var turns = OutputQueue<Gateway>()
    private var laterTurns = OutputQueue<Gateway>()
    private var inTurn: Set<Gateway> = []
    private var underWay = 0
    private var nextAt = Instant(nanoseconds: .min)

    package init(limits: MGCPAgentLimits) {
        self.spacing = .seconds(1) / max(limits.auditsPerSecond, 1)
        self.most = max(limits.audits, 1)
    }

    // MARK: Inputs

    /// Wants an endpoint audited.
    package mutating func add(_ endpoint: Endpoint, of gateway: Gateway, _ urgency: Urgency = .idle) {
        guard let index = self.places[endpoint] else {
            let entry = Entry(endpoint: endpoint, gateway: gateway, urgency: urgency)
            let index = self.entries.insert(entry)
            self.places[endpoint] = index
            self.enqueue(index)
            return
        }
        guard let entry = self.entries[index] else {
            return
        }
        if entry.isUnderWay {
            self.entries[index]?.isWantedAgain = true
            self.entries[index]?.urgency = urgency
        } else if urgency == .busy, entry.urgency == .idle {
            self.unlink(index)
            self.entries[index]?.urgency = .busy
            self.enqueue(index)
        }
    }

    /// Wants an endpoint audited no more: it is out of service, or its configuration is gone.
    ///
    /// One that is audited now still has to be ``finished(_:)``.
    package mutating func remove(_ endpoint: Endpoint) {
        guard let index = self.places[endpoint], let entry = self.entries[index] else {
            return
        }
        guard !entry.isUnderWay else {
            self.entries[index]?.isWantedAgain = false
            return
        }
        self.unlink(index)
        self.drop(index)
    }

    /// The audit of an endpoint has ended in whatever way.
    package mutating func finished(_ endpoint: Endpoint) {
        guard let index = self.places[endpoint], let entry = self.entries[index], entry.isUnderWay else {
            return
        }
        self.underWay -= 1
        self[entry.gateway].underWay -= 1
        if entry.isWantedAgain {
            self.entries[index]?.isUnderWay = false
            self.entries[index]?.isWantedAgain = false
            self.enqueue(index)
        } else {
            self.takeTurn(entry.gateway)
            self.drop(index)
        }
    }

    /// A gateway does not answer: its endpoints wait until ``resume(_:)``, so that they hold up no others.
    package mutating func pause(_ gateway: Gateway) {
        self.paused[gateway] = self[gateway]
        self.shares[gateway] = nil
    }

    /// A gateway answers again.
    package mutating func resume(_ gateway: Gateway) {
        guard let share = self.paused.removeValue(forKey: gateway), !share.isEmpty else {
            return
        }
        self.shares[gateway] = share
        self.takeTurn(gateway)
    }

    // MARK: Outputs

    /// Whether ``next(at:)`` may have one; inlined, because it is asked after every message.
    var mayHaveNext: Bool {
        @inline(__always) get {
            !self.inTurn.isEmpty
        }
    }

    /// The endpoint to audit now; `nil` when none may be.
    package mutating func next(at now: Instant) -> Endpoint? {
        guard self.underWay < self.most, self.nextAt <= now else {
            return nil
        }
        while let gateway = self.nextTurn() {
            guard let endpoint = self.takeFirst(of: gateway) else {
                continue
            }
            self.takeTurn(gateway)
            self.space(at: now)
            return endpoint
        }
        return nil
    }

    /// The next moment at which ``next(at:)`` may give an endpoint without a ``finished(_:)`` before.
    package var nextDeadline: Instant? {
        self.underWay < self.most && !self.inTurn.isEmpty ? self.nextAt : nil
    }

    /// The number of endpoints that wait.
    package var waiting: Int {
        self.entries.count - self.underWay
    }

    /// Whether nothing waits and nothing is under way.
    package var isIdle: Bool {
        self.entries.isEmpty && self.places.isEmpty && self.underWay == 0
    }

    // MARK: Turns

    /// A wake-up that comes late is made up for, but by a few audits only.
    private mutating func space(at now: Instant) {
        let earliest = now.advanced(by: .zero - self.spacing * 8)
        self.nextAt = max(self.nextAt, earliest).advanced(by: self.spacing)
    }

    /// A gateway that may have no more audits under way gets its turn when one of them has ended.
    private mutating func takeTurn(_ gateway: Gateway) {
        guard self.mayStart(gateway), self.inTurn.insert(gateway).inserted else {
            return
        }
        self.laterTurns.append(gateway)
    }

    private mutating func nextTurn() -> Gateway? {
        if self.turns.isEmpty {
            swap(&self.turns, &self.laterTurns)
        }
        guard let gateway = self.turns.next() else {
            return nil
        }
        self.inTurn.remove(gateway)
        return gateway
    }

    /// Whether a gateway may have one more audit under way: gateways share the places, and one alone leaves a quarter of
    /// them to those that come.
    private func mayStart(_ gateway: Gateway) -> Bool {
        guard let share = self.shares[gateway], share.waiting > 0 else {
            return false
        }
        return share.underWay < max(1, min(self.most * 3 / 4, self.most / max(self.shares.count, 1)))
    }

    private mutating func takeFirst(of gateway: Gateway) -> Endpoint? {
        guard self.mayStart(gateway), let share = self.shares[gateway],
            let index = share.busy.first ?? share.idle.first
        else {
            return nil
        }
        self.unlink(index)
        self.entries[index]?.isUnderWay = true
        self.shares[gateway]?.underWay += 1
        self.underWay += 1
        return self.entries[index]?.endpoint
    }

    // MARK: Lists

    private mutating func enqueue(_ index: SlabIndex) {
        guard let entry = self.entries[index] else {
            return
        }
        var share = self[entry.gateway]
        let last = share[entry.urgency].last
        self.entries.with(index) { entry in
            entry?.previous = last
            entry?.next = nil
        }
        if let last {
            self.entries[last]?.next = index
        } else {
            share[entry.urgency].first = index
        }
        share[entry.urgency].last = index
        share.waiting += 1
        self[entry.gateway] = share
        self.takeTurn(entry.gateway)
    }

    private mutating func unlink(_ index: SlabIndex) {
        guard let entry = self.entries[index] else {
            return
        }
        var share = self[entry.gateway]
        if let previous = entry.previous {
            self.entries[previous]?.next = entry.next
        } else {
            share[entry.urgency].first = entry.next
        }
        if let next = entry.next {
            self.entries[next]?.previous = entry.previous
        } else {
            share[entry.urgency].last = entry.previous
        }
        share.waiting -= 1
        self[entry.gateway] = share
    }

    private mutating func drop(_ index: SlabIndex) {
        guard let entry = self.entries.remove(index) else {
            return
        }
        self.places[entry.endpoint] = nil
        if self[entry.gateway].isEmpty {
            self.shares[entry.gateway] = nil
        }
    }

    private subscript(gateway: Gateway) -> Share {
        get { self.paused[gateway] ?? self.shares[gateway] ?? Share() }
        set {
            if self.paused[gateway] == nil {
                self.shares[gateway] = newValue
            } else {
                self.paused[gateway] = newValue
            }
        }
    }
}
