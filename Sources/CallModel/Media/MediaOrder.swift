package import ProtocolKit

/// The relay ports lent to one leg (RFC 7092 media relay).
package struct MediaAnchor: Hashable, Sendable {
    /// A number that is not used twice.
    package let number: UInt64

    /// The media thread that owns the ports; both anchors of a call are on the same one.
    package let thread: UInt16

    package init(number: UInt64, thread: UInt16) {
        self.number = number
        self.thread = thread
    }
}

/// What a stream carries, as far as the relay cares.
package enum StreamKind: UInt8, Hashable, Sendable {
    /// RTP with RTCP (RFC 3550).
    case rtp
    /// T.38 fax over UDPTL, passed through.
    case udptl
}

/// Which packets a stream accepts.
package enum SourceRule: Hashable, Sendable {
    /// The source address and port must be those of the session description.
    case strict
    /// The source address must be that of the session description; the port may be any.
    case address
    /// The first packets after new signaling, up to `window`, may set the source; when `within` names an
    /// address only that one may be learned.
    case latch(window: UInt16, within: IPAddress?)
}

/// One stream of an anchor: the ports it is lent and how it treats packets.
package struct StreamPlan: Hashable, Sendable {
    /// The place of its m-line in the session description.
    package let index: Int

    /// What it carries.
    package let kind: StreamKind

    /// The local port for RTP or UDPTL.
    package let local: TransportAddress

    /// The local port for RTCP; `nil` for UDPTL, and where RTCP shares the RTP port (RFC 5761).
    package let localRTCP: TransportAddress?

    /// Differentiated services code point for what we send, 0 to 63.
    package let dscp: UInt8

    /// Which packets it accepts.
    package let sourceRule: SourceRule

    /// After how long without a packet the stream is reported silent; `nil` for never.
    package let silenceTimeout: Duration?

    /// What its packets look like; by default any RTP.
    package let formats: StreamFormats

    package init(
        index: Int,
        kind: StreamKind,
        local: TransportAddress,
        localRTCP: TransportAddress?,
        dscp: UInt8,
        sourceRule: SourceRule,
        silenceTimeout: Duration?,
        formats: StreamFormats = StreamFormats()
    ) {
        self.index = index
        self.kind = kind
        self.local = local
        self.localRTCP = localRTCP
        self.dscp = dscp
        self.sourceRule = sourceRule
        self.silenceTimeout = silenceTimeout
        self.formats = formats
    }
}

/// The far end of one stream, as the latest session description gives it.
package struct RemoteStream: Hashable, Sendable {
    /// The place of its m-line.
    package let index: Int

    /// Where RTP or UDPTL goes; `nil` for a refused stream.
    package let remote: TransportAddress?

    /// Where RTCP goes; `nil` for UDPTL or a refused stream.
    package let remoteRTCP: TransportAddress?

    /// Whether the far end wants to receive.
    package let receives: Bool

    /// Whether the far end may send; silence is not watched when it may not.
    package let sends: Bool

    package init(index: Int, remote: TransportAddress?, remoteRTCP: TransportAddress?, receives: Bool, sends: Bool) {
        self.index = index
        self.remote = remote
        self.remoteRTCP = remoteRTCP
        self.receives = receives
        self.sends = sends
    }
}

/// The far ends of all streams of one answering party; `answerer` is `nil` for a leg that has only one.
package struct AnswererStreams: Hashable, Sendable {
    /// Whose streams these are.
    package let answerer: AnswererID?

    /// The streams, one for each m-line.
    package let streams: [RemoteStream]

    package init(answerer: AnswererID?, streams: [RemoteStream]) {
        self.answerer = answerer
        self.streams = streams
    }
}

/// A tone that comes and goes, one or two sine waves together, as ringing tones do (ITU-T E.180 §5).
package struct CadencedTone: Hashable, Sendable {
    /// The frequency in hertz, up to 4000.
    package var hertz: UInt16

    /// A second frequency that sounds with the first; 0 for none.
    package var secondHertz: UInt16

    /// How long it sounds.
    package var sound: Duration

    /// How long it pauses.
    package var pause: Duration

    package init(hertz: UInt16, secondHertz: UInt16 = 0, sound: Duration, pause: Duration) {
        self.hertz = hertz
        self.secondHertz = secondHertz
        self.sound = sound
        self.pause = pause
    }

    /// The ringing tone that most of Europe hears: 425 Hz for a second every five (ITU-T E.180 Supplement 2).
    package static let ringing = CadencedTone(hertz: 425, sound: .seconds(1), pause: .seconds(4))
}

/// Tones one after another, each with the pause after it, as special information tones are (ITU-T E.180 §7).
package struct ToneSequence: Hashable, Sendable {
    /// The tones; nothing sounds while one of 0 Hz does.
    package var tones: [CadencedTone]

    /// How often all of them are played; `nil` until something else is.
    package var repetitions: Int?

    package init(_ tones: [CadencedTone], repetitions: Int? = 1) {
        self.tones = tones
        self.repetitions = repetitions
    }
}

/// What an anchor plays to its leg by itself.
package enum Signal: Hashable, Sendable {
    /// Nothing more.
    case silence
    /// What the leg sends comes back to it.
    case echo
    /// A sine tone in the given G.711 payload type (0 or 8), for a time or until replaced.
    case tone(hertz: UInt16, payloadType: UInt8, duration: Duration?)
    /// A tone that comes and goes in the given G.711 payload type (0 or 8), until replaced.
    case cadence(CadencedTone, payloadType: UInt8)
    /// Tones one after another in the given G.711 payload type (0 or 8), until they are over or replaced.
    case tones(ToneSequence, payloadType: UInt8)
    /// Digits as telephone-events of this payload type and clock (RFC 4733), until they are sent or something is played.
    case digits([Digit], payloadType: UInt8, clockRate: UInt32)
}

/// What call control asks of the relay.
///
/// Orders of one anchor are carried out in the order given.
package enum MediaOrder: Hashable, Sendable {
    /// Take these lent ports into use.
    case open(MediaAnchor, streams: [StreamPlan])
    /// The streams of an open anchor are these now: m-lines came, went or changed.
    case replan(MediaAnchor, streams: [StreamPlan])
    /// The far ends are these now; forking gives a leg several at once. Each call re-opens the latching window.
    case setRemotes(MediaAnchor, [AnswererStreams])
    /// Only this answerer's media feeds the other side, and only it is fed.
    case select(MediaAnchor, AnswererID?)
    /// What one receives the other sends, stream by stream.
    case join(MediaAnchor, MediaAnchor)
    /// Undo a join.
    case part(MediaAnchor)
    /// Play this to the leg.
    case play(MediaAnchor, Signal)
    /// Report the next packet of each stream as if it were the first.
    case listen(MediaAnchor)
    /// Give the ports back; the final counters follow as a report.
    case close(MediaAnchor)

    /// The thread that must carry this out.
    package var thread: UInt16 {
        switch self {
        case .open(let anchor, _), .replan(let anchor, _), .setRemotes(let anchor, _), .select(let anchor, _),
            .join(let anchor, _), .part(let anchor), .play(let anchor, _), .listen(let anchor), .close(let anchor):
            anchor.thread
        }
    }
}
