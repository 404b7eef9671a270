import CallModel
import ProtocolKit

/// What a decision server answers when it is asked.
package struct TrialAnswer: Hashable, Sendable {
    /// What comes back.
    package enum Behavior: Hashable, Sendable {
        /// These actions, each a list of attributes in the words of dialplans.
        case says([[Attribute]])
        /// It has nothing to say, and what stands below the question is done.
        case hasNoOpinion
        /// It answers that it cannot (HTTP: 503).
        case fails
        /// Nothing.
        case isSilent
    }

    /// One attribute of an action.
    package struct Attribute: Hashable, Sendable {
        /// The name, as `application`.
        package let name: String
        /// The value.
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The server by its name.
    package let decision: String

    /// What comes back.
    package let behavior: Behavior

    /// How long it takes.
    package var after: Duration

    package init(decision: String, behavior: Behavior, after: Duration = .zero) {
        self.decision = decision
        self.behavior = behavior
        self.after = after
    }

    /// What comes back, and when; `nil` for nothing.
    var result: (result: DecisionResult, after: Duration)? {
        switch self.behavior {
        case .says(let actions): (.answered(Self.json(actions)), self.after)
        case .hasNoOpinion: (.noOpinion, self.after)
        case .fails: (.failed(.status(503)), self.after)
        case .isSilent: nil
        }
    }

    /// Everything that the actions say, in which targets may stand.
    var data: [String] {
        guard case .says(let actions) = self.behavior else {
            return []
        }
        return actions.joined().filter { $0.name == "data" }.map(\.value)
    }

    private static func json(_ actions: [[Attribute]]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.name("actions")
            json.array(actions) { json, attributes in
                json.object { json in
                    for attribute in attributes {
                        json.anyName(ByteString(attribute.name))
                        json.string(attribute.value)
                    }
                }
            }
        }
        return json.bytes
    }
}
