import CallControl
import DecisionClient
import DialplanEngine
import ProtocolKit
import Testing
import tandem

struct DecisionConfigurationTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try TandemConfiguration(text: text, file: "t.yaml")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test
    func `what is said of a decision reaches call control and the client`() throws {
        let text = """
            decisions:
              - name: fraud
                url: http://127.0.0.1:8080/route
                timeout: 250ms
                questions: 7
                largest-question: 8KiB
                largest-answer: 4KiB
                connections: 3
                connection-idle: 9s
                breaker: {failures: 2, rest: 4s}
              - {name: credit, url: "http://credit.example.net/"}
            """
        let read = try TandemConfiguration(text: text, file: "t.yaml")
        var settings = DecisionSettings()
        settings.timeout = .milliseconds(250)
        settings.questions = 7
        settings.questionOctets = 8192
        settings.breaker.failures = 2
        settings.breaker.rest = .seconds(4)
        #expect(read.calls.decisions == ["fraud": settings, "credit": DecisionSettings()])
        var fraud = DecisionServer(name: "fraud", url: try DecisionURL("http://127.0.0.1:8080/route"))
        fraud.timeout = .milliseconds(250)
        fraud.answerOctets = 4096
        fraud.idleConnections = 3
        fraud.idleTime = .seconds(9)
        #expect(
            read.decisions == [
                fraud, DecisionServer(name: "credit", url: try DecisionURL("http://credit.example.net/")),
            ]
        )
    }

    @Test
    func `the settings that are printed are those that nothing means`() {
        let printed = TandemConfiguration.defaultText
        #expect(printed.contains("#    timeout: 500ms\n") && DecisionSettings().timeout == .milliseconds(500))
        #expect(printed.contains("#    questions: 64\n") && DecisionSettings().questions == 64)
        #expect(printed.contains("#    largest-question: 32KiB\n") && DecisionSettings().questionOctets == 32_768)
        #expect(printed.contains("#      failures: 5\n") && DecisionSettings().breaker.failures == 5)
        #expect(printed.contains("#      rest: 10s\n") && DecisionSettings().breaker.rest == .seconds(10))
    }

    @Test(arguments: [
        (
            "decisions:\n  - {name: a}\n",
            "t.yaml:2:6: decisions[0].url: missing; write where it is asked, as http://127.0.0.1:8080/route"
        ),
        (
            "decisions:\n  - {name: a, url: \"https://a/\"}\n",
            "t.yaml:2:20: decisions[0].url: `https://a/` cannot be asked: TLS is not available yet; write http:// and keep "
                + "the way there private"
        ),
        (
            "decisions:\n  - {url: \"http://a/\"}\n",
            "t.yaml:2:6: decisions[0].name: missing; give it the name by which dialplans ask it"
        ),
        (
            "decisions:\n  - {name: a, url: \"http://a/\"}\n  - {name: a, url: \"http://b/\"}\n",
            "t.yaml:3:12: decisions[1].name: the name `a` is taken by another decision"
        ),
        (
            "decisions:\n  - {name: a, url: \"http://a/\", timeout: 2m}\n",
            "t.yaml:2:42: decisions[0].timeout: `2m` is not from 10ms to 30s"
        ),
        (
            "decisions:\n  - {name: a, url: \"http://a/\", breaker: {failure: 2}}\n",
            "t.yaml:2:43: decisions[0].breaker.failure: unknown key; did you mean `failures`?"
        ),
    ])
    func `what is wrong with a decision is told with its place`(text: String, problem: String) {
        #expect(self.problems(text) == [problem])
    }
}
