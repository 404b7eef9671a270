// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CallCreditServiceControl` (H.225.0).
    package struct CallCreditServiceControl: PERValue {
        /// `BMPString (SIZE (1..512))`, optional.
        package var amountString: BMPString?

        /// `CHOICE`, optional.
        package var billingMode: H225.CallCreditServiceControl.BillingMode?

        /// `INTEGER (1..4294967295)`, optional.
        package var callDurationLimit: UInt32?

        /// `BOOLEAN`, optional.
        package var enforceCallDurationLimit: Bool?

        /// `CHOICE`, optional.
        package var callStartingPoint: H225.CallCreditServiceControl.CallStartingPoint?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.CallCreditServiceControl {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(5)
        self.init()
        if present & 1 << 4 != 0 {
            self.amountString = try reader.takeBMPString(1, 512)
        }
        if present & 1 << 3 != 0 {
            self.billingMode = try H225.CallCreditServiceControl.BillingMode(from: &reader)
        }
        if present & 1 << 2 != 0 {
            self.callDurationLimit = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 1 != 0 {
            self.enforceCallDurationLimit = try reader.takeBit()
        }
        if present & 1 << 0 != 0 {
            self.callStartingPoint = try H225.CallCreditServiceControl.CallStartingPoint(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.amountString != nil)
        writer.put(self.billingMode != nil)
        writer.put(self.callDurationLimit != nil)
        writer.put(self.enforceCallDurationLimit != nil)
        writer.put(self.callStartingPoint != nil)
        if let value = self.amountString {
            writer.putBMPString(value, 1, 512)
        }
        if let value = self.billingMode {
            value.encode(into: &writer)
        }
        if let value = self.callDurationLimit {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.enforceCallDurationLimit {
            writer.put(value)
        }
        if let value = self.callStartingPoint {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.CallCreditServiceControl {
    /// What `billingMode` of ``H225.CallCreditServiceControl`` holds.
    package enum BillingMode: PERValue {
        case credit
        case debit
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.CallCreditServiceControl.BillingMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .credit
        default:
            self = .debit
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .credit:
            writer.putExtensibleChoice(0, of: 2)
        case .debit:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H225.CallCreditServiceControl {
    /// What `callStartingPoint` of ``H225.CallCreditServiceControl`` holds.
    package enum CallStartingPoint: PERValue {
        case alerting
        case connect
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.CallCreditServiceControl.CallStartingPoint {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .alerting
        default:
            self = .connect
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .alerting:
            writer.putExtensibleChoice(0, of: 2)
        case .connect:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
