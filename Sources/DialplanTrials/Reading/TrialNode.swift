package import XMLReading

/// One element of a test file, in whatever language the file is written.
package struct TrialNode: Sendable {
    /// A key with what stands behind it.
    package struct Entry: Sendable {
        /// The key.
        package let key: String

        /// The value; several where a list is written.
        package let values: [String]

        /// Where it stands.
        package let place: TrialPlace

        package init(key: String, values: [String], place: TrialPlace) {
            self.key = key
            self.values = values
            self.place = place
        }
    }

    /// What kind of element it is, as `case`.
    package let name: String

    /// Where it begins.
    package let place: TrialPlace

    /// The keys with values, in order.
    package let entries: [Entry]

    /// The elements inside, in order.
    package let children: [TrialNode]

    package init(name: String, place: TrialPlace, entries: [Entry], children: [TrialNode]) {
        self.name = name
        self.place = place
        self.entries = entries
        self.children = children
    }

    /// An element of an XML file; what is written in its attributes are its entries.
    package init(_ element: XMLElement) {
        let location = element.location
        let place = TrialPlace(file: location.file, line: location.line, column: location.column)
        self.init(
            name: element.name,
            place: place,
            entries: element.attributes.map { Entry(key: $0.name, values: [$0.value], place: place) },
            children: element.children.map { TrialNode($0) }
        )
    }

    /// The entry with this key.
    func entry(_ key: String) -> Entry? {
        self.entries.first { $0.key == key }
    }

    /// The elements inside with this name.
    func children(named name: String) -> [TrialNode] {
        self.children.filter { $0.name == name }
    }
}
