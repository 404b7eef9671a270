import CallModel
import ProtocolKit

extension TrialReading {
    /// What a peer can be told to do in one word.
    private enum PeerWord: String, CaseIterable {
        case answer
        case ring
        case silence
        case absent
        case busy
        case reject
        case decline
        case redirect
    }

    /// How a target behaves.
    mutating func peer(_ node: TrialNode) -> TrialPeer? {
        self.check(node, keys: ["target", "does", "status", "cause", "to", "after", "hangs-up"])
        let target = self.required(node, "target", "write it as the plan does, as user/bob or trunk/carrier/*")
        let told = ["does", "status", "cause"].filter { node.entry($0) != nil }
        guard told.count == 1 else {
            let message =
                told.isEmpty
                ? "the peer does nothing; add `does`, `status` or `cause`"
                : "the peer does several things; keep one of `does`, `status` and `cause`"
            self.add(message, at: node.place)
            return nil
        }
        let behavior: TrialPeer.Behavior? =
            if told == ["status"] {
                self.status(node, "status", atLeast: 400).map { .refuses(status: $0) }
            } else if told == ["cause"] {
                self.cause(node, "cause").map { .fails($0) }
            } else {
                self.choice(node, "does", PeerWord.self).flatMap { self.behavior($0, node) }
            }
        if node.entry("to") != nil, node.entry("does")?.values != ["redirect"] {
            self.add("only does=\"redirect\" sends a caller elsewhere", at: node, key: "to")
        }
        guard let target, let behavior else {
            return nil
        }
        let after = self.duration(node, "after") ?? (behavior == .answers ? .seconds(1) : .zero)
        let hangsUp = self.durationOrNever(node, "hangs-up") ?? nil
        return TrialPeer(pattern: target, behavior: behavior, after: after, hangsUpAfter: hangsUp)
    }

    private mutating func behavior(_ word: PeerWord, _ node: TrialNode) -> TrialPeer.Behavior? {
        switch word {
        case .answer:
            return .answers
        case .ring:
            return .rings
        case .silence:
            return .isSilent
        case .absent:
            return .isAbsent
        case .busy:
            return .fails(.userBusy)
        case .reject:
            return .refuses(status: 403)
        case .decline:
            return .refuses(status: 603)
        case .redirect:
            let contacts = self.words(node, "to") ?? []
            guard !contacts.isEmpty else {
                self.add("does=\"redirect\" needs where to; add `to` with SIP URIs", at: node, key: "to")
                return nil
            }
            return .redirects(to: contacts)
        }
    }
}
