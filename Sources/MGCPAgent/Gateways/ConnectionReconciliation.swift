package import MGCPSyntax
import ProtocolKit

/// The connections that an endpoint has compared with those that it should have (RFC 3435 §2.3.10, §4.4.5).
///
/// The audit must not cross a command for connections of the same endpoint; the agent sends one after the other. Where
/// a connection was made with `$` and its answer is still out, what is unknown may be that one, and nothing is deleted.
package struct ConnectionReconciliation: Hashable, Sendable {
    /// How to get rid of connections that belong to no call.
    package enum Removal: Hashable, Sendable {
        /// There are none.
        case nothing
        /// None of those there is ours: one DLCX that names only the endpoint deletes them all (§2.3.9).
        case wholeEndpoint
        /// Ours stay: each orphan is asked for its call by ``ConnectionAudit`` and then deleted alone (§2.3.7).
        case each([MGCPConnectionID])
    }

    /// Connections of ours that are gone; their calls are lost.
    package let lost: [MGCPConnectionID]

    /// How to get rid of those that belong to no call.
    package let removal: Removal

    /// Whether the endpoint must be audited again to know.
    package let isInconclusive: Bool

    /// Compares what an audit told with the connections that calls have there.
    ///
    /// - Parameters:
    ///   - told: what ``EndpointFacts/connections`` says; `nil` proves nothing.
    ///   - ours: the connections of living calls on this endpoint.
    ///   - isCreating: whether a CRCX that may create one on this endpoint is unanswered.
    package init(told: [MGCPConnectionID]?, ours: [MGCPConnectionID], isCreating: Bool) {
        guard let told else {
            self.init(lost: [], removal: .nothing, isInconclusive: false)
            return
        }
        let present = Set(told)
        let known = Set(ours)
        var seen: Set<MGCPConnectionID> = []
        let orphans = told.filter { !known.contains($0) && seen.insert($0).inserted }
        self.init(
            lost: ours.filter { !present.contains($0) },
            removal: Self.removal(of: isCreating ? [] : orphans, hasOurs: !known.isDisjoint(with: present)),
            isInconclusive: isCreating && !orphans.isEmpty
        )
    }

    private init(lost: [MGCPConnectionID], removal: Removal, isInconclusive: Bool) {
        self.lost = lost
        self.removal = removal
        self.isInconclusive = isInconclusive
    }

    private static func removal(of orphans: [MGCPConnectionID], hasOurs: Bool) -> Removal {
        guard !orphans.isEmpty else {
            return .nothing
        }
        return hasOurs ? .each(orphans) : .wholeEndpoint
    }
}

/// One connection asked for by AUCX (RFC 3435 §2.3.11): whose it is, or whether it is there at all.
package enum ConnectionAudit: Hashable, Sendable {
    /// It is there, for this call if the gateway says so.
    case present(MGCPCallID?)
    /// It is not there.
    case gone
    /// The gateway cannot say, as those that know no AUCX.
    case unknown

    /// The command.
    package static func command(
        _ endpoint: EndpointName,
        _ connection: MGCPConnectionID,
        version: MGCPVersion
    ) -> MGCPOutgoingCommand {
        var writer = MGCPMessageWriter(reservingCapacity: 64)
        writer.parameter(ConnectionIDs([connection]))
        writer.parameter(RequestedInfo(.callID))
        return MGCPOutgoingCommand(.auditConnection, endpoint, version: version, body: writer.bytes)
    }

    /// Reads the answer.
    package init(_ response: MGCPResponse) {
        switch response.code {
        case .incorrectConnection, .unknownCall, .unknownEndpoint:
            self = .gone
        case _ where response.code.kind == .success:
            self = .present((try? response.parameters.first(MGCPCallID.self)) ?? nil)
        default:
            self = .unknown
        }
    }
}

extension MGCPOutgoingCommand {
    /// The command that deletes connections which belong to no call: one, or all of an endpoint.
    ///
    /// A single one needs its call (RFC 3435 §2.3.7); where the gateway did not tell it, the connection alone is named.
    package static func deletionOfOrphans(
        _ endpoint: EndpointName,
        connection: MGCPConnectionID? = nil,
        call: MGCPCallID? = nil,
        version: MGCPVersion
    ) -> MGCPOutgoingCommand {
        var writer = MGCPMessageWriter(reservingCapacity: 64)
        if let connection {
            if let call {
                writer.parameter(call)
            }
            writer.parameter(ConnectionIDs([connection]))
        }
        return MGCPOutgoingCommand(.deleteConnection, endpoint, version: version, body: writer.bytes)
    }
}
