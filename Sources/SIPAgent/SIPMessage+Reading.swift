import CallModel
import ProtocolKit
import SDP
import SIPSyntax

/// What the agent asks messages for, decoded without keeping anything.
extension SIPMessage {
    /// Whether an option tag or another token stands in any field of this name; compared without case.
    func lists(_ token: StaticString, in name: SIPHeaderName) -> Bool {
        guard self.contains(name) else {
            return false
        }
        for field in self.fields where self.hasName(name, field) {
            var cursor = ByteCursor(self.bytes, in: field.valueRange)
            while !cursor.isAtEnd {
                _ = cursor.take(while: { $0 == 0x20 || $0 == 0x09 || $0 == 0x2C })
                if self.isToken(cursor.take(while: { $0 != 0x2C && $0 != 0x20 && $0 != 0x09 }), token) {
                    return true
                }
            }
        }
        return false
    }

    private func isToken(_ range: Range<Int>, _ token: StaticString) -> Bool {
        guard range.count == token.utf8CodeUnitCount else {
            return false
        }
        return token.withUTF8Buffer { text in
            unsafe zip(self.bytes[range], text).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
        }
    }

    /// The tokens of all fields of this name.
    func tokens(of name: SIPHeaderName) -> [ByteString] {
        var tokens: [ByteString] = []
        for field in self.fields(of: name) {
            for part in self.bytes[field.valueRange].split(separator: 0x2C) {
                let token = part.drop(while: { $0 == 0x20 || $0 == 0x09 })
                tokens.append(ByteString(token.prefix(while: { $0 != 0x20 && $0 != 0x09 })))
            }
        }
        return tokens
    }

    /// The number that the first field of this name begins with.
    func decimal(of name: SIPHeaderName) -> UInt64? {
        guard let range = self.firstValue(of: name) else {
            return nil
        }
        var cursor = ByteCursor(self.bytes, in: range)
        return cursor.takeDecimal()
    }

    /// The URI of the first Contact.
    var contactURI: SIPURI? {
        guard let contact = try? self.first(Contact.self) else {
            return nil
        }
        return contact.uri
    }

    /// The Record-Route values in their order; `nil` when one is malformed or there are more than `limit`.
    func recordRoutes(limit: Int) -> [(value: ByteString, uri: SIPURI)]? {
        guard self.contains(.recordRoute) else {
            return []
        }
        guard let routes = try? self.all(RecordRoute.self, limit: limit) else {
            return nil
        }
        return routes.map { route in
            var value: [UInt8] = []
            value.append(0x3C)
            value.append(contentsOf: route.uri.text.bytes)
            value.append(0x3E)
            value.append(contentsOf: route.parameters.text.bytes)
            return (ByteString(value), route.uri)
        }
    }

    /// The Record-Route lines as they came, for the responses that repeat them (RFC 3261 §12.1.1).
    var recordRouteLines: [UInt8] {
        guard self.contains(.recordRoute) else {
            return []
        }
        var lines: [UInt8] = []
        for field in self.fields where self.hasName(.recordRoute, field) {
            lines.append("Record-Route: ")
            lines.append(contentsOf: self.bytes[field.valueRange])
            lines.append("\r\n")
        }
        return lines
    }

    /// What the message says about session timers (RFC 4028 §4, §5).
    var sessionTimerRequest: SessionTimerPolicy.Request {
        var request = SessionTimerPolicy.Request(supportsTimer: self.lists("timer", in: .supported))
        request.minimum = self.decimal(of: .minSE).map { UInt32(clamping: $0) } ?? 90
        guard let range = self.firstValue(of: .sessionExpires) else {
            return request
        }
        var cursor = ByteCursor(self.bytes, in: range)
        request.interval = cursor.takeDecimal().map { UInt32(clamping: $0) }
        let parameters = ByteString(self.bytes[cursor.remainingRange]).lowercased.bytes
        if parameters.index(after: "refresher=uac") != nil {
            request.refresher = .uac
        } else if parameters.index(after: "refresher=uas") != nil {
            request.refresher = .uas
        }
        return request
    }

    /// The response and INVITE that a PRACK acknowledges (RFC 3262 §7.2).
    var acknowledgedProvisional: (response: UInt32, invite: UInt32)? {
        guard let range = self.firstValue(of: .rack) else {
            return nil
        }
        var cursor = ByteCursor(self.bytes, in: range)
        guard let response = cursor.takeDecimal() else {
            return nil
        }
        _ = cursor.take(while: { $0 == 0x20 || $0 == 0x09 })
        guard let invite = cursor.takeDecimal() else {
            return nil
        }
        return (UInt32(clamping: response), UInt32(clamping: invite))
    }

    /// What the peer has said that it can do.
    var abilities: SIPLeg.PeerAbilities {
        var abilities: SIPLeg.PeerAbilities = []
        if self.lists("UPDATE", in: .allow) {
            abilities.insert(.update)
        }
        if self.lists("timer", in: .supported) {
            abilities.insert(.timer)
        }
        if self.lists("100rel", in: .supported) || self.lists("100rel", in: .require) {
            abilities.insert(.reliableProvisionals)
        }
        if self.contains(.allow), !self.lists("INFO", in: .allow) {
            abilities.insert(.refusesInformation)
        }
        return abilities
    }
}
