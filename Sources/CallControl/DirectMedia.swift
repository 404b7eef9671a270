import CallModel
import DialplanEngine
import ProtocolKit
import SDP

/// The media of a call that flows between the parties.
struct DirectMedia: Sendable {
    /// What a description is in its exchange (RFC 3264).
    enum Role: Sendable {
        case offer
        case answer
    }

    private var path: BridgeAction.MediaPath?

    init() {}

    /// Whether no anchor is open and all counters have come.
    var isClosed: Bool {
        true
    }

    /// States where the media flows; what was stated first stands, since the caller may have been told.
    mutating func choose(_ path: BridgeAction.MediaPath) {
        self.path = self.path ?? path
    }

    /// Our side of the session on a new leg.
    func newSession(in environment: inout CallEnvironment) -> LocalSession {
        LocalSession(sessionID: environment.mintSession(), address: environment.configuration.sessionAddress)
    }

    /// Turns what one leg describes into what another one may see.
    mutating func carry(
        _ description: SessionDescription,
        _ role: Role,
        from source: MediaSource,
        to place: Int,
        session: inout LocalSession
    ) -> SessionDescription? {
        session.rewrite(description, media: Array(repeating: .direct, count: description.media.count))
    }

    /// What was offered between two legs has been refused; what they agreed before stands.
    mutating func restore(_ first: Int, _ second: Int) {}

    /// Only this party's media feeds the caller.
    mutating func select(_ source: MediaSource) {}

    /// The leg at this place is over.
    mutating func close(_ place: Int) {}

    /// What passed on the streams of a leg.
    func counters(of place: Int) -> [StreamCounters] {
        []
    }
}
