import MGCPSyntax
import ProtocolKit
import SDP
import SimulationKit

/// What one endpoint says: its tone while the receiver is lifted, keys that are pressed, tones for the other side.
struct Voice {
    /// The frequency of its tone.
    let hertz: Double

    private var tone: ToneGenerator
    private var ringback = ToneGenerator([440, 480])
    private var key: ToneGenerator?
    private var keyPackets = 0
    private var packets = 0

    init(hertz: Double) {
        self.hertz = hertz
        self.tone = ToneGenerator([hertz])
    }

    /// Sounds a key for 100 ms, for those who take no telephone events.
    mutating func press(_ digit: UInt8) {
        let rows: [Double] = [697, 770, 852, 941]
        let columns: [Double] = [1209, 1336, 1477, 1633]
        guard let place = Array("123A456B789C*0#D".utf8).firstIndex(of: digit) else {
            return
        }
        self.key = ToneGenerator([rows[place / 4], columns[place % 4]])
        self.keyPackets = 5
    }

    /// The next 20 ms.
    mutating func samples(speaks: Bool, ringsBack: Bool) -> [Int16] {
        self.packets += 1
        if self.keyPackets > 0 {
            self.keyPackets -= 1
            return self.key?.samples(160) ?? []
        }
        if ringsBack {
            // Two seconds of sound, four of silence (RFC 3660 §2.1 leaves it to the country).
            return self.packets % 300 < 100 ? self.ringback.samples(160) : [Int16](repeating: 0, count: 160)
        }
        return speaks ? self.tone.samples(160) : [Int16](repeating: 0, count: 160)
    }
}

extension MediaGatewayLab {
    /// Opens a socket for each new connection, closes those of connections that are gone, and tells all what to do.
    func alignMedia() {
        var alive: Set<MGCPConnectionID> = []
        for (index, endpoint) in self.gateway.endpoints.enumerated() {
            for connection in endpoint.connections {
                alive.insert(connection.id)
                self.align(connection, of: index)
            }
        }
        for id in self.streams.keys where !alive.contains(id) {
            self.streams[id] = nil
        }
    }

    private func align(_ connection: LabConnection, of index: Int) {
        if self.streams[connection.id] == nil {
            let address = TransportAddress(self.options.gateway.mediaAddress, connection.localPort)
            let random = self.random.number(below: .max)
            do throws(LabFailure) {
                self.streams[connection.id] = try MediaStream(
                    connection.id,
                    endpoint: index,
                    at: address,
                    random: random
                )
            } catch {
                self.complain(error.description)
            }
        }
        var plan = MediaStream.Plan()
        plan.destination = connection.destination
        plan.payloadType = connection.codec?.payloadType
        plan.eventPayloadType = connection.eventPayloadType
        plan.sends = connection.sends
        plan.receives = connection.receives
        plan.loops = connection.loops
        self.streams[connection.id]?.plan = plan
    }

    /// Sends 20 ms on every connection; those of one endpoint in conference hear each other too.
    func sendMedia() {
        for (index, endpoint) in self.gateway.endpoints.enumerated() where !endpoint.connections.isEmpty {
            let speaks = endpoint.isOffHook || endpoint.settings.kind != .line
            let ringsBack = !endpoint.sendsTones.isEmpty
            let own = self.voices[index].samples(speaks: speaks, ringsBack: ringsBack)
            for connection in endpoint.connections {
                let others = endpoint.connections.filter { other in
                    other.id != connection.id && other.mode == .conference && connection.mode == .conference
                }
                let heard = others.compactMap { self.streams[$0.id]?.heard }
                self.streams[connection.id]?.send(Self.mixed([own] + heard))
            }
        }
    }

    private static func mixed(_ parts: [[Int16]]) -> [Int16] {
        guard parts.count > 1, let first = parts.first else {
            return parts.first ?? []
        }
        return first.indices.map { place in
            let sum = parts.reduce(Int32(0)) { sum, part in
                sum + (part.indices.contains(place) ? Int32(part[place]) : 0)
            }
            return Int16(clamping: sum / 2)
        }
    }

    /// A key goes out as a telephone event, or as its two tones where the other side takes no events.
    func press(_ digit: UInt8, at index: Int) {
        for connection in self.gateway.endpoints[index].connections where connection.sends {
            if self.streams[connection.id]?.press(digit) != true {
                self.voices[index].press(digit)
            }
        }
    }

    /// The streams of an endpoint that it hears.
    func streams(of index: Int) -> [MediaStream] {
        self.gateway.endpoints[index].connections.compactMap { self.streams[$0.id] }
    }
}
