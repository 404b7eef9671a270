import CLibXML2

/// A W3C XML Schema in memory, complete in itself.
///
/// `@safe` holds because the pointer is private to the module, valid from `init` to `deinit`, and the class is not
/// Sendable.
@safe
package final class XMLSchema {
    let pointer: xmlSchemaPtr

    /// The schema keeps pointers into the nodes of its document.
    private let document: XMLDocument

    /// Reads `octets`; a schema that names other schema files is refused, since no file is ever opened.
    package init(_ octets: [UInt8], file: String) throws(XMLReadingError) {
        let document = try XMLDocument(octets, file: file)
        guard document.root.name.split(separator: ":").last == "schema" else {
            throw XMLReadingError([XMLProblem("<\(document.root.name)> is no schema", at: document.root.location)])
        }
        for element in document.root.children where Self.opensFile(element) {
            throw XMLReadingError([XMLProblem("<\(element.name)> is not read", at: element.location)])
        }
        guard let context = unsafe xmlSchemaNewDocParserCtxt(document.pointer) else {
            throw XMLReadingError([XMLProblem("out of memory", at: XMLLocation(file: file, line: 0))])
        }
        defer {
            unsafe xmlSchemaFreeParserCtxt(context)
        }
        let collector = XMLProblemCollector(file: file, limit: 50, locations: document.locations)
        // The collector and the document outlive the parse.
        unsafe xmlSchemaSetParserStructuredErrors(
            context,
            XMLProblemCollector.receive,
            Unmanaged.passUnretained(collector).toOpaque()
        )
        let schema = unsafe withExtendedLifetime((collector, document)) {
            unsafe xmlSchemaParse(context)
        }
        guard let schema = unsafe schema, collector.problems.isEmpty else {
            unsafe xmlSchemaFree(schema)
            collector.add("the schema cannot be read", at: XMLLocation(file: file, line: 1))
            throw XMLReadingError(collector.problems)
        }
        unsafe self.pointer = schema
        self.document = document
    }

    deinit {
        unsafe xmlSchemaFree(self.pointer)
    }

    private static func opensFile(_ element: XMLElement) -> Bool {
        let name = element.name.split(separator: ":").last ?? ""
        return ["include", "import", "redefine"].contains(name)
    }
}
