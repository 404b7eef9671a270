package import CallModel
import H323Syntax
package import ProtocolKit

/// Where a call is, by the names and numbers of Q.931 (clause 2.1).
package enum SignalingState: UInt8, Hashable, Sendable {
    case null = 0
    case callInitiated = 1
    case overlapSending = 2
    case outgoingProceeding = 3
    case callDelivered = 4
    case callPresent = 6
    case callReceived = 7
    case incomingProceeding = 9
    case active = 10
    case releaseRequest = 19
    case overlapReceiving = 25
}

/// What call signaling reports of one call.
package enum SignalingEvent: Sendable {
    /// The peer calls (callee).
    case setup(SetupContent)
    /// The peer wants more digits (caller).
    case wantsDigits
    /// The call is on its way (caller).
    case proceeding
    /// The called party is alerted (caller).
    case alerting(inBand: Bool)
    /// There is progress (caller).
    case progress(inBand: Bool)
    /// The call is answered (caller).
    case connected(SignalingParty?)
    /// More digits of the called number (callee); none with `isComplete` when no more come.
    case moreDigits(ByteString, isComplete: Bool)
    /// Keys, by Information.
    case keys([Digit])
    /// The peer sends the call elsewhere (Facility).
    case forwarded(to: Party?, address: TransportAddress?)
    /// Something for the user (Notify).
    case notified(UInt8)
    /// What a message carries for H.245 and media; it comes before the message's own event.
    case media(MediaElements)
    /// The call is over; nothing follows.
    case released(SignalingClearing)
}

/// What call signaling wants: octets to be sent, or its owner to know something.
package enum SignalingOutput: Sendable {
    /// A message, without its TPKT.
    case send([UInt8])
    case report(SignalingEvent)
}

/// The call control of Q.931 as H.225.0 clause 7.3 profiles it, for one call in either role.
///
/// ```
/// caller:  null ▶ initiated ▶ (overlap sending) ▶ proceeding ▶ delivered ▶ active ▶ null
/// callee:  null ▶ present ▶ (overlap receiving) ▶ proceeding ▶ received ▶ active ▶ null
/// ```
/// Any state is left for null by a ReleaseComplete of either end; H.225.0 has no other clearing. Steps may be left out,
/// as peers do, and are never gone back.
package struct CallSignaling: Sendable {
    /// Who called whom.
    package enum Role: UInt8, Hashable, Sendable {
        case caller
        case callee
    }

    /// Who called whom.
    package let role: Role

    /// Where the call is.
    package private(set) var state = SignalingState.null

    /// The numbers of the call.
    package var identity: CallIdentity {
        self.writer.identity
    }

    let timers: SignalingTimers
    private var writer: SignalingWriter
    private var deadline: Instant?
    private var outputs = OutputQueue<SignalingOutput>()

    package init(
        _ role: Role,
        _ identity: CallIdentity,
        tunnels: Bool = true,
        timers: SignalingTimers = SignalingTimers()
    ) {
        self.role = role
        self.timers = timers
        self.writer = SignalingWriter(identity, isDestination: role == .callee, tunnels: tunnels)
    }

    // MARK: What we do

    /// Whether we say that H.245 may stand in our messages.
    package var tunnels: Bool {
        get { self.writer.tunnels }
        set { self.writer.tunnels = newValue }
    }

    /// Places the call (caller).
    package mutating func place(_ content: SetupContent, at now: Instant) {
        guard self.role == .caller, self.state == .null else {
            return
        }
        let writer = self.writer
        self.enter(.callInitiated, until: now.advanced(by: self.timers.setup))
        self.send { () throws(H323SyntaxError) in try writer.setup(content) }
    }

    /// Tells the caller that no more digits are needed (callee).
    package mutating func proceed(_ media: MediaElements = MediaElements()) {
        guard self.role == .callee, [.callPresent, .overlapReceiving].contains(self.state) else {
            return
        }
        let writer = self.writer
        self.enter(.incomingProceeding)
        self.send { () throws(H323SyntaxError) in try writer.callProceeding(media) }
    }

    /// Asks the caller for more digits (callee).
    package mutating func askForDigits(at now: Instant) {
        guard self.role == .callee, self.state == .callPresent else {
            return
        }
        let writer = self.writer
        self.enter(.overlapReceiving, until: now.advanced(by: self.timers.overlapReceiving))
        self.send { () throws(H323SyntaxError) in try writer.setupAcknowledge(MediaElements()) }
    }

    /// Tells the caller that the called party is alerted (callee).
    package mutating func alert(inBand: Bool, _ media: MediaElements = MediaElements()) {
        guard self.isBeforeAnswer, self.state != .callReceived else {
            return
        }
        let writer = self.writer
        self.enter(.callReceived)
        self.send { () throws(H323SyntaxError) in try writer.alerting(inBand: inBand, media) }
    }

    /// Tells the caller of progress (callee).
    package mutating func progress(inBand: Bool, _ media: MediaElements = MediaElements()) {
        guard self.isBeforeAnswer else {
            return
        }
        let writer = self.writer
        if self.state != .callReceived {
            self.enter(.incomingProceeding)
        }
        self.send { () throws(H323SyntaxError) in try writer.progress(inBand: inBand, media) }
    }

    /// Answers the call (callee).
    package mutating func connect(_ party: SignalingParty?, _ media: MediaElements = MediaElements()) {
        guard self.isBeforeAnswer else {
            return
        }
        let writer = self.writer
        self.enter(.active)
        self.send { () throws(H323SyntaxError) in try writer.connect(party, media) }
    }

    /// Sends more digits of the called number (caller); they wait for nothing but the state.
    package mutating func sendDigits(_ digits: ByteString, at now: Instant) {
        guard self.state == .overlapSending else {
            return
        }
        let writer = self.writer
        self.enter(.overlapSending, until: now.advanced(by: self.timers.overlapSending))
        self.send { () throws(H323SyntaxError) in try writer.information(calledDigits: digits) }
    }

    /// Sends keys in an Information, which every endpoint understands (H.323 clause 8.5).
    package mutating func sendKeys(_ digits: [Digit]) {
        guard self.isOpen else {
            return
        }
        let writer = self.writer
        for digit in digits {
            self.send { () throws(H323SyntaxError) in
                try writer.information(keys: ByteString([digit.symbol]))
            }
        }
    }

    /// Sends what has to do with H.245 only.
    package mutating func sendFacility(_ media: MediaElements) {
        guard self.isOpen else {
            return
        }
        let writer = self.writer
        self.send { () throws(H323SyntaxError) in try writer.facility(media) }
    }

    /// Ends the call.
    package mutating func release(_ clearing: SignalingClearing, _ media: MediaElements = MediaElements()) {
        guard self.isOpen else {
            return
        }
        let writer = self.writer
        self.enter(.null)
        self.send { () throws(H323SyntaxError) in try writer.releaseComplete(clearing, media) }
        self.report(.released(clearing))
    }

    /// The connection is lost; a call cannot live without it (H.323 clause 8.1).
    package mutating func loseConnection() {
        guard self.isOpen else {
            return
        }
        self.enter(.null)
        self.report(.released(SignalingClearing(.temporaryFailure, location: 2)))
    }

    // MARK: Queries

    /// Whether the call exists.
    package var isOpen: Bool {
        self.state != .null
    }

    private var isBeforeAnswer: Bool {
        self.role == .callee
            && [.callPresent, .overlapReceiving, .incomingProceeding, .callReceived].contains(self.state)
    }

    /// The oldest output that has not been taken.
    package mutating func nextOutput() -> SignalingOutput? {
        self.outputs.next()
    }

    /// When the timer of the state runs out.
    package var nextDeadline: Instant? {
        self.deadline
    }

    /// Acts on the timer of the state.
    package mutating func advance(to now: Instant) {
        guard let deadline = self.deadline, deadline <= now else {
            return
        }
        self.deadline = nil
        switch self.state {
        case .callInitiated, .outgoingProceeding, .overlapSending:
            self.release(SignalingClearing(.recoveryOnTimerExpiry))
        case .callDelivered:
            self.release(SignalingClearing(.noAnswer))
        case .overlapReceiving:
            // The number is as long as it gets (Q.931 clause 5.2.4); its owner decides what becomes of it.
            self.report(.moreDigits(ByteString(), isComplete: true))
        case .null, .callPresent, .callReceived, .incomingProceeding, .active, .releaseRequest:
            break
        }
    }

    // MARK: Details

    mutating func enter(_ state: SignalingState, until deadline: Instant? = nil) {
        self.state = state
        self.deadline = deadline
    }

    mutating func report(_ event: SignalingEvent) {
        self.outputs.append(.report(event))
    }

    /// Sends a message of our own; one that cannot be written is a fault of what we put into it, and the call ends.
    private mutating func send(_ message: () throws(H323SyntaxError) -> [UInt8]) {
        do throws(H323SyntaxError) {
            self.outputs.append(.send(try message()))
        } catch {
            if self.isOpen {
                self.enter(.null)
                self.report(.released(SignalingClearing(.protocolError)))
            }
        }
    }

    mutating func sendStatus(cause: UInt8) {
        let (writer, state) = (self.writer, self.state.rawValue)
        self.send { () throws(H323SyntaxError) in try writer.status(cause: cause, state: state) }
    }
}
