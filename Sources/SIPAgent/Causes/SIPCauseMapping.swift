package import CallModel
package import ProtocolKit

/// Translates between the ends of SIP legs and release causes, by the tables and what a peer's configuration overrides.
///
/// What a peer stated stays beside what is derived from it. Everything that is sent agrees: the Reason header never
/// says something else than the status line (RFC 3326 §2, RFC 6432 §3).
package struct SIPCauseMapping: Sendable {
    /// What is known of a final response that ended a leg or an attempt.
    package struct FinalResponse: Sendable {
        /// The status, 300 or more.
        package var status: UInt16

        /// The reason phrase.
        package var phrase = ByteString()

        /// Whether a provisional response other than 100 had come before.
        package var followsProgress = false

        /// Whether our own registrar said it: the user is known and not registered.
        package var isFromRegistrar = false

        /// The Q.850 value of a Reason header, from a trusted peer only.
        package var stated: Q850Cause?

        /// The code of the first Warning, or 0.
        package var warning: UInt16 = 0

        /// The Retry-After.
        package var retryAfter: Duration?

        package init(status: UInt16) {
            self.status = status
        }
    }

    /// The final response that tells a SIP caller of a release cause.
    package struct Refusal: Hashable, Sendable {
        /// The status.
        package var status: UInt16

        /// Complete header lines: Reason, Warning, Retry-After.
        package var headers: [UInt8]

        /// The reason phrase in the words of the dialplan; `nil` for that of the status.
        package var phrase: ByteString?
    }

    private let overrides: SIPCauseOverrides
    private let passesStatus: Bool

    /// Translates with these exceptions; `passesStatus` hands a SIP status on to SIP callers unchanged.
    package init(overrides: SIPCauseOverrides = SIPCauseOverrides(), passesStatus: Bool = true) {
        self.overrides = overrides
        self.passesStatus = passesStatus
    }

    /// The cause of a leg that a final response ended.
    package func cause(of response: FinalResponse) -> ReleaseCause {
        ReleaseCause(
            response.stated ?? self.overrides.causes[response.status] ?? Self.tableCause(of: response),
            location: response.status >= 600 ? .user : .network,
            origin: .sipStatus(response.status, phrase: response.phrase),
            stated: response.stated,
            retryAfter: response.retryAfter,
            warning: response.warning
        )
    }

    /// The cause of a leg that a BYE or CANCEL ended; `stated` is its Reason's Q.850 value, from a trusted peer only.
    package func cause(ofRequest method: ByteString, stated: Q850Cause?) -> ReleaseCause {
        ReleaseCause(
            stated ?? .normalClearing,
            location: .user,
            origin: .sipRequest(method),
            stated: stated
        )
    }

    /// The final response for a caller whose call ended with `cause` before it was answered.
    ///
    /// `warningAgent` is the host that a Warning names as its author.
    package func refusal(for cause: ReleaseCause, hasNewNumber: Bool = false, warningAgent: ByteString) -> Refusal {
        let status = self.status(for: cause, hasNewNumber: hasNewNumber)
        var headers: [UInt8] = []
        headers.append(reason: self.agreeingCause(status, cause))
        switch status {
        case 488, 606:
            headers.append(warning: (300...399).contains(cause.warning) ? cause.warning : 304, agent: warningAgent)
        case 503:
            if let wait = cause.retryAfter ?? (cause.value == .congestion ? Self.defaultRetryAfter : nil) {
                headers.append(retryAfter: wait)
            }
        case 480, 486, 500, 600, 603:
            if let wait = cause.retryAfter {
                headers.append(retryAfter: wait)
            }
        default:
            break
        }
        return Refusal(status: status, headers: headers, phrase: Self.phrase(of: cause, status: status))
    }

    /// The Reason line of a BYE or CANCEL that ends a leg for `cause`; empty when there is nothing to say.
    package func reasonLine(for cause: ReleaseCause) -> [UInt8] {
        var line: [UInt8] = []
        switch cause.origin {
        case .local(.answeredElsewhere):
            // RFC 3326 §2: what tells a phone not to count a missed call.
            line.append("Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n")
        case .sipRequest where cause.stated == nil && cause.value == .normalClearing:
            break
        case .sipRequest, .sipStatus, .mgcpReturnCode, .mgcpReasonCode, .mgcpEvent, .local:
            line.append(reason: cause.value)
        }
        return line
    }
}

extension SIPCauseMapping {
    /// How long a caller is asked to wait when nobody said how long (RFC 3261 §21.5.4).
    private static let defaultRetryAfter: Duration = .seconds(5)

    /// Statuses that mean something on their own hop only, or that are malformed without headers of that hop.
    private static let hopStatuses: Set<UInt16> = [
        401, 405, 407, 413, 414, 415, 416, 420, 421, 422, 423, 481, 482, 487, 491, 494, 505, 513,
    ]

    private static func tableCause(of response: FinalResponse) -> Q850Cause {
        guard let row = SIPStatusCause.row(response.status) else {
            return SIPStatusCause.unlisted
        }
        switch response.status {
        case 480 where response.isFromRegistrar:
            return .subscriberAbsent
        case 488 where response.warning == 370, 606 where response.warning == 370:
            // 370 is insufficient bandwidth, the other codes of the 3xx range are about session parameters.
            return .bearerCapabilityNotAvailable
        case 503 where response.retryAfter != nil:
            return .congestion
        default:
            return response.followsProgress ? row.afterProgress ?? row.cause : row.cause
        }
    }

    /// The words that a dialplan has chosen with a status of its own.
    private static func phrase(of cause: ReleaseCause, status: UInt16) -> ByteString? {
        guard cause.location == .gateway, case .sipStatus(status, let phrase) = cause.origin, !phrase.isEmpty else {
            return nil
        }
        return phrase
    }

    private func status(for cause: ReleaseCause, hasNewNumber: Bool) -> UInt16 {
        // The gateway's own decision is not translated from anything.
        if cause.location == .gateway, case .sipStatus(let status, _) = cause.origin {
            return RefusalStatus.sendable(status)
        }
        if let status = self.overrides.statuses[cause.value] {
            return status
        }
        switch cause.origin {
        case .sipStatus(let status, _) where self.passesStatus && status >= 400 && !Self.hopStatuses.contains(status):
            return status
        case .local(.loop):
            // RFC 3261 §16.3 step 4.
            return 482
        case .local(.tooManyHops):
            // RFC 3261 §16.3 step 3.
            return 483
        case .sipStatus, .sipRequest, .mgcpReturnCode, .mgcpReasonCode, .mgcpEvent, .local:
            break
        }
        guard let row = CauseStatus.row(cause.value) else {
            return CauseStatus.unlisted
        }
        if hasNewNumber, let status = row.withNewNumber {
            return status
        }
        if cause.origin == .local(.mediaMismatch), let status = row.byMedia {
            return status
        }
        return cause.location == .user ? row.byUser ?? row.status : row.status
    }

    /// The value that the Reason header of a response states: the cause's own when it leads to this status or comes
    /// from it, the status's otherwise.
    private func agreeingCause(_ status: UInt16, _ cause: ReleaseCause) -> Q850Cause {
        if self.overrides.statuses[cause.value] == status {
            return cause.value
        }
        let leadsHere = CauseStatus.row(cause.value).map {
            [$0.status, $0.byUser, $0.withNewNumber, $0.byMedia].contains(status)
        }
        let comesFromHere = SIPStatusCause.row(status).map {
            [$0.cause, $0.afterProgress].contains(cause.value)
        }
        if leadsHere ?? (status == CauseStatus.unlisted) || comesFromHere ?? false {
            return cause.value
        }
        return SIPStatusCause.row(status)?.cause ?? SIPStatusCause.unlisted
    }
}
