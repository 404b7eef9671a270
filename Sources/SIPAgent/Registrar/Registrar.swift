package import CallModel
package import ProtocolKit
package import SIPSyntax

/// Keeps where the users of the configuration can be reached (RFC 3261 §10.3, RFC 3327).
///
/// It is asked after the request has been authenticated. A request changes all that it names or nothing. Everything is
/// bounded: contacts of one user, contacts in all, Path entries and octets of each.
package struct Registrar: Sendable {
    /// The response to a REGISTER.
    package struct Answer: Hashable, Sendable {
        /// The status.
        package let status: SIPStatus

        /// A reason phrase that says more than the standard one; `nil` takes that.
        package let phrase: ByteString?

        /// Complete header lines.
        package let headers: [UInt8]

        init(_ status: SIPStatus, phrase: ByteString? = nil, headers: [UInt8] = []) {
            self.status = status
            self.phrase = phrase
            self.headers = headers
        }
    }

    private let policy: RegistrarPolicy
    private let contactLimits: [ByteString: Int]
    private var bindings: [ByteString: [Binding]] = [:]
    private var usersOfFlow: [FlowID: Set<ByteString>] = [:]
    private var expiries = DeadlineQueue<ByteString>()
    private var observations = OutputQueue<Observation>()

    /// How many contacts are registered.
    package private(set) var contactCount = 0

    /// A registrar without contacts for these users.
    package init(policy: RegistrarPolicy, users: [SIPUserConfiguration]) {
        self.policy = policy
        let limits = users.map { ($0.name, $0.maximumContacts ?? policy.contactsPerUser) }
        self.contactLimits = Dictionary(limits) { first, _ in first }
    }

    /// The next moment that a contact expires.
    package var nextDeadline: Instant? {
        self.expiries.next
    }

    /// The oldest observation that was not taken yet.
    package mutating func nextObservation() -> Observation? {
        self.observations.next()
    }

    /// Whether there is such a user.
    package func hasUser(_ user: ByteString) -> Bool {
        self.contactLimits[user] != nil
    }

    /// The contacts of a user, most preferred first and among equals the latest first; empty when nobody registered.
    package func contacts(of user: ByteString, at now: Instant) -> [RegisteredContact] {
        let current = (self.bindings[user] ?? []).filter { $0.expiry > now }
        return current.reversed().enumerated()
            .sorted { ($1.element.preference, $0.offset) < ($0.element.preference, $1.offset) }
            .map { $0.element.contact(of: user) }
    }

    /// What call control asks to know.
    package func answer(_ question: RouteQuestion, at now: Instant) -> RouteAnswer {
        switch question {
        case .locate(let user):
            self.hasUser(user) ? .contacts(self.contacts(of: user, at: now)) : .unknownUser
        }
    }

    /// Serves a REGISTER for the address of record in its To, sent by the authenticated `user`.
    ///
    /// `time` dates the response (RFC 3261 §10.3 step 8). Whether the domain is ours has been checked.
    package mutating func receive(
        _ message: SIPMessage,
        from source: RegistrationSource,
        by user: ByteString,
        at now: Instant,
        time: CivilTime?
    ) -> Answer {
        guard message.to.uri.isSIP, message.to.uri.user == user else {
            // RFC 3261 §10.3 step 4: a user may change its own bindings only.
            return Answer(403)
        }
        guard let limit = self.contactLimits[user] else {
            return Answer(404)
        }
        let request: RegistrationRequest
        do throws(SIPParseError) {
            request = try RegistrationRequest(message, policy: self.policy)
        } catch {
            return Answer(400, phrase: error.explanation)
        }
        if self.policy.requiresPathSupport, !request.path.isEmpty, !request.supportsPath {
            return Answer(421, headers: Array("Require: path\r\n".utf8))
        }
        self.expire(user, at: now)
        if let refusal = self.apply(request, of: user, from: source, limit: limit, at: now) {
            return refusal
        }
        return Answer(200, headers: self.lines(for: request, of: user, at: now, time: time))
    }

    /// Drops the contacts that are reached by a connection only, now that it is gone (RFC 5626 §5.3, §7).
    package mutating func flowClosed(_ flow: FlowID) {
        for user in self.usersOfFlow.removeValue(forKey: flow) ?? [] {
            var kept: [Binding] = []
            for var binding in self.bindings[user] ?? [] {
                guard binding.flow == flow else {
                    kept.append(binding)
                    continue
                }
                if binding.isTranslated {
                    self.observations.append(.unregistered(user: user, contact: binding.uri, .flowLost))
                } else {
                    binding.flow = nil
                    kept.append(binding)
                }
            }
            self.store(kept, of: user)
        }
    }

    /// Removes what has expired.
    package mutating func advance(to now: Instant) {
        while let user = self.expiries.popDue(at: now) {
            self.expire(user, at: now)
        }
    }
}

extension Registrar {
    /// RFC 3261 §10.3 step 7, on a copy that replaces the bindings when all of it was possible.
    private mutating func apply(
        _ request: RegistrationRequest,
        of user: ByteString,
        from source: RegistrationSource,
        limit: Int,
        at now: Instant
    ) -> Answer? {
        let former = self.bindings[user] ?? []
        var draft = RegistrationDraft(former, policy: self.policy, request: request, source: source)
        switch request.change {
        case .query:
            return nil
        case .removeAll:
            guard draft.removeAll() else {
                return Answer(500, phrase: "Out of Order CSeq")
            }
        case .update(let wishes):
            for wish in wishes {
                switch draft.apply(wish, at: now) {
                case .done:
                    continue
                case .outOfOrder:
                    return Answer(500, phrase: "Out of Order CSeq")
                case .tooBrief:
                    return self.intervalTooBrief
                }
            }
        }
        guard draft.bindings.count <= max(limit, former.count) else {
            self.observations.append(.limitReached(.contacts, by: user))
            return Answer(403, phrase: "Too Many Contacts")
        }
        guard self.contactCount + draft.bindings.count - former.count <= self.policy.contacts else {
            self.observations.append(.limitReached(.contacts, by: user))
            return Answer(503, headers: Array("Retry-After: 60\r\n".utf8))
        }
        self.report(draft, of: user, from: source, at: now)
        self.store(draft.bindings, of: user)
        return nil
    }

    private var intervalTooBrief: Answer {
        var headers: [UInt8] = []
        headers.append("Min-Expires: ")
        headers.appendDecimal(UInt64(max(self.policy.minimumExpires.nanoseconds / 1_000_000_000, 1)))
        headers.append("\r\n")
        return Answer(423, headers: headers)
    }

    private mutating func report(
        _ draft: RegistrationDraft,
        of user: ByteString,
        from source: RegistrationSource,
        at now: Instant
    ) {
        for uri in draft.removed {
            self.observations.append(.unregistered(user: user, contact: uri, .byUser))
        }
        for binding in draft.added {
            let expires = now.duration(to: binding.expiry)
            self.observations.append(
                .registered(user: user, contact: binding.uri, expires: expires, from: source.remote)
            )
        }
    }

    private mutating func expire(_ user: ByteString, at now: Instant) {
        guard let former = self.bindings[user], former.contains(where: { $0.expiry <= now }) else {
            return
        }
        for binding in former where binding.expiry <= now {
            self.observations.append(.unregistered(user: user, contact: binding.uri, .expired))
        }
        self.store(former.filter { $0.expiry > now }, of: user)
    }

    /// The one place that changes bindings, and with them the count, the deadline and the flows.
    private mutating func store(_ bindings: [Binding], of user: ByteString) {
        let former = self.bindings[user] ?? []
        self.contactCount += bindings.count - former.count
        self.bindings[user] = bindings.isEmpty ? nil : bindings
        self.expiries.set(bindings.map(\.expiry).min(), for: user)
        let flows = Set(bindings.compactMap(\.flow))
        for flow in Set(former.compactMap(\.flow)).subtracting(flows) {
            self.usersOfFlow[flow]?.remove(user)
            if self.usersOfFlow[flow]?.isEmpty == true {
                self.usersOfFlow[flow] = nil
            }
        }
        for flow in flows {
            self.usersOfFlow[flow, default: []].insert(user)
        }
    }

    /// RFC 3261 §10.3 step 8, RFC 3327 §5.3.
    private func lines(
        for request: RegistrationRequest,
        of user: ByteString,
        at now: Instant,
        time: CivilTime?
    ) -> [UInt8] {
        var lines: [UInt8] = []
        for binding in self.bindings[user] ?? [] {
            binding.append(to: &lines, at: now)
        }
        if request.supportsPath {
            for entry in request.path {
                lines.append("Path: <")
                lines.append(contentsOf: entry.bytes)
                lines.append(">\r\n")
            }
        }
        if let time {
            lines.append("Date: ")
            SIPDate(time).append(to: &lines)
            lines.append("\r\n")
        }
        return lines
    }
}
