import DialplanEngine
import Foundation
import ProtocolKit
import TestCorpora
import Testing

/// What a search finds, beside what an implementation finds that was written a second time and shares no code.
struct DifferentialHuntTests {
    /// A call that is drawn from a seed.
    struct Input: CustomStringConvertible {
        var number = ""
        var callerNumber = ""
        var callerName = ""
        var seconds = 0
        var variables: [String: String] = [:]

        init(_ draw: inout PlanDraw, numbers: [String], variables: [String: [String]]) {
            self.number = draw.chance(80) ? draw.one(of: numbers) : draw.digits(0...12)
            self.callerNumber = draw.digits(0...11)
            self.callerName = draw.one(of: ["", "Anna", "ab 12", "B\u{E9}n"])
            self.seconds = 1_577_836_800 + draw.below(315_576_000)
            for (name, values) in variables.sorted(by: { $0.key < $1.key }) where draw.chance(60) {
                self.variables[name] = draw.one(of: values)
            }
        }

        var facts: CallFacts {
            CallFacts(
                destinationNumber: ByteString(self.number),
                callerNumber: ByteString(self.callerNumber),
                callerName: ByteString(self.callerName),
                source: TransportAddress("192.0.2.7:5060"),
                time: CivilTime(nanoseconds: Int64(self.seconds) * 1_000_000_000)
            )
        }

        /// The fields of the caller profile for the second implementation.
        func fields(context: String) -> [String: String] {
            [
                "destination_number": self.number, "caller_id_number": self.callerNumber,
                "caller_id_name": self.callerName,
                "ani": self.callerNumber, "network_addr": "192.0.2.7", "context": context, "source": "mod_sofia",
                "dialplan": "XML",
            ]
        }

        /// The variables that a call begins with, and those that were drawn.
        var allVariables: [String: String] {
            [
                "direction": "inbound", "sip_from_user": self.callerNumber, "sip_from_display": self.callerName,
                "sip_to_user": self.number, "sip_req_user": self.number, "sip_network_ip": "192.0.2.7",
                "sip_received_ip": "192.0.2.7",
            ].merging(self.variables) { $1 }
        }

        var description: String {
            "number \"\(self.number)\", caller \"\(self.callerNumber)\" \"\(self.callerName)\", "
                + "seconds \(self.seconds), variables \(self.variables.sorted { $0.key < $1.key })"
        }
    }

    private static let inputs = ProcessInfo.processInfo.environment["HUNTS"].flatMap { Int($0) } ?? 10_000

    /// Searches with both; what differs, in words.
    private func difference(
        _ plan: Dialplan,
        _ contexts: [SecondElement],
        _ context: String,
        _ globals: [String: String],
        _ input: Input,
        _ matchers: SecondMatchers,
        acted: inout Set<ByteString>
    ) throws -> String? {
        let variables = input.variables.sorted { $0.key < $1.key }
        let first = try #require(
            plan.hunt(
                input.facts,
                in: ByteString(context),
                variables: variables.map { (ByteString($0.key), ByteString($0.value)) }
            )
        )
        let second = SecondHunt(
            globals: globals,
            fields: input.fields(context: context),
            variables: input.allVariables,
            seconds: input.seconds,
            matchers: matchers
        )
        acted.formUnion(first.actions.map(\.extensionName))
        second.run(contexts, context)
        let found = first.actions.map { action in
            SecondHunt.Action(
                application: action.application.description,
                data: action.data.description,
                isInline: action.isInline
            )
        }
        let left = Dictionary(first.variables.map { ($0.name.lowercased.description, $0.value.description) }) { $1 }
        guard first.problem == nil, found == second.actions, first.hasRoute == second.hasRoute,
            first.extensionName.description == second.decisive ?? "", left == second.variables
        else {
            return """
                \(input)
                \(first.problem.map { "\($0)" } ?? "")
                engine: \(found.map { "\($0.application)(\($0.data))\($0.isInline ? "!" : "")" }) by \(first.extensionName)
                second: \(second.actions.map { "\($0.application)(\($0.data))\($0.isInline ? "!" : "")" }) by \(second.decisive ?? "")
                engine: \(left.filter { second.variables[$0.key] != $0.value }.sorted { $0.key < $1.key })
                second: \(second.variables.filter { left[$0.key] != $0.value }.sorted { $0.key < $1.key })
                """
        }
        return nil
    }

    @Test(.enabled(if: Corpora.arePresent))
    func `both find the same in the plan that FreeSWITCH is shipped with`() throws {
        let seed: UInt64 = 0x7A11_1A
        let (main, files) = try VanillaPlan.sources()
        let plan = try VanillaPlan.read()
        var texts = Dictionary(files.map { ($0.file, String(decoding: $0.octets, as: UTF8.self)) }) { $1 }
        texts[main.file] = String(decoding: main.octets, as: UTF8.self)
        texts["dialplan/vars.xml"] = try String(decoding: Corpora.octets("dialplan/vars.xml"), as: UTF8.self)
        var preprocessor = SecondPreprocessor(
            files: texts,
            globals: FreeSWITCHEnvironment.defaultVariables.merging(["local_ip_v4": "192.0.2.1"]) { $1 }
        )
        let root = SecondElement.parse(preprocessor.run(main.file))
        let contexts = root.all("document").flatMap { $0.all("section") }.flatMap { $0.all("context") }
        #expect(contexts.count == plan.contextNames.count)

        let numbers = [
            "886", "*8", "**1001", "redial", "870", "881234", "*0911", "779", "*69", "8012", "8112", "8212", "8312",
            "81001",
            "1000", "1019", "1020", "1101", "2000", "2001", "2002", "0", "operator", "vmain", "4000", "*98", "3000",
            "3199",
            "3500", "911", "0911", "0912", "0913", "5000", "5001", "pagegroup", "5900", "5901", "6000", "6001", "6099",
            "park+12", "parking", "callpark", "pickup", "wait", "9178", "9196", "9664", "9170", "9171", "74992",
            "5551212",
            "12125551234", "5551234", "0114912345", "dx", "att_xfer", "is_transfer", "cf", "90123456789012",
        ]
        let variables = [
            "call_debug": ["true", "false"], "default_password": ["1234", "x"],
            "rtp_has_crypto": ["AES_CM_128_HMAC_SHA1_80"],
            "endpoint_disposition": ["DELAYED NEGOTIATION", "ANSWER"],
            "toll_allow": ["local", "domestic,local", "international"],
            "sip_looped_call": ["true"], "digits": ["1001", "x"], "sip_to_params": ["fifo=12", "orbit=3"],
            "switch_r_sdp": ["AES_CM_128_HMAC_SHA1_32"], "sip_refer_to": ["<sip:callpark@192.0.2.1;orbit=99>"],
            "unroll_loops": ["true", "false"], "auto_hunt": ["true"], "sip_via_protocol": ["tls"],
        ]
        var draw = PlanDraw(seed: seed)
        var acted = Set<ByteString>()
        let matchers = SecondMatchers()
        for _ in 0..<(Self.inputs / 2) {
            let input = Input(&draw, numbers: numbers, variables: variables)
            let context = draw.one(of: ["default", "default", "default", "public", "features", "skinny-patterns"])
            let globals = preprocessor.globals
            let difference = try self.difference(plan, contexts, context, globals, input, matchers, acted: &acted)
            try #require(difference == nil, "seed \(seed), context \(context): \(difference ?? "")")
        }
        if Self.inputs >= 10_000 {
            // Of the rest, some stand behind others, and some need what only another switch has.
            #expect(acted.count >= 50, "most extensions are reached: \(acted.count)")
        }
    }

    @Test
    func `both find the same in plans that are drawn`() throws {
        let numbers = [
            "1", "100", "101", "200", "1001", "10015", "2125551234", "911", "abc", "Ab", "12 34", "+4912", "",
        ]
        let variables = [
            "a": ["1", "a", "/^1/i", "_NXX", "(1", "x$", "Ab12"], "b": ["2", "12", ""],
            "c": ["a", "b", "destination_number"],
            "auto_hunt": ["true"],
        ]
        let perPlan = 25
        let matchers = SecondMatchers()
        var acted = Set<ByteString>()
        for number in 0..<(Self.inputs / 2 / perPlan) {
            let seed = UInt64(number) &* 7_919 &+ 17
            let text = GeneratedPlan.text(seed: seed)
            let plan = try FreeSWITCHPlanText.file(text)
            var preprocessor = SecondPreprocessor(
                files: ["plan.xml": text],
                globals: FreeSWITCHEnvironment.defaultVariables
            )
            let contexts = SecondElement.parse(preprocessor.run("plan.xml")).all("context")
            let hasGlobal = plan.hasContext("global")
            var draw = PlanDraw(seed: seed)
            for _ in 0..<perPlan {
                let input = Input(&draw, numbers: numbers, variables: variables)
                let context = hasGlobal && draw.chance(30) ? "nowhere" : "main"
                let globals = preprocessor.globals
                let difference = try self.difference(plan, contexts, context, globals, input, matchers, acted: &acted)
                try #require(difference == nil, "seed \(seed), context \(context): \(difference ?? "")\n\(text)")
            }
        }
    }
}
