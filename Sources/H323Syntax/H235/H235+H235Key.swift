// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `H235Key` (H.235.0).
    package enum H235Key: PERValue {
        case secureChannel(H235.KeyMaterial)
        case sharedSecret(H235.Encrypted)
        indirect case certProtectedKey(H235.Signed)
        indirect case secureSharedSecret(H235.V3KeySyncMaterial)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H235.H235Key {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .secureSharedSecret(try H235.V3KeySyncMaterial(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .secureChannel(try reader.takeBitString(1, 2048))
        case 1:
            self = .sharedSecret(try H235.Encrypted(from: &reader))
        default:
            self = .certProtectedKey(try H235.Signed(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .secureChannel(let value):
            writer.putExtensibleChoice(0, of: 3)
            writer.putBitString(value, 1, 2048)
        case .sharedSecret(let value):
            writer.putExtensibleChoice(1, of: 3)
            value.encode(into: &writer)
        case .certProtectedKey(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .secureSharedSecret(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
