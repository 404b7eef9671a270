import CallModel
import DialplanEngine
import Foundation
import GatewayCore
import MGCPSyntax
import ProtocolKit
import Testing

/// Dialplans as digit maps, held against the dialplans themselves for every dial string up to a length.
struct DigitMapTests {
    private static func read(_ extensions: String) throws -> Dialplan {
        let text = "<dialplan><context name='main'>\(extensions)</context></dialplan>"
        return try DialplanReader().read([DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8))])
    }

    private static let callers = ["a", "b"].map { CallFacts(destinationNumber: "", user: $0) }

    @Test(arguments: [
        ["2\\d\\d"], ["\\*4[34]", "0\\d{3,9}"], ["0\\d+", "#"], ["[^*#]+"], ["[2-46-8]A"], ["\\d*#"], ["1[24]."],
    ])
    func `the map is written as the plan says`(expressions: [String]) throws {
        let extensions = expressions.map { expression in
            "<extension name='e'><condition field='destination-number' expression='\(expression)'>"
                + "<action application='answer-and-echo'/></condition></extension>"
        }
        let plan = try Self.read(extensions.joined()).numberingPlan(of: "main")

        #expect(DigitMap(plan).description == plan.description)
        #expect(DigitMap(plan).description.utf8.count == plan.characters)
    }

    @Test(arguments: [
        "[]1]2", "[^]1]2", "[1-]2", "[-1]2", "[\\d*]#", "[^\\d]1", "[\\D]1", "[\\w]{2}", "\\W\\w", "\\S[^\\s]",
        "[[:alpha:]]1", "[[:^alpha:]]1", "[[:punct:][:digit:]]", "[^[:xdigit:]]", "[\\x30-\\x32]", "\\x{31}\\x2A",
        "\\*\\#", "[\\*\\]#]", "(?i)a[b-c]", "(?i:a)(?:b|B)", "a(?i)b|B", "(?i)[^a]", "(?-i)A", "(?i)(?-i:A)a",
        "(?s).", "(?U)1+", "1{,2}|2", "1{2|3", "1{0}2", "(?:1{0,1}){2}2", "(1*)*2", "(?:|1)2", "1||2", "()1", "^1$",
        "^^1$$", "1^2|3", "1$2|3", "\\A1\\z", "(?:^1|2)3", "(^|1)2", "1(2|$)", "1+?2??", "1*?#", "\\C\\d", "ä1|1",
        "[ä-ü1]", "[^ä]", ".", "[A-Za-z]", "(?P&lt;n>1)2", "[+-9]", "1\\.?2", "(?:(?:1|2){2}|3){1,2}",
    ])
    func `our reader takes an expression as the dialplan matches it`(expression: String) throws {
        let dialplan = try Self.read(
            "<extension name='e'><condition field='destination-number' expression='\(expression)'>"
                + "<action application='answer-and-echo'/></condition></extension>"
        )
        let plan = try dialplan.numberingPlan(of: "main")
        for (symbols, depth) in [("0123456789*#ABCD", 2), ("123", 5)] {
            var agreement = Agreement(plan, of: dialplan, callers: Self.callers, symbols: symbols, depth: depth)
            agreement.check()
            #expect(agreement.faults.isEmpty, "\(plan): \(agreement.faults.prefix(5))")
        }
    }

    @Test(arguments: 0..<20)
    func `the map of a context made by chance takes exactly what the context decides`(group: UInt64) throws {
        var made = 0
        var seed = group * 10_000
        while made < 50 {
            seed += 1
            let context = GeneratedContext(seed: seed)
            let dialplan = try Self.read(context.extensions.joined())
            let plan: NumberingPlan
            do {
                plan = try dialplan.numberingPlan(of: "main", callers: Self.callers)
            } catch {
                let isKnown = ["repeat one symbol", "nothing can be dialed"].contains { error.description.contains($0) }
                #expect(isKnown, "seed \(seed): \(error)\n\(context.extensions)")
                continue
            }
            made += 1
            let others = made % 5 == 0 ? [("0123456789*#ABCD", 2)] : []
            for (symbols, depth) in [("12*", 5)] + others {
                var agreement = Agreement(plan, of: dialplan, callers: Self.callers, symbols: symbols, depth: depth)
                agreement.reach = symbols.count > 3 ? .max / 2 : context.reach
                agreement.check()
                let faults = agreement.faults.prefix(3).joined(separator: "\n")
                #expect(agreement.faults.isEmpty, "seed \(seed): \(plan)\n\(faults)\n\(context.extensions)")
            }
        }
        #expect(seed < group * 10_000 + 80, "too many contexts had no map")
    }

    @Test(arguments: [
        ("default.xml", "default", "sip"), ("hunt-group.xml", "hunt-group", "sip"),
        ("mgcp-residential.xml", "residential", "mgcp"), ("mgcp-trunk.xml", "from-circuits", "mgcp"),
    ])
    func `the map of a shipped context takes exactly what the context decides`(
        file: String,
        context: String,
        protocolName: String
    ) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let octets = Array(try Data(contentsOf: root.appending(path: "Dialplans/\(file)")))
        let names = DialplanReader.Names(users: ["reception", "anna", "ben", "carl"])
        let dialplan = try DialplanReader(names: names).read([DialplanReader.Source(file: file, octets: octets)])
        let caller = CallFacts(
            destinationNumber: "",
            user: context == "from-circuits" ? "" : "201",
            trunk: context == "from-circuits" ? "pbx" : "",
            signaling: protocolName == "mgcp" ? .mgcp : .sip
        )
        let plan = try dialplan.numberingPlan(of: ByteString(context), callers: [caller])
        for (symbols, depth) in [("0123456789*#ABCD", 3), ("23679*", 5), ("267*", 6), ("2*", 9)] {
            var agreement = Agreement(plan, of: dialplan, callers: [caller], symbols: symbols, depth: depth)
            agreement.check()
            #expect(agreement.faults.isEmpty, "\(plan): \(agreement.faults.prefix(5))")
        }
    }
}
