import CallModel
import DialplanEngine
import ProtocolKit
import SDP

/// The call detail record, written once when nothing more is to come.
extension Call {
    /// Writes the record and marks the call as over.
    mutating func writeRecord(in environment: inout CallEnvironment) {
        let clock = environment.wallClock
        let end = self.legs.compactMap(\.ended).max() ?? environment.now
        let record = CallRecord(
            call: self.id,
            started: self.started,
            answered: self.answeredAt.map { clock.time(at: $0) },
            ended: clock.time(at: end),
            talkTime: self.answeredAt.map { $0.duration(to: end) } ?? .zero,
            sessionID: self.setup.facts.sessionID,
            context: self.contextName,
            extension: self.extensionName,
            dialplan: self.dialplan.value.version,
            legs: self.legs.indices.map { self.legRecord($0, clock) }
        )
        environment.outputs.append(.record(record))
        for place in self.legs.indices {
            if let anchor = self.media.anchor(of: place) {
                environment.anchors[anchor] = nil
            }
        }
        self.finish()
    }

    private func legRecord(_ place: Int, _ clock: WallClock) -> LegRecord {
        let leg = self.legs[place]
        let guest = self.guest(at: place)
        var record = LegRecord(
            leg: leg.id,
            party: guest?.party ?? (place == 0 ? self.firstCaller : self.setup.called),
            place: leg.target?.words ?? (guest?.source ?? self.setup.source).words,
            started: place == 0 ? self.started : clock.time(at: leg.started),
            ended: clock.time(at: leg.ended ?? leg.started),
            cause: leg.cause ?? self.cause ?? .normal
        )
        record.alerted = leg.alerted.map { clock.time(at: $0) }
        record.answered = leg.answered.map { clock.time(at: $0) }
        record.releasedByPeer = leg.releasedByPeer
        record.codecs = leg.agreed.map { $0.media.map(Self.codec) } ?? []
        record.media = self.media.counters(of: place)
        record.statistics = self.legs[place].statistics
        return record
    }

    /// The first format of an agreed stream, by name where it has one.
    private static func codec(_ media: MediaDescription) -> ByteString {
        if media.isRejected {
            return "-"
        }
        return media.mainPayload?.name ?? media.formats.first ?? ByteString()
    }
}

extension Target {
    /// The trunk or group of circuits that it names.
    var trunk: ByteString? {
        switch self {
        case .trunk(let name, _), .circuits(let name, _): name
        case .uri, .user, .dialed, .line, .contact: nil
        }
    }

    /// The target in words for people.
    var words: ByteString {
        switch self {
        case .uri(let uri): uri
        case .user(let user): ByteString("user ".utf8) + user
        case .dialed(let number, let context): number + ByteString(" in ".utf8) + context
        case .trunk(let name, let number): ByteString("trunk ".utf8) + name + ByteString("/".utf8) + number
        case .line(let line): ByteString("line ".utf8) + line
        case .circuits(let group, let number):
            ByteString("trunk ".utf8) + group + ByteString("/".utf8) + number
        case .contact(let contact): ByteString("user ".utf8) + contact.user + ByteString(" at ".utf8) + contact.uri
        }
    }
}

extension CallSource {
    /// The source in words for people.
    fileprivate var words: ByteString {
        ByteString(Array("\(self.listener) \(self.remote)".utf8))
    }
}

extension ByteString {
    fileprivate static func + (left: ByteString, right: ByteString) -> ByteString {
        ByteString(left.bytes + right.bytes)
    }
}
