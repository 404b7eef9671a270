import CallModel
import MGCPSyntax
import ProtocolKit

/// What a line hears when its call has ended before it hung up (ITU-T E.180, Q.35 §2; RFC 3660 §2.4).
enum ReleaseTone: Hashable, Sendable {
    case busy
    case congestion
    case reorder
    case announcement(ByteString)
    /// Nothing.
    case silence

    /// What tells of this cause to a line of this class.
    init(for cause: Q850Cause, _ lineClass: LineClass) {
        switch cause {
        case .userBusy:
            self = .busy
        case .noCircuitAvailable, .congestion, .resourceUnavailable, .bearerCapabilityNotAvailable, .temporaryFailure,
            .networkOutOfOrder:
            self = .congestion
        case .normalClearing:
            self = lineClass.tellsRelease ? .reorder : .silence
        default:
            // 1, 2, 3, 22 and 28 want an announcement, 18, 19 and 20 too; 21 and what is left are told by reorder tone.
            self = lineClass.announcements[cause.rawValue].map { .announcement($0) } ?? .reorder
        }
        if let url = lineClass.announcements[cause.rawValue] {
            self = .announcement(url)
        }
    }
}
