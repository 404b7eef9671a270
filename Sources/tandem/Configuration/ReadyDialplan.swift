import CallControl
package import CallModel
package import DialplanEngine
import MGCPAgent
package import MGCPSyntax
package import ProtocolKit
import SIPAgent

/// A dialplan that a gateway with a certain configuration can take: its targets exist, it has every context that calls
/// start in, and there is a digit map for all lines.
package struct ReadyDialplan: Sendable {
    /// The dialplan with its version.
    package let dialplan: Dialplan

    /// What the lines of each context collect digits by.
    package let digitMaps: [ByteString: DigitMap]

    /// Its files as messages call them.
    package let files: [String]

    /// Makes it of its files, or says everything that keeps this configuration from taking it.
    package init(_ files: DialplanFiles, for configuration: TandemConfiguration, number: UInt32) throws(LoadError) {
        let (dialplan, digest) = try files.read(
            configuration.dialplanNames,
            configuration.dialplanClocks,
            configuration.freeSWITCH
        )
        try configuration.checkContexts(of: dialplan)
        self.digitMaps = try configuration.digitMaps(of: dialplan)
        self.dialplan = dialplan.numbered(DialplanVersion(number: number, digest: digest))
        self.files = files.paths
    }

    /// Which one it is.
    package var version: DialplanVersion {
        self.dialplan.version
    }
}

extension TandemConfiguration {
    /// The names that a dialplan may use.
    var dialplanNames: DialplanReader.Names {
        DialplanReader.Names(
            trunks: Set(self.sip.trunks.map(\.name)),
            users: Set(self.sip.users.map(\.name)),
            lines: Set(self.mgcp.lines.map(\.name)),
            circuitGroups: Set(self.mgcp.circuitGroups.map(\.name)),
            // No configuration names any yet, so that a plan that plays one is refused.
            recordings: [],
            decisions: Set(self.calls.decisions.keys)
        )
    }

    /// Every context that calls start in must be one of the dialplan's.
    fileprivate func checkContexts(of dialplan: Dialplan) throws(LoadError) {
        let known = dialplan.contextNames.map(\.description)
        let problems = self.contextUses.filter { !dialplan.hasContext($0.context) }.map { use in
            LoadError.Problem(
                use,
                "\(use.owner) calls in context `\(use.context)`, which no dialplan file has; known: "
                    + known.joined(separator: ", ")
            )
        }
        guard problems.isEmpty else {
            throw LoadError(problems)
        }
    }
}
