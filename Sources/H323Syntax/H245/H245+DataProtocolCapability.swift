// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `DataProtocolCapability` (H.245).
    package enum DataProtocolCapability: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case v14buffered
        case v42lapm
        case hdlcFrameTunnelling
        case h310SeparateVCStack
        case h310SingleVCStack
        case transparent
        case segmentationAndReassembly
        case hdlcFrameTunnelingwSAR
        case v120
        case separateLANStack
        case v76wCompression(H245.DataProtocolCapability.V76wCompression)
        case tcp
        case udp
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.DataProtocolCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .segmentationAndReassembly
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .hdlcFrameTunnelingwSAR
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .v120
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .separateLANStack
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .v76wCompression(try H245.DataProtocolCapability.V76wCompression(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .tcp
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .udp
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 6) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .v14buffered
        case 2:
            self = .v42lapm
        case 3:
            self = .hdlcFrameTunnelling
        case 4:
            self = .h310SeparateVCStack
        case 5:
            self = .h310SingleVCStack
        default:
            self = .transparent
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 7)
            value.encode(into: &writer)
        case .v14buffered:
            writer.putExtensibleChoice(1, of: 7)
        case .v42lapm:
            writer.putExtensibleChoice(2, of: 7)
        case .hdlcFrameTunnelling:
            writer.putExtensibleChoice(3, of: 7)
        case .h310SeparateVCStack:
            writer.putExtensibleChoice(4, of: 7)
        case .h310SingleVCStack:
            writer.putExtensibleChoice(5, of: 7)
        case .transparent:
            writer.putExtensibleChoice(6, of: 7)
        case .segmentationAndReassembly:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .hdlcFrameTunnelingwSAR:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .v120:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .separateLANStack:
            let start = writer.beginAddition(3)
            writer.endOpenType(start)
        case .v76wCompression(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .tcp:
            let start = writer.beginAddition(5)
            writer.endOpenType(start)
        case .udp:
            let start = writer.beginAddition(6)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.DataProtocolCapability {
    /// What `v76wCompression` of ``H245.DataProtocolCapability`` holds.
    package enum V76wCompression: PERValue {
        case transmitCompression(H245.CompressionType)
        case receiveCompression(H245.CompressionType)
        case transmitAndReceiveCompression(H245.CompressionType)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.DataProtocolCapability.V76wCompression {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .transmitCompression(try H245.CompressionType(from: &reader))
        case 1:
            self = .receiveCompression(try H245.CompressionType(from: &reader))
        default:
            self = .transmitAndReceiveCompression(try H245.CompressionType(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .transmitCompression(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .receiveCompression(let value):
            writer.putExtensibleChoice(1, of: 3)
            value.encode(into: &writer)
        case .transmitAndReceiveCompression(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
