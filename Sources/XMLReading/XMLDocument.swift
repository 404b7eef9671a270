import CLibXML2

/// An XML file in memory, well-formed and without a document type.
///
/// Nothing outside the given octets is ever read: no file, no network, no entity but the five of XML itself
/// (XML 1.0 §4.6). A document type declaration is refused, so there is nothing to expand.
///
/// `@safe` holds because the pointer is private, valid from `init` to `deinit`, and the class is not Sendable.
@safe
package final class XMLDocument {
    /// How much a file may ask of its reader.
    package struct Limits: Hashable, Sendable {
        /// The most octets.
        package var octets: Int

        /// The deepest nesting of elements; libxml2 itself stops at 256.
        package var depth: Int

        /// How many problems are reported.
        package var problems: Int

        package init(octets: Int = 16 << 20, depth: Int = 64, problems: Int = 50) {
            self.octets = octets
            self.depth = depth
            self.problems = problems
        }
    }

    /// The outermost element.
    package let root: XMLElement

    let pointer: xmlDocPtr
    let locations: [XMLLocation]
    private let file: String
    private let limits: Limits

    /// Reads `octets`, which are UTF-8; `file` is what messages call them.
    package init(_ octets: [UInt8], file: String, limits: Limits = Limits()) throws(XMLReadingError) {
        let parse = XMLParse(octets, file: file, limits: limits)
        unsafe self.pointer = try parse.run()
        self.locations = parse.locations
        self.file = file
        self.limits = limits
        guard let first = unsafe xmlDocGetRootElement(self.pointer) else {
            unsafe xmlFreeDoc(self.pointer)
            throw XMLReadingError([XMLProblem("the file has no element", at: XMLLocation(file: file, line: 1))])
        }
        self.root = unsafe XMLTree(locations: parse.locations, file: file).element(first)
        unsafe XMLTree.removeSchemaHints(first)
    }

    deinit {
        unsafe xmlFreeDoc(self.pointer)
    }

    /// What the document has that `schema` does not allow, in the order of the file.
    package func problems(against schema: XMLSchema) -> [XMLProblem] {
        let collector = XMLProblemCollector(file: self.file, limit: self.limits.problems, locations: self.locations)
        guard let context = unsafe xmlSchemaNewValidCtxt(schema.pointer) else {
            return [XMLProblem("out of memory", at: XMLLocation(file: self.file, line: 0))]
        }
        defer {
            unsafe xmlSchemaFreeValidCtxt(context)
        }
        // The collector outlives the context, which is freed at the end of this function.
        unsafe xmlSchemaSetValidStructuredErrors(
            context,
            XMLProblemCollector.receive,
            Unmanaged.passUnretained(collector).toOpaque()
        )
        let outcome = withExtendedLifetime(collector) {
            unsafe xmlSchemaValidateDoc(context, self.pointer)
        }
        if outcome != 0, collector.problems.isEmpty {
            collector.add("the schema does not allow this file", at: XMLLocation(file: self.file, line: 0))
        }
        return collector.problems
    }
}
