import CallModel
import DialplanEngine
import ProtocolKit
import SimulationKit

/// Two dialplans that differ in every action, and what shows which of them has decided.
///
/// Odd versions are of group 1, even ones of group 2. The phones of group 1 are at 127.0.8.1 to 3, those of group 2 at
/// 127.0.9.1 to 3; extensions are named for their group.
enum ReloadPlans {
    /// The numbers that both plans know.
    static let numbers = ["hunt", "both", "then", "busy", "play", "away"]

    /// What group 1 and group 2 refuse with.
    static let refusals: [Q850Cause] = [.userBusy, .callRejected]

    /// The group of a version.
    static func group(of version: DialplanVersion) -> Int {
        version.number % 2 == 1 ? 1 : 2
    }

    /// The group whose phone a target is; `nil` when it is nobody's.
    static func group(of target: String) -> Int? {
        [1, 2].first { target.contains("@127.0.\($0 + 7).") }
    }

    /// The group that an extension is named for.
    static func group(ofExtension name: ByteString) -> Int? {
        [1, 2].first { name.description.hasSuffix("-\($0)") }
    }

    /// Where a phone of a group is.
    static func address(_ group: Int, _ place: Int) -> String {
        "127.0.\(group + 7).\(place):5060"
    }

    /// The plan of a group, with what stands in front of everything else.
    static func text(_ group: Int, extra: String = "") -> String {
        let first = group == 1 ? 1 : 3
        let host = { (place: Int) in Self.address(group, place) }
        let media = group == 1 ? "direct" : "anchor"
        let local =
            group == 1
            ? "<action application='answer-and-echo' duration='3s'/>"
            : "<action application='answer-and-play-tone' frequency='440' duration='3s'/>"
        let targets = "sip:hunt@\(host(first))|sip:hunt@\(host(2))"
        let actions = [
            "hunt": "<action application='bridge' data='\(targets)' timeout='\(group + 1)s' media='\(media)'/>",
            "both": """
            <action application='set' data='caller-name=group \(group)'/>
            <action application='bridge' data='sip:both@\(host(first)),sip:both@\(host(2))' media='\(media)'/>
            """,
            "then": """
            <action application='bridge' data='sip:then@\(host(first))' timeout='2s' media='\(media)'/>
            <action application='bridge' data='sip:then@\(host(2))' timeout='2s' media='\(media)'/>
            """,
            "busy": "<action application='reject' cause='\(Self.refusals[group - 1].rawValue)'/>",
            "play": local,
            "away": "<action application='redirect' data='sip:away@\(host(9))'/>",
        ]
        let extensions = Self.numbers.map { number in
            """
            <extension name='\(number)-\(group)'>
              <condition field='destination-number' expression='\(number)'>\(actions[number] ?? "")</condition>
            </extension>
            """
        }
        return "<dialplan><context name='default'>\(extra)\(extensions.joined())</context></dialplan>"
    }

    /// The dialplan of this version.
    static func dialplan(_ text: String, lines: Set<ByteString> = []) throws -> Dialplan {
        try DialplanReader(names: DialplanReader.Names(lines: lines)).read([
            DialplanReader.Source(file: "reload.xml", octets: Array(text.utf8))
        ])
    }

    static func version(_ number: UInt32) -> DialplanVersion {
        DialplanVersion(number: number, digest: UInt64(number % 2) << 60)
    }
}

/// What the observations and records of a simulation say about who has decided what.
struct ReloadVerdict {
    /// Calls that more than one dialplan had a hand in, or whose record says so.
    private(set) var mixtures: [String] = []

    /// How many calls were routed by each group.
    private(set) var calls = [1: 0, 2: 0]

    /// How many legs were placed by a dialplan that was not live any more.
    private(set) var lateLegs = 0

    init(_ simulation: Simulation, from first: DialplanVersion) {
        var live = first
        var routed: [CallID: (extension: ByteString, version: DialplanVersion)] = [:]
        for observation in simulation.observations {
            switch observation {
            case .dialplanReplaced(_, _, let version):
                live = version
            case .callRouted(let call, let name, let version):
                routed[call] = (name, version)
                self.calls[ReloadPlans.group(of: version), default: 0] += 1
                self.expect(version == live, "call \(call) begins with \(version), and \(live) is live")
                let group = ReloadPlans.group(ofExtension: name)
                self.expect(group == ReloadPlans.group(of: version), "call \(call) takes \(name) of \(version)")
            case .legPlaced(let call, _, let target):
                guard let version = routed[call]?.version else {
                    self.mixtures.append("call \(call) has a leg and no route")
                    continue
                }
                self.lateLegs += version == live ? 0 : 1
                let group = ReloadPlans.group(of: "\(target)")
                let isRight = group == nil || group == ReloadPlans.group(of: version)
                self.expect(isRight, "call \(call) of \(version) places \(target)")
            default:
                break
            }
        }
        for record in simulation.records {
            let route = routed[record.call]
            let isRight = route?.version == record.dialplan && route?.extension == record.extension
            self.expect(isRight, "call \(record.call) has \(record.extension) of \(record.dialplan) in its record")
            self.judgeRefusal(record)
        }
    }

    private mutating func judgeRefusal(_ record: CallRecord) {
        guard record.extension.description.hasPrefix("busy") else {
            return
        }
        let expected = ReloadPlans.refusals[ReloadPlans.group(of: record.dialplan) - 1]
        let cause = record.legs.first?.cause.value
        self.expect(
            cause == expected,
            "call \(record.call) of \(record.dialplan) ends with \(String(describing: cause))"
        )
    }

    private mutating func expect(_ isRight: Bool, _ fault: @autoclosure () -> String) {
        if !isRight {
            self.mixtures.append(fault())
        }
    }
}
