/// An element of an XML file, read-only and free of the library that read it.
package struct XMLElement: Hashable, Sendable {
    /// One attribute as it was written.
    package struct Attribute: Hashable, Sendable {
        /// The name, with its prefix if it has one.
        package let name: String

        /// The value, with character references resolved.
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The name, with its prefix if it has one.
    package let name: String

    /// The attributes in the order of the file, without namespace declarations and schema hints.
    package let attributes: [Attribute]

    /// The elements directly inside, in the order of the file.
    package let children: [XMLElement]

    /// The characters directly inside.
    package let text: String

    /// Where the element's tag begins.
    package let location: XMLLocation

    package init(
        name: String,
        attributes: [Attribute] = [],
        children: [XMLElement] = [],
        text: String = "",
        location: XMLLocation
    ) {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.text = text
        self.location = location
    }

    /// The value of the attribute with this name.
    package subscript(name: String) -> String? {
        self.attributes.first { $0.name == name }?.value
    }
}
