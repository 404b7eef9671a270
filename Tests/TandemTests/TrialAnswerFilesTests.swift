import DialplanTrials
import Testing
import tandem

/// Answers of decision servers in test files of either language.
struct TrialAnswerFilesTests {
    @Test
    func `answers in YAML are those in XML`() throws {
        let xml = """
            <dialplan-tests context="main" users="anna" decisions="fraud"><case name="one">
            <call from="user/anna" to="9"/>
            <answer decision="fraud" after="200ms"><action application="reject" cause="user-busy"/></answer>
            <expect status="486"/></case></dialplan-tests>
            """
        let yaml = """
            context: main
            users: [anna]
            decisions: [fraud]
            cases:
              - name: one
                call: {from: user/anna, to: 9}
                answers:
                  - decision: fraud
                    after: 200ms
                    actions: [{application: reject, cause: user-busy}]
                expect: {status: 486}
            """
        let first = try TrialReader().read(Array(xml.utf8), file: "t.xml")
        let second = try TrialReader().read(TrialNode(yaml: yaml, file: "t.yaml"))
        #expect(first.cases.first?.answers == second.cases.first?.answers)
        #expect(first.cases.first?.answers.count == 1)
        #expect(second.names.decisions == ["fraud"])
    }
}
