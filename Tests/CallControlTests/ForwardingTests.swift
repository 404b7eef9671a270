import CallControl
import CallModel
import ProtocolKit
import Testing

/// Lines that forward their calls to numbers, which are dialed in the line's own context.
struct ForwardingTests {
    private static let plan = """
        <dialplan>
        <context name='main'>
        <extension name='line'><condition field='destination-number' expression='2..'>
        <action application='bridge' data='sip:line$0@b|sip:late@b' media='direct'/></condition></extension>
        </context>
        <context name='house'>
        <extension name='inside'><condition field='destination-number' expression='2..'>
        <action application='set' data='caller-name=nobody'/>
        <action application='bridge' data='sip:line$0@b' media='direct'/></condition></extension>
        <extension name='outside'><condition field='destination-number' expression='0(.+)'>
        <action application='bridge' data='trunk/carrier/$1|trunk/backup/$1' media='direct'/></condition></extension>
        <extension name='barred'><condition field='destination-number' expression='9.*'>
        <action application='reject' cause='21'/></condition></extension>
        <extension name='echo'><condition field='destination-number' expression='8.*'>
        <action application='answer-and-echo'/></condition></extension>
        </context>
        </dialplan>
        """

    private static func forwarded(
        to number: ByteString,
        _ value: Q850Cause = .redirection,
        context: ByteString = "house"
    ) -> LegEvent {
        .redirected(
            [.dialed(number, context: context)],
            ReleaseCause(value, location: .user, origin: .mgcpEvent("L/cfu"))
        )
    }

    private var script: CallScript

    init() throws {
        self.script = try CallScript(plan: Self.plan)
        _ = self.script.call(CallScript.setup("201"))
    }

    @Test
    mutating func `a number is routed in the context of the line, stage after stage, before the rest of the hunt`() {
        #expect(self.script.placed(1, Self.forwarded(to: "0123")) == ["B2 place trunk/carrier/123 offer 4000"])
        #expect(self.script.placed(1, .released(.normal)) == [])
        let failed = LegEvent.released(.status(503, .temporaryFailure))
        #expect(self.script.placed(2, failed) == ["B3 place trunk/backup/123 offer 4000"])
        #expect(self.script.placed(3, failed) == ["B4 place sip:late@b offer 4000"])
        _ = self.script.caller(.released(.normal))
        self.script.finish(CallScript.placed(4))
    }

    @Test(
        arguments: [
            (Q850Cause.redirection, Diversion.Reason.unconditional), (.userBusy, .userBusy), (.noAnswer, .noAnswer),
            (.noUserResponding, .noAnswer), (.destinationOutOfOrder, .unavailable), (.subscriberAbsent, .unavailable),
        ]
    )
    mutating func `who is called then learns who forwarded the call and why`(
        value: Q850Cause,
        reason: Diversion.Reason
    ) {
        self.script.controller.receive(
            Self.forwarded(to: "202", value),
            from: CallScript.placed(1),
            at: self.script.now
        )
        var diversions: [Diversion] = []
        while let output = self.script.controller.nextOutput() {
            if case .command(.place(let setup, _, _), _) = output {
                diversions = setup.diversions
                #expect(setup.caller.displayName.isEmpty)
            }
        }
        #expect(diversions == [Diversion(party: Party(user: "201"), reason: reason)])
    }

    @Test
    mutating func `lines that forward to each other end in a loop`() {
        #expect(self.script.placed(1, Self.forwarded(to: "202")) == ["B2 place sip:line202@b offer 4000"])
        #expect(self.script.placed(2, Self.forwarded(to: "201")) == ["B3 place sip:late@b offer 4000"])
        #expect(self.script.placed(3, .released(.status(503, .temporaryFailure))) == ["A release 25 loop"])
        self.script.finish(CallScript.caller)
    }

    @Test
    mutating func `forwarding is followed a bounded number of times`() throws {
        self.script = try CallScript(plan: Self.plan) { $0.maximumRedirections = 2 }
        _ = self.script.call(CallScript.setup("201"))
        _ = self.script.placed(1, Self.forwarded(to: "202"))
        _ = self.script.placed(2, Self.forwarded(to: "203"))
        #expect(self.script.placed(3, Self.forwarded(to: "204")) == ["B4 place sip:late@b offer 4000"])
        #expect(self.script.placed(4, .released(.status(503, .temporaryFailure))) == ["A release 25 loop"])
        self.script.finish(CallScript.caller)
    }

    @Test(
        arguments: [
            ("800", "house", "A release 3 noRoute"), ("700", "house", "A release 3 dialplan"),
            ("202", "nowhere", "A release 3 dialplan"),
        ] as [(ByteString, ByteString, String)]
    )
    mutating func `a number that leads to no other target fails like a target`(
        number: ByteString,
        context: ByteString,
        expected: String
    ) {
        #expect(
            self.script.placed(1, Self.forwarded(to: number, context: context)) == ["B2 place sip:late@b offer 4000"]
        )
        let said = self.script.placed(2, .released(.status(503, .temporaryFailure)))
        #expect(said == [expected])
        self.script.finish(CallScript.caller)
    }

    @Test
    mutating func `a number that the context rejects is rejected`() {
        #expect(self.script.placed(1, Self.forwarded(to: "9000", .userBusy)) == ["A release 21 dialplan"])
        self.script.finish(CallScript.caller)
    }
}
