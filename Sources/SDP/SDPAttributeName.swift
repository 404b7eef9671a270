/// The attribute names this gateway gives a meaning to; every other one is passed on by its text.
package enum SDPAttributeName: UInt8, Hashable, Sendable {
    case other
    case rtpmap
    case fmtp
    case ptime
    case maxptime
    case sendrecv
    case sendonly
    case recvonly
    case inactive
    case rtcp
    case rtcpMux
    case rtcpMuxOnly
    case crypto
    case fingerprint
    case group
    case bundleOnly
    case tool
    case candidate
    case endOfCandidates
    case remoteCandidates
    case iceUfrag
    case icePassword
    case iceOptions
    case iceLite
    case iceMismatch
    case icePacing
    case alternative
    case sourceFilter

    /// The name that stands at `range` of `text`; names are case-sensitive (RFC 8866 §6).
    static func identify(_ text: [UInt8], _ range: Range<Int>) -> SDPAttributeName {
        func named(_ literal: StaticString) -> Bool {
            text[range].matches(literal)
        }
        switch range.count {
        case 3: return named("alt") ? .alternative : .other
        case 4: return named("fmtp") ? .fmtp : named("rtcp") ? .rtcp : named("tool") ? .tool : .other
        case 5: return named("ptime") ? .ptime : named("group") ? .group : .other
        case 6: return named("rtpmap") ? .rtpmap : named("crypto") ? .crypto : .other
        case 7: return named("ice-pwd") ? .icePassword : .other
        case 8:
            for (literal, name) in self.ofEightLetters where named(literal) {
                return name
            }
            return .other
        case 9: return named("candidate") ? .candidate : named("ice-ufrag") ? .iceUfrag : .other
        case 10: return named("ice-pacing") ? .icePacing : .other
        case 11:
            return named("fingerprint")
                ? .fingerprint : named("ice-options") ? .iceOptions : named("bundle-only") ? .bundleOnly : .other
        case 12: return named("ice-mismatch") ? .iceMismatch : .other
        case 13: return named("source-filter") ? .sourceFilter : named("rtcp-mux-only") ? .rtcpMuxOnly : .other
        case 17:
            return named("end-of-candidates")
                ? .endOfCandidates : named("remote-candidates") ? .remoteCandidates : .other
        default: return .other
        }
    }

    private static let ofEightLetters: [(StaticString, SDPAttributeName)] = [
        ("sendrecv", .sendrecv), ("sendonly", .sendonly), ("recvonly", .recvonly), ("inactive", .inactive),
        ("rtcp-mux", .rtcpMux), ("maxptime", .maxptime), ("ice-lite", .iceLite),
    ]

    /// The direction that an attribute of this name states (RFC 8866 §6.7).
    var direction: MediaDirection? {
        switch self {
        case .sendrecv: .sendrecv
        case .sendonly: .sendonly
        case .recvonly: .recvonly
        case .inactive: .inactive
        default: nil
        }
    }
}
