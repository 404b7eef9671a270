import MGCPSyntax
import ProtocolKit
import RTP
import SimulationKit

/// The media of one connection: a socket, what is sent, and what was heard.
final class MediaStream {
    /// What one connection is to do, as its gateway says it.
    struct Plan {
        var destination: TransportAddress?
        var payloadType: UInt8?
        var eventPayloadType: UInt8?
        var sends = false
        var receives = false
        var loops = false
    }

    let id: MGCPConnectionID
    let endpoint: Int

    /// What it is to do.
    var plan = Plan()

    /// What was heard, while the connection's mode lets the endpoint hear it.
    private(set) var meter = ToneMeter()

    /// Telephone events that came.
    private(set) var events = TelephoneEventCounter()

    /// The digits that they were.
    private(set) var digits = ""

    /// The samples of the packet that came last, for whoever is in the same conference.
    private(set) var heard: [Int16] = []

    private(set) var packetsReceived: UInt64 = 0
    private(set) var lastPacket: Instant?

    private let socket: DatagramSocket
    private var statistics = ReceptionStatistics()
    private var octetsReceived: UInt64 = 0
    private var packetsSent: UInt64 = 0
    private var octetsSent: UInt64 = 0
    private var sequence: UInt16
    private var timestamp: UInt32
    private let source: UInt32
    private var isMarked = true
    private var sending: SendingEvent?
    private var waitingDigits: [UInt8] = []

    /// An event that is being sent (RFC 4733 §2.5.1).
    private struct SendingEvent {
        let event: UInt8
        let timestamp: UInt32
        var duration: UInt16 = 0
        var ends = 0
    }

    init(_ id: MGCPConnectionID, endpoint: Int, at address: TransportAddress, random: UInt64) throws(LabFailure) {
        self.id = id
        self.endpoint = endpoint
        self.socket = try DatagramSocket(address)
        self.source = UInt32(truncatingIfNeeded: random)
        self.sequence = UInt16(truncatingIfNeeded: random >> 32)
        self.timestamp = UInt32(truncatingIfNeeded: random >> 20)
    }

    var descriptor: Int32 {
        self.socket.descriptor
    }

    /// What a DLCX is told (RFC 3435 §3.2.2.7): octets are those of the payload.
    var parameters: ConnectionParameters {
        var parameters = ConnectionParameters()
        parameters.packetsSent = self.packetsSent
        parameters.octetsSent = self.octetsSent
        parameters.packetsReceived = self.packetsReceived
        parameters.octetsReceived = self.octetsReceived
        parameters.packetsLost = self.statistics.lost
        parameters.jitter = UInt64(self.statistics.jitterMicroseconds(clockRate: 8000)) / 1000
        return parameters
    }

    /// Packets that were lost on the way here.
    var packetsLost: UInt64 {
        self.statistics.lost
    }

    /// Forgets tones and digits that were heard.
    func forgetHeard() {
        self.meter.reset()
        self.digits = ""
    }

    // MARK: Receiving

    /// Takes all packets that wait.
    func receive(at now: Instant) {
        for _ in 0..<64 {
            guard let (bytes, source) = self.socket.receive() else {
                return
            }
            self.receive(bytes, from: source, at: now)
        }
    }

    private func receive(_ bytes: [UInt8], from source: TransportAddress, at now: Instant) {
        guard let header = RTPHeader(bytes.span) else {
            return
        }
        self.packetsReceived += 1
        self.octetsReceived += UInt64(header.payload.count)
        self.lastPacket = now
        let isEvent = header.payloadType == self.plan.eventPayloadType
        self.statistics.receive(header, at: now, clockRate: 8000, isTimed: !isEvent)
        if self.plan.loops {
            self.socket.send(bytes, to: self.plan.destination ?? source)
        }
        if isEvent {
            self.receiveEvent(header, bytes)
        } else if self.plan.receives, let law = G711(payloadType: header.payloadType) {
            self.heard = bytes[header.payload].map(law.decode)
            self.meter.receive(self.heard)
        }
    }

    private func receiveEvent(_ header: RTPHeader, _ bytes: [UInt8]) {
        guard let event = TelephoneEvent(bytes.span, payload: header.payload), self.events.receive(header) else {
            return
        }
        let names = Array("0123456789*#ABCD!")
        self.digits.append(Int(event.event) < names.count ? names[Int(event.event)] : "?")
        if self.digits.count > 256 {
            self.digits.removeFirst()
        }
    }

    // MARK: Sending

    /// Sends 20 ms of what the endpoint says; digits that were pressed go before it.
    func send(_ samples: [Int16]) {
        defer { self.timestamp &+= UInt32(samples.count) }
        guard self.plan.sends, let destination = self.plan.destination else {
            self.isMarked = true
            return
        }
        if self.sendEvent(to: destination, UInt16(samples.count)) {
            return
        }
        guard let payloadType = self.plan.payloadType, let law = G711(payloadType: payloadType) else {
            return
        }
        self.transmit(samples.map(law.encode), payloadType, self.timestamp, to: destination)
    }

    /// Sends a digit as an event; `false` when the other side takes none.
    func press(_ digit: UInt8) -> Bool {
        guard self.plan.sends, self.plan.eventPayloadType != nil, self.waitingDigits.count < 64,
            let event = Array("0123456789*#ABCD".utf8).firstIndex(of: digit)
        else {
            return false
        }
        self.waitingDigits.append(UInt8(event))
        return true
    }

    /// Sends a packet of the event that is under way; the last one goes out three times (RFC 4733 §2.5.1.4).
    private func sendEvent(to destination: TransportAddress, _ step: UInt16) -> Bool {
        if self.sending == nil, !self.waitingDigits.isEmpty {
            self.sending = SendingEvent(event: self.waitingDigits.removeFirst(), timestamp: self.timestamp)
            self.isMarked = true
        }
        guard var event = self.sending, let payloadType = self.plan.eventPayloadType else {
            return false
        }
        if event.ends == 0 {
            event.duration += step
        }
        let isEnd = event.duration >= 800
        event.ends += isEnd ? 1 : 0
        let octets = [event.event, isEnd ? 0x8A : 0x0A, UInt8(event.duration >> 8), UInt8(event.duration & 0xFF)]
        self.transmit(octets, payloadType, event.timestamp, to: destination)
        self.sending = event.ends < 3 ? event : nil
        return true
    }

    private func transmit(
        _ payload: [UInt8],
        _ payloadType: UInt8,
        _ timestamp: UInt32,
        to destination: TransportAddress
    ) {
        var packet: [UInt8] = [0x80, (self.isMarked ? 0x80 : 0) | payloadType]
        packet += [UInt8(self.sequence >> 8), UInt8(self.sequence & 0xFF)]
        for word in [timestamp, self.source] {
            packet += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
        self.socket.send(packet + payload, to: destination)
        self.isMarked = false
        self.sequence &+= 1
        self.packetsSent += 1
        self.octetsSent += UInt64(payload.count)
    }
}
