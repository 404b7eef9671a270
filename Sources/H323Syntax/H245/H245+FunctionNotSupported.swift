// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `FunctionNotSupported` (H.245).
    package struct FunctionNotSupported: PERValue {
        /// `CHOICE`.
        package var cause: H245.FunctionNotSupported.Cause

        /// `OCTET STRING`, optional.
        package var returnedFunction: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(cause: H245.FunctionNotSupported.Cause) {
            self.cause = cause
        }
    }
}

extension H245.FunctionNotSupported {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let cause = try H245.FunctionNotSupported.Cause(from: &reader)
        self.init(cause: cause)
        if present & 1 << 0 != 0 {
            self.returnedFunction = try reader.takeOctets()
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.returnedFunction != nil)
        self.cause.encode(into: &writer)
        if let value = self.returnedFunction {
            writer.putOctets(value)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.FunctionNotSupported {
    /// What `cause` of ``H245.FunctionNotSupported`` holds.
    package enum Cause: PERValue {
        case syntaxError
        case semanticError
        case unknownFunction
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.FunctionNotSupported.Cause {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .syntaxError
        case 1:
            self = .semanticError
        default:
            self = .unknownFunction
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .syntaxError:
            writer.putExtensibleChoice(0, of: 3)
        case .semanticError:
            writer.putExtensibleChoice(1, of: 3)
        case .unknownFunction:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
