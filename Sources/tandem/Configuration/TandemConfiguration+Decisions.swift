import CallControl
import DecisionClient
import ProtocolKit

extension TandemConfiguration {
    /// The servers that dialplans ask what becomes of a call.
    mutating func readDecisions(_ root: Section) {
        for section in root.sections("decisions") ?? [] {
            let name = section.required("name", "give it the name by which dialplans ask it")
            if self.calls.decisions[name] != nil {
                section.report("name", "the name `\(name)` is taken by another decision")
            }
            let url = Self.url(section)
            self.calls.decisions[name] = Self.settings(section)
            if let url {
                self.decisions.append(self.server(name, url, section))
            }
            section.end()
        }
    }

    private static func url(_ section: Section) -> DecisionURL? {
        guard let scalar = section.scalar("url") else {
            section.reportMissing("url", "write where it is asked, as http://127.0.0.1:8080/route")
            return nil
        }
        do throws(DecisionURL.Problem) {
            return try DecisionURL(scalar.text)
        } catch {
            section.report(scalar, "`\(scalar.text)` cannot be asked: \(error)")
            return nil
        }
    }

    /// What call control bounds.
    private static func settings(_ section: Section) -> DecisionSettings {
        var settings = DecisionSettings()
        section.read("timeout", in: .milliseconds(10)...(.seconds(30)), into: &settings.timeout)
        section.read("questions", in: 1...100_000, into: &settings.questions)
        section.readSize("largest-question", in: 1024...(1 << 20), into: &settings.questionOctets)
        let breaker = section.section("breaker")
        breaker.read("failures", in: 1...1_000_000, into: &settings.breaker.failures)
        breaker.read("rest", in: .milliseconds(100)...(.seconds(3600)), into: &settings.breaker.rest)
        breaker.end()
        return settings
    }

    /// What whoever talks with it bounds.
    private func server(_ name: ByteString, _ url: DecisionURL, _ section: Section) -> DecisionServer {
        var server = DecisionServer(name: name, url: url)
        server.timeout = self.calls.decisions[name]?.timeout ?? server.timeout
        section.readSize("largest-answer", in: 256...(1 << 20), into: &server.answerOctets)
        section.read("connections", in: 0...1000, into: &server.idleConnections)
        section.read("connection-idle", in: .seconds(1)...(.seconds(3600)), into: &server.idleTime)
        return server
    }
}
