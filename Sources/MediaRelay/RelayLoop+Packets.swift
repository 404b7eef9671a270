import CDatagram
import CallModel
import Glibc
import ProtocolKit
import RTP

extension RelayLoop {
    /// Takes one datagram from a socket and passes it on.
    ///
    /// A call's socket has one packet every 20 ms, so a turn finds one in each: a call for a batch costs more than it
    /// saves, and what is left over makes the socket ready again.
    @inline(__always)
    func receive(on number: FlowNumber, at now: Instant) {
        // Safe: the shim writes at most the capacity it is told, and only into these two.
        let count = unsafe cdatagram_receive(
            self.flows[number].descriptor,
            self.buffer.baseAddress,
            Self.datagramCapacity,
            self.source
        )
        guard count >= 0 else {
            self.receptionFailed(on: number, errno: Int32(truncatingIfNeeded: -count))
            return
        }
        guard count <= Self.datagramCapacity else {
            return
        }
        // Safe: the first `count` octets have just been written and stay while the packet is looked at.
        let packet = unsafe Span<UInt8>(_unsafeBytes: UnsafeRawBufferPointer(rebasing: self.buffer[0..<count]))
        switch self.flows[number].role {
        case .kept:
            return
        case .rtp:
            self.receiveRTP(packet, on: number, at: now)
        case .rtcp:
            self.receiveRTCP(packet, on: number, at: now)
        case .udptl:
            self.receiveUDPTL(packet, on: number, at: now)
        }
    }

    private var sourceAddress: TransportAddress {
        // Safe: the shim filled the address with the datagram that is looked at.
        unsafe TransportAddress(
            IPAddress(high: cdatagram_address_high(self.source), low: cdatagram_address_low(self.source)),
            cdatagram_address_port(self.source)
        )
    }

    @inline(__always)
    private func receiveRTP(_ packet: Span<UInt8>, on number: FlowNumber, at now: Instant) {
        if self.flows[number].sharesPort, RTCPCompound.isRTCP(packet) {
            self.receiveRTCP(packet, on: number, at: now)
            return
        }
        guard let header = RTPHeader(packet, isEncrypted: self.flows[number].formats.isEncrypted),
            self.flows[number].formats.accepted.contains(header.payloadType)
        else {
            self.flows[number].packetsRefused &+= 1
            return
        }
        let isEvent = self.flows[number].formats.events.contains(header.payloadType)
        if isEvent, !self.flows[number].formats.isEncrypted,
            TelephoneEvent(packet, payload: header.payload) == nil
        {
            self.flows[number].packetsRefused &+= 1
            return
        }
        guard self.admit(on: number, at: now) else {
            return
        }
        self.flows[number].statistics.receive(
            header,
            at: now,
            clockRate: self.flows[number].formats.clockRate,
            isTimed: !isEvent
        )
        if isEvent {
            _ = self.flows[number].events.receive(header)
        }
        self.countAndForward(packet.count, on: number)
    }

    private func receiveUDPTL(_ packet: Span<UInt8>, on number: FlowNumber, at now: Instant) {
        guard UDPTLDatagram(packet) != nil else {
            self.flows[number].packetsRefused &+= 1
            return
        }
        guard self.admit(on: number, at: now) else {
            return
        }
        self.countAndForward(packet.count, on: number)
    }

    private func receiveRTCP(_ packet: Span<UInt8>, on number: FlowNumber, at now: Instant) {
        let media = self.flows[number].media
        guard let compound = RTCPCompound(packet, isEncrypted: self.flows[number].formats.isEncrypted) else {
            self.flows[media].packetsRefused &+= 1
            return
        }
        guard self.admit(on: number, at: now) else {
            return
        }
        self.flows[media].controlPacketsReceived &+= 1
        if let block = compound.firstBlock {
            self.flows[media].reportedLost = UInt32(max(0, block.cumulativeLost))
            self.flows[media].reportedJitter = block.jitter
        }
        let target = self.flows[number].controlTarget
        if target >= 0 {
            _ = self.send(packet.count, from: target)
        }
    }

    /// Judges the source of the datagram in the buffer; a foreign one is counted and dropped without a word.
    @inline(__always)
    private func admit(on number: FlowNumber, at now: Instant) -> Bool {
        let source = self.sourceAddress
        switch self.flows[number].filter.judge(source) {
        case .accepted:
            break
        case .learned:
            self.follow(source, on: number)
        case .refused:
            // Before the far end is described nobody can tell whose it is: a telephone that rings may send already.
            if self.flows[number].filter.expected != nil {
                self.flows[self.flows[number].media].packetsRefused &+= 1
            }
            return false
        }
        self.flows[number].lastPacket = now.nanoseconds
        self.flows[self.flows[number].media].silence.hear(at: now)
        if self.flows[number].awaitsFirst {
            self.reportFirst(from: source, on: number)
        }
        return true
    }

    @inline(__always)
    private func countAndForward(_ count: Int, on number: FlowNumber) {
        self.flows[number].packetsReceived &+= 1
        self.flows[number].octetsReceived &+= UInt64(truncatingIfNeeded: count)
        let target = self.flows[number].target
        if target >= 0, self.send(count, from: target) {
            self.flows[target].packetsSent &+= 1
            self.flows[target].octetsSent &+= UInt64(truncatingIfNeeded: count)
        }
    }

    /// Sends the first `count` octets of the buffer to the far end of a flow.
    @inline(__always)
    private func send(_ count: Int, from number: FlowNumber) -> Bool {
        // Safe: the buffer holds at least `count` octets.
        unsafe self.flows.send(self.buffer.baseAddress, count: count, from: number)
    }

    private func follow(_ source: TransportAddress, on number: FlowNumber) {
        guard self.flows[number].followsSource else {
            return
        }
        self.flows[number].destination = cdatagram_address(source)
        self.flows[number].hasDestination = true
    }

    private func reportFirst(from source: TransportAddress, on number: FlowNumber) {
        self.flows[number].awaitsFirst = false
        let flow = self.flows[number]
        self.reports.append(.firstPacket(flow.anchor, stream: flow.stream, from: source))
    }

    /// Tolerates what passes (nothing there, ICMP errors of earlier packets) and gives up a socket that is broken.
    private func receptionFailed(on number: FlowNumber, errno code: Int32) {
        switch code {
        case EAGAIN, EINTR, ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, ENOMEM, ENOBUFS, EPROTO,
            ENOPROTOOPT, EMSGSIZE, EACCES:
            return
        default:
            _ = cdatagram_poll_remove(self.poll, self.flows[number].descriptor)
            if self.flows[number].role != .kept {
                self.reports.append(.failed(self.flows[number].anchor, .socketError))
            }
        }
    }
}
