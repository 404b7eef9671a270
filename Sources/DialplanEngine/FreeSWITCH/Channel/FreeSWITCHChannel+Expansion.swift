import ProtocolKit

extension FreeSWITCHChannel {
    /// How deep values may hold `${…}` whose values hold some; deeper they stay as they are.
    private static let mostNesting = 100

    /// The text with everything filled in; what a caller has supplied is not read again.
    mutating func expand(
        _ template: ExpansionTemplate,
        captures: [MarkedText] = [],
        depth: Int = 0
    ) -> MarkedText {
        if let constant = template.constant {
            return constant
        }
        var text = MarkedText()
        for part in template.parts {
            guard self.problem == nil, self.countExpansion() else {
                return MarkedText()
            }
            switch part {
            case .text(let written):
                text.append(written)
            case .capture(let index):
                text.append(captures.indices.contains(Int(index)) ? captures[Int(index)] : MarkedText())
            case .variable(let reference):
                text.append(self.value(of: reference, captures: captures, depth: depth))
            case .function(let reference):
                text.append(self.value(of: reference, captures: captures, depth: depth))
            }
            guard text.count <= self.plan.limits.valueOctets else {
                self.fail(.valueTooLong)
                return MarkedText()
            }
        }
        return text
    }

    /// The text with everything filled in, when it was not known before the call.
    mutating func expand(_ text: MarkedText) -> MarkedText {
        ExpansionReader.changes(text) ? self.expand(ExpansionReader.read(text)) : text
    }

    private mutating func value(
        of reference: VariableReference,
        captures: [MarkedText],
        depth: Int
    ) -> MarkedText {
        let key = reference.key ?? self.expand(reference.name, captures: captures, depth: depth + 1).key
        let index = self.number(reference.index, captures, depth) ?? -1
        guard var value = self.value(of: key, index: index) else {
            return MarkedText()
        }
        if depth < Self.mostNesting, ExpansionReader.changes(value) {
            value = self.expand(ExpansionReader.read(value, depth: depth + 1), depth: depth + 1)
        }
        return Self.part(
            of: value,
            offset: self.number(reference.offset, captures, depth) ?? 0,
            length: self.number(reference.length, captures, depth) ?? 0
        )
    }

    private mutating func number(
        _ template: ExpansionTemplate?,
        _ captures: [MarkedText],
        _ depth: Int
    ) -> Int? {
        template.map { self.expand($0, captures: captures, depth: depth + 1).leadingNumber }
    }

    /// What `:offset:length` leaves of a value.
    private static func part(of value: MarkedText, offset: Int, length: Int) -> MarkedText {
        var octets = value.octets[...]
        if offset >= 0 {
            octets = octets.dropFirst(offset)
        } else if -offset <= octets.count {
            octets = octets.suffix(-offset)
        }
        return MarkedText(length > 0 ? octets.prefix(length) : octets)
    }

    private mutating func value(
        of reference: FunctionReference,
        captures: [MarkedText],
        depth: Int
    ) -> MarkedText {
        let name = self.expand(reference.name, captures: captures, depth: depth + 1)
        let argument = self.expand(reference.argument, captures: captures, depth: depth + 1)
        guard let function = FreeSWITCHFunction(named: name.key) else {
            return MarkedText()
        }
        return self.result(of: function, argument)
    }
}
