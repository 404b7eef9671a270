/// All modules together, with what has to be known about types before code is written for them.
struct SchemaCatalog {
    /// What a type is called by its module and its name.
    private struct Key: Hashable {
        let module: String
        let name: String
    }

    /// The modules in the order in which they were given.
    let modules: [SchemaModule]

    private var definitions: [Key: SchemaType] = [:]
    private var recursive: Set<Key> = []
    private var sizes: [Key: Int] = [:]

    /// A field that is larger than this many octets is kept outside its owner.
    private static let largestInline = 48

    init(_ modules: [SchemaModule]) throws(SchemaError) {
        self.modules = modules
        for module in modules {
            for definition in module.types {
                self.definitions[Key(module: module.name, name: definition.name)] = definition.type
            }
        }
        for module in modules {
            for definition in module.types {
                try self.check(definition.type, in: module, line: definition.line)
            }
        }
        for key in self.definitions.keys where self.reaches(key, key) {
            self.recursive.insert(key)
        }
        for module in modules {
            for definition in module.types {
                _ = self.size(of: Key(module: module.name, name: definition.name))
            }
        }
    }

    /// The type behind a reference, through any number of other names.
    func resolve(_ type: SchemaType, in module: String) -> (type: SchemaType, module: String) {
        guard case .reference(let other, let name) = type else {
            return (type, module)
        }
        let key = self.key(other, name, module)
        guard let found = self.definitions[key] else {
            preconditionFailure("references were checked: \(key)")
        }
        return self.resolve(found, in: key.module)
    }

    /// The Swift type that a reference names; names that stand for another composite type are followed.
    func target(_ type: SchemaType, in module: String) -> (name: String, module: String)? {
        guard case .reference(let other, let name) = type else {
            return nil
        }
        let key = self.key(other, name, module)
        if let found = self.definitions[key], case .reference = found {
            return self.target(found, in: key.module)
        }
        return (name, key.module)
    }

    /// Whether values of the type may hold values of the same type.
    func isRecursive(_ name: String, in module: String) -> Bool {
        self.recursive.contains(Key(module: module, name: name))
    }

    /// Whether a field of this type is kept outside its owner.
    func isBoxed(_ type: SchemaType, in module: String) -> Bool {
        switch self.resolve(type, in: module).type {
        case .sequence, .choice: self.inlineSize(type, in: module) > Self.largestInline
        default: false
        }
    }

    /// About how many octets a value takes in its owner, what is kept elsewhere left out.
    func inlineSize(_ type: SchemaType, in module: String) -> Int {
        switch type {
        case .null, .boolean: 1
        case .enumerated(let names): names.isExtensible ? 9 : 1
        case .integer(let bounds): SwiftInteger(bounds).size
        case .octets, .objectIdentifier, .open, .string, .list: 8
        case .bits: 16
        case .sequence(let fields): self.size(of: fields, in: module)
        case .choice(let alternatives): self.largest(of: alternatives, in: module) + 1
        case .reference(let other, let name): self.knownSize(self.key(other, name, module))
        }
    }

    // MARK: Sizes

    private func size(of fields: SchemaComponents, in module: String) -> Int {
        let sizes = fields.components.map { field in
            self.isBoxed(field.type, in: module) ? 8 : (self.inlineSize(field.type, in: module) + 8) & ~7
        }
        return sizes.reduce(fields.isExtensible ? 16 : 0, +)
    }

    private func largest(of alternatives: SchemaComponents, in module: String) -> Int {
        let sizes = alternatives.components.map { alternative in
            self.isBoxed(alternative.type, in: module) ? 8 : self.inlineSize(alternative.type, in: module)
        }
        return max(sizes.max() ?? 0, alternatives.isExtensible ? 16 : 0)
    }

    /// The size of a named type; one that holds itself is as good as infinite, so that it is always kept elsewhere.
    private func knownSize(_ key: Key) -> Int {
        if self.recursive.contains(key) {
            return 1 << 16
        }
        if let size = self.sizes[key] {
            return size
        }
        guard let type = self.definitions[key] else {
            preconditionFailure("references were checked: \(key)")
        }
        return self.inlineSize(type, in: key.module)
    }

    private mutating func size(of key: Key) -> Int {
        let size = self.knownSize(key)
        self.sizes[key] = size
        return size
    }

    // MARK: References

    private func key(_ module: String, _ name: String, _ current: String) -> Key {
        Key(module: module.isEmpty ? current : module, name: name)
    }

    private func check(_ type: SchemaType, in module: SchemaModule, line: Int) throws(SchemaError) {
        switch type {
        case .reference(let other, let name):
            guard self.definitions[self.key(other, name, module.name)] != nil else {
                let problem = "no type \(other.isEmpty ? name : other + "." + name) is defined"
                throw SchemaError(file: module.name, line: line, problem: problem)
            }
        case .string(.limited(let alphabet), _):
            guard module.alphabets.contains(where: { $0.name == alphabet }) else {
                throw SchemaError(file: module.name, line: line, problem: "no alphabet \(alphabet) is defined")
            }
        case .list(_, let element):
            try self.check(element, in: module, line: line)
        case .sequence(let components), .choice(let components):
            for component in components.components {
                try self.check(component.type, in: module, line: line)
            }
        case .null, .boolean, .integer, .enumerated, .octets, .bits, .objectIdentifier, .open, .string:
            return
        }
    }

    /// Whether values of one type may hold values of the other.
    private func reaches(_ start: Key, _ goal: Key) -> Bool {
        var seen: Set<Key> = []
        var waiting = [start]
        while let key = waiting.popLast() {
            guard let type = self.definitions[key] else {
                continue
            }
            for next in self.references(type, in: key.module) {
                if next == goal {
                    return true
                }
                if seen.insert(next).inserted {
                    waiting.append(next)
                }
            }
        }
        return false
    }

    private func references(_ type: SchemaType, in module: String) -> [Key] {
        switch type {
        case .reference(let other, let name):
            [self.key(other, name, module)]
        case .list(_, let element):
            self.references(element, in: module)
        case .sequence(let components), .choice(let components):
            components.components.flatMap { self.references($0.type, in: module) }
        case .null, .boolean, .integer, .enumerated, .octets, .bits, .objectIdentifier, .open, .string:
            []
        }
    }
}
