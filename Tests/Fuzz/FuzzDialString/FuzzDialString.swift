import CallModel
import DialplanEngine
import FuzzDriver
import ProtocolKit

/// Reads a dial string of FreeSWITCH's as an author writes it, and dials it with what is left of the octets.
@main
enum FuzzDialString: FuzzTarget {
    static func run(_ octets: [UInt8]) {
        let parts = octets.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let written = String(validating: first, as: UTF8.self) else {
            return
        }
        let text = """
            <context name="main"><extension name="e"><condition field="destination_number" expression="^(.*)$">
            <action application="set" data="continue_on_fail=true"/>
            <action application="bridge">\(written.map(Self.escaped).joined())</action>
            </condition></extension></context>
            """
        let names = DialplanReader.Names(trunks: ["gw"], users: ["anna"], lines: ["lobby"], circuitGroups: ["pbx"])
        let source = DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8), language: .freeSWITCH)
        guard let plan = try? DialplanReader(names: names).read([source]) else {
            return
        }
        let dialed = parts.count > 1 ? ByteString(parts[1]) : ByteString()
        let actions = plan.route(CallFacts(destinationNumber: dialed), in: "main").actions
        for action in actions {
            guard case .bridge(let bridge) = action else {
                continue
            }
            let targets = bridge.stages.flatMap { $0 }
            precondition(!targets.isEmpty && targets.count <= 128, "a bridge dials somebody, and not too many")
            precondition(bridge.stages.allSatisfy { !$0.isEmpty }, "no stage is empty")
            for target in targets {
                self.check(target, dialed)
            }
        }
    }

    private static func escaped(_ character: Character) -> String {
        switch character {
        case "<": "&lt;"
        case ">": "&gt;"
        case "&": "&amp;"
        default: String(character)
        }
    }

    /// A target is one that exists, and has no octet that ends a line.
    private static func check(_ target: BridgeTarget, _ dialed: ByteString) {
        switch target.target {
        case .uri(let uri):
            precondition(uri.bytes.starts(with: "sip:".utf8), "a URI is one of SIP")
            precondition(uri.bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a URI is ASCII without spaces")
        case .user(let name):
            precondition(name == "anna", "a user is known")
        case .trunk(let name, let number):
            precondition(name == "gw" && number.bytes.allSatisfy { $0 > 0x20 }, "a trunk is known")
        case .circuits(let name, let number):
            precondition(name == "pbx" && number.bytes.allSatisfy { $0 > 0x20 }, "a group is known")
        case .line(let name):
            precondition(name == "lobby", "a line is known")
        case .dialed(let number, _):
            precondition(number.bytes.allSatisfy { $0 > 0x20 }, "a number has no space")
        case .contact:
            preconditionFailure("no dial string names a contact")
        }
    }
}
