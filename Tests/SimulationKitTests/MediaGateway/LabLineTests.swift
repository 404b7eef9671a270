import MGCPSyntax
import ProtocolKit
import SimulationKit
import Testing

/// RFC 3435 §2.3.3, §2.3.4, §4.4.1 and RFC 3660 §2.4: events, signals and digits of a line of the lab.
struct LabLineTests {
    private var agent = CommandedGateway()

    @Test
    mutating func `a requested event is told with the name of the request`() throws {
        #expect(self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: AB\nR: L/hd(N)").first?.hasPrefix("200 1") == true)
        let told = try #require(self.agent.change { $0.goOffHook("aaln/1", at: $1) }.first)
        #expect(told.hasPrefix("NTFY "))
        #expect(told.value("X") == "AB")
        #expect(told.value("O") == "L/hd")
    }

    @Test
    mutating func `an event that nobody asked for is not told, unless it is persistent`() {
        #expect(self.agent.change { $0.goOffHook("aaln/1", at: $1) }.isEmpty)
        self.agent = CommandedGateway { $0.persistentEvents = [EventName("L", "hd")] }
        #expect(self.agent.change { $0.goOffHook("aaln/1", at: $1) }.first?.value("X") == "0")
    }

    @Test
    mutating func `a dial tone sounds until the first digit, and the digit map decides`() throws {
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hu(N), D/[0-9#*T](D)\nD: (2xx|9x.T)\nS: L/dl")
        #expect(self.agent.endpoint().hears == ["dl"])
        self.agent.change { $0.dial("200", on: "aaln/1", gap: .milliseconds(100), at: $1) }
        #expect(self.agent.wait(.milliseconds(150)).isEmpty)
        #expect(self.agent.endpoint().hears.isEmpty)
        let told = self.agent.wait(.milliseconds(200))
        #expect(told.first?.value("O") == "D/2, D/0, D/0")
    }

    @Test
    mutating func `the timer ends a number that could go on`() {
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hu(N), D/[0-9#*T](D)\nD: (2xx|9x.T)")
        self.agent.change { $0.dial("912", on: "aaln/1", gap: .milliseconds(100), at: $1) }
        #expect(self.agent.wait(.seconds(4)).isEmpty)
        #expect(self.agent.wait(.milliseconds(400)).first?.value("O") == "D/9, D/1, D/2, D/T")
    }

    @Test
    mutating func `what cannot become a number is told at once, and hanging up tells what there is`() {
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hu(N), D/[0-9#*T](D)\nD: (2xx)")
        self.agent.change { $0.dial("23", on: "aaln/1", gap: .milliseconds(100), at: $1) }
        self.agent.wait(.seconds(1))
        let told = self.agent.change { $0.goOnHook("aaln/1", at: $1) }
        #expect(told.first?.value("O") == "D/2, D/3, L/hu")
        self.agent = CommandedGateway()
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: D/[0-9#*T](D)\nD: (2xx)")
        self.agent.change { $0.dial("7", on: "aaln/1", gap: .milliseconds(100), at: $1) }
        #expect(self.agent.wait(.seconds(1)).first?.value("O") == "D/7")
    }

    @Test
    mutating func `ringing shows the caller and stops when the receiver is lifted`() {
        self.agent.send(
            "RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hd(N)\nS: L/rg, L/ci(11/26/14/05,\"5551234\",\"Alice\")"
        )
        #expect(self.agent.endpoint().rings?.number == "5551234")
        #expect(self.agent.endpoint().rings?.name == "Alice")
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        #expect(self.agent.endpoint().rings == nil)
    }

    @Test
    mutating func `a time-out signal ends by itself, and that is told when it was asked for`() {
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/oc(N)\nS: L/bz(to=5000)")
        #expect(self.agent.wait(.milliseconds(4900)).isEmpty)
        #expect(self.agent.endpoint().hears == ["bz"])
        #expect(self.agent.wait(.milliseconds(200)).first?.value("O") == "L/oc(L/bz)")
        #expect(self.agent.endpoint().hears.isEmpty)
    }

    @Test
    mutating func `an on-off signal stays until it is turned off`() {
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nS: L/vmwi(+)")
        self.agent.send("RQNT 2 aaln/1@rgw MGCP 1.0\nX: 2")
        #expect(self.agent.endpoint().signals.map(\.event) == ["vmwi"])
        self.agent.send("RQNT 3 aaln/1@rgw MGCP 1.0\nX: 3\nS: L/vmwi(-)")
        #expect(self.agent.endpoint().signals.isEmpty)
    }

    @Test(arguments: [
        ("X: 1\nR: L/hd(N)", true, "401"), ("X: 1\nS: L/rg", true, "401"), ("X: 1\nR: L/hu(N)", false, "402"),
        ("X: 1\nS: L/dl", false, "402"), ("X: 1\nR: ZZ/hd(N)", false, "518"), ("X: 1\nR: L/zz(N)", false, "522"),
        ("X: 1\nR: L/ci(N)", false, "512"), ("X: 1\nS: L/oc", false, "513"), ("X: 1\nS: ZZ/dl", false, "518"),
        ("X: 1\nR: D/[0-9](D)", true, "519"), ("X: 1\nR: D/[0-9](D)\nD: (Kxx)", true, "537"),
        ("X: 1\nR: L/hd(N,A)", false, "523"), ("X: 1\nS: A/ann", true, "538"), ("X: 1\nQ: maybe", false, "508"),
        ("X: 1\nS: G/rt@FF", true, "515"), ("R: L/hd(N)", false, "510"), ("X: 1\nR: L/hd(N)", false, "200"),
    ])
    mutating func `a request that cannot be served has its code`(lines: String, isOffHook: Bool, code: String) {
        if isOffHook {
            self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        }
        #expect(self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\n\(lines)").first?.hasPrefix("\(code) 1") == true)
    }

    @Test
    mutating func `notifications go in steps, and events wait for the next request`() {
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hd(N)\nT: L/hu")
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.answer()
        #expect(self.agent.change { $0.goOnHook("aaln/1", at: $1) }.isEmpty)
        let answers = self.agent.send("RQNT 2 aaln/1@rgw MGCP 1.0\nX: 2\nR: L/hu(N)")
        #expect(answers.count == 2)
        #expect(answers.contains { $0.value("O") == "L/hu" && $0.value("X") == "2" })
    }

    @Test
    mutating func `a request that discards forgets what waited`() {
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hd(N)\nT: L/hu")
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.answer()
        self.agent.change { $0.goOnHook("aaln/1", at: $1) }
        let answers = self.agent.send("RQNT 2 aaln/1@rgw MGCP 1.0\nX: 2\nR: L/hu(N)\nQ: discard")
        #expect(answers.first?.hasPrefix("402") == true)
    }

    @Test
    mutating func `a request that loops allows many notifications, one at a time`() {
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: D/[0-9](N)\nQ: loop")
        self.agent.change { $0.dial("12", on: "aaln/1", gap: .milliseconds(50), at: $1) }
        #expect(self.agent.wait(.milliseconds(200)).compactMap { $0.value("O") } == ["D/1"])
        #expect(self.agent.answer().compactMap { $0.value("O") } == ["D/2"])
    }

    @Test
    mutating func `an embedded request takes over without a word`() {
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hd(A, E(R(D/[0-9](D), L/hu(N)), S(L/dl), D(xx)))")
        #expect(self.agent.change { $0.goOffHook("aaln/1", at: $1) }.isEmpty)
        #expect(self.agent.endpoint().hears == ["dl"])
        self.agent.change { $0.dial("12", on: "aaln/1", gap: .milliseconds(50), at: $1) }
        #expect(self.agent.wait(.milliseconds(200)).first?.value("O") == "L/hd, D/1, D/2")
    }

    @Test
    mutating func `signals go on when the event says so`() {
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hf(N,K)\nS: G/rt")
        self.agent.change { $0.flash("aaln/1", at: $1) }
        #expect(self.agent.endpoint().hears == ["rt"])
    }
}
