import MGCPAgent
import ProtocolKit
import SIPAgent

extension TandemConfiguration {
    mutating func readTrunkGroups(_ root: Section, _ endpoints: inout ConfiguredEndpoints) {
        for section in root.sections("trunk-groups") ?? [] {
            let (group, places) = self.trunkGroup(section)
            section.end()
            self.refuseTwins(of: group, section)
            self.refuseUnknown(gateway: group.gateway, section)
            for (endpoint, place) in zip(group.endpoints, places) {
                let owner = "trunk group `\(group.name)`"
                if let problem = endpoints.claim(endpoint, of: group.gateway, for: owner, isOne: false) {
                    section.report(place, problem)
                }
            }
            if !group.context.isEmpty {
                let owner = "trunk group `\(group.name)`"
                self.contextUses.append(ContextUse(owner, group.context, section, key: "context"))
            }
            self.mgcp.circuitGroups.append(group)
        }
    }

    private func trunkGroup(_ section: Section) -> (CircuitGroupSettings, places: [Section.Scalar]) {
        let name = section.required("name", "give it a name for dialplans: bridge to `trunk/NAME/$1`")
        let gateway = section.required("gateway", "write the name of its gateway")
        let scalars = section.scalars("endpoints") ?? []
        if scalars.isEmpty {
            section.report("endpoints", "missing; write the circuits as the gateway knows them, as \"ds/e1-1/[1-15]\"")
        }
        var group = CircuitGroupSettings(
            name: name,
            gateway: gateway,
            endpoints: scalars.map { ByteString($0.text) },
            context: ""
        )
        section.read(
            "signaling",
            of: [
                "bearer": .bearer, "mf": .multiFrequency, "dtmf": .dtmf, "operator": .operatorServices, "line": .line,
            ],
            into: &group.signaling
        )
        section.read(
            "selection",
            of: [
                "ascending": .ascending, "descending": .descending, "longest-idle": .longestIdle, "gateway": .gateway,
            ],
            into: &group.selection
        )
        section.read("loopback", into: &group.isLoopback)
        section.read("context", into: &group.context)
        section.read("calls", in: 0...1_000_000, into: &group.callLimit)
        return (group, scalars)
    }

    /// A dialplan calls both `trunk/NAME/NUMBER`, so that no two may have the same name.
    private func refuseTwins(of group: CircuitGroupSettings, _ section: Section) {
        if self.mgcp.circuitGroups.contains(where: { $0.name == group.name }) {
            section.report("name", "the name `\(group.name)` is taken by another trunk group")
        }
        if self.sip.trunks.contains(where: { $0.name == group.name }) {
            let reason = "dialplans call both trunk/NAME/NUMBER"
            section.report("name", "the name `\(group.name)` is taken by a trunk; \(reason)")
        }
    }
}
