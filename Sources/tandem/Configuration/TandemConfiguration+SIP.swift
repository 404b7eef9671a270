import CallControl
import CallModel
import Digests
import ProtocolKit
import SIPAgent
import SIPTransactions
import SignalingShell

extension TandemConfiguration {
    private static let hour: Duration = .seconds(3600)
    private static let day: Duration = .seconds(86400)

    mutating func readSIP(_ section: Section) {
        section.read("user-agent", into: &self.sip.userAgent)
        section.read("realm", into: &self.sip.realm)
        self.sip.domains = section.scalars("domains")?.map { ByteString($0.text) } ?? []
        let policy = section.section("policy")
        Self.read(&self.sip.legPolicy, policy)
        policy.end()
        self.readRegistrar(section.section("registrar"))
        self.readAuthentication(section.section("authentication"))
        self.readLocating(section.section("locating"))
        self.readTimers(section.section("timers"))
        section.end()
    }

    private mutating func readRegistrar(_ section: Section) {
        let bounds = Duration.seconds(1)...Self.day
        section.read("shortest-expiry", in: bounds, into: &self.sip.registrar.minimumExpires)
        section.read("longest-expiry", in: bounds, into: &self.sip.registrar.maximumExpires)
        section.read("default-expiry", in: bounds, into: &self.sip.registrar.defaultExpires)
        section.read("contacts-per-user", in: 1...1000, into: &self.sip.registrar.contactsPerUser)
        section.read("contacts", in: 1...10_000_000, into: &self.sip.registrar.contacts)
        section.read("requires-path-support", into: &self.sip.registrar.requiresPathSupport)
        section.end()
    }

    private mutating func readAuthentication(_ section: Section) {
        let words: KeyValuePairs<String, HashAlgorithm> = ["sha-256": .sha256, "md5": .md5]
        // Phones with older libraries give up when they are challenged with an algorithm that they do not know, even
        // beside one that they do (against RFC 8760 §2.4), so the stronger one is a choice.
        self.sip.authentication.algorithms = [.md5]
        if let scalars = section.scalars("algorithms") {
            self.sip.authentication.algorithms = scalars.compactMap { scalar in
                guard let algorithm = words.first(where: { $0.key == scalar.text.lowercased() })?.value else {
                    section.report(scalar, "`\(scalar.text)` is none of `sha-256`, `md5`")
                    return nil
                }
                return algorithm
            }
        }
        let lifetime = Duration.seconds(10)...Self.day
        section.read("nonce-lifetime", in: lifetime, into: &self.sip.authentication.nonceLifetime)
        section.read("failures-per-source", in: 1...100_000, into: &self.sip.authentication.failuresPerSource)
        let forgiveness = Duration.milliseconds(10)...Self.day
        section.read("failure-forgiveness", in: forgiveness, into: &self.sip.authentication.failureForgiveness)
        section.end()
    }

    private mutating func readLocating(_ section: Section) {
        section.read("naptr", into: &self.sip.locating.asksForPointers)
        section.read("prefers-ipv6", into: &self.sip.locating.prefersIPv6)
        section.read("timeout", in: .milliseconds(100)...(.seconds(120)), into: &self.sip.locating.timeout)
        section.read("host-timeout", in: .milliseconds(100)...(.seconds(120)), into: &self.sip.locating.hopTimeout)
        if let servers = section.scalars("servers") {
            self.nameServers = servers.compactMap { section.address($0) }
        }
        section.end()
    }

    private mutating func readTimers(_ section: Section) {
        section.read("t1", in: .milliseconds(10)...(.seconds(60)), into: &self.sip.timers.t1)
        section.read("t2", in: .milliseconds(10)...(.seconds(120)), into: &self.sip.timers.t2)
        section.read("t4", in: .milliseconds(10)...(.seconds(120)), into: &self.sip.timers.t4)
        section.end()
    }

    /// What holds for the legs of one kind of peer.
    static func read(_ policy: inout SIPLegPolicy, _ section: Section) {
        section.read("trusted", into: &policy.isTrusted)
        section.read(
            "asserted-identity",
            of: ["none": .none, "asserted": .asserted, "remote-party": .remoteParty],
            into: &policy.assertedIdentity
        )
        policy.relayedHeaders = section.scalars("headers")?.map { ByteString($0.text) } ?? policy.relayedHeaders
        section.read("information", into: &policy.relaysInformation)
        section.read(
            "reliable-provisionals",
            of: ["off": .off, "supported": .supported, "required": .required],
            into: &policy.reliableProvisionals
        )
        section.read(
            "session-timers",
            of: ["passive": .passive, "active": .active, "off": .off],
            into: &policy.sessionTimers
        )
        let interval = Duration.seconds(90)...Self.day
        section.read("session-interval", in: interval, into: &policy.sessionInterval)
        section.read("shortest-session-interval", in: interval, into: &policy.minimumSessionInterval)
        section.read("pass-status", into: &policy.passesStatus)
    }

    mutating func readUsers(_ root: Section) {
        var names: Set<ByteString> = []
        for section in root.sections("users") ?? [] {
            let name = section.required("name", "give the user part of the user's address")
            let password = section.required("password", "there is no default password; choose one")
            var user = SIPUserConfiguration(name: name, secret: .password(password))
            section.read("display-name", into: &user.displayName)
            section.read("context", into: &user.context)
            section.read("contacts", in: 1...1000, into: &user.maximumContacts)
            section.read("calls", in: 0...100_000, into: &user.maximumCalls)
            section.end()
            if !names.insert(name).inserted {
                section.report("name", "the name `\(name)` is taken by another user")
            }
            self.contextUses.append(ContextUse("user `\(name)`", user.context, section, key: "context"))
            self.sip.users.append(user)
        }
    }
}
