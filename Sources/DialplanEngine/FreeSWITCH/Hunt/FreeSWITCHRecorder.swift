import ProtocolKit

/// Collects the proof of a decision in FreeSWITCH's language, search by search.
struct FreeSWITCHRecorder: Sendable {
    private(set) var extensions: [Explanation.Extension] = []

    mutating func begin(_ entry: FreeSWITCHExtension) {
        let place = entry.place
        self.extensions.append(Explanation.Extension(name: entry.name, file: place.file, line: place.line))
    }

    mutating func end(acted: Bool, endedSearch: Bool) {
        self.change { entry in
            entry.acted = acted
            entry.endedSearch = endedSearch
        }
    }

    /// A condition is read; its tests follow.
    mutating func begin(_ condition: FreeSWITCHCondition, depth: Int) {
        self.change { $0.conditions.append(Explanation.Condition(line: condition.place.line, depth: depth)) }
    }

    /// What came of the condition that was begun last.
    mutating func end(matched: Bool) {
        self.change { entry in
            if let last = entry.conditions.indices.last {
                entry.conditions[last].matched = matched
            }
        }
    }

    /// A field was searched.
    mutating func note(_ test: FreeSWITCHTest, value: [UInt8], expression: String, match: HuntMatch?) {
        let captures: [ByteString?] =
            match.map { zip($0.captures, $0.tookPart).map { $1 ? $0.string : nil } } ?? []
        self.note(
            Explanation.Test(
                line: test.place.line,
                subject: test.field ?? "",
                value: ByteString(value),
                expression: expression,
                matched: match != nil,
                captures: captures
            )
        )
    }

    /// Times were compared.
    mutating func note(_ findings: [FSTimeCondition.Finding], at place: DialplanPlace) {
        for finding in findings {
            self.note(
                Explanation.Test(
                    line: place.line,
                    subject: finding.attribute,
                    value: ByteString(finding.seen),
                    expression: finding.value,
                    matched: finding.matched,
                    captures: []
                )
            )
        }
    }

    private mutating func note(_ test: Explanation.Test) {
        self.change { entry in
            if let last = entry.conditions.indices.last {
                entry.conditions[last].tests.append(test)
            }
        }
    }

    private mutating func change(_ body: (inout Explanation.Extension) -> Void) {
        if let last = self.extensions.indices.last {
            body(&self.extensions[last])
        }
    }
}
