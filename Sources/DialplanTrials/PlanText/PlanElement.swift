/// An element of a dialplan file with the octets that it and its attributes take, for changes of the text.
struct PlanElement: Sendable {
    /// One attribute.
    struct Attribute: Sendable {
        /// The name.
        let name: String
        /// The octets of the value, without its quotes.
        let range: Range<Int>
        /// The value with its references resolved.
        let value: String
    }

    /// The name.
    let name: String

    /// The octets of the whole element.
    var range: Range<Int>

    /// The line on which its tag begins, from 1.
    let line: Int

    /// The attributes in order.
    let attributes: [Attribute]

    /// The octet after the name in its first tag, where an attribute can be added.
    let afterName: Int

    /// The elements directly inside, in order.
    var children: [PlanElement] = []

    /// The attribute with this name.
    func attribute(_ name: String) -> Attribute? {
        self.attributes.first { $0.name == name }
    }

    /// The value of the attribute with this name.
    subscript(name: String) -> String? {
        self.attribute(name)?.value
    }

    /// The elements inside with this name, however deep.
    func descendants(named name: String) -> [PlanElement] {
        self.children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(named: name) }
    }

    /// The elements directly inside with this name.
    func children(named name: String) -> [PlanElement] {
        self.children.filter { $0.name == name }
    }
}
