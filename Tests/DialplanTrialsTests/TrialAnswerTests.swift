import DialplanEngine
import DialplanTrials
import ProtocolKit
import Testing

/// Plans that ask decision servers, with what these answer written in the test file.
struct TrialAnswerTests {
    private static let plan =
        TrialBenchFixture.rule(
            "asks",
            "9.*",
            """
            <action application="ask" decision="fraud"/>
            <action application="reject" cause="temporary-failure"/>
            """
        ) + TrialBenchFixture.rule("plain", "1", "<action application=\"bridge\" data=\"user/ben\"/>")

    private static let head = "users=\"anna ben\" trunks=\"carrier\" decisions=\"fraud\""

    private func mismatches(_ inside: String) throws -> [String] {
        try TrialBenchFixture.mismatches(Self.plan, "<call from='user/anna' to='900'/>" + inside, head: Self.head)
    }

    @Test(arguments: [
        (
            "<answer decision='fraud'><action application='bridge' data='user/ben'/></answer>",
            "answered-by='user/ben' extension='asks'"
        ),
        (
            "<answer decision='fraud' after='400ms'><action application='set' data='caller-number=7'/>"
                + "<action application='bridge' data='trunk/carrier/49'/></answer>",
            "answered-by='trunk/carrier/49'"
        ),
        (
            "<answer decision='fraud'><action application='transfer' context='main' data='1'/></answer>",
            "answered-by='user/ben' extension='plain'"
        ),
        ("<answer decision='fraud' does='silence'/>", "status='503' answered-by='nobody' extension='asks'"),
        ("<answer decision='fraud' does='failure'/>", "status='503'"),
        ("<answer decision='fraud' does='no-opinion'/>", "status='503'"),
        ("<answer decision='fraud' after='2s'><action application='bridge' data='user/ben'/></answer>", "status='503'"),
        ("<answer decision='fraud'><action application='bridge' data='trunk/carier/1'/></answer>", "status='503'"),
        ("", "status='503'"),
    ])
    func `an answer is followed, and whatever else comes leads to the default`(answer: String, expected: String) throws
    {
        #expect(try self.mismatches(answer + "<expect \(expected)/>") == [])
    }

    @Test(arguments: [
        ("<answer decision='fraud'/>", "the server says nothing; add an `action`, or `does`"),
        (
            "<answer decision='fraud' does='silence'><action application='answer'/></answer>",
            "the server cannot do both; keep one of an `action`, or `does`"
        ),
        ("<answer does='silence'/>", "missing in `answer`; write the name that the plan asks, as fraud"),
        (
            "<answer decision='fraud' does='nothing'/>",
            "`nothing` is not known; known: silence, failure, no-opinion"
        ),
    ])
    func `an answer that says nothing is refused`(answer: String, message: String) {
        let error = #expect(throws: TrialFileError.self) { try self.mismatches(answer + "<expect status='503'/>") }
        #expect(error?.problems.map(\.message) == [message])
    }

    @Test
    func `a plan that asks a server which the file does not name is refused`() {
        #expect(throws: DialplanError.self) {
            try TrialBenchFixture.mismatches(Self.plan, "<call from='user/anna' to='1'/><expect status='200'/>")
        }
    }
}
