// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `EncryptionCommand` (H.245).
    package enum EncryptionCommand: PERValue {
        case encryptionSE([UInt8])
        case encryptionIVRequest
        indirect case encryptionAlgorithmID(H245.EncryptionCommand.EncryptionAlgorithmID)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.EncryptionCommand {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .encryptionSE(try reader.takeOctets())
        case 1:
            self = .encryptionIVRequest
        default:
            self = .encryptionAlgorithmID(try H245.EncryptionCommand.EncryptionAlgorithmID(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .encryptionSE(let value):
            writer.putExtensibleChoice(0, of: 3)
            writer.putOctets(value)
        case .encryptionIVRequest:
            writer.putExtensibleChoice(1, of: 3)
        case .encryptionAlgorithmID(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.EncryptionCommand {
    /// What `encryptionAlgorithmID` of ``H245.EncryptionCommand`` holds.
    package struct EncryptionAlgorithmID: PERValue {
        /// `SequenceNumber`.
        package var h233AlgorithmIdentifier: H245.SequenceNumber

        /// `NonStandardParameter`.
        package var associatedAlgorithm: H245.NonStandardParameter

        package init(h233AlgorithmIdentifier: H245.SequenceNumber, associatedAlgorithm: H245.NonStandardParameter) {
            self.h233AlgorithmIdentifier = h233AlgorithmIdentifier
            self.associatedAlgorithm = associatedAlgorithm
        }
    }
}

extension H245.EncryptionCommand.EncryptionAlgorithmID {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let h233AlgorithmIdentifier = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let associatedAlgorithm = try H245.NonStandardParameter(from: &reader)
        self.init(h233AlgorithmIdentifier: h233AlgorithmIdentifier, associatedAlgorithm: associatedAlgorithm)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putInteger(Int(self.h233AlgorithmIdentifier), 0, 255)
        self.associatedAlgorithm.encode(into: &writer)
    }
}
