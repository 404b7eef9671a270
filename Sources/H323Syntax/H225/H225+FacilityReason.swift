// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// What a Facility message is for.
    package enum FacilityReason: PERValue {
        case routeCallToGatekeeper
        case callForwarded
        case routeCallToMC
        case undefinedReason
        case conferenceListChoice
        case startH245
        case noH245
        case newTokens
        case featureSetUpdate
        case forwardedElements
        case transportedInformation
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.FacilityReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .conferenceListChoice
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .startH245
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .noH245
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .newTokens
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .featureSetUpdate
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .forwardedElements
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .transportedInformation
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .routeCallToGatekeeper
        case 1:
            self = .callForwarded
        case 2:
            self = .routeCallToMC
        default:
            self = .undefinedReason
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .routeCallToGatekeeper:
            writer.putExtensibleChoice(0, of: 4)
        case .callForwarded:
            writer.putExtensibleChoice(1, of: 4)
        case .routeCallToMC:
            writer.putExtensibleChoice(2, of: 4)
        case .undefinedReason:
            writer.putExtensibleChoice(3, of: 4)
        case .conferenceListChoice:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .startH245:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .noH245:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .newTokens:
            let start = writer.beginAddition(3)
            writer.endOpenType(start)
        case .featureSetUpdate:
            let start = writer.beginAddition(4)
            writer.endOpenType(start)
        case .forwardedElements:
            let start = writer.beginAddition(5)
            writer.endOpenType(start)
        case .transportedInformation:
            let start = writer.beginAddition(6)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
