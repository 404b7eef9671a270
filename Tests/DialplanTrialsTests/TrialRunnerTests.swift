import DialplanEngine
import DialplanTrials
import ProtocolKit
import Testing

/// Each word of an expectation is judged by what the parties of a real call saw.
struct TrialRunnerTests {
    private static let plan = """
        <extension name="closed"><condition field="destination-number" expression="closed">
        <action application="reject" cause="user-busy" reason="Come back later"/></condition></extension>
        <extension name="moved"><condition field="destination-number" expression="moved">
        <action application="redirect" data="sip:1@192.0.2.1,sip:2@192.0.2.2"/></condition></extension>
        <extension name="echo"><condition field="destination-number" expression="echo">
        <action application="answer-and-echo" duration="10s"/></condition></extension>
        <extension name="tone"><condition field="destination-number" expression="tone">
        <action application="answer-and-play-tone" frequency="440" duration="10s"/></condition></extension>
        <extension name="help" emergency="true"><condition field="destination-number" expression="112">
        <action application="bridge" data="trunk/carrier/112"/></condition></extension>
        <extension name="mark" continue="true"><condition field="destination-number" expression="(.*)">
        <action application="set" data="dialed=$1"/></condition></extension>
        <extension name="team"><condition field="destination-number" expression="team">
        <action application="bridge" data="[timeout=15s]user/anna|user/ben,line/lobby" timeout="30s" ringback="generate"/>
        </condition></extension>
        <extension name="away"><condition field="destination-number" expression="away(\\d+)">
        <action application="bridge" data="sip:$1@far.example.net:5080"/></condition></extension>
        <extension name="hidden"><condition field="destination-number" expression="hidden">
        <action application="set" data="privacy=true"/><action application="bridge" data="trunk/carrier/5"/>
        </condition></extension>
        <extension name="circuit"><condition field="destination-number" expression="circuit">
        <action application="bridge" data="trunk/pbx/77"/></condition></extension>
        <extension name="call"><condition field="destination-number" expression="user(.*)">
        <action application="bridge" data="user/$1"/></condition></extension>
        """

    private static let head = "users=\"anna ben\" lines=\"lobby=201 desk\" trunks=\"carrier\" trunk-groups=\"pbx\""

    private func mismatches(_ inside: String) throws -> [String] {
        try TrialBenchFixture.mismatches(Self.plan, inside, head: Self.head)
    }

    @Test(arguments: [
        ("closed", "extension='closed' status='486' cause='user-busy' reason='Come back later' legs='none'"),
        ("moved", "status='302' redirect='sip:1@192.0.2.1 sip:2@192.0.2.2' answered-by='nobody'"),
        ("echo", "answered-by='gateway' hears='echo' talk-time='10s' cause='normal-clearing'"),
        ("tone", "answered-by='gateway' hears='tone-440' talk-time='10s'"),
        ("112", "emergency='true' answered-by='trunk/carrier/112'"),
        ("userben", "emergency='false' answered-by='user/ben' hears='none'"),
        ("usernobody", "status='404' cause='unallocated-number'"),
        ("nothing", "extension='mark' status='404' cause='no-route-to-destination'"),
        ("circuit", "answered-by='trunk/pbx/77'"),
    ])
    func `what the caller gets is judged`(number: String, expected: String) throws {
        #expect(
            try self.mismatches("<call from='user/anna' to='\(number)' hangs-up='20s'/><expect \(expected)/>") == []
        )
    }

    @Test(arguments: [
        ("closed", "extension='open'", "extension: expected open, seen closed"),
        ("closed", "status='404'", "status: expected 404, seen 486"),
        ("closed", "cause='call-rejected'", "cause: expected call-rejected, seen user-busy"),
        ("closed", "reason='Busy'", "reason: expected Busy, seen Come back later"),
        ("closed", "answered-by='gateway'", "answered-by: expected gateway, seen nobody"),
        ("closed", "emergency='true'", "emergency: expected true, seen false"),
        ("closed", "hears='echo'", "hears: expected echo, seen none"),
        ("closed", "redirect='sip:1@192.0.2.1'", "redirect: expected sip:1@192.0.2.1, seen none"),
        ("closed", "talk-time='1s'", "talk-time: expected 1s, seen 0s"),
        ("moved", "redirect='none'", "redirect: expected none, seen sip:1@192.0.2.1 sip:2@192.0.2.2"),
        ("tone", "hears='tone-441'", "hears: expected tone-441, seen tone-440"),
        ("userben", "legs='none'", "legs: expected none, seen user/ben"),
        ("userben", "answered-by='user/anna'", "answered-by: expected user/anna, seen user/ben"),
        ("nothing", "extension=''", "extension: expected , seen mark"),
    ])
    func `what the caller does not get is told`(number: String, expected: String, message: String) throws {
        #expect(try self.mismatches("<call from='user/anna' to='\(number)'/><expect \(expected)/>") == [message])
    }

    @Test
    func `legs are judged one by one`() throws {
        let call = """
            <call from="user/anna" caller-name="Anna" to="team"/><peer target="user/anna" does="ring"/>
            <peer target="user/ben" does="answer" after="20s"/><peer target="line/*" does="ring"/>
            """
        let right = """
            <expect answered-by="user/ben" hears="ringback">
            <leg target="user/anna" at="0" rings="15s" answered="false" caller-name="Anna" caller-number="anna"/>
            <leg target="user/ben" number="ben" at="15s" rings="20s" answered="true" cause="normal-clearing">
            <header name="Privacy" present="false"/><header name="from" contains="anna@"/></leg>
            <leg target="line/lobby" at="15s" answered="false" caller-number="anna"/></expect>
            """
        #expect(try self.mismatches(call + right) == [])

        let wrong = """
            <expect><leg target="user/anna" at="5s" rings="16s" answered="true" caller-name="Ben" caller-number="ben"/>
            <leg target="user/ben" number="carl" cause="user-busy">
            <header name="Privacy" present="true"/><header name="Call-ID" equals="x"/></leg>
            <leg target="line/lobby"><header name="Privacy" present="false"/></leg></expect>
            """
        let found = try self.mismatches(call + wrong)
        let beginnings = [
            "caller-number of leg 1 (user/anna): expected ben, seen anna",
            "caller-name of leg 1 (user/anna): expected Ben, seen Anna", "at of leg 1 (user/anna): expected 5s, seen",
            "rings of leg 1 (user/anna): expected 16s, seen",
            "answered of leg 1 (user/anna): expected true, seen false",
            "number of leg 2 (user/ben): expected carl, seen ben",
            "cause of leg 2 (user/ben): expected user-busy, seen normal-clearing",
            "header Privacy of leg 2 (user/ben): expected present, seen absent",
            "header Call-ID of leg 2 (user/ben): expected x, seen",
            "header Privacy of leg 3 (line/lobby): expected an INVITE, seen no INVITE arrived there",
        ]
        #expect(found.count == beginnings.count)
        for (seen, beginning) in zip(found, beginnings) {
            #expect(seen.hasPrefix(beginning))
        }
    }

    @Test(arguments: [
        ("does='busy'", "status='486' cause='user-busy'"), ("does='reject'", "status='403' cause='call-rejected'"),
        ("does='decline'", "status='603' cause='call-rejected'"), ("does='absent'", "status='480'"),
        ("status='503'", "status='503'"), ("cause='unallocated-number'", "status='404' cause='unallocated-number'"),
        ("does='silence'", "answered-by='nobody'"),
        ("does='redirect' to='sip:9@192.0.2.9'", "answered-by='sip:9@192.0.2.9'"),
        ("does='ring'", "status='480' cause='no-answer'"),
        ("does='answer' hangs-up='3s'", "answered-by='user/ben' talk-time='3s'"),
    ])
    func `a peer behaves as it is told`(peer: String, expected: String) throws {
        let inside = """
            <call from="user/anna" to="userben" hangs-up="9s"/><peer target="user/ben" \(peer)/><expect \(expected)/>
            """
        #expect(try self.mismatches(inside) == [])
    }

    @Test(arguments: [
        ("does='busy'", "cause='user-busy'"), ("does='ring'", "cause='no-answer'"),
        ("does='absent'", "answered-by='nobody'"),
        ("does='silence'", "answered-by='nobody'"),
        ("does='answer' hangs-up='3s'", "answered-by='line/desk' talk-time='3s'"),
    ])
    func `a line behaves as it is told`(peer: String, expected: String) throws {
        let plan = TrialBenchFixture.rule("desk", "1", "<action application=\"bridge\" data=\"line/desk\"/>")
        let inside = """
            <call from="line/lobby" to="1" hangs-up="9s"/><peer target="line/desk" \(peer)/><expect \(expected)/>
            """
        #expect(try TrialBenchFixture.mismatches(plan, inside, head: Self.head) == [])
    }

    @Test(arguments: [
        ("does='answer' after='2s'", "answered-by='trunk/pbx/77'"), ("does='ring'", "answered-by='nobody'"),
        ("does='busy'", "answered-by='nobody'"),
    ])
    func `a circuit behaves as it is told`(peer: String, expected: String) throws {
        let inside = """
            <call from="user/anna" to="circuit"/><peer target="trunk/pbx/*" \(peer)/><expect \(expected)/>
            """
        #expect(try self.mismatches(inside) == [])
    }

    @Test
    func `whoever is at the address of a URI is called`() throws {
        let inside = """
            <call from="user/anna" to="away42"/><expect answered-by="sip:42@far.example.net:5080">
            <leg target="sip:42@far.example.net:5080" number="42"/></expect>
            """
        #expect(try self.mismatches(inside) == [])
    }

    @Test
    func `privacy and asserted identities are seen in headers`() throws {
        let inside = """
            <call from="user/anna" to="hidden"/><expect><leg target="trunk/carrier/5" caller-number="anonymous">
            <header name="Privacy" contains="id"/><header name="P-Asserted-Identity" contains="anna"/></leg></expect>
            """
        #expect(try self.mismatches(inside) == [])
    }

    @Test
    func `a caller who gives up ends the call`() throws {
        let inside = """
            <call from="user/anna" to="userben" gives-up="5s"/><peer target="*" does="ring"/>
            <expect status="487" answered-by="nobody"><leg target="user/ben" rings="5s"/></expect>
            """
        #expect(try self.mismatches(inside) == [])
    }

    @Test
    func `variables and actions of the decision are judged`() throws {
        let call = "<call from='user/anna' to='userben'/>"
        #expect(
            try self.mismatches(
                call + "<expect><variable name='dialed' value='userben'/><action does='bridge user/ben'/></expect>"
            ) == []
        )
        #expect(
            try self.mismatches(
                call
                    + "<expect><variable name='dialed' value='x'/><variable name='y' value=''/><action does='z'/></expect>"
            ) == [
                "variable dialed: expected x, seen userben", "variable y: expected , seen not set",
                "action: expected z, seen bridge user/ben",
            ]
        )
    }

    /// Every fact that a test can say is the one that the plan sees.
    @Test(arguments: [
        ("user", "anna", "from='user/anna' to='1'"), ("user", "lobby", "from='line/lobby' to='1'"),
        ("caller-number", "anna", "from='user/anna' to='1'"), ("caller-number", "201", "from='line/lobby' to='1'"),
        ("caller-number", "0301", "from='trunk/carrier' to='1' caller-number='0301'"),
        ("caller-name", "Anna B", "from='user/anna' to='1' caller-name='Anna B'"),
        ("trunk", "carrier", "from='trunk/carrier' to='1'"), ("trunk", "pbx", "from='trunk/pbx' to='1'"),
        ("protocol", "mgcp", "from='line/lobby' to='1'"), ("protocol", "sip", "from='user/anna' to='1'"),
        ("transport", "tcp", "from='user/anna' to='1' transport='tcp'"),
        ("listener", "lan", "from='user/anna' to='1' listener='lan'"),
        ("listener", "mgcp", "from='line/lobby' to='1'"),
        ("source-address", "192\\.0\\.2\\.9", "from='address/192.0.2.9' to='1'"),
        ("destination-host", "example\\.net", "from='user/anna' to='1' host='example.net'"),
        ("diverting-number", "300", "from='trunk/carrier' to='1' diverting-number='300'"),
        ("destination-number", "a b#c", "from='user/anna' to='a b#c'"),
        ("context", "main", "from='stranger' to='1'"),
    ])
    func `a fact of a test is a fact of the call`(field: String, expression: String, call: String) throws {
        let plan = """
            <extension name="yes"><condition field="\(field)" expression="\(expression)">
            <action application="answer-and-echo"/></condition></extension>
            """
        let inside = "<call \(call)/><expect extension='yes' answered-by='gateway'/>"

        #expect(try TrialBenchFixture.mismatches(plan, inside, head: Self.head) == [])
    }

    @Test(arguments: [
        ("<call from='user/carl' to='1'/>", "from: expected somebody who exists, seen no user carl"),
        ("<call from='line/x' to='1'/>", "from: expected somebody who exists, seen no line x"),
        ("<call from='trunk/x' to='1'/>", "from: expected somebody who exists, seen no trunk or trunk-group x"),
        (
            "<call from='user/anna' to='1' context='mian'/>",
            "context: expected one of the plan (did you mean \"main\"?)"
        ),
    ])
    func `a case that cannot be played says why`(call: String, message: String) throws {
        let found = try self.mismatches(call + "<expect status='404'/>")

        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(message) == true, "\(found)")
    }

    @Test
    func `a failed case has its explanation and its packets`() throws {
        let cases = "<case name=\"one\"><call from=\"user/anna\" to=\"closed\"/><expect status=\"200\"/></case>"
        let results = try TrialBenchFixture.bench(Self.plan, cases: cases, head: Self.head).run { _ in }
        let result = try #require(results.first)

        #expect(!result.isPassed)
        #expect(result.explanation?.decision.extensionName == "closed")
        #expect(result.ladder.contains { $0.contains("INVITE sip:closed@") })
        #expect(result.ladder.contains { $0.contains("486 Come back later") })
        #expect(result.place.description == "t.xml:2")
    }

    @Test
    func `cases are chosen by what is in their names`() throws {
        let cases = ["first", "second", "first again"].map { name in
            "<case name=\"\(name)\"><call from=\"user/anna\" to=\"closed\"/><expect status=\"486\"/></case>"
        }
        let bench = try TrialBenchFixture.bench(Self.plan, cases: cases.joined(), head: Self.head)

        #expect(bench.caseCount == 3)
        #expect(bench.filtered(by: "first").caseCount == 2)
        #expect(bench.filtered(by: "third").caseCount == 0)
    }
}
