import ProtocolKit

/// For some time conditions, moments at each of which other ones hold.
struct RepresentativeMoments {
    /// The moments, the earliest of each kind; never empty.
    private(set) var moments: [CivilTime]

    /// Whether there may be more kinds of moments.
    private(set) var isComplete = true

    private let conditions: [(condition: CalendarCondition, zone: CalendarZone)]
    private var kinds: Set<[Bool]> = []

    /// How many changes are followed, and for how long: each day, each week and each feast of a year come up.
    private static let mostChanges = 4_000
    private static let horizon: Int64 = 400 * 86_400 * 1_000_000_000
    /// How far what does not hold within the horizon is looked for.
    private static let years = 30

    init(_ conditions: [(CalendarCondition, CalendarZone)], from start: CivilTime, limits: CheckLimits) {
        self.conditions = conditions
        self.moments = []
        self.sweep(from: start, limits: limits)
        self.findTheRare(from: start, limits: limits)
    }

    private mutating func sweep(from start: CivilTime, limits: CheckLimits) {
        let end = CivilTime(nanoseconds: start.nanoseconds &+ Self.horizon)
        var moment = start
        for _ in 0..<Self.mostChanges {
            self.note(moment, limits: limits)
            guard let change = self.nextChange(after: moment), change < end else {
                return
            }
            moment = change
        }
        self.isComplete = false
    }

    /// Conditions that have not come up, as those for a certain year.
    private mutating func findTheRare(from start: CivilTime, limits: CheckLimits) {
        for (place, entry) in self.conditions.enumerated() where !self.kinds.contains(where: { $0[place] }) {
            if let moment = entry.condition.nextMatch(from: start, in: entry.zone, within: Self.years) {
                self.note(moment, limits: limits)
            }
        }
    }

    private mutating func note(_ moment: CivilTime, limits: CheckLimits) {
        let kind = self.conditions.map { $0.condition.matches($0.zone.localTime(at: moment)) }
        guard !self.kinds.contains(kind) else {
            return
        }
        guard self.moments.count < limits.moments else {
            self.isComplete = false
            return
        }
        self.kinds.insert(kind)
        self.moments.append(moment)
    }

    private func nextChange(after moment: CivilTime) -> CivilTime? {
        self.conditions.compactMap { condition, zone in
            condition.matches(zone.localTime(at: moment))
                ? condition.nextMiss(from: moment, in: zone, within: 2)
                : condition.nextMatch(from: moment, in: zone, within: 2)
        }.min()
    }
}
