import DialplanEngine
import ProtocolKit

/// The same expressions as the extensions of a dialplan, read and asked as the gateway does it.
struct WholePlan {
    private let dialplan: Dialplan

    init(_ patterns: [String], _ mode: SamplePlan.Mode) throws {
        let field = mode == .strict ? "destination-number" : "destination_number"
        let extensions = patterns.enumerated().map { place, pattern in
            """
            <extension name="e\(place)"><condition field="\(field)" expression="\(Self.escaped(pattern))">
            \(Self.action(mode))</condition></extension>
            """
        }
        let context = "<context name=\"main\">\n\(extensions.joined(separator: "\n"))\n</context>"
        let text = mode == .strict ? "<dialplan>\n\(context)\n</dialplan>" : "<include>\n\(context)\n</include>"
        let source = DialplanReader.Source(
            file: "plan.xml",
            octets: Array(text.utf8),
            language: mode == .strict ? .strict : .freeSWITCH
        )
        self.dialplan = try DialplanReader().read([source])
    }

    /// What becomes of a call to a number.
    func decide(_ number: [UInt8]) -> RouteDecision {
        self.dialplan.route(CallFacts(destinationNumber: ByteString(number)), in: "main")
    }

    private static func action(_ mode: SamplePlan.Mode) -> String {
        mode == .strict
            ? "<action application=\"reject\" cause=\"user-busy\"/>"
            : "<action application=\"hangup\" data=\"USER_BUSY\"/>"
    }

    private static func escaped(_ pattern: String) -> String {
        pattern.reduce(into: "") { text, character in
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case "\"": text += "&quot;"
            default: text.append(character)
            }
        }
    }
}
