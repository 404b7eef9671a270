import Testing
import XMLReading

struct XMLDocumentTests {
    private func root(_ text: String) throws -> XMLElement {
        try XMLDocument(Array(text.utf8), file: "plan.xml").root
    }

    private func problems(_ text: String, limits: XMLDocument.Limits = .init()) -> [String] {
        do {
            _ = try XMLDocument(Array(text.utf8), file: "plan.xml", limits: limits)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test
    func `elements keep their names, attributes, text and order`() throws {
        let root = try self.root("<a x='1' y=\"&amp;&#49;&lt;\">one<b/><![CDATA[<two>]]><c>three</c></a>")

        #expect(root.name == "a")
        #expect(root["x"] == "1")
        #expect(root["y"] == "&1<")
        #expect(root["z"] == nil)
        #expect(root.text == "one<two>")
        #expect(root.children.map(\.name) == ["b", "c"])
        #expect(root.children.last?.text == "three")
    }

    @Test
    func `an element stands where its tag begins`() throws {
        let root = try self.root(
            "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n<!-- < -->\n <a\n  x='1'\n>\n<b/><c\n/></a>"
        )

        #expect(root.location.description == "plan.xml:3:2")
        #expect(root.children.map(\.location.description) == ["plan.xml:6:1", "plan.xml:6:5"])
    }

    @Test
    func `places are right in a long file`() throws {
        let lines = (0..<70_000).map { "<e n='\($0)'\n x='é'/>\n" }.joined()
        let root = try self.root("<a>\n" + lines + "</a>")

        for (index, element) in root.children.enumerated() where element.location.line != index * 2 + 2 {
            Issue.record("\(element.location)")
            break
        }
        #expect(root.children.last?.location == XMLLocation(file: "plan.xml", line: 140_000, column: 1))
    }

    @Test(arguments: [
        ("", "plan.xml:1:1: Document is empty"),
        ("<a>\n<b></a>", "plan.xml:2:8: Opening and ending tag mismatch: b line 2 and a"),
        ("<a>&who;</a>", "plan.xml:1:9: Entity 'who' not defined"),
        ("<a x='1' x='2'/>", "plan.xml:1:15: Attribute x redefined"),
        ("<a/><b/>", "plan.xml:1:5: Extra content at the end of the document"),
        ("<!DOCTYPE a><a/>", "plan.xml:1: a document type (<!DOCTYPE …>) is not read; remove it"),
        (
            "<!DOCTYPE a [<!ENTITY x 'y'>]>\n<a>&x;</a>",
            "plan.xml:1: a document type (<!DOCTYPE …>) is not read; remove it"
        ),
        (
            "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
            "plan.xml:1: a document type (<!DOCTYPE …>) is not read; remove it"
        ),
        (
            "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
            "plan.xml:1: the file declares an encoding other than UTF-8; save it as UTF-8"
        ),
        ("<a>\0</a>", "plan.xml:1: the file is not UTF-8; save it as UTF-8"),
    ])
    func `a file that is not plain XML is refused with its place`(text: String, first: String) {
        #expect(self.problems(text).first == first)
    }

    @Test
    func `limits of size and depth are kept`() {
        let deep = String(repeating: "<a>", count: 300)

        #expect(
            self.problems("<a>123</a>", limits: .init(octets: 9)) == ["plan.xml:1: the file has more than 9 octets"]
        )
        #expect(self.problems(deep).first == "plan.xml:1:193: elements are nested deeper than 64")
        #expect(
            self.problems("<a><b/></a>", limits: .init(depth: 1))
                == ["plan.xml:1:4: elements are nested deeper than 1"]
        )
    }

    @Test
    func `octets that are not UTF-8 are refused`() {
        #expect(throws: XMLReadingError.self) {
            try XMLDocument([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E], file: "plan.xml")
        }
        #expect(throws: XMLReadingError.self) {
            try XMLDocument([0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00], file: "plan.xml")
        }
    }

    @Test
    func `any cut of a file is refused or read, never a crash`() {
        let text = "<?xml version='1.0'?><!-- c --><a x='1'><b y=\"&amp;\">t<![CDATA[x]]></b><?pi d?></a>"
        for length in 0..<text.utf8.count {
            #expect(!self.problems(String(decoding: text.utf8.prefix(length), as: UTF8.self)).isEmpty)
        }
    }
}
