import CallModel
import ProtocolKit

extension FreeSWITCHChannel {
    /// The channel of a call that came in.
    init(_ plan: FreeSWITCHPlan, _ facts: CallFacts, context: ByteString) {
        self.init(plan, at: facts.time)
        self.setProfile(facts, context: context)
        self.setVariables(facts)
    }

    private mutating func setProfile(_ facts: CallFacts, context: ByteString) {
        self.profile.set(.dialplan, to: MarkedText(authored: "XML"))
        self.profile.set(.context, to: MarkedText(authored: context))
        self.profile.set(.source, to: MarkedText(authored: facts.signaling == .mgcp ? "mod_mgcp" : "mod_sofia"))
        let foreign: [(CallerField, ByteString)] = [
            (.destinationNumber, facts.destinationNumber), (.callerNumber, facts.callerNumber),
            (.callerName, facts.callerName), (.originalCallerNumber, facts.callerNumber),
            (.originalCallerName, facts.callerName), (.ani, facts.callerNumber), (.rdnis, facts.divertingNumber),
            (.username, facts.user), (.uuid, facts.identifier), (.channelName, Self.channelName(facts)),
            (.networkAddress, facts.source.map { ByteString($0.ip.description) } ?? ""),
        ]
        for (field, text) in foreign where !text.isEmpty {
            self.profile.set(field, to: MarkedText(foreign: text))
        }
    }

    private mutating func setVariables(_ facts: CallFacts) {
        self.set("direction", to: MarkedText(authored: "inbound"))
        for (name, value) in Self.variables(facts) where !value.isEmpty {
            self.set(name, to: MarkedText(foreign: value))
        }
    }

    /// The variables of a call that came in, with their values.
    private static func variables(_ facts: CallFacts) -> [(StaticString, ByteString)] {
        let address = facts.source.map { ByteString($0.ip.description) } ?? ""
        let user = facts.user
        return [
            ("uuid", facts.identifier), ("call_uuid", facts.identifier),
            ("channel_name", self.channelName(facts)), ("sip_from_user", facts.callerNumber),
            ("sip_from_display", facts.callerName), ("sip_to_user", facts.destinationNumber),
            ("sip_req_user", facts.destinationNumber), ("sip_req_host", facts.destinationHost),
            ("sip_to_host", facts.destinationHost), ("sip_network_ip", address),
            ("sip_received_ip", address), ("sip_via_protocol", facts.transport),
            ("sip_gateway", facts.trunk), ("sofia_profile_name", facts.listener), ("user_name", user),
            ("sip_auth_username", user), ("sip_authorized", user.isEmpty ? "" : "true"),
            ("domain_name", user.isEmpty ? "" : facts.destinationHost),
        ]
    }

    /// The names of all variables that a call can begin with.
    static var initialNames: [String] {
        self.variables(CallFacts(destinationNumber: "")).map { "\($0.0)" } + ["direction"]
    }

    private static func channelName(_ facts: CallFacts) -> ByteString {
        guard !facts.listener.isEmpty else {
            return ""
        }
        return "sofia/\(facts.listener)/\(facts.callerNumber)".utf8Octets
    }
}

extension String {
    fileprivate var utf8Octets: ByteString {
        ByteString(self)
    }
}
