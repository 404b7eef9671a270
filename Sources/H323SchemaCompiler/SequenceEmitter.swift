/// Writes the Swift of one sequence.
struct SequenceEmitter {
    private let fields: SchemaComponents
    private let shape: SwiftShape
    private let coding: SwiftCoding

    init(_ fields: SchemaComponents, _ shape: SwiftShape, _ coding: SwiftCoding) {
        self.fields = fields
        self.shape = shape
        self.coding = coding
    }

    // MARK: The type

    /// Adds the structure.
    func emitType(into text: inout SwiftText) {
        text.block("package struct \(self.shape.name): PERValue {") { text in
            for (index, field) in self.fields.components.enumerated() {
                if index > 0 {
                    text.line()
                }
                self.emitProperty(field, &text)
            }
            if self.fields.isExtensible {
                if !self.fields.components.isEmpty {
                    text.line()
                }
                text.line("/// What a newer version has added.")
                text.line("package var unrecognized = UnrecognizedAdditions()")
            }
            if !self.fields.components.isEmpty || self.fields.isExtensible {
                text.line()
            }
            self.emitInitializer(&text)
        }
    }

    private func emitProperty(_ field: SchemaComponent, _ text: inout SwiftText) {
        text.documentation(self.documentation(of: field))
        let name = SwiftName.member(field)
        if field.type == .null {
            text.line("package var \(name) = false")
            return
        }
        let isOptional = self.mayBeAbsent(field)
        let type = self.swiftType(field) + (isOptional ? "?" : "")
        guard self.isBoxed(field) else {
            text.declaration("package var \(name)", type)
            return
        }
        let wrapper = isOptional ? "@BoxedIfPresent" : "@Boxed"
        if wrapper.count + name.count + type.count + 15 <= text.room {
            text.line("\(wrapper) package var \(name): \(type)")
        } else {
            text.line(wrapper)
            text.declaration("package var \(name)", type)
        }
    }

    private func documentation(of field: SchemaComponent) -> String {
        let type = "`\(SchemaNotation.text(field.type))`"
        if field.isAddition {
            let index = self.fields.additions.firstIndex { $0.name == field.name } ?? 0
            return "\(type), addition \(index + 1)."
        }
        return field.isOptional ? "\(type), optional." : "\(type)."
    }

    private func emitInitializer(_ text: inout SwiftText) {
        let mandatory = self.fields.components.filter { !self.mayBeAbsent($0) && $0.type != .null }
        guard !mandatory.isEmpty else {
            text.line("package init() {}")
            return
        }
        let parameters = mandatory.map { "\(SwiftName.plainMember($0)): \(self.swiftType($0))" }
        let flat = "package init(\(parameters.joined(separator: ", "))) {"
        let assign: (inout SwiftText) -> Void = { text in
            for field in mandatory {
                text.line("self.\(SwiftName.plainMember(field)) = \(SwiftName.member(field))")
            }
        }
        if flat.count <= text.room {
            text.block(flat, assign)
            return
        }
        text.block("package init(", close: ") {") { text in
            for (index, parameter) in parameters.enumerated() {
                text.line(parameter + (index + 1 < parameters.count ? "," : ""))
            }
        }
        text.body(assign)
    }

    // MARK: The coding

    /// Adds how the structure is read and written.
    func emitCoding(into text: inout SwiftText) {
        text.block("extension \(self.shape.path) {") { text in
            text.block("package init(from reader: inout PERReader) throws(H323SyntaxError) {") { text in
                self.emitReading(&text)
            }
            text.line()
            text.block("package func encode(into writer: inout PERWriter) {") { text in
                self.emitWriting(&text)
            }
        }
    }

    private var optionals: [SchemaComponent] {
        self.fields.root.filter(\.isOptional)
    }

    private func emitReading(_ text: inout SwiftText) {
        if self.shape.isRecursive {
            text.line("try reader.descend()")
            text.line("defer { reader.ascend() }")
        }
        if self.shape.isLarge {
            text.line("try reader.charge(MemoryLayout<Self>.size)")
        }
        if self.fields.isExtensible {
            text.line("let isExtended = try reader.takeBit()")
        }
        let optionals = self.optionals
        if !optionals.isEmpty {
            text.line("let present = try reader.takeBits(\(optionals.count))")
        }
        // Everything up to the last mandatory field is read before there is a value, the rest into it.
        let root = self.fields.root
        let early = root.prefix { $0.name != root.last { !$0.isOptional }?.name }.count + 1
        let isEmpty = !root.contains { !$0.isOptional }
        let locals = isEmpty ? [] : Array(root.prefix(early))
        for field in locals {
            self.readLocal(field, &text)
        }
        let arguments = locals.filter { !$0.isOptional && $0.type != .null }.map { field in
            "\(SwiftName.plainMember(field)): \(SwiftName.member(field))"
        }
        text.call("self.init", arguments)
        for field in locals where field.isOptional {
            text.line("self.\(SwiftName.plainMember(field)) = \(SwiftName.member(field))")
        }
        for field in root.dropFirst(locals.count) {
            if field.type == .null {
                text.line("self.\(SwiftName.plainMember(field)) = \(self.condition(field))")
            } else {
                text.block("if \(self.condition(field)) {") { self.read(field, &$0) }
            }
        }
        if self.fields.isExtensible {
            self.emitReadingAdditions(&text)
        }
    }

    /// The condition under which an optional field before the extension marker is there.
    private func condition(_ field: SchemaComponent) -> String {
        let optionals = self.optionals
        let shift = optionals.count - 1 - (optionals.firstIndex { $0.name == field.name } ?? 0)
        return "present & 1 << \(shift) != 0"
    }

    private func readLocal(_ field: SchemaComponent, _ text: inout SwiftText) {
        let name = SwiftName.member(field)
        let type = self.swiftType(field)
        guard field.isOptional else {
            self.coding.read(field.type, type, head: "let \(name) = ", into: &text)
            return
        }
        guard field.type != .null else {
            text.line("let \(name) = \(self.condition(field))")
            return
        }
        text.line("var \(name): \(type)?")
        text.block("if \(self.condition(field)) {") { text in
            self.coding.read(field.type, type, head: "\(name) = ", into: &text)
        }
    }

    private func emitReadingAdditions(_ text: inout SwiftText) {
        let additions = self.fields.additions
        text.block("if isExtended {") { text in
            text.line("let bitmap = try reader.takeAdditionBitmap()")
            for (index, field) in additions.enumerated() {
                text.block("if try reader.enterAddition(\(index), of: bitmap) {") { text in
                    self.read(field, &text)
                    text.line("reader.leaveOpenType()")
                }
            }
            text.line("self.unrecognized = try reader.takeUnrecognized(bitmap, known: \(additions.count))")
        }
    }

    private func read(_ field: SchemaComponent, _ text: inout SwiftText) {
        let head = "self.\(SwiftName.plainMember(field)) = "
        self.coding.read(field.type, self.swiftType(field), head: head, into: &text)
    }

    private func emitWriting(_ text: inout SwiftText) {
        let additions = self.fields.additions
        if self.fields.isExtensible {
            let isChanged = !additions.isEmpty
            let call = "writer.bitmap(known: \(additions.count), self.unrecognized)"
            text.line("\(isChanged ? "var" : "let") bitmap = \(call)")
            for (index, field) in additions.enumerated() {
                text.line("bitmap.insert(\(index), if: \(self.presence(field)))")
            }
            text.line("writer.put(!bitmap.isEmpty)")
        }
        for field in self.optionals {
            text.line("writer.put(\(self.presence(field)))")
        }
        for field in self.fields.root {
            self.write(field, &text)
        }
        guard self.fields.isExtensible else {
            return
        }
        text.block("guard !bitmap.isEmpty else {") { $0.line("return") }
        text.line("writer.putAdditionBitmap(bitmap)")
        for field in additions {
            self.writeAddition(field, &text)
        }
        text.line("writer.putUnrecognized(self.unrecognized)")
    }

    private func write(_ field: SchemaComponent, _ text: inout SwiftText) {
        guard field.type != .null else {
            return
        }
        let name = SwiftName.plainMember(field)
        guard field.isOptional else {
            self.coding.write(field.type, "self.\(name)", into: &text)
            return
        }
        text.block("if let value = self.\(name) {") { text in
            self.coding.write(field.type, "value", into: &text)
        }
    }

    private func writeAddition(_ field: SchemaComponent, _ text: inout SwiftText) {
        let name = SwiftName.plainMember(field)
        let condition = field.type == .null ? "if self.\(name) {" : "if let value = self.\(name) {"
        text.block(condition) { text in
            text.line("let start = writer.beginOpenType()")
            self.coding.write(field.type, "value", into: &text)
            text.line("writer.endOpenType(start)")
        }
    }

    // MARK: Fields

    private func mayBeAbsent(_ field: SchemaComponent) -> Bool {
        field.isOptional || field.isAddition
    }

    private func isBoxed(_ field: SchemaComponent) -> Bool {
        self.coding.catalog.isBoxed(field.type, in: self.coding.module)
    }

    private func swiftType(_ field: SchemaComponent) -> String {
        self.coding.name(field.type, self.shape.path, field)
    }

    /// A condition that holds when the field is there.
    private func presence(_ field: SchemaComponent) -> String {
        let name = SwiftName.plainMember(field)
        if field.type == .null {
            return "self.\(name)"
        }
        return self.isBoxed(field) ? "self._\(name).isPresent" : "self.\(name) != nil"
    }
}
