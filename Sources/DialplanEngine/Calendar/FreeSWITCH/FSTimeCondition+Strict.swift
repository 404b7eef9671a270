/// What the same attributes mean in a strict dialplan.
extension FSTimeCondition {
    /// The condition with each attribute read as a strict dialplan reads it.
    ///
    /// Of those that strict dialplans refuse, `mweek` is how often the weekday has come in the month, `dst` is whether the
    /// clocks are moved, and any other is read as ever.
    var strict: FSTimeCondition {
        FSTimeCondition(tests: self.tests.map(\.strict))
    }

    /// What a strict dialplan refuses, with what to write instead.
    var refusals: [CalendarError.Problem] {
        self.tests.flatMap { test -> [CalendarError.Problem] in
            do throws(CalendarError) {
                _ = try CalendarCondition([(test.attribute.rawValue, test.value)])
                return []
            } catch {
                return error.problems
            }
        }
    }
}

extension FSTimeCondition.Test {
    fileprivate var strict: FSTimeCondition.Test {
        let rule: FSTimeCondition.Rule
        switch (self.attribute, self.rule) {
        case (.monthWeek, .ranges(let ranges)):
            rule = .ordinals(ranges)
        case (.daylightSaving, .daylightSaving(let wanted)):
            rule = .clocksMoved(wanted)
        default:
            let written = [(name: self.attribute.rawValue, value: self.value)]
            rule = (try? CalendarCondition(written)).map(FSTimeCondition.Rule.calendar) ?? self.rule
        }
        return FSTimeCondition.Test(attribute: self.attribute, value: self.value, rule: rule)
    }
}
