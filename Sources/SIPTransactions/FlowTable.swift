import CallModel
import ProtocolKit
import SIPSyntax

/// The stream flows that exist: who is at the other end, what has arrived of the next message, who waits for an answer.
struct FlowTable: Sendable {
    struct Flow: Sendable {
        let remote: TransportAddress
        let listener: ListenerID
        var framer: StreamFramer
        var isOpen: Bool
        var pendingOctets = 0
        /// The client transactions whose responses are expected on it.
        var clients: Set<SlabIndex> = []
    }

    private var flows: [FlowID: Flow] = [:]
    private var byRemote: [TransportAddress: FlowID] = [:]
    private var requested: UInt64 = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// How many flows there are.
    var count: Int {
        self.flows.count
    }

    subscript(id: FlowID) -> Flow? {
        _read {
            yield self.flows[id]
        }
        _modify {
            yield &self.flows[id]
        }
    }

    /// The flow to reuse for requests to that address (RFC 3261 §18.1.1), if there is one.
    func flow(to remote: TransportAddress) -> FlowID? {
        self.byRemote[remote]
    }

    /// Notes a flow that a peer opened; `false` at the limit.
    mutating func accept(_ id: FlowID, from remote: TransportAddress, on listener: ListenerID) -> Bool {
        guard self.flows.count < self.limit else {
            return false
        }
        self.flows[id] = Flow(remote: remote, listener: listener, framer: StreamFramer(), isOpen: true)
        self.byRemote[remote] = id
        return true
    }

    /// Mints a flow to be opened; `nil` at the limit.
    mutating func open(to remote: TransportAddress, via listener: ListenerID) -> FlowID? {
        guard self.flows.count < self.limit else {
            return nil
        }
        self.requested += 1
        let id = FlowID(requested: self.requested)
        self.flows[id] = Flow(remote: remote, listener: listener, framer: StreamFramer(), isOpen: false)
        self.byRemote[remote] = id
        return id
    }

    /// Forgets a flow and returns the client transactions that waited on it.
    mutating func remove(_ id: FlowID) -> Set<SlabIndex> {
        guard let flow = self.flows.removeValue(forKey: id) else {
            return []
        }
        if self.byRemote[flow.remote] == id {
            self.byRemote[flow.remote] = nil
        }
        return flow.clients
    }

    /// A client transaction does not wait on the flow any more.
    mutating func release(_ client: SlabIndex, from id: FlowID) {
        self.flows[id]?.clients.remove(client)
    }
}
