import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// An INVITE that goes out, from placing to the end of its transaction.
struct OutgoingInvite: Sendable {
    /// Where the request stands.
    enum Progress: UInt8, Hashable, Sendable {
        /// A name is being resolved.
        case locating
        /// It was sent.
        case sent
        /// Call control has released the leg: a CANCEL is on its way or is not needed.
        case cancelled
        /// A 2xx came; its ACK waits for our answer.
        case awaitingAnswer
        /// A 2xx came and was acknowledged.
        case acknowledged
    }

    /// The reliable provisional responses of one early dialog (RFC 3262 §4).
    struct EarlyDialog: Sendable {
        let answerer: AnswererID

        /// The RSeq that was acknowledged last; 0 before the first.
        var lastSequence: UInt32 = 0

        /// Whether a description that counts as the answer or the offer has been reported.
        var description: Description = .none

        /// An offer in a reliable response waits for our answer; its PRACK then goes out.
        var awaitsPRACK: PendingPRACK?

        /// What a dialog has said so far about the session.
        enum Description: UInt8, Hashable, Sendable {
            case none
            /// In an unreliable response: what the 2xx says counts.
            case preview
            /// In a reliable one: the exchange is complete.
            case final
        }
    }

    /// A PRACK that waits for the answer it carries.
    struct PendingPRACK: Hashable, Sendable {
        let responseSequence: UInt32
        let inviteSequence: UInt32
    }

    /// The CSeq number that an early dialog had come to when it was given up.
    struct SpentSequence: Hashable, Sendable {
        let tag: ByteString
        let number: UInt32
    }

    var progress = Progress.locating

    /// The transaction, once there is one.
    var transaction: ClientTransactionID?

    /// The CSeq number that it has now.
    var sequence: UInt32

    /// The Max-Forwards.
    let hops: UInt8

    /// The Request-URI.
    let target: ByteString

    /// The route that is set before there is a dialog.
    private(set) var routes: RouteSet

    /// The header lines from Allow on, the Content-Type among them, and the body.
    private(set) var lines: [UInt8]
    private(set) var body: [UInt8]

    /// The session description in the body; empty when the far side shall offer.
    private(set) var description: [UInt8]

    /// Whether the caller can be asked for an answer before the far side has answered.
    var callerNegotiatesEarly = true

    /// Whether the far side has insisted on reliable provisional responses.
    private(set) var insistedOn100rel = false

    /// The Session-Expires and Min-SE that it asks for, in seconds.
    var sessionInterval: UInt32
    var sessionMinimum: UInt32

    /// Where it goes, and where it goes when that fails (RFC 3263 §4.3).
    var destination: Destination?
    var alternatives: [Destination] = []

    /// When the next of ``alternatives`` is tried unless something has come from ``destination``.
    var giveUpAt: Instant?

    /// The Authorization or Proxy-Authorization lines.
    var credentials: [UInt8] = []

    /// The challenges that it has met.
    var attempt = DigestClient.Attempt()

    /// How often it was sent, credentials and other next hops included.
    var attempts = 0

    /// Whether 100 or another provisional response has been reported.
    var isTrying = false

    var early: [EarlyDialog] = []

    /// The answering party whose 2xx was taken.
    var winner: ByteString?

    /// The tags of answering parties whose 2xx came too late and who were sent a BYE.
    var dismissed: [ByteString] = []

    /// The early dialogs that were given up after requests of ours, whose numbers a late 2xx must not see again
    /// (RFC 3261 §12.2.1.1).
    var spent: [SpentSequence] = []

    /// Whether it carries our offer; nobody asks after ``forgetRequest()``.
    var hasOffer: Bool {
        !self.description.isEmpty
    }

    /// Offers reliable provisional responses to a far side that will not do without them (421).
    mutating func offerReliableProvisionals() {
        self.insistedOn100rel = true
        self.lines.append("Supported: 100rel\r\n")
    }

    /// Drops what only another attempt would need.
    mutating func forgetRequest() {
        self.routes = .empty
        self.lines = []
        self.body = []
        self.description = []
        self.alternatives = []
        self.early = []
    }

    /// Where the early dialog of this answering party stands.
    func earlyIndex(_ answerer: AnswererID) -> Int? {
        self.early.firstIndex { $0.answerer == answerer }
    }
}
