import MGCPSyntax
import ProtocolKit

/// The transactions of a media gateway of the lab, in both directions (RFC 3435 §3.5).
///
/// A command that comes again is answered from the history and not executed again (§3.5.1). A command of the gateway is
/// repeated with doubling waits until it is answered or given up (§3.5.3).
struct LabTransactions: Sendable {
    /// A command of a call agent: who sent it, and its number.
    struct Incoming: Hashable, Sendable {
        let source: IPAddress
        let id: MGCPTransactionID
    }

    /// What to do with a command that came.
    enum Admission: Sendable {
        /// It is new.
        case execute
        /// It came before: its response goes out again.
        case answer([UInt8])
        /// It is being executed: a provisional response goes out.
        case wait
        /// Its response was acknowledged, or it is too old for one.
        case ignore
        /// There are too many.
        case refuse
    }

    /// A command of the gateway that waits for its response.
    struct Command: Sendable {
        let id: MGCPTransactionID
        let verb: MGCPVerb
        let endpoint: Int?
        let bytes: [UInt8]
        var destination: TransportAddress
        fileprivate var repetitions = 0
        fileprivate var wait: Duration

        init(
            _ id: MGCPTransactionID,
            _ verb: MGCPVerb,
            endpoint: Int?,
            _ bytes: [UInt8],
            to destination: TransportAddress,
            wait: Duration
        ) {
            self.id = id
            self.verb = verb
            self.endpoint = endpoint
            self.bytes = bytes
            self.destination = destination
            self.wait = wait
        }
    }

    /// What the passing of time brings about.
    enum Action: Sendable {
        case send([UInt8], to: TransportAddress)
        case giveUp(Command)
    }

    private enum History: Sendable {
        case executing
        case answered([UInt8])
        /// Its response follows a provisional one and is repeated until 000 comes (§3.5.6).
        case awaitingAcknowledgement([UInt8], to: TransportAddress, wait: Duration, repetitions: Int)
        case acknowledged
    }

    private enum Timer: Hashable, Sendable {
        case forget(Incoming)
        case repeatResponse(Incoming)
        case repeatCommand(MGCPTransactionID)
    }

    private let timers: LabTimers
    private let limits: LabLimits
    private var history: [Incoming: History] = [:]
    private var executing = 0
    private var commands: [MGCPTransactionID: Command] = [:]
    private var deadlines = DeadlineQueue<Timer>()
    private var lastID: UInt32

    init(timers: LabTimers, limits: LabLimits, firstID: UInt32) {
        self.timers = timers
        self.limits = limits
        self.lastID = firstID
    }

    var nextDeadline: Instant? {
        self.deadlines.next
    }

    /// Whether no command waits for a response.
    var isIdle: Bool {
        self.commands.isEmpty && self.executing == 0
    }

    // MARK: Commands of the call agent

    /// Takes in a command; the caller answers what is to be executed.
    mutating func admit(_ key: Incoming) -> Admission {
        switch self.history[key] {
        case .executing: return .wait
        case .answered(let bytes), .awaitingAcknowledgement(let bytes, _, _, _): return .answer(bytes)
        case .acknowledged: return .ignore
        case nil: break
        }
        guard self.history.count < self.limits.history, self.executing < self.limits.executing else {
            return .refuse
        }
        self.history[key] = .executing
        self.executing += 1
        return .execute
    }

    /// Keeps the response of an executed command.
    mutating func answer(
        _ key: Incoming,
        _ bytes: [UInt8],
        to destination: TransportAddress,
        wantsAcknowledgement: Bool,
        at now: Instant
    ) {
        guard case .executing = self.history[key] else {
            return
        }
        self.executing -= 1
        self.deadlines.set(now.advanced(by: self.timers.history), for: .forget(key))
        guard wantsAcknowledgement else {
            self.history[key] = .answered(bytes)
            return
        }
        let wait = self.timers.initialRetransmission
        self.history[key] = .awaitingAcknowledgement(bytes, to: destination, wait: wait, repetitions: 0)
        self.deadlines.set(now.advanced(by: wait), for: .repeatResponse(key))
    }

    /// The response arrived: it need not be kept (§3.5.2).
    mutating func acknowledge(_ key: Incoming) {
        switch self.history[key] {
        case .answered, .awaitingAcknowledgement:
            self.history[key] = .acknowledged
            self.deadlines.set(nil, for: .repeatResponse(key))
        case .executing, .acknowledged, nil:
            break
        }
    }

    /// The responses of these transactions arrived.
    mutating func acknowledge(_ ranges: [ClosedRange<MGCPTransactionID>], from source: IPAddress) {
        for key in self.history.keys where key.source == source && ranges.contains(where: { $0.contains(key.id) }) {
            self.acknowledge(key)
        }
    }

    // MARK: Commands of the gateway

    /// A number that no other command has.
    mutating func nextID() -> MGCPTransactionID {
        while true {
            self.lastID = self.lastID >= MGCPTransactionID.maximum ? 1 : self.lastID + 1
            if let id = MGCPTransactionID(self.lastID), self.commands[id] == nil {
                return id
            }
        }
    }

    /// Repeats this command until it is answered; `false` when there are too many.
    mutating func open(_ command: Command, at now: Instant) -> Bool {
        guard self.commands.count < self.limits.pending else {
            return false
        }
        self.commands[command.id] = command
        self.deadlines.set(now.advanced(by: command.wait), for: .repeatCommand(command.id))
        return true
    }

    /// Takes in a response; returns the command when it is final.
    mutating func receive(_ code: MGCPReturnCode, to id: MGCPTransactionID, at now: Instant) -> Command? {
        guard self.commands[id] != nil else {
            return nil
        }
        guard code.isFinal else {
            self.deadlines.set(now.advanced(by: self.timers.longTransaction), for: .repeatCommand(id))
            return nil
        }
        self.deadlines.set(nil, for: .repeatCommand(id))
        return self.commands.removeValue(forKey: id)
    }

    /// Forgets everything, as a restart does.
    mutating func forgetAll() {
        self.history = [:]
        self.commands = [:]
        self.executing = 0
        self.deadlines = DeadlineQueue()
    }

    // MARK: Time

    /// Does what is due; one action at a time.
    mutating func advance(to now: Instant) -> Action? {
        while let timer = self.deadlines.popDue(at: now) {
            switch timer {
            case .forget(let key):
                self.deadlines.set(nil, for: .repeatResponse(key))
                self.history[key] = nil
            case .repeatResponse(let key):
                if let action = self.repeatResponse(key, at: now) {
                    return action
                }
            case .repeatCommand(let id):
                if let action = self.repeatCommand(id, at: now) {
                    return action
                }
            }
        }
        return nil
    }

    private mutating func repeatResponse(_ key: Incoming, at now: Instant) -> Action? {
        guard case .awaitingAcknowledgement(let bytes, let destination, let wait, let repetitions) = self.history[key],
            repetitions < self.timers.repetitions
        else {
            return nil
        }
        let longer = min(wait * 2, self.timers.longestRetransmission)
        self.history[key] = .awaitingAcknowledgement(
            bytes,
            to: destination,
            wait: longer,
            repetitions: repetitions + 1
        )
        self.deadlines.set(now.advanced(by: longer), for: .repeatResponse(key))
        return .send(bytes, to: destination)
    }

    private mutating func repeatCommand(_ id: MGCPTransactionID, at now: Instant) -> Action? {
        guard var command = self.commands[id] else {
            return nil
        }
        guard command.repetitions < self.timers.repetitions else {
            self.commands[id] = nil
            return .giveUp(command)
        }
        command.repetitions += 1
        command.wait = min(command.wait * 2, self.timers.longestRetransmission)
        self.commands[id] = command
        self.deadlines.set(now.advanced(by: command.wait), for: .repeatCommand(id))
        return .send(command.bytes, to: command.destination)
    }
}
