import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// One connection of an endpoint (RFC 3435 §2.1.3): what it shall be, and what the gateway was told of it.
///
/// ```
///   wanted ──CRCX──> creating ──200──> open ──MDCX──> open
///      │                │ refused       │
///      v                v               v DLCX
///     gone <───────────gone          deleting ──250──> gone
/// ```
/// It has no queue of changes: what differs between the two is told by the next command, so that changes that come
/// quicker than answers cost one command together, and two never wait at the same time (§5.4 of the tables).
struct MGCPConnection: Sendable {
    enum State: Hashable, Sendable {
        /// No command has asked for it.
        case wanted
        case creating
        case open(MGCPConnectionID)
        /// Its DLCX waits for an answer.
        case deleting(MGCPConnectionID)
        case gone
    }

    /// What can be told with CRCX or MDCX.
    struct Terms: Hashable, Sendable {
        var mode: ConnectionMode
        var remote: SessionDescription? {
            didSet {
                self.remoteDirection = Self.direction(of: self.remote)
            }
        }

        /// Which way media flows by the word of the far side; looked up once, because the mode depends on it after every
        /// change of the endpoint.
        private(set) var remoteDirection: MediaDirection

        init(mode: ConnectionMode, remote: SessionDescription?) {
            self.mode = mode
            self.remote = remote
            self.remoteDirection = Self.direction(of: remote)
        }

        private static func direction(of remote: SessionDescription?) -> MediaDirection {
            remote?.media.first?.effectiveDirection ?? .sendrecv
        }
    }

    var state = State.wanted

    /// What it shall be.
    var terms: Terms

    /// What the gateway goes by.
    private(set) var told: Terms?

    /// What the gateway says of itself.
    private(set) var local: SessionDescription?

    /// Whether it takes and gives DTMF digits within RTP (RFC 4733), and whether its codec carries them as tones.
    private(set) var hasEvents = false
    private(set) var carriesTones = false

    /// The offer of call control that the terms answer to, once it is not answered.
    var exchange: ExchangeID?

    /// Whether it is asked for with the one codec that every gateway has.
    var isFallenBack = false

    /// Whether it shall be deleted.
    var isUnwanted = false

    init(mode: ConnectionMode, remote: SessionDescription? = nil) {
        self.terms = Terms(mode: mode, remote: remote)
    }

    /// The gateway's name of it, while it has one.
    var id: MGCPConnectionID? {
        switch self.state {
        case .open(let id), .deleting(let id): id
        case .wanted, .creating, .gone: nil
        }
    }

    /// What can be due, the most urgent first.
    enum Step: UInt8, Comparable, Sendable {
        case deletion
        case modification
        case creation

        var verb: MGCPVerb {
            switch self {
            case .deletion: .deleteConnection
            case .modification: .modifyConnection
            case .creation: .createConnection
            }
        }

        static func < (left: Step, right: Step) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// The command that is due, if one is.
    var due: Step? {
        switch self.state {
        case .wanted: return self.isUnwanted ? nil : .creation
        case .open:
            guard !self.isUnwanted else {
                return .deletion
            }
            return self.told == self.terms && self.exchange == nil ? nil : .modification
        case .creating, .deleting, .gone: return nil
        }
    }

    /// The gateway has made it.
    mutating func opened(_ id: MGCPConnectionID, as terms: Terms, local: SessionDescription?) {
        self.state = .open(id)
        self.told = terms
        self.take(local)
    }

    /// The gateway has changed it; it describes itself only where something of its own has changed (§2.3.6).
    mutating func modified(to terms: Terms, local: SessionDescription?) {
        self.told = terms
        self.take(local)
    }

    private mutating func take(_ local: SessionDescription?) {
        guard let local else {
            return
        }
        self.local = local
        self.hasEvents = local.hasTelephoneEvents
        let codec = local.media.first { $0.kind == .audio }?.mainPayload?.name
        let tones: [StaticString] = ["PCMU", "PCMA"]
        self.carriesTones = tones.contains { codec?.isEqualIgnoringCase(to: $0) == true }
    }

    /// The gateway has refused a change: what it was told before stands.
    mutating func refused() {
        if let told = self.told {
            self.terms = told
        }
        self.exchange = nil
    }
}
