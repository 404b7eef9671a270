// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H223AL2MParameters` (H.245).
    package struct H223AL2MParameters: PERValue {
        /// `CHOICE`.
        package var headerFEC: H245.H223AL2MParameters.HeaderFEC

        /// `BOOLEAN`.
        package var alpduInterleaving: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(headerFEC: H245.H223AL2MParameters.HeaderFEC, alpduInterleaving: Bool) {
            self.headerFEC = headerFEC
            self.alpduInterleaving = alpduInterleaving
        }
    }
}

extension H245.H223AL2MParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let headerFEC = try H245.H223AL2MParameters.HeaderFEC(from: &reader)
        let alpduInterleaving = try reader.takeBit()
        self.init(headerFEC: headerFEC, alpduInterleaving: alpduInterleaving)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.headerFEC.encode(into: &writer)
        writer.put(self.alpduInterleaving)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H223AL2MParameters {
    /// What `headerFEC` of ``H245.H223AL2MParameters`` holds.
    package enum HeaderFEC: PERValue {
        case sebch16By5
        case golay24By12
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H223AL2MParameters.HeaderFEC {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .sebch16By5
        default:
            self = .golay24By12
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .sebch16By5:
            writer.putExtensibleChoice(0, of: 2)
        case .golay24By12:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
