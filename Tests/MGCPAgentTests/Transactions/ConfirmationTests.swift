import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// `K:` and 000 (RFC 3435 §3.5.2, §3.5.6).
struct ConfirmationTests {
    private var driver = LayerDriver()

    private static let askForConfirmation = "200 1 OK\r\nK:\r\n"

    @Test
    mutating func `a final response with an empty K is confirmed at once, and again when it comes again`() {
        self.driver.send()
        _ = self.driver.takeSent()
        for _ in 0..<2 {
            self.driver.receive(Self.askForConfirmation)
            #expect(self.driver.takeSent() == ["000 1 Response acknowledgement\r\n"])
        }
        #expect(self.driver.responses.count == 1)
    }

    @Test
    mutating func `a response to an unknown transaction is ignored unless it asks for a 000`() {
        self.driver.receive("200 55 OK\r\n")
        #expect(self.driver.takeSent().isEmpty)
        self.driver.receive("200 55 OK\r\nK:\r\n")
        #expect(self.driver.takeSent() == ["000 55 Response acknowledgement\r\n"])
        #expect(self.driver.responses.isEmpty)
    }

    @Test
    mutating func `a provisional response is not confirmed`() {
        self.driver.send()
        _ = self.driver.takeSent()
        self.driver.receive("100 1 Trying\r\nK:\r\n")
        #expect(self.driver.takeSent().isEmpty)
    }

    @Test
    mutating func `a response for transaction 0 changes nothing`() {
        self.driver.send()
        self.driver.receive("510 0 Protocol error\r\n")
        self.driver.drain()
        #expect(self.driver.responses.isEmpty)
        #expect(self.driver.violations.count == 1)
    }

    @Test
    mutating func `a peer that never uses K is sent none`() {
        for id in 1...3 {
            self.driver.send()
            self.driver.receive("200 \(id) OK\r\n")
        }
        #expect(!self.driver.takeSent().joined().contains("K:"))
    }

    @Test
    mutating func `the next command to a peer that uses K confirms what came from it, once, in ranges`() {
        self.driver.send()
        self.driver.receive(Self.askForConfirmation)
        for _ in 2...6 {
            self.driver.send()
        }
        for id in [4, 2, 6, 3] {
            self.driver.receive("200 \(id) OK\r\n")
        }
        _ = self.driver.takeSent()
        self.driver.send()
        self.driver.send()
        let messages = self.driver.takeSent().joined().components(of: "\r\n.\r\n")
        #expect(
            messages == [
                "RQNT 7 aaln/1@gw.example MGCP 1.0\r\nK: 2-4, 6\r\nX: 1",
                "RQNT 8 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\n",
            ]
        )
    }

    @Test
    mutating func `one command confirms sixteen responses at most`() {
        self.driver.send()
        self.driver.receive(Self.askForConfirmation)
        for _ in 0..<40 {
            self.driver.send()
        }
        for id in 2...41 {
            self.driver.receive("200 \(id) OK\r\n")
        }
        _ = self.driver.takeSent()
        self.driver.send()
        #expect(self.driver.takeSent().first?.contains("\r\nK: 26-41\r\n") == true)
    }

    @Test
    mutating func `a range over all numbers is followed to a bound`() {
        self.driver.receive("NTFY 300 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        self.driver.receive("NTFY 200 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        self.driver.drain()
        self.driver.respond()
        self.driver.respond(back: 1)
        _ = self.driver.takeSent()
        self.driver.receive("000 1\r\nK: 1-999999999\r\n")
        self.driver.receive("NTFY 200 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        #expect(self.driver.takeSent().isEmpty)
        self.driver.receive("NTFY 300 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        #expect(self.driver.takeSent() == ["200 300 OK\r\n"])
    }

    @Test
    mutating func `a malformed K is noted and the command is executed all the same`() {
        self.driver.receive("NTFY 5 aaln/1@gw.example MGCP 1.0\r\nK: 9-x\r\nX: 1\r\nO: L/hd\r\n")
        self.driver.drain()
        #expect(self.driver.commands.count == 1)
        #expect(self.driver.violations.map(\.clause) == ["RFC 3435 §3.2.2.19"])
    }
}

extension String {
    /// The parts between separators.
    fileprivate func components(of separator: String) -> [String] {
        var parts = [""]
        var rest = self[...]
        while let first = rest.first {
            if rest.hasPrefix(separator) {
                rest = rest.dropFirst(separator.count)
                parts.append("")
            } else {
                parts[parts.count - 1].append(first)
                rest = rest.dropFirst()
            }
        }
        return parts
    }
}
