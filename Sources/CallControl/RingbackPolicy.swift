package import CallModel
package import ProtocolKit

/// Who makes the ringing tone of a caller whose bridge says `ringback="generate"` (RFC 3960 §3.2).
package struct RingbackPolicy: Hashable, Sendable {
    /// What the gateway does about the tone.
    package enum Verdict: UInt8, Hashable, Sendable {
        /// It plays nothing, or stops.
        case silent
        /// It waits for ``RingbackPolicy/mediaTimeout`` whether the far side is heard, and then plays.
        ///
        /// A tone that plays already goes on.
        case wait
        /// It plays.
        case generate
    }

    /// What is known of the callee.
    package struct Facts: Hashable, Sendable {
        /// Whether any target has been alerted.
        package var isAlerted: Bool

        /// Whether the party that feeds the caller has described its media.
        package var isDescribed: Bool

        /// What a network says about that party's media.
        package var word: InBandMedia

        /// Whether a packet of that party has come since it was described, or alerted last.
        package var isHeard: Bool

        package init(isAlerted: Bool, isDescribed: Bool, word: InBandMedia, isHeard: Bool) {
            self.isAlerted = isAlerted
            self.isDescribed = isDescribed
            self.word = word
            self.isHeard = isHeard
        }
    }

    /// One row of the table; a fact that is `nil` may be either.
    package struct Row: Hashable, Sendable {
        /// Whether a target has been alerted.
        package var isAlerted: Bool?
        /// Whether the feeding party has described its media.
        package var isDescribed: Bool?
        /// What a network says about it.
        package var word: InBandMedia?
        /// Whether it is heard.
        package var isHeard: Bool?
        /// What follows.
        package let verdict: Verdict
        /// Where it stands.
        package let clause: ByteString
    }

    /// The rows in their order; the first that fits decides.
    package static let table: [Row] = [
        Row(isAlerted: false, verdict: .silent, clause: "RFC 3960 §3.2 rule 1"),
        Row(isDescribed: false, verdict: .generate, clause: "RFC 3960 §3.2 rule 2"),
        Row(word: .withheld, verdict: .generate, clause: "RFC 5009 §8: early media is not authorized"),
        Row(word: .announced, verdict: .silent, clause: "RFC 5009 §8: early media is authorized"),
        Row(isHeard: true, verdict: .silent, clause: "RFC 3960 §3.2 rule 3"),
        Row(isHeard: false, verdict: .wait, clause: "RFC 3960 §3.2 rule 2"),
    ]

    /// The tone.
    package var tone = CadencedTone.ringing

    /// How long the media of a party that has described itself and alerts may take to come.
    package var mediaTimeout: Duration = .milliseconds(600)

    package init() {}

    /// What the table says.
    package static func verdict(for facts: Facts) -> Verdict {
        let row = self.table.first { row in
            (row.isAlerted ?? facts.isAlerted) == facts.isAlerted
                && (row.isDescribed ?? facts.isDescribed) == facts.isDescribed
                && (row.word ?? facts.word) == facts.word && (row.isHeard ?? facts.isHeard) == facts.isHeard
        }
        return row?.verdict ?? .silent
    }
}

/// Where the ringing tone of one call stands.
struct Ringback: Hashable, Sendable {
    /// Whether a packet of the party that feeds the caller has come since it was chosen, or alerted last.
    var isHeard = false

    /// Whether the tone plays.
    var isPlaying = false

    /// When waiting for the far side's media ends.
    var deadline: Instant?
}
