import CallModel
package import CallRecords
import Foundation
import ProtocolKit

/// What a command asks of the running gateway: one JSON object on a line.
struct ControlRequest: Codable, Sendable {
    /// What is asked.
    enum Command: String, Codable, Sendable {
        case status
        case calls
        case registrations
        case endpoints
        case trace
        case stop
        case reload
        case dialplanVersions
        case dialplanRollback
        case shadowStart
        case shadowStop
        case shadowReport
        case shadowPromote
    }

    let command: Command
    /// The call to trace; without it the latest.
    var call: String?
    /// The line or endpoint whose messages are wanted instead of a call's; for the list of endpoints also a trunk group or
    /// gateway.
    var endpoint: String?
    /// What is wanted of dialplans.
    var dialplan: DialplanQuestion?
}

/// What the gateway answers: one JSON object on a line.
struct ControlReply: Codable, Sendable {
    /// How the gateway is.
    struct Status: Codable, Sendable {
        struct Records: Codable, Sendable {
            let written: UInt64
            let waiting: Int
            let dropped: UInt64
        }

        struct Trunk: Codable, Sendable {
            let name: String
            let reachable: Bool?
            let registered: Bool?
        }

        struct MediaGateway: Codable, Sendable {
            let name: String
            let reachable: Bool?
            let endpoints: Int
            let inService: Int
        }

        struct Dialplan: Codable, Sendable {
            let live: String
            let reloads: UInt64
            let refused: UInt64
            let rollbacks: UInt64
            let promotions: UInt64
            /// What is evaluated beside it.
            let shadow: String?
        }

        let process: Int32
        let uptimeSeconds: Int64
        let stopping: Bool
        let dialplan: Dialplan
        let callsNow: Int
        let callsSinceStart: UInt64
        let callsAnswered: UInt64
        let callsRefused: UInt64
        let peerViolations: UInt64
        let registrations: Int
        let flows: Int
        let flowsRefused: UInt64
        let datagramsDiscarded: UInt64
        let listeners: [String]
        let trunks: [Trunk]
        let gateways: [MediaGateway]
        let records: Records?
    }

    /// A call that is up.
    struct Call: Codable, Sendable {
        let call: String
        let caller: String
        let called: String
        let `extension`: String
        let dialplan: String
        let state: String
        let started: String
        let talkSeconds: Int64?
        let legs: [String]
    }

    /// A phone that is registered.
    struct Registration: Codable, Sendable {
        let user: String
        let contact: String
        let from: String
        let secondsLeft: Int64
    }

    /// A line, or a circuit of a trunk group.
    struct Endpoint: Codable, Sendable {
        /// The last RSIP about it (RFC 3435 §2.3.12).
        struct Restart: Codable, Sendable {
            let method: String
            let secondsAgo: Int64
        }

        let name: String
        let isLine: Bool
        let gateway: String
        let endpoint: String
        let service: String
        /// `on` or `off`; `nil` while it is not known.
        let hook: String?
        let phase: String
        let connections: Int
        let legs: [String]
        let restart: Restart?
        let auditSecondsAgo: Int64?
    }

    /// The trace of a call or of an endpoint.
    struct Trace: Codable, Sendable {
        var call: String?
        var endpoint: String?
        /// What the call is routed by.
        var dialplan: String?
        let steps: [TraceStep]
    }

    var ok: Bool
    var error: String?
    var status: Status?
    var calls: [Call]?
    var registrations: [Registration]?
    var endpoints: [Endpoint]?
    var trace: Trace?
    var dialplan: DialplanOutcome?
    var dialplans: [KeptDialplan]?
    var shadow: ShadowText?

    static func failure(_ error: String) -> ControlReply {
        ControlReply(ok: false, error: error)
    }
}

/// One step of a trace as it crosses the socket and as `--json` prints it.
package struct TraceStep: Codable, Sendable {
    /// A message that went over the wire.
    struct Message: Codable, Sendable {
        let direction: String
        let transport: String
        let local: String
        let remote: String
        /// The octets in base 64.
        let octets: Data
        /// The same for people, with what is not UTF-8 repaired.
        let text: String
    }

    let input: UInt64
    let cause: String
    let nanoseconds: Int64
    let civilNanoseconds: Int64
    let time: String
    let call: String?
    let leg: String?
    var message: Message?
    var note: String?

    package init(_ entry: TraceEntry) {
        self.input = entry.cause.input
        self.cause = String(describing: entry.cause.kind)
        self.nanoseconds = entry.instant.nanoseconds
        self.civilNanoseconds = entry.time.nanoseconds
        self.time = entry.time.description
        self.call = entry.call?.description
        self.leg = entry.leg?.text
        switch entry.event {
        case .message(let direction, let transport, let local, let remote, let bytes):
            self.message = Message(
                direction: String(describing: direction),
                transport: String(describing: transport),
                local: local.description,
                remote: remote.description,
                octets: Data(bytes),
                text: String(decoding: bytes, as: UTF8.self)
            )
        case .note(let note):
            self.note = note
        }
    }

    /// The step as the gateway kept it; `nil` when it is none.
    package var entry: TraceEntry? {
        let kinds: [String: TraceCause.Kind] = [
            "message": .message, "timer": .timer, "network": .network, "media": .media, "command": .command,
        ]
        guard let kind = kinds[self.cause], let event = self.event else {
            return nil
        }
        return TraceEntry(
            call: self.call.flatMap { CallID($0) },
            leg: self.leg.flatMap { LegID(text: $0) },
            cause: TraceCause(input: self.input, kind: kind),
            instant: Instant(nanoseconds: self.nanoseconds),
            time: CivilTime(nanoseconds: self.civilNanoseconds),
            event: event
        )
    }

    private var event: TraceEntry.Event? {
        guard let message = self.message else {
            return self.note.map { .note($0) }
        }
        guard let local = TransportAddress(message.local), let remote = TransportAddress(message.remote) else {
            return nil
        }
        return .message(
            message.direction == "sent" ? .sent : .received,
            message.transport == "tcp" ? .tcp : .udp,
            local: local,
            remote: remote,
            Array(message.octets)
        )
    }
}
