import H323Syntax
import ProtocolKit

/// One side of a call that was admitted.
struct GatekeeperCall: Sendable {
    /// By what an endpoint names one of its calls; an old endpoint has only the reference.
    struct Key: Hashable, Sendable {
        let endpoint: SlabIndex
        let isAnswer: Bool
        let callIdentifier: H225.GloballyUniqueID
        let callReference: H225.CallReferenceValue

        init(
            _ endpoint: SlabIndex,
            isAnswer: Bool,
            _ identifier: H225.CallIdentifier?,
            _ reference: H225.CallReferenceValue
        ) {
            self.endpoint = endpoint
            self.isAnswer = isAnswer
            if let identifier, identifier.guid.contains(where: { $0 != 0 }) {
                self.callIdentifier = identifier.guid
                self.callReference = 0
            } else {
                self.callIdentifier = Array(repeating: 0, count: 16)
                self.callReference = reference & 0x7FFF
            }
        }

        /// Whether the endpoint names the call by its identifier, which is its alone.
        var hasIdentifier: Bool {
            self.callIdentifier.contains { $0 != 0 }
        }
    }

    let key: Key
    let conferenceID: H225.ConferenceIdentifier
    let callReference: H225.CallReferenceValue

    /// Where the call really goes, or comes from.
    var remote: TransportAddress?

    var bandwidth: H225.BandWidth

    /// When it is asked about unless it is reported; `nil` while the question is out.
    var reportBy: Instant?
}

/// The calls that were admitted, with the bandwidth that they have together.
struct CallTable: Sendable {
    private(set) var calls = Slab<GatekeeperCall>()
    private var byKey: [GatekeeperCall.Key: SlabIndex] = [:]
    private var deadlines = SlabDeadlineQueue()

    /// The bandwidth of all calls in units of 100 bit/s.
    private(set) var bandwidth: UInt64 = 0

    /// The number of calls.
    var count: Int {
        self.calls.count
    }

    /// Whether nothing is left; for leak checks.
    var isEmpty: Bool {
        self.calls.isEmpty && self.byKey.isEmpty && self.bandwidth == 0 && self.deadlines.next == nil
    }

    subscript(index: SlabIndex) -> GatekeeperCall? {
        self.calls[index]
    }

    func index(of key: GatekeeperCall.Key) -> SlabIndex? {
        self.byKey[key]
    }

    /// Adds a call that is not in the table.
    mutating func insert(_ call: GatekeeperCall) -> SlabIndex {
        let index = self.calls.insert(call)
        self.byKey[call.key] = index
        self.bandwidth += UInt64(call.bandwidth)
        self.deadlines.set(call.reportBy, for: index)
        return index
    }

    /// Takes a call out.
    mutating func remove(_ index: SlabIndex) -> GatekeeperCall? {
        guard let call = self.calls.remove(index) else {
            return nil
        }
        self.byKey[call.key] = nil
        self.bandwidth -= UInt64(call.bandwidth)
        self.deadlines.set(nil, for: index)
        return call
    }

    mutating func setBandwidth(_ bandwidth: H225.BandWidth, of index: SlabIndex) {
        guard let call = self.calls[index] else {
            return
        }
        self.bandwidth = self.bandwidth - UInt64(call.bandwidth) + UInt64(bandwidth)
        self.calls[index]?.bandwidth = bandwidth
    }

    mutating func setRemote(_ remote: TransportAddress?, of index: SlabIndex) {
        self.calls[index]?.remote = remote
    }

    /// A call was reported, or is being asked about.
    mutating func setReportBy(_ moment: Instant?, of index: SlabIndex) {
        self.calls[index]?.reportBy = moment
        self.deadlines.set(self.calls[index]?.reportBy, for: index)
    }

    // MARK: Time

    /// When the next call is overdue.
    var nextDeadline: Instant? {
        self.deadlines.next
    }

    /// A call that was not reported in time.
    mutating func popOverdue(at now: Instant) -> SlabIndex? {
        self.deadlines.popDue(at: now)
    }
}
