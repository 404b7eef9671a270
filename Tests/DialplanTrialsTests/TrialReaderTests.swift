import DialplanTrials
import ProtocolKit
import Testing

struct TrialReaderTests {
    private func read(_ text: String) throws(TrialFileError) -> TrialSuite {
        try TrialReader().read(Array(text.utf8), file: "t.xml")
    }

    private func problems(_ text: String) -> [String] {
        do throws(TrialFileError) {
            _ = try self.read(text)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    /// A file with one case that has this inside, on the second line.
    private func file(_ inside: String, head: String = "") -> String {
        "<dialplan-tests context=\"main\" \(head)>\n<case name=\"one\">\(inside)</case></dialplan-tests>"
    }

    @Test
    func `a whole file is read`() throws {
        let suite = try self.read(
            """
            <dialplan-tests plan="a.xml b.xml" context="main" users="anna ben" lines="lobby=201 202" trunks="carrier"
                            trunk-groups="pbx">
              <peer target="user/*" does="ring"/>
              <case name="one" time="2026-12-24T18:00:00+01:00">
                <before from="line/lobby" to="*72301"/>
                <call from="trunk/carrier" to="0123" caller-number="+491" caller-name="Dora" host="example.net"
                      transport="tcp" diverting-number="300" hangs-up="never" gives-up="5s">
                  <header name="Subject" value="x"/>
                </call>
                <peer target="user/anna" does="busy" after="2s"/>
                <peer target="trunk/carrier/*" cause="34"/>
                <peer target="sip:*" does="redirect" to="sip:a@b sip:c@d"/>
                <expect extension="x" answered-by="user/ben" status="200" cause="normal-clearing" reason="OK"
                        redirect="none" hears="echo tone-440" emergency="false" talk-time="1s">
                  <leg target="user/ben" number="ben" caller-number="+491" caller-name="Dora" at="0" rings="500ms"
                       answered="true" cause="16">
                    <header name="Subject" equals="x"/>
                    <header name="Privacy" present="false"/>
                  </leg>
                  <variable name="v" value=""/>
                  <action does="bridge user/ben"/>
                </expect>
              </case>
            </dialplan-tests>
            """
        )

        #expect(suite.plans == ["a.xml", "b.xml"])
        #expect(suite.names.lines.map(\.name) == ["lobby", "202"])
        #expect(suite.names.lines.map(\.number) == ["201", "202"])
        #expect(suite.names.circuitGroups == ["pbx"])
        #expect(suite.peers.map(\.behavior) == [.rings])
        let one = try #require(suite.cases.first)
        #expect(one.time?.seconds == 1_798_131_600)
        #expect(one.before.map(\.caller) == [.line("lobby")])
        #expect(one.call.caller == .trunk("carrier"))
        #expect(one.call.hangsUpAfter == nil)
        #expect(one.call.givesUpAfter == .seconds(5))
        #expect(one.peers.map(\.after) == [.seconds(2), .zero, .zero])
        #expect(one.peers.last?.behavior == .redirects(to: ["sip:a@b", "sip:c@d"]))
        #expect(one.expectation.redirect == [])
        #expect(one.expectation.hears == ["echo", "tone-440"])
        #expect(one.expectation.legs?.first?.ringsFor == .milliseconds(500))
        #expect(one.expectation.legs?.first?.headers.map(\.rule) == [.equals("x"), .isAbsent])
    }

    @Test
    func `what is not said has its default`() throws {
        let suite = try self.read(self.file("<call from=\"stranger\" to=\"1\"/><expect legs=\"none\"/>"))
        let one = try #require(suite.cases.first)

        #expect(one.call.context == "main")
        #expect(one.call.caller == .address("203.0.113.1"))
        #expect(one.call.hangsUpAfter == .seconds(1))
        #expect(one.call.givesUpAfter == nil)
        #expect(one.expectation.legs?.isEmpty == true)
    }

    @Test(arguments: [
        ("<expect status='404'/>", "t.xml:2: the case has no `call`; add one with `from` and `to`"),
        ("<call from='user/a' to='1'/>", "t.xml:2: the case has no `expect`; say what must come of the call"),
        (
            "<call from='user/a' to='1'/><expect/>",
            "t.xml:2: the case expects nothing, so it could never fail; add for example `answered-by`"
        ),
        ("<call to='1'/><expect status='404'/>", "t.xml:2: from: missing in `call`; write user/NAME,"),
        ("<call from='bob' to='1'/><expect status='404'/>", "t.xml:2: from: `bob` is nobody; write user/NAME,"),
        ("<call from='address/x' to='1'/><expect status='404'/>", "t.xml:2: from: `address/x` is nobody"),
        ("<call from='address/2001:db8::1' to='1'/><expect status='404'/>", "t.xml:2: from: `address/2001:db8::1` is"),
        (
            "<before from='stranger' to='1'/><call from='user/a' to='1'/><expect status='404'/>",
            "t.xml:2: a user and a stranger cannot both call"
        ),
        ("<call from='user/a'/><expect status='404'/>", "t.xml:2: to: missing in `call`; write what is dialed"),
        (
            "<call from='user/a' to='1' caler-name='x'/><expect status='404'/>",
            "t.xml:2: caler-name: `call` has no such key; did you mean \"caller-name\"?"
        ),
        (
            "<call from='user/a' to='1' caller-number='2'/><expect status='404'/>",
            "t.xml:2: caller-number: a user calls under its own name"
        ),
        (
            "<call from='line/a' to='x'/><expect cause='3'/>",
            "t.xml:2: to: `x` cannot be dialed on a line; use digits, * and #"
        ),
        ("<call from='line/a' to='1' host='h'/><expect cause='3'/>", "t.xml:2: host: a line has no say in this"),
        (
            "<call from='user/a' to='1'/><expect stats='404'/>",
            "t.xml:2: stats: `expect` has no such key; did you mean \"status\"?"
        ),
        (
            "<call from='user/a' to='1'/><expect status='99'/>",
            "t.xml:2: status: `99` is no final SIP status; write 200 to 699"
        ),
        ("<call from='user/a' to='1'/><expect cause='busy'/>", "t.xml:2: cause: `busy` is no cause"),
        ("<call from='user/a' to='1'/><expect hears='music'/>", "t.xml:2: hears: `music` is no sound"),
        ("<call from='user/a' to='1'/><expect legs='2'/>", "t.xml:2: legs: takes only `none`"),
        ("<call from='user/a' to='1'/><expect talk-time='soon'/>", "t.xml:2: talk-time: `soon` is not a time span"),
        ("<call from='user/a' to='1'/><expect emergency='yes'/>", "t.xml:2: emergency: `yes` is neither"),
        ("<call from='user/a' to='1'/><expect><leg/></expect>", "t.xml:2: target: missing in `leg`"),
        (
            "<call from='user/a' to='1'/><expect><leg target='x'><header name='A'/></leg></expect>",
            "t.xml:2: header: a header needs one of `equals`, `contains` and `present`"
        ),
        (
            "<call from='user/a' to='1'/><expect><leg target='x'><header name='A:' present='true'/></leg></expect>",
            "t.xml:2: name: `A:` is no name of a header"
        ),
        (
            "<call from='user/a' to='1'/><peer target='x'/><expect status='404'/>",
            "t.xml:2: the peer does nothing; add `does`, `status` or `cause`"
        ),
        (
            "<call from='user/a' to='1'/><peer target='x' does='busy' status='486'/><expect status='404'/>",
            "t.xml:2: the peer does several things; keep one of `does`, `status` and `cause`"
        ),
        (
            "<call from='user/a' to='1'/><peer target='x' does='busi'/><expect status='404'/>",
            "t.xml:2: does: `busi` is not known; did you mean \"busy\"?"
        ),
        (
            "<call from='user/a' to='1'/><peer target='x' does='redirect'/><expect status='404'/>",
            "t.xml:2: to: does=\"redirect\" needs where to"
        ),
        (
            "<call from='user/a' to='1'/><call from='user/a' to='1'/><expect status='404'/>",
            "t.xml:2: the case has a second `call`; it takes one"
        ),
        ("<caller/><call from='user/a' to='1'/><expect status='404'/>", "t.xml:2: caller: cannot stand in `case`"),
    ])
    func `a case that cannot be meant is refused with its place`(inside: String, message: String) {
        let found = self.problems(self.file(inside))

        #expect(found.first?.hasPrefix(message) == true, "\(found)")
    }

    @Test(arguments: [
        ("", "t.xml:1"),
        ("<dialplan/>", "t.xml:1: the file begins with `dialplan`; tests are inside `dialplan-tests`"),
        ("<dialplan-tests/>", "t.xml:1: the file has no case; add a `case` with a `call` and an `expect`"),
        ("<dialplan-tests><case></dialplan-tests>", "t.xml:1"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><dialplan-tests/>", "t.xml:1: a document type"),
    ])
    func `a file that is no test file is refused`(text: String, message: String) {
        let found = self.problems(text)

        #expect(found.first?.hasPrefix(message) == true, "\(found)")
    }

    @Test
    func `two cases of one name, and one name for two, are refused`() {
        let one = "<case name='x'><call from='user/a' to='1'/><expect status='404'/></case>"
        let found = self.problems("<dialplan-tests users='a' trunks='a'>\n\(one)\n\(one)\n</dialplan-tests>")

        #expect(
            found == [
                "t.xml:1: `a` stands twice among users, lines, trunks and trunk-groups; remove one",
                "t.xml:3: name: `x` is already at t.xml:2; give each case a name of its own",
            ]
        )
    }

    @Test(arguments: [
        "2026-12-24", "2026-12-24T18:00:00", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-12-24 18:00:00Z",
        "2026-12-24T24:00:00Z", "2026-12-24T18:00:00+1", "1969-12-31T23:59:59Z", "2026-12-24T18:00:00Zx", "",
    ])
    func `a moment that is none is refused`(text: String) {
        #expect(CivilTime(iso8601: text) == nil)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2024-02-29T12:30Z", 1_709_209_800), ("2026-12-24T18:00:00+01:00", 1_798_131_600),
        ("2026-07-01T00:00:00-03:30", 1_782_876_600), ("2000-03-01T00:00:00Z", 951_868_800),
    ])
    func `a moment is read with its distance from UTC`(text: String, seconds: Int64) {
        #expect(CivilTime(iso8601: text)?.seconds == seconds)
    }
}
