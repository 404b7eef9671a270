import XMLReading

/// Turns a test file into a ``TrialSuite``, or says everything that is wrong with it.
///
/// The file is octets or a tree: whoever calls has read it. Nothing else is opened, whatever the file says.
package struct TrialReader {
    private let schema: [UInt8]?
    private let limits: TrialLimits

    /// `schema` is `dialplan-tests.xsd`, against which XML files are checked after the checks of the reader itself.
    package init(schema: [UInt8]? = nil, limits: TrialLimits = TrialLimits()) {
        self.schema = schema
        self.limits = limits
    }

    /// Reads an XML file.
    package func read(_ octets: [UInt8], file: String) throws(TrialFileError) -> TrialSuite {
        let document: XMLDocument
        let schema: XMLSchema?
        do {
            let limits = XMLDocument.Limits(octets: self.limits.fileOctets, depth: 8, problems: self.limits.problems)
            document = try XMLDocument(octets, file: file, limits: limits)
            schema = try self.schema.map { octets throws(XMLReadingError) in
                try XMLSchema(octets, file: "dialplan-tests.xsd")
            }
        } catch {
            throw TrialFileError(error)
        }
        let suite = try self.read(TrialNode(document.root))
        // The schema says less than the reader, and in its own words: it speaks only when the reader is content.
        let problems = schema.map { document.problems(against: $0) } ?? []
        guard problems.isEmpty else {
            throw TrialFileError(XMLReadingError(problems))
        }
        return suite
    }

    /// Reads the tree of a file in any language.
    package func read(_ root: TrialNode) throws(TrialFileError) -> TrialSuite {
        var reading = TrialReading(limits: self.limits)
        let suite = reading.suite(root)
        guard reading.problems.isEmpty else {
            throw TrialFileError(Array(reading.problems.prefix(self.limits.problems)))
        }
        return suite
    }
}

extension TrialFileError {
    /// What the XML reader found.
    init(_ error: XMLReadingError) {
        self.init(
            error.problems.map { problem in
                let place = problem.location
                return Problem(
                    place: TrialPlace(file: place.file, line: place.line, column: place.column),
                    message: problem.message
                )
            }
        )
    }
}
