import CallModel
import ProtocolKit

/// All flows, by their number and by their descriptor, counted for each source.
struct FlowTable {
    private var byDescriptor: [Int32: StreamFlow] = [:]
    private var byID: [FlowID: StreamFlow] = [:]
    private var perSource: [IPAddress: Int] = [:]

    /// The number of flows.
    var count: Int {
        self.byID.count
    }

    var all: [StreamFlow] {
        Array(self.byID.values)
    }

    /// The number of flows with one far end.
    func count(of source: IPAddress) -> Int {
        self.perSource[source, default: 0]
    }

    subscript(descriptor descriptor: Int32) -> StreamFlow? {
        self.byDescriptor[descriptor]
    }

    subscript(id: FlowID) -> StreamFlow? {
        self.byID[id]
    }

    mutating func insert(_ flow: StreamFlow) {
        self.byDescriptor[flow.descriptor] = flow
        self.byID[flow.id] = flow
        self.perSource[flow.remote.ip, default: 0] += 1
    }

    mutating func remove(_ flow: StreamFlow) {
        self.byDescriptor[flow.descriptor] = nil
        self.byID[flow.id] = nil
        let left = self.count(of: flow.remote.ip) - 1
        self.perSource[flow.remote.ip] = left > 0 ? left : nil
    }
}
