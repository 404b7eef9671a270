/// The Swift of one type where it is used: its name, and how it is read and written.
struct SwiftCoding {
    let catalog: SchemaCatalog

    /// The module whose names need no prefix in the schema.
    let module: String

    /// The Swift type of a field or a list element; `owner` and `component` name what has no name of its own.
    func name(_ type: SchemaType, _ owner: String, _ component: SchemaComponent?) -> String {
        switch type {
        case .null, .boolean: return "Bool"
        case .integer(let bounds): return SwiftInteger(bounds).name
        case .octets, .open: return "[UInt8]"
        case .bits: return "BitString"
        case .objectIdentifier: return "OID"
        case .string(.bmp, _): return "BMPString"
        case .string: return "ByteString"
        case .list(_, let element): return "[\(self.name(element, owner, component))]"
        case .reference(let other, let name):
            return "\(other.isEmpty ? self.module : other).\(SwiftName.type(name))"
        case .sequence, .choice, .enumerated:
            guard let component else {
                preconditionFailure("only a component may hold a type without a name")
            }
            return "\(owner).\(SwiftName.nested(component))"
        }
    }

    /// Whether the Swift type needs `ByteString`.
    func usesByteString(_ type: SchemaType) -> Bool {
        switch type {
        case .string(.bmp, _): false
        case .string: true
        case .list(_, let element): self.usesByteString(element)
        case .sequence(let components), .choice(let components):
            components.components.contains { self.usesByteString($0.type) }
        case .null, .boolean, .integer, .enumerated, .octets, .bits, .objectIdentifier, .open, .reference: false
        }
    }

    // MARK: Reading

    /// Adds lines that read a value and do `head` with it: `head` is `self.x = ` or the like, `tail` closes it.
    func read(
        _ type: SchemaType,
        _ swiftType: String,
        head: String,
        tail: String = "",
        into text: inout SwiftText
    ) {
        let (resolved, module) = self.catalog.resolve(type, in: self.module)
        switch resolved {
        case .list(let bounds, let element):
            self.readList(bounds, element, module, swiftType, head: head, tail: tail, into: &text)
        case .sequence, .choice, .enumerated:
            let value = "try \(swiftType)(from: &reader)"
            if tail.isEmpty, head.count + value.count > text.room {
                // Too long for a line, the type gets its last name back.
                let last = String(swiftType.split(separator: ".").last ?? "")
                let scope = swiftType.dropLast(last.count + 1)
                text.label("typealias \(last) = \(scope)") { $0.line(".\(last)") }
                text.line("\(head)try \(last)(from: &reader)")
            } else {
                text.value(value, head: head, tail: tail)
            }
        default:
            text.value(self.readExpression(resolved, module), head: head, tail: tail)
        }
    }

    private func readList(
        _ bounds: SchemaBounds,
        _ element: SchemaType,
        _ module: String,
        _ swiftType: String,
        head: String,
        tail: String,
        into text: inout SwiftText
    ) {
        let limits = self.listLimits(bounds)
        switch self.catalog.resolve(element, in: module).type {
        case .sequence, .choice, .enumerated:
            let elementType = self.elementName(element, module, swiftType)
            let arguments = limits + ["of: \(elementType).init(from:)"]
            let value = "try reader.takeList(\(self.list(arguments)))"
            if tail.isEmpty || head.count + value.count + tail.count <= text.room {
                text.call("\(head)try reader.takeList", arguments, tail)
            } else {
                text.block(head, close: tail) { $0.call("try reader.takeList", arguments) }
            }
        default:
            let opening = "try reader.takeList(\(self.list(limits))) { reader throws(H323SyntaxError) in"
            let inner = SwiftCoding(catalog: self.catalog, module: module)
            guard tail.isEmpty else {
                text.block(head, close: tail) { text in
                    text.block(opening) { inner.read(element, "", head: "", into: &$0) }
                }
                return
            }
            text.block(head + opening) { inner.read(element, "", head: "", into: &$0) }
        }
    }

    private func elementName(_ element: SchemaType, _ module: String, _ listType: String) -> String {
        guard case .reference(let other, let name) = element else {
            return String(listType.dropFirst().dropLast())
        }
        return "\(other.isEmpty ? module : other).\(SwiftName.type(name))"
    }

    private func readExpression(_ type: SchemaType, _ module: String) -> String {
        switch type {
        case .null: "true"
        case .boolean: "try reader.takeBit()"
        case .integer(let bounds): self.readInteger(bounds)
        case .octets(let bounds): "try reader.takeOctets(\(self.list(self.sizeLimits(bounds))))"
        case .bits(let bounds): "try reader.takeBitString(\(self.list(self.sizeLimits(bounds))))"
        case .objectIdentifier: "try reader.takeObjectIdentifier()"
        case .open: "try reader.takeOpenType()"
        case .string(.bmp, let bounds):
            "try reader.takeBMPString(\(self.list(self.sizeLimits(bounds))))"
        case .string(.general, _): "ByteString(try reader.takeUnboundedOctets())"
        case .string(let string, let bounds):
            "try reader.takeString(\(self.list([self.alphabet(string, module)] + self.sizeLimits(bounds))))"
        case .list, .sequence, .choice, .enumerated, .reference:
            preconditionFailure("composite types are read elsewhere")
        }
    }

    private func readInteger(_ bounds: SchemaBounds) -> String {
        guard let lower = bounds.lower else {
            return "try reader.takeUnconstrainedInteger()"
        }
        guard let upper = bounds.upper else {
            return "try reader.takeInteger(from: \(Self.number(lower)))"
        }
        let limits = "\(Self.number(lower)), \(Self.number(upper))"
        if bounds.isExtensible {
            return "try reader.takeExtensibleInteger(\(limits))"
        }
        return "\(SwiftInteger(bounds).name)(truncatingIfNeeded: try reader.takeInteger(\(limits)))"
    }

    // MARK: Writing

    /// Adds lines that write the value that `value` names.
    func write(_ type: SchemaType, _ value: String, into text: inout SwiftText) {
        let (resolved, module) = self.catalog.resolve(type, in: self.module)
        switch resolved {
        case .list(let bounds, let element):
            self.writeList(bounds, element, module, value, into: &text)
        case .sequence, .choice, .enumerated:
            text.line("\(value).encode(into: &writer)")
        default:
            if let statement = self.writeStatement(resolved, module, value) {
                text.line(statement)
            }
        }
    }

    private func writeList(
        _ bounds: SchemaBounds,
        _ element: SchemaType,
        _ module: String,
        _ value: String,
        into text: inout SwiftText
    ) {
        let arguments = ([value] + self.listLimits(bounds)).joined(separator: ", ")
        switch self.catalog.resolve(element, in: module).type {
        case .sequence, .choice, .enumerated:
            text.line("writer.putList(\(arguments))")
        default:
            text.block("writer.putList(\(arguments)) { element, writer in") { text in
                SwiftCoding(catalog: self.catalog, module: module).write(element, "element", into: &text)
            }
        }
    }

    private func writeStatement(_ type: SchemaType, _ module: String, _ value: String) -> String? {
        switch type {
        case .null: nil
        case .boolean: "writer.put(\(value))"
        case .integer(let bounds): self.writeInteger(bounds, value)
        case .octets(let bounds): "writer.putOctets(\(self.list([value] + self.sizeLimits(bounds))))"
        case .bits(let bounds): "writer.putBitString(\(self.list([value] + self.sizeLimits(bounds))))"
        case .objectIdentifier: "writer.putObjectIdentifier(\(value))"
        case .open: "writer.putOpenType(\(value))"
        case .string(.bmp, let bounds):
            "writer.putBMPString(\(self.list([value] + self.sizeLimits(bounds))))"
        case .string(.general, _): "writer.putUnboundedOctets(\(value).bytes)"
        case .string(let string, let bounds):
            "writer.putString(\(self.list([value, self.alphabet(string, module)] + self.sizeLimits(bounds))))"
        case .list, .sequence, .choice, .enumerated, .reference:
            preconditionFailure("composite types are written elsewhere")
        }
    }

    private func writeInteger(_ bounds: SchemaBounds, _ value: String) -> String {
        guard let lower = bounds.lower else {
            return "writer.putUnconstrainedInteger(\(value))"
        }
        guard let upper = bounds.upper else {
            return "writer.putInteger(\(value), from: \(Self.number(lower)))"
        }
        let limits = "\(Self.number(lower)), \(Self.number(upper))"
        if bounds.isExtensible {
            return "writer.putExtensibleInteger(\(value), \(limits))"
        }
        return "writer.putInteger(Int(\(value)), \(limits))"
    }

    // MARK: Arguments

    private func alphabet(_ string: SchemaString, _ module: String) -> String {
        switch string {
        case .ia5: ".ia5"
        case .numeric: ".numeric"
        case .printable: ".printable"
        case .limited(let name): "\(module).\(name)"
        case .bmp, .general: preconditionFailure("these strings have no alphabet")
        }
    }

    private func list(_ arguments: [String]) -> String {
        arguments.joined(separator: ", ")
    }

    private func sizeLimits(_ bounds: SchemaBounds) -> [String] {
        guard let lower = bounds.lower else {
            return []
        }
        return [Self.number(lower)] + (bounds.upper.map { [Self.number($0)] } ?? [])
    }

    private func listLimits(_ bounds: SchemaBounds) -> [String] {
        [Self.number(bounds.lower ?? 0), bounds.upper.map(Self.number) ?? "nil"]
    }

    /// A number with its digits in groups of three.
    static func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.count > 6 else {
            return String(number)
        }
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) {
                grouped += "_"
            }
            grouped.append(digit)
        }
        return number < 0 ? "-" + grouped : grouped
    }
}
