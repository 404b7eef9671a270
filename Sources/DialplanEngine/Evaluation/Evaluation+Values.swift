import CallModel
import Expressions
import ProtocolKit

/// What fills the places of a dialplan.
extension Evaluation {
    /// What group `index` of the last match took.
    func capture(_ index: Int) -> ByteString? {
        self.captures[index].map { ByteString(self.subject.bytes[$0]) }
    }

    /// The value of one part; `nil` when it is longer than the limit.
    private mutating func value(of part: Template.Part) -> ByteString? {
        let value =
            switch part {
            case .literal(let octets):
                octets
            case .capture(let index):
                self.capture(index) ?? ByteString()
            case .field(let field):
                self.value(of: field)
            case .variable(let slot):
                self.variables[slot] ?? ByteString()
            case .lookup(let table, let key):
                self.expand(key).map { self.lookUp($0, in: self.plan.tables[table]) } ?? ByteString()
            }
        guard value.count <= self.plan.limits.valueOctets else {
            self.problem = .valueTooLong
            return nil
        }
        return value
    }

    /// What was remembered goes before what the dialplan says.
    private func lookUp(_ key: ByteString, in table: DialplanTable) -> ByteString {
        self.memory.value(of: key, in: table.name) ?? table.rows[key] ?? ByteString()
    }

    private func value(of field: CallField) -> ByteString {
        switch field {
        case .destinationNumber:
            self.facts.destinationNumber
        case .destinationHost:
            self.facts.destinationHost
        case .callerNumber:
            self.facts.callerNumber
        case .callerName:
            self.facts.callerName
        case .divertingNumber:
            self.facts.divertingNumber
        case .user:
            self.facts.user
        case .trunk:
            self.facts.trunk
        case .listener:
            self.facts.listener
        case .transport:
            self.facts.transport
        case .protocol:
            self.facts.signaling?.dialplanName ?? ByteString()
        case .sourceAddress:
            self.facts.source.map { ByteString($0.ip.description) } ?? ByteString()
        case .context:
            self.context
        }
    }

    /// The value for this call; `nil`, with the problem noted, when it is longer than the limit.
    mutating func expand(_ template: Template) -> ByteString? {
        if template.parts.count == 1 {
            return self.value(of: template.parts[0])
        }
        return self.expand(template) { $0 }
    }

    /// The value with each part that the call fills in passed through `admit`, which may refuse it.
    private mutating func expand(_ template: Template, admit: (ByteString) -> ByteString?) -> ByteString? {
        var octets: [UInt8] = []
        for part in template.parts {
            guard let value = self.value(of: part) else {
                return nil
            }
            if case .literal = part {
                octets += value.bytes
            } else if let admitted = admit(value) {
                octets += admitted.bytes
            } else {
                return nil
            }
        }
        guard octets.count <= self.plan.limits.valueOctets else {
            self.problem = .valueTooLong
            return nil
        }
        return ByteString(octets)
    }

    /// The target for this call; `nil` when what fills its places makes one that cannot exist.
    mutating func expand(_ target: TargetTemplate) -> Target? {
        switch target {
        case .uri(let user, let rest):
            guard let rest = self.expand(rest, admit: \.asHostPart), let first = rest.bytes.first, first != 0x3A
            else {
                return nil
            }
            guard let user else {
                return .uri(ByteString(Array("sip:".utf8) + rest.bytes))
            }
            guard let user = self.expand(user, admit: \.escapedForUser), !user.isEmpty else {
                return nil
            }
            return .uri(ByteString(Array("sip:".utf8) + user.bytes + [0x40] + rest.bytes))
        case .user(let name):
            return self.expand(name)?.asName.map(Target.user)
        case .trunk(let trunk, let number):
            return self.expand(number)?.asName.map { .trunk(trunk, number: $0) }
        case .line(let name):
            return self.expand(name)?.asName.map(Target.line)
        case .circuits(let group, let number):
            return self.expand(number)?.asName.map { .circuits(group, number: $0) }
        }
    }
}
