import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import SDP

/// A caller and a callee with octets, connections and time between them, and what the callee's owner does.
struct CallPair {
    /// One end and what it has reported.
    struct End {
        var call: H323Call
        var events: [H323CallEvent] = []
        /// The types of the call signaling messages that it sent.
        var sent: [SignalingMessage] = []
        var hasControl = false

        func first<Value>(_ match: (H323CallEvent) -> Value?) -> Value? {
            self.events.lazy.compactMap(match).first
        }

        /// Why it ended; `nil` while it lives.
        var clearing: SignalingClearing? {
            self.first { event in
                guard case .released(let clearing) = event else {
                    return nil
                }
                return clearing
            }
        }

        /// What was agreed last.
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

        var isConnected: Bool {
            self.call.state == .active
        }

        /// Whether nothing of the call is left.
        var isClean: Bool {
            !self.call.isOpen && self.call.channelCount == 0 && self.call.nextDeadline == nil && !self.hasControl
        }
    }

    var alice: End
    var bob: End
    var now = Instant.start

    /// How many messages are delivered before both connections are lost.
    var deliveries = Int.max
    private(set) var delivered = 0

    /// Whether messages vanish then, without a word from the connections.
    var isSilent = false
    private var isLost = false

    init(_ caller: H323CallSettings = H323CallSettings(), _ callee: H323CallSettings = H323CallSettings()) {
        var identifiers = IdentifierSource(seed: 5)
        let identity = CallIdentity(minting: &identifiers, reference: 77)
        self.alice = End(
            call: H323Call(
                .caller,
                identity,
                settings: caller,
                controlAddress: .lab(1, 1111),
                identifiers: IdentifierSource(seed: 6)
            )
        )
        self.bob = End(
            call: H323Call(
                .callee,
                identity,
                settings: callee,
                controlAddress: .lab(2, 2222),
                identifiers: IdentifierSource(seed: 7)
            )
        )
    }

    /// Carries messages and connections until nothing moves.
    mutating func run() throws {
        while true {
            let fromAlice = Self.take(&self.alice)
            let fromBob = Self.take(&self.bob)
            guard !fromAlice.isEmpty || !fromBob.isEmpty else {
                return
            }
            for output in fromAlice {
                try self.carry(output, from: \.alice, to: \.bob)
            }
            for output in fromBob {
                try self.carry(output, from: \.bob, to: \.alice)
            }
        }
    }

    /// Lets time go by, with everything that happens in it.
    mutating func pass(_ duration: Duration) throws {
        let end = self.now.advanced(by: duration)
        while let next = Instant.earlier(self.alice.call.nextDeadline, self.bob.call.nextDeadline), next <= end {
            self.now = max(self.now, next)
            self.alice.call.advance(to: self.now)
            self.bob.call.advance(to: self.now)
            try self.run()
        }
        self.now = end
    }

    private mutating func carry(
        _ output: H323CallOutput,
        from sender: WritableKeyPath<CallPair, End>,
        to receiver: WritableKeyPath<CallPair, End>
    ) throws {
        switch output {
        case .report(let event):
            self[keyPath: sender].events.append(event)
        case .signal(let octets):
            let message = try SignalingMessage(decoding: octets)
            self[keyPath: sender].sent.append(message)
            if self.isDelivered() {
                self[keyPath: receiver].call.receive(message, at: self.now)
            }
        case .control(let octets):
            if self.isDelivered() {
                self[keyPath: receiver].call.receiveControl(octets, at: self.now)
            }
        case .connectControl:
            if self.isDelivered() {
                for end in [sender, receiver] {
                    self[keyPath: end].hasControl = true
                    self[keyPath: end].call.openControl(at: self.now)
                }
            }
        case .closeControl:
            for end in [sender, receiver] where self[keyPath: end].hasControl {
                self[keyPath: end].hasControl = false
                self[keyPath: end].call.loseControl(at: self.now)
            }
        }
    }

    private mutating func isDelivered() -> Bool {
        guard self.delivered < self.deliveries else {
            if !self.isLost, !self.isSilent {
                self.isLost = true
                self.alice.call.loseConnection(at: self.now)
                self.bob.call.loseConnection(at: self.now)
            }
            return false
        }
        self.delivered += 1
        return true
    }

    private static func take(_ end: inout End) -> [H323CallOutput] {
        var outputs: [H323CallOutput] = []
        while let output = end.call.nextOutput() {
            outputs.append(output)
        }
        return outputs
    }
}
