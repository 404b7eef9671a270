// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// All that H.225.0 puts into the User-user element of a Q.931 message (clause 7.2.2.31).
    package struct H323UserInformation: PERValue {
        /// `H323-UU-PDU`.
        @Boxed package var h323UuPdu: H225.H323UUPDU

        /// `SEQUENCE`, optional.
        package var userData: H225.H323UserInformation.UserData?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(h323UuPdu: H225.H323UUPDU) {
            self.h323UuPdu = h323UuPdu
        }
    }
}

extension H225.H323UserInformation {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let h323UuPdu = try H225.H323UUPDU(from: &reader)
        self.init(h323UuPdu: h323UuPdu)
        if present & 1 << 0 != 0 {
            self.userData = try H225.H323UserInformation.UserData(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.userData != nil)
        self.h323UuPdu.encode(into: &writer)
        if let value = self.userData {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.H323UserInformation {
    /// What `user-data` of ``H225.H323UserInformation`` holds.
    package struct UserData: PERValue {
        /// `INTEGER (0..255)`.
        package var protocolDiscriminator: UInt8

        /// `OCTET STRING (SIZE (1..131))`.
        package var userInformation: [UInt8]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protocolDiscriminator: UInt8, userInformation: [UInt8]) {
            self.protocolDiscriminator = protocolDiscriminator
            self.userInformation = userInformation
        }
    }
}

extension H225.H323UserInformation.UserData {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let protocolDiscriminator = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let userInformation = try reader.takeOctets(1, 131)
        self.init(protocolDiscriminator: protocolDiscriminator, userInformation: userInformation)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.protocolDiscriminator), 0, 255)
        writer.putOctets(self.userInformation, 1, 131)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
