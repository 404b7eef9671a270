/// Which way media flows, seen by the party whose description says so (RFC 8866 §6.7).
package enum MediaDirection: UInt8, Hashable, Sendable, CaseIterable {
    case sendrecv
    case sendonly
    case recvonly
    case inactive

    /// From the two halves.
    package init(sends: Bool, receives: Bool) {
        switch (sends, receives) {
        case (true, true): self = .sendrecv
        case (true, false): self = .sendonly
        case (false, true): self = .recvonly
        case (false, false): self = .inactive
        }
    }

    /// Whether the party sends.
    package var sends: Bool {
        self == .sendrecv || self == .sendonly
    }

    /// Whether the party receives.
    package var receives: Bool {
        self == .sendrecv || self == .recvonly
    }

    /// The same flow, seen by the other party; the most that an answer may say (RFC 3264 §6.1).
    package var mirrored: MediaDirection {
        MediaDirection(sends: self.receives, receives: self.sends)
    }

    /// What both allow.
    package func intersection(_ other: MediaDirection) -> MediaDirection {
        MediaDirection(sends: self.sends && other.sends, receives: self.receives && other.receives)
    }

    /// The attribute's name.
    package var token: StaticString {
        switch self {
        case .sendrecv: "sendrecv"
        case .sendonly: "sendonly"
        case .recvonly: "recvonly"
        case .inactive: "inactive"
        }
    }
}
