import ArgumentParser
import CallModel
import CallRecords
package import DialplanEngine
import DialplanTrials
package import ProtocolKit
import SignalingShell

/// What is known of a call that is only thought of, from options.
struct CallOptions: ParsableArguments {
    @Option(help: "The user who calls, or the line that dials; callers without one have proven nothing.")
    var user = ""

    @Option(name: .customLong("from"), help: "The caller's number; that of the user when there is none.")
    var caller: String?

    @Option(help: "The caller's name.")
    var name = ""

    @Option(help: "The trunk or circuit group that the call comes by.")
    var trunk = ""

    @Option(name: .customLong("protocol"), help: "The protocol of the caller, sip or mgcp.")
    var signaling = CallerProtocol.sip

    @Option(help: "The listener that receives the call.")
    var listener = ""

    @Option(help: "The host that is called.")
    var host = ""

    @Option(help: "The transport, udp or tcp.")
    var transport = ""

    @Option(help: "The number of the party that diverted the call.")
    var diverting = ""

    @Option(help: "The address that the call comes from, as 192.0.2.1 or 192.0.2.1:5060.")
    var source: String?

    @Option(name: .customLong("id"), help: "What the call is called in records, which FreeSWITCH's ${uuid} is here.")
    var identifier = ""

    @Option(
        name: .customLong("at"),
        help: "When the call comes in, as 2026-12-24T18:00:00Z or 2026-12-24T18:00+01:00; now when there is none."
    )
    var time: String?

    func validate() throws {
        _ = try CivilTime.moment(of: self.time)
        if let source, Self.address(source) == nil {
            throw ValidationError("`\(source)` is no address; write --source 192.0.2.1 or 192.0.2.1:5060")
        }
    }

    /// The call to a number.
    func facts(number: String) throws -> CallFacts {
        try CallFacts(
            destinationNumber: ByteString(number),
            callerNumber: ByteString(self.caller ?? self.user),
            callerName: ByteString(self.name),
            user: ByteString(self.user),
            trunk: ByteString(self.trunk),
            listener: ByteString(self.listener),
            source: self.source.flatMap(Self.address),
            destinationHost: ByteString(self.host),
            transport: ByteString(self.transport),
            signaling: self.signaling.signaling,
            divertingNumber: ByteString(self.diverting),
            time: CivilTime.moment(of: self.time),
            identifier: ByteString(self.identifier)
        )
    }

    private static func address(_ text: String) -> TransportAddress? {
        TransportAddress(text) ?? IPAddress(text).map { TransportAddress($0, 5060) }
    }
}

/// A protocol by the word that dialplans use.
enum CallerProtocol: String, ExpressibleByArgument, CaseIterable {
    case sip
    case mgcp

    var signaling: SignalingProtocol {
        switch self {
        case .sip:
            .sip
        case .mgcp:
            .mgcp
        }
    }
}

extension CheckWitness {
    /// The command that explains the call.
    package var command: String {
        self.command(plan: nil)
    }

    /// The command that explains the call with the plan of these files in place of the configuration's.
    package func command(plan: String?) -> String {
        var words = [
            "tandem", "dialplan", "explain", self.context.description, self.facts.destinationNumber.description,
        ]
        words += plan.map { ["--plan", $0] } ?? []
        let options: [(String, ByteString)] = [
            ("--user", self.facts.user), ("--name", self.facts.callerName), ("--trunk", self.facts.trunk),
            ("--listener", self.facts.listener), ("--host", self.facts.destinationHost),
            ("--transport", self.facts.transport), ("--diverting", self.facts.divertingNumber),
        ]
        if self.facts.callerNumber != self.facts.user {
            words += ["--from", self.facts.callerNumber.description]
        }
        for (option, value) in options where !value.isEmpty {
            words += [option, value.description]
        }
        if self.facts.signaling == .mgcp {
            words += ["--protocol", "mgcp"]
        }
        if let source = self.facts.source {
            words += ["--source", "\(source.ip)"]
        }
        words += ["--at", self.facts.time.shortText]
        return words.map(\.shellWord).joined(separator: " ")
    }
}

extension CivilTime {
    /// The moment that an option names; the present one when there is none.
    static func moment(of option: String?) throws -> CivilTime {
        guard let option else {
            return SystemClock.civil
        }
        guard let moment = CivilTime(iso8601: option) else {
            let advice = "write --at 2026-12-24T18:00:00Z or 2026-12-24T18:00+01:00"
            throw ValidationError("`\(option)` is no moment; \(advice)")
        }
        return moment
    }

    /// The moment as RFC 3339 writes it, in UTC, to the second.
    package var shortText: String {
        String(self.description.prefix(19)) + "Z"
    }
}

extension String {
    /// The word in quotes when a shell would not take it as one.
    fileprivate var shellWord: String {
        let isPlain =
            !self.isEmpty
            && self.utf8.allSatisfy { octet in
                octet.isASCIILetter || octet.isASCIIDigit || "-_.:/+@,=".utf8.contains(octet)
            }
        return isPlain ? self : "'" + self.replacing("'", with: "'\\''") + "'"
    }
}
