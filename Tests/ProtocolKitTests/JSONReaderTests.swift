import ProtocolKit
import Testing

struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONValue {
        try JSONReader.read(Array(text.utf8))
    }

    @Test(arguments: [
        ("null", JSONValue.null), (" true ", .boolean(true)), ("\t\r\nfalse", .boolean(false)),
        ("0", .number("0")), ("-0.5e+10", .number("-0.5e+10")), ("12E3", .number("12E3")),
        ("\"\"", .string("")), (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
        (#""\u0041\u00e9\u20AC\uD83D\uDE00""#, .string("Aé€😀")), ("\"Grüße\"", .string("Grüße")),
        ("[]", .array([])), ("[ 1 , [ ] ]", .array([.number("1"), .array([])])),
        ("{ }", .object([])),
        (
            #"{"a": {"b": [null]}, "c": ""}"#,
            .object([
                .init("a", .object([.init("b", .array([.null]))])), .init("c", .string("")),
            ])
        ),
    ])
    func `what RFC 8259 allows is read`(text: String, expected: JSONValue) throws {
        #expect(try self.read(text) == expected)
    }

    @Test(arguments: [
        "", " ", "nul", "True", "'a'", "+1", "01", "1.", ".5", "1e", "-", "NaN", "\"", "\"a", "\"\\", #""\x""#,
        #""\u12""#, #""\u12G4""#, #""\uD83D""#, #""\uD83Dx""#, #""\uD83D\u0041""#, #""\uDE00""#, "\"a\nb\"",
        "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
        "{a:1}", "{1:2}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "1 2", "{} x", "\u{FEFF}1", "/**/1", #"{"a":1,"a":2}"#,
        #"{"a":1,"\u0061":2}"#,
    ])
    func `everything else is refused`(text: String) {
        #expect(throws: JSONError.self) { try self.read(text) }
    }

    @Test(arguments: [
        [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x28, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22],
    ])
    func `text that is not UTF-8 is refused`(octets: [UInt8]) {
        #expect(throws: JSONError.self) { try JSONReader.read(octets) }
    }

    @Test
    func `how deep and how many values there are is bounded`() throws {
        let limits = JSONReader.Limits(depth: 3, values: 5)
        let read = { (text: String) in try JSONReader.read(Array(text.utf8), limits: limits) }
        #expect(throws: Never.self) { try read("[[[]]]") }
        #expect(throws: JSONError.self) { try read("[[[[]]]]") }
        #expect(throws: JSONError.self) { try read(#"{"a":{"a":{"a":{}}}}"#) }
        #expect(throws: Never.self) { try read("[1,2,3,4]") }
        #expect(throws: JSONError.self) { try read("[1,2,3,4,5]") }
        let deep = [UInt8](repeating: 0x5B, count: 1_000_000)
        #expect(throws: JSONError.self) { try JSONReader.read(deep) }
    }

    @Test
    func `what is wrong and where is told`() {
        let error = #expect(throws: JSONError.self) { try self.read(#"{"a":1,"a":2}"#) }
        #expect(error?.description == "the name \"a\" stands twice at octet 10")
    }

    @Test
    func `what the writer writes is read, and damaged text never ends the program`() throws {
        var random = IdentifierSource(seed: 5)
        for _ in 0..<300 {
            let text = ByteString((0..<random.number(below: 12)).map { _ in UInt8(random.number(below: 128)) })
            var json = JSONWriter()
            json.object { json in
                json.anyName(text)
                json.array([1, 2]) { $0.number($1) }
            }
            let expected = JSONValue.object([.init(text, .array([.number("1"), .number("2")]))])
            #expect(try JSONReader.read(json.bytes) == expected)
            var damaged = json.bytes
            for _ in 0..<3 {
                damaged[Int(random.number(below: UInt64(damaged.count)))] = UInt8(random.number(below: 256))
            }
            _ = try? JSONReader.read(damaged)
        }
    }
}
