import ProtocolKit

/// Collects the proof of a decision in FreeSWITCH's language, search by search.
struct FreeSWITCHRecorder: Sendable {
    /// The extensions that were read, with what is for people; empty when only the steps are wanted.
    private(set) var extensions: [Explanation.Extension] = []

    /// Everything that was come by, in order.
    private(set) var steps: [FreeSWITCHStep] = []

    /// The extension that has acted or ended a search last.
    private(set) var decider: FreeSWITCHExtension?

    private let isForPeople: Bool
    private var search: Explanation.Search?
    private var entry: FreeSWITCHExtension?
    private var condition: FreeSWITCHCondition?

    init(isForPeople: Bool = true) {
        self.isForPeople = isForPeople
    }

    /// A search through a context begins.
    mutating func begin(search context: ByteString, for number: ByteString) {
        self.search = Explanation.Search(context: context, destinationNumber: number)
    }

    mutating func begin(_ entry: FreeSWITCHExtension) {
        self.entry = entry
        guard self.isForPeople else {
            return
        }
        let place = entry.place
        var explained = Explanation.Extension(name: entry.name, file: place.file, line: place.line)
        explained.search = self.search
        self.search = nil
        self.extensions.append(explained)
    }

    mutating func end(acted: Bool, endedSearch: Bool) {
        if let entry = self.entry {
            self.steps.append(FreeSWITCHStep(place: entry.place, outcome: .searched(ends: endedSearch)))
            self.decider = acted || endedSearch ? entry : self.decider
        }
        self.change { entry in
            entry.acted = acted
            entry.endedSearch = endedSearch
        }
    }

    /// A condition is read; its tests follow.
    mutating func begin(_ condition: FreeSWITCHCondition, depth: Int) {
        self.condition = condition
        self.change { $0.conditions.append(Explanation.Condition(line: condition.place.line, depth: depth)) }
    }

    /// What came of the condition that was begun last.
    mutating func end(matched: Bool) {
        if let condition = self.condition {
            self.steps.append(FreeSWITCHStep(place: condition.place, outcome: .concluded(matched)))
        }
        self.changeCondition { $0.matched = matched }
    }

    /// A field was searched.
    mutating func note(_ test: FreeSWITCHTest, value: [UInt8], expression: String, match: HuntMatch?) {
        self.steps.append(FreeSWITCHStep(place: test.place, outcome: .tested(match?.captures)))
        guard self.isForPeople else {
            return
        }
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
    mutating func note(
        _ time: FSTimeCondition,
        in frame: FSTimeFrame,
        _ outcome: FSTimeCondition.Outcome,
        at place: DialplanPlace
    ) {
        self.steps.append(FreeSWITCHStep(place: place, outcome: .timed(outcome == .matched)))
        for finding in self.isForPeople ? time.findings(in: frame) : [] {
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

    /// An action was taken, to be done at once or after the search.
    mutating func take(_ hunted: HuntedAction) {
        self.steps.append(FreeSWITCHStep(place: hunted.action.place, outcome: .taken(hunted.text)))
        guard self.isForPeople else {
            return
        }
        let action = Explanation.Action(
            line: hunted.action.place.line,
            text: "\(hunted.action.name) \(hunted.text.string)",
            isDoneInSearch: hunted.action.isInline
        )
        self.changeCondition { $0.actions.append(action) }
    }

    /// An action is performed with this data.
    mutating func perform(_ hunted: HuntedAction, _ data: MarkedText) {
        self.steps.append(FreeSWITCHStep(place: hunted.action.place, outcome: .performed(hunted.action.name, data)))
    }

    private mutating func note(_ test: Explanation.Test) {
        self.changeCondition { $0.tests.append(test) }
    }

    private mutating func changeCondition(_ body: (inout Explanation.Condition) -> Void) {
        self.change { entry in
            if let last = entry.conditions.indices.last {
                body(&entry.conditions[last])
            }
        }
    }

    private mutating func change(_ body: (inout Explanation.Extension) -> Void) {
        if let last = self.extensions.indices.last {
            body(&self.extensions[last])
        }
    }
}
