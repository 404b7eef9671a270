import CallControl
import CallModel
import ProtocolKit
import SDP

/// A call's media without a call: some legs, a port pool, and what the relay was told.
struct MediaFixture {
    var media = CallMedia()
    var plane: MediaPlane
    var sessions: [LocalSession]

    init(ports: ClosedRange<UInt16> = 30_000...30_099, legs: Int = 4) {
        var settings = MediaSettings()
        settings.interfaces = [
            MediaInterface(address: .loopbackV4, ports: ports),
            MediaInterface(address: IPAddress(high: 0, low: 1), ports: ports),
        ]
        settings.quarantine = .zero
        self.plane = MediaPlane(settings)
        self.sessions = (0..<legs).map { LocalSession(sessionID: UInt64($0) + 1, address: .loopbackV4) }
    }

    /// A party's description by its media lines.
    static func party(_ ip: String, _ media: String...) throws -> SessionDescription {
        let family = ip.contains(":") ? "IP6" : "IP4"
        let session = "v=0\r\no=- 1 1 IN \(family) \(ip)\r\ns=-\r\nc=IN \(family) \(ip)\r\nt=0 0\r\n"
        return try SessionDescription(parsing: Array((session + media.map { $0 + "\r\n" }.joined()).utf8))
    }

    mutating func offer(
        _ offer: SessionDescription,
        _ leg: Int,
        _ answerer: UInt32? = nil,
        to place: Int
    ) -> MediaOutcome {
        self.carry(offer, .offer, Self.source(leg, answerer), to: place)
    }

    mutating func answer(
        _ answer: SessionDescription,
        _ leg: Int,
        _ answerer: UInt32? = nil,
        to place: Int
    ) -> MediaOutcome {
        self.carry(answer, .answer, Self.source(leg, answerer), to: place)
    }

    mutating func select(_ leg: Int, _ answerer: UInt32? = nil) {
        self.media.select(Self.source(leg, answerer), on: &self.plane)
    }

    mutating func settle(_ leg: Int, _ answerer: UInt32? = nil) {
        self.media.settle(Self.source(leg, answerer), on: &self.plane)
    }

    mutating func restore() {
        self.media.restore(0, 1, on: &self.plane)
    }

    mutating func end() {
        self.media.end(on: &self.plane)
    }

    mutating func answerLocally(_ offer: SessionDescription, playing signal: Signal) -> MediaOutcome {
        self.media.answerLocally(offer, of: 0, playing: signal, session: &self.sessions[0], on: &self.plane)
    }

    /// What the relay was told since the last time.
    mutating func takeOrders() -> [MediaOrder] {
        var orders: [MediaOrder] = []
        while let order = self.plane.orders.next() {
            orders.append(order)
        }
        return orders
    }

    /// A call in progress between leg 0 and leg 1, its orders taken.
    mutating func establish(_ offer: SessionDescription, _ answer: SessionDescription) {
        _ = self.offer(offer, 0, to: 1)
        _ = self.answer(answer, 1, 1, to: 0)
        self.select(1, 1)
        self.settle(1, 1)
        _ = self.takeOrders()
    }

    private mutating func carry(
        _ description: SessionDescription,
        _ role: CallMedia.Role,
        _ source: MediaSource,
        to place: Int
    ) -> MediaOutcome {
        self.media.carry(description, role, from: source, to: place, session: &self.sessions[place], on: &self.plane)
    }

    private static func source(_ leg: Int, _ answerer: UInt32?) -> MediaSource {
        MediaSource(leg: leg, answerer: answerer.map { AnswererID($0) })
    }
}

extension MediaOutcome {
    /// The description that goes on, if one does.
    var description: SessionDescription? {
        guard case .passed(let description) = self else {
            return nil
        }
        return description
    }
}

extension MediaOrder {
    /// The name of the order, for tests that look at the sequence only.
    var word: String {
        switch self {
        case .open: "open"
        case .replan: "replan"
        case .setRemotes: "setRemotes"
        case .select: "select"
        case .join: "join"
        case .part: "part"
        case .play: "play"
        case .listen: "listen"
        case .close: "close"
        }
    }

    /// The streams that an `open` or `replan` plans.
    var plans: [StreamPlan] {
        switch self {
        case .open(_, let streams), .replan(_, let streams): streams
        case .setRemotes, .select, .join, .part, .play, .listen, .close: []
        }
    }

    /// The far ends that a `setRemotes` names.
    var remotes: [AnswererStreams] {
        switch self {
        case .setRemotes(_, let remotes): remotes
        case .open, .replan, .select, .join, .part, .play, .listen, .close: []
        }
    }
}
