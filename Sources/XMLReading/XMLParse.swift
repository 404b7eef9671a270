import CLibXML2

/// One run of libxml2's parser over octets in memory.
///
/// The parser's error, start-tag and document-type callbacks reach this object through the parser context's
/// `_private`, which is set and used only while `run` is on the stack.
final class XMLParse {
    private(set) var locations: [XMLLocation] = []
    private let octets: [UInt8]
    private let file: String
    private let limits: XMLDocument.Limits
    private let collector: XMLProblemCollector

    /// Where the line that `lastOffset` is on begins, and its number.
    private var lineStart = 0
    private var line = 1
    private var lastOffset = 0

    init(_ octets: [UInt8], file: String, limits: XMLDocument.Limits) {
        self.octets = octets
        self.file = file
        self.limits = limits
        self.collector = XMLProblemCollector(file: file, limit: limits.problems)
    }

    /// Parses; the caller owns the document.
    func run() throws(XMLReadingError) -> xmlDocPtr {
        guard self.octets.count <= self.limits.octets else {
            throw self.failure("the file has more than \(self.limits.octets) octets")
        }
        guard !self.octets.contains(0), String(validating: self.octets, as: UTF8.self) != nil else {
            throw self.failure("the file is not UTF-8; save it as UTF-8")
        }
        guard let context = unsafe xmlNewParserCtxt() else {
            throw self.failure("out of memory")
        }
        defer {
            unsafe xmlFreeParserCtxt(context)
        }
        unsafe self.install(in: context)
        let document = unsafe self.parse(context)
        guard let document = unsafe document, unsafe context.pointee.wellFormed == 1, self.collector.problems.isEmpty
        else {
            unsafe xmlFreeDoc(document)
            self.addIfNothingElse("the file is not well-formed")
            throw XMLReadingError(self.collector.problems)
        }
        guard unsafe Self.isUTF8(document.pointee.encoding) else {
            unsafe xmlFreeDoc(document)
            throw self.failure("the file declares an encoding other than UTF-8; save it as UTF-8")
        }
        return unsafe document
    }

    private func parse(_ context: xmlParserCtxtPtr) -> xmlDocPtr? {
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue)
        // The octets are read during the call only, and `self` lives until it returns.
        return unsafe self.octets.withUnsafeBytes { bytes in
            unsafe withExtendedLifetime(self) {
                unsafe xmlCtxtReadMemory(
                    context,
                    bytes.assumingMemoryBound(to: CChar.self).baseAddress,
                    Int32(clamping: bytes.count),
                    nil,
                    nil,
                    options
                )
            }
        }
    }

    /// Puts our callbacks into the context's own copy of the handler table.
    private func install(in context: xmlParserCtxtPtr) {
        unsafe context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        guard let handlers = unsafe context.pointee.sax else {
            return
        }
        unsafe handlers.pointee.serror = { context, error in
            if let error = unsafe error {
                unsafe XMLParse.owner(of: context)?.collector.add(error)
            }
        }
        unsafe handlers.pointee.internalSubset = { context, _, _, _ in
            unsafe XMLParse.owner(of: context)?.refuseDocumentType(context)
        }
        unsafe handlers.pointee.startElementNs = {
            context,
            name,
            prefix,
            uri,
            namespaceCount,
            namespaces,
            attributeCount,
            defaultedCount,
            attributes in
            unsafe xmlSAX2StartElementNs(
                context,
                name,
                prefix,
                uri,
                namespaceCount,
                namespaces,
                attributeCount,
                defaultedCount,
                attributes
            )
            unsafe XMLParse.owner(of: context)?.noteStart(context)
        }
    }

    /// The object that runs the parser which lends `context` to a callback.
    private static func owner(of context: UnsafeMutableRawPointer?) -> XMLParse? {
        guard let owner = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else {
            return nil
        }
        return unsafe Unmanaged<XMLParse>.fromOpaque(owner).takeUnretainedValue()
    }

    private func refuseDocumentType(_ context: UnsafeMutableRawPointer?) {
        guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else {
            return
        }
        let line = unsafe Int(context.pointee.input?.pointee.line ?? 0)
        self.collector.add(
            "a document type (<!DOCTYPE …>) is not read; remove it",
            at: XMLLocation(file: self.file, line: line)
        )
        unsafe xmlStopParser(context)
    }

    /// Notes where the tag that was just read begins, and leaves the number of the place in its node.
    private func noteStart(_ context: UnsafeMutableRawPointer?) {
        guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else {
            return
        }
        let location = unsafe self.startOfTag(before: Int(xmlByteConsumed(context)))
        self.locations.append(location)
        unsafe context.pointee.node?.pointee._private = UnsafeMutableRawPointer(bitPattern: self.locations.count)
        if unsafe Int(context.pointee.nodeNr) > self.limits.depth {
            self.collector.add("elements are nested deeper than \(self.limits.depth)", at: location)
            unsafe xmlStopParser(context)
        }
    }

    /// No attribute contains a bare `<` (XML 1.0 §3.1), so the nearest one begins the tag.
    private func startOfTag(before offset: Int) -> XMLLocation {
        let read = self.octets.prefix(max(offset, self.lastOffset))
        let start = read.lastIndex(of: 0x3C) ?? self.lastOffset
        for index in self.lastOffset..<max(start, self.lastOffset) where self.octets[index] == 0x0A {
            self.line += 1
            self.lineStart = index + 1
        }
        self.lastOffset = max(start, self.lastOffset)
        return XMLLocation(file: self.file, line: self.line, column: start - self.lineStart + 1)
    }

    private static func isUTF8(_ encoding: UnsafePointer<xmlChar>?) -> Bool {
        guard let encoding = unsafe encoding else {
            return true
        }
        return ["utf-8", "utf8", "us-ascii"].contains(unsafe String(cString: encoding).lowercased())
    }

    private func addIfNothingElse(_ message: String) {
        if self.collector.problems.isEmpty {
            self.collector.add(message, at: XMLLocation(file: self.file, line: 1))
        }
    }

    private func failure(_ message: String) -> XMLReadingError {
        XMLReadingError([XMLProblem(message, at: XMLLocation(file: self.file, line: 1))])
    }
}
