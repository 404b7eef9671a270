// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `ServiceControlSession` (H.225.0).
    package struct ServiceControlSession: PERValue {
        /// `INTEGER (0..255)`.
        package var sessionId: UInt8

        /// `ServiceControlDescriptor`, optional.
        package var contents: H225.ServiceControlDescriptor?

        /// `CHOICE`.
        package var reason: H225.ServiceControlSession.Reason

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sessionId: UInt8, reason: H225.ServiceControlSession.Reason) {
            self.sessionId = sessionId
            self.reason = reason
        }
    }
}

extension H225.ServiceControlSession {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let sessionId = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        var contents: H225.ServiceControlDescriptor?
        if present & 1 << 0 != 0 {
            contents = try H225.ServiceControlDescriptor(from: &reader)
        }
        let reason = try H225.ServiceControlSession.Reason(from: &reader)
        self.init(sessionId: sessionId, reason: reason)
        self.contents = contents
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.contents != nil)
        writer.putInteger(Int(self.sessionId), 0, 255)
        if let value = self.contents {
            value.encode(into: &writer)
        }
        self.reason.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.ServiceControlSession {
    /// What `reason` of ``H225.ServiceControlSession`` holds.
    package enum Reason: PERValue {
        case open
        case refresh
        case close
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.ServiceControlSession.Reason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .open
        case 1:
            self = .refresh
        default:
            self = .close
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .open:
            writer.putExtensibleChoice(0, of: 3)
        case .refresh:
            writer.putExtensibleChoice(1, of: 3)
        case .close:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
