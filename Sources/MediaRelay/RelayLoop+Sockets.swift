import CDatagram
import CallModel
import Glibc
import ProtocolKit

extension RelayLoop {
    /// Lends the socket that is bound to an address: one that was kept, or a new one.
    ///
    /// What waits in a kept socket now has woken the thread after the order was given, so it is for the new call: ports
    /// rest between two calls, and what comes meanwhile is thrown away at once.
    func lend(_ local: TransportAddress) throws(MediaFailure) -> FlowNumber {
        if let number = self.kept.removeValue(forKey: local) {
            return number
        }
        if self.socketCount >= self.configuration.socketsPerThread || self.flows.isFull {
            guard self.closeOneKept() else {
                throw .tableFull
            }
        }
        return try self.bind(local)
    }

    /// Takes a socket back: kept for the next call while there is room, else closed.
    func giveBack(_ number: FlowNumber) {
        guard self.kept.count < self.configuration.keptSocketsPerThread else {
            self.close(number)
            return
        }
        self.flows[number] = self.flows[number].kept
        self.kept[self.flows[number].local] = number
    }

    /// Closes every socket, as the thread ends.
    func closeAll() {
        for number in self.anchors.values.flatMap(\.streams).flatMap(\.flows) + Array(self.kept.values) {
            self.close(number)
        }
        self.anchors = [:]
        self.kept = [:]
    }

    /// Sets the code point of what the socket sends.
    func mark(_ number: FlowNumber, dscp: UInt8) {
        guard self.flows[number].dscp != dscp else {
            return
        }
        let flow = self.flows[number]
        _ = cdatagram_set_dscp(flow.descriptor, flow.local.ip.isV4 ? 0 : 1, Int32(dscp & 0x3F))
        self.flows[number].dscp = dscp
    }

    private func bind(_ local: TransportAddress) throws(MediaFailure) -> FlowNumber {
        var address = cdatagram_address(local)
        // Safe: the shim only reads the address.
        var descriptor = unsafe cdatagram_open(&address)
        if Self.isTableFull(descriptor), self.closeOneKept() {
            descriptor = unsafe cdatagram_open(&address)
        }
        guard descriptor >= 0 else {
            throw Self.isTableFull(descriptor) ? .tableFull : .portUnavailable
        }
        let number = self.flows.insert(Flow(descriptor: descriptor, local: local))
        guard cdatagram_poll_add(self.poll, descriptor, UInt32(number)) == 0 else {
            cdatagram_close(descriptor)
            self.flows.remove(number)
            throw .socketError
        }
        self.socketCount += 1
        self.socketChanges.append(.bound(local))
        return number
    }

    /// Whether the process, or the system, has no descriptor left for a socket.
    private static func isTableFull(_ result: Int32) -> Bool {
        result == -EMFILE || result == -ENFILE
    }

    /// Makes room at the cost of a socket that was kept; `false` when there is none.
    private func closeOneKept() -> Bool {
        guard let other = self.kept.popFirst() else {
            return false
        }
        self.close(other.value)
        return true
    }

    private func close(_ number: FlowNumber) {
        self.socketChanges.append(.closed(self.flows[number].local))
        cdatagram_close(self.flows[number].descriptor)
        self.flows.remove(number)
        self.socketCount -= 1
    }
}
