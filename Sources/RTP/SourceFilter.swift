package import ProtocolKit

/// Decides which source address a socket accepts packets from, so that nobody else's packets enter a call.
///
/// The source must be what the session description says. Learning another one is a choice of the configuration, ends
/// with the first packets after new signaling, and never begins again without it.
package struct SourceFilter: Hashable, Sendable {
    /// How much of the source must be what the session description says.
    package enum Rule: Hashable, Sendable {
        /// Address and port.
        case strict
        /// The address; the port may be any.
        case address
        /// The first `window` packets set the source; only `within`, where it is given, may be learned.
        case latch(window: UInt16, within: IPAddress?)
    }

    /// What becomes of one packet.
    package enum Verdict: Hashable, Sendable {
        /// It comes from the source that is expected.
        case accepted
        /// It comes from a new source, which is the expected one from now on.
        case learned
        /// It is foreign.
        case refused
    }

    /// The rule in force.
    package let rule: Rule

    /// The source that is expected; `nil` before there is one.
    package private(set) var expected: TransportAddress?

    /// How many more packets may set the source.
    package private(set) var windowLeft: UInt16

    /// Begins anew, as signaling says; `described` is the address of the session description.
    @inlinable
    package init(_ rule: Rule, described: TransportAddress?) {
        self.rule = rule
        self.expected = described
        if case .latch(let window, _) = rule {
            self.windowLeft = window
        } else {
            self.windowLeft = 0
        }
    }

    /// Judges the source of one packet.
    @inlinable
    package mutating func judge(_ source: TransportAddress) -> Verdict {
        switch self.rule {
        case .strict:
            return source == self.expected ? .accepted : .refused
        case .address:
            return source.ip == self.expected?.ip ? .accepted : .refused
        case .latch(_, let within):
            return self.latch(source, within: within)
        }
    }

    @usableFromInline
    mutating func latch(_ source: TransportAddress, within: IPAddress?) -> Verdict {
        guard self.windowLeft > 0 else {
            return source == self.expected ? .accepted : .refused
        }
        guard within == nil || source.ip == within || source == self.expected else {
            return .refused
        }
        self.windowLeft -= 1
        guard source != self.expected else {
            return .accepted
        }
        self.expected = source
        return .learned
    }
}
