package import ProtocolKit

/// The call detail record: one for each call, written when its last leg has ended.
package struct CallRecord: Hashable, Sendable {
    /// The call.
    package var call: CallID

    /// When the caller's setup arrived.
    package var started: CivilTime

    /// When the call was answered, if it was.
    package var answered: CivilTime?

    /// When the last leg ended.
    package var ended: CivilTime

    /// How long the call was answered, on the monotonic clock.
    package var talkTime: Duration

    /// The caller's end-to-end session identifier (RFC 7989), or empty.
    package var sessionID: ByteString

    /// The dialplan context and the extension that routed the call.
    package var context: ByteString
    package var `extension`: ByteString

    /// The dialplan that everything in the call was routed by.
    package var dialplan: DialplanVersion

    /// The legs: the caller's first, then those placed, in the order of placing.
    package var legs: [LegRecord]

    package init(
        call: CallID,
        started: CivilTime,
        answered: CivilTime?,
        ended: CivilTime,
        talkTime: Duration,
        sessionID: ByteString,
        context: ByteString,
        extension: ByteString,
        dialplan: DialplanVersion,
        legs: [LegRecord]
    ) {
        self.call = call
        self.started = started
        self.answered = answered
        self.ended = ended
        self.talkTime = talkTime
        self.sessionID = sessionID
        self.context = context
        self.extension = `extension`
        self.dialplan = dialplan
        self.legs = legs
    }
}

/// One leg's part of a call detail record.
package struct LegRecord: Hashable, Sendable {
    /// The leg.
    package var leg: LegID

    /// The party at its far end: the caller's number, or the number that was called.
    package var party: Party

    /// Where it came from or was placed to, in words for people: a listener and address, a user, a trunk, a URI.
    package var place: ByteString

    /// When it came in or was placed.
    package var started: CivilTime

    /// When its far end was first alerted, if it was.
    package var alerted: CivilTime?

    /// When its far end answered, if it did.
    package var answered: CivilTime?

    /// When it ended.
    package var ended: CivilTime

    /// Whether its far end ended it.
    package var releasedByPeer: Bool

    /// Why, in the neutral value and in the words of whoever ended it.
    package var cause: ReleaseCause

    /// The codecs last agreed, one for each stream.
    package var codecs: [ByteString]

    /// What passed on its streams.
    package var media: [StreamCounters]

    /// What its far end has counted, where its protocol tells.
    package var statistics: ConnectionStatistics?

    package init(leg: LegID, party: Party, place: ByteString, started: CivilTime, ended: CivilTime, cause: ReleaseCause)
    {
        self.leg = leg
        self.party = party
        self.place = place
        self.started = started
        self.alerted = nil
        self.answered = nil
        self.ended = ended
        self.releasedByPeer = false
        self.cause = cause
        self.codecs = []
        self.media = []
        self.statistics = nil
    }
}
