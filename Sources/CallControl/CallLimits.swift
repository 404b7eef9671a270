import CallModel
import ProtocolKit

/// Counts calls and refuses those that are too many; running calls are never touched.
struct CallLimits: Sendable {
    private let settings: CallLimitSettings
    private var calls = 0
    private var users: [ByteString: Int] = [:]
    private var trunks: [ByteString: Int] = [:]
    private var gate = RateGate()
    private var trunkGates: [ByteString: RateGate] = [:]
    private var sourceGates: [IPAddress: RateGate] = [:]
    private var otherSources = RateGate()
    private var sweepAllowed = Instant(nanoseconds: .min)

    init(_ settings: CallLimitSettings) {
        self.settings = settings
    }

    /// The number of calls.
    var count: Int {
        self.calls
    }

    /// The limit that keeps a call out, if one does; nothing is counted yet.
    mutating func obstacle(to source: CallSource, at now: Instant) -> Observation.Limit? {
        if self.calls >= self.settings.calls {
            return .calls
        }
        if let limit = self.settings.callsOfUser, let user = source.user, self.users[user, default: 0] >= limit {
            return .callsOfUser
        }
        if let trunk = source.trunk, let settings = self.settings.trunks[trunk] {
            if let limit = settings.calls, self.trunks[trunk, default: 0] >= limit {
                return .callsOfTrunk
            }
            if let rate = settings.rate, !(self.trunkGates[trunk] ?? RateGate()).admits(rate, at: now) {
                return .callsPerSecondOfSource
            }
        }
        if let rate = self.settings.rate, !self.gate.admits(rate, at: now) {
            return .callsPerSecond
        }
        if let rate = self.settings.sourceRate {
            self.makeRoom(for: source.remote.ip, at: now)
            let gate = self.sourceGates[source.remote.ip] ?? (self.isFull ? self.otherSources : RateGate())
            if !gate.admits(rate, at: now) {
                return .callsPerSecondOfSource
            }
        }
        return nil
    }

    /// Counts a call that begins with a leg from this source.
    mutating func enter(_ source: CallSource, at now: Instant) {
        self.calls += 1
        if self.settings.callsOfUser != nil, let user = source.user {
            self.users[user, default: 0] += 1
        }
        if let trunk = source.trunk {
            self.count(1, on: trunk)
            if let rate = self.settings.trunks[trunk]?.rate {
                self.trunkGates[trunk, default: RateGate()].pass(rate, at: now)
            }
        }
        if let rate = self.settings.rate {
            self.gate.pass(rate, at: now)
        }
        if let rate = self.settings.sourceRate {
            if self.sourceGates[source.remote.ip] == nil, self.isFull {
                self.otherSources.pass(rate, at: now)
            } else {
                self.sourceGates[source.remote.ip, default: RateGate()].pass(rate, at: now)
            }
        }
    }

    /// Counts a call that has ended.
    mutating func leave() {
        self.calls -= 1
    }

    /// Counts a leg from this source that has ended, in whatever call it was by then.
    mutating func clear(from source: CallSource) {
        if self.settings.callsOfUser != nil, let user = source.user {
            let left = self.users[user, default: 1] - 1
            self.users[user] = left > 0 ? left : nil
        }
        if let trunk = source.trunk {
            self.count(-1, on: trunk)
        }
    }

    /// Counts a leg that is to be placed by a trunk; `false`, with nothing counted, when the trunk is full and the call
    /// is no emergency.
    mutating func place(onTrunk trunk: ByteString, isEmergency: Bool) -> Bool {
        if !isEmergency, let limit = self.settings.trunks[trunk]?.calls, self.trunks[trunk, default: 0] >= limit {
            return false
        }
        self.count(1, on: trunk)
        return true
    }

    /// Counts a leg of a trunk that has ended.
    mutating func clear(fromTrunk trunk: ByteString) {
        self.count(-1, on: trunk)
    }

    private var isFull: Bool {
        self.sourceGates.count >= self.settings.sources
    }

    private mutating func count(_ change: Int, on trunk: ByteString) {
        guard self.settings.trunks[trunk]?.calls != nil else {
            return
        }
        let calls = self.trunks[trunk, default: 0] + change
        self.trunks[trunk] = calls > 0 ? calls : nil
    }

    /// Forgets idle sources when the table is full.
    private mutating func makeRoom(for source: IPAddress, at now: Instant) {
        guard self.isFull, self.sourceGates[source] == nil, self.sweepAllowed <= now else {
            return
        }
        self.sweepAllowed = now.advanced(by: self.settings.sourceSweep)
        self.sourceGates = self.sourceGates.filter { !$0.value.isIdle(at: now) }
    }
}
