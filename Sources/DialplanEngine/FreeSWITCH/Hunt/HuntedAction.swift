package import ProtocolKit

/// An action that a search through a context has collected, to be done when the search is over.
struct HuntedAction: Sendable {
    /// The data.
    enum Data: Sendable {
        /// As the dialplan writes it.
        case written
        /// With captures filled in.
        case captured([MarkedText])
        /// Cut off at the room that FreeSWITCH has.
        case cut(MarkedText)
        /// With everything filled in when it was read, as in the strict language.
        case filledIn(MarkedText)
        /// The same of an action that sets something, and what call control is told of it.
        case done(MarkedText, [DialplanAction])
    }

    let action: FreeSWITCHAction
    let data: Data

    /// The extension that it stands in.
    let entry: FreeSWITCHExtension

    /// The data with its captures, and with `${…}` as it is written.
    var text: MarkedText {
        switch self.data {
        case .written:
            self.action.data
        case .captured(let captures):
            self.action.captured.text(captures: captures, limit: .max)
        case .cut(let text), .filledIn(let text), .done(let text, _):
            text
        }
    }

    /// The data with everything filled in.
    func expanded(in channel: inout FreeSWITCHChannel) -> MarkedText {
        switch self.data {
        case .written:
            channel.expand(self.action.template)
        case .captured(let captures):
            channel.expand(self.action.capturedTemplate, captures: captures)
        case .cut(let text):
            channel.expand(text)
        case .filledIn(let text), .done(let text, _):
            text
        }
    }
}

/// What a search through a context of FreeSWITCH's language has found, before anything is done.
package struct FreeSWITCHHuntResult: Hashable, Sendable {
    /// One action.
    package struct Action: Hashable, Sendable {
        /// The application's name.
        package let application: ByteString
        /// Its data with captures filled in, and with `${…}` as the dialplan writes it.
        package let data: ByteString
        /// The extension that it stands in.
        package let extensionName: ByteString
        /// The file that it stands in.
        package let file: String
        /// The line where it stands.
        package let line: Int
        /// Whether it was done during the search.
        package let isInline: Bool
    }

    /// What was found, in order, with what was done on the way.
    package let actions: [Action]

    /// The extension that ended the search; empty when none did.
    package let extensionName: ByteString

    /// Whether any extension had an action at all: without one there is no route.
    package let hasRoute: Bool

    /// Why the search was given up.
    package let problem: RouteProblem?

    /// The variables at its end that are set, with their values.
    package let variables: [RouteDecision.Variable]
}
