import CallModel
import DialplanEngine
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Calls of lines that outlive the dialplan that they began with: forwarding, transfer, and a number that is being dialed.
struct ReloadedLineTests {
    private let stage: MGCPStage
    /// The phones that the two plans send 200 to.
    private let phones: [Phone]

    init() throws {
        let live = try Self.dialplan(1)
        self.stage = try MGCPScenario.play { configuration in
            configuration.dialplan = live
            configuration.mgcp?.digitMaps = ["default": Self.map(1)]
        }
        let simulation = self.stage.simulation
        self.phones = [1, 2].map { simulation.phone("phone\($0)", at: ReloadPlans.address($0, 1)) }
    }

    private static func dialplan(_ number: UInt32) throws -> Dialplan {
        let version = ReloadPlans.version(number)
        let group = ReloadPlans.group(of: version)
        let targets = [("100", "line/carol"), ("101", "line/dave"), ("200", "sip:x@\(ReloadPlans.address(group, 1))")]
        let bridges = targets.map { number, target in
            """
            <extension name='\(number)-\(group)'><condition field='destination-number' expression='\(number)'>
            <action application='bridge' data='\(target)'/></condition></extension>
            """
        }
        let service = """
            <extension name='forward-\(group)'><condition field='destination-number' expression='700'>
            <action application='line-service' service='forward-no-answer' state='on' data='200'/>
            </condition></extension>
            """
        let text = ReloadPlans.text(group, extra: bridges.joined() + service)
        return try ReloadPlans.dialplan(text, lines: ["carol", "dave"]).numbered(version)
    }

    /// Both maps have the numbers; the second one tells itself apart by one more.
    private static func map(_ group: Int) -> DigitMap {
        let text: ByteString = group == 1 ? "(1xx|2xx|7xx)" : "(1xx|2xx|7xx|99x)"
        do {
            return try DigitMap(parsing: text)
        } catch {
            preconditionFailure("the test's own digit map is wrong: \(error)")
        }
    }

    private func reload(_ number: UInt32) throws {
        let dialplan = try Self.dialplan(number)
        let maps: [ByteString: DigitMap] = ["default": Self.map(ReloadPlans.group(of: dialplan.version))]
        self.stage.simulation.withGateway { gateway, now in
            gateway.replaceDialplan(dialplan, digitMaps: maps, by: .reload, at: now)
        }
    }

    /// The digit maps that the lines were told since this many packets.
    private func maps(after packets: Int) -> [String] {
        self.stage.simulation.network.wire.dropFirst(packets).filter { $0.sender == .gateway }.flatMap { packet in
            String(decoding: packet.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).filter {
                $0.hasPrefix("D:")
            }
        }.map { $0.dropFirst(2).trimmingPrefix(" ") }.map(String.init)
    }

    private func judge() throws {
        try self.stage.finish()
        let verdict = ReloadVerdict(self.stage.simulation, from: ReloadPlans.version(1))
        #expect(verdict.mixtures.isEmpty)
    }

    @Test
    func `a call that is forwarded after a reload goes where its own dialplan says`() throws {
        let simulation = self.stage.simulation
        try self.stage.carol.calls("700")
        simulation.run(for: .seconds(5))
        self.stage.carol.hangsUp()
        simulation.run(for: .seconds(2))
        let alice = simulation.alice()
        let call = alice.invite("100", offer: alice.audio())
        try self.stage.carol.expectRing()
        try self.reload(2)
        // Nobody answers, and 200 is another phone by now.
        let forwarded = try self.phones[0].expectCall()
        forwarded.respond(200, body: self.phones[0].audio())
        try call.expect(200)
        let later = alice.invite("200", offer: alice.audio())
        let second = try self.phones[1].expectCall()
        second.respond(200, body: self.phones[1].audio())
        try later.expect(200)
        call.bye()
        later.bye()
        try self.judge()
        #expect(simulation.records.suffix(2).map(\.dialplan.number).sorted() == [1, 2])
    }

    @Test
    func `a transfer joins calls of two dialplans, and each record names its own`() throws {
        let simulation = self.stage.simulation
        let alice = simulation.alice()
        let call = try self.stage.connect(alice)
        call.agrees(alice)
        simulation.run(for: .seconds(2))
        try self.reload(2)
        self.stage.carol.flashes()
        try self.stage.carol.expect("a dial tone", within: .seconds(3)) {
            !self.stage.carol.hears.isDisjoint(with: ["dl", "sl"])
        }
        self.stage.carol.dials("200")
        let consulted = try self.phones[1].expectCall()
        consulted.agrees(self.phones[1])
        consulted.respond(180)
        try self.reload(3)
        consulted.respond(200, body: self.phones[1].audio())
        try self.stage.carol.expectTalk()
        simulation.run(for: .seconds(2))
        self.stage.carol.hangsUp()
        simulation.run(for: .seconds(3))
        try self.reload(4)
        call.bye()
        try consulted.expectBye()
        try self.judge()
        let versions = simulation.records.map { ($0.extension, $0.dialplan.number) }
        #expect(versions.contains { $0 == ("100-1", 1) })
        #expect(versions.contains { $0 == ("200-2", 2) })
        #expect(versions.count == 2)
        let joined = simulation.observations.contains { observation in
            if case .legTransferred = observation { true } else { false }
        }
        #expect(joined)
    }

    @Test
    func `a line that is dialing keeps its digit map, and gets the new one when it dials again`() throws {
        let simulation = self.stage.simulation
        self.stage.carol.goesOffHook()
        try self.stage.carol.expectTone("dl")
        self.stage.carol.dials("2")
        simulation.run(for: .seconds(1))
        let packets = simulation.network.wire.count
        try self.reload(2)
        simulation.run(for: .seconds(1))
        #expect(self.maps(after: packets).isEmpty)
        self.stage.carol.dials("00")
        // The number came by the old map; the call that it makes begins with the new dialplan.
        let call = try self.phones[1].expectCall()
        call.respond(200, body: self.phones[1].audio())
        try self.stage.carol.expectTalk()
        self.stage.carol.hangsUp()
        try call.expectBye()
        #expect(self.maps(after: packets).isEmpty)
        self.stage.carol.goesOffHook()
        try self.stage.carol.expectTone("dl")
        #expect(self.maps(after: packets) == [Self.map(2).written.description])
        try self.judge()
    }

    @Test
    func `a dialplan comes back with its digit maps`() throws {
        try self.reload(2)
        let dialplan = try Self.dialplan(1)
        self.stage.simulation.withGateway { gateway, now in
            gateway.replaceDialplan(dialplan, digitMaps: ["default": Self.map(1)], by: .rollback, at: now)
        }
        let packets = self.stage.simulation.network.wire.count
        try self.stage.carol.calls("200")
        let call = try self.phones[0].expectCall()
        call.respond(486)
        self.stage.simulation.run(for: .seconds(2))
        #expect(self.maps(after: packets) == [Self.map(1).written.description])
        try self.judge()
    }
}

extension PhoneCall {
    /// Agrees to every offer of the gateway, as phones do.
    fileprivate func agrees(_ phone: Phone) {
        var version = 1
        self.onRequest = { request in
            guard request.method == .update || request.method == .invite else {
                return false
            }
            version += 1
            let answers = ["sendonly": "recvonly", "recvonly": "sendonly", "inactive": "inactive"]
            let direction = answers[request.direction] ?? "sendrecv"
            let body = phone.audio(direction: request.body.isEmpty ? "sendrecv" : direction, version: version)
            self.reply(200, to: request.method, body: body)
            return true
        }
    }
}
