import CallModel
import DialplanEngine
import Foundation
import ProtocolKit
import TestCorpora
import Testing
import XMLReading

struct ShippedDialplanTests {
    private static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    private func source(_ name: String) throws -> DialplanReader.Source {
        let data = try Data(contentsOf: Self.root.appending(path: "Dialplans/\(name)"))
        return DialplanReader.Source(file: name, octets: Array(data))
    }

    private func plan(_ name: String) throws -> Dialplan {
        let names = DialplanReader.Names(users: ["reception", "anna", "ben", "carl"])
        return try DialplanReader(names: names, schema: try self.source("dialplan.xsd")).read([try self.source(name)])
    }

    @Test(arguments: [
        ("anna", "ben", "bridge [timeout=60s]user/ben"),
        ("anna", "200", "bridge [timeout=60s]user/200"),
        ("anna", "*43", "answer-and-echo duration=600s"),
        ("anna", "*44", "answer-and-play-tone frequency=440 duration=30s"),
        ("anna", "*45", "reject cause=no-route-to-destination"),
        ("anna", "", "reject cause=no-route-to-destination"),
        ("anna", "a@b", "reject cause=no-route-to-destination"),
        ("", "ben", "reject cause=call-rejected reason=\"Only for users of this system\""),
        ("", "*43", "reject cause=call-rejected reason=\"Only for users of this system\""),
        ("", "", "reject cause=call-rejected reason=\"Only for users of this system\""),
    ])
    func `the default dialplan joins users and nobody else`(user: String, number: String, outcome: String) throws {
        let facts = CallFacts(destinationNumber: ByteString(number), user: ByteString(user))
        let decision = try self.plan("default.xml").route(facts, in: "default")

        #expect(decision.actions.map(\.description) == [outcome])
    }

    @Test
    func `no target of the default dialplan leaves the system`() throws {
        let plan = try self.plan("default.xml")
        for number in ["0049301234", "+49301234", "anna", "sip", "911", "112"] {
            let actions = plan.route(CallFacts(destinationNumber: ByteString(number), user: "anna"), in: "default")
                .actions
            for case .bridge(let bridge) in actions {
                #expect(bridge.stages == [[BridgeTarget(.user(ByteString(number)), timeout: .seconds(60))]])
            }
        }
    }

    @Test
    func `the hunt group rings one, then three together, then gives up`() throws {
        let facts = CallFacts(destinationNumber: "600", callerNumber: "anna", callerName: "Anna", user: "anna")
        let decision = try self.plan("hunt-group.xml").route(facts, in: "hunt-group")

        #expect(
            decision.actions.map(\.description) == [
                "set caller-name=Support: Anna",
                "bridge [timeout=15s]user/reception|[timeout=30s]user/anna,[timeout=30s]user/ben,"
                    + "[timeout=30s]user/carl early-media=ignore ringback=generate fail-over=any",
                "reject cause=no-answer reason=\"Nobody is free\"",
            ]
        )
        #expect(decision.extensionName == "support")
    }

    @Test
    func `a user of the hunt group falls back to the reception`() throws {
        let facts = CallFacts(destinationNumber: "61ben", user: "anna")

        #expect(
            try self.plan("hunt-group.xml").route(facts, in: "hunt-group").actions.map(\.description) == [
                "bridge [timeout=20s]user/ben|user/reception fail-over=user-busy,no-answer,subscriber-absent"
            ]
        )
    }

    @Test
    func `the example of a trunk route in the default dialplan's comment can be used`() throws {
        let text = String(decoding: try self.source("default.xml").octets, as: UTF8.self)
        let start = try #require(text.range(of: "<extension name=\"outside\">"))
        let end = try #require(text.range(of: "</extension>", range: start.upperBound..<text.endIndex))
        let plan = try PlanText.extensions(String(text[start.lowerBound..<end.upperBound]))

        #expect(PlanText.outcome(plan, "0123456") == ["bridge [timeout=60s]trunk/carrier/123456"])
        #expect(PlanText.outcome(plan, "012") == ["reject cause=no-route-to-destination"])
    }

    /// Dialplans of another program, which this reader refuses; the XML below them is read all the same.
    @Test(.enabled(if: Corpora.arePresent, "there are no corpora beside the package"))
    func `foreign dialplans are read as XML without a crash, and refused as dialplans`() throws {
        let paths = try Corpora.paths(below: "dialplan").filter { $0.hasSuffix(".xml") }

        #expect(paths.count >= 10, "no dialplans in the corpora")
        var elements = 0
        for path in paths {
            let octets = try Corpora.octets(path)
            if let document = try? XMLDocument(octets, file: path) {
                elements += document.root.children.count
            }
            let source = DialplanReader.Source(file: path, octets: octets)
            #expect(throws: DialplanError.self) { try DialplanReader().read([source]) }
        }
        #expect(elements > 20)
    }
}
