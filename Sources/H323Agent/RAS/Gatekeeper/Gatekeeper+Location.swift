import H323Syntax
import ProtocolKit

/// A call whose destination neighbours are asked for.
struct PendingLocation: Sendable {
    /// The ARQ without what is not needed any more, so that large ones are not kept.
    let body: H225.AdmissionRequest
    let request: RASInboundID
    let endpoint: SlabIndex

    /// Who is called.
    let aliases: [RASAlias]

    /// The neighbours that are still to be asked, in reverse.
    var neighbours: [Int]
}

/// Location: LRQ to neighbours and from them (H.323 clause 8.1.6, H.225.0 clause 7.13).
extension Gatekeeper {
    // MARK: Asking

    /// Asks neighbours where a call goes, the one with the longest fitting prefix first.
    mutating func locate(
        _ aliases: [RASAlias],
        for body: H225.AdmissionRequest,
        _ request: RASInboundID,
        _ endpoint: SlabIndex,
        at now: Instant
    ) {
        let neighbours = self.neighbours(for: aliases)
        guard !neighbours.isEmpty else {
            self.reject(request, .calledPartyNotRegistered, at: now)
            return
        }
        guard self.locations.count < self.settings.limits.locations else {
            self.outputs.append(.limitReached("locations"))
            self.reject(request, .resourceUnavailable, at: now)
            return
        }
        let location = self.locations.insert(
            PendingLocation(
                body: body.essentials,
                request: request,
                endpoint: endpoint,
                aliases: aliases,
                neighbours: neighbours.reversed()
            )
        )
        self.askNextNeighbour(location, refusal: .calledPartyNotRegistered, at: now)
    }

    /// The places of the neighbours that may know one of these, the longest prefix first.
    private func neighbours(for aliases: [RASAlias]) -> [Int] {
        let fitting = self.settings.neighbours.enumerated().compactMap {
            place,
            neighbour -> (place: Int, length: Int)? in
            neighbour.prefixes.compactMap { prefix -> Int? in
                let fits =
                    prefix.isEmpty
                    || aliases.contains { $0.digits?.bytes.starts(with: prefix.bytes) ?? false }
                return fits && !aliases.isEmpty ? prefix.count : nil
            }.max().map { (place, $0) }
        }
        return fitting.sorted { ($1.length, $0.place) < ($0.length, $1.place) }
            .prefix(self.settings.limits.neighboursOfCall).map(\.place)
    }

    /// Asks the next neighbour, or refuses the call when all have been asked.
    mutating func askNextNeighbour(
        _ location: SlabIndex,
        refusal: H225.AdmissionRejectReason,
        at now: Instant
    ) {
        guard let pending = self.locations[location] else {
            return
        }
        guard let place = pending.neighbours.last else {
            self.locations.remove(location)
            self.reject(pending.request, refusal, at: now)
            return
        }
        self.locations[location]?.neighbours.removeLast()
        var body = H225.LocationRequest(
            requestSeqNum: 1,
            destinationInfo: pending.aliases.map(\.address),
            replyAddress: H225.TransportAddress(self.settings.rasAddress)
        )
        body.sourceInfo = pending.body.srcInfo
        body.canMapAlias = false
        body.gatekeeperIdentifier = self.settings.identifier
        body.callIdentifier = pending.body.callIdentifier
        body.hopCount = self.settings.hopCount
        body.bandWidth = pending.body.bandWidth
        self.layer.send(body, to: self.settings.neighbours[place].address, for: .location(location), at: now)
    }

    mutating func receive(locationAnswer message: H225.RasMessage, for location: SlabIndex, at now: Instant) {
        switch message {
        case .locationConfirm(let confirm):
            guard let remote = confirm.callSignalAddress.reachableAddress,
                let pending = self.locations.remove(location)
            else {
                self.askNextNeighbour(location, refusal: .calledPartyNotRegistered, at: now)
                return
            }
            self.admit(pending.body, pending.request, pending.endpoint, remote: remote, at: now)
        case .locationReject(let reject):
            self.askNextNeighbour(location, refusal: reject.rejectReason.forCaller, at: now)
        default:
            self.askNextNeighbour(location, refusal: .calledPartyNotRegistered, at: now)
        }
    }

    // MARK: Being asked

    mutating func receive(
        _ body: H225.LocationRequest,
        _ request: RASInboundID,
        from source: TransportAddress,
        at now: Instant
    ) {
        let reply = body.replyAddress.reachableAddress
        guard self.mayLocate(body, from: source, at: now) else {
            let reject = H225.LocationReject(requestSeqNum: 1, rejectReason: .requestDenied)
            self.layer.respond(to: request, with: reject, at: now)
            return
        }
        let aliases = body.destinationInfo.prefix(self.settings.limits.aliasesOfEndpoint).compactMap { RASAlias($0) }
        guard let address = self.location(of: aliases) else {
            let reject = H225.LocationReject(requestSeqNum: 1, rejectReason: .notRegistered)
            self.layer.respond(to: request, with: reject, replyingTo: reply, at: now)
            return
        }
        let confirm = H225.LocationConfirm(
            requestSeqNum: 1,
            callSignalAddress: H225.TransportAddress(
                self.settings.routesCalls ? self.settings.callSignalAddress : address
            ),
            rasAddress: H225.TransportAddress(self.settings.rasAddress)
        )
        self.layer.respond(to: request, with: confirm, replyingTo: reply, at: now)
    }

    /// Neighbours may ask, and endpoints that are registered.
    private mutating func mayLocate(
        _ body: H225.LocationRequest,
        from source: TransportAddress,
        at now: Instant
    ) -> Bool {
        guard !self.settings.neighbours.contains(where: { $0.address.ip == source.ip }) else {
            return true
        }
        guard let identifier = body.endpointIdentifier else {
            return false
        }
        if case .success = self.sender(identifier, of: body, from: source, mustProve: false, at: now) {
            return true
        }
        return false
    }
}

extension H225.AdmissionRequest {
    /// What admitting the call takes, and one name of the caller.
    fileprivate var essentials: H225.AdmissionRequest {
        var essentials = H225.AdmissionRequest(
            requestSeqNum: self.requestSeqNum,
            callType: .pointToPoint,
            endpointIdentifier: self.endpointIdentifier,
            srcInfo: Array(self.srcInfo.prefix(1)),
            bandWidth: self.bandWidth,
            callReferenceValue: self.callReferenceValue,
            conferenceID: self.conferenceID,
            activeMC: false,
            answerCall: self.answerCall
        )
        essentials.callIdentifier = self.callIdentifier
        return essentials
    }
}

extension H225.LocationRejectReason {
    /// What a caller is told when the last neighbour has refused.
    fileprivate var forCaller: H225.AdmissionRejectReason {
        switch self {
        case .incompleteAddress: .incompleteAddress
        case .unallocatedNumber: .unallocatedNumber
        case .noRouteToDestination, .hopCountExceeded: .noRouteToDestination
        case .resourceUnavailable: .resourceUnavailable
        case .aliasesInconsistent: .aliasesInconsistent
        case .routeCalltoSCN(let numbers): .routeCallToSCN(numbers)
        case .requestDenied, .invalidPermission: .requestDenied
        case .notRegistered, .undefinedReason, .securityDenial, .genericDataReason, .neededFeatureNotSupported,
            .securityError, .securityDHmismatch, .unrecognized:
            .calledPartyNotRegistered
        }
    }
}
