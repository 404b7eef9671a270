// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `QOSClass` (H.245).
    package enum QOSClass: PERValue {
        case class0
        case class1
        case class2
        case class3
        case class4
        case class5
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.QOSClass {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .class0
        case 1:
            self = .class1
        case 2:
            self = .class2
        case 3:
            self = .class3
        case 4:
            self = .class4
        default:
            self = .class5
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .class0:
            writer.putExtensibleChoice(0, of: 6)
        case .class1:
            writer.putExtensibleChoice(1, of: 6)
        case .class2:
            writer.putExtensibleChoice(2, of: 6)
        case .class3:
            writer.putExtensibleChoice(3, of: 6)
        case .class4:
            writer.putExtensibleChoice(4, of: 6)
        case .class5:
            writer.putExtensibleChoice(5, of: 6)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
