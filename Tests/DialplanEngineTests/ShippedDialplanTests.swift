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

    @Test(arguments: [
        ("201", "202", "bridge [timeout=60s]line/202"),
        ("201", "301", "bridge [timeout=60s]user/301"),
        ("201", "*67202", "set privacy=true; set destination-number=202; bridge [timeout=60s]line/202"),
        ("201", "*67", "reject cause=no-route-to-destination"),
        ("201", "*43", "answer-and-echo duration=600s"),
        ("201", "*44", "answer-and-play-tone frequency=440 duration=30s"),
        ("201", "*70", "line-service service=call-waiting state=off"),
        ("201", "*71", "line-service service=call-waiting state=on"),
        ("201", "*72301", "line-service service=forward-unconditional state=on data=301"),
        ("201", "*73", "line-service service=forward-unconditional state=off"),
        ("201", "*90202", "line-service service=forward-busy state=on data=202"),
        ("201", "*91", "line-service service=forward-busy state=off"),
        ("201", "*92202", "line-service service=forward-no-answer state=on data=202"),
        ("201", "*93", "line-service service=forward-no-answer state=off"),
        ("201", "*78", "line-service service=do-not-disturb state=on"),
        ("201", "*79", "line-service service=do-not-disturb state=off"),
        ("201", "0301234567", "reject cause=no-route-to-destination"),
        ("201", "*720301234567", "reject cause=no-route-to-destination"),
        ("201", "112", "reject cause=no-route-to-destination"),
        ("", "202", "reject cause=call-rejected reason=\"Only for users of this system\""),
    ])
    func `the residential dialplan joins lines and users and keeps services`(
        user: String,
        number: String,
        outcome: String
    ) throws {
        let facts = CallFacts(
            destinationNumber: ByteString(number),
            callerNumber: "201",
            user: ByteString(user),
            signaling: .mgcp
        )
        let decision = try self.plan("mgcp-residential.xml").route(facts, in: "residential")

        #expect(decision.actions.map(\.description).joined(separator: "; ") == outcome)
    }

    @Test(arguments: ["*70", "*72301", "*73", "*78", "*91"])
    func `a service of a line is nothing for a user of SIP`(number: String) throws {
        let facts = CallFacts(destinationNumber: ByteString(number), user: "301", signaling: .sip)

        #expect(try self.plan("mgcp-residential.xml").route(facts, in: "residential").problem == .noMatch)
    }

    @Test
    func `a line of the residential dialplan waits for no pause`() throws {
        let line = CallFacts(destinationNumber: "", user: "201", signaling: .mgcp)
        let plan = try self.plan("mgcp-residential.xml").numberingPlan(of: "residential", callers: [line])

        #expect(plan.description == "([23]xx|*4[34]|*67[23]xx|*7[01389]|*72[23]xx|*9[02][23]xx|*9[13])")
    }

    @Test(arguments: [
        ("pbx", "205", "bridge [timeout=60s]line/205"),
        ("pbx", "0301234205", "set destination-number=205; bridge [timeout=60s]line/205"),
        ("pbx", "+49301234305", "set destination-number=305; bridge [timeout=60s]user/305"),
        ("pbx", "0301234567", "reject cause=no-route-to-destination"),
        ("pbx", "00441234567", "reject cause=no-route-to-destination"),
        ("pbx", "*72205", "reject cause=no-route-to-destination"),
        ("", "205", "reject cause=call-rejected"),
    ])
    func `the trunk dialplan lets circuits reach lines and users and nobody else`(
        trunk: String,
        number: String,
        outcome: String
    ) throws {
        let facts = CallFacts(destinationNumber: ByteString(number), trunk: ByteString(trunk), signaling: .mgcp)
        let decision = try self.plan("mgcp-trunk.xml").route(facts, in: "from-circuits")

        #expect(decision.actions.map(\.description).joined(separator: "; ") == outcome)
    }

    @Test(arguments: [
        ("mgcp-residential.xml", "outside", "0123456", "bridge [timeout=60s]trunk/carrier/123456"),
        ("mgcp-residential.xml", "emergency", "112", "bridge trunk/carrier/112 fail-over=any"),
        (
            "mgcp-trunk.xml", "outside", "0123456",
            "bridge [timeout=60s]trunk/pbx/123456 fail-over=32,33,no-circuit-available,"
        ),
    ])
    func `an example in a comment can be used`(
        file: String,
        name: String,
        number: String,
        outcome: String
    ) throws {
        let text = String(decoding: try self.source(file).octets, as: UTF8.self)
        let start = try #require(text.range(of: "<extension name=\"\(name)\""))
        let end = try #require(text.range(of: "</extension>", range: start.upperBound..<text.endIndex))
        let plan = try PlanText.extensions(String(text[start.lowerBound..<end.upperBound]))

        #expect(PlanText.outcome(plan, number).first?.hasPrefix(outcome) == true, "\(PlanText.outcome(plan, number))")
        #expect(plan.hasEmergencyExtension(in: "main") == (name == "emergency"))
    }

    /// Dialplans of another program, each without those that it belongs to.
    @Test(.enabled(if: Corpora.arePresent, "there are no corpora beside the package"))
    func `foreign dialplans are read in their own language`() throws {
        let paths = try Corpora.paths(below: "dialplan").filter { $0.hasSuffix(".xml") }

        #expect(paths.count >= 10, "no dialplans in the corpora")
        var elements = 0
        for path in paths {
            let octets = try Corpora.octets(path)
            if let document = try? XMLDocument(octets, file: path) {
                elements += document.root.children.count
            }
            let source = DialplanReader.Source(file: path, octets: octets)
            // Files below a folder are parts of others.
            if path.split(separator: "/").count == 3 {
                #expect(throws: Never.self, "\(path)") { try DialplanReader().read([source]) }
            }
        }
        #expect(elements > 20)
    }

    @Test
    func `the reference is what the schema says`() throws {
        let reference = try DialplanReference.markdown(of: try self.source("dialplan.xsd"))
        let shipped = String(decoding: try self.source("reference.md").octets, as: UTF8.self)
        #expect(reference == shipped, "write it again: tandem dialplan reference > Dialplans/reference.md")
        for application in ["bridge", "route", "transfer", "play", "limit"] {
            #expect(reference.contains("#### `\(application)`"))
        }
    }
}
