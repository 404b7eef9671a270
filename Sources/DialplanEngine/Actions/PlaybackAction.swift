package import ProtocolKit

/// Something for the caller to hear, after which the next action is done.
///
/// Before the answer the caller hears it as early media.
package struct PlaybackAction: Hashable, Sendable {
    /// What is played.
    package enum Sound: Hashable, Sendable {
        /// Tones one after another.
        case tones([ToneSegment])
        /// Nothing, for a time.
        case silence(Duration)
        /// A recording by the name that the configuration has for it.
        case recording(ByteString)
    }

    /// What is played.
    package let sound: Sound

    /// How often, from 1; `nil` until something else ends it.
    package let repetitions: Int?

    package init(_ sound: Sound, repetitions: Int? = 1) {
        self.sound = sound
        self.repetitions = repetitions
    }
}

/// One tone of a sequence and the silence after it.
package struct ToneSegment: Hashable, Sendable {
    /// The frequencies that sound together, in hertz, one or two.
    package let hertz: [UInt16]

    /// How long they sound.
    package let sound: Duration

    /// The silence after them.
    package let pause: Duration

    package init(hertz: [UInt16], sound: Duration, pause: Duration = .zero) {
        self.hertz = hertz
        self.sound = sound
        self.pause = pause
    }
}
