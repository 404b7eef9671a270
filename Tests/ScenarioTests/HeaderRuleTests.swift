import CallModel
import DialplanEngine
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Headers that the dialplan adds, removes and replaces, towards the callee and towards the caller.
struct HeaderRuleTests {
    private static func plan(_ actions: String) -> String {
        """
        <dialplan><context name="default"><extension name="all"><condition field="destination-number" expression=".*">
        \(actions)
        <action application="bridge" data="sip:bob@127.0.0.3:5060" media="direct"/>
        </condition></extension></context></dialplan>
        """
    }

    private static func values(_ name: String, in message: SIPMessage) -> [String] {
        message.fields(of: SIPHeaderName(ByteString(name))).map { message.text(in: $0.valueRange).description }
    }

    @Test
    func `each side gets what is meant for it, in order`() throws {
        let simulation = try Scenario.simulation(
            plan: Self.plan(
                """
                <action application="header" add="X-Account" value="one"/>
                <action application="header" add="x-account" value="two"/>
                <action application="header" add="X-Gone" value="three"/>
                <action application="header" remove="x-gone"/>
                <action application="header" replace="Subject" value="to ${destination-number}"/>
                <action application="header" leg="caller" add="X-Back" value="four"/>
                """
            )
        )
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        let invite = try #require(incoming.received)
        #expect(Self.values("X-Account", in: invite) == ["one", "two"])
        #expect(Self.values("X-Gone", in: invite).isEmpty)
        #expect(Self.values("Subject", in: invite) == ["to bob"])
        #expect(Self.values("X-Back", in: invite).isEmpty)
        incoming.respond(180)
        let ringing = try out.expect(180)
        #expect(Self.values("X-Back", in: ringing) == ["four"])
        #expect(Self.values("X-Account", in: ringing).isEmpty)
        incoming.respond(200, body: bob.audio())
        #expect(Self.values("X-Back", in: try out.expect(200)) == ["four"])
        try incoming.expectACK()
        out.bye()
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }

    /// Names and values of every kind, those that a rule takes: what arrives can be read, and says what was meant.
    @Test(arguments: 0..<8)
    func `no rule makes a message that cannot be read`(seed: UInt64) throws {
        var random = IdentifierSource(seed: seed)
        var actions = ""
        var expected: [(name: String, value: String)] = []
        for _ in 0..<400 where expected.count < 20 {
            let name = Self.text(from: Self.nameAlphabet, length: 1 + Int(random.number(below: 12)), &random)
            let value = Self.text(from: Self.valueAlphabet, length: Int(random.number(below: 40)), &random)
            guard HeaderRule(.replace(ByteString(value)), ByteString(name), on: .called) != nil else {
                continue
            }
            for side in ["called", "caller"] {
                let attributes = "leg=\"\(side)\" replace=\"\(name)\" value=\"\(Self.escaped(value))\""
                actions += "<action application=\"header\" \(attributes)/>"
            }
            expected.removeAll { $0.name.lowercased() == name.lowercased() }
            expected.append((name, value))
        }
        #expect(expected.count == 20, "seed \(seed)")
        let simulation = try Scenario.simulation(plan: Self.plan(actions))
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(486)
        let refusal = try out.expect(486)
        for message in [try #require(incoming.received), refusal] {
            for (name, value) in expected {
                #expect(Self.values(name, in: message) == [Self.trimmed(value)], "seed \(seed), header \(name)")
            }
        }
        try simulation.finish(allowsDirectMedia: true)
    }

    private static let nameAlphabet = Array("abcXYZ019-.!%*_+`~:; é\"")
    private static let valueAlphabet = Array("abcXYZ 019;,:=<>@\"'()[]\\/?&é\u{7F}\u{1}")

    private static func text(from alphabet: [Character], length: Int, _ random: inout IdentifierSource) -> String {
        String((0..<length).map { _ in alphabet[Int(random.number(below: UInt64(alphabet.count)))] })
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}
