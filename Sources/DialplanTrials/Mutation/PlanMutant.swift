import DialplanEngine

/// A plan with one small change, which some case should notice.
package struct PlanMutant: Sendable {
    /// What kind of change it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case extensionRemoved = "extension-removed"
        case extensionsSwapped = "extensions-swapped"
        case continueFlipped = "continue-flipped"
        case emergencyFlipped = "emergency-flipped"
        case conditionRemoved = "condition-removed"
        case conditionNegated = "condition-negated"
        case breakChanged = "break-changed"
        case expressionChanged = "expression-changed"
        case timeShifted = "time-shifted"
        case actionRemoved = "action-removed"
        case captureChanged = "capture-changed"
        case targetChanged = "target-changed"
        case valueChanged = "value-changed"

        /// Whether it concerns what is done and not what decides it.
        var isOfAction: Bool {
            switch self {
            case .actionRemoved, .captureChanged, .targetChanged, .valueChanged:
                true
            case .extensionRemoved, .extensionsSwapped, .continueFlipped, .emergencyFlipped, .conditionRemoved,
                .conditionNegated, .breakChanged, .expressionChanged, .timeShifted:
                false
            }
        }
    }

    /// Other octets for some of a file.
    struct Edit: Sendable {
        let range: Range<Int>
        let octets: [UInt8]

        init(_ range: Range<Int>, _ octets: [UInt8]) {
            self.range = range
            self.octets = octets
        }
    }

    /// What kind of change it is.
    package let kind: Kind

    /// The file that is changed.
    package let file: String

    /// The line of the element that is changed.
    package let line: Int

    /// The change in words.
    package let change: String

    /// The changes of the text; they do not overlap.
    let edits: [Edit]

    /// The files of the plan with the change.
    func applied(to sources: [DialplanReader.Source]) -> [DialplanReader.Source] {
        sources.map { source in
            guard source.file == self.file else {
                return source
            }
            var octets = source.octets
            for edit in self.edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
                octets.replaceSubrange(edit.range, with: edit.octets)
            }
            return DialplanReader.Source(file: source.file, octets: octets)
        }
    }
}
