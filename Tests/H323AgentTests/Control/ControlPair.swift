import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import SDP

/// Two ends of one H.245 session, with octets and time between them.
struct ControlPair {
    /// One end and what it has reported.
    struct End {
        var negotiation: MediaNegotiation
        var events: [NegotiationEvent] = []

        /// What was agreed last, for each stream.
        var agreed: [StreamOptions?]? {
            self.events.reversed().lazy.compactMap { event in
                guard case .agreed(let streams) = event else {
                    return nil
                }
                return streams
            }.first
        }

        var digits: [Digit] {
            self.events.flatMap { event in
                guard case .digits(let digits) = event else {
                    return [Digit]()
                }
                return digits
            }
        }

        var hasEnded: Bool {
            self.events.contains { event in
                guard case .ended = event else {
                    return false
                }
                return true
            }
        }

        var hasFailed: Bool {
            self.events.contains { event in
                guard case .failed = event else {
                    return false
                }
                return true
            }
        }

        var hasNothingInCommon: Bool {
            self.events.contains { event in
                guard case .nothingInCommon = event else {
                    return false
                }
                return true
            }
        }
    }

    var alice: End
    var bob: End
    var now = Instant.start

    /// How many messages are delivered before the line goes dead.
    var deliveries = Int.max
    private(set) var delivered = 0
    private(set) var kinds: [String] = []

    init(seed: UInt64 = 1, settings: H245Settings = H245Settings()) {
        self.alice = End(
            negotiation: MediaNegotiation(settings: settings, identifiers: IdentifierSource(seed: seed))
        )
        self.bob = End(
            negotiation: MediaNegotiation(settings: settings, identifiers: IdentifierSource(seed: seed &+ 1000))
        )
    }

    /// Both ends begin with what they can receive.
    mutating func begin(_ alice: SessionDescription, _ bob: SessionDescription) throws {
        self.alice.negotiation.describe(StreamOptions.all(of: alice), at: self.now)
        self.bob.negotiation.describe(StreamOptions.all(of: bob), at: self.now)
        self.alice.negotiation.start(at: self.now)
        self.bob.negotiation.start(at: self.now)
        try self.run()
    }

    /// Carries messages in both directions until none is left.
    mutating func run() throws {
        while true {
            let toBob = try Self.take(&self.alice)
            let toAlice = try Self.take(&self.bob)
            guard !toBob.isEmpty || !toAlice.isEmpty else {
                return
            }
            for octets in toBob where self.isDelivered() {
                let message = try H245.MultimediaSystemControlMessage(decoding: octets)
                self.bob.negotiation.receive(message, at: self.now)
            }
            for octets in toAlice where self.isDelivered() {
                let message = try H245.MultimediaSystemControlMessage(decoding: octets)
                self.alice.negotiation.receive(message, at: self.now)
            }
        }
    }

    /// Lets time go by, with everything that happens in it.
    mutating func pass(_ duration: Duration) throws {
        let end = self.now.advanced(by: duration)
        while let next = Instant.earlier(self.alice.negotiation.nextDeadline, self.bob.negotiation.nextDeadline),
            next <= end
        {
            self.now = max(self.now, next)
            self.alice.negotiation.advance(to: self.now)
            self.bob.negotiation.advance(to: self.now)
            try self.run()
        }
        self.now = end
    }

    private mutating func isDelivered() -> Bool {
        guard self.delivered < self.deliveries else {
            return false
        }
        self.delivered += 1
        return true
    }

    private static func take(_ end: inout End) throws -> [[UInt8]] {
        var messages: [[UInt8]] = []
        while let output = end.negotiation.nextOutput() {
            switch output {
            case .send(let message): messages.append(try message.encoded())
            case .report(let event): end.events.append(event)
            }
        }
        return messages
    }
}
