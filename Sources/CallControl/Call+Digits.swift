import CallModel
import DialplanEngine
import ProtocolKit
import SDP

/// Digits that the dialplan sends, to the caller or to who answers.
///
/// A leg gets them as telephone-events when it has agreed on these (RFC 4733), else in its signaling, as SIP's INFO or
/// MGCP's signals, and when its far side takes none there, as the tones of its keys (ITU-T Q.23).
extension Call {
    /// Sends digits to the caller; the next action follows when they are sent.
    mutating func sendDigits(_ digits: [Digit], in environment: inout CallEnvironment) {
        let duration = self.sendDigits(digits, to: self.caller, in: &environment)
        if duration > .zero {
            self.pause(for: duration, in: &environment)
        }
    }

    /// Sends the digits that a leg is to get when it has answered.
    mutating func greet(_ place: Int, in environment: inout CallEnvironment) {
        let digits = self.legs[place].greeting
        self.legs[place].greeting = []
        if !digits.isEmpty {
            _ = self.sendDigits(digits, to: place, in: &environment)
        }
    }

    /// Plays the tones of digits to a leg, when it can hear any.
    mutating func playDigits(_ digits: [Digit], to place: Int, in environment: inout CallEnvironment) {
        guard self.legs[place].isLive, self.media.hearsTones(place), let type = self.media.tonePayloadType(of: place)
        else {
            return
        }
        let tones = digits.compactMap(CadencedTone.init(key:))
        guard !tones.isEmpty else {
            return
        }
        self.media.play(.tones(ToneSequence(tones), payloadType: type), to: place, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    /// Sends digits to a leg; returns how long they take within its media.
    private mutating func sendDigits(
        _ digits: [Digit],
        to place: Int,
        in environment: inout CallEnvironment
    ) -> Duration {
        guard self.legs[place].isLive else {
            return .zero
        }
        guard let format = self.media.eventFormat(of: place) else {
            // Before the answer nothing but media can carry them.
            guard self.legs[place].phase == .answered else {
                self.playDigits(digits, to: place, in: &environment)
                return self.media.hearsTones(place) ? Digit.length(of: digits) : .zero
            }
            environment.command(.send(digits), on: self.legs[place].id)
            return .zero
        }
        let signal = Signal.digits(digits, payloadType: format.payloadType, clockRate: format.clockRate)
        self.media.play(signal, to: place, on: &environment.plane)
        environment.orderMedia(for: self.index)
        return Digit.length(of: digits)
    }
}

extension CadencedTone {
    /// The tone of a key; `nil` for what has none.
    fileprivate init?(key digit: Digit) {
        guard let hertz = digit.hertz else {
            return nil
        }
        self.init(hertz: hertz.low, secondHertz: hertz.high, sound: digit.length, pause: Digit.pause)
    }
}
