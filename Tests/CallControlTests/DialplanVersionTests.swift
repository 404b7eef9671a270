import CallControl
import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// A call and everything in it is routed by the dialplan that was live when it began.
struct DialplanVersionTests {
    private static func dialplan(_ number: UInt32) throws -> Dialplan {
        let text = """
            <dialplan><context name='main'>
            <extension name='number \(number)'><condition field='destination-number' expression='2..'>
            <action application='bridge' data='sip:$0@\(number)|sip:late@\(number)' media='direct'/>
            </condition></extension>
            </context></dialplan>
            """
        return try DialplanReader().read([DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8))])
            .numbered(DialplanVersion(number: number, digest: UInt64(number) << 60))
    }

    private var script: CallScript

    init() throws {
        self.script = try CallScript("<action application='reject' cause='1'/>")
        self.script.controller.replaceDialplan(try Self.dialplan(1), by: .reload, at: .start)
        _ = self.script.drain()
    }

    private mutating func replace(_ number: UInt32) throws {
        self.script.controller.replaceDialplan(try Self.dialplan(number), by: .reload, at: self.script.now)
        _ = self.script.drain()
    }

    @Test
    mutating func `a number that a call is forwarded to is routed by the call's own dialplan`() throws {
        #expect(self.script.call(CallScript.setup("201")) == ["B1 place sip:201@1 offer 4000"])
        try self.replace(2)
        let forwarded = LegEvent.redirected([.dialed("202", context: "main")], .local(.dialplan, .redirection))
        #expect(self.script.placed(1, forwarded) == ["B2 place sip:202@1 offer 4000"])
        let other = self.script.call(CallScript.setup("203"), from: CallScript.incoming(2))
        #expect(other == ["B3 place sip:203@2 offer 4000"])
    }

    @Test
    mutating func `the record, the summary and the observation name the version`() throws {
        _ = self.script.call(CallScript.setup("201"))
        #expect(self.script.controller.summaries.map(\.dialplan.number) == [1])
        try self.replace(2)
        #expect(self.script.controller.summaries.map(\.dialplan.description) == ["1-100000"])
        #expect(self.script.controller.dialplanVersion.description == "2-200000")
        _ = self.script.caller(.released(.normal))
        self.script.finish(CallScript.placed(1))
        #expect(self.script.records.map(\.dialplan.number) == [1])
        let routed = self.script.observations.compactMap { observation in
            if case .callRouted(_, _, let version) = observation { version.number } else { nil }
        }
        #expect(routed == [1])
    }

    @Test
    mutating func `the calls of each dialplan are counted until they have ended`() throws {
        _ = self.script.call(CallScript.setup("201"))
        try self.replace(2)
        _ = self.script.call(CallScript.setup("202"), from: CallScript.incoming(2))
        let counts = self.script.controller.callsOfDialplans.map { "\($0.key): \($0.value)" }.sorted()
        #expect(counts == ["1-100000: 1", "2-200000: 1"])
        _ = self.script.caller(.released(.normal))
        _ = self.script.placed(1, .released(.normal))
        _ = self.script.wait(.seconds(5))
        #expect(self.script.controller.callsOfDialplans.map(\.key.number) == [2])
        _ = self.script.report(.released(.normal), from: CallScript.incoming(2))
        _ = self.script.placed(2, .released(.normal))
        _ = self.script.wait(.seconds(5))
        #expect(self.script.controller.isEmpty)
    }

    @Test
    mutating func `a replacement and a refusal are observed`() throws {
        self.script.controller.replaceDialplan(try Self.dialplan(2), by: .rollback, at: .start)
        self.script.controller.refuseDialplan(problems: 3)
        _ = self.script.drain()
        let seen = self.script.observations.suffix(2).map { observation in
            switch observation {
            case .dialplanReplaced(let change, let former, let version): "\(change) \(former) \(version)"
            case .dialplanRefused(let kept, let problems): "\(kept) \(problems)"
            default: "something else"
            }
        }
        #expect(seen == ["rollback 1-100000 2-200000", "2-200000 3"])
    }

    @Test
    func `a version shows its number and the beginning of its digest`() {
        #expect(DialplanVersion(number: 7, digest: 0x3F9A_2C01_0000_0000).description == "7-3f9a2c")
        #expect(DialplanVersion(number: 12, digest: 0xAB).digestText == "00000000000000ab")
        #expect(DialplanVersion.unnumbered.description == "0-000000")
    }
}
