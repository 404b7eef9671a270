package import DialplanEngine
import ProtocolKit

/// What the cases of a plan have seen of it: conditions that held and did not, actions that were taken.
package struct PlanCoverage: Sendable {
    /// One condition.
    package struct Condition: Sendable {
        /// The line where it begins.
        package let line: Int

        /// What it tests, in words; empty for one that always holds.
        package let test: String

        /// Whether it was read and held.
        package fileprivate(set) var wasTrue = false

        /// Whether it was read and did not hold.
        package fileprivate(set) var wasFalse = false

        /// The actions that are taken when it holds, by line, and whether they were.
        package fileprivate(set) var actions: [Action]

        /// What it can do that no case has shown.
        package var missing: [String] {
            (self.wasTrue ? [] : ["never true"]) + (self.wasFalse || self.test.isEmpty ? [] : ["never false"])
        }

        fileprivate mutating func note(matched: Bool) {
            if matched {
                self.wasTrue = true
            } else {
                self.wasFalse = true
            }
            for place in self.actions.indices where self.actions[place].isAnti != matched {
                self.actions[place].wasTaken = true
            }
        }
    }

    /// One action or anti-action.
    package struct Action: Sendable {
        /// The line where it begins.
        package let line: Int

        /// The application.
        package let application: String

        /// Whether it is taken when the condition does not hold.
        package let isAnti: Bool

        /// Whether any case has taken it.
        package fileprivate(set) var wasTaken = false
    }

    /// One extension.
    package struct Extension: Sendable {
        /// The context and the name.
        package let context: String
        package let name: String

        /// Where it stands.
        package let file: String
        package let line: Int

        /// Whether it acted in any case.
        package fileprivate(set) var hasActed = false

        /// Its conditions in the order of the file.
        package fileprivate(set) var conditions: [Condition]
    }

    /// How much of how many.
    package struct Share: Hashable, Sendable, CustomStringConvertible {
        /// How many were shown.
        package var shown: Int

        /// How many there are.
        package var all: Int

        package init(shown: Int, all: Int) {
            self.shown = shown
            self.all = all
        }

        /// In percent, 100 for all of nothing.
        package var percent: Double {
            self.all == 0 ? 100 : Double(self.shown) * 100 / Double(self.all)
        }

        /// `7 of 8 (87.5 %)`, rounded down so that 100 means all.
        package var description: String {
            let tenths = Int(self.percent * 10)
            return "\(self.shown) of \(self.all) (\(tenths / 10).\(tenths % 10) %)"
        }
    }

    /// The extensions in the order of the files.
    package private(set) var extensions: [Extension] = []

    private var places: [Place: Int] = [:]

    private struct Place: Hashable {
        let file: String
        let line: Int
    }

    /// Nothing of these files is shown yet.
    package init(_ sources: [DialplanReader.Source]) {
        for source in sources {
            var scanner = PlanScanner(source.octets)
            for context in scanner.root()?.descendants(named: "context") ?? [] {
                for element in context.children(named: "extension") {
                    self.places[Place(file: source.file, line: element.line)] = self.extensions.count
                    self.extensions.append(
                        Extension(
                            context: context["name"] ?? "",
                            name: element["name"] ?? "",
                            file: source.file,
                            line: element.line,
                            conditions: element.descendants(named: "condition").map { Condition($0) }
                        )
                    )
                }
            }
        }
    }

    /// Notes what a case has shown.
    package mutating func note(_ explanation: Explanation) {
        for entry in explanation.extensions {
            guard let index = self.places[Place(file: entry.file, line: entry.line)] else {
                continue
            }
            self.extensions[index].hasActed = self.extensions[index].hasActed || entry.acted
            // Conditions are read in the order of the file, so of those on one line the first is read first.
            var readOnLine: [Int: Int] = [:]
            for condition in entry.conditions {
                let known = self.extensions[index].conditions.indices.filter { place in
                    self.extensions[index].conditions[place].line == condition.line
                }
                let count = readOnLine[condition.line, default: 0]
                readOnLine[condition.line] = count + 1
                if let place = known.dropFirst(count).first {
                    self.extensions[index].conditions[place].note(matched: condition.matched)
                }
            }
        }
    }

    // MARK: Shares

    /// The outcomes of conditions: each can hold, and each that tests something can fail to.
    package var conditions: Share {
        self.extensions.flatMap(\.conditions).reduce(into: Share(shown: 0, all: 0)) { share, condition in
            let all = condition.test.isEmpty ? 1 : 2
            share.all += all
            share.shown += all - condition.missing.count
        }
    }

    /// The actions that were taken.
    package var actions: Share {
        let actions = self.extensions.flatMap(\.conditions).flatMap(\.actions)
        return Share(shown: actions.count(where: \.wasTaken), all: actions.count)
    }

    /// The extensions that acted.
    package var actingExtensions: Share {
        Share(shown: self.extensions.count(where: \.hasActed), all: self.extensions.count)
    }
}

extension PlanCoverage.Condition {
    /// A condition of the file that nothing is known of.
    fileprivate init(_ element: PlanElement) {
        let tests = element.attributes.filter { !["break", "require-nested", "regex"].contains($0.name) }
        let expressions = element.children(named: "regex").flatMap(\.attributes)
        self.init(
            line: element.line,
            test: (tests + expressions).map { "\($0.name)=\"\($0.value)\"" }.joined(separator: " "),
            actions: element.children.filter { $0.name == "action" || $0.name == "anti-action" }.map { action in
                PlanCoverage.Action(
                    line: action.line,
                    application: action["application"] ?? "",
                    isAnti: action.name == "anti-action"
                )
            }
        )
    }
}
