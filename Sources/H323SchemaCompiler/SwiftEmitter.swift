/// Writes the Swift types of one module and their coding, one file for each type that has a name.
struct SwiftEmitter {
    private let module: SchemaModule
    private let catalog: SchemaCatalog
    private let coding: SwiftCoding

    init(_ module: SchemaModule, in catalog: SchemaCatalog) {
        self.module = module
        self.catalog = catalog
        self.coding = SwiftCoding(catalog: catalog, module: module.name)
    }

    /// The files by their names.
    func files() -> [String: String] {
        var files: [String: String] = [:]
        var aliases: [SchemaDefinition] = []
        for definition in self.module.types {
            switch definition.type {
            case .sequence, .choice, .enumerated:
                // Two files of one target cannot have the same name, and two standards have the same types.
                files["\(self.module.name)+\(SwiftName.type(definition.name)).swift"] = self.file(definition)
            default:
                aliases.append(definition)
            }
        }
        files["\(self.module.name).swift"] = self.moduleFile(aliases)
        return files
    }

    private var banner: String {
        "// Generated from Schema/\(self.module.name).schema by H323SchemaCompiler. Change the schema, not this file."
    }

    /// The namespace, its alphabets, and the names for types that Swift has already.
    private func moduleFile(_ aliases: [SchemaDefinition]) -> String {
        var text = SwiftText()
        text.line(self.banner)
        text.line()
        if aliases.contains(where: { self.coding.usesByteString($0.type) }) {
            text.line("package import ProtocolKit")
            text.line()
        }
        text.documentation("The types of \(self.module.standard).")
        text.block("package enum \(self.module.name) {") { text in
            for (index, alphabet) in self.module.alphabets.enumerated() {
                if index > 0 {
                    text.line()
                }
                text.line("/// The characters of some strings.")
                text.line("static let \(alphabet.name) = PERAlphabet(\"\(alphabet.characters)\")")
            }
            for (index, alias) in aliases.enumerated() {
                if index > 0 || !self.module.alphabets.isEmpty {
                    text.line()
                }
                self.summary(alias.summary.isEmpty ? ["`\(SchemaNotation.text(alias.type))`."] : alias.summary, &text)
                let type = self.coding.name(alias.type, self.module.name, nil)
                text.line("package typealias \(SwiftName.type(alias.name)) = \(type)")
            }
        }
        return text.description
    }

    private func file(_ definition: SchemaDefinition) -> String {
        var text = SwiftText()
        text.line(self.banner)
        text.line()
        if self.coding.usesByteString(definition.type) {
            text.line("package import ProtocolKit")
            text.line()
        }
        let plain = ["`\(definition.name)` (\(self.module.standard))."]
        let shape = SwiftShape(
            scope: self.module.name,
            name: SwiftName.type(definition.name),
            isRecursive: self.catalog.isRecursive(definition.name, in: self.module.name),
            isLarge: self.catalog.isBoxed(.reference(module: "", name: definition.name), in: self.module.name)
        )
        self.emit(definition.type, shape, definition.summary.isEmpty ? plain : definition.summary, &text)
        return text.description
    }

    private func emit(_ type: SchemaType, _ shape: SwiftShape, _ summary: [String], _ text: inout SwiftText) {
        let components: SchemaComponents
        text.block("extension \(shape.scope) {") { text in
            self.summary(summary, &text)
            switch type {
            case .sequence(let fields):
                SequenceEmitter(fields, shape, self.coding).emitType(into: &text)
            case .choice(let alternatives):
                ChoiceEmitter(alternatives, shape, self.coding).emitType(into: &text)
            case .enumerated(let alternatives):
                ChoiceEmitter(alternatives, shape, self.coding, isEnumerated: true).emitType(into: &text)
            default:
                preconditionFailure("only composite types become Swift types")
            }
        }
        text.line()
        switch type {
        case .sequence(let fields):
            components = fields
            SequenceEmitter(fields, shape, self.coding).emitCoding(into: &text)
        case .choice(let alternatives):
            components = alternatives
            ChoiceEmitter(alternatives, shape, self.coding).emitCoding(into: &text)
        case .enumerated(let alternatives):
            ChoiceEmitter(alternatives, shape, self.coding, isEnumerated: true).emitCoding(into: &text)
            return
        default:
            return
        }
        for component in components.components {
            self.emitNested(component, shape, &text)
        }
    }

    /// The type without a name that a component holds, if it does.
    private func emitNested(_ component: SchemaComponent, _ owner: SwiftShape, _ text: inout SwiftText) {
        var type = component.type
        while case .list(_, let element) = type {
            type = element
        }
        switch type {
        case .sequence, .choice, .enumerated:
            let shape = SwiftShape(
                scope: owner.path,
                name: SwiftName.nested(component),
                isRecursive: false,
                isLarge: self.catalog.isBoxed(type, in: self.module.name)
            )
            text.line()
            self.emit(type, shape, ["What `\(component.name)` of ``\(owner.path)`` holds."], &text)
        default:
            return
        }
    }

    private func summary(_ lines: [String], _ text: inout SwiftText) {
        for line in lines {
            text.documentation(line)
        }
    }
}

/// What a Swift type of a schema is called, and what its coding must take care of.
struct SwiftShape {
    /// What it is nested in.
    let scope: String

    /// Its own name.
    let name: String

    /// Whether it may hold itself, so that its depth is counted.
    let isRecursive: Bool

    /// Whether its memory is counted where it is read.
    let isLarge: Bool

    /// Its full name.
    var path: String {
        "\(self.scope).\(self.name)"
    }
}
