import ProtocolKit
import SIPSyntax

/// The bindings of one user while a request is applied to them (RFC 3261 §10.3 step 7).
struct RegistrationDraft: Sendable {
    /// What became of one contact of the request.
    enum Outcome: Sendable {
        case done
        /// The request is older than the one that set the binding.
        case outOfOrder
        /// The expiry that is asked for is below the minimum.
        case tooBrief
    }

    /// The bindings as they would be.
    private(set) var bindings: [Binding]

    /// The URIs that are no longer there.
    private(set) var removed: [ByteString] = []

    /// What was added or refreshed.
    private(set) var added: [Binding] = []

    private let policy: RegistrarPolicy
    private let request: RegistrationRequest
    private let source: RegistrationSource

    init(
        _ bindings: [Binding],
        policy: RegistrarPolicy,
        request: RegistrationRequest,
        source: RegistrationSource
    ) {
        self.bindings = bindings
        self.policy = policy
        self.request = request
        self.source = source
    }

    /// Removes everything; `false` when one binding was set by a later request of the same Call-ID.
    mutating func removeAll() -> Bool {
        guard self.bindings.allSatisfy({ self.isNewer(than: $0) }) else {
            return false
        }
        self.removed += self.bindings.map(\.uri)
        self.bindings = []
        return true
    }

    /// Adds, refreshes or removes one contact.
    mutating func apply(_ wish: RegistrationRequest.Wish, at now: Instant) -> Outcome {
        let place = self.bindings.firstIndex { self.names($0, wish.uri) }
        if let place, !self.isNewer(than: self.bindings[place]), !self.wasSet(self.bindings[place]) {
            return .outOfOrder
        }
        guard let expires = self.granted(wish.expires) else {
            return .tooBrief
        }
        if let place {
            let former = self.bindings.remove(at: place)
            if expires == .zero {
                self.removed.append(former.uri)
                self.added.removeAll { $0.uri == former.uri }
            }
        }
        if expires > .zero {
            let binding = self.binding(wish, expiry: now.advanced(by: expires))
            self.bindings.append(binding)
            self.added.append(binding)
        }
        return .done
    }

    private func names(_ binding: Binding, _ uri: SIPURI) -> Bool {
        if binding.uri == uri.text {
            return true
        }
        guard let bound = try? SIPURI(binding.uri) else {
            return false
        }
        return bound.isEquivalent(to: uri)
    }

    private func isNewer(than binding: Binding) -> Bool {
        binding.callID != self.request.callID || binding.cseq < self.request.cseq
    }

    /// Whether this very request set the binding: it names the same contact twice, and the last mention counts.
    private func wasSet(_ binding: Binding) -> Bool {
        self.added.contains { $0.uri == binding.uri }
    }

    /// The expiry to grant; `nil` when the wish is refused, which one of an hour or more may not be (RFC 3261 §10.3).
    private func granted(_ wish: UInt32?) -> Duration? {
        guard let wish else {
            return min(self.policy.defaultExpires, self.policy.maximumExpires)
        }
        guard wish > 0 else {
            return .zero
        }
        let duration = Duration.seconds(Int64(wish))
        if duration < self.policy.minimumExpires, wish < 3600 {
            return nil
        }
        return min(duration, self.policy.maximumExpires)
    }

    private func binding(_ wish: RegistrationRequest.Wish, expiry: Instant) -> Binding {
        let isDirect = !self.request.cameThroughProxy && self.request.path.isEmpty
        return Binding(
            uri: wish.uri.text,
            parameters: wish.parameters,
            callID: self.request.callID,
            cseq: self.request.cseq,
            expiry: expiry,
            preference: wish.preference ?? 1000,
            path: self.request.path,
            listener: self.source.listener,
            remote: self.source.remote,
            isTranslated: isDirect && self.isTranslated(wish.uri),
            flow: isDirect ? self.source.flow : nil
        )
    }

    /// Whether the contact names an address that the request did not come from: a translator stands between.
    private func isTranslated(_ uri: SIPURI) -> Bool {
        guard let address = uri.hostAddress else {
            return uri.host.lowercased.bytes.suffix(8) == Array(".invalid".utf8)
        }
        return address != self.source.remote.ip
    }
}
