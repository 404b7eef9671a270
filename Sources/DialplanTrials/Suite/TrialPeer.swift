package import CallModel

/// How a target behaves when it is called.
package struct TrialPeer: Hashable, Sendable {
    /// What somebody does who is called.
    package enum Behavior: Hashable, Sendable {
        /// Rings, and answers after a while.
        case answers
        /// Rings and never answers.
        case rings
        /// Cannot be reached: nothing comes back.
        case isSilent
        /// Is not registered, or out of service.
        case isAbsent
        /// Refuses with a SIP status.
        case refuses(status: UInt16)
        /// Refuses with a Q.850 cause.
        case fails(Q850Cause)
        /// Sends the caller elsewhere (302).
        case redirects(to: [String])
    }

    /// The target as the plan writes it, with `*` for any characters.
    package let pattern: String

    /// What it does.
    package let behavior: Behavior

    /// How long after it was called.
    package var after: Duration

    /// How long after its answer it hangs up; `nil` for never.
    package var hangsUpAfter: Duration?

    package init(pattern: String, behavior: Behavior, after: Duration, hangsUpAfter: Duration? = nil) {
        self.pattern = pattern
        self.behavior = behavior
        self.after = after
        self.hangsUpAfter = hangsUpAfter
    }

    /// Whether the pattern covers a target.
    package func covers(_ target: String) -> Bool {
        Wildcard.matches(Array(self.pattern.utf8)[...], Array(target.utf8)[...])
    }

    /// The behavior of a target that nobody says anything of.
    static let ordinary = TrialPeer(pattern: "*", behavior: .answers, after: .seconds(1))
}

/// Text with `*` for any characters.
enum Wildcard {
    /// Whether all of `text` matches; the work is bounded by the product of both lengths.
    static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var pattern = pattern
        var text = text
        var retry: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
        while true {
            if let first = pattern.first, first == 0x2A {
                pattern = pattern.dropFirst()
                retry = (pattern, text)
            } else if let first = pattern.first, let octet = text.first, first == octet {
                pattern = pattern.dropFirst()
                text = text.dropFirst()
            } else if pattern.isEmpty, text.isEmpty {
                return true
            } else if let last = retry, !last.text.isEmpty {
                retry = (last.pattern, last.text.dropFirst())
                pattern = last.pattern
                text = last.text.dropFirst()
            } else {
                return false
            }
        }
    }
}
