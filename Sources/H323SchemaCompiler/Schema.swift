/// The types of one standard, as a `.schema` file has them.
struct SchemaModule: Equatable {
    /// The name that other modules and Swift know it by.
    let name: String

    /// The standard that defines it, for people.
    let standard: String

    /// The character sets by name that its strings are limited to.
    var alphabets: [(name: String, characters: String)] = []

    /// The types in the order of the file.
    var types: [SchemaDefinition] = []

    static func == (left: SchemaModule, right: SchemaModule) -> Bool {
        left.name == right.name && left.types == right.types
    }
}

/// A named type.
struct SchemaDefinition: Equatable {
    /// The name as the standard has it.
    let name: String

    /// What the comment above it says, one element for each line.
    let summary: [String]

    /// What it is.
    let type: SchemaType

    /// Where it stands, for errors.
    let line: Int
}

/// What a value may be.
indirect enum SchemaType: Equatable {
    case null
    case boolean
    case integer(SchemaBounds)
    case enumerated(SchemaComponents)
    case octets(SchemaBounds)
    case bits(SchemaBounds)
    case objectIdentifier
    case open
    case string(SchemaString, SchemaBounds)
    case list(SchemaBounds, SchemaType)
    case sequence(SchemaComponents)
    case choice(SchemaComponents)
    case reference(module: String, name: String)
}

/// The characters of a string type.
enum SchemaString: Equatable {
    case ia5
    case numeric
    case printable
    case general
    case bmp
    /// `IA5String` limited to an alphabet of the module.
    case limited(String)
}

/// The bounds of a number or a size.
struct SchemaBounds: Equatable {
    var lower: Int?
    var upper: Int?

    /// Whether a value beyond them may come from another version.
    var isExtensible = false
}

/// The fields of a sequence or the alternatives of a choice.
struct SchemaComponents: Equatable {
    var components: [SchemaComponent] = []

    /// Whether there is an extension marker.
    var isExtensible = false

    /// Those before the extension marker.
    var root: [SchemaComponent] {
        self.components.filter { !$0.isAddition }
    }

    /// Those after it.
    var additions: [SchemaComponent] {
        self.components.filter(\.isAddition)
    }
}

/// A field or an alternative.
struct SchemaComponent: Equatable {
    /// The name as the standard has it.
    let name: String

    /// The name in Swift when none can be derived.
    let givenName: String?

    /// Whether it is `OPTIONAL`.
    let isOptional: Bool

    /// Whether it stands after the extension marker.
    let isAddition: Bool

    /// What it holds.
    let type: SchemaType
}

/// What is wrong with a schema, and where.
struct SchemaError: Error, CustomStringConvertible {
    let file: String
    let line: Int
    let problem: String

    var description: String {
        "\(self.file):\(self.line): \(self.problem)"
    }
}
