import CallControl
import CallModel
import ProtocolKit
import SIPAgent

extension TandemConfiguration {
    mutating func readTrunks(_ root: Section) {
        var names: Set<ByteString> = []
        for section in root.sections("trunks") ?? [] {
            let trunk = self.trunk(section)
            self.readMedia(of: trunk, section)
            section.end()
            if !names.insert(trunk.name).inserted {
                section.report("name", "the name `\(trunk.name)` is taken by another trunk")
            }
            if trunk.maximumCalls != nil || trunk.callsPerSecond != nil {
                let rate = trunk.callsPerSecond.map { CallLimitSettings.Rate(perSecond: UInt32(clamping: $0)) }
                self.calls.limits.trunks[trunk.name] = CallLimitSettings.Trunk(calls: trunk.maximumCalls, rate: rate)
            }
            if let context = trunk.context {
                self.contextUses.append(ContextUse("trunk `\(trunk.name)`", context, section, key: "context"))
            }
            self.sip.trunks.append(trunk)
        }
    }

    /// The media of a trunk's legs, where it is treated otherwise than in general.
    private mutating func readMedia(of trunk: SIPTrunkConfiguration, _ section: Section) {
        guard section.has("media") else {
            return
        }
        let media = section.section("media")
        var profile = self.media.profile
        Self.read(&profile, media)
        media.end()
        self.calls.trunkMedia[trunk.name] = profile
    }

    private func trunk(_ section: Section) -> SIPTrunkConfiguration {
        let name = section.required("name", "give it a name for dialplans: bridge to `trunk/NAME/$1`")
        let uri = section.required("uri", "write where calls go to, as sip:carrier.example.net")
        var trunk = SIPTrunkConfiguration(name: name, uri: uri)
        section.read("proxy", into: &trunk.proxy)
        self.readSources(section, &trunk)
        if let scalar = section.scalar("listener") {
            trunk.listener = self.listener(scalar, section)
        }
        section.read("caller-host", into: &trunk.callerHost)
        section.read("context", into: &trunk.context)
        section.read("challenges", into: &trunk.challenges)
        section.read("calls", in: 0...1_000_000, into: &trunk.maximumCalls)
        section.read("calls-per-second", in: 1...100_000, into: &trunk.callsPerSecond)
        trunk.credentials = Self.credentials(section)
        trunk.registration = Self.registration(section)
        trunk.probe = Self.probe(section)
        trunk.policy = self.sip.legPolicy
        let policy = section.section("policy")
        Self.read(&trunk.policy, policy)
        policy.end()
        Self.readCauses(section, &trunk.causes)
        return trunk
    }

    /// Addresses and blocks of addresses stand beside host names, which the agent keeps resolved.
    private func readSources(_ section: Section, _ trunk: inout SIPTrunkConfiguration) {
        for scalar in section.scalars("sources") ?? [] {
            if let prefix = AddressPrefix(scalar.text) {
                trunk.sources.append(prefix)
            } else if scalar.text.contains("/") || scalar.text.contains(":") || scalar.text.isEmpty {
                let advice = "write 192.0.2.1, 192.0.2.0/24, 2001:db8::/32 or a host name"
                section.report(scalar, "`\(scalar.text)` is no address; \(advice)")
            } else {
                trunk.sourceHosts.append(ByteString(scalar.text))
            }
        }
    }

    private func listener(_ scalar: Section.Scalar, _ section: Section) -> ListenerID? {
        let names = self.sip.listeners.map { $0.name.description }
        guard let index = names.firstIndex(of: scalar.text) else {
            let known = names.joined(separator: ", ")
            section.report(scalar, "there is no listener `\(scalar.text)`; known: \(known)")
            return nil
        }
        return ListenerID(UInt16(index))
    }

    private static func credentials(_ trunk: Section) -> DigestCredentials? {
        guard trunk.has("credentials") else {
            return nil
        }
        let section = trunk.section("credentials")
        defer { section.end() }
        let username = section.required("username", "write the user name that the trunk knows us by")
        let password = section.required("password", "write the password that the trunk gave us")
        var credentials = DigestCredentials(username: username, secret: .password(password))
        section.read("realm", into: &credentials.realm)
        return credentials
    }

    private static func registration(_ trunk: Section) -> TrunkRegistrationConfiguration? {
        guard trunk.has("registration") else {
            return nil
        }
        let section = trunk.section("registration")
        defer { section.end() }
        var registration = TrunkRegistrationConfiguration(
            registrar: section.required("registrar", "write the registrar, as sip:carrier.example.net"),
            addressOfRecord: section.required(
                "address-of-record",
                "write what is registered, as sip:4930123@carrier.example.net"
            ),
            contactUser: section.required("contact-user", "choose the user part by which the trunk's calls arrive")
        )
        section.read("expiry", in: .seconds(10)...(.seconds(86400)), into: &registration.expires)
        section.read("first-retry", in: .seconds(1)...(.seconds(3600)), into: &registration.firstRetry)
        section.read("longest-retry", in: .seconds(1)...(.seconds(86400)), into: &registration.maximumRetry)
        return registration
    }

    private static func probe(_ trunk: Section) -> TrunkProbeConfiguration? {
        guard trunk.has("probe") else {
            return nil
        }
        let section = trunk.section("probe")
        defer { section.end() }
        var probe = TrunkProbeConfiguration()
        section.read("interval", in: .seconds(1)...(.seconds(86400)), into: &probe.interval)
        section.read("interval-while-down", in: .seconds(1)...(.seconds(86400)), into: &probe.intervalWhileDown)
        section.read("failures-until-down", in: 1...100, into: &probe.failuresUntilDown)
        section.read("answers-until-up", in: 1...100, into: &probe.answersUntilUp)
        return probe
    }

    private static func readCauses(_ section: Section, _ causes: inout SIPCauseOverrides) {
        for (key, value) in section.pairs("causes-of-statuses") {
            guard let status = UInt16(key.text), (300...699).contains(status), let cause = UInt8(value.text),
                (1...127).contains(cause)
            else {
                section.report(key, "expected a status from 300 to 699 and a Q.850 value from 1 to 127, as `480: 19`")
                continue
            }
            causes.causes[status] = Q850Cause(rawValue: cause)
        }
        for (key, value) in section.pairs("statuses-of-causes") {
            guard let cause = UInt8(key.text), (1...127).contains(cause), let status = UInt16(value.text),
                (400...699).contains(status)
            else {
                section.report(key, "expected a Q.850 value from 1 to 127 and a status from 400 to 699, as `19: 480`")
                continue
            }
            causes.statuses[Q850Cause(rawValue: cause)] = status
        }
    }
}
