// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H223AnnexCArqParameters` (H.245).
    package struct H223AnnexCArqParameters: PERValue {
        /// `CHOICE`.
        package var numberOfRetransmissions: H245.H223AnnexCArqParameters.NumberOfRetransmissions

        /// `INTEGER (0..16777215)`.
        package var sendBufferSize: UInt32

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            numberOfRetransmissions: H245.H223AnnexCArqParameters.NumberOfRetransmissions,
            sendBufferSize: UInt32
        ) {
            self.numberOfRetransmissions = numberOfRetransmissions
            self.sendBufferSize = sendBufferSize
        }
    }
}

extension H245.H223AnnexCArqParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let numberOfRetransmissions = try H245.H223AnnexCArqParameters.NumberOfRetransmissions(from: &reader)
        let sendBufferSize = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 16_777_215))
        self.init(numberOfRetransmissions: numberOfRetransmissions, sendBufferSize: sendBufferSize)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.numberOfRetransmissions.encode(into: &writer)
        writer.putInteger(Int(self.sendBufferSize), 0, 16_777_215)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H223AnnexCArqParameters {
    /// What `numberOfRetransmissions` of ``H245.H223AnnexCArqParameters`` holds.
    package enum NumberOfRetransmissions: PERValue {
        case finite(UInt8)
        case infinite
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H223AnnexCArqParameters.NumberOfRetransmissions {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .finite(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 16)))
        default:
            self = .infinite
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .finite(let value):
            writer.putExtensibleChoice(0, of: 2)
            writer.putInteger(Int(value), 0, 16)
        case .infinite:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
