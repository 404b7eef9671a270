package import ProtocolKit

/// The numbers that can be dialed in a context, in the form that a digit map has (RFC 3435 §2.1.5).
///
/// A dial string is a number of the plan when it fits one of the alternatives. The value knows no protocol; agents
/// turn it into their own form.
package struct NumberingPlan: Hashable, Sendable {
    /// Where one symbol of a number may stand, or any number of them.
    package struct Place: Hashable, Sendable {
        /// What may stand here.
        package let symbols: DialSymbols

        /// Whether it may stand here any number of times, none included.
        package let isRepeated: Bool
    }

    /// Numbers of one shape.
    package struct Alternative: Hashable, Sendable {
        /// The places in order, never empty.
        package internal(set) var places: [Place]

        /// Whether longer numbers begin like these, so that only a pause tells that they are complete.
        package let awaitsTimer: Bool

        /// One of the extensions that take them.
        let source: Int

        /// The extensions that take them, each some, as places in ``NumberingPlan/extensions``.
        package internal(set) var sources: [Int] = []
    }

    /// What an extension of the context has to do with the plan.
    package struct Extension: Hashable, Sendable {
        /// What it does with numbers.
        package enum Part: Hashable, Sendable {
            /// It is the first to take some numbers of so many alternatives.
            case alternatives(Int)
            /// It refuses every number that nothing else takes; such numbers need not be complete.
            case refusesTheRest
            /// It only sets values.
            case setsValues
            /// Whatever it takes, an extension above takes already, or nobody reaches it.
            case nothing
        }

        /// The name.
        package let name: ByteString

        /// The file that it stands in.
        package let file: String

        /// The line where it begins.
        package let line: Int

        /// What it does with numbers.
        package let part: Part
    }

    /// The context.
    package let context: ByteString

    /// The shapes of the numbers; never empty.
    package let alternatives: [Alternative]

    /// The extensions of the context in order.
    package let extensions: [Extension]

    /// The length of the plan as a digit map, in characters.
    package var characters: Int {
        self.alternatives.reduce(self.alternatives.count + 1) { $0 + $1.characters }
    }

    /// What is wrong when a gateway takes digit maps of so many characters only; `nil` when the plan fits.
    package func problem(limit: Int, of gateway: ByteString) -> DialplanProblem? {
        guard self.characters > limit else {
            return nil
        }
        let lengths = self.extensions.indices.map { index in
            self.alternatives.reduce(0) { $0 + ($1.sources.contains(index) ? $1.characters + 1 : 0) }
        }
        let longest = lengths.indices.max { lengths[$0] < lengths[$1] }.map { (self.extensions[$0], lengths[$0]) }
        guard let (entry, length) = longest else {
            return nil
        }
        return DialplanProblem(
            file: entry.file,
            line: entry.line,
            message: "the digit map of context \"\(self.context)\" has \(self.characters) characters, more than the "
                + "\(limit) that gateway \"\(gateway)\" takes; \(length) are for extension \"\(entry.name)\"",
            advice: "allow fewer different lengths there, or any length as \\d+, or let the lines of this gateway "
                + "dial into a smaller context"
        )
    }
}

extension NumberingPlan.Place {
    var characters: Int {
        self.symbols.characterCount + (self.isRepeated ? 1 : 0)
    }
}

extension NumberingPlan.Alternative: CustomStringConvertible {
    var characters: Int {
        self.places.reduce(self.awaitsTimer ? 1 : 0) { $0 + $1.characters }
    }

    /// The alternative as a digit map writes it.
    package var description: String {
        self.places.map { "\($0.symbols)" + ($0.isRepeated ? "." : "") }.joined() + (self.awaitsTimer ? "T" : "")
    }
}

extension NumberingPlan: CustomStringConvertible {
    /// The plan as a digit map (RFC 3435 appendix A, `DigitMap`).
    package var description: String {
        "(" + self.alternatives.map(\.description).joined(separator: "|") + ")"
    }
}
