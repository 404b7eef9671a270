import MGCPSyntax
import ProtocolKit
import SDP
import SimulationKit
import Testing

/// RFC 3435 §2.3.5 to §2.3.9: connections of a media gateway of the lab, command by command.
struct LabConnectionTests {
    private static let remote = """

        v=0
        o=- 1 1 IN IP4 10.0.0.9
        s=-
        c=IN IP4 10.0.0.9
        t=0 0
        m=audio 5004 RTP/AVP 8 0 101
        a=rtpmap:101 telephone-event/8000
        """

    private var agent = CommandedGateway()

    @Test
    mutating func `CRCX gives an identifier and a description, MDCX the other side, DLCX what was carried`() throws {
        let created = try #require(
            self.agent.send("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nL: p:20, a:PCMU\nM: recvonly").first
        )
        #expect(created.hasPrefix("200 1 "))
        let id = try #require(created.value("I"))
        #expect(created.contains("m=audio 40"))
        #expect(created.contains("a=rtpmap:0 PCMU/8000"))
        #expect(!created.contains("PCMA"))
        let modified = self.agent.send("MDCX 2 aaln/1@rgw MGCP 1.0\nC: A1\nI: \(id)\nM: sendrecv\n\(Self.remote)")
        #expect(modified.first?.hasPrefix("200 2 ") == true)
        #expect(self.agent.endpoint().connections.first?.sends == true)
        #expect(self.agent.endpoint().connections.first?.codec?.payloadType == 0)
        self.agent.wait(.seconds(2))
        let deleted = self.agent.send("DLCX 3 aaln/1@rgw MGCP 1.0\nC: A1\nI: \(id)")
        #expect(deleted.first?.hasPrefix("250 3 ") == true)
        #expect(deleted.first?.value("P")?.hasPrefix("PS=100, OS=16000") == true)
        #expect(self.agent.endpoint().connections.isEmpty)
    }

    @Test(arguments: [
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nM: recvonly", "516"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1", "517"),
        ("CRCX 1 aaln/9@rgw MGCP 1.0\nC: A1\nM: recvonly", "500"),
        ("CRCX 1 aaln/1@other MGCP 1.0\nC: A1\nM: recvonly", "500"),
        ("CRCX 1 *@rgw MGCP 1.0\nC: A1\nM: recvonly", "503"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: sendrecv", "527"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: strange", "517"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nL: a:G729", "534"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nL: p:5", "535"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nL: b:8", "526"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nL: x+secret:1", "525"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nL: nt:ATM", "532"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nX+new: 1", "511"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nZ2: aaln/2@rgw", "507"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nO: L/hd", "539"),
        ("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nS: L/dl", "510"),
        ("CRCX 1 aaln/1@rgw MGCP 3.0\nC: A1\nM: recvonly", "528"),
        ("MDCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nI: FF", "515"),
        ("DLCX 1 aaln/1@rgw MGCP 1.0\nC: A1", "516"),
        ("DLCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nI: FF", "515"),
        ("DLCX 1 *@rgw MGCP 1.0", "250"),
        ("XYZZ 1 aaln/1@rgw MGCP 1.0", "504"),
        ("EPCF 1 *@rgw MGCP 1.0\nB: e:A", "200"),
    ])
    mutating func `each fault has its code`(command: String, code: String) {
        #expect(self.agent.send(command).first?.hasPrefix("\(code) 1") == true)
    }

    @Test
    mutating func `a description without a codec in common is refused, and the connection stays as it was`() throws {
        let created = self.agent.send("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\n\(Self.remote)")
        let id = try #require(created.first?.value("I"))
        let other = Self.remote.replacing("RTP/AVP 8 0 101", with: "RTP/AVP 18")
        let refused = self.agent.send("MDCX 2 aaln/1@rgw MGCP 1.0\nC: A1\nI: \(id)\n\(other)")
        #expect(refused.first?.hasPrefix("534") == true)
        #expect(self.agent.endpoint().connections.first?.codec?.payloadType == 0)
        #expect(self.agent.send("MDCX 3 aaln/1@rgw MGCP 1.0\nC: B2\nI: \(id)").first?.hasPrefix("516") == true)
    }

    @Test
    mutating func `any of the idle endpoints is taken until there is none`() {
        for (place, endpoint) in ["aaln/1@rgw", "aaln/2@rgw"].enumerated() {
            let created = self.agent.send("CRCX \(place + 1) aaln/$@rgw MGCP 1.0\nC: A\(place)\nM: inactive")
            #expect(created.first?.value("Z") == endpoint)
        }
        #expect(self.agent.send("CRCX 3 aaln/$@rgw MGCP 1.0\nC: A3\nM: inactive").first?.hasPrefix("410") == true)
    }

    @Test
    mutating func `one connection too many is refused`() {
        for number in 1...3 {
            let created = self.agent.send("CRCX \(number) aaln/1@rgw MGCP 1.0\nC: A\(number)\nM: inactive")
            #expect(created.first?.hasPrefix("200") == true)
        }
        #expect(self.agent.send("CRCX 4 aaln/1@rgw MGCP 1.0\nC: A4\nM: inactive").first?.hasPrefix("540") == true)
        #expect(self.agent.send("DLCX 5 aaln/1@rgw MGCP 1.0\nC: A2").first?.hasPrefix("250") == true)
        #expect(self.agent.endpoint().connections.map(\.callID.description) == ["A1", "A3"])
        #expect(self.agent.send("DLCX 6 aaln/1@rgw MGCP 1.0").first?.hasPrefix("250") == true)
        #expect(self.agent.endpoint().connections.isEmpty)
    }

    @Test
    mutating func `audits tell of endpoints and connections`() throws {
        #expect(self.agent.send("AUEP 1 *@rgw MGCP 1.0").first?.contains("Z: aaln/1@rgw\nZ: aaln/2@rgw") == true)
        let created = self.agent.send("CRCX 2 aaln/1@rgw MGCP 1.0\nC: A1\nM: recvonly\nL: a:PCMA")
        let id = try #require(created.first?.value("I"))
        let endpoint = try #require(self.agent.send("AUEP 3 aaln/1@rgw MGCP 1.0\nF: I, ES, A, X, NS, R").first)
        #expect(endpoint.hasPrefix("510"))
        let known = try #require(self.agent.send("AUEP 4 aaln/1@rgw MGCP 1.0\nF: I, ES, A, X, B/NS, R, RM").first)
        #expect(known.value("I") == id)
        #expect(known.value("ES") == "L/hu")
        #expect(known.value("X") == "0")
        #expect(known.value("RM") == "restart")
        let connection = try #require(self.agent.send("AUCX 5 aaln/1@rgw MGCP 1.0\nI: \(id)\nF: C,M,L,P,LC,RC").first)
        #expect(connection.value("C") == "A1")
        #expect(connection.value("M") == "recvonly")
        #expect(connection.contains("m=audio"))
        #expect(connection.hasSuffix("v=0\n"))
        #expect(self.agent.send("AUCX 6 aaln/1@rgw MGCP 1.0\nI: FF\nF: C").first?.hasPrefix("515") == true)
    }
}
