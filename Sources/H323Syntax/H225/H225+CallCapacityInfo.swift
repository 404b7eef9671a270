// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CallCapacityInfo` (H.225.0).
    package struct CallCapacityInfo: PERValue {
        /// `SEQUENCE OF CallsAvailable`, optional.
        package var voiceGwCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var h310GwCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var h320GwCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var h321GwCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var h322GwCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var h323GwCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var h324GwCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var t120OnlyGwCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var t38FaxAnnexbOnlyGwCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var terminalCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, optional.
        package var mcuCallsAvailable: [H225.CallsAvailable]?

        /// `SEQUENCE OF CallsAvailable`, addition 1.
        package var sipGwCallsAvailable: [H225.CallsAvailable]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.CallCapacityInfo {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(11)
        self.init()
        if present & 1 << 10 != 0 {
            self.voiceGwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 9 != 0 {
            self.h310GwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 8 != 0 {
            self.h320GwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 7 != 0 {
            self.h321GwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 6 != 0 {
            self.h322GwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 5 != 0 {
            self.h323GwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 4 != 0 {
            self.h324GwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 3 != 0 {
            self.t120OnlyGwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 2 != 0 {
            self.t38FaxAnnexbOnlyGwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 1 != 0 {
            self.terminalCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.mcuCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.sipGwCallsAvailable = try reader.takeList(0, nil, of: H225.CallsAvailable.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.sipGwCallsAvailable != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.voiceGwCallsAvailable != nil)
        writer.put(self.h310GwCallsAvailable != nil)
        writer.put(self.h320GwCallsAvailable != nil)
        writer.put(self.h321GwCallsAvailable != nil)
        writer.put(self.h322GwCallsAvailable != nil)
        writer.put(self.h323GwCallsAvailable != nil)
        writer.put(self.h324GwCallsAvailable != nil)
        writer.put(self.t120OnlyGwCallsAvailable != nil)
        writer.put(self.t38FaxAnnexbOnlyGwCallsAvailable != nil)
        writer.put(self.terminalCallsAvailable != nil)
        writer.put(self.mcuCallsAvailable != nil)
        if let value = self.voiceGwCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.h310GwCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.h320GwCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.h321GwCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.h322GwCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.h323GwCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.h324GwCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.t120OnlyGwCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.t38FaxAnnexbOnlyGwCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.terminalCallsAvailable {
            writer.putList(value, 0, nil)
        }
        if let value = self.mcuCallsAvailable {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.sipGwCallsAvailable {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
