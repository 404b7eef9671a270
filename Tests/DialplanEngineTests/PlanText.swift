import DialplanEngine
import ProtocolKit
import Testing

/// Dialplans for tests, from text or from the shipped files.
enum PlanText {
    static let names = DialplanReader.Names(
        trunks: ["carrier", "backup"],
        users: ["anna", "ben", "carl", "reception", "200"],
        lines: ["lobby", "201"],
        circuitGroups: ["pbx"],
        recordings: ["welcome"],
        decisions: ["fraud"]
    )

    /// Reads a whole file.
    static func read(_ text: String, limits: DialplanLimits = DialplanLimits()) throws -> Dialplan {
        let source = DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8))
        return try DialplanReader(names: self.names, limits: limits).read([source])
    }

    /// Reads extensions, as the context `main`; the first line of `extensions` is line 2.
    static func extensions(_ extensions: String, limits: DialplanLimits = DialplanLimits()) throws -> Dialplan {
        try self.read("<dialplan><context name='main'>\n\(extensions)\n</context></dialplan>", limits: limits)
    }

    /// What is wrong with extensions; empty when nothing is.
    static func problems(_ extensions: String) -> [String] {
        self.problems(file: "<dialplan><context name='main'>\n\(extensions)\n</context></dialplan>")
    }

    /// What is wrong with a file; empty when nothing is.
    static func problems(file text: String) -> [String] {
        do {
            _ = try self.read(text)
            return []
        } catch let error as DialplanError {
            return error.problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    /// An extension with one condition on the dialed number.
    static func on(_ expression: String, _ actions: String) -> String {
        """
        <extension name='e'><condition field='destination-number' expression='\(expression)'>
        \(actions)
        </condition></extension>
        """
    }

    /// The actions in the words of a dialplan, for a call to `number` in the context `main`.
    static func outcome(_ plan: Dialplan, _ number: String) -> [String] {
        let facts = CallFacts(destinationNumber: ByteString(number), callerNumber: "100", user: "anna")
        return plan.route(facts, in: "main").actions.map(\.description)
    }
}
