import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Several messages in one datagram (RFC 3435 §3.5.5), and what cannot be read.
struct PiggybackTests {
    private var driver = LayerDriver()

    private static func notify(_ id: Int) -> String {
        "NTFY \(id) aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n"
    }

    @Test
    mutating func `messages of one datagram are executed in their order and what is wrong with one harms no other`() {
        self.driver.send(owner: 4)
        _ = self.driver.takeSent()
        self.driver.receive(
            [Self.notify(1), "NTFY 2 nobody MGCP 1.0\r\n", "rubbish\r\n", "200 1 OK\r\n", Self.notify(3)]
                .joined(separator: ".\r\n")
        )
        self.driver.drain()
        #expect(self.driver.commands.map(\.command.transactionID.number) == [1, 3])
        #expect(self.driver.responses.map(\.owner) == [4])
        #expect(self.driver.violations.count == 2)
        #expect(self.driver.takeSent() == ["500 2 Unknown endpoint\r\n"])
    }

    @Test
    mutating func `an answer and the commands that it causes share a datagram, the answer first`() {
        self.driver.receive(Self.notify(1))
        while let output = self.driver.layer.nextOutput() {
            switch output {
            case .command(_, let id, _):
                self.driver.send()
                self.driver.layer.respond(to: id, MGCPReply(.executed), at: self.driver.now)
            case .send(let bytes, let address):
                self.driver.sent.append((String(decoding: bytes, as: UTF8.self), address))
            case .written: break
            case .response, .provisional, .suspected, .unanswered, .violation:
                Issue.record("nothing else happens")
            }
        }
        #expect(self.driver.takeSent() == ["200 1 OK\r\n.\r\nRQNT 1 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\n"])
    }

    @Test
    mutating func `a datagram of several messages is not larger than 1,400 octets`() {
        let body = ByteString("X: 1\r\nR: L/hd(N)\r\nS: \(String(repeating: "L/rg,", count: 60))L/dl\r\n")
        for owner in 0..<20 {
            self.driver.send(body: body, owner: owner)
        }
        self.driver.receive(Self.notify(1))
        self.driver.drain()
        self.driver.respond()
        let sent = self.driver.takeSent()
        #expect(sent.allSatisfy { $0.utf8.count <= 1_400 })
        #expect(sent.count == 8)
        var datagram = sent.map { MGCPDatagram(Array($0.utf8)) }
        var ids: [UInt32] = []
        for place in datagram.indices {
            while case .command(let command) = datagram[place].next() {
                ids.append(command.transactionID.number)
            }
        }
        #expect(ids == Array(1...20))
    }

    @Test
    mutating func `a single message may be larger`() {
        let body = ByteString("X: 1\r\nS: \(String(repeating: "L/rg,", count: 400))L/dl\r\n")
        self.driver.send(body: body, owner: 1)
        self.driver.send(owner: 2)
        let sizes = self.driver.takeSent().map(\.utf8.count)
        #expect(sizes.count == 2)
        #expect((sizes.first ?? 0) > 2_000)
    }

    @Test
    mutating func `messages to a peer that reads only the first of a datagram travel alone`() {
        self.driver.layer.keepApart(messagesTo: LayerDriver.gateway)
        self.driver.send(owner: 1)
        self.driver.send(owner: 2)
        self.driver.receive("NTFY 2 nobody MGCP 1.0\r\n")
        #expect(self.driver.takeSent().count == 3)
    }

    @Test
    mutating func `each message is shown by itself, with its owner, each time it is sent`() {
        self.driver.receive(Self.notify(1))
        self.driver.drain()
        self.driver.send(owner: 4)
        self.driver.layer.respond(to: self.driver.commands[0].id, MGCPReply(.executed), for: 3, at: self.driver.now)
        self.driver.drain()
        self.driver.receive(Self.notify(1))
        self.driver.drain()
        self.driver.wait(.milliseconds(400))
        self.driver.receive("NTFY 2 nobody MGCP 1.0\r\n")
        self.driver.drain()
        #expect(self.driver.written.map(\.owner) == [4, 3, 3, 4, nil])
        #expect(self.driver.written.map { $0.text.prefix(4) } == ["RQNT", "200 ", "200 ", "RQNT", "500 "])
        #expect(self.driver.sent.count == 4)
    }

    @Test
    mutating func `what the inputs of a turn lead to leaves together at its end`() {
        self.driver.layer.beginTurn()
        self.driver.receive(Self.notify(1))
        self.driver.drain()
        self.driver.respond()
        self.driver.drain()
        self.driver.send(owner: 4)
        self.driver.receive("NTFY 2 nobody MGCP 1.0\r\n")
        #expect(self.driver.takeSent() == [])
        self.driver.layer.endTurn()
        #expect(
            self.driver.takeSent() == [
                "200 1 OK\r\n.\r\n500 2 Unknown endpoint\r\n.\r\nRQNT 1 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\n"
            ]
        )
        // Beyond a turn nothing is held back.
        self.driver.send()
        #expect(self.driver.takeSent().count == 1)
    }

    @Test
    mutating func `messages to different addresses are not joined`() {
        self.driver.send(to: LayerDriver.gateway)
        self.driver.send(to: LayerDriver.other)
        self.driver.drain()
        #expect(self.driver.sent.map(\.to) == [LayerDriver.gateway, LayerDriver.other])
    }

    @Test(arguments: [
        ("RQNT 5 aaln/1@gw.example MGCP 7.0\r\n", "528 5 Incompatible protocol version\r\n"),
        ("N*FY 5 aaln/1@gw.example MGCP 1.0\r\n", "510 5 Protocol error\r\n"),
        ("NTFY 5 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nX: 2\r\n", "510 5 Protocol error\r\n"),
        ("NTFY 5 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nX+Y: 2\r\n", "511 5 Unrecognized extension\r\n"),
    ])
    mutating func `a command that cannot be executed is refused with its code and not remembered`(
        command: String,
        answer: String
    ) {
        self.driver.receive(command)
        #expect(self.driver.takeSent() == [answer])
        #expect(self.driver.commands.isEmpty)
        #expect(self.driver.layer.isIdle)
    }

    @Test(arguments: ["", "\r\n", "\u{1}\u{2}", "GET / HTTP/1.1\r\n\r\n", "200\r\n", "NTFY x y z\r\n"])
    mutating func `what nobody can answer gets nothing but a note`(text: String) {
        self.driver.receive(text)
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.violations.count <= 1)
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `a deviation is told with its clause, once for each address`() {
        for id in 1...3 {
            self.driver.receive("NTFY 0\(id) aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        }
        self.driver.drain()
        #expect(self.driver.commands.count == 3)
        #expect(self.driver.violations.map(\.clause) == ["RFC 3435 §3.2.1.2"])
        #expect(self.driver.violations.map(\.what) == ["leadingZeros"])
    }
}
