import CallModel
import DecisionClient
import ProtocolKit
import Testing

/// The client and a server on loopback that does everything right or wrong.
@Suite(.timeLimit(.minutes(1)))
struct DecisionClientTests {
    /// A client of one server, and what it delivers.
    private struct Bench {
        let client: DecisionClient
        private var results: AsyncStream<(DecisionID, DecisionResult)>.Iterator

        init(port: Int, _ configure: (inout DecisionServer) -> Void = { _ in }) throws {
            var server = DecisionServer(name: "fraud", url: try DecisionURL("http://127.0.0.1:\(port)/route?x=1"))
            server.timeout = .seconds(5)
            configure(&server)
            let (stream, continuation) = AsyncStream<(DecisionID, DecisionResult)>.makeStream()
            self.results = stream.makeAsyncIterator()
            self.client = DecisionClient(servers: [server]) { continuation.yield(($0, $1)) }
        }

        func ask(_ number: UInt64, _ body: String = "{}", server: ByteString = "fraud") {
            let request = DecisionRequest(id: DecisionID(number), server: server, body: Array(body.utf8))
            self.client.carryOut(.ask(request))
        }

        mutating func next() async -> (id: UInt64, result: DecisionResult)? {
            await self.results.next(isolation: nil).map { ($0.0.number, $0.1) }
        }

        /// Asks and waits.
        mutating func result(_ number: UInt64, _ body: String = "{}") async -> DecisionResult? {
            self.ask(number, body)
            let next = await self.next()
            #expect(next?.id == number)
            return next?.result
        }
    }

    private static func ok(_ body: String, fields: String = "") -> String {
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)"
    }

    private static func text(_ result: DecisionResult?) -> String? {
        if case .answered(let octets) = result { String(decoding: octets, as: UTF8.self) } else { nil }
    }

    /// The result of one request that is answered so.
    private func result(
        of reply: RawServer.Reply,
        _ configure: (inout DecisionServer) -> Void = { _ in }
    ) async throws -> DecisionResult? {
        let server = try await RawServer { _ in reply }
        var bench = try Bench(port: server.port, configure)
        let result = await bench.result(1)
        bench.client.shutdown()
        try await server.stop()
        return result
    }

    @Test
    func `a question is a POST, and questions share a connection`() async throws {
        let server = try await RawServer { request in .send(Self.ok("[\(request.number)]")) }
        var bench = try Bench(port: server.port)
        for number in 1...3 {
            let result = await bench.result(UInt64(number), "{\"n\":\(number)}")
            #expect(Self.text(result) == "[\(number)]")
        }
        #expect(server.connections == 1)
        #expect(
            server.requests.first?.text == "POST /route?x=1 HTTP/1.1\r\nhost: 127.0.0.1:\(server.port)\r\n"
                + "user-agent: Tandem\r\naccept: application/json\r\ncontent-type: application/json\r\n"
                + "content-length: 7\r\n\r\n{\"n\":1}"
        )
        bench.client.shutdown()
        try await server.stop()
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n1\r\n \r\n0\r\n\r\n", "{} "),
        ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}", "{}"),
        ("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", "{}"),
        ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "{}"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", ""),
    ])
    func `bodies in every framing are read`(reply: String, body: String) async throws {
        #expect(Self.text(try await self.result(of: .send(reply))) == body)
    }

    @Test
    func `a body that ends with the connection is read`() async throws {
        #expect(Self.text(try await self.result(of: .sendAndClose("HTTP/1.1 200 OK\r\n\r\n{}"))) == "{}")
    }

    private static let long = String(repeating: "x", count: 101)
    private static let chunk = "33\r\n" + String(repeating: "x", count: 0x33) + "\r\n"

    private static let failures: [(String, DecisionResult)] = [
        ("HTTP/1.1 204 No Content\r\n\r\n", .noOpinion),
        ("HTTP/1.1 500 Oops\r\nContent-Length: 2\r\n\r\n{}", .failed(.status(500))),
        ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", .failed(.status(302))),
        ("SSH-2.0-server\r\n\r\n", .failed(.notHTTP)),
        ("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", .failed(.notHTTP)),
        ("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n\(Self.long)", .failed(.tooLong)),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(Self.chunk)\(Self.chunk)0\r\n\r\n",
            .failed(.tooLong)
        ),
    ]

    @Test(arguments: Self.failures)
    func `what is no answer is told as what it is`(reply: String, expected: DecisionResult) async throws {
        #expect(try await self.result(of: .send(reply)) { $0.answerOctets = 100 } == expected)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}"])
    func `a connection that is lost before the end is told`(part: String) async throws {
        let result = try await self.result(of: .sendAndClose(part))
        guard case .failed(.unreachable) = result else {
            Issue.record("\(String(describing: result))")
            return
        }
    }

    @Test
    func `a server that says nothing costs its time, and its connection is closed`() async throws {
        let server = try await RawServer { $0.connection == 1 ? .silence : .send(Self.ok("{}")) }
        var bench = try Bench(port: server.port) { $0.timeout = .milliseconds(100) }
        #expect(await bench.result(1) == .failed(.timedOut))
        #expect(Self.text(await bench.result(2)) == "{}")
        #expect(server.connections == 2)
        bench.client.shutdown()
        try await server.stop()
    }

    @Test
    func `where nobody listens the server cannot be reached`() async throws {
        let server = try await RawServer { _ in .silence }
        let port = server.port
        try await server.stop()
        var bench = try Bench(port: port)
        guard case .failed(.unreachable) = await bench.result(1) else {
            Issue.record("somebody answered")
            return
        }
        bench.client.shutdown()
    }

    @Test
    func `a connection that the server closes when it is used again is replaced`() async throws {
        let server = try await RawServer { request in
            request.number == 1 ? .send(Self.ok("{}")) : .sendAndClose("")
        }
        var bench = try Bench(port: server.port)
        #expect(Self.text(await bench.result(1)) == "{}")
        #expect(Self.text(await bench.result(2)) == "{}")
        #expect(server.connections == 2)
        bench.client.shutdown()
        try await server.stop()
    }

    @Test
    func `nothing comes of a question that is withdrawn`() async throws {
        let server = try await RawServer { request in
            request.text.contains("quiet") ? .silence : .send(Self.ok("{}"))
        }
        var bench = try Bench(port: server.port)
        bench.ask(1, "{\"quiet\":1}")
        bench.client.carryOut(.withdraw(DecisionID(1)))
        bench.client.carryOut(.withdraw(DecisionID(9)))
        #expect(Self.text(await bench.result(2)) == "{}")
        bench.client.shutdown()
        try await server.stop()
    }

    @Test
    func `questions at the same time are answered each for itself, and few connections are kept`() async throws {
        let server = try await RawServer { request in
            .send(Self.ok(String(request.text.suffix { !$0.isNewline })))
        }
        var bench = try Bench(port: server.port) { $0.idleConnections = 2 }
        for number in 1...20 {
            bench.ask(UInt64(number), "[\(number)]")
        }
        var seen: Set<UInt64> = []
        for _ in 1...20 {
            let next = await bench.next()
            #expect(Self.text(next?.result) == next.map { "[\($0.id)]" })
            seen.insert(next?.id ?? 0)
        }
        #expect(seen == Set(1...20))
        // What is asked now finds a connection that was kept.
        let before = server.connections
        #expect(Self.text(await bench.result(21, "[21]")) == "[21]")
        #expect(server.connections == before)
        bench.client.shutdown()
        try await server.stop()
    }

    @Test
    func `a server that the client does not know is told at once`() async throws {
        var bench = try Bench(port: 9)
        bench.ask(1, server: "other")
        #expect(await bench.next()?.result == .failed(.unknown))
        bench.client.shutdown()
    }
}

extension String {
    /// What stands at the end of which `predicate` holds.
    fileprivate func suffix(while predicate: (Character) -> Bool) -> Substring {
        self[(self.lastIndex { !predicate($0) }.map { self.index(after: $0) } ?? self.startIndex)...]
    }
}
