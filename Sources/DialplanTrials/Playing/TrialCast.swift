import CallModel
import DialplanEngine
import MGCPAgent
import ProtocolKit
import SIPAgent

/// Those of a world who can have a part in one case; a world may have thousands.
struct TrialCast {
    /// Up to how many of a kind all take part where a call may go on to somebody whom nothing mentions.
    private static let small = 12

    /// One of them, with the place in the world.
    struct Member<Settings> {
        let place: Int
        let settings: Settings
    }

    let users: [Member<SIPUserConfiguration>]
    let lines: [Member<LineSettings>]
    let trunks: [Member<SIPTrunkConfiguration>]
    let groups: [Member<CircuitGroupSettings>]

    /// Chooses who is called or calls, is spoken of in the case, or is a target of what the plan decides.
    init(_ world: TrialWorld, of one: TrialCase, peers: [TrialPeer], decisions: [RouteDecision]) {
        var mentioned: Set<String> = []
        for call in one.calls {
            switch call.caller {
            case .user(let name), .line(let name), .trunk(let name): mentioned.insert(name)
            case .address: break
            }
        }
        for decision in decisions {
            mentioned.formUnion(Self.targets(of: decision))
        }
        let patterns = peers.map(\.pattern) + (one.expectation.legs ?? []).map(\.target)
        mentioned.formUnion(patterns.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
        for data in one.answers.flatMap(\.data) {
            mentioned.formUnion(Self.names(in: data))
        }
        let dialed = one.before.map(\.number)
        let goesOn = !one.before.isEmpty || !one.answers.isEmpty || peers.contains(where: \.redirects)

        let takesPart = { (name: ByteString, number: ByteString) in
            mentioned.contains(name.description)
                || dialed.contains { $0.hasSuffix(number.description) || $0.hasSuffix(name.description) }
        }
        let all = goesOn ? Self.small : 0
        self.users = Self.chosen(world.sip.users, all) { takesPart($0.name, $0.name) }
        self.lines = Self.chosen(world.mgcp.lines, all) { takesPart($0.name, $0.number) }
        self.trunks = Self.chosen(world.sip.trunks, all) { takesPart($0.name, $0.name) }
        self.groups = Self.chosen(world.mgcp.circuitGroups, all) { takesPart($0.name, $0.name) }
    }

    /// Those who take part; everybody when there are no more than `most`.
    private static func chosen<Settings>(
        _ all: [Settings],
        _ most: Int,
        _ takesPart: (Settings) -> Bool
    ) -> [Member<Settings>] {
        all.enumerated().compactMap { place, settings in
            all.count <= most || takesPart(settings) ? Member(place: place, settings: settings) : nil
        }
    }

    /// The names of targets as answers write them.
    private static func names(in data: String) -> [String] {
        data.split { $0 == "|" || $0 == "," || $0 == "]" }
            .compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) }
    }

    private static func targets(of decision: RouteDecision) -> [String] {
        decision.actions.flatMap { action -> [String] in
            guard case .bridge(let bridge) = action else {
                return []
            }
            return bridge.stages.joined().compactMap { branch in
                switch branch.target {
                case .user(let name), .line(let name), .trunk(let name, _), .circuits(let name, _): name.description
                case .uri, .dialed, .contact: nil
                }
            }
        }
    }
}

extension TrialPeer {
    /// Whether it sends callers elsewhere.
    fileprivate var redirects: Bool {
        if case .redirects = self.behavior { true } else { false }
    }
}
