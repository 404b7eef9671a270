// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `TransportQOS` (H.225.0).
    package enum TransportQOS: PERValue {
        case endpointControlled
        case gatekeeperControlled
        case noControl
        case qOSCapabilities([H245.QOSCapability])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.TransportQOS {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .qOSCapabilities(try reader.takeList(1, 256, of: H245.QOSCapability.init(from:)))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .endpointControlled
        case 1:
            self = .gatekeeperControlled
        default:
            self = .noControl
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .endpointControlled:
            writer.putExtensibleChoice(0, of: 3)
        case .gatekeeperControlled:
            writer.putExtensibleChoice(1, of: 3)
        case .noControl:
            writer.putExtensibleChoice(2, of: 3)
        case .qOSCapabilities(let value):
            let start = writer.beginAddition(0)
            writer.putList(value, 1, 256)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
