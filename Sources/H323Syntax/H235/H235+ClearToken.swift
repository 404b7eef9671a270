// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// Information for security that is not itself encrypted (clause 8.2).
    package struct ClearToken: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var tokenOID: OID

        /// `TimeStamp`, optional.
        package var timeStamp: H235.TimeStamp?

        /// `Password`, optional.
        package var password: H235.Password?

        /// `DHset`, optional.
        @BoxedIfPresent package var dhkey: H235.DHset?

        /// `ChallengeString`, optional.
        package var challenge: H235.ChallengeString?

        /// `RandomVal`, optional.
        package var random: H235.RandomVal?

        /// `TypedCertificate`, optional.
        package var certificate: H235.TypedCertificate?

        /// `Identifier`, optional.
        package var generalID: H235.Identifier?

        /// `NonStandardParameter`, optional.
        package var nonStandard: H235.NonStandardParameter?

        /// `ECKASDH`, addition 1.
        package var eckasdhkey: H235.ECKASDH?

        /// `Identifier`, addition 2.
        package var sendersID: H235.Identifier?

        /// `H235Key`, addition 3.
        package var h235Key: H235.H235Key?

        /// `SEQUENCE OF ProfileElement`, addition 4.
        package var profileInfo: [H235.ProfileElement]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(tokenOID: OID) {
            self.tokenOID = tokenOID
        }
    }
}

extension H235.ClearToken {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(8)
        let tokenOID = try reader.takeObjectIdentifier()
        self.init(tokenOID: tokenOID)
        if present & 1 << 7 != 0 {
            self.timeStamp = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 6 != 0 {
            self.password = try reader.takeBMPString(1, 128)
        }
        if present & 1 << 5 != 0 {
            self.dhkey = try H235.DHset(from: &reader)
        }
        if present & 1 << 4 != 0 {
            self.challenge = try reader.takeOctets(8, 128)
        }
        if present & 1 << 3 != 0 {
            self.random = try reader.takeUnconstrainedInteger()
        }
        if present & 1 << 2 != 0 {
            self.certificate = try H235.TypedCertificate(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.generalID = try reader.takeBMPString(1, 128)
        }
        if present & 1 << 0 != 0 {
            self.nonStandard = try H235.NonStandardParameter(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.eckasdhkey = try H235.ECKASDH(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.sendersID = try reader.takeBMPString(1, 128)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.h235Key = try H235.H235Key(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.profileInfo = try reader.takeList(0, nil, of: H235.ProfileElement.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 4)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 4, self.unrecognized)
        bitmap.insert(0, if: self.eckasdhkey != nil)
        bitmap.insert(1, if: self.sendersID != nil)
        bitmap.insert(2, if: self.h235Key != nil)
        bitmap.insert(3, if: self.profileInfo != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.timeStamp != nil)
        writer.put(self.password != nil)
        writer.put(self._dhkey.isPresent)
        writer.put(self.challenge != nil)
        writer.put(self.random != nil)
        writer.put(self.certificate != nil)
        writer.put(self.generalID != nil)
        writer.put(self.nonStandard != nil)
        writer.putObjectIdentifier(self.tokenOID)
        if let value = self.timeStamp {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.password {
            writer.putBMPString(value, 1, 128)
        }
        if let value = self.dhkey {
            value.encode(into: &writer)
        }
        if let value = self.challenge {
            writer.putOctets(value, 8, 128)
        }
        if let value = self.random {
            writer.putUnconstrainedInteger(value)
        }
        if let value = self.certificate {
            value.encode(into: &writer)
        }
        if let value = self.generalID {
            writer.putBMPString(value, 1, 128)
        }
        if let value = self.nonStandard {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.eckasdhkey {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.sendersID {
            let start = writer.beginOpenType()
            writer.putBMPString(value, 1, 128)
            writer.endOpenType(start)
        }
        if let value = self.h235Key {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.profileInfo {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
