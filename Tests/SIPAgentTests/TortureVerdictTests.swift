import CallModel
import ProtocolKit
import SIPAgent
import SIPSyntax
import TestCorpora
import Testing

/// The answers of the whole agent to the messages of RFC 4475, by the verdicts of its sections.
struct TortureVerdictTests {
    /// What may come back, by the name of the message in the RFC's archive.
    private static let verdicts: [(name: String, allowed: Set<UInt16>)] = [
        ("intmeth", [501, 405, 404, 403]),
        ("esc02", [501, 405, 404, 403]),
        ("badinv01", [400]),
        ("clerr", [400]),
        ("ncl", [400]),
        ("scalar02", [400]),
        ("quotbal", [400]),
        ("ltgtruri", [400]),
        ("lwsruri", [400]),
        ("regbadct", [400]),
        ("badvers", [505]),
        ("mismatch01", [400]),
        ("mismatch02", [501, 400, 405]),
        ("insuf", [400]),
        ("unkscm", [416]),
        ("novelsc", [416, 404]),
        ("unksm2", [400, 401, 404, 405]),
        ("bext01", [420]),
        ("invut", [415, 488]),
        ("multi01", [400]),
        ("mcl01", [400]),
        ("zeromf", [483, 200, 404]),
        ("sdp01", [406, 400, 488]),
    ]

    /// These must be understood: anything but a refusal of their form.
    private static let understood = [
        "wsinv", "esc01", "escnull", "lwsdisp", "longreq", "dblreq", "semiuri", "transports", "mpart01", "regaut01",
        "cparam01", "cparam02", "regescrt", "inv2543",
    ]

    /// These must not be answered.
    private static let unanswered = ["unreason", "noreason", "scalarlg", "bigcode", "bcast"]

    /// The first final status, or the first provisional one, or `nil`.
    private func status(of name: String) throws -> UInt16? {
        let bytes = try TortureMessages.rfc4475.octets(name)
        var driver = AgentDriver()
        driver.expectsReadable = false
        driver.agent.receive(.datagram(bytes, from: AgentDriver.peer, on: AgentDriver.listener), at: .start)
        driver.drain()
        let statuses = driver.octets.compactMap { UInt16(String(decoding: $0.dropFirst(8).prefix(3), as: UTF8.self)) }
        return statuses.first { $0 >= 200 } ?? statuses.first
    }

    @Test(arguments: Self.verdicts.map(\.name))
    func `a message gets the status of its section`(name: String) throws {
        let status = try #require(try self.status(of: name))
        let allowed = Self.verdicts.first { $0.name == name }?.allowed ?? []
        #expect(allowed.contains(status), "\(name) got \(status)")
    }

    @Test(arguments: Self.understood)
    func `an unusual message is understood`(name: String) throws {
        let status = try #require(try self.status(of: name))
        #expect(![400, 414, 505, 513].contains(status), "\(name) got \(status)")
    }

    @Test(arguments: Self.unanswered)
    func `a broken response gets no answer`(name: String) throws {
        #expect(try self.status(of: name) == nil)
    }

    @Test(.enabled(if: Corpora.arePresent, "there are no corpora beside the package"))
    func `no message of any corpus harms the agent`() throws {
        let files = try Corpora.entries().filter { $0.kind.hasPrefix("sip") }
        #expect(files.count > 100)
        var driver = AgentDriver()
        driver.expectsReadable = false
        for file in files {
            let bytes = try Corpora.octets(file.path)
            driver.agent.receive(.datagram(bytes, from: AgentDriver.peer, on: AgentDriver.listener), at: driver.now)
            driver.drain()
        }
        for report in driver.reports {
            driver.perform(.alert(inBand: .none), on: report.leg)
            driver.perform(.release(.normal), on: report.leg)
        }
        driver.wait(.seconds(120))
        #expect(driver.agent.isIdle)
    }
}
