package import ProtocolKit

/// What a dialplan decided for one call.
package struct RouteDecision: Hashable, Sendable {
    /// What to do, in order; never empty: a call that no extension takes is rejected.
    package let actions: [DialplanAction]

    /// The extension that ended the search; empty when none did.
    package let extensionName: ByteString

    /// Whether the call is an emergency, for which no limit counts.
    package let isEmergency: Bool

    /// Why the actions are a rejection that no extension asked for.
    package let problem: RouteProblem?

    /// The variables that `set` left, for records.
    package let variables: [Variable]

    /// The context of the other language in which the search goes on after the actions, and the number there.
    var onward: Onward?

    package init(
        actions: [DialplanAction],
        extensionName: ByteString = "",
        isEmergency: Bool = false,
        problem: RouteProblem? = nil,
        variables: [Variable] = []
    ) {
        self.actions = actions
        self.extensionName = extensionName
        self.isEmergency = isEmergency
        self.problem = problem
        self.variables = variables
    }

    /// Where the search goes on.
    struct Onward: Hashable, Sendable {
        let context: ByteString
        let destinationNumber: ByteString
    }

    /// A variable and its value.
    package struct Variable: Hashable, Sendable {
        /// The name as it stands in the dialplan.
        package let name: ByteString

        /// The value at the end of the search.
        package let value: ByteString

        package init(name: ByteString, value: ByteString) {
            self.name = name
            self.value = value
        }
    }
}

/// Why no extension could decide.
package enum RouteProblem: Hashable, Sendable {
    /// The dialplan has no such context.
    case unknownContext

    /// No extension of the context takes the call.
    case noMatch

    /// A value filled in by the call makes a target that cannot exist.
    case invalidTarget

    /// A value filled in by the call cannot stand where it is put.
    case invalidValue

    /// A fact or a value is longer than the limit.
    case valueTooLong

    /// More conditions were read than the limit allows.
    case tooManySteps
}
