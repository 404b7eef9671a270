import CallModel
import CallRecords
import Foundation
import ProtocolKit
import Testing
import tandem

struct ControlTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "t-\(UInt32.random(in: 0...UInt32.max))")
        .path

    @Test(arguments: [LegID(.sip, .outgoing, number: 9), LegID(.mgcp, .incoming, number: 1000), nil])
    func `a step of a trace crosses the socket unharmed`(leg: LegID?) throws {
        let entry = TraceEntry(
            call: CallID(shard: 0, sequence: 5),
            leg: leg,
            cause: TraceCause(input: 3, kind: .timer),
            instant: Instant(nanoseconds: 12),
            time: CivilTime(nanoseconds: 34),
            event: .message(
                .sent,
                .tcp,
                local: TransportAddress(.loopbackV4, 5060),
                remote: TransportAddress(IPAddress(high: 0, low: 1), 5061),
                [0x00, 0xFF, 0x41]
            )
        )
        let bytes = try JSONEncoder().encode(TraceStep(entry))
        #expect(try JSONDecoder().decode(TraceStep.self, from: bytes).entry == entry)
    }

    @Test
    func `a socket is for its owner only, and one that was left behind is replaced`() throws {
        let first = try UnixSocket.listen(self.path)
        defer { try? FileManager.default.removeItem(atPath: self.path) }
        let mode = try FileManager.default.attributesOfItem(atPath: self.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(throws: UnixSocket.Failure.self) { try UnixSocket.listen(self.path) }
        first.close()
        let second = try UnixSocket.listen(self.path)
        let client = try UnixSocket.connect(self.path)
        let server = try #require(second.accept())
        #expect(client.write(Array("{}\n".utf8)))
        #expect(server.readLine(limit: 100) == Array("{}".utf8))
        client.close()
        #expect(server.readLine(limit: 100) == nil)
        server.close()
        second.close()
    }

    @Test
    func `a path that no socket can have is refused`() {
        #expect(throws: UnixSocket.Failure.self) { try UnixSocket.listen(String(repeating: "x", count: 200)) }
    }

    @Test
    func `a table has a column as wide as its widest cell`() {
        let table = TextTable(["a", "b"], [["long", "x"], ["y", "z"]])
        #expect(table.text == "a     b\nlong  x\ny     z")
        #expect(TextTable(["a"], []).text == "none")
    }
}

/// What a start, a check and a question to the dialplan begin with.
struct LoadedConfigurationTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "c-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
    }

    private func load(_ configuration: String, _ dialplan: String?) throws -> String {
        defer { try? FileManager.default.removeItem(atPath: self.folder) }
        let path = self.folder + "/tandem.yaml"
        try configuration.write(toFile: path, atomically: false, encoding: .utf8)
        try dialplan?.write(toFile: self.folder + "/plan.xml", atomically: false, encoding: .utf8)
        do throws(LoadError) {
            return try LoadedConfiguration(path: path, environment: [:]).summary
        } catch {
            return error.description.replacingOccurrences(of: self.folder + "/", with: "")
        }
    }

    private let plan = """
        <dialplan>
          <context name="default">
            <extension name="all">
              <condition field="destination-number" expression=".+">
                <action application="reject" cause="user-busy"/>
              </condition>
            </extension>
          </context>
        </dialplan>
        """

    @Test
    func `a configuration and its dialplan are read from the folder of the file`() throws {
        let summary = try self.load("dialplan: {files: [plan.xml]}", self.plan)
        #expect(summary.hasSuffix("can be used: 2 listeners, 0 users, 0 trunks, 1 dialplan context"))
    }

    @Test
    func `a dialplan that is missing or wrong is told with its file`() throws {
        #expect(try self.load("dialplan: {files: [plan.xml]}", nil) == "plan.xml: cannot be read")
    }

    @Test
    func `a mistake in a dialplan is told with its line`() throws {
        let wrong = self.plan.replacingOccurrences(of: "reject", with: "rejekt")
        #expect(try self.load("dialplan: {files: [plan.xml]}", wrong).hasPrefix("plan.xml:5"))
    }

    @Test
    func `a user whose context no dialplan has is refused`() throws {
        let text = "{dialplan: {files: [plan.xml]}, users: [{name: a, password: b, context: vip}]}"
        let expected = """
            tandem.yaml:1:73: users[0].context: user `a` calls in context `vip`, which no dialplan file has; known: default
            """
        #expect(try self.load(text, self.plan) == expected)
    }

    private let house = """
        dialplan: {files: [plan.xml]}
        gateways: [{name: house, addresses: 127.0.0.20, digit-map-limit: 16}]
        lines: [{name: "201", gateway: house, endpoint: aaln/1}]
        trunk-groups: [{name: exchange, gateway: house, endpoints: "ds/1/[1-4]"}]
        """

    private func plan(dialing expression: String, target: String) -> String {
        self.plan.replacingOccurrences(of: ".+", with: expression)
            .replacingOccurrences(
                of: "<action application=\"reject\" cause=\"user-busy\"/>",
                with: "<action application=\"bridge\" data=\"\(target)\"/>"
            )
    }

    @Test(arguments: ["line/201", "trunk/exchange/$0"])
    func `lines and trunk groups are names that a dialplan may use`(target: String) throws {
        let summary = try self.load(self.house, self.plan(dialing: "2\\d\\d", target: target))
        #expect(summary.hasSuffix("1 media gateway, 1 line, 1 trunk group, 1 dialplan context"))
    }

    @Test
    func `a line that nobody has defined is told with its place in the dialplan`() throws {
        let problem = try self.load(self.house, self.plan(dialing: "2\\d\\d", target: "line/202"))
        #expect(problem.hasPrefix("plan.xml:5:") && problem.contains("202"))
    }

    @Test
    func `a digit map that a gateway cannot take is told with the dialplan's place`() throws {
        let long = "2\\d\\d|3\\d\\d\\d\\d|44[1-4]\\d\\d\\d|5[2-3]\\d"
        let problem = try self.load(self.house, self.plan(dialing: long, target: "line/201"))
        #expect(problem.hasPrefix("plan.xml:") && problem.contains("house") && problem.contains("16"))
    }
}
