import Expressions

extension Dialplan {
    /// The same dialplan, whose contexts in FreeSWITCH's language follow some rules of the strict language.
    ///
    /// It is for comparing both: what the strict language refuses when it is read stays as it is in FreeSWITCH's.
    package func following(_ rules: Set<StrictRule>) -> Dialplan {
        self.with(self.freeSWITCH.map { FreeSWITCHPlan($0, following: rules) })
    }
}

extension FreeSWITCHContext {
    func following(_ rules: Set<StrictRule>) -> FreeSWITCHContext {
        let extensions = self.extensions.map { entry in
            FreeSWITCHExtension(
                name: entry.name,
                continues: entry.continues,
                isEmergency: entry.isEmergency,
                conditions: entry.conditions.map { $0.following(rules) },
                place: entry.place
            )
        }
        // It is for looking at every extension, as explanations do.
        return FreeSWITCHContext(name: self.name, extensions: extensions, place: self.place, isIndexed: false)
    }
}

extension FreeSWITCHCondition {
    fileprivate func following(_ rules: Set<StrictRule>) -> FreeSWITCHCondition {
        let rule: Rule =
            switch self.rule {
            case .single(let test): .single(test?.following(rules))
            case .combined(let combination, let tests): .combined(combination, tests.map { $0.following(rules) })
            }
        let nested: Nested =
            switch self.nested {
            case .conditions(let conditions): .conditions(conditions.map { $0.following(rules) })
            case .none, .tooDeep: self.nested
            }
        return FreeSWITCHCondition(
            time: rules.contains(.calendar) ? self.time?.strict : self.time,
            rule: rule,
            breakRule: self.breakRule,
            actions: self.actions,
            antiActions: self.antiActions,
            nested: nested,
            requiresNested: self.requiresNested,
            place: self.place
        )
    }
}

extension FreeSWITCHTest {
    fileprivate func following(_ rules: Set<StrictRule>) -> FreeSWITCHTest {
        let matchesWhole = rules.contains(.wholeValue)
        return FreeSWITCHTest(
            field: self.field,
            subject: self.subject,
            pattern: matchesWhole ? self.wholePattern : self.pattern,
            written: self.written,
            isRewritten: self.isRewritten,
            hasParenthesis: self.hasParenthesis,
            time: rules.contains(.calendar) ? self.time?.strict : self.time,
            matchesWhole: matchesWhole,
            place: self.place
        )
    }

    /// The pattern held at both ends; the same when it is known with the call only, or cannot be held.
    private var wholePattern: Pattern {
        guard case .fixed(let expression) = self.pattern else {
            return self.pattern
        }
        let written = FreeSWITCHExpression.holdingBothEnds(of: Array(expression.written.utf8))
        let whole = try? FreeSWITCHExpression(String(decoding: written, as: UTF8.self))
        return whole.map(Pattern.fixed) ?? self.pattern
    }
}
