import CallControl
import CallModel
import DialplanEngine
import MGCPAgent
import ProtocolKit
import SIPAgent
import SimulationKit

/// What the dialplan is told of a call of a test, as the gateway's agents tell it.
struct TrialFacts {
    /// Who exists.
    let world: TrialWorld

    /// The facts of a call that comes in at a moment, by default that of cases without one, after `earlier` others.
    func facts(of call: TrialCall, at time: CivilTime? = nil, after earlier: Int = 0) -> CallFacts {
        var facts = CallFacts(destinationNumber: ByteString(call.number), listener: self.listener(of: call))
        let number = self.world.calls.firstCall + UInt64(earlier)
        facts.identifier = ByteString(CallID(shard: self.world.calls.shard, sequence: number).description)
        facts.time = time ?? Simulation.ordinaryMoment
        facts.destinationHost = ByteString(call.host ?? "\(TrialAddresses.gateway.ip)")
        facts.transport = ByteString(call.transport.rawValue)
        facts.signaling = .sip
        facts.callerName = ByteString(call.callerName ?? "")
        facts.callerNumber = ByteString(call.callerNumber ?? Self.anonymous)
        facts.source = TrialAddresses.address(of: call.caller, in: self.world)
        switch call.caller {
        case .user(let name):
            facts.user = ByteString(name)
            facts.callerNumber = facts.user
            if let user = self.world.sip.users.first(where: { $0.name == facts.user }), !user.displayName.isEmpty {
                facts.callerName = user.displayName
            }
        case .line(let name):
            facts.user = ByteString(name)
            facts.signaling = .mgcp
            let line = self.world.mgcp.lines.first { $0.name == facts.user }
            facts.callerNumber = line?.number ?? ByteString()
            facts.callerName = line?.displayName ?? ByteString()
            self.useMediaGateway(&facts)
        case .trunk(let name):
            facts.trunk = ByteString(name)
            facts.divertingNumber = ByteString(call.divertingNumber ?? "")
            if self.world.mgcp.circuitGroups.contains(where: { $0.name == facts.trunk }) {
                facts.signaling = .mgcp
                facts.callerNumber = ByteString()
                self.useMediaGateway(&facts)
            }
        case .address:
            break
        }
        return facts
    }

    private func useMediaGateway(_ facts: inout CallFacts) {
        facts.listener = self.world.mgcp.listenerName
        facts.destinationHost = ByteString()
        facts.transport = "udp"
    }

    /// The listener that takes a SIP call: the one that the test names, else the first of the transport.
    func listener(of call: TrialCall) -> ByteString {
        if let name = call.listener {
            return ByteString(name)
        }
        let transport: TransportProtocol = call.transport == .udp ? .udp : .tcp
        return self.world.sip.listeners.first { $0.transport == transport }?.name ?? ByteString(call.transport.rawValue)
    }

    /// The number of a trunk's or stranger's caller who states none.
    static let anonymous = "anonymous"
}

/// The addresses of a simulation, from the range for benchmarks (RFC 2544): no plan routes there by accident.
///
/// Everybody has one by the place in the world, whoever else takes part.
enum TrialAddresses {
    /// The gateway's SIP address.
    static let gateway = TransportAddress(IPAddress(v4: 0xC612_0001), 5060)

    /// The address of its call agent.
    static let callAgent = TransportAddress(IPAddress(v4: 0xC612_0001), 2727)

    /// Where a user's phone is.
    static func user(_ place: Int) -> TransportAddress {
        self.address(block: 1, place, 5060)
    }

    /// Where a trunk is.
    static func trunk(_ place: Int) -> TransportAddress {
        self.address(block: 2, place, 5060)
    }

    /// Where the media gateway of a line is.
    static func line(_ place: Int) -> TransportAddress {
        self.address(block: 3, place, 2427)
    }

    /// Where the media gateway of a circuit group is.
    static func group(_ place: Int) -> TransportAddress {
        self.address(block: 4, place, 2427)
    }

    /// The address of a host that is known by name only.
    static func host(_ place: Int) -> IPAddress {
        self.address(block: 5, place, 0).ip
    }

    /// Where a call comes from; `nil` when nobody of that name exists.
    static func address(of caller: TrialCall.Caller, in world: TrialWorld) -> TransportAddress? {
        switch caller {
        case .user(let name):
            world.sip.users.firstIndex { $0.name == ByteString(name) }.map(self.user)
        case .line(let name):
            world.mgcp.lines.firstIndex { $0.name == ByteString(name) }.map(self.line)
        case .trunk(let name):
            world.sip.trunks.firstIndex { $0.name == ByteString(name) }.map(self.trunk)
                ?? world.mgcp.circuitGroups.firstIndex { $0.name == ByteString(name) }.map(self.group)
        case .address(let text):
            IPAddress(text).map { TransportAddress($0, 5060) }
        }
    }

    /// Blocks of 8,192 addresses in 198.18.0.0/15.
    private static func address(block: UInt32, _ place: Int, _ port: UInt16) -> TransportAddress {
        let offset = UInt32(truncatingIfNeeded: place % 8191) + 1
        return TransportAddress(IPAddress(v4: 0xC612_0000 + block << 13 + offset), port)
    }
}
