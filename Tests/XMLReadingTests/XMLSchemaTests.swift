import Testing
import XMLReading

struct XMLSchemaTests {
    private static let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="plan">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="rule" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType><xs:attribute name="name" use="required"/></xs:complexType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:schema>
        """

    private func problems(_ text: String) throws -> [String] {
        let schema = try XMLSchema(Array(Self.schema.utf8), file: "plan.xsd")
        return try XMLDocument(Array(text.utf8), file: "plan.xml").problems(against: schema).map(\.description)
    }

    @Test
    func `a file that follows its schema has no problem`() throws {
        #expect(try self.problems("<plan><rule name='a'/><rule name='b'/></plan>").isEmpty)
    }

    @Test
    func `each departure from the schema is named with its place`() throws {
        #expect(
            try self.problems("<plan>\n<rule/>\n  <rule name='b' nam='c'/>\n</plan>") == [
                "plan.xml:2:1: Element 'rule': The attribute 'name' is required but missing.",
                "plan.xml:3:3: Element 'rule', attribute 'nam': The attribute 'nam' is not allowed.",
            ]
        )
    }

    @Test
    func `a schema hint is for editors and opens nothing`() throws {
        let hint = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='no-such.xsd'"
        let text = "<plan \(hint)><rule name='a'/></plan>"

        #expect(try self.problems(text).isEmpty)
        #expect(try XMLDocument(Array(text.utf8), file: "plan.xml").root.attributes.isEmpty)
    }

    @Test(arguments: [
        (
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:include schemaLocation='/etc/x.xsd'/></xs:schema>",
            "plan.xsd:2:1: <xs:include> is not read"
        ),
        ("<nothing/>", "plan.xsd:1:1: <nothing> is no schema"),
        (
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:elemnt name='a'/></xs:schema>",
            "plan.xsd:2:1: Element '{http://www.w3.org/2001/XMLSchema}schema': The content is not valid. Expected is ((include | import | redefine | annotation)*, (((simpleType | complexType | group | attributeGroup) | element | attribute | notation), annotation*)*)."
        ),
        ("<nothing", "plan.xsd:1:9: Couldn't find end of Start Tag nothing line 1"),
    ])
    func `a schema that is none, or needs other files, is refused`(text: String, message: String) {
        let error = #expect(throws: XMLReadingError.self) {
            try XMLSchema(Array(text.utf8), file: "plan.xsd")
        }

        #expect(error?.problems.first?.description == message)
    }
}
