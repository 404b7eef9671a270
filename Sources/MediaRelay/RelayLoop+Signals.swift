import CallModel
import ProtocolKit
import RTP

extension RelayLoop {
    /// One packet of a tone every 20 ms (RFC 3551 §4.2).
    private static let packetTime = Duration.milliseconds(20)

    /// Plays a signal to a leg in place of what the other leg sends.
    func play(_ signal: Signal, on number: UInt64) {
        guard self.anchors[number] != nil else {
            return
        }
        self.toneAnchors.remove(number)
        switch signal {
        case .silence:
            self.anchors[number]?.playing = .nothing
        case .echo:
            self.anchors[number]?.playing = .echo
        case .tone(let hertz, let payloadType, let duration):
            let source = UInt64.random(in: .min ... .max)
            self.play(
                ToneSource(hertz: hertz, payloadType: payloadType, duration: duration, source: source),
                on: number
            )
        case .cadence(let tone, let payloadType):
            let source = UInt64.random(in: .min ... .max)
            self.play(
                ToneSource(
                    hertz: tone.hertz,
                    secondHertz: tone.secondHertz,
                    cadence: ToneSource.Cadence(sound: tone.sound, pause: tone.pause),
                    payloadType: payloadType,
                    source: source
                ),
                on: number
            )
        case .tones(let tones, let payloadType):
            let source = UInt64.random(in: .min ... .max)
            self.play(
                ToneSource(
                    tones.tones.map {
                        ToneSource.Segment(
                            hertz: $0.hertz,
                            secondHertz: $0.secondHertz,
                            cadence: ToneSource.Cadence(sound: $0.sound, pause: $0.pause)
                        )
                    },
                    repetitions: tones.repetitions,
                    payloadType: payloadType,
                    source: source
                ),
                on: number
            )
        case .digits(let digits, let payloadType, let clockRate):
            let source = TelephoneEventSource(
                digits.compactMap(TelephoneEventSource.Event.init),
                payloadType: payloadType,
                clockRate: clockRate,
                source: UInt64.random(in: .min ... .max)
            )
            self.play(source.map { .events($0) }, on: number)
        }
        self.rewireBoth(number)
    }

    private func play(_ tone: ToneSource?, on number: UInt64) {
        self.play(tone.map { .tone($0) }, on: number)
    }

    private func play(_ playing: Anchor.Playing?, on number: UInt64) {
        self.anchors[number]?.playing = playing ?? .nothing
        if playing != nil {
            self.toneAnchors.insert(number)
            self.nextTone = min(self.nextTone, self.now)
        }
    }

    /// Sends the packet that is due of every tone.
    func playTones() {
        for number in self.toneAnchors {
            self.playTone(of: number)
        }
        guard !self.toneAnchors.isEmpty else {
            self.nextTone = Instant(nanoseconds: .max)
            return
        }
        // After a stall the lost time is not made up by a burst.
        let next = self.nextTone.advanced(by: Self.packetTime)
        self.nextTone = next.advanced(by: Self.packetTime) < self.now ? self.now.advanced(by: Self.packetTime) : next
    }

    /// Tells of every stream that has been silent for too long.
    func lookForSilence() {
        self.nextTick =
            self.anchors.isEmpty ? Instant(nanoseconds: .max) : self.now.advanced(by: self.configuration.tick)
        for number in 0..<self.flows.end where self.flows[number].isWatched {
            if let silence = self.flows[number].silence.check(at: self.now) {
                let flow = self.flows[number]
                self.reports.append(.silent(flow.anchor, stream: flow.stream, for: silence))
            }
        }
    }

    private func playTone(of number: UInt64) {
        switch self.anchors[number]?.playing {
        case .tone(var tone) where !tone.isOver:
            self.send(tone.packet, to: number)
            tone.advance()
            self.anchors[number]?.playing = .tone(tone)
        case .events(var events) where !events.isOver:
            if let packet = events.packet {
                self.send(packet, to: number)
            }
            events.advance()
            self.anchors[number]?.playing = .events(events)
        case .tone, .events, .echo, .nothing, nil:
            self.toneAnchors.remove(number)
            self.anchors[number]?.playing = .nothing
            self.rewireBoth(number)
        }
    }

    /// Sends a packet of ours to the far end of an anchor's first stream that takes any.
    private func send(_ packet: [UInt8], to number: UInt64) {
        let stream = self.anchors[number]?.streams.first { $0.plan.kind == .rtp && $0.remote?.receives == true }
        if let stream {
            self.send(packet, from: stream.media)
        }
    }

    private func send(_ packet: [UInt8], from number: FlowNumber) {
        // Safe: exactly the octets of the packet are read.
        let isSent = unsafe packet.withUnsafeBytes { octets in
            unsafe self.flows.send(octets.baseAddress, count: octets.count, from: number)
        }
        if isSent {
            self.flows[number].packetsSent &+= 1
            self.flows[number].octetsSent &+= UInt64(truncatingIfNeeded: packet.count)
        }
    }

    private func rewireBoth(_ number: UInt64) {
        self.rewire(number)
        if let partner = self.anchors[number]?.partner {
            self.rewire(partner)
        }
    }
}

extension TelephoneEventSource.Event {
    /// The event of a digit; `nil` for what has none.
    fileprivate init?(_ digit: Digit) {
        guard let code = digit.eventCode else {
            return nil
        }
        self.init(code: code, duration: digit.length)
    }
}
