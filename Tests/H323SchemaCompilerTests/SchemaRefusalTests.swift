import H323SchemaCompiler
import Testing

/// What the schema notation does not allow, and where the error says it stands.
struct SchemaRefusalTests {
    @Test(arguments: [
        ("A: boolean", "test.schema:1: start with: module NAME \"STANDARD\""),
        ("module M", "test.schema:1: write: module NAME \"TEXT\""),
        ("module M \"S\"\n    A: boolean", "test.schema:2: this line belongs to nothing; a type starts without spaces"),
        ("module M \"S\"\n  A: boolean", "test.schema:2: indent by four spaces"),
        ("module M \"S\"\nA", "test.schema:2: write: NAME: TYPE"),
        ("module M \"S\"\nA: float", "test.schema:2: float is no type"),
        ("module M \"S\"\nA: B", "M:2: no type B is defined"),
        ("module M \"S\"\nA: N.B", "M:2: no type N.B is defined"),
        ("module M \"S\"\nA: ia5(1..2, digits)", "M:2: no alphabet digits is defined"),
        ("module M \"S\"\nA: integer(1-2)", "test.schema:2: write bounds as 1..16, 1.. or 16"),
        ("module M \"S\"\nA: integer(1..2", "test.schema:2: a parenthesis is missing"),
        ("module M \"S\"\nA: integer(1, 2)", "test.schema:2: too much in the parentheses"),
        ("module M \"S\"\nA: boolean boolean", "test.schema:2: nothing may follow the type:  boolean"),
        ("module M \"S\"\nA: list boolean", "test.schema:2: write: list[(SIZE)] of TYPE"),
        ("module M \"S\"\nA: sequence\n    b", "test.schema:3: a field needs a type"),
        ("module M \"S\"\nA: sequence\n    b: null\n    b: null", "test.schema:4: b stands twice"),
        ("module M \"S\"\nA: sequence\n        b: null", "test.schema:3: this line is too deep"),
        ("module M \"S\"\nA: sequence\n    ...\n    ...", "test.schema:4: there is one extension marker already"),
        ("module M \"S\"\nA: choice\n    b?", "test.schema:3: an alternative cannot be optional"),
        ("module M \"S\"\nA: choice\n    b as: null", "test.schema:3: write: NAME[ as SWIFTNAME][?]: TYPE"),
    ])
    func `a mistake is told with its line and what to do`(_ text: String, _ expected: String) {
        do {
            _ = try H323SchemaCompiler.compile(text, file: "test.schema")
            Issue.record("this was read")
        } catch {
            #expect("\(error)" == expected)
        }
    }

    @Test
    func `a type becomes a Swift type in a file of its own`() throws {
        let text = """
            module M "Standard M"

            # What is asked.
            Ask-Me: sequence
                name: ia5(1..8)
                ...
                more?: list of Ask-Me
            """
        let files = try H323SchemaCompiler.compile(text, file: "test.schema")

        #expect(files.keys.sorted() == ["M/M+AskMe.swift", "M/M.swift"])
        let type = try #require(files["M/M+AskMe.swift"])
        #expect(type.contains("/// What is asked.\n    package struct AskMe: PERValue {"))
        #expect(type.contains("try reader.descend()"))
        #expect(type.contains("self.more = try reader.takeList(0, nil, of: M.AskMe.init(from:))"))
    }
}
