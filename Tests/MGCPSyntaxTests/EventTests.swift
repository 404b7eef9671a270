import MGCPSyntax
import ProtocolKit
import Testing

/// Events, signals, actions and what qualifies them (RFC 3435 §2.1.7, §2.3.3, §3.2.2.4, §3.2.2.16).
struct EventTests {
    private static func code<Value: MGCPParameterValue>(_ type: Value.Type, _ text: String) -> UInt16? {
        do throws(MGCPParseError) {
            _ = try Value(reading: text)
            return nil
        } catch {
            return error.returnCode.number
        }
    }

    @Test(arguments: [
        ("L/hu(N), L/hf(S,N)", "L/hu(N), L/hf(S, N)"), ("L/hu(N), D/[0-9#T](D)", "L/hu(N), D/[0-9#T](D)"), ("hf", "hf"),
        (
            "L/hd(E(R(D/[0-9#T](D),L/hu(N)),S(L/dl),D([0-9].[#T])))",
            "L/hd(E(R(D/[0-9#T](D), L/hu(N)),S(L/dl),D((x.[#T]))))"
        ),
        ("L/hd(E(R(D/[0-9#T](D),L/hu(N)),S(L/dl)))", "L/hd(E(R(D/[0-9#T](D), L/hu(N)),S(L/dl)))"),
        ("X/foobar(N)(epar=2)", "X/foobar(N)(epar=2)"), ("d/dd(N)(dg=#,to=2000)", "d/dd(N)(dg=#,to=2000)"),
        ("R/qa@*", "R/qa@*"), ("G/rt@$, G/rt@0A3F58(N)", "G/rt@$, G/rt@0A3F58(N)"), ("*/all@*", "*/all@*"),
        ("T/all", "T/all"),
        ("[0-9*#A-D]", "[0-9*#ABCD]"), ("D/X(N),D/*(N),D/#(N)", "D/X(N), D/*(N), D/#(N)"),
        ("D/[0-9#*](N), G/ft, fxr/t38", "D/[0-9*#](N), G/ft, fxr/t38"),
        ("L/hd ( N )", "L/hd(N)"), ("l/hd(foo/Bar(x,y))", "l/hd(foo/Bar(x,y))"),
        ("L/hd(A,E(S(L/dl)))", "L/hd(A, E(S(L/dl)))"),
        ("L/hd(E(S(L/dl),R(L/hu)))", "L/hd(E(R(L/hu),S(L/dl)))"), ("L/hd(N,K)", "L/hd(N, K)"),
        ("L/hd(E(R()))", "L/hd(E(R()))"), ("", ""),
    ])
    func `requested events are written in their plainest form`(text: String, expected: String) throws {
        let events = try RequestedEvents(reading: text)

        #expect(Samples.written(events) == expected)
        #expect(try RequestedEvents(reading: expected) == events)
        #expect(Samples.written(try PersistentEvents(reading: text)) == expected)
    }

    @Test(arguments: [
        ("L/hd(", 510), ("L/hd)", 510), ("L/hd(N))", 510), ("L/", 510), ("/hd", 510), ("-L/hd", 510), ("L/hd-", 510),
        ("L/hd(Q)", 523), ("L/hd(NA)", 523), ("L/hd(N,A)", 523), ("L/hd(N,N)", 523), ("L/hd(D,A)", 523),
        ("L/hd(S,K)", 523),
        ("L/hd(I,E(S(L/dl)))", 523), ("L/hd(E)", 510), ("L/hd(E())", 510), ("L/hd(E(X(L/dl)))", 510),
        ("L/hd(E(S(L/dl),S(L/dl)))", 510),
        ("L/hd(E(S(L/dl))", 510), ("L/hd(foo/)", 523), ("L/hd(N)(", 538), ("L/hd(N)(a", 538), ("L/hd(N)(a=(b))", 538),
        ("L/hd@", 510), ("L/hd@,", 510), ("L/hd@0123456789abcdef0123456789ABCDEF0", 510), ("[0-9", 510), ("[]", 510),
        ("[9-0]", 510),
        ("L hd", 510), ("L/hd(N)x", 510), ("L/h\u{FC}", 510),
    ])
    func `what are no requested events is refused`(text: String, code: UInt16) {
        #expect(Self.code(RequestedEvents.self, text) == code, "\(text)")
    }

    @Test(arguments: [
        (
            "L/rg,L/ci(01/02/03/04,\"555 1212\",\"Bob \"\"B\"\" C\")",
            "L/rg, L/ci(01/02/03/04,\"555 1212\",\"Bob \"\"B\"\" C\")"
        ),
        ("L/ci(,,)", "L/ci(,,)"), ("L/ci(10/14/17/26, , P)", "L/ci(10/14/17/26,,P)"),
        ("L/vmwi(+), L/vmwi(-)", "L/vmwi(+), L/vmwi(-)"),
        ("L/rg(to=6000)", "L/rg(to=6000)"), ("L/rg(to(6000))", "L/rg(to(6000))"),
        ("A/ann(http://ann.example.net/x.au, 1234567)", "A/ann(http://ann.example.net/x.au,1234567)"),
        ("L/hd,D/9,D/1,D/T", "L/hd, D/9, D/1, D/T"), ("D/8295555T", "D/8295555T"), ("ms/oc(ms/sup)", "ms/oc(ms/sup)"),
        ("fxr/gwfax(stop, foobar)", "fxr/gwfax(stop,foobar)"),
        ("SL/s(L/dl(to=2),L/rg)", "SL/s(L/dl(to=2),L/rg)"), ("D/5", "D/5"),
        ("MS/sup(addr(k0,5,5,s0))", "MS/sup(addr(k0,5,5,s0))"), ("L/rg()", "L/rg"),
        ("A/ann(a=b=c)", "A/ann(a=b=c)"), ("AU/pa(an=39)", "AU/pa(an=39)"), ("L/rg ()", "L/rg"),
    ])
    func `signals and observed events are written in their plainest form`(text: String, expected: String) throws {
        let signals = try SignalRequests(reading: text)

        #expect(Samples.written(signals) == expected)
        #expect(try SignalRequests(reading: expected) == signals)
        #expect(try ObservedEvents(reading: text).signals == signals.signals)
        #expect(try DetectEvents(reading: text).signals == signals.signals)
        #expect(try EventStates(reading: text).signals == signals.signals)
    }

    @Test(arguments: [
        ("L/ci(", 538), ("L/ci(\"open", 510), ("L/ci(a\"b\")", 538), ("L/ci(a(b)", 538), ("L/ci(a)b", 510),
        ("L/ci(a)(b)", 510),
    ])
    func `what are no signals is refused`(text: String, code: UInt16) {
        #expect(Self.code(SignalRequests.self, text) == code, "\(text)")
    }

    @Test
    func `text that should be quoted is understood and noted`() throws {
        let command = try #require(Samples.command("RQNT 1 a@b MGCP 1.0\nX: 1\nS: L/ci(1, 2 , J\u{F6}rg  B )\n"))
        var deviations = MGCPDeviations()
        let signals = try command.parameters.first(SignalRequests.self, noting: &deviations)

        #expect(signals?.signals.first?.parameters.map(\.text) == ["1", "2", ByteString("J\u{F6}rg  B")])
        #expect(deviations == MGCPDeviations(.unquotedText))
    }

    @Test
    func `parts stand in each other only so deep`() {
        var limits = MGCPLimits()
        limits.nesting = 3

        #expect(throws: Never.self) { try SignalRequests(reading: "a(b(c(d)))", limits: limits) }
        #expect(throws: MGCPParseError.self) { try SignalRequests(reading: "a(b(c(d(e))))", limits: limits) }
        #expect(throws: MGCPParseError.self) { try SignalRequests(reading: "a(b=c=d=e=f)", limits: limits) }
        #expect(Self.code(RequestedEvents.self, String(repeating: "L/hd(E(R(", count: 4_000)) == 502)
        #expect(Self.code(SignalRequests.self, "a" + String(repeating: "(a", count: 4_000)) == 502)
    }

    @Test
    func `lists are bounded`() {
        var limits = MGCPLimits()
        limits.listEntries = 2
        limits.eventParameters = 2

        #expect(throws: MGCPParseError.self) { try SignalRequests(reading: "a,b,c", limits: limits) }
        #expect(throws: MGCPParseError.self) { try SignalRequests(reading: "a(b,c,d)", limits: limits) }
        #expect(throws: Never.self) { try SignalRequests(reading: "a(b,c),d", limits: limits) }
    }

    // MARK: Meaning

    @Test
    func `an embedded request is taken apart`() throws {
        let events = try RequestedEvents(reading: "L/hd(A, E(R(L/hu,D/[0-9*#T](D)),S(L/dl),D(0T|00T)))")
        guard case .embedded(let request) = events.events.first?.actions.last else {
            Issue.record("\(events)")
            return
        }
        #expect(request.events.map(\.isNotified) == [true, false])
        #expect(request.signals == [MGCPSignal(EventName("L", "dl"))])
        #expect(request.digitMap?.alternatives.count == 2)
    }

    @Test
    func `time-outs are read in both forms`() throws {
        let signals = try SignalRequests(reading: "L/rg(to=6000), L/rg(to(6000)), L/rg, L/rg(to=x)").signals

        #expect(signals.map(\.parameters.timeOut) == [6000, 6000, nil, nil])
        #expect(try SignalRequests(reading: "L/vmwi(-)").signals.first?.isTurnedOff == true)
    }

    @Test
    func `digits that were dialed are told`() throws {
        let observed = try ObservedEvents(reading: "D/8295555T, D/*, D/#, D/a, L/hu, D/X").signals

        #expect(observed.map { $0.name.symbols?.map(\.description).joined() } == ["8295555T", "*", "#", "A", nil, nil])
    }

    @Test(arguments: [
        ("L/hd", "l/HD", true), ("hd", "L/hd", true), ("L/hd", "hd", true), ("D/hd", "hd", false),
        ("*/hd", "D/hd", true),
        ("L/all", "L/hu", true), ("L/all", "D/hu", false), ("D/[0-9#]", "D/5", true), ("D/[0-9#]", "D/*", false),
        ("D/[0-9#]", "D/55", false),
        ("D/X", "D/7", true), ("D/X", "D/#", false), ("R/qa@*", "R/qa@1F", true), ("R/qa@*", "R/qa", false),
        ("R/qa@1f", "R/qa@1F", true),
        ("R/qa@1", "R/qa@2", false), ("D/[0-9T]", "D/T", true),
    ])
    func `a request covers the events it should`(pattern: String, name: String, isCovered: Bool) throws {
        let pattern = try #require(try RequestedEvents(reading: pattern).events.first)
        let name = try #require(try ObservedEvents(reading: name).signals.first)

        #expect(pattern.name.covers(name.name, defaultPackage: "L") == isCovered)
    }

    /// The table of RFC 3435 §2.3.3, its rows and columns in the order N S A D K E I.
    @Test
    func `actions combine as the table says`() {
        let embedded = RequestedAction.embedded(EmbeddedRequest())
        let actions: [RequestedAction] = [
            .notify, .swap, .accumulate, .accumulateByDigitMap, .keepSignals, embedded, .ignore,
        ]
        let table = ["NYNNYYN", "YNYNNNY", "NYNNYYN", "NNNNYNN", "YNYYNYY", "YNYNYNN", "NYNNYNN"]
        for (row, text) in zip(actions, table) {
            for (column, cell) in zip(actions, text) {
                #expect(RequestedAction.areCombinable([row, column]) == (cell == "Y"), "\(row) \(column)")
            }
        }
        #expect(RequestedAction.areCombinable([.notify, .extended(package: "x", action: "y", []), .keepSignals]))
    }
}
