/// Writes the Swift of one choice, or of an enumerated type.
struct ChoiceEmitter {
    private let alternatives: SchemaComponents
    private let shape: SwiftShape
    private let coding: SwiftCoding
    private let isEnumerated: Bool

    init(_ alternatives: SchemaComponents, _ shape: SwiftShape, _ coding: SwiftCoding, isEnumerated: Bool = false) {
        self.alternatives = alternatives
        self.shape = shape
        self.coding = coding
        self.isEnumerated = isEnumerated
    }

    // MARK: The type

    /// Adds the enumeration.
    func emitType(into text: inout SwiftText) {
        let boxed = self.alternatives.components.filter(self.isBoxed)
        let isAllBoxed = boxed.count == self.alternatives.components.count && !self.alternatives.isExtensible
        text.block("package \(isAllBoxed ? "indirect " : "")enum \(self.shape.name): PERValue {") { text in
            for alternative in self.alternatives.components {
                let isIndirect = self.isBoxed(alternative) && !isAllBoxed
                let head = "\(isIndirect ? "indirect " : "")case \(SwiftName.member(alternative))"
                if alternative.type == .null {
                    text.line(head)
                } else {
                    text.call(head, [self.swiftType(alternative)])
                }
            }
            if self.alternatives.isExtensible {
                text.line("/// What a newer version has added.")
                text.line("case unrecognized(\(self.isEnumerated ? "Int" : "UnrecognizedAlternative"))")
            }
        }
    }

    // MARK: The coding

    /// Adds how the enumeration is read and written.
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

    private func emitReading(_ text: inout SwiftText) {
        if self.shape.isRecursive {
            text.line("try reader.descend()")
            text.line("defer { reader.ascend() }")
        }
        if self.shape.isLarge {
            text.line("try reader.charge(MemoryLayout<Self>.size)")
        }
        let root = self.alternatives.root
        if self.alternatives.isExtensible {
            text.block("guard try !reader.takeBit() else {") { text in
                self.emitReadingAddition(&text)
                text.line("return")
            }
        }
        text.line("switch try reader.takeInteger(0, \(root.count - 1)) {")
        for (index, alternative) in root.enumerated() {
            text.label(index + 1 < root.count ? "case \(index):" : "default:") { text in
                self.read(alternative, &text)
            }
        }
        text.line("}")
    }

    private func emitReadingAddition(_ text: inout SwiftText) {
        if self.isEnumerated {
            text.line("self = .unrecognized(try reader.takeNormallySmall())")
            return
        }
        let additions = self.alternatives.additions
        guard !additions.isEmpty else {
            text.line("self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))")
            return
        }
        text.line("switch try reader.takeNormallySmall() {")
        for (index, alternative) in additions.enumerated() {
            text.label("case \(index):") { text in
                text.line("try reader.enterOpenType()")
                self.read(alternative, &text)
                text.line("reader.leaveOpenType()")
            }
        }
        text.label("case let index:") { $0.line("self = .unrecognized(try reader.takeUnrecognized(index))") }
        text.line("}")
    }

    private func read(_ alternative: SchemaComponent, _ text: inout SwiftText) {
        let name = SwiftName.plainMember(alternative)
        guard alternative.type != .null else {
            text.line("self = .\(name)")
            return
        }
        let type = self.swiftType(alternative)
        self.coding.read(alternative.type, type, head: "self = .\(name)(", tail: ")", into: &text)
    }

    private func emitWriting(_ text: inout SwiftText) {
        let root = self.alternatives.root
        text.line("switch self {")
        for (index, alternative) in self.alternatives.components.enumerated() {
            let name = SwiftName.plainMember(alternative)
            text.label(alternative.type == .null ? "case .\(name):" : "case .\(name)(let value):") { text in
                if alternative.isAddition {
                    self.writeAddition(alternative, index - root.count, &text)
                } else {
                    let method = self.alternatives.isExtensible ? "putExtensibleChoice" : "putChoice"
                    text.line("writer.\(method)(\(index), of: \(root.count))")
                    self.coding.write(alternative.type, "value", into: &text)
                }
            }
        }
        if self.alternatives.isExtensible {
            text.label("case .unrecognized(let value):") { text in
                if self.isEnumerated {
                    text.line("writer.put(true)")
                    text.line("writer.putNormallySmall(value)")
                } else {
                    text.line("writer.putUnrecognized(value)")
                }
            }
        }
        text.line("}")
    }

    private func writeAddition(_ alternative: SchemaComponent, _ index: Int, _ text: inout SwiftText) {
        text.line("let start = writer.beginAddition(\(index))")
        self.coding.write(alternative.type, "value", into: &text)
        text.line("writer.endOpenType(start)")
    }

    private func isBoxed(_ alternative: SchemaComponent) -> Bool {
        self.coding.catalog.isBoxed(alternative.type, in: self.coding.module)
    }

    private func swiftType(_ alternative: SchemaComponent) -> String {
        self.coding.name(alternative.type, self.shape.path, alternative)
    }
}
