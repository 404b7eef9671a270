// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `DataMode` (H.245).
    package struct DataMode: PERValue {
        /// `CHOICE`.
        @Boxed package var application: H245.DataMode.Application

        /// `INTEGER (0..4294967295)`.
        package var bitRate: UInt32

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(application: H245.DataMode.Application, bitRate: UInt32) {
            self.application = application
            self.bitRate = bitRate
        }
    }
}

extension H245.DataMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let application = try H245.DataMode.Application(from: &reader)
        let bitRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        self.init(application: application, bitRate: bitRate)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.application.encode(into: &writer)
        writer.putInteger(Int(self.bitRate), 0, 4_294_967_295)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.DataMode {
    /// What `application` of ``H245.DataMode`` holds.
    package enum Application: PERValue {
        case nonStandard(H245.NonStandardParameter)
        indirect case t120(H245.DataProtocolCapability)
        indirect case dsmCc(H245.DataProtocolCapability)
        indirect case userData(H245.DataProtocolCapability)
        indirect case t84(H245.DataProtocolCapability)
        indirect case t434(H245.DataProtocolCapability)
        indirect case h224(H245.DataProtocolCapability)
        case nlpid(H245.DataMode.Application.Nlpid)
        case dsvdControl
        indirect case h222DataPartitioning(H245.DataProtocolCapability)
        indirect case t30fax(H245.DataProtocolCapability)
        indirect case t140(H245.DataProtocolCapability)
        case t38fax(H245.DataMode.Application.T38fax)
        indirect case genericDataMode(H245.GenericCapability)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.DataMode.Application {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .t30fax(try H245.DataProtocolCapability(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .t140(try H245.DataProtocolCapability(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .t38fax(try H245.DataMode.Application.T38fax(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .genericDataMode(try H245.GenericCapability(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 9) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .t120(try H245.DataProtocolCapability(from: &reader))
        case 2:
            self = .dsmCc(try H245.DataProtocolCapability(from: &reader))
        case 3:
            self = .userData(try H245.DataProtocolCapability(from: &reader))
        case 4:
            self = .t84(try H245.DataProtocolCapability(from: &reader))
        case 5:
            self = .t434(try H245.DataProtocolCapability(from: &reader))
        case 6:
            self = .h224(try H245.DataProtocolCapability(from: &reader))
        case 7:
            self = .nlpid(try H245.DataMode.Application.Nlpid(from: &reader))
        case 8:
            self = .dsvdControl
        default:
            self = .h222DataPartitioning(try H245.DataProtocolCapability(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 10)
            value.encode(into: &writer)
        case .t120(let value):
            writer.putExtensibleChoice(1, of: 10)
            value.encode(into: &writer)
        case .dsmCc(let value):
            writer.putExtensibleChoice(2, of: 10)
            value.encode(into: &writer)
        case .userData(let value):
            writer.putExtensibleChoice(3, of: 10)
            value.encode(into: &writer)
        case .t84(let value):
            writer.putExtensibleChoice(4, of: 10)
            value.encode(into: &writer)
        case .t434(let value):
            writer.putExtensibleChoice(5, of: 10)
            value.encode(into: &writer)
        case .h224(let value):
            writer.putExtensibleChoice(6, of: 10)
            value.encode(into: &writer)
        case .nlpid(let value):
            writer.putExtensibleChoice(7, of: 10)
            value.encode(into: &writer)
        case .dsvdControl:
            writer.putExtensibleChoice(8, of: 10)
        case .h222DataPartitioning(let value):
            writer.putExtensibleChoice(9, of: 10)
            value.encode(into: &writer)
        case .t30fax(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .t140(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .t38fax(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericDataMode(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.DataMode.Application {
    /// What `nlpid` of ``H245.DataMode.Application`` holds.
    package struct Nlpid: PERValue {
        /// `DataProtocolCapability`.
        @Boxed package var nlpidProtocol: H245.DataProtocolCapability

        /// `OCTET STRING`.
        package var nlpidData: [UInt8]

        package init(nlpidProtocol: H245.DataProtocolCapability, nlpidData: [UInt8]) {
            self.nlpidProtocol = nlpidProtocol
            self.nlpidData = nlpidData
        }
    }
}

extension H245.DataMode.Application.Nlpid {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let nlpidProtocol = try H245.DataProtocolCapability(from: &reader)
        let nlpidData = try reader.takeOctets()
        self.init(nlpidProtocol: nlpidProtocol, nlpidData: nlpidData)
    }

    package func encode(into writer: inout PERWriter) {
        self.nlpidProtocol.encode(into: &writer)
        writer.putOctets(self.nlpidData)
    }
}

extension H245.DataMode.Application {
    /// What `t38fax` of ``H245.DataMode.Application`` holds.
    package struct T38fax: PERValue {
        /// `DataProtocolCapability`.
        @Boxed package var t38FaxProtocol: H245.DataProtocolCapability

        /// `T38FaxProfile`.
        @Boxed package var t38FaxProfile: H245.T38FaxProfile

        package init(t38FaxProtocol: H245.DataProtocolCapability, t38FaxProfile: H245.T38FaxProfile) {
            self.t38FaxProtocol = t38FaxProtocol
            self.t38FaxProfile = t38FaxProfile
        }
    }
}

extension H245.DataMode.Application.T38fax {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let t38FaxProtocol = try H245.DataProtocolCapability(from: &reader)
        let t38FaxProfile = try H245.T38FaxProfile(from: &reader)
        self.init(t38FaxProtocol: t38FaxProtocol, t38FaxProfile: t38FaxProfile)
    }

    package func encode(into writer: inout PERWriter) {
        self.t38FaxProtocol.encode(into: &writer)
        self.t38FaxProfile.encode(into: &writer)
    }
}
