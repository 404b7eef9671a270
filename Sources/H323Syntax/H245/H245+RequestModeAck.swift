// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RequestModeAck` (H.245).
    package struct RequestModeAck: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `CHOICE`.
        package var response: H245.RequestModeAck.Response

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sequenceNumber: H245.SequenceNumber, response: H245.RequestModeAck.Response) {
            self.sequenceNumber = sequenceNumber
            self.response = response
        }
    }
}

extension H245.RequestModeAck {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let response = try H245.RequestModeAck.Response(from: &reader)
        self.init(sequenceNumber: sequenceNumber, response: response)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        self.response.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RequestModeAck {
    /// What `response` of ``H245.RequestModeAck`` holds.
    package enum Response: PERValue {
        case willTransmitMostPreferredMode
        case willTransmitLessPreferredMode
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RequestModeAck.Response {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .willTransmitMostPreferredMode
        default:
            self = .willTransmitLessPreferredMode
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .willTransmitMostPreferredMode:
            writer.putExtensibleChoice(0, of: 2)
        case .willTransmitLessPreferredMode:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
