package import CallModel

/// A set of Q.850 cause values.
package struct CauseSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    package init(arrayLiteral causes: Q850Cause...) {
        for cause in causes {
            self.insert(cause)
        }
    }

    /// Every cause.
    package static var all: CauseSet {
        var set = CauseSet()
        set.low = .max
        set.high = .max
        return set
    }

    /// Every cause but normal clearing (16) and a call that was rejected (21): the callee does not want it.
    package static var failOverDefault: CauseSet {
        var set = CauseSet.all
        set.remove(.normalClearing)
        set.remove(.callRejected)
        return set
    }

    /// Whether `cause` is in the set; values above 127 are in none.
    package func contains(_ cause: Q850Cause) -> Bool {
        let value = UInt64(cause.rawValue)
        return value < 64 ? self.low >> value & 1 == 1 : value < 128 && self.high >> (value - 64) & 1 == 1
    }

    /// Whether no cause is in both sets.
    package func isDisjoint(with other: CauseSet) -> Bool {
        self.low & other.low == 0 && self.high & other.high == 0
    }

    /// Adds `cause`, when it is a Q.850 value at all.
    package mutating func insert(_ cause: Q850Cause) {
        let value = UInt64(cause.rawValue)
        if value < 64 {
            self.low |= 1 << value
        } else if value < 128 {
            self.high |= 1 << (value - 64)
        }
    }

    /// Removes `cause`.
    package mutating func remove(_ cause: Q850Cause) {
        let value = UInt64(cause.rawValue)
        if value < 64 {
            self.low &= ~(1 << value)
        } else if value < 128 {
            self.high &= ~(1 << (value - 64))
        }
    }
}
