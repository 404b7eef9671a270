import CSocket
import CallModel
import Glibc
import ProtocolKit

extension SignalingLoop where Core: ~Copyable {
    // MARK: Requests

    /// Opens a flow from the listener's address.
    func connect(_ id: FlowID, to remote: TransportAddress, via listener: ListenerID) {
        let port = self.streams.first { $0.listener == listener }
        guard let port, remote.isReachableHost, self.flows[id] == nil, self.flows.count < self.configuration.flows
        else {
            self.receive(.closed(id, .failed), as: .network)
            return
        }
        let descriptor = csocket_connect(port.address.native, remote.native, Int32(port.dscp))
        guard descriptor >= 0 else {
            self.receive(.closed(id, descriptor == -ECONNREFUSED ? .refused : .failed), as: .network)
            return
        }
        let limit = self.now.advanced(by: self.configuration.connectTimeout)
        let flow = StreamFlow(
            id,
            descriptor: descriptor,
            remote: remote,
            state: .connecting(until: limit),
            now: self.now
        )
        guard self.admit(flow) else {
            self.receive(.closed(id, .failed), as: .network)
            return
        }
        self.watch(flow, writable: true)
    }

    /// Takes octets to be written at the end of the turn, or once the flow is open.
    func write(_ bytes: [UInt8], to id: FlowID) {
        guard let flow = self.flows[id] else {
            return
        }
        switch flow.state {
        case .connecting, .open:
            break
        case .closing:
            return
        }
        guard flow.backlog + bytes.count <= self.configuration.flowBuffer else {
            self.end(flow, .failed)
            return
        }
        flow.enqueue(bytes)
        self.flowsToFlush.append(id)
    }

    /// Closes a flow once everything has been written.
    func close(_ id: FlowID) {
        guard let flow = self.flows[id] else {
            return
        }
        flow.state = .closing
        self.flowsToFlush.append(id)
    }

    // MARK: Readiness

    /// Takes the connections that wait, up to a bound for each turn.
    func accept(_ port: StreamListener) {
        for _ in 0..<64 {
            var address = csocket_address()
            let descriptor = unsafe csocket_accept(port.descriptor, &address)
            guard descriptor >= 0 else {
                guard descriptor == -EMFILE || descriptor == -ENFILE, self.refuseWithSpare(port) else {
                    return
                }
                continue
            }
            self.acceptedFlows += 1
            let remote = TransportAddress(address)
            let flow = StreamFlow(
                FlowID(accepted: self.acceptedFlows),
                descriptor: descriptor,
                remote: remote,
                state: .open,
                now: self.now
            )
            guard self.flows.count < self.configuration.flows,
                self.flows.count(of: remote.ip) < self.configuration.flowsPerSource, self.admit(flow)
            else {
                self.refusedFlows += 1
                continue
            }
            let local = self.localAddress(of: flow) ?? port.address
            self.receive(.accepted(flow.id, from: remote, to: local, on: port.listener), as: .network)
        }
    }

    /// Takes a connection and closes it when the process has no descriptor left: it would be announced for ever.
    private func refuseWithSpare(_ port: StreamListener) -> Bool {
        csocket_close(self.spareDescriptor)
        var address = csocket_address()
        let descriptor = unsafe csocket_accept(port.descriptor, &address)
        if descriptor >= 0 {
            csocket_close(descriptor)
            self.refusedFlows += 1
        }
        self.spareDescriptor = csocket_wakeup_create()
        return descriptor >= 0
    }

    /// Serves a flow that can be read from or written to, or that has failed.
    func serve(_ flow: StreamFlow, _ events: UInt32) {
        if case .connecting = flow.state {
            if events & (CSOCKET_WRITABLE | CSOCKET_FAILED) != 0 {
                self.finishConnecting(flow)
            }
            return
        }
        if events & CSOCKET_WRITABLE != 0 {
            self.flush(flow)
        }
        if events & (CSOCKET_READABLE | CSOCKET_FAILED) != 0, self.flows[flow.id] === flow {
            self.read(flow)
        }
    }

    private func finishConnecting(_ flow: StreamFlow) {
        let error = csocket_pending_error(flow.descriptor)
        guard error == 0 else {
            let end: FlowEnd = error == -ECONNREFUSED ? .refused : error == -ETIMEDOUT ? .timedOut : .failed
            self.end(flow, end)
            return
        }
        flow.state = .open
        flow.lastActive = self.now
        self.watch(flow, writable: false)
        let local = self.localAddress(of: flow) ?? TransportAddress(.anyV4, 0)
        self.flowsToFlush.append(flow.id)
        self.receive(.connected(flow.id, local: local), as: .network)
    }

    private func read(_ flow: StreamFlow) {
        // The C side fills no more than the buffer's own length.
        let count = unsafe self.readBuffer.withUnsafeMutableBufferPointer { buffer in
            unsafe csocket_read(flow.descriptor, buffer.baseAddress, buffer.count)
        }
        if count > 0 {
            flow.lastActive = self.now
            self.receive(.received(flow.id, Array(self.readBuffer[..<count])), as: .message)
        } else if count == 0 {
            self.end(flow, .byPeer)
        } else if count != -EAGAIN, count != -EINTR {
            self.end(flow, count == -ECONNRESET ? .byPeer : .failed)
        }
    }

    // MARK: Writing

    /// Writes to every flow that has got something since the last time.
    func flushFlows() {
        let ids = self.flowsToFlush
        self.flowsToFlush.removeAll(keepingCapacity: true)
        for id in ids {
            if let flow = self.flows[id] {
                self.flush(flow)
            }
        }
    }

    private func flush(_ flow: StreamFlow) {
        if case .connecting = flow.state {
            return
        }
        switch flow.writeWaiting() {
        case .done:
            flow.lastActive = self.now
            self.watch(flow, writable: false)
            if case .closing = flow.state {
                self.end(flow, .byUs)
            }
        case .blocked:
            self.watch(flow, writable: true)
        case .failed:
            self.end(flow, .failed)
        }
    }

    // MARK: Table

    private func admit(_ flow: StreamFlow) -> Bool {
        guard csocket_poll_add(self.poll, flow.descriptor) == 0 else {
            return false
        }
        self.flows.insert(flow)
        if self.sweepsAt == nil {
            self.sweepsAt = self.now.advanced(by: .seconds(1))
        }
        return true
    }

    private func watch(_ flow: StreamFlow, writable: Bool) {
        guard flow.watchesWritable != writable else {
            return
        }
        flow.watchesWritable = writable
        _ = csocket_poll_watch_writable(self.poll, flow.descriptor, writable ? 1 : 0)
    }

    /// Takes a flow out, which closes its socket, and tells the gateway.
    private func end(_ flow: StreamFlow, _ reason: FlowEnd) {
        self.flows.remove(flow)
        self.receive(.closed(flow.id, reason), as: .network)
    }

    private func localAddress(of flow: StreamFlow) -> TransportAddress? {
        var address = csocket_address()
        return unsafe csocket_local_address(flow.descriptor, &address) == 0 ? TransportAddress(address) : nil
    }

    /// Ends flows that are idle or do not open, looking once a second while there are any.
    func sweepFlows() {
        guard let sweepsAt = self.sweepsAt, sweepsAt <= self.now else {
            return
        }
        for flow in self.flows.all {
            switch flow.state {
            case .connecting(let limit):
                if limit <= self.now {
                    self.end(flow, .timedOut)
                }
            case .open, .closing:
                if flow.lastActive.advanced(by: self.configuration.flowIdle) <= self.now {
                    self.end(flow, .byUs)
                }
            }
        }
        let isConnecting = self.flows.all.contains { $0.isConnecting }
        self.sweepsAt = self.flows.count == 0 ? nil : self.now.advanced(by: .seconds(isConnecting ? 1 : 10))
    }
}

extension StreamFlow {
    fileprivate var isConnecting: Bool {
        if case .connecting = self.state {
            return true
        }
        return false
    }
}
