import CallModel
import DialplanEngine
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit

/// A gateway with a plan, and everybody around it, before the call of one case.
final class TrialStage {
    /// Somebody who can be called.
    enum Role: Hashable {
        case user(String)
        case trunk(String)
        /// Whoever is at the address of a URI.
        case stranger
    }

    /// A call that reached somebody.
    struct Arrival {
        let target: String
        let invite: SIPMessage?
        let number: String
        let callerNumber: String
        let callerName: String
    }

    let simulation: Simulation
    let cast: TrialCast
    let world: TrialWorld

    /// What reached somebody, in order.
    var arrivals: [Arrival] = []

    private let peers: [TrialPeer]
    private(set) var roles: [TransportAddress: Role] = [:]
    private var phones: [TransportAddress: Phone] = [:]
    var mediaGateways: [ByteString: SimulatedMediaGateway] = [:]
    private var hosts: [ByteString: IPAddress] = [:]

    /// How long everything has to come into being before the call.
    static let preparation: Duration = .seconds(10)

    /// A stage for `cast`, on which `one` is played by this plan.
    init(for one: TrialCase, _ cast: TrialCast, of world: TrialWorld, peers: [TrialPeer], plan: Dialplan) {
        let configuration = Self.configuration(for: one, cast, in: world, plan: plan)
        let time = one.time ?? Simulation.ordinaryMoment
        self.cast = cast
        self.world = world
        self.peers = peers
        self.simulation = Simulation(
            configuration,
            firstMoment: CivilTime(nanoseconds: time.nanoseconds - Self.preparation.nanoseconds)
        )
        for trunk in cast.trunks {
            self.roles[TrialAddresses.trunk(trunk.place)] = .trunk(trunk.settings.name.description)
        }
        for user in cast.users {
            self.roles[TrialAddresses.user(user.place)] = .user(user.settings.name.description)
        }
        self.simulation.onUnknownAddress = { [weak self] address in
            _ = self?.phone(at: address)
        }
        self.simulation.resolver = { [weak self] question in
            self?.resolve(question)
        }
    }

    /// Lets decision servers answer so; one of which nothing is said cannot be reached.
    func answer(_ answers: [TrialAnswer]) {
        let former = self.simulation.decider
        self.simulation.decider = { request in
            guard let answer = answers.first(where: { ByteString($0.decision) == request.server }) else {
                return former(request)
            }
            return answer.result
        }
    }

    /// Lets everybody take their place: users register, media gateways announce themselves.
    func prepare() throws {
        for user in self.cast.users {
            let name = user.settings.name.description
            guard self.peer(for: "user/\(name)").behavior != .isAbsent else {
                continue
            }
            let phone = self.phone(at: TrialAddresses.user(user.place))
            let password = TrialWorld.password.description
            let answer = try phone.register(password: password)
            guard answer.status?.isSuccess == true else {
                throw Unexpected("user/\(name) could not register: \(answer.status?.code ?? 0)")
            }
        }
        for line in self.cast.lines {
            self.addLine(line.settings.name, at: TrialAddresses.line(line.place))
        }
        for group in self.cast.groups {
            self.addCircuits(group.settings.name, at: TrialAddresses.group(group.place))
        }
        // The pause before the call belongs to it, so that the clock shows the time of the case when the call begins.
        let ready = Instant.start.advanced(by: Self.preparation - Self.pause)
        let rest = self.simulation.now.duration(to: ready)
        self.simulation.run(for: max(rest, .zero))
    }

    /// Who is at each address, in the words of plans.
    var names: [String: String] {
        let users = self.cast.users.map { (TrialAddresses.user($0.place), "user/\($0.settings.name)") }
        let trunks = self.cast.trunks.map { (TrialAddresses.trunk($0.place), "trunk/\($0.settings.name)") }
        let lines = self.cast.lines.map { (TrialAddresses.line($0.place), "line/\($0.settings.name)") }
        let groups = self.cast.groups.map { (TrialAddresses.group($0.place), "trunk/\($0.settings.name)") }
        let all = (users + trunks + lines + groups).map { ($0.0.description, $0.1) }
        return Dictionary(all) { first, _ in first }
    }

    /// How a target behaves.
    func peer(for target: String) -> TrialPeer {
        self.peers.first { $0.covers(target) } ?? .ordinary
    }

    // MARK: Phones

    /// The phone at an address; it comes into being when it is needed.
    func phone(at address: TransportAddress) -> Phone {
        if let phone = self.phones[address] {
            return phone
        }
        let role = self.roles[address] ?? .stranger
        let name =
            switch role {
            case .user(let name), .trunk(let name): name
            case .stranger: "stranger"
            }
        let phone = self.simulation.phone(name, at: address.description)
        self.phones[address] = phone
        phone.onCall = { [weak self] call in
            self?.take(call, as: role)
        }
        return phone
    }

    private func resolve(_ question: DNSQuestion) -> DNSAnswer? {
        guard question.type == .a else {
            return nil
        }
        let address = self.hosts[question.name] ?? TrialAddresses.host(self.hosts.count)
        self.hosts[question.name] = address
        return .records([.address(address)], timeToLive: .seconds(3600))
    }

    private func take(_ call: PhoneCall, as role: Role) {
        guard let invite = call.received else {
            return
        }
        let uri = invite.requestURI
        let number = uri?.user?.description ?? ""
        let target =
            switch role {
            case .user(let name): "user/\(name)"
            case .trunk(let name): "trunk/\(name)/\(number)"
            case .stranger: uri.map { Self.text(of: $0) } ?? ""
            }
        let from = invite.from
        self.arrivals.append(
            Arrival(
                target: target,
                invite: invite,
                number: number,
                callerNumber: from.uri.user?.description ?? "",
                callerName: from.address.displayName?.description ?? ""
            )
        )
        self.answer(call, as: self.peer(for: target))
    }

    /// A URI without its parameters.
    static func text(of uri: SIPURI) -> String {
        let user = uri.rawUser.map { "\($0)@" } ?? ""
        return "\(uri.schemeName):\(user)\(uri.host)" + (uri.port.map { ":\($0)" } ?? "")
    }

    private func answer(_ call: PhoneCall, as peer: TrialPeer) {
        switch peer.behavior {
        case .isSilent:
            self.simulation.disconnect(call.phone)
        case .rings:
            call.respond(180)
        case .answers:
            call.respond(180)
            self.simulation.after(peer.after) { [weak self] in
                guard let self, !call.isCancelled else {
                    return
                }
                call.respond(200, body: SDPText.audio(call.phone.address.ip.description))
                self.hangUp(call, after: peer.hangsUpAfter)
            }
        case .isAbsent:
            self.refuse(call, 480, after: peer.after)
        case .refuses(let status):
            self.refuse(call, status, after: peer.after)
        case .fails(let cause):
            let refusal = SIPCauseMapping().refusal(
                for: ReleaseCause(cause, location: .user, origin: .local(.dialplan)),
                warningAgent: "peer"
            )
            let lines = String(decoding: refusal.headers, as: UTF8.self).split(separator: "\r\n").map(String.init)
            self.refuse(call, refusal.status, headers: lines, after: peer.after)
        case .redirects(let contacts):
            self.refuse(call, 302, headers: contacts.map { "Contact: <\($0)>" }, after: peer.after)
        }
    }

    private func refuse(_ call: PhoneCall, _ status: UInt16, headers: [String] = [], after delay: Duration) {
        guard delay > .zero else {
            call.respond(status, headers: headers)
            return
        }
        call.respond(180)
        self.simulation.after(delay) {
            if !call.isCancelled {
                call.respond(status, headers: headers)
            }
        }
    }

    /// Lets a party of an answered call hang up later, unless the call is over by then.
    func hangUp(_ call: PhoneCall, after delay: Duration?) {
        guard let delay else {
            return
        }
        self.simulation.after(delay) {
            if !call.isOver {
                call.bye()
            }
        }
    }
}
