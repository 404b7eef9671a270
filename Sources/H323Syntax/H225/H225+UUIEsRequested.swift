// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// Which call signaling messages the gatekeeper wants to see.
    package struct UUIEsRequested: PERValue {
        /// `BOOLEAN`.
        package var setup: Bool

        /// `BOOLEAN`.
        package var callProceeding: Bool

        /// `BOOLEAN`.
        package var connect: Bool

        /// `BOOLEAN`.
        package var alerting: Bool

        /// `BOOLEAN`.
        package var information: Bool

        /// `BOOLEAN`.
        package var releaseComplete: Bool

        /// `BOOLEAN`.
        package var facility: Bool

        /// `BOOLEAN`.
        package var progress: Bool

        /// `BOOLEAN`.
        package var empty: Bool

        /// `BOOLEAN`, addition 1.
        package var status: Bool?

        /// `BOOLEAN`, addition 2.
        package var statusInquiry: Bool?

        /// `BOOLEAN`, addition 3.
        package var setupAcknowledge: Bool?

        /// `BOOLEAN`, addition 4.
        package var notify: Bool?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            setup: Bool,
            callProceeding: Bool,
            connect: Bool,
            alerting: Bool,
            information: Bool,
            releaseComplete: Bool,
            facility: Bool,
            progress: Bool,
            empty: Bool
        ) {
            self.setup = setup
            self.callProceeding = callProceeding
            self.connect = connect
            self.alerting = alerting
            self.information = information
            self.releaseComplete = releaseComplete
            self.facility = facility
            self.progress = progress
            self.empty = empty
        }
    }
}

extension H225.UUIEsRequested {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let setup = try reader.takeBit()
        let callProceeding = try reader.takeBit()
        let connect = try reader.takeBit()
        let alerting = try reader.takeBit()
        let information = try reader.takeBit()
        let releaseComplete = try reader.takeBit()
        let facility = try reader.takeBit()
        let progress = try reader.takeBit()
        let empty = try reader.takeBit()
        self.init(
            setup: setup,
            callProceeding: callProceeding,
            connect: connect,
            alerting: alerting,
            information: information,
            releaseComplete: releaseComplete,
            facility: facility,
            progress: progress,
            empty: empty
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.status = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.statusInquiry = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.setupAcknowledge = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.notify = try reader.takeBit()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 4)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 4, self.unrecognized)
        bitmap.insert(0, if: self.status != nil)
        bitmap.insert(1, if: self.statusInquiry != nil)
        bitmap.insert(2, if: self.setupAcknowledge != nil)
        bitmap.insert(3, if: self.notify != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.setup)
        writer.put(self.callProceeding)
        writer.put(self.connect)
        writer.put(self.alerting)
        writer.put(self.information)
        writer.put(self.releaseComplete)
        writer.put(self.facility)
        writer.put(self.progress)
        writer.put(self.empty)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.status {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.statusInquiry {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.setupAcknowledge {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.notify {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
