import ProtocolKit

/// The functions of FreeSWITCH's API that `${name(argument)}` may call here.
enum FreeSWITCHFunction: String, CaseIterable {
    case regex
    case cond
    case strftime
    case strftimeZone = "strftime_tz"
    case strepoch
    case hash
    case db
    case urlEncode = "url_encode"
    case urlDecode = "url_decode"
    case upper = "toupper"
    case lower = "tolower"
    case userExists = "user_exists"
    case userData = "user_data"
    case domainExists = "domain_exists"
    case moduleExists = "module_exists"
    case eval
    case expand
    case echo
    case globalVariable = "global_getvar"
    case groupCall = "group_call"
    case sofiaContact = "sofia_contact"

    init?(named key: ByteString) {
        self.init(rawValue: key.description)
    }

    /// What an author should know who calls it; `nil` when it is what FreeSWITCH has.
    var advice: String? {
        switch self {
        case .groupCall:
            "there are no groups here, so it gives error/NO_ROUTE_DESTINATION; write the targets with commas between"
        case .sofiaContact:
            "where a user is registered is found when it is called; write user/NAME in the bridge"
        case .userData:
            "users have no variables here, so it is empty"
        case .regex, .cond, .strftime, .strftimeZone, .strepoch, .hash, .db, .urlEncode, .urlDecode, .upper, .lower,
            .userExists, .domainExists, .moduleExists, .eval, .expand, .echo, .globalVariable:
            nil
        }
    }
}

extension FreeSWITCHChannel {
    /// What a function gives for an argument.
    mutating func result(of function: FreeSWITCHFunction, _ argument: MarkedText) -> MarkedText {
        switch function {
        case .regex:
            self.regex(argument)
        case .cond:
            FreeSWITCHComparison.result(argument)
        case .strftime:
            self.strftime(argument)
        case .strftimeZone:
            self.strftimeZone(argument)
        case .strepoch:
            MarkedText(authored: String(self.epoch(argument)))
        case .hash:
            self.hash(argument)
        case .db:
            self.database(argument)
        case .urlEncode:
            argument.urlEncoded
        case .urlDecode:
            argument.urlDecoded
        case .upper:
            MarkedText(argument.octets.map(\.uppercased))
        case .lower:
            MarkedText(argument.octets.map(\.lowercased))
        case .userExists:
            self.userExists(argument)
        case .userData:
            MarkedText()
        case .domainExists:
            self.truth(argument.isEmpty ? nil : self.plan.environment.domains.contains(argument.description))
        case .moduleExists:
            self.truth(argument.isEmpty ? nil : self.plan.environment.modules.contains(argument.description))
        case .eval, .expand, .echo:
            argument
        case .globalVariable:
            self.plan.globals[argument.key] ?? MarkedText()
        case .groupCall:
            MarkedText(authored: "error/NO_ROUTE_DESTINATION")
        case .sofiaContact:
            MarkedText(authored: "error/user_not_registered")
        }
    }

    private func truth(_ value: Bool?) -> MarkedText {
        MarkedText(authored: value.map { $0 ? "true" : "false" } ?? "")
    }

    /// `key user domain`: only users of the configuration are known, by their names.
    private func userExists(_ argument: MarkedText) -> MarkedText {
        let parts = argument.arguments(separatedBy: " ", limit: 3)
        guard parts.count == 3, let users = self.plan.names.users else {
            return self.truth(false)
        }
        return self.truth(users.contains(parts[1].string))
    }

    /// `text|expression[|substitution[|flags]]`, or with `m:~` in front another delimiter.
    private mutating func regex(_ argument: MarkedText) -> MarkedText {
        var text = argument
        var delimiter: MarkedOctet = "|"
        let marks = text.octets.prefix(3)
        if marks.starts(with: ["m", ":"]), let own = marks.last, marks.count == 3, ["|", "~", "/"].contains(own) {
            delimiter = own
            text = text.dropFirst(3)
        }
        let parts = text.arguments(separatedBy: delimiter, limit: 4)
        guard parts.count >= 2 else {
            return MarkedText(authored: "-ERR")
        }
        let match = self.expression(parts[1].bytes).flatMap { HuntMatch($0, parts[0]) }
        guard parts.count > 2 else {
            return self.truth(match != nil)
        }
        if let match {
            let replaced = MarkedText(parts[2].octets.map { $0 == "%" ? "$" : $0 })
            let limit = (parts[0].count + parts[2].count + 10) * match.count - 1
            return CaptureTemplate(replaced).text(captures: match.captures, limit: limit)
        }
        let flags = parts.count > 3 ? parts[3].description : ""
        return flags.contains("n") ? MarkedText() : flags.contains("b") ? self.truth(false) : parts[0]
    }
}
