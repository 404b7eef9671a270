// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H223MultiplexReconfiguration` (H.245).
    package enum H223MultiplexReconfiguration: PERValue {
        case h223ModeChange(H245.H223MultiplexReconfiguration.H223ModeChange)
        case h223AnnexADoubleFlag(H245.H223MultiplexReconfiguration.H223AnnexADoubleFlag)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H223MultiplexReconfiguration {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .h223ModeChange(try H245.H223MultiplexReconfiguration.H223ModeChange(from: &reader))
        default:
            self = .h223AnnexADoubleFlag(try H245.H223MultiplexReconfiguration.H223AnnexADoubleFlag(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .h223ModeChange(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .h223AnnexADoubleFlag(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.H223MultiplexReconfiguration {
    /// What `h223ModeChange` of ``H245.H223MultiplexReconfiguration`` holds.
    package enum H223ModeChange: PERValue {
        case toLevel0
        case toLevel1
        case toLevel2
        case toLevel2withOptionalHeader
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H223MultiplexReconfiguration.H223ModeChange {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .toLevel0
        case 1:
            self = .toLevel1
        case 2:
            self = .toLevel2
        default:
            self = .toLevel2withOptionalHeader
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .toLevel0:
            writer.putExtensibleChoice(0, of: 4)
        case .toLevel1:
            writer.putExtensibleChoice(1, of: 4)
        case .toLevel2:
            writer.putExtensibleChoice(2, of: 4)
        case .toLevel2withOptionalHeader:
            writer.putExtensibleChoice(3, of: 4)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.H223MultiplexReconfiguration {
    /// What `h223AnnexADoubleFlag` of ``H245.H223MultiplexReconfiguration`` holds.
    package enum H223AnnexADoubleFlag: PERValue {
        case start
        case stop
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H223MultiplexReconfiguration.H223AnnexADoubleFlag {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .start
        default:
            self = .stop
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .start:
            writer.putExtensibleChoice(0, of: 2)
        case .stop:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
